"""Intervals of ISO dates, and when two of them are the same period.

A date whose year is nowhere stated is open: `--06-30`.
"""

from __future__ import annotations

from typing import NamedTuple

_SHORT = 45  # days: what happened in such a span may be told of its month
_SENSES = {
    **dict.fromkeys(("以来", "至今", "起", "从", "自", "之后", "以后", "后"), "since"),
    **dict.fromkeys(("之前", "以前", "前夕", "前"), "before"),
    **dict.fromkeys(("较", "比", "同"), "compared"),
}


def sense(relation: str | None) -> str:
    """What the word beside a date makes of it: 于, 到 and 截至 name the time itself."""
    return _SENSES.get(relation or "", "at")


class Interval(NamedTuple):
    """First and last day, as ISO 8601 dates."""

    first: str
    last: str

    @property
    def is_open(self) -> bool:
        """True where the year is not known."""
        return self.first.startswith("--")

    @property
    def days(self) -> int:
        """A rough length, months taken as 31 days; 0 for one day. Needs no year."""
        return _ordinal(self.last) - _ordinal(self.first)


def _ordinal(day: str) -> int:
    year, month, date = day[:-6], day[-5:-3], day[-2:]
    known = (int(part) if part.isdecimal() else 0 for part in (year, month, date))
    return sum(part * weight for part, weight in zip(known, (372, 31, 1), strict=True))


def without_year(interval: Interval) -> Interval:
    """Month and day of both ends."""
    return Interval(interval.first[-5:], interval.last[-5:])


def same_period(first: Interval, second: Interval, *, with_year: bool) -> bool:
    """True where two intervals are equal; without the year where one does not state it."""
    if first == second:
        return True
    if with_year and not (first.is_open or second.is_open):
        return False
    return without_year(first) == without_year(second)


def covers(whole: Interval, part: Interval) -> bool:
    """True where `part` lies inside `whole`."""
    return whole.first <= part.first and part.last <= whole.last


def ends_alike(first: Interval, second: Interval) -> bool:
    """True for two short intervals that end on one day: 6月底 and 6月30日."""
    return first.last == second.last and max(first.days, second.days) < _SHORT


def same_months(first: Interval, second: Interval) -> bool:
    """True where both begin in one month and end in one month: 4月至7月 of 4月28日至7月27日."""
    return (first.first[:-3], first.last[:-3]) == (second.first[:-3], second.last[:-3])


def retells(claim: Interval, source: Interval) -> bool:
    """True where a claim names the month or year of a day or a few weeks."""
    return covers(claim, source) and source.days < _SHORT
