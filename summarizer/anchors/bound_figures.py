"""The record of a figure: what it is bound to, with its spans in the source."""

from __future__ import annotations

from decimal import Decimal

from summarizer.anchors.changes import Change
from summarizer.anchors.labels import Label
from summarizer.anchors.periods import Period
from summarizer.anchors.raw import Raw
from summarizer.anchors.records import Figure
from summarizer.reading.document import View
from summarizer.spans import Range
from summarizer.vocabulary import FigureRole, PeriodFrom


class Kept:
    """What many figures of a report have in common, once: texts, values, where a period stands."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._texts: dict[str, str] = {}
        self._values: dict[str, Decimal] = {}
        self._labels: dict[tuple[int, int], Range] = {}
        self._place: tuple[int, int] | None = None
        self._range = Range(0, 0)

    def text(self, text: str) -> str:
        return self._texts.setdefault(text, text)

    def value(self, value: Decimal) -> Decimal:
        """By its digits: 3.50 and 3.5 are equal and not the same."""
        return self._values.setdefault(str(value), value)

    def label_place(self, label: Label, figure: Range) -> Range:
        """Where a label stands, counted from where its figure begins."""
        place = self._view.source(label.start, label.end)
        place = Range(place.start - figure.start, place.end - figure.start)
        return self._labels.setdefault(place, place)

    def range(self, place: tuple[int, int]) -> Range:
        """The range of a date in the source, which is that of the figure before as a rule."""
        if place != self._place:
            self._place, self._range = place, self._view.source(*place)
        return self._range


def figure_of(
    view: View,
    raw: Raw,
    label: Label | None,
    moved: Change,
    compared: str | None,
    dated: Period | None,
    per: str | None,
    role: FigureRole,
    kept: Kept,
) -> Figure:
    value, direction = raw.value, moved.direction
    if value < 0 and direction in ("up", "down"):
        # 增长-3% is what 下降3% is.
        value, direction = -value, "down" if direction == "up" else "up"
    span = view.source(raw.start, raw.end)
    return Figure(
        span=span,
        text=kept.text(view.printed[raw.start : raw.end].replace("\n", "")),
        value=kept.value(value),
        high=raw.high,
        unit=kept.text(raw.unit),
        kind=raw.kind,
        qualifier=raw.qualifier,
        label=kept.text(label.text) if label else None,
        label_place=kept.label_place(label, span) if label else None,
        direction=direction,
        comparator=compared,
        change=moved.change,
        period=kept.text(dated.iso) if dated and dated.iso else None,
        period_span=kept.range(dated.place) if dated and dated.place else None,
        period_from=dated.how if dated else PeriodFrom.NONE,
        per=per,
        role=role,
        bound=raw.bound,
        non_quantity=raw.non_quantity,
    )
