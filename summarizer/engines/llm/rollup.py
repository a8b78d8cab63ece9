"""From answers to drafts: parts merged, sections summarised from what stands below them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from summarizer.analysis import Analysis
from summarizer.engines.base import MeasureDraft, PointDraft
from summarizer.engines.llm.answers import UnitAnswer
from summarizer.engines.llm.questions import Kind, Line, Question
from summarizer.engines.llm.tokens import characters_within, estimate
from summarizer.reading.outline.records import Unit
from summarizer.spans import Range
from summarizer.vocabulary import Category, Origin, Status

_LONGEST_MERGED = 160
_MATERIAL: dict[Kind, int] = {"section": 300, "report": 480}
"""Tokens of summaries that one section is summarised from, as far as shortening can reach that."""

_SHORTEST_LINE = 20  # characters
_CLAUSE = re.compile(r"[^，,；;。]+[，,；;。]?")
_ENDS = "。；;.，, "

_MODESTY = (
    Status.REPORTED,
    Status.IN_PROGRESS,
    Status.ONGOING,
    Status.MOSTLY_COMPLETED,
    Status.COMPLETED,
)
"""From what claims least to what claims most; a plan is left aside where anything was done."""


def measure_draft(
    unit_id: str, span: Range, parts: Sequence[Question], answers: Sequence[UnitAnswer]
) -> MeasureDraft:
    """The draft of a leaf from the answers to its parts, one for each, in reading order."""
    heaviest = max(zip(parts, answers, strict=True), key=lambda pair: pair[0].tokens)[1]
    starts = [
        {anchor.id: anchor.start for anchor in part.anchors if anchor.id.startswith("f")}
        for part in parts
    ]
    text = _merged([answer.summary for answer in answers])
    status = _status([Status(answer.status) for answer in answers])
    return MeasureDraft(
        id=unit_id,
        points=(PointDraft(text, status, Origin.LLM, span),),
        category=Category(heaviest.category),
        actors=tuple(dict.fromkeys(actor for answer in answers for actor in answer.actors)),
        labels={
            known[label.id]: label.label.strip()
            for known, answer in zip(starts, answers, strict=True)
            for label in answer.labels
            if label.id in known
        },
    )


def _merged(summaries: Sequence[str]) -> str:
    """Whole summaries of the parts, in reading order, as many as one sentence can carry."""
    if len(summaries) == 1:
        return summaries[0]
    merged = summaries[0].rstrip(_ENDS)
    for summary in summaries[1:]:
        more = summary.rstrip(_ENDS)
        if more not in merged and len(merged) + len(more) + 2 <= _LONGEST_MERGED:
            merged += "；" + more
    return merged + "。"


def _status(statuses: Sequence[Status]) -> Status:
    done = [status for status in statuses if status is not Status.PLANNED]
    return min(done, key=_MODESTY.index, default=Status.PLANNED)


def _held(lines: Sequence[Line], material: int) -> tuple[Line, ...]:
    """The lines, each shortened to its first clauses where there is much of them: what stands
    above many units tells what was done, not each result."""
    limit = max(characters_within(material) // max(1, len(lines)), _SHORTEST_LINE)
    if sum(estimate(line.text) for line in lines) <= material:
        return tuple(lines)
    return tuple(Line(line.unit_id, _first_clauses(line.text, limit)) for line in lines)


def _first_clauses(text: str, limit: int) -> str:
    """Whole clauses from the front within `limit` characters, at least one; never cut in 《》."""
    kept = ""
    for clause in _CLAUSE.findall(text):
        if kept and len(kept) + len(clause) > limit and kept.count("《") == kept.count("》"):
            break
        kept += clause
    return kept.rstrip(_ENDS)


class Rollup:
    """Knows which summaries a section is summarised from."""

    def __init__(self, analysis: Analysis, budget: int) -> None:
        self._units = {unit.id: unit for unit in analysis.outline.walk()}
        self._top = analysis.outline.units
        self._budget = budget

    def ready(self, sections: Sequence[Question], summaries: Mapping[str, str]) -> list[Question]:
        """The sections that can be asked for now, with the summaries they are made from.

        `summaries` holds every leaf and the sections that are settled. A section that is not
        settled is replaced by what stands below it; where that is more than the budget, the
        sections below it come first. Never empty while `sections` is not.
        """
        waiting = {question.unit_id for question in sections}
        filled = [
            replace(q, lines=_held(self._lines(q.unit_id, summaries), _MATERIAL[q.kind]))
            for q in sections
        ]
        fitting = [question for question in filled if question.tokens <= self._budget]
        if fitting:
            return fitting
        lowest = [question for question in filled if not self._has_below(question, waiting)]
        return [self._shortened(question) for question in lowest]

    def _children(self, unit_id: str) -> tuple[Unit, ...]:
        return self._units[unit_id].children if unit_id else self._top

    def _lines(self, unit_id: str, summaries: Mapping[str, str]) -> list[Line]:
        lines = []
        stack = list(reversed(self._children(unit_id)))
        while stack:
            unit = stack.pop()
            if unit.id in summaries:
                lines.append(Line(unit.id, summaries[unit.id]))
            else:
                stack.extend(reversed(unit.children))
        return lines

    def _has_below(self, question: Question, waiting: set[str]) -> bool:
        below = (unit.id for child in self._children(question.unit_id) for unit in child.walk())
        return any(unit_id in waiting for unit_id in below)

    def _shortened(self, question: Question) -> Question:
        """As much of an oversized section as the budget allows; its own text goes first."""
        room = self._budget
        kept = []
        for line in question.lines:
            room -= estimate(line.text)
            if room < 0:
                break
            kept.append(line)
        left_out = len(question.lines) - len(kept)
        text = question.text if estimate(question.text) <= max(room, 0) else ""
        return replace(question, lines=tuple(kept), left_out=left_out, text=text)
