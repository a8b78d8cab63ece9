"""Intervals of ISO 8601 dates, both ends included.

A year that nothing in the text gives stays open: `--06-30` (the truncated form of ISO 8601:2000).
"""

from __future__ import annotations

from typing import NamedTuple

_LENGTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


class Point(NamedTuple):
    """A calendar point or part: a year, a span of its months, or of one month's days."""

    year: int | None
    months: tuple[int, int] = (1, 12)
    days: tuple[int, int] | None = None

    def first(self, year: int | None) -> str:
        """The first day; `year` stands in where none is printed."""
        return _iso(self.year or year, self.months[0], self.days[0] if self.days else 1)

    def last(self, year: int | None) -> str:
        """The last day; `year` stands in where none is printed."""
        whose = self.year or year
        length = month_length(whose, self.months[1])
        return _iso(whose, self.months[1], min(self.days[1], length) if self.days else length)


def month_length(year: int | None, month: int) -> int:
    """Days of a month; of 29 for February where the year is open."""
    if month == 2 and year is not None:
        return 29 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 28
    return _LENGTHS[month - 1]


def is_day(year: int | None, month: int, day: int) -> bool:
    """True where the month has that day."""
    return 1 <= month <= 12 and 1 <= day <= month_length(year, month)


def _iso(year: int | None, month: int, day: int) -> str:
    return f"{year:04d}-{month:02d}-{day:02d}" if year else f"--{month:02d}-{day:02d}"
