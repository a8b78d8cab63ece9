"""Chunks: tasks packed along the outline, and spread over the calls that may run at once.

The wall time of a run is decided by its longest answer, so chunks are evened out by the length of
the answers that are expected, within a budget of source tokens. Where it costs little, a chunk ends
where a section ends: the section can then be summarised in the same answer.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from summarizer.engines.llm.tasks.task import SummaryTask

SMALLEST_ANSWER = 160
"""Tokens of answer below which another call costs more in prompt and latency than it saves."""

_READING = 50
"""An endpoint reads about so many tokens in the time in which it writes one."""

_SECTION_ANSWER = 70
"""Tokens of the answer for a section that is summarised in the answer for its units."""

_ALLOWANCES = (0, 3, 6, 9, 12, 15)
"""By how many per cent the heaviest chunk may grow so that fewer sections are torn."""

_TORN = 4
"""What a torn section costs, in per cent of the heaviest chunk."""

_FEW = 300
"""Questions up to which the chunks are chosen with care; there are plenty of chunks beyond."""

_SPARE = 1.6
"""An answer may be so much longer than it is likely to be."""

_SMALLEST_ROOM = 50  # tokens: one short unit; a smaller room would plan nothing

Cuts = list[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Room:
    """What a chunk may hold: tokens of source, and of the answer that is expected."""

    source: int
    answer: int

    @classmethod
    def of(cls, *, source: int, rules: int, context: int | None, max_output: int) -> Room:
        """The room within the limits of an endpoint. Rules, source and answer share the context;
        an answer is about as long as half of its source."""
        answer = round(max_output / _SPARE)
        if context is not None:
            left = max(context - rules, 0)
            source = min(source, left // 2)
            answer = min(answer, round(left / 2 / _SPARE))
        return cls(max(source, _SMALLEST_ROOM), max(answer, _SMALLEST_ROOM))


def plan(
    tasks: Sequence[SummaryTask],
    *,
    room: Room,
    concurrency: int,
    smallest: int = SMALLEST_ANSWER,
) -> list[list[SummaryTask]]:
    """Contiguous chunks in reading order, as even as the tasks allow.

    A single task may exceed the room of a chunk. `smallest` is the least answer worth a call.
    The number of chunks is a multiple of `concurrency` where one round of calls is not enough.
    """
    if not tasks:
        return []
    budget, answer_budget = room.source, room.answer
    loads = _loads(tasks)
    answers = sum(load.answer for load in loads)
    count = max(-(-sum(load.size for load in loads) // budget), -(-answers // answer_budget))
    if count <= concurrency:
        count = max(count, min(concurrency, max(1, answers // smallest)))
    else:
        count = -(-count // concurrency) * concurrency
    packer = _Packer(loads, budget, answer_budget)
    limit = packer.smallest_limit(count)
    cuts = packer.cut(limit)
    if len(loads) <= _FEW:
        cuts = min(
            (packer.cut_clean(limit + limit * more // 100, len(cuts)) for more in _ALLOWANCES),
            key=packer.cost,
        )
    return [list(tasks[start:end]) for start, end in cuts]


@dataclass(frozen=True, slots=True)
class _Load:
    """What a task adds to a chunk. `first` is where the siblings that it stands among begin;
    `last` is true where they end."""

    weight: int
    size: int
    answer: int
    first: int
    last: bool


def _loads(tasks: Sequence[SummaryTask]) -> list[_Load]:
    loads = []
    first = 0
    for index, task in enumerate(tasks):
        if task.context != tasks[first].context:
            first = index
        after = tasks[index + 1] if index + 1 < len(tasks) else None
        loads.append(
            _Load(
                weight=task.answer_tokens + task.tokens // _READING,
                size=task.tokens,
                answer=task.answer_tokens,
                first=first,
                last=bool(task.context) and (not after or after.context != task.context),
            )
        )
    return loads


@dataclass(frozen=True, slots=True)
class _Packer:
    loads: Sequence[_Load]
    budget: int
    answer_budget: int

    def cost(self, cuts: Cuts) -> int:
        """What a plan costs, in weight: its heaviest chunk, and a little for every section torn,
        which has to be sent again as summaries."""
        heaviest = max(
            sum(self._weight(index, start) for index in range(start, end)) for start, end in cuts
        )
        torn = sum(self.loads[start].first < start for start, _ in cuts[1:])
        return heaviest * (100 + _TORN * torn)

    def smallest_limit(self, count: int) -> int:
        """The least weight of a chunk with which no more than `count` come out; where the budgets
        ask for more than that, with which as few come out as they allow."""
        low = max(load.weight for load in self.loads)
        high = sum(load.weight + _SECTION_ANSWER for load in self.loads)
        count = max(count, len(self.cut(high)))
        while low < high:
            middle = (low + high) // 2
            if len(self.cut(middle)) <= count:
                high = middle
            else:
                low = middle + 1
        return low

    def cut(self, limit: int) -> Cuts:
        """Fill chunks from the front, closing one where the next task would pass a bound."""
        cuts = []
        start = 0
        while start < len(self.loads):
            *_, end = self._ends(start, limit)
            cuts.append((start, end))
            start = end
        return cuts

    def cut_clean(self, limit: int, count: int) -> Cuts:
        """At most `count` chunks within the bounds, with as few sections torn as possible."""
        best: dict[int, tuple[int, Cuts]] = {0: (0, [])}
        done: tuple[int, Cuts] | None = None
        for _ in range(count):
            further: dict[int, tuple[int, Cuts]] = {}
            for start, (torn, cuts) in best.items():
                torn += self.loads[start].first < start
                for end in self._ends(start, limit):
                    if end not in further or torn < further[end][0]:
                        further[end] = (torn, [*cuts, (start, end)])
            complete = further.pop(len(self.loads), None)
            if complete is not None and (done is None or complete[0] < done[0]):
                done = complete
            best = further
        return self.cut(limit) if done is None else done[1]

    def _ends(self, start: int, limit: int) -> Iterator[int]:
        """Where a chunk that begins at `start` may end, from the nearest; always one at least."""
        weight = size = answer = 0
        for index in range(start, len(self.loads)):
            load = self.loads[index]
            weight += self._weight(index, start)
            size += load.size
            answer += load.answer
            full = weight > limit or size > self.budget or answer > self.answer_budget
            if full and index > start:
                return
            yield index + 1

    def _weight(self, index: int, start: int) -> int:
        """What a task adds to a chunk that begins at `start`, with the section it completes."""
        load = self.loads[index]
        return load.weight + _SECTION_ANSWER * (load.last and load.first >= start)
