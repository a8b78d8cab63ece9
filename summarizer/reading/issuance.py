"""Who issued a text and when, as its head says it. All functions take normalised lines.

A signature is found by the layout; here are the line below a title (who speaks, when and where),
the note of adoption of a law, the title itself, a page's line of source and date, and the words by
which a report is given for a government. A span is half-open, in characters of the line.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from summarizer import patterns as re
from summarizer.patterns import lazy
from summarizer.reading.metadata import DATE, ISSUER, ISSUER_NAME, iso_date
from summarizer.words import worded

_GOVERNMENT = r"(?:人民政府|国务院)"
# 代表市人民政府，向大会报告工作; 受国务院委托，向大会作说明.
_DELEGATE = lazy(
    rf"代表(?!大?会|团|们)(?P<issuer>(?:[^,。:，\n]{{1,20}})?{_GOVERNMENT})"
    rf"|受(?P<principal>[^,。:，\n]{{0,20}}{_GOVERNMENT})的?委托"
)
_WORK_REPORT = lazy(
    r"(?:20\d\d年)?(?P<issuer>[\u4e00-\u9fff]{2,16}人民政府)(?:20\d\d年)?(?:政府)?工作报告"
)
_YEAR = r"(?:(?:19|20)\d\d年度?)?"
_OPENING = r"(?!关于)[^，。,;:：、!?\d“”《》]{0,40}?"
# A title that begins with who issues it: before 关于, before what it does, or where the name is
# one of a body beyond doubt.
_ABOUT = worded("titles", rf"(?P<issuer>{ISSUER_NAME}?)关于")
_ISSUES = worded("titles", rf"{_YEAR}(?P<issuer>{ISSUER_NAME})(?:{{issues}})")
_BODY = worded("titles", rf"{_YEAR}(?P<issuer>{_OPENING}(?:{{bodies}}))")
_SUBTITLE = worded("titles", rf"[-—–]+(?P<issuer>{ISSUER_NAME})(?:向|在)")
_OFFICE = lazy(rf"(?P<issuer>.{{0,20}}?{_GOVERNMENT})(?:代理?)?(?:[省市区县州旗盟]长|主席|总理)")
_HEAD = worded(
    "titles", rf"(?P<issuer>{ISSUER_NAME})(?:党[组委])?(?:副?(?:{{heads}}))[^，。,;:：、]{{1,8}}$"
)
_SOURCE = worded(
    "titles", rf"(?:\A|文章|信息)来源:(?P<issuer>{ISSUER_NAME})(?=$|[\d\[(]|[\u4e00-\u9fff]+:)"
)
_STAMP = r"(?P<year>(?:19|20)\d\d)[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})"
# ——2025年1月15日在…会议上; (2022年2月16日) before the name of who speaks.
_OCCASION = lazy(
    rf"[-—–(]*(?:{DATE.pattern})"
    r"(?:在|(?=[^,。]{0,40}(?:人民代表大会|人大)(?!常)[^,。]{0,12}会议)|(?<=日)\)(?=[^,。]{0,6}\Z))"
)
# 2020-01-31, 来源:某局 发布日期:2020-01-31; the day from which a text holds (施行日期:) is none.
_ISSUED = (
    r"(?:\A(?:(?:日期|时间):)?|\A(?:文章|信息)?来源:[^:\d]{{2,30}}"
    r"|(?:发布|公布|印发|成文|发文|公开|生成|制发)(?:日期|时间):)"
    r"{date}(?=\Z|\s|[\u4e00-\u9fff]+:)"
)
_LABELLED = tuple(lazy(_ISSUED.format(date=date)) for date in (DATE.pattern, _STAMP))
_PRINTED = lazy(rf"(?:{DATE.pattern})印发\Z")

# 2011年12月15日某市人民政府令第61号公布, 2019年10月29日某市第十三届…第二十二次会议通过: the note
# below the title of a law names who made and who changed it (Legislation Law of 2015, article 61).
_ADOPTED = lazy(
    DATE.pattern + r"(?P<who>[^，。,;:：“”《》]{2,60}?)"
    r"(?:《[^》]{1,80}》(?:等[^，。,;]{0,16}?的?决定》?)?)?(?:第[一二三四五六七八九十]次)?"
    r"(?:(?P<approved>(?:审议)?批准)|审议通过|通过|修订|修正|公布|发布|颁布|印发)"
)
_NOTE = lazy(
    rf"\((?:根据)?{DATE.pattern}[^。;]{{2,600}}(?:批准|通过|修订|修正|公布|发布|颁布|印发|施行)\)\Z"
)
_NUMBERS = lazy(
    r"第[一二三四五六七八九十百\d]{1,5}(?:届|次(?:[^第次]{0,4}会议)?)|令?第[\d一二三四五六七八九十百]{1,5}号令?|会议\Z"
)

# 市人民政府: a government that leaves its place to be understood, and where its place is printed.
_BARE_GOVERNMENT = lazy(r"(?P<rank>自治[区州县]|[省市州县区盟旗])人民政府")
_PLACES = (
    r"(?:20\d\d年)?(?P<place>[\u4e00-\u9fff]{{2,10}}{rank})(?:20\d\d年)?(?:人民)?政府工作报告",
    r"在(?P<place>[\u4e00-\u9fff]{{2,10}}{rank})第[一二三四五六七八九十百\d]+届人民代表大会",
    r"\A(?:关于)?(?P<place>[\u4e00-\u9fff]{{1,9}}{rank})(?=20\d\d年)",
)


class Adoption(NamedTuple):
    """One step of a law into force: who took it (None where no body is named), and its day."""

    date: str
    span: tuple[int, int]
    issuer: str | None
    approval: bool
    """Whether it only approves what another body adopted."""


class Day(NamedTuple):
    """A day in ISO 8601, and where it is printed."""

    date: str
    span: tuple[int, int]


def delegate(lead: str) -> tuple[int, int] | None:
    """Where `lead` names the government that a report is given for."""
    match = _DELEGATE.search(lead)
    return match.span("issuer" if match["issuer"] else "principal") if match else None


def office(line: str) -> tuple[int, int] | None:
    """Where a line such as 某区人民政府区长 某某 names the body whose head speaks."""
    match = _OFFICE.match(line) or _HEAD.match(line)
    return match.span("issuer") if match else None


def source(line: str) -> tuple[int, int] | None:
    """Where a page's line of source and date names a body."""
    match = _SOURCE.search(line)
    return match.span("issuer") if match else None


def issuer_of_subtitle(line: str) -> tuple[int, int] | None:
    """Where a line such as ——某某委员会向第十七次代表大会的报告 names who gives it."""
    match = _SUBTITLE.match(line)
    return match.span("issuer") if match else None


def issuer_of_work_report(title: str) -> tuple[int, int] | None:
    """The government that the title of a work report names in full."""
    match = _WORK_REPORT.match(title)
    return match.span("issuer") if match else None


def issuer_of_title(title: str) -> tuple[int, int] | None:
    """Where `title` begins with a body, before what it says of it."""
    match = _ABOUT.match(title) or _ISSUES.match(title) or _BODY.match(title)
    return match.span("issuer") if match else None


def placed_government(name: str, lines: Iterable[str]) -> str:
    """`name` with its place, where it is 市人民政府 alone and one of `lines` prints the place.

    `lines` are the title (毕节市政府工作报告, 关于三明市2018年预算执行情况的报告) and what stands
    around it (在某某自治区第十一届人民代表大会第三次会议上).
    """
    bare = _BARE_GOVERNMENT.fullmatch(name)
    if bare is None:
        return name
    for line in lines:
        for pattern in _PLACES:
            found = re.search(pattern.format(rank=bare["rank"]), line)
            if found is not None:
                return f"{found['place']}人民政府"
    return name


def occasion(line: str) -> Day | None:
    """The day in a line such as ——2025年1月15日在…会议上, one alone, or one named as of issue."""
    alone = line.strip("()")
    found = _OCCASION.match(line)
    if found is None:
        found = next(filter(None, (pattern.search(alone) for pattern in _LABELLED)), None)
    found = found or _PRINTED.search(line)
    return _day(found) if found else None


def adoptions(line: str) -> Iterator[Adoption]:
    """The steps that the note of adoption of a law tells, as they stand in it."""
    for found in _ADOPTED.finditer(line):
        day = _day(found)
        who = _NUMBERS.sub("", found["who"])
        named = any(ISSUER.fullmatch(part) for part in who.split("、"))
        if day is not None:
            yield Adoption(*day, who if named else None, found["approved"] is not None)


def is_adoption_note(line: str) -> bool:
    """Whether a line in brackets tells by whom and when a law was made and changed."""
    return _NOTE.match(line) is not None


def _day(found: re.Match[str]) -> Day | None:
    date = iso_date(found)
    # 日, unless it is 2020-03-09
    last = found.end("day")
    last += found.string.startswith("日", last)
    return Day(date, (found.start("year"), last)) if date else None
