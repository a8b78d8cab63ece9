"""The draft of a measure, from the source's own words."""

from __future__ import annotations

import re

from summarizer.analysis import Analysis
from summarizer.anchors.records import within
from summarizer.engines.base import MeasureDraft, PointDraft
from summarizer.engines.extractive.actors import find_actors
from summarizer.engines.extractive.category import categorise
from summarizer.engines.extractive.clauses import balanced
from summarizer.engines.extractive.compose import compose, excerpt
from summarizer.engines.extractive.status import judge
from summarizer.engines.extractive.units import Told, tell_unit, tell_with_heading
from summarizer.reading.outline.records import Unit
from summarizer.vocabulary import Origin

MEASURE_BUDGET = 80
_STRETCH = 100  # allowed where no clause fits the budget whole
_HEADING_ENOUGH = 6
_EMPTY_TALK = -0.8  # clauses worth less say less than the heading

# Only understood after what it explains.
_ANSWERS = re.compile(r"(?:主要|大多|多)?(?:用于|由于|是|为|系|因|如|即|其中|该|上述)")


def draft_measure(
    analysis: Analysis, unit: Unit, *, problem: str = "", ahead: bool = False
) -> MeasureDraft:
    """What the text says of a leaf of the outline; deterministic, never raises.

    `problem` is what the sections above the unit answer, where they name one; `ahead` is true
    where a heading above says that goals follow.
    """
    told = tell_unit(analysis, unit)
    status = judge(told.scored, plan=unit.plan or ahead)
    text = _summary(analysis, unit, told)
    return MeasureDraft(
        id=unit.id,
        points=(PointDraft(text, status, Origin.EXTRACTIVE, unit.span),),
        category=categorise(told.text, heading=unit.heading or "", problem=problem),
        actors=find_actors(item.text for item in told.scored),
    )


def _summary(analysis: Analysis, unit: Unit, told: Told) -> str:
    """What the text goes on with after the heading; with the heading where it points back to it."""
    heading = unit.heading or ""
    text = summarise(told, heading)
    if _ANSWERS.match(text) and unit.heading_span is not None:
        figures = within(analysis.anchors.figures, unit.heading_span)
        if any(not figure.loose for figure in figures):
            return summarise(tell_with_heading(analysis, unit), heading)
    return text


def summarise(told: Told, heading: str, budget: int = MEASURE_BUDGET) -> str:
    """One sentence within about `budget` characters; empty only where the unit has no text."""
    summary = compose(told.scored, budget)
    if summary is not None and (summary.worth > _EMPTY_TALK or not heading):
        return summary.text
    if _HEADING_ENOUGH <= len(heading) < budget and balanced(heading):
        return f"{heading}。"
    summary = compose(told.scored, budget * _STRETCH // MEASURE_BUDGET)
    if summary is not None:
        return summary.text
    return excerpt(told.printed or heading, budget)
