"""Whether an answer stands, is asked for again, or is given up: bounded, and never silent."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal

from summarizer.engines.llm.answers import Item
from summarizer.engines.llm.memory import Known
from summarizer.engines.llm.prompting import Ask, Reason
from summarizer.engines.llm.questions import Question
from summarizer.models import Finding
from summarizer.vocabulary import Verdict

Failure = Literal[
    "refused", "contradicted", "invalid_answer", "truncated", "endpoint_failed", "budget_reached"
]


@dataclass(frozen=True, slots=True)
class Rejected:
    """A draft that the source contradicts, with what the check said."""

    summary: str
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Settled:
    """The end of a question: an item that stands, or why there is none."""

    question: Question
    item: Item | None = None
    failure: Failure | None = None
    rejected: Rejected | None = None


ItemCheck = Callable[[Question, Item], tuple[Finding, ...]]


@dataclass(frozen=True, slots=True)
class Trial:
    """A question on its way: as it is asked, and its last draft that was rejected, with the answer
    that draft came from."""

    ask: Ask
    rejected: Rejected | None = None
    known: Known | None = None

    @property
    def question(self) -> Question:
        """What is asked."""
        return self.ask.question

    @classmethod
    def of(cls, question: Question) -> Trial:
        """A question that was never asked."""
        return cls(Ask(question))

    def failed(self, *reasons: Reason) -> Trial:
        """The next trial after an answer that did not fit."""
        still = tuple(reason for reason in self.ask.reasons if reason.name == "contradicted")
        ask = replace(self.ask, tries=self.ask.tries + 1, reasons=(*reasons, *still))
        return replace(self, ask=ask)

    def contradicted(self, known: Known, findings: tuple[Finding, ...]) -> Trial:
        """The next trial after a draft that the source contradicts."""
        draft = known.item.summary
        ask = Ask(
            self.question,
            tries=known.tries + 1,
            reasons=tuple(Reason.of("contradicted", value=told(item)) for item in findings),
            draft=draft,
        )
        return Trial(ask, Rejected(draft, findings), known)

    def about(self, question: Question) -> Trial:
        """The same trial of the same question, worded anew."""
        return replace(self, ask=replace(self.ask, question=question))

    def given_up(self, failure: Failure) -> Settled:
        """The end without an answer."""
        return Settled(self.question, failure=failure, rejected=self.rejected)


def contradictions(check: ItemCheck, question: Question, item: Item) -> tuple[Finding, ...]:
    """What the source contradicts in an item."""
    return tuple(
        finding for finding in check(question, item) if finding.verdict is Verdict.CONTRADICTED
    )


def told(finding: Finding) -> str:
    """What a check says, with the claim it is about."""
    if not finding.claim or finding.reason.startswith(finding.claim):
        return finding.reason
    return f"“{finding.claim}”：{finding.reason}"
