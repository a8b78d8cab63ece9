"""Where one report stands: what is settled, what is open, and the drafts in the end."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from summarizer.analysis import Analysis
from summarizer.engines.base import Progress, ProgressListener
from summarizer.engines.llm.answer.models import Item, SectionAnswer
from summarizer.engines.llm.ask.attempt import (
    Attempt,
    Contradiction,
    ItemCheck,
    Outcome,
    contradicted,
    settled,
)
from summarizer.engines.llm.client.interface import CallStats
from summarizer.engines.llm.drafting import Drafting
from summarizer.engines.llm.store.answers import AnswerStore
from summarizer.engines.llm.tasks.material import KnownSoFar, Said
from summarizer.engines.llm.tasks.planner import TaskPlanner
from summarizer.engines.llm.tasks.task import SummaryTask


@dataclass(slots=True)
class RunState:
    """The tasks of one report, and their outcomes by key."""

    analysis: Analysis
    planner: TaskPlanner
    store: AnswerStore
    checker: ItemCheck | None = None
    progress: ProgressListener | None = None
    account: CallStats = field(default_factory=CallStats)
    parts: dict[str, tuple[SummaryTask, ...]] = field(init=False)
    above: list[SummaryTask] = field(init=False)
    outcomes: dict[str, Outcome] = field(init=False, default_factory=dict)
    cache_hits: int = field(init=False, default=0)
    _carried: dict[str, Attempt] = field(init=False, default_factory=dict)
    _leaves_of: dict[str, list[str]] = field(init=False, default_factory=dict)
    _open: dict[str, int] = field(init=False)
    _done: int = field(init=False, default=0)

    def __post_init__(self) -> None:
        self.parts = self.planner.units()
        self.above = [*self.planner.sections(), self.planner.overview()]
        for unit_id, parts in self.parts.items():
            for part in parts:
                self._leaves_of.setdefault(part.key, []).append(unit_id)
        self._open = {unit_id: len(parts) for unit_id, parts in self.parts.items()}

    @property
    def refused(self) -> int:
        """How many leaves a provider declined."""
        return sum(
            any(self.outcomes[part.key].failure == "refused" for part in parts)
            for parts in self.parts.values()
        )

    def recall(self) -> None:
        """Settle what is known already; known answers are checked again."""
        for task in [*self._units(), *self.above]:
            if task.key in self.outcomes or task.key in self._carried:
                continue
            known = self.store.recall(task)
            if known is None:
                continue
            self.cache_hits += 1
            found = self.check(task, known.item)
            if found and not known.reasked:
                self._carried[task.key] = contradicted(task, known.item, found)
            else:
                self.settle(settled(task, known.item, found))
        if not self.parts:
            # Nothing to summarise: no call can help.
            for task in self.above:
                self.settle(Outcome(task))
        self.tell()

    def open_units(self) -> list[Attempt]:
        """What is to be asked of units: each text once, in reading order."""
        return self.attempts(self._units())

    def open_above(self) -> list[SummaryTask]:
        """The sections that are not settled, and the whole report."""
        return [attempt.task for attempt in self.attempts(self.above)]

    def attempts(self, tasks: Iterable[SummaryTask]) -> list[Attempt]:
        """The attempts at the tasks that are not settled; one for tasks of one key."""
        found: dict[str, Attempt] = {}
        for task in tasks:
            if task.key not in self.outcomes and task.key not in found:
                carried = self._carried.get(task.key)
                found[task.key] = carried.about(task) if carried else Attempt(task)
        return list(found.values())

    def covered(self, attempts: Sequence[Attempt]) -> list[SummaryTask]:
        """The open sections whose units are all among these attempts."""
        asked = {attempt.task.key for attempt in attempts}
        return [
            task
            for task in self.above
            if task.key not in self.outcomes
            and task.key not in self._carried
            and all(part.key in asked for leaf in task.members for part in self.parts[leaf])
        ]

    def check(self, task: SummaryTask, item: Item) -> tuple[Contradiction, ...]:
        """What the source contradicts in an item, as far as there is a checker."""
        return () if self.checker is None else self.checker(task, item)

    def settle(self, outcome: Outcome) -> None:
        """Take the outcome of a task."""
        self.outcomes[outcome.task.key] = outcome
        for unit_id in self._leaves_of.get(outcome.task.key, ()):
            self._open[unit_id] -= 1
            self._done += not self._open[unit_id]
        self.tell()

    def carry(self, attempt: Attempt) -> None:
        """Remember why a section will have to be asked again."""
        self._carried[attempt.task.key] = attempt

    def tell(self) -> None:
        """Tell the listener how far the run is: leaves done, calls in flight, tokens so far."""
        if self.progress is None:
            return
        stats = self.account
        tokens = stats.prompt_tokens + stats.completion_tokens
        self.progress(Progress(self._done, len(self.parts), stats.in_flight, tokens))

    def known(self, drafting: Drafting) -> KnownSoFar:
        """What sections can be written from: all units are settled."""
        said = {
            unit_id: drafting.said(unit_id, self.ends(parts))
            for unit_id, parts in self.parts.items()
        }
        for task in self.above:
            outcome = self.outcomes.get(task.key)
            if outcome is not None and isinstance(outcome.item, SectionAnswer):
                said[task.unit_id] = Said(outcome.item.summary, outcome.item.headline + "。")
        return KnownSoFar(said, *drafting.weighty(self.parts_ended(), self.above))

    def parts_ended(self) -> dict[str, list[Outcome]]:
        """The outcomes of every leaf's parts."""
        return {unit_id: self.ends(parts) for unit_id, parts in self.parts.items()}

    def ends(self, parts: Iterable[SummaryTask]) -> list[Outcome]:
        """The outcomes of settled tasks; they may have been settled for a twin of the same key."""
        return [self.outcomes[part.key] for part in parts]

    def _units(self) -> list[SummaryTask]:
        return [part for parts in self.parts.values() for part in parts]
