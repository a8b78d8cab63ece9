"""The extractive engine: a summary of a report in the source's own words, without a model.

    clauses → scope, scoring → compose     what a unit says, under a budget of characters
    category, status, actors               what kind of measure it is, how far, by whom
    measures, sections, overall            the drafts

Deterministic and linear in the text; never raises on any text.
"""

from __future__ import annotations

from summarizer.analysis import Analysis
from summarizer.engines.base import Drafts, MeasureDraft, SectionDraft
from summarizer.engines.extractive.measures import draft_measure
from summarizer.engines.extractive.overall import overview
from summarizer.engines.extractive.sections import section_summary
from summarizer.engines.extractive.topics import looks_ahead
from summarizer.reading.outline.records import Unit

__all__ = ["ExtractiveEngine", "draft_measure", "overview", "section_summary"]


class ExtractiveEngine:
    """Fills every draft from the source's own words."""

    name = "extractive"

    def draft_sync(self, analysis: Analysis) -> Drafts:
        """The drafts of every unit; every leaf of the outline gets exactly one measure."""
        measures: dict[str, MeasureDraft] = {}
        for unit, problem, ahead in _with_problems(analysis.outline.units):
            if unit.is_leaf:
                measures[unit.id] = draft_measure(analysis, unit, problem=problem, ahead=ahead)
        sections: dict[str, SectionDraft] = {
            unit.id: section_summary(analysis, unit, measures)
            for unit in analysis.outline.walk()
            if unit.marker or not unit.is_leaf
        }
        return Drafts(measures=measures, sections=sections, overview=overview(analysis, measures))

    async def draft(self, analysis: Analysis) -> Drafts:
        """`draft_sync`, for callers that await their engine."""
        return self.draft_sync(analysis)


def _with_problems(units: tuple[Unit, ...]) -> list[tuple[Unit, str, bool]]:
    """Every unit in reading order, with what it or the nearest units above tell of it.

    That is the problem named, and whether a heading says that goals follow.
    """
    found: list[tuple[Unit, str, bool]] = []
    stack = [(unit, "", False) for unit in reversed(units)]
    while stack:
        unit, problem, ahead = stack.pop()
        problem = unit.problem or problem
        heading = unit.heading or ""
        ahead = ahead or (not unit.is_leaf and looks_ahead(heading))
        found.append((unit, problem, ahead))
        stack.extend((child, problem, ahead) for child in reversed(unit.children))
    return found
