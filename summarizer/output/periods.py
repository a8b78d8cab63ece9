"""ISO 8601 intervals in the words that reports use: 2024年, 2025年1—6月, 2024年4月28日."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

from summarizer.output.wording import word
from summarizer.vocabulary import Lang

_OPEN = "--"  # before the month of a date without a year
_LEAP_YEAR, _SHORT_YEAR = "2000", 2001  # every day of a year, and how months end as they are told


def period(interval: str, lang: Lang) -> str:
    """An interval of ISO dates (or one day) in words; as it stands where it is neither.

    Of dates whose year is nowhere stated (`--01-01/--07-31`) months and days alone are told.
    """
    first, _, last = interval.partition("/")
    if first.startswith(_OPEN):
        return _without_year(first, last or first, lang) or interval
    try:
        start, end = date.fromisoformat(first), date.fromisoformat(last or first)
    except ValueError:
        return interval
    if not of_calendar(interval):
        if start == end:
            return _day(start, lang)
        if (start.month, start.day, end.month, end.day) == (1, 1, 12, 31):
            years = (word("year", lang).format(day.year) for day in (start, end))
            return word("from_to", lang).format(*years)
        form = "day_of_year" if end.year == start.year else "day"
        return word("from_to", lang).format(_day(start, lang), _day(end, lang, form))
    if start.month == 1 and end.month == 12:
        return word("year", lang).format(start.year)
    if start.month == end.month:
        return word("month", lang).format(start.year, start.month)
    return word("months", lang).format(start.year, start.month, end.month)


def _without_year(first: str, last: str, lang: Lang) -> str:
    """Months, or the days, of an interval without a year; empty for what is none."""
    try:
        start, end = (date.fromisoformat(_LEAP_YEAR + day[1:]) for day in (first, last))
    except ValueError:
        return ""
    if start.day == 1 and end.day == monthrange(_SHORT_YEAR, end.month)[1]:
        name = "month_alone" if start.month == end.month else "months_alone"
        return word(name, lang).format(start.month, end.month)
    days = [_day(day, lang, "day_alone") for day in dict.fromkeys((start, end))]
    return days[0] if len(days) == 1 else word("from_to", lang).format(*days)


def of_calendar(interval: str) -> bool:
    """Whether an interval is whole months of one year: 2024年, 2025年1—6月."""
    first, _, last = interval.partition("/")
    try:
        start, end = date.fromisoformat(first), date.fromisoformat(last or first)
    except ValueError:
        return False
    return (
        start.year == end.year and start.day == 1 and end.day == monthrange(end.year, end.month)[1]
    )


def _day(day: date, lang: Lang, form: str = "day") -> str:
    return word(form, lang).format(day.year, day.month, day.day)
