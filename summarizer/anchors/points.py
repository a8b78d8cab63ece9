"""Points of the calendar as printed (2024年3月上旬, 前三季度) and the point one runs to.

The year may still be open: `years.py` closes it. What is a date of the text and which form it has
is in `dates.py`.
"""

from __future__ import annotations

from typing import NamedTuple

from summarizer import patterns as re
from summarizer.anchors import numerals
from summarizer.anchors.calendar import Point, is_day
from summarizer.patterns import lazy

YEAR = r"(?:(?:19|20)[0-9]{2}|[一二][〇零○九][〇零○一二三四五六七八九]{2})"
MONTH = r"(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])"
_UNITS = "[一二三四五六七八九]"
DAY = rf"(?:3[01]|[12][0-9]|0?[1-9]|二?十{_UNITS}?|三十一?|廿{_UNITS}?|{_UNITS})"
DASH = r"[—–‐‑―─~～\-−－]{1,2}"
TO = rf"(?:{DASH}|至|到)"
_PART = "(?P<part>底|末|初|上旬|中下旬|上中旬|中旬|下旬|中(?=[,，。、;；至前]))"
SHORT_YEAR = (
    rf"(?<![0-9.])[0-4][0-9](?=年(?:[底末初]|(?:1[0-2]|[1-9])(?:月|(?:{DASH}|至)[0-9]{{1,2}}月)|[上下]半年|"
    r"[一二三四]季度|前[一二三]季度))"
)
POINT = re.compile(
    rf"(?:(?P<year>{YEAR}|{SHORT_YEAR})年)?"
    rf"(?:(?P<month>{MONTH})月(?:(?P<day>{DAY})[日号](?!线|楼|院|文)|(?P<fen>份)?"
    rf"{_PART}?)"
    r"|(?P<half>[上下])半年|第?(?P<quarter>[一二三四1-4])(?:[、和及至到]第?(?P<quarter2>[一二三四1-4]))?季度(?P<closes>末)?|前(?P<quarters>[一二三两23])个?季度"
    r"|[前头](?P<upto>[0-9]{1,2}|[一二两三四五六七八九十]{1,2})个月"
    r"|全年|年?(?P<edge>底|末|初|中(?=[,，。、;；前]))|度)?"
)
_DAY_ONLY = lazy(rf"(?P<day>{DAY})[日号]")
_TO_HERE = re.compile(TO)
# 11月15日至次年3月15日
_NEXT_YEAR = re.compile("次年|翌年|来年")

_PARTS = {
    "上旬": (1, 10),
    "中旬": (11, 20),
    "下旬": (21, 31),
    "上中旬": (1, 20),
    "中下旬": (11, 31),
}


class Found(NamedTuple):
    """An expression at `[start, end)` of the view: its points, the year still open."""

    start: int
    end: int
    first: Point
    last: Point
    relative: bool = False
    relation: str | None = None
    non_date: bool = False
    known: bool = True

    @property
    def year(self) -> int | None:
        """The last year that is printed."""
        return self.last.year or self.first.year


def number_of(text: str) -> int:
    """A day, month or year as printed, in either digits; 0 where it is no number."""
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
        first = last * 3 if match["closes"] else quarter * 3 - 2
        return Point(year, (first, last * 3)) if quarter <= last else None
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
            if number >= first.days[0]:  # 12月30日至2日 does not say which month's 2日
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
