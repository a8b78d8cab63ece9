"""The record of a task."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from summarizer.engines.llm.client.tokens import estimate
from summarizer.spans import Range

Kind = Literal["unit", "section", "overview"]

_NOWHERE = Range(0, 0)
_AROUND_A_LINE = 8
"""Tokens of the numbers and marks around a line of material."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """A figure of a unit, numbered in reading order (f1 …). `start` is its offset in the source."""

    id: str
    text: str
    start: int


class Line(NamedTuple):
    """What is known of a unit below, as material for what stands above it."""

    unit_id: str
    text: str


@dataclass(frozen=True, slots=True)
class Issue:
    """Who issued a report, and under which title: what 我区 and 本年 mean in it."""

    title: str = ""
    issuer: str = ""
    date: str = ""


@dataclass(frozen=True, slots=True)
class SummaryTask:
    """A text to be summarised. `unit_id` is empty for the whole report.

    `key` names the answer in the store. `text` is the source's own, as printed; for a section it
    is its own text, for the whole report its lead. `span` is the range of the source it comes
    from. `context` is the path of headings above, with the problem they answer. `anchors` are the
    figures that want a label, `totals` those (as printed) that count a whole. `points` is how many
    points a unit is told in at most. `members` are the leaves below a section. `lines` are the
    summaries that a section is written from, `left_out` how many did not fit, `figures` and `open`
    what a reader must hear of besides. `answer_tokens` is what the answer is likely to need.
    """

    key: str
    kind: Kind
    unit_id: str
    text: str
    context: tuple[str, ...]
    span: Range = _NOWHERE
    issue: Issue = Issue()
    heading: str = ""
    problem: str = ""
    anchors: tuple[Anchor, ...] = ()
    totals: tuple[str, ...] = ()
    points: int = 1
    members: tuple[str, ...] = ()
    answer_tokens: int = 0
    lines: tuple[Line, ...] = ()
    left_out: int = 0
    parts: tuple[str, ...] = ()
    figures: tuple[str, ...] = ()
    open: tuple[str, ...] = ()

    @property
    def tokens(self) -> int:
        """An estimate of what the task costs in a prompt."""
        listed = sum(estimate(anchor.text) + 2 for anchor in self.anchors)
        told = [line.text for line in self.lines] + [*self.figures, *self.open, *self.totals]
        return estimate(self.text) + listed + sum(estimate(text) + _AROUND_A_LINE for text in told)
