"""What holds for every text, every report made of it and every line printed, whatever came in."""

from __future__ import annotations

import datetime
import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from summarizer.analysis import Analysis
from summarizer.models import Figure, Report, Span
from summarizer.output import Style, by_name
from summarizer.output.reading_view import published, render
from summarizer.reading import Document
from summarizer.spans import Range

UNPRINTABLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ud800-\udfff]"
)
"""Whatever a terminal would obey, or that turns or hides what is beside it. Tabs and line ends are
looked at by themselves; U+2065 is no character yet."""
_NUMBER = re.compile(r"[^\w\s](\d{4})[^\w\s]第?0*(\d+号)")
_DATE = re.compile(r"(?:\d{4}|-)-\d\d-\d\d")


class BrokenError(AssertionError):
    """An invariant does not hold."""


def need(holds: bool, what: str, *told: object) -> None:
    """Raises BrokenError with what was promised."""
    if not holds:
        raise BrokenError(f"{what}: {', '.join(repr(one)[:160] for one in told)}")


def line(message: str) -> None:
    """A message is one line that a terminal can show."""
    need("\n" not in message and "\t" not in message, "one line", message)
    need(UNPRINTABLE.search(message) is None, "nothing a terminal obeys", message)
    need(len(message) < 1000, "a short line", message)


def reading(document: Document, analysis: Analysis) -> None:
    """The units nest, and every character that is shown has one owner."""
    size = len(document.text)
    owned: list[Range] = []
    ids = []
    for unit in analysis.outline.walk():
        ids.append(unit.id)
        need(0 <= unit.span.start <= unit.span.end <= size, "a unit lies in the text", unit.id)
        last = unit.span.start
        for child in unit.children:
            need(last <= child.span.start and child.span.end <= unit.span.end, "nesting", unit.id)
            last = child.span.end
        owned += [*unit.own, unit.marker_span]
        owned += [unit.heading_span] if unit.heading_span else []
    need(len(ids) == len(set(ids)), "ids are unique", ids)
    owned = sorted(span for span in owned if span.end > span.start)
    for before, after in pairwise(owned):
        need(before.end <= after.start, "one owner", before, after)
    numbered = [unit for unit in analysis.outline.units if unit.level]
    if numbered:
        _all_owned(document, owned, Range(numbered[0].span.start, numbered[-1].span.end))


def _all_owned(document: Document, owned: list[Range], within: Range) -> None:
    """From the first unit to the last: an address before and thanks behind belong to nobody."""
    starts = [span.start for span in owned]
    view = document.view
    for place, character in enumerate(view.text):
        offset = view.offset(place)
        if not character.isalnum() or not within.start <= offset < within.end:
            continue
        at = bisect_right(starts, offset) - 1
        held = at >= 0 and offset < owned[at].end
        need(held, "an owner", offset, document.text[max(0, offset - 10) : offset + 10])


def report(made: Report, document: Document) -> None:
    """Spans are slices of the source, values are numbers, intervals run forward."""
    size = len(document.text)
    for name, span in _spans(made, "report"):
        need(span.start <= span.end <= size, "a span lies in the text", name, span)
    for holder in (*made.walk(), *made.measures, made.overview):
        for figure in holder.figures:
            _figure(figure, document)
        for date in getattr(holder, "dates", ()):
            _slice(date.text, date.span, document)
            _interval(date.start, date.end, date.text)
        for title in getattr(holder, "documents", ()):
            _slice(title.title, title.span, document, canonical=True)


def _spans(record: Any, name: str) -> Iterator[tuple[str, Span]]:
    if isinstance(record, Span):
        yield name, record
    elif isinstance(record, tuple):
        for item in record:
            yield from _spans(item, name)
    elif hasattr(type(record), "model_fields"):
        for field in type(record).model_fields:
            if field != "findings":  # theirs may index the summary
                yield from _spans(getattr(record, field), field)


def _slice(text: str, span: Span, document: Document, *, canonical: bool = False) -> None:
    """`canonical` numbers have the brackets of the standard and no zeros in front."""
    held = document.view.slice(Range(span.start, span.end))
    view = document.view
    told = {view.text[held.start : held.end], view.printed[held.start : held.end]}
    if canonical:
        told |= {_NUMBER.sub(r"〔\1〕\2", one) for one in told}
    squeezed = {"".join(one.split()) for one in told}
    need("".join(text.split()) in squeezed, "a slice of the source", text, sorted(told))


def _figure(figure: Figure, document: Document) -> None:
    _slice(figure.text, figure.span, document)
    need(figure.value.is_finite(), "a finite value", figure)
    if figure.value_high is not None:
        need(figure.value_high.is_finite(), "a finite value", figure)
        need(figure.value <= figure.value_high, "a range runs upwards", figure)
    if figure.period is not None:
        start, _, end = figure.period.partition("/")
        _interval(start, end, figure.period)


def _interval(start: str, end: str, text: str) -> None:
    days = []
    for day in (start, end):
        if day in ("", ".."):
            continue
        need(_DATE.fullmatch(day) is not None, "a date of ISO 8601", day, text)
        open_year = day.startswith("--")  # it may be the 29th of February, and go on next year
        date = datetime.date.fromisoformat(f"2024{day[1:]}" if open_year else day)
        days += [] if open_year else [date]
    need(len(days) < 2 or days[0] <= days[1], "a period runs forward", start, end, text)


def same_again(made: Report, fresh: Report) -> None:
    """What was made of a text is what a second look finds, and its own source bears it."""
    need(fresh.verification == made.verification, "checked again", fresh.verification)


PRINTED = ("text", "md", "csv", "jsonl")


def printed(made: Report, kind: int) -> None:
    """One printed form: encodable, and nothing in its lines that a terminal obeys."""
    name = PRINTED[kind % len(PRINTED)]
    shown = by_name(name).render(
        made, Style(lang=("zh", "en")[kind % 2], width=(40, 100)[kind % 2])
    )
    told = shown if isinstance(shown, str) else shown.decode("utf-8")
    lines(told.removeprefix("\ufeff"), name)  # a spreadsheet needs the mark


def outline_printed(analysis: Analysis) -> None:
    """The same for what `summarize outline` prints."""
    lines(render(published(analysis), analysis.document.text, "zh"), "outline")


def lines(shown: str, name: str) -> None:
    """Lines end in a line feed and nothing in them moves a cursor."""
    shown.encode("utf-8")
    found = UNPRINTABLE.search(shown.replace("\r\n", "\n"))
    if found is not None:
        around = shown[max(0, found.start() - 20) : found.end() + 5]
        need(False, "nothing a terminal obeys", name, around)


def written(made: Report) -> None:
    """The published JSON reads back to itself."""
    text = made.to_json()
    text.encode("utf-8")
    need(
        type(made).model_validate_json(text).to_json() == text, "JSON reads back", made.source.name
    )
