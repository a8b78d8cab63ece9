"""The extractive engine: a summary of a report in the source's own words, without a model.

    clauses → scope, scoring → compose     what a unit says, in points
    category, status, actors               what kind of measure it is, how far, by whom
    parts → headline, sections, overview   what the units above say, from the points below them

Deterministic and linear in the text; never raises on any text.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from summarizer.analysis import Analysis
from summarizer.engines.base import (
    Drafts,
    MeasureDraft,
    PointDraft,
    ProgressListener,
    SectionDraft,
)
from summarizer.engines.digest import is_plan
from summarizer.engines.extractive.category import words_of
from summarizer.engines.extractive.measures import draft_measure, many_short_units
from summarizer.engines.extractive.overview import overview
from summarizer.engines.extractive.parts import Weigher
from summarizer.engines.extractive.sections import all_own_points, own_points, section_summary
from summarizer.engines.extractive.units import LEADING_MARKS
from summarizer.reading.outline.notations import number_of
from summarizer.reading.outline.records import Unit

__all__ = [
    "ExtractiveEngine",
    "Weigher",
    "all_own_points",
    "draft_measure",
    "overview",
    "own_points",
    "section_summary",
]

_LONGEST_OPENING = 120  # 95 % of sentences are shorter than 115
_HEADINGS_ABOVE = 3  # three levels; what stands above says the same of every unit


class ExtractiveEngine:
    """Fills every draft from the source's own words."""

    name = "extractive"

    def draft_sync(self, analysis: Analysis) -> Drafts:
        """The drafts of every unit; every leaf of the outline gets exactly one measure."""
        measures = _measures(analysis)
        weigher = Weigher(analysis)
        own = all_own_points(analysis)
        sections = _sections(analysis, measures, weigher, own)
        whole = overview(analysis, measures, weigher, own)
        return Drafts(measures=measures, sections=sections, overview=whole)

    async def draft(self, analysis: Analysis, progress: ProgressListener | None = None) -> Drafts:
        """`draft_sync`, for callers that await their engine; it is done before one could look."""
        return self.draft_sync(analysis)


def _measures(analysis: Analysis) -> dict[str, MeasureDraft]:
    """The drafts of all leaves, in reading order."""
    terse = many_short_units(analysis)
    leaves = analysis.outline.leaves()
    normalised = analysis.document.normalised
    title = analysis.document.title or "" if is_plan(analysis) else ""
    texts = [normalised(leaf.text_span).lstrip(LEADING_MARKS) for leaf in leaves]
    common = words_of(texts, title)
    return {
        unit.id: draft_measure(
            analysis, unit, problem=problem, above=above, terse=terse, common=common
        )
        for unit, problem, above in _with_context(analysis)
        if unit.is_leaf
    }


def _sections(
    analysis: Analysis,
    measures: Mapping[str, MeasureDraft],
    weigher: Weigher,
    own: Mapping[str, Sequence[PointDraft]],
) -> dict[str, SectionDraft]:
    """The drafts of all units that are published as sections, from the top down."""
    drafts: dict[str, SectionDraft] = {}
    stack: list[tuple[Unit, tuple[str, ...]]] = [
        (unit, ()) for unit in reversed(analysis.outline.units)
    ]
    while stack:
        unit, told = stack.pop()
        draft = section_summary(analysis, unit, measures, weigher, told, own.get(unit.id, ()))
        drafts[unit.id] = draft
        stack.extend(
            (child, (*told, draft.headline))
            for child in reversed(unit.children)
            if not (child.is_leaf and child.inline)
        )
    return drafts


def _with_context(analysis: Analysis) -> list[tuple[Unit, str, tuple[str, ...]]]:
    """Every unit in reading order, with what the units above tell of it.

    That is the problem that it or the nearest of them names, and their headings, nearest first;
    for one without a heading the words by which it opens its list.
    """
    found: list[tuple[Unit, str, tuple[str, ...]]] = []
    stack: list[tuple[Unit, str, tuple[str, ...]]] = [
        (unit, "", ()) for unit in reversed(analysis.outline.units)
    ]
    while stack:
        unit, problem, above = stack.pop()
        problem = unit.problem or problem
        found.append((unit, problem, above))
        named = unit.heading or (_opening(analysis, unit) if unit.children else "")
        inside = (named, *above[: _HEADINGS_ABOVE - 1])
        # What opens a list says nothing of a second one, which another sentence opens.
        other = inside if unit.heading else ("", *inside[1:])
        first = _first_list(unit)
        stack.extend(
            (child, problem, inside if place < first else other)
            for place, child in reversed(list(enumerate(unit.children)))
        )
    return found


def _first_list(unit: Unit) -> int:
    """How many of its children a unit's first list has: up to where the numbers start anew."""
    numbers = [number_of(child.marker) for child in unit.children]
    again = (place for place, number in enumerate(numbers) if place and number == 1)
    return next(again, len(numbers))


def _opening(analysis: Analysis, unit: Unit) -> str:
    """The sentence with a colon that the items of a list complete: 巡视组采取以下方式开展工作：."""
    lead = analysis.document.normalised(unit.text_span).rstrip()
    if not lead.endswith((":", "：")):
        return ""
    return lead[lead.rfind("。") + 1 :][-_LONGEST_OPENING:]
