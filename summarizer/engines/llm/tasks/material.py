"""What sections and the overview are written from: whole sentences about what stands below them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from summarizer.analysis import Analysis
from summarizer.engines.llm.client.tokens import estimate
from summarizer.engines.llm.tasks.task import Kind, Line, SummaryTask
from summarizer.reading.outline.records import Unit

_ENOUGH: dict[Kind, int] = {"section": 700, "overview": 900}
"""Tokens of sentences from which a section of a hundred characters, or the overview, can be
written; beyond them each unit below gives its weightiest sentence only."""


@dataclass(frozen=True, slots=True)
class Said:
    """What is known of a unit: its sentences in reading order, and the place of the weightiest."""

    sentences: tuple[str, ...]
    weightiest: int = 0

    @property
    def text(self) -> str:
        """All of it."""
        return "".join(self.sentences)


@dataclass(frozen=True, slots=True)
class Known:
    """What is known when sections are asked for: by unit id what leaves and settled sections say,
    and the key figures told by the unit; for the overview the weightiest figures and what is open."""

    said: Mapping[str, Said]
    figures: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    weightiest: tuple[str, ...] = ()
    open: tuple[str, ...] = ()


class Material:
    """Fills the tasks of sections and of the overview with what they are written from."""

    def __init__(self, analysis: Analysis, budget: int) -> None:
        self._units = {unit.id: unit for unit in analysis.outline.walk()}
        self._top = analysis.outline.units
        self._budget = budget

    def ready(self, tasks: Sequence[SummaryTask], known: Known) -> list[SummaryTask]:
        """The tasks that can be asked for now, with their material.

        A section that is not settled is replaced by what stands below it; where that is more than
        the budget, the sections below come first. Never empty while `tasks` is not.
        """
        waiting = {task.unit_id for task in tasks}
        filled = [self._filled(task, known) for task in tasks]
        fitting = [task for task in filled if task.tokens <= self._budget]
        if fitting:
            return fitting
        lowest = [task for task in filled if not self._has_below(task, waiting)]
        return [self._shortened(task) for task in lowest]

    def _filled(self, task: SummaryTask, known: Known) -> SummaryTask:
        below = self._below(task.unit_id, known.said)
        lines = [Line(unit.id, known.said[unit.id].text) for unit in below]
        if sum(estimate(line.text) for line in lines) > _ENOUGH[task.kind]:
            said = [known.said[unit.id] for unit in below]
            lines = [
                Line(unit.id, one.sentences[one.weightiest] if one.sentences else "")
                for unit, one in zip(below, said, strict=True)
            ]
        lines = [line for line in lines if line.text]
        if task.kind == "overview":
            return replace(
                task, lines=tuple(lines), figures=known.weightiest, open=known.open
            )
        return replace(task, lines=tuple(lines), figures=known.figures.get(task.unit_id, ()))

    def _children(self, unit_id: str) -> tuple[Unit, ...]:
        return self._units[unit_id].children if unit_id else self._top

    def _below(self, unit_id: str, said: Mapping[str, Said]) -> list[Unit]:
        found = []
        stack = list(reversed(self._children(unit_id)))
        while stack:
            unit = stack.pop()
            if unit.id in said:
                found.append(unit)
            else:
                stack.extend(reversed(unit.children))
        return found

    def _has_below(self, task: SummaryTask, waiting: set[str]) -> bool:
        below = (unit.id for child in self._children(task.unit_id) for unit in child.walk())
        return any(unit_id in waiting for unit_id in below)

    def _shortened(self, task: SummaryTask) -> SummaryTask:
        """As much of an oversized section as the budget allows; its own text goes first."""
        room = self._budget
        kept = []
        for line in task.lines:
            room -= estimate(line.text)
            if room < 0:
                break
            kept.append(line)
        left_out = len(task.lines) - len(kept)
        text = task.text if estimate(task.text) <= max(room, 0) else ""
        return replace(task, lines=tuple(kept), left_out=left_out, text=text)
