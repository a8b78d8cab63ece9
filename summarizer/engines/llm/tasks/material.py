"""What sections and the overview are written from: whole sentences about what stands below them.

Sections that are asked in one request build on each other: they stand in it from the bottom up, and
one that holds others of the request is written from those, so that nothing is sent twice.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from summarizer.analysis import Analysis
from summarizer.engines.llm.client.tokens import estimate
from summarizer.engines.llm.tasks.chunks import Room
from summarizer.engines.llm.tasks.task import Kind, Line, SummaryTask
from summarizer.reading.outline.records import Unit

_ENOUGH: dict[Kind, int] = {"section": 150, "overview": 600}
"""Tokens of sentences from which a section of a hundred characters, or the overview, can be
written; beyond them each unit below gives its weightiest sentence, each section its headline."""
_LONGEST_ANSWER = 1200
"""Tokens of answer in one request, at most: everything waits for it, and a dozen sections fit."""
_WORTH_A_CALL = 350
"""Tokens of answer up to which sections are not parted over calls that could run at once: three
sections take as long to write as three calls to be begun."""


class Said(NamedTuple):
    """What is known of a unit: all its sentences, and the one that says it in short."""

    text: str
    short: str


@dataclass(frozen=True, slots=True)
class KnownSoFar:
    """What is known when sections are asked for: by unit id what leaves and settled sections say,
    and its key figures; for the overview the weightiest figures and what is open."""

    said: Mapping[str, Said]
    figures: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    weightiest: tuple[str, ...] = ()
    open: tuple[str, ...] = ()


class Material:
    """Fills the tasks of sections and of the overview with what they are written from."""

    def __init__(self, analysis: Analysis, room: Room, concurrency: int) -> None:
        self._units = {unit.id: unit for unit in analysis.outline.walk()}
        self._top = analysis.outline.units
        self._room = room
        self._concurrency = concurrency

    def ready(
        self, tasks: Sequence[SummaryTask], known: KnownSoFar, shrunk: int = 1
    ) -> list[list[SummaryTask]]:
        """Requests that can be made now, each with its tasks from the bottom up and filled.

        They are spread over the calls that may run at once; a section waits where another one
        below it is asked in another request. `shrunk` divides the room of a request, where larger
        ones have failed. Never empty while `tasks` is not.
        """
        share = -(-sum(task.answer_tokens for task in tasks) // self._concurrency)
        longest = min(max(share, _WORTH_A_CALL), _LONGEST_ANSWER, self._room.answer)
        chunks: list[list[SummaryTask]] = []
        placed: dict[str, int] = {}
        waiting = {task.unit_id for task in tasks}
        for task in self._from_the_bottom(tasks):
            below = {unit.id for unit in self._descendants(task.unit_id)} & waiting
            homes = {placed.get(unit_id, -1) for unit_id in below}
            here = len(chunks) - 1 if chunks else 0
            if homes - {here}:
                continue  # it waits: what stands below it is asked elsewhere
            inside = below if chunks else set()
            filled = self._filled(task, known, inside)
            fits = chunks and self._fits([*chunks[-1], filled], shrunk, longest)
            if not fits and below:
                continue
            if not fits:
                chunks.append([])
            chunks[-1].append(filled)
            placed[task.unit_id] = len(chunks) - 1
        return [
            [self._shortened(task) if len(chunk) == 1 else task for task in chunk]
            for chunk in chunks
        ]

    def _fits(self, chunk: Sequence[SummaryTask], shrunk: int, longest: int) -> bool:
        lines = {line.unit_id: line.text for task in chunk for line in task.lines}
        size = sum(replace(task, lines=()).tokens for task in chunk)
        size += sum(map(estimate, lines.values()))
        answer = sum(task.answer_tokens for task in chunk)
        return size * shrunk <= self._room.source and answer * shrunk <= longest

    def _from_the_bottom(self, tasks: Sequence[SummaryTask]) -> Iterator[SummaryTask]:
        """Sections before those that hold them, in reading order; the whole report last."""
        by_unit = {task.unit_id: task for task in tasks}
        stack = [(unit, False) for unit in reversed(self._top)]
        while stack:
            unit, seen = stack.pop()
            if not seen and unit.children:
                stack.append((unit, True))
                stack.extend((child, False) for child in reversed(unit.children))
            elif unit.id in by_unit:
                yield by_unit[unit.id]
        if "" in by_unit:
            yield by_unit[""]

    def _filled(self, task: SummaryTask, known: KnownSoFar, inside: set[str]) -> SummaryTask:
        below = self._below(task.unit_id, known.said, inside)
        parts = tuple(unit.id for unit in below if unit.id in inside)
        said = {unit.id: known.said[unit.id] for unit in below if unit.id not in inside}
        lines = [Line(unit_id, one.text) for unit_id, one in said.items()]
        if sum(estimate(line.text) for line in lines) > _ENOUGH[task.kind]:
            lines = [Line(unit_id, one.short) for unit_id, one in said.items()]
        kept = tuple(line for line in lines if line.text)
        if task.kind == "overview":
            figures, still_open = known.weightiest, known.open
        else:
            figures, still_open = known.figures.get(task.unit_id, ()), ()
        told = "".join(line.text for line in kept)
        # A figure that the material tells already need not be told beside it.
        figures = tuple(figure for figure in figures if figure not in told)
        return replace(task, lines=kept, parts=parts, figures=figures, open=still_open)

    def _children(self, unit_id: str) -> tuple[Unit, ...]:
        return self._units[unit_id].children if unit_id else self._top

    def _descendants(self, unit_id: str) -> Iterator[Unit]:
        return (unit for child in self._children(unit_id) for unit in child.walk())

    def _below(self, unit_id: str, said: Mapping[str, Said], inside: set[str]) -> list[Unit]:
        """The units that tell together what stands below one, each as high up as something is
        known of it."""
        found = []
        stack = list(reversed(self._children(unit_id)))
        while stack:
            unit = stack.pop()
            if unit.id in said or unit.id in inside:
                found.append(unit)
            else:
                stack.extend(reversed(unit.children))
        return found

    def _shortened(self, task: SummaryTask) -> SummaryTask:
        """As much of an oversized section as the room allows; its own text goes first."""
        room = self._room.source
        kept = []
        for line in task.lines:
            room -= estimate(line.text)
            if room < 0:
                break
            kept.append(line)
        left_out = len(task.lines) - len(kept)
        text = task.text if estimate(task.text) <= max(room, 0) else ""
        return replace(task, lines=tuple(kept), left_out=left_out, text=text)
