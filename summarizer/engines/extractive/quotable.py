"""The sentences of the figures by which a report will be quoted, for what stands above its points.

A point is what its unit says first; what the whole report says in a figure may stand elsewhere.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import NamedTuple

from summarizer.analysis import Analysis
from summarizer.engines.base import PointDraft
from summarizer.engines.extractive.compose import MOST_POINTS
from summarizer.engines.extractive.measures import A_POINT, told_clause, told_points
from summarizer.engines.extractive.parts import Weigher
from summarizer.engines.extractive.units import ScoredUnit, score_span, score_unit
from summarizer.reading.outline.records import Unit


class Quotable(NamedTuple):
    """The clause of a figure and what it needs, and the unit that it is from."""

    point: PointDraft
    unit: Unit


def quotable(analysis: Analysis, weigher: Weigher, key: Collection[int]) -> Iterator[Quotable]:
    """The clauses of the key figures, which begin at the offsets `key`, each once.

    As well more sentences of a unit that tells more than its points have room for.
    """
    told: dict[str, list[ScoredUnit]] = {}
    seen: set[str] = set()
    for row in (row for row in weigher.ranked if row.figure.span.start in key):
        if row.unit.id not in told:
            told[row.unit.id] = _texts(analysis, row.unit)
        place = analysis.document.view.locate(row.figure.span.start)
        for text in told[row.unit.id]:
            point = told_clause(analysis, text, place)
            if point is not None and point.text not in seen:
                seen.add(point.text)
                yield Quotable(point, row.unit)
    for unit in analysis.outline.leaves():
        length = unit.text_span.end - unit.text_span.start
        if length <= MOST_POINTS * A_POINT:
            continue
        for point in told_points(analysis, score_unit(analysis, unit), length // A_POINT):
            if point.text not in seen:
                yield Quotable(point, unit)


def _texts(analysis: Analysis, unit: Unit) -> list[ScoredUnit]:
    if unit.is_leaf:
        return [score_unit(analysis, unit)]
    return [score_span(analysis, span, unit.tense, unit.ahead) for span in unit.own]
