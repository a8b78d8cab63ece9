"""ISO 8601 intervals in the words that reports use: 2024年, 2025年1—6月, 2024年4月28日."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

from summarizer.output.wording import word
from summarizer.vocabulary import Lang


def period(interval: str, lang: Lang) -> str:
    """An interval of ISO dates (or one day) in words; as it stands where it is neither."""
    first, _, last = interval.partition("/")
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
