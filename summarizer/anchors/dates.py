"""Dates and periods, from a view position: the forms of domain.md in an ordered table.

`match_date` reads one expression that begins with a numeral. Years are resolved by `years.py`,
never by the clock; calendar words (今年, 上半年) are read in `calendar_words.py`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from summarizer import patterns as re
from summarizer.anchors import numerals
from summarizer.anchors.calendar import Point, is_day
from summarizer.patterns import lazy

_YEAR = r"(?:(?:19|20)[0-9]{2}|[一二][〇零○九][〇零○一二三四五六七八九]{2})"
_MONTH = r"(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])"
_UNITS = "[一二三四五六七八九]"
_DAY = rf"(?:3[01]|[12][0-9]|0?[1-9]|二?十{_UNITS}?|三十一?|廿{_UNITS}?|{_UNITS})"
DASH = r"[—–‐‑―─~～\-−－]{1,2}"
_TO = rf"(?:{DASH}|至|到)"
_PART = "(?P<part>底|末|初|上旬|中下旬|上中旬|中旬|下旬|中(?=[,，。、;；至前]))"
_SHORT_YEAR = (
    rf"(?<![0-9.])[0-4][0-9](?=年(?:[底末初]|(?:1[0-2]|[1-9])(?:月|(?:{DASH}|至)[0-9]{{1,2}}月)|[上下]半年|"
    r"[一二三四]季度|前[一二三]季度))"
)
POINT = re.compile(
    rf"(?:(?P<year>{_YEAR}|{_SHORT_YEAR})年)?"
    rf"(?:(?P<month>{_MONTH})月(?:(?P<day>{_DAY})[日号](?!线|楼|院|文)|(?P<fen>份)?"
    rf"{_PART}?)"
    r"|(?P<half>[上下])半年|第?(?P<quarter>[一二三四1-4])(?:[、和及至到]第?(?P<quarter2>[一二三四1-4]))?季度|前(?P<quarters>[一二三两23])个?季度"
    r"|前(?P<upto>[0-9]{1,2}|[一二三四五六七八九十]{1,2})个月"
    r"|全年|(?P<edge>底|末|初|中(?=[,，。、;；前]))|度)?"
)
_DAY_ONLY = lazy(rf"(?P<day>{_DAY})[日号]")
_TO_HERE = re.compile(_TO)
_YEAR_HEAD = re.compile(rf"({_YEAR}|{_SHORT_YEAR})年")
_REPUBLIC = lazy("(?P<year>[0-9]{1,3}|[一二三四五六七八九十百零]{1,5})年")
_HUNDREDTH = lazy("(?P<year>1[0-9]{2})年(?=度|[底初末](?![一-龥]?[0-9])|[0-9]{1,2}月)")
# In a traditional text 101年 alone is a year as well, and so is 98年: no span is told that long.
_BARE_REPUBLIC = lazy("(?P<year>1[0-9]{2}|[6-9][0-9])年(?![来內内以多余]|间|历史)")
_LAST_YEAR = 2100  # plans reach to 2060; 第2150号 is no year
# 11月15日至次年3月15日
_NEXT_YEAR = re.compile("次年|翌年|来年")
# What looks like a day and is none: 2014年2月29日.
_NO_DAY = lazy(rf"(?:{_YEAR})年(?:{_MONTH})月(?:{_DAY}|[0-9]{{1,2}})[日号]")
_MONTHS = re.compile(
    rf"(?P<a>{_MONTH})(?:月份?)?{_TO}(?P<b>{_MONTH})月(?:份)?(?![0-9一二三四五六七八九十])"
)
_YEARS = re.compile(
    rf"(?P<a>{_YEAR})年?{_TO}(?P<b>{_YEAR})(?:(?P<year>年(?:度|末|底)?)|(?=[)）\]〕])|(?=学年))"
)
_NUMERIC = re.compile(
    r"(?P<y>(?:19|20)[0-9]{2})(?P<s>[-/.])(?P<m>0?[1-9]|1[0-2])(?P=s)(?P<d>3[01]|[12][0-9]|0?[1-9])(?![0-9.])"
)
_BARE_YEAR = re.compile(r"(?P<y>(?:19|20)[0-9]{2})(?=[“‘「])")
_LISTED_YEAR = re.compile(r"(?P<y>(?:19|20)[0-9]{2})(?=(?:[、和,](?:19|20)[0-9]{2}){1,4}年)")
_GATE = re.compile(
    rf"[0-9]{{1,4}}(?:[年月/.“‘「、和,]|{_TO}[0-9])|[一二三四五六七八九十〇零○]{{1,4}}[年月季]|[一二三四](?:[、和及至到][一二三四])?季度"
)

_PARTS = {
    "上旬": (1, 10),
    "中旬": (11, 20),
    "下旬": (21, 31),
    "上中旬": (1, 20),
    "中下旬": (11, 31),
}
_AFTER_RELATION = re.compile(
    "以来|之前|以前|前夕|前(?![期沿列三后端往言两])|之后|以后|后(?![续期勤备台])|起(?![草诉])|至今"
)
_BEFORE_RELATION = re.compile("(?:截至|截止到|截止|到|至|自|从|于|较|比|同)$")


class Found(NamedTuple):
    """An expression at `[start, end)` of the view: its points, the year still open."""

    start: int
    end: int
    first: Point
    last: Point
    relative: bool = False
    relation: str | None = None
    loose: bool = False
    known: bool = True

    @property
    def year(self) -> int | None:
        """The last year that is printed."""
        return self.last.year or self.first.year


def number_of(text: str) -> int:
    if text[0] in "0123456789":
        return int(text)
    value = numerals.parse(text.replace("廿", "二十"))
    return int(value.value) if value is not None else 0


def year_number(text: str) -> int:
    """A printed year: 2024, 二〇二四, 二○二四."""
    if text[0] in "0123456789":
        return int(text) if len(text) == 4 else 2000 + int(text)
    return int(
        "".join(
            str("〇一二三四五六七八九".index(c.replace("零", "〇").replace("○", "〇")))
            for c in text
        )
    )


def point_of(match: re.Match[str], year: int | None) -> Point | None:
    """The calendar point of a `POINT` match, or None where it says nothing."""
    if match["year"]:
        year = year_number(match["year"])
    if match["month"]:
        month = number_of(match["month"])
        if match["day"]:
            day = number_of(match["day"])
            return Point(year, (month, month), (day, day)) if is_day(year, month, day) else None
        return Point(year, (month, month), _PARTS.get(match["part"] or ""))
    if match["half"]:
        return Point(year, (1, 6) if match["half"] == "上" else (7, 12))
    if match["quarter"]:
        quarter = number_of(match["quarter"])
        last = number_of(match["quarter2"]) if match["quarter2"] else quarter
        return Point(year, (quarter * 3 - 2, last * 3)) if quarter <= last else None
    if match["quarters"]:
        return Point(year, (1, number_of(match["quarters"]) * 3))
    if match["upto"]:
        months = number_of(match["upto"])
        return Point(year, (1, months)) if 1 <= months <= 12 else None
    if match["edge"]:
        month = {"初": 1, "中": 6}.get(match["edge"], 12)
        return Point(year, (month, month))
    return Point(year) if year is not None else None


def points(text: str, start: int, year: int | None = None) -> Found | None:
    """A point and, after a dash or 至, the point it runs to."""
    match = POINT.match(text, start)
    if match is None or match.end() == start:
        return None
    if match["month"] and not match["year"] and year is None and _weak_month(match):
        return None
    first = point_of(match, year)
    if first is None:
        return None
    end, last = match.end(), first
    if match["day"] or match["month"] or match["year"]:
        to = _TO_HERE.match(text, end)
        if to is not None:
            end, last = _until(text, to.end(), first, end)
    return Found(start, end, first, last)


def _weak_month(match: re.Match[str]) -> bool:
    """一月一清单: a Chinese month alone is no date."""
    return not match["month"][0].isascii() and not (match["day"] or match["part"] or match["fen"])


def _until(text: str, position: int, first: Point, end: int) -> tuple[int, Point]:
    following = _NEXT_YEAR.match(text, position)
    if following is not None:
        after = POINT.match(text, following.end())
        year = first.year + 1 if first.year is not None else None
        if after is not None and after["month"] and not after["year"]:
            last = point_of(after, year)
            if last is not None:
                return after.end(), last._replace(later=0 if year else 1)
        return end, first
    after = POINT.match(text, position)
    if after is not None and after.end() > position and (after["year"] or after["month"]):
        last = point_of(after, first.year)
        if last is not None:
            return _in_order(first, last, end, after)
    if first.days is not None and first.days[0] == first.days[1]:
        day = _DAY_ONLY.match(text, position)
        month = first.months[0]
        if day is not None and is_day(first.year, month, number_of(day["day"])):
            number = number_of(day["day"])
            return day.end(), Point(first.year, first.months, (number, number))
    return end, first


def _in_order(first: Point, last: Point, end: int, after: re.Match[str]) -> tuple[int, Point]:
    """The end of an interval: 2024年12月至2月 ends in the next year, 2024年至2023年 nowhere."""
    if after["year"]:
        backward = last.year is not None and last.last(None) < first.first(last.year)
        return (end, first) if backward else (after.end(), last)
    days = (first.days or (1, 1))[0], (last.days or (31, 31))[1]
    if (last.months[1], days[1]) >= (first.months[0], days[0]):
        return after.end(), last
    if last.year is None:
        return after.end(), last._replace(later=1)
    return after.end(), last._replace(year=last.year + 1)


def months(text: str, start: int, year: int | None = None) -> Found | None:
    match = _MONTHS.match(text, start)
    if match is None:
        return None
    first, last = number_of(match["a"]), number_of(match["b"])
    end = Point(year, (last, last))
    if last < first:
        end = end._replace(later=1) if year is None else end._replace(year=year + 1)
    return Found(start, match.end(), Point(year, (first, first)), end)


def _year_months(text: str, start: int, year: int | None = None) -> Found | None:
    head = _YEAR_HEAD.match(text, start)
    found = months(text, head.end(), year_number(head[1])) if head else None
    return Found(start, found.end, found.first, found.last) if found else None


def _years(text: str, start: int, year: int | None = None) -> Found | None:
    match = _YEARS.match(text, start)
    if match is None:
        return None
    tail = POINT.match(text, match.start("b"))
    if match["year"] == "年" and tail is not None and tail.end() > match.end():
        return None
    first, last = year_number(match["a"]), year_number(match["b"])
    return Found(start, match.end(), Point(first), Point(last)) if first <= last else None


def _numeric(text: str, start: int, year: int | None = None) -> Found | None:
    match = _NUMERIC.match(text, start)
    if match is None or not is_day(int(match["y"]), int(match["m"]), int(match["d"])):
        return None
    day, month = int(match["d"]), int(match["m"])
    point = Point(int(match["y"]), (month, month), (day, day))
    return Found(start, match.end(), point, point)


def _bare_year(text: str, start: int, year: int | None = None) -> Found | None:
    match = _BARE_YEAR.match(text, start) or _LISTED_YEAR.match(text, start)
    if match is None:
        return None
    return Found(start, match.end(), Point(int(match["y"])), Point(int(match["y"])))


def _republic(text: str, start: int, year: int | None = None) -> Found | None:
    """民国101年3月21日, 101年度: years counted from 1911.

    Three digits before a month, 度 or an end of the year are never a span of time.
    """
    named = text[start - 2 : start] == "民国"
    return _counted_from_1911(text, (_REPUBLIC if named else _HUNDREDTH).match(text, start))


def _counted_from_1911(text: str, match: re.Match[str] | None) -> Found | None:
    if match is None:
        return None
    start = match.start()
    number = number_of(match["year"]) + 1911
    rest = points(text, match.end(), number)
    if number > _LAST_YEAR:
        return None
    if rest is None:
        return Found(start, match.end(), Point(number), Point(number))
    return Found(start, rest.end, rest.first, rest.last)


_Rule = Callable[[str, int, int | None], Found | None]
RULES: tuple[_Rule, ...] = (_republic, _numeric, _years, _year_months, months, points, _bare_year)


def match_date(text: str, start: int, *, republic: bool = False) -> Found | None:
    """The date expression that begins at `start`, by the first rule that fits.

    `republic` tells that the text counts its years from 1911, as traditional ones do.
    """
    if _GATE.match(text, start) is None:
        return None
    if republic:
        found = _counted_from_1911(text, _BARE_REPUBLIC.match(text, start))
        if found is not None:
            return with_relation(text, found)
    for rule in RULES:
        found = rule(text, start, None)
        if found is not None:
            return with_relation(text, found)
    absent = _NO_DAY.match(text, start)
    if absent is not None:
        open_point = Point(None)
        return Found(start, absent.end(), open_point, open_point, loose=True, known=False)
    return None


def with_relation(text: str, found: Found) -> Found:
    """The same with the word that stands beside it: 以来, 截至, 前, 较 …"""
    relation = None
    after = _AFTER_RELATION.match(text, found.end)
    if after is not None:
        relation = after.group()
    elif text[found.end - 2 : found.end] == "以来":
        relation = "以来"
    else:
        before = _BEFORE_RELATION.search(text, max(0, found.start - 3), found.start)
        relation = before.group() if before is not None else None
    return Found(
        found.start, found.end, found.first, found.last, found.relative, relation, found.loose,
        found.known,
    )  # fmt: skip
