"""Intervals of ISO 8601 (GB/T 7408) dates, both ends included.

A year that nothing in the text gives stays open: `--06-30` (the truncated form of ISO 8601:2000).
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

_LENGTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
"""Of the months; of February in a leap year."""
_EARLY = 4  # of 80 work reports of governments 77 were given by April


class Point(NamedTuple):
    """A calendar point or part: a year, a span of its months, or of one month's days."""

    year: int | None
    months: tuple[int, int] = (1, 12)
    days: tuple[int, int] | None = None
    later: int = 0
    """Years to add to an inherited year: the end of 11月至次年3月 is in the next."""

    def first(self, year: int | None) -> str:
        """The first day; `year` stands in where none is printed."""
        return _iso(self._of(year), self.months[0], self.days[0] if self.days else 1)

    def last(self, year: int | None) -> str:
        """The last day; `year` stands in where none is printed."""
        whose = self._of(year)
        length = month_length(whose, self.months[1])
        return _iso(whose, self.months[1], min(self.days[1], length) if self.days else length)

    def _of(self, year: int | None) -> int | None:
        if self.year is not None:
            return self.year
        if year is None:
            return None
        whose = year + self.later
        # 2月29日 is of no year that has none: it stays open then.
        return whose if not self.days or is_day(whose, self.months[0], self.days[0]) else None


def month_length(year: int | None, month: int) -> int:
    """Days of a month; of 29 for February where the year is open."""
    if month == 2 and year is not None:
        return 29 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 28
    return _LENGTHS[month - 1]


def is_day(year: int | None, month: int, day: int) -> bool:
    """True where the month has that day."""
    return 1 <= month <= 12 and 1 <= day <= month_length(year, month)


@lru_cache(maxsize=4096)  # a report tells the same few days again and again: one text for each
def _iso(year: int | None, month: int, day: int) -> str:
    return f"{year:04d}-{month:02d}-{day:02d}" if year else f"--{month:02d}-{day:02d}"


def follows(last: str, first: str) -> bool:
    """True where one interval ends on the day before another begins, both with their years."""
    if last.startswith("-") or first.startswith("-"):
        return False
    return date.fromisoformat(last) + timedelta(days=1) == date.fromisoformat(first)


def years_earlier(day: str, years: int) -> str:
    """The same day so many years before; the last of February where it has no such day."""
    year = int(day[:4]) - years
    month, number = int(day[5:7]), int(day[8:])
    return _iso(year, month, min(number, month_length(year, month)))


def year_before(issued: str | None) -> int | None:
    """The whole year on which a report looks back that was given early in the next one."""
    if issued is None or len(issued) < len("2022-02") or int(issued[5:7]) > _EARLY:
        return None
    return int(issued[:4]) - 1
