"""The draft of a measure, from the source's own words."""

from __future__ import annotations

from summarizer.analysis import Analysis
from summarizer.engines.base import MeasureDraft
from summarizer.engines.extractive.actors import find_actors
from summarizer.engines.extractive.category import categorise
from summarizer.engines.extractive.clauses import balanced
from summarizer.engines.extractive.compose import compose, excerpt
from summarizer.engines.extractive.status import judge
from summarizer.engines.extractive.units import Told, tell_unit
from summarizer.reading.outline.records import Unit
from summarizer.vocabulary import Origin

MEASURE_BUDGET = 80
_STRETCH = 100  # allowed where no clause fits the budget whole
_HEADING_ENOUGH = 6
_EMPTY_TALK = -0.8  # clauses worth less say less than the heading


def draft_measure(analysis: Analysis, unit: Unit, *, problem: str = "") -> MeasureDraft:
    """What the text says of a leaf of the outline; deterministic, never raises.

    `problem` is what the sections above the unit answer, where they name one.
    """
    told = tell_unit(analysis, unit)
    return MeasureDraft(
        id=unit.id,
        summary=summarise(told, unit.heading or ""),
        origin=Origin.EXTRACTIVE,
        category=categorise(told.text, heading=unit.heading or "", problem=problem),
        status=judge(told.scored, plan=unit.plan),
        actors=find_actors(item.text for item in told.scored),
    )


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
