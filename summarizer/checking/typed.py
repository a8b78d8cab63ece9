"""The typed figures, dates and titles of a report against the anchors at the places they name.

In a report of ours every one of them was taken from the source, so any difference is a falsehood.
Only the label of a figure may be a model's own wording.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from operator import attrgetter
from typing import TypeVar

from summarizer import patterns as re
from summarizer.anchors.records import (
    Anchors,
    DateMention,
    DocumentNumber,
    Figure,
    Title,
    within,
)
from summarizer.checking.equality import flat, number_key, same_amount, title_key, unit_name
from summarizer.checking.field_messages import field_message
from summarizer.checking.findings import Fault, Grade, Near
from summarizer.checking.index import SourceIndex
from summarizer.checking.textual import brief
from summarizer.models import DateMention as TypedDate
from summarizer.models import DocumentTitle, Measure, Overview, Span
from summarizer.models import Figure as TypedFigure
from summarizer.reading.outline.records import Unit
from summarizer.spans import Range
from summarizer.vocabulary import Origin
from summarizer.words import worded

AnchorT = TypeVar("AnchorT", Figure, DateMention, Title, DocumentNumber)

_FIELDS = (
    "kind", "qualifier", "direction", "comparator", "period", "period_from", "per", "role", "bound",
    "subject",
)  # fmt: skip
_PUBLISHED = attrgetter("text", "value", "value_high", "unit", "label", *_FIELDS)
_READ = attrgetter("text", "value", "high", "unit", "label", *_FIELDS)
NOTHING = "—"
_FOREIGN = re.compile(r"[A-Za-z]{2,}")
# Words that only say what sort of number it is fit every figure.
_GENERAL = worded("figures", "{vague}")
_LETTER = re.compile(r"[\u3400-\u9fffA-Za-z]")


def typed_faults(measure: Measure, unit: Unit, index: SourceIndex) -> tuple[Fault, ...]:
    """Every typed figure, date and title that differs from the anchor at its place."""
    anchors = index.scope(unit).own
    exact = measure.origin is Origin.EXTRACTIVE
    found: list[Fault] = []
    for figure in measure.figures:
        found.extend(_figure(figure, anchors.figures, index, exact_label=exact))
    for date in measure.dates:
        found.extend(_date(date, anchors.dates, index))
    for title in measure.documents:
        found.extend(_document(title, anchors, index))
    return tuple(found)


def overview_faults(overview: Overview, index: SourceIndex) -> tuple[Fault, ...]:
    """Every figure of the overview that is no figure of the source."""
    anchors = index.analysis.anchors.figures
    return tuple(
        fault
        for figure in overview.figures
        for fault in _figure(figure, anchors, index, exact_label=True)
    )


def differing(
    name: str, kind: str, claim: str, fields: tuple[object, object], near: Near | None
) -> Fault:
    """The fault that a field says the first of `fields` where the source says the second."""
    mine, theirs = (
        NOTHING if field is None or field == "" else brief(str(field)) for field in fields
    )
    details = {"mine": mine, "theirs": theirs}
    return Fault(kind, Grade.WRONG, claim, field_message(name), None, near, details)


def _at(anchors: Sequence[AnchorT], span: Span) -> AnchorT | None:
    place = Range(span.start, max(span.end, span.start + 1))
    return next(iter(within(anchors, place)), None)


def _figure(
    figure: TypedFigure, anchors: Sequence[Figure], index: SourceIndex, *, exact_label: bool
) -> Iterator[Fault]:
    source = _at(anchors, figure.span)
    if source is None:
        yield _missing("figure_invented", figure.text)
        return
    if _ends(figure.span) == source.span and _PUBLISHED(figure) == _READ(source):
        return  # as published by this package: nearly all
    near = Near(index.printed(source.span), source.span)
    for name, mine, theirs in _differences(figure, source):
        yield differing(name, name, figure.text, (mine, theirs), near)
    label = _label(figure, source, index, near, exact=exact_label)
    if label is not None:
        yield label


def _differences(figure: TypedFigure, source: Figure) -> Iterator[tuple[str, object, object]]:
    if _ends(figure.span) != tuple(source.span):
        yield "span", _shown(figure.span), _shown(source.span)
    if flat(figure.text) != flat(source.text):
        yield "text", figure.text, source.text
    if (figure.value, figure.value_high) != (source.value, source.high):
        if not same_amount(_as_anchor(figure, source), source):
            yield "value", _amount(figure.value, figure.value_high), _amount(*_values(source))
    elif unit_name(figure.unit) not in (
        unit_name(source.unit),
        unit_name(f"{source.unit}/{source.per}"),
    ):
        yield "unit", figure.unit, source.unit
    for name in _FIELDS:
        mine, theirs = getattr(figure, name), getattr(source, name)
        if mine != theirs:
            yield name, _listed(mine), _listed(theirs)


def _listed(value: object) -> object:
    return " ".join(value) if isinstance(value, tuple) else value


def _values(source: Figure) -> tuple[Decimal, Decimal | None]:
    return source.value, source.high


def _amount(value: Decimal, high: Decimal | None) -> str:
    return "–".join(f"{end:f}" for end in (value, high) if end is not None)


def _shown(span: Span | Range) -> str:
    return f"{span.start}–{span.end}"


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end


def _as_anchor(figure: TypedFigure, source: Figure) -> Figure:
    return Figure(
        span=source.span,
        text=figure.text,
        value=figure.value,
        high=figure.value_high,
        unit=figure.unit,
        kind=figure.kind,
    )


def _label(
    figure: TypedFigure, source: Figure, index: SourceIndex, near: Near, *, exact: bool
) -> Fault | None:
    """A label that is not the source's; of a model's own words only one that fits nothing."""
    if flat(figure.label or "") == flat(source.label or ""):
        return None
    if exact:
        return differing("label", "label", figure.text, (figure.label, source.label), near)
    label = flat(figure.label or "")
    sentence = index.sentence_at(source.span.start)
    unit = index.unit_at(source.span.start)
    scope = index.scope(unit)
    words = flat(f"{sentence}{source.label or ''}{unit.heading if unit else ''}")
    said = set(_LETTER.findall(_GENERAL.sub("", label)))
    strange = [word for word in _FOREIGN.findall(label) if not scope.states(word)]
    if not strange and (not said or said & set(_LETTER.findall(words))):
        return None
    details = {"mine": figure.label or ""}
    return Fault("label", Grade.DOUBTFUL, figure.text, "label_strange", None, near, details)


def _date(date: TypedDate, anchors: Sequence[DateMention], index: SourceIndex) -> Iterator[Fault]:
    source = _at(anchors, date.span)
    if source is None:
        yield _missing("date_invented", date.text, "date")
        return
    told = (_ends(date.span), date.start, date.end, date.text)
    if told == (tuple(source.span), source.first, source.last, source.text):
        return  # as published by this package: nearly all
    near = Near(index.printed(source.span), source.span)
    if _ends(date.span) != tuple(source.span):
        spans = _shown(date.span), _shown(source.span)
        yield differing("span", "span", date.text, spans, near)
    if (date.start, date.end) != (source.first, source.last):
        mine, theirs = f"{date.start}/{date.end}", f"{source.first}/{source.last}"
        yield differing("date", "date", date.text, (mine, theirs), near)
    elif flat(date.text) != flat(source.text):
        yield differing("date", "date", date.text, (date.text, source.text), near)


def _document(title: DocumentTitle, anchors: Anchors, index: SourceIndex) -> Iterator[Fault]:
    named: Title | DocumentNumber | None = _at(anchors.titles, title.span)
    source = named or _at(anchors.document_numbers, title.span)
    if source is None:
        yield _missing("title_invented", title.title)
        return
    if (_ends(title.span), title.title) == (tuple(source.span), source.text):
        return
    near = Near(index.printed(source.span), source.span)
    if _ends(title.span) != tuple(source.span):
        spans = _shown(title.span), _shown(source.span)
        yield differing("span", "span", title.title, spans, near)
    key = title_key if source is named else number_key
    if key(title.title) != key(source.text):
        yield Fault(
            "title_altered",
            Grade.WRONG,
            title.title,
            "field_title",
            None,
            near,
            {"mine": title.title, "theirs": source.text},
        )


def _missing(message: str, claim: str, kind: str | None = None) -> Fault:
    return Fault(kind or message, Grade.WRONG, claim, message)
