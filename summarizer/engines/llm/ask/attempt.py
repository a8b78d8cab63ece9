"""A task on its way to its outcome."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from summarizer.engines.base import RejectedPoint
from summarizer.engines.llm.answer.models import Item, UnitAnswer
from summarizer.engines.llm.prompt.reasons import Reason
from summarizer.engines.llm.prompt.rendering import Asking
from summarizer.engines.llm.store.answers import CachedAnswer
from summarizer.engines.llm.tasks.task import SummaryTask

Failure = Literal[
    "refused",
    "contradicted",
    "invalid_answer",
    "truncated",
    "too_long",
    "endpoint_failed",
    "budget_reached",
]


@dataclass(frozen=True, slots=True)
class Contradiction:
    """What the source contradicts in an item: the place of the point (None: of all of it), the
    sentence as the model wrote it, the source's own beside it, and what the check says."""

    point: int | None
    claim: str
    source: str
    why: str

    @property
    def reason(self) -> Reason:
        """In words that a model can act on."""
        if not self.source:
            return Reason.of("no_source", claim=self.claim, why=self.why)
        return Reason.of("contradicted", source=self.source, claim=self.claim, why=self.why)


ItemCheck = Callable[[SummaryTask, Item], tuple[Contradiction, ...]]
"""What the source contradicts in an item."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """The end of a task: an item that stands, or why there is none.

    `rejected` are the points that fell; `told` is what the service said for itself.
    """

    task: SummaryTask
    item: Item | None = None
    failure: Failure | None = None
    told: str = ""
    rejected: tuple[RejectedPoint, ...] = ()


@dataclass(frozen=True, slots=True)
class Attempt:
    """A task as it is asked: `tries` counts the answers that did not fit, for `reasons`; `known` is
    a validated answer in which the source contradicts what `found` says."""

    task: SummaryTask
    tries: int = 0
    reasons: tuple[Reason, ...] = ()
    known: CachedAnswer | None = None
    found: tuple[Contradiction, ...] = ()

    @property
    def asking(self) -> Asking:
        """How it stands in a request."""
        reasons = [*self.reasons, *(item.reason for item in self.found)]
        return Asking(self.task, tuple(dict.fromkeys(reasons)))

    @property
    def again(self) -> bool:
        """True where the task was asked before."""
        return self.tries > 0 or self.known is not None

    def failed(self, *reasons: Reason) -> Attempt:
        """The next attempt after an answer that did not fit."""
        return replace(self, tries=self.tries + 1, reasons=reasons)

    def about(self, task: SummaryTask) -> Attempt:
        """The same attempt at the same task, worded anew."""
        return replace(self, task=task)

    def given_up(self, failure: Failure, told: str = "") -> Outcome:
        """The end without a new answer: what was known stands, without what is contradicted."""
        if self.known is not None:
            return settled(self.task, self.known.item, self.found)
        return Outcome(self.task, failure=failure, told=told)


def contradicted(task: SummaryTask, item: Item, found: tuple[Contradiction, ...]) -> Attempt:
    """The attempt after a first answer that the source contradicts."""
    return Attempt(task, known=CachedAnswer(item), found=found)


def settled(task: SummaryTask, item: Item, found: Sequence[Contradiction]) -> Outcome:
    """The outcome of an item without what is contradicted in it: of a unit the other points stand,
    as long as there are any; a section falls whole."""
    if not found:
        return Outcome(task, item)
    rejected = tuple(
        RejectedPoint(text, "；".join(dict.fromkeys(f.why for f in found if f.claim == text)))
        for text in dict.fromkeys(contradiction.claim for contradiction in found)
    )
    fallen = {contradiction.point for contradiction in found}
    if isinstance(item, UnitAnswer) and None not in fallen:
        left = tuple(point for place, point in enumerate(item.points) if place not in fallen)
        if left:
            return Outcome(task, item.model_copy(update={"points": left}), rejected=rejected)
    # Labels, category and actors are not contradicted: they stay beside the source's own words.
    emptied = item.model_copy(update={"points": ()}) if isinstance(item, UnitAnswer) else None
    return Outcome(task, emptied, failure="contradicted", rejected=rejected)
