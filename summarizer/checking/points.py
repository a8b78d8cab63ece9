"""The points of a measure: what falls alone, and what is cut anew where a summary was edited."""

from __future__ import annotations

from summarizer import patterns as re
from summarizer.checking.base import Statement
from summarizer.checking.case import case_of
from summarizer.checking.index import SourceIndex
from summarizer.checking.margins import LIKELY
from summarizer.checking.portions import portions
from summarizer.models import Measure, Point, Span
from summarizer.reading.outline.records import Unit

_POINT = re.compile("[^。；;！!？?\n]+[。；;！!？?\n]*")


def with_points(measure: Measure, unit: Unit, index: SourceIndex) -> Measure:
    """The measure as it is where its points join to its summary; else with points cut anew.

    A new point has the status and the origin of the measure, and the place of the clause of the
    source that its words retell most of; of the whole unit where they retell none.
    """
    if "".join(point.text for point in measure.points) == measure.summary:
        return measure
    points = tuple(
        Point(
            text=match[0],
            status=measure.status,
            origin=measure.origin,
            span=_place(match[0], unit, index),
        )
        for match in _POINT.finditer(measure.summary)
    )
    return measure.model_copy(update={"points": points})


def _place(text: str, unit: Unit, index: SourceIndex) -> Span:
    matches = [
        match
        for start, end in portions(text)
        for match in case_of(Statement(text[start:end], unit), index).matches
        if match is not None and match.share >= LIKELY
    ]
    if not matches:
        return Span(start=unit.span.start, end=unit.span.end)
    spans = [index.sentence_span(match.clause) for match in matches]
    return Span(start=min(s for s, _ in spans), end=max(e for _, e in spans))
