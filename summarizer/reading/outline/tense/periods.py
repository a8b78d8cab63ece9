"""The years that a heading speaks of, against the year that a report speaks from."""

from __future__ import annotations

from typing import NamedTuple

from summarizer import patterns as re
from summarizer.patterns import lazy
from summarizer.reading.document import Document

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?=年|[-—–~至到、和及](?:19|20)\d\d年?)")
_QUOTED_FIVE = lazy(r"“(?P<number>[一二三四五六七八九十]{1,3})五”")
_BY_YEAR = lazy(r"到(?P<year>20\d\d)年")
# “十四五”时期是…, 今后五年，: how a paragraph begins that turns to a time to come.
_TURNS = lazy(
    r"\s*(?:各位代表[!！,，]|展望[^,。]{0,6}[,，])?(?:(?P<plan>“[一二三四五六七八九十]{1,3}五”)(?:时期|期间)"
    r"|(?P<next>(?:今后|未来)的?[一二三四五六七八九十两几]{1,2}年)"
    r"|根据《?[^。,，》]{0,40}第(?P<numbered>[一二三四五六七八九十]{1,3})个五年规划)"
)
_DIGITS = "〇一二三四五六七八九"
_FIRST_PLAN = 1953  # 一五: 1953–1957; from 六五 (1981–1985) on every five years
_SIXTH_PLAN = 1981  # the first year of 六五; plans are counted from it
# Titles that name the year they look back on; a work report's names the year it is given in, and
# one of two years (2025年总结和2026年安排) is given at the turn.
_LOOKS_BACK = lazy(r"总结|公报|通报|情况|年度报告|决算")
_EARLY = 4  # a text of the first months of a year speaks of that year as one to come


class Now(NamedTuple):
    """The year and month that a text speaks from."""

    year: int
    month: int


def now_of(document: Document) -> Now | None:
    """When a report was given: its date, else what its title says; None where neither does."""
    if document.issued_on is not None and len(document.issued_on) >= 7:
        return Now(int(document.issued_on[:4]), int(document.issued_on[5:7]))
    title = document.title or ""
    named = _YEAR.findall(title)
    if not named:
        return None
    years = {int(found) for found in named}
    behind = len(years) == 1 and _LOOKS_BACK.search(title) is not None
    return Now(max(years) + 1 if behind else max(years), 1)


def years_of(heading: str) -> tuple[int, int] | None:
    """The first and the last year that a heading names, plans of five years included."""
    found = [int(year) for year in _YEAR.findall(heading)]
    for match in _QUOTED_FIVE.finditer(heading):
        number = _number(match["number"])
        if number is not None:
            first = _FIRST_PLAN + 5 * (number - 1) if number < 6 else _SIXTH_PLAN + 5 * (number - 6)
            found.extend((first, first + 4))
    return (min(found), max(found)) if found else None


def to_come(years: tuple[int, int], now: Now) -> bool | None:
    """Whether years lie ahead (True) or behind (False) of `now`; None where they hold it."""
    first, last = years
    if last < now.year:
        return False
    if first > now.year:
        return True
    if first == now.year and now.month <= _EARLY:
        return True
    return None


def aims_ahead(text: str, now: Now | None) -> bool:
    """Whether a text names what is to be reached by a year that lies ahead (到2022年)."""
    years = (int(match["year"]) for match in _BY_YEAR.finditer(text))
    return now is not None and any(year > now.year for year in years)


def turns_to_come(paragraph: str, now: Now | None) -> bool:
    """Whether a paragraph begins with a span of years that lies ahead of `now`."""
    found = _TURNS.match(paragraph)
    if found is None:
        return False
    plan = found["plan"] or (found["numbered"] and f"“{found['numbered']}五”")
    years = years_of(plan) if plan else None
    return years is None or (now is not None and to_come(years, now) is True)


def _number(text: str) -> int | None:
    """The value of 五, 十, 十四, 二十."""
    tens, mark, ones = text.rpartition("十")
    if not mark:
        return _DIGITS.find(ones) if len(ones) == 1 else None
    high = _DIGITS.find(tens) if tens else 1
    low = _DIGITS.find(ones) if ones else 0
    return high * 10 + low if high > 0 and low >= 0 else None
