"""Summaries of units with children: what their introduction and their measures tell."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from summarizer.analysis import Analysis
from summarizer.engines.base import MeasureDraft, SectionDraft
from summarizer.engines.extractive import cues
from summarizer.engines.extractive.compose import compose, excerpt
from summarizer.engines.extractive.measures import draft_measure
from summarizer.engines.extractive.scoring import UNFIT
from summarizer.engines.extractive.segments import segments, telling
from summarizer.engines.extractive.topics import looks_ahead
from summarizer.engines.extractive.units import tell
from summarizer.reading.outline.records import Unit
from summarizer.vocabulary import Origin

SECTION_BUDGET = 150
_LEAD_BUDGET = 48
_LEAVES_A_CHILD = 6
_TURNS = 2
_MAIN_ACTION = 1.0  # a result is told instead only where it tells clearly more
_INTRODUCTION_BUDGET = 60
_INTRODUCTION_WORTH = 2.5


def section_summary(
    analysis: Analysis, unit: Unit, measures: Mapping[str, MeasureDraft]
) -> SectionDraft:
    """The summary of a unit from the drafts of its leaves; a leaf's is its measure's.

    Leaves that `measures` lacks are drafted from the source. Never raises.
    """
    if unit.is_leaf:
        draft = measures.get(unit.id) or draft_measure(analysis, unit)
        return SectionDraft(id=unit.id, summary=draft.summary, origin=draft.origin)
    opening = _opening(analysis, unit)
    room = SECTION_BUDGET - len(opening) - 1
    leads = _choose(_leads(analysis, unit, measures, _LEAD_BUDGET), room)
    if not leads and not opening:  # each says only at length what it says
        leads = _choose(_leads(analysis, unit, measures, room), room)
    text = "；".join([opening, *leads] if opening else leads)
    origins = {measures[leaf.id].origin for leaf in _leaves(unit) if leaf.id in measures}
    origin = Origin.LLM if origins == {Origin.LLM} else Origin.EXTRACTIVE
    return SectionDraft(
        id=unit.id,
        summary=f"{text}。" if text else excerpt(unit.heading or "", SECTION_BUDGET),
        origin=origin,
    )


def _opening(analysis: Analysis, unit: Unit) -> str:
    """The main clause of the introduction; may be empty. What the heading says is not repeated."""
    scored = tell(analysis, unit.text_span).scored
    least = _INTRODUCTION_WORTH
    if unit.plan or looks_ahead(
        unit.heading or ""
    ):  # what is only intended is told with the words that say so
        future = {index for index, item in enumerate(scored) if cues.FUTURE.search(item.text)}
        scored = [
            item
            if index in future or future.intersection(item.needs)
            else item._replace(score=UNFIT)
            for index, item in enumerate(scored)
        ]
        least = UNFIT
    summary = compose(scored, _INTRODUCTION_BUDGET)
    if summary is None or summary.worth < least:
        return ""
    return summary.text[:-1]


def _leaves(unit: Unit) -> list[Unit]:
    return [leaf for leaf in unit.walk() if leaf.is_leaf]


def _leads(
    analysis: Analysis, unit: Unit, measures: Mapping[str, MeasureDraft], budget: int
) -> list[tuple[int, str]]:
    """What was done below a unit, with its place, in the order in which it is to be told.

    Each within `budget` characters.
    The most telling part of one measure of each child comes first, so that no child goes untold.
    """
    rows: list[list[tuple[float, int, str]]] = []
    place = 0
    for child in unit.children:
        row: list[tuple[float, int, str]] = []
        for leaf in _leaves(child)[:_LEAVES_A_CHILD]:
            draft = measures.get(leaf.id) or draft_measure(analysis, leaf)
            parts = segments(draft.summary, budget)
            place += 1
            if parts:
                worth, first = max(
                    (telling(part) + (_MAIN_ACTION if number == 0 else 0.0), -number)
                    for number, part in enumerate(parts)
                )
                row.append((-worth, place, parts[-first]))
        rows.append(sorted(row))
    return [row[turn][1:] for turn in range(_TURNS) for row in rows if turn < len(row)]


def _choose(leads: Sequence[tuple[int, str]], room: int) -> list[str]:
    """The leads that fit, in the order of the source."""
    chosen: list[tuple[int, str]] = []
    for place, lead in leads:
        if len(lead) + 1 <= room and all(lead != other for _, other in chosen):
            chosen.append((place, lead))
            room -= len(lead) + 1
    return [lead for _, lead in sorted(chosen)]
