"""What the summaries mention of the source's anchors, and what they leave out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from summarizer.checking.index import SourceIndex
from summarizer.checking.statement import Tally
from summarizer.models import AnchorCount, Omitted, Report, Span, Verification
from summarizer.models.values import lean
from summarizer.spans import Range


@dataclass(frozen=True, slots=True)
class _Anchor:
    """An anchor that a summary may be expected to mention; heavier ones first."""

    weight: int
    kind: str
    text: str
    label: str | None
    span: Range


def verification_of(
    report: Report, index: SourceIndex, tally: Tally, cited: frozenset[Range]
) -> Verification:
    """Claims by verdict, units told, anchors cited, and the anchors left out by weight."""
    told = {measure.id for measure in report.measures if measure.summary.strip()}
    leaves = index.analysis.outline.leaves()
    anchors = list(_anchors(index))
    left = sorted(
        (anchor for anchor in anchors if anchor.span not in cited),
        key=lambda anchor: (-anchor.weight, anchor.span.start),
    )
    return Verification(
        supported=tally.supported,
        approximated=tally.approximated,
        contradicted=tally.contradicted,
        unverifiable=tally.unverifiable,
        unread=tally.unread,
        units=len(leaves),
        summarised=sum(unit.id in told for unit in leaves),
        omitted=tuple(_omitted(anchor, index) for anchor in left),
        anchors=AnchorCount(total=len(anchors), cited=len(anchors) - len(left)),
    )


def _anchors(index: SourceIndex) -> Iterator[_Anchor]:
    for unit in index.analysis.outline.units:
        found = index.analysis.anchors_of(unit)
        for figure in found.figures:
            if not figure.non_quantity:
                weight = 5 if figure.label else 3
                yield _Anchor(weight, "figure", figure.text, figure.label, figure.span)
        for title in found.titles:
            yield _Anchor(4, "title", title.text, None, title.span)
        for number in found.document_numbers:
            yield _Anchor(4, "document_number", number.text, None, number.span)
        for date in found.dates:
            if not (date.non_date or date.in_title or date.relative):
                yield _Anchor(2, "date", date.text, None, date.span)


def _omitted(anchor: _Anchor, index: SourceIndex) -> Omitted:
    unit = index.unit_at(anchor.span.start)
    omitted = Omitted(
        unit=unit.id if unit is not None else "",
        kind=anchor.kind,
        text=anchor.text,
        label=anchor.label,
        span=lean(Span(start=anchor.span.start, end=anchor.span.end)),
    )
    return lean(omitted)
