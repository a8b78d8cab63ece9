"""Summaries of units with children: the problem they answer, and what their measures did."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from summarizer.analysis import Analysis
from summarizer.engines.base import MeasureDraft, SectionDraft
from summarizer.engines.extractive import cues
from summarizer.engines.extractive.clauses import COMMAS, balanced, split_clauses
from summarizer.engines.extractive.compose import compose
from summarizer.engines.extractive.measures import draft_measure
from summarizer.engines.extractive.scope import Scope
from summarizer.engines.extractive.units import tell
from summarizer.reading.outline.records import Unit
from summarizer.vocabulary import Origin

SECTION_BUDGET = 150
_LEAD_BUDGET = 48
_LONGEST_HEADING = 70
_INTRODUCTION_BUDGET = 60
_INTRODUCTION_WORTH = 2.5
_TELLING = re.compile(r"\d|《")


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
    leads = _choose(_leads(analysis, unit, measures), room)
    if not opening:
        text = "；".join(leads)
    elif unit.problem is not None:
        text = f"{opening}：{'；'.join(leads)}" if leads else opening
    else:
        text = "；".join([opening, *leads])
    if not text:
        text = unit.heading or ""
    origins = {measures[leaf.id].origin for leaf in _leaves(unit) if leaf.id in measures}
    origin = Origin.LLM if origins == {Origin.LLM} else Origin.EXTRACTIVE
    return SectionDraft(id=unit.id, summary=f"{text}。" if text else "", origin=origin)


def _opening(analysis: Analysis, unit: Unit) -> str:
    """The heading that names a problem, or the introduction's main clause; may be empty."""
    if unit.problem is not None:
        heading = (unit.heading or "").rstrip("。：:；;")
        if heading and len(heading) <= _LONGEST_HEADING:
            return heading
        if len(unit.problem) <= _LONGEST_HEADING:
            return f"“{unit.problem}”"
        return ""
    told = tell(analysis, unit.text_span)
    summary = compose(told.scored, _INTRODUCTION_BUDGET)
    if summary is None or summary.worth < _INTRODUCTION_WORTH:
        return ""
    return summary.text[:-1]


def _leaves(unit: Unit) -> list[Unit]:
    return [leaf for leaf in unit.walk() if leaf.is_leaf]


def _leads(analysis: Analysis, unit: Unit, measures: Mapping[str, MeasureDraft]) -> list[str]:
    """The main actions below a unit, one a child first, so that no child goes untold."""
    rows: list[list[str]] = []
    for child in unit.children:
        leads: list[str] = []
        for leaf in _leaves(child)[:6]:
            draft = measures.get(leaf.id) or draft_measure(analysis, leaf)
            lead = main_action(draft.summary, _LEAD_BUDGET)
            if lead:
                leads.append(lead)
        leads.sort(key=lambda lead: _TELLING.search(lead) is None)
        rows.append(leads)
    return [row[turn] for turn in range(2) for row in rows if turn < len(row)]


def _choose(leads: Sequence[str], room: int) -> list[str]:
    chosen: list[str] = []
    for lead in leads:
        if len(lead) + 1 <= room and lead not in chosen:
            chosen.append(lead)
            room -= len(lead) + 1
    return chosen


@lru_cache(maxsize=2048)
def main_action(summary: str, budget: int) -> str:
    """The first clauses of a summary that stand by themselves within `budget`, without a mark.

    Empty where none do.
    """
    clauses = split_clauses(summary)
    scope = Scope()
    end = 0
    for index, clause in enumerate(clauses):
        scope.enter(clause)
        text = summary[clause.start : clause.end]
        head = scope.head(index, text, clause, 0)
        scope.leave(clause)
        if clause.end > budget or not balanced(summary[: clause.end]):
            break
        after = clauses[index + 1] if index + 1 < len(clauses) else None
        if head or (after is not None and cues.CONTRAST.match(summary, after.start)):
            continue
        end = clause.end
        if clause.stop not in COMMAS:
            break
    return summary[:end]
