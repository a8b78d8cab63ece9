"""The typed fields of a measure against the anchors at the places they name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar

from summarizer.anchors.records import DateMention, Figure, Title, within
from summarizer.checking.context import Fault, Grade, Near
from summarizer.checking.equality import number_key, same_amount, title_key, unit_name
from summarizer.checking.index import SourceIndex
from summarizer.models import DateMention as TypedDate
from summarizer.models import DocumentTitle, Measure, Span
from summarizer.models import Figure as TypedFigure
from summarizer.reading.outline.records import Unit
from summarizer.spans import Range

AnchorT = TypeVar("AnchorT", Figure, DateMention, Title)


def typed_faults(measure: Measure, unit: Unit, index: SourceIndex) -> tuple[Fault, ...]:
    """Every typed figure, date and title that differs from the anchor at its place."""
    anchors = index.scope(unit).own
    found: list[Fault] = []
    for figure in measure.figures:
        found.extend(_figure(figure, anchors.figures, index))
    for date in measure.dates:
        found.extend(_date(date, anchors.dates, index))
    for title in measure.documents:
        found.extend(_document(title, unit, index))
    return tuple(found)


def _at(anchors: Sequence[AnchorT], span: Span) -> AnchorT | None:
    place = Range(span.start, max(span.end, span.start + 1))
    return next(iter(within(anchors, place)), None)


def _figure(figure: TypedFigure, anchors: Sequence[Figure], index: SourceIndex) -> Iterator[Fault]:
    source = _at(anchors, figure.span)
    if source is None:
        yield _fault("figure_invented", "figure_invented", figure.text, None)
        return
    near = Near(index.printed(source.span), source.span)
    if (figure.value, figure.value_high) != (source.value, source.high):
        claimed = _as_anchor(figure, source)
        if not same_amount(claimed, source):
            yield _fault("value", "value", f"{figure.text}={figure.value}", near)
    elif unit_name(figure.unit) != unit_name(source.unit) or figure.kind is not source.kind:
        yield _fault("unit", "unit", f"{figure.text}（{figure.unit}）", near)
    if figure.direction and source.direction and figure.direction != source.direction:
        yield _fault("direction", "direction", figure.text, near)


def _as_anchor(figure: TypedFigure, source: Figure) -> Figure:
    return Figure(
        span=source.span,
        text=figure.text,
        value=figure.value,
        high=figure.value_high,
        unit=figure.unit,
        kind=figure.kind,
    )


def _date(date: TypedDate, anchors: Sequence[DateMention], index: SourceIndex) -> Iterator[Fault]:
    source = _at(anchors, date.span)
    if source is None:
        yield _fault("date", "date_invented", date.text, None)
    elif (date.start, date.end) != (source.first, source.last):
        near = Near(index.printed(source.span), source.span)
        yield _fault("date", "date", f"{date.text}={date.start}/{date.end}", near)


def _document(title: DocumentTitle, unit: Unit, index: SourceIndex) -> Iterator[Fault]:
    span = Range(title.span.start, title.span.end)
    inside = unit.span.start <= span.start < span.end <= unit.span.end
    if not inside:
        yield _fault("title_invented", "title_invented", title.title, None)
        return
    printed = index.printed(span)
    if title_key(title.title) in title_key(printed) or number_key(title.title) == number_key(
        printed
    ):
        return
    yield _fault("title_altered", "title_altered", title.title, Near(printed, span))


def _fault(kind: str, message: str, claim: str, near: Near | None) -> Fault:
    return Fault(kind, Grade.WRONG, claim, message, -1, near)
