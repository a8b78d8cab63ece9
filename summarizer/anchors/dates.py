"""Dates and periods, from a view position: the forms in an ordered table.

`match_date` reads one expression that begins with a numeral. Years are resolved by `years.py`,
never by the clock; calendar words (今年, 上半年) are read in `calendar_words.py`.
Notations: GB/T 15835-2011, 4 and 5 (2024年3月, 二〇二四年) and GB/T 7408 (2024-03-01).
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from summarizer import patterns as re
from summarizer.anchors.calendar import Point, is_day
from summarizer.anchors.points import (
    DAY,
    MONTH,
    POINT,
    SHORT_YEAR,
    TO,
    YEAR,
    Found,
    number_of,
    points,
    year_number,
)
from summarizer.patterns import lazy

_YEAR_HEAD = re.compile(rf"({YEAR}|{SHORT_YEAR})年")
_REPUBLIC = lazy("(?P<year>[0-9]{1,3}|[一二三四五六七八九十百零]{1,5})年")
_HUNDREDTH = lazy("(?P<year>1[0-9]{2})年(?=度|[底初末](?![一-龥]?[0-9])|[0-9]{1,2}月)")
# In a traditional text 101年 alone is a year as well, and so is 98年: no span is told that long.
_BARE_REPUBLIC = lazy("(?P<year>1[0-9]{2}|[6-9][0-9])年(?![来內内以多余]|间|历史)")
_LAST_YEAR = 2100  # plans reach to 2060; 第2150号 is no year
# What looks like a day and is none: 2014年2月29日.
_NO_DAY = lazy(rf"(?:{YEAR})年(?:{MONTH})月(?:{DAY}|[0-9]{{1,2}})[日号]")
_MONTHS = re.compile(
    rf"(?P<a>{MONTH})(?:月份?)?{TO}(?P<b>{MONTH})月(?:份)?(?![0-9一二三四五六七八九十])"
)
_YEARS = re.compile(
    rf"(?P<a>{YEAR})年?{TO}(?P<b>{YEAR})(?:(?P<year>年(?:度|末|底)?)|(?=[)）\]〕])|(?=学年))"
)
_NUMERIC = re.compile(
    r"(?P<y>(?:19|20)[0-9]{2})(?P<s>[-/.])(?P<m>0?[1-9]|1[0-2])(?P=s)(?P<d>3[01]|[12][0-9]|0?[1-9])(?![0-9.])"
)
_BARE_YEAR = re.compile(r"(?P<y>(?:19|20)[0-9]{2})(?=[“‘「])")
_LISTED_YEAR = re.compile(r"(?P<y>(?:19|20)[0-9]{2})(?=(?:[、和,](?:19|20)[0-9]{2}){1,4}年)")
# 7、8月, 7、8、9三个月: every month but the last, and the last before how many there are
_LISTED_MONTH = re.compile(
    r"(?P<m>1[0-2]|[1-9])(?=(?P<more>(?:[、和](?:1[0-2]|[1-9])){0,11})(?:月|(?P<count>[两二三四五六])个月))"
)
_GATE = re.compile(
    rf"[0-9]{{1,2}}[两二三四五六]个月|[0-9]{{1,4}}(?:[年月/.“‘「、和,]|{TO}[0-9])|[一二三四五六七八九十〇零○]{{1,4}}(?:[年月季]|{TO}(?:[一二三四五六七八九十]{{1,3}}月|[一二][〇零○九]))|[一二三四](?:[、和及至到][一二三四])?季度"
)

_AFTER_RELATION = re.compile(
    "以来|之前|以前|前夕|前(?![期沿列三后端往言两])|之后|以后|后(?![续期勤备台])|起(?![草诉])|至今"
)
_BEFORE_RELATION = re.compile("(?:截至|截止到|截止|到|至|自|从|于|较|比|同)$")


def months(text: str, start: int, year: int | None = None) -> Found | None:
    """Months from one to another, the later one of the next year where it is the smaller number."""
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


def _listed_month(text: str, start: int, year: int | None = None) -> Found | None:
    match = _LISTED_MONTH.match(text, start)
    if match is None:
        return None
    before = text[start - 1 : start]
    if not match["more"] and not (match["count"] and before in ("、", "和")):
        return None
    if not match["count"] and before in ("", "\n"):
        return None  # 1、2月底前完成: the number of an item
    row = [int(number) for number in re.split("[、和]", match["m"] + match["more"])]
    if any(later <= month for month, later in pairwise(row)):
        return None
    point = Point(None, (row[0], row[0]))
    return Found(start, match.end(), point, point)


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
RULES: tuple[_Rule, ...] = (
    _republic, _numeric, _years, _year_months, months, _listed_month, points, _bare_year,
)  # fmt: skip


def match_date(text: str, start: int, *, republic: bool = False) -> Found | None:
    """The date expression that begins at `start`, by the first rule that fits, or None.

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
        return Found(start, absent.end(), open_point, open_point, non_date=True, known=False)
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
        found.start, found.end, found.first, found.last, found.relative, relation, found.non_date,
        found.known,
    )  # fmt: skip
