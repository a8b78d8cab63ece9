"""What an engine is given and what it returns."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol, runtime_checkable

from summarizer.analysis import Analysis
from summarizer.models import Finding, Report
from summarizer.spans import Range
from summarizer.vocabulary import Category, Origin, Status, status_of


@dataclass(frozen=True, slots=True)
class PointDraft:
    """A sentence about one thing, with its status and the range of the source that it tells."""

    text: str
    status: Status
    origin: Origin
    span: Range


@dataclass(frozen=True, slots=True)
class RejectedPoint:
    """A point that the source contradicts, as an engine wrote it, and why it fell."""

    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class MeasureDraft:
    """What an engine says of a leaf of the outline, in points.

    Figures, dates and titles are not part of a draft: they come from the source's anchors.
    `labels` gives better labels for figures by the start of the figure's span in the source.
    `extra` holds the answers to a user's own fields. `findings` are the engine's own (a fall-back,
    a rejected point).
    """

    id: str
    points: tuple[PointDraft, ...]
    category: Category
    actors: tuple[str, ...] = ()
    labels: Mapping[int, str] = field(default_factory=dict)
    extra: Mapping[str, Any] = field(default_factory=dict)
    rejected: tuple[RejectedPoint, ...] = ()
    findings: tuple[Finding, ...] = ()

    @property
    def summary(self) -> str:
        """The points joined."""
        return "".join(point.text for point in self.points)

    @property
    def status(self) -> Status:
        """The lowest status of the points that matters."""
        return status_of([point.status for point in self.points])

    @property
    def origin(self) -> Origin:
        """`llm` where a model wrote any of the points."""
        written = {point.origin for point in self.points}
        return Origin.LLM if Origin.LLM in written else Origin.EXTRACTIVE


@dataclass(frozen=True, slots=True)
class SectionDraft:
    """The summary of a unit with children or own text; `headline` says it in 40 characters."""

    id: str
    summary: str
    origin: Origin
    headline: str = ""
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class OpenDraft:
    """What is said to be unfinished, only promised or still a problem: a unit, and where."""

    unit: str
    status: Status
    text: str
    span: Range


@dataclass(frozen=True, slots=True)
class OverviewDraft:
    """The report as a whole. `key` are the starts, in the source, of its key figures' spans."""

    summary: str
    origin: Origin
    key: tuple[int, ...] = ()
    open: tuple[OpenDraft, ...] = ()
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Usage:
    """What an engine spent. `refused` counts measures that a provider declined."""

    calls: int = 0
    cache_hits: int = 0
    retries: int = 0
    prompt_tokens: int = 0
    cached_prompt_tokens: int = 0
    completion_tokens: int = 0
    cost: float | None = None
    refused: int = 0


@dataclass(frozen=True, slots=True)
class Drafts:
    """All drafts of one report: measures by leaf id, sections by unit id (leaves included)."""

    measures: Mapping[str, MeasureDraft]
    sections: Mapping[str, SectionDraft]
    overview: OverviewDraft
    usage: Usage = Usage()
    model: str | None = None
    prompt_digest: str | None = None


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a run is; told to a listener, never printed by an engine."""

    done: int
    total: int
    in_flight: int = 0
    tokens: int = 0


ProgressListener = Callable[[Progress], None]


DraftChecker = Callable[[str, MeasureDraft | SectionDraft | OverviewDraft], tuple[Finding, ...]]
"""Checks a draft against the source: of the leaf with this id, of the section with this id, or of
the whole report (empty id). Injected by the pipeline, since engines stand below the checks."""

CheckerMaker = Callable[[Analysis], DraftChecker]
"""Makes the checker of one report."""


class Engine(Protocol):
    """Writes the drafts of a report; every leaf of the outline gets exactly one.

    `summarize_all` has several reports drafted at once, in one event loop.
    """

    name: str

    async def draft(self, analysis: Analysis, progress: ProgressListener | None = None) -> Drafts:
        """The drafts of every unit. Raises EngineError where the endpoint cannot be used.

        `progress` is told how far this report is; an engine may leave it alone.
        """
        ...


@runtime_checkable
class SecondOpinion(Protocol):
    """An engine that can be asked about claims which the checks cannot decide."""

    async def second_opinions(self, analysis: Analysis, report: Report) -> Report:
        """A checked report with what the engine says of its undecided claims."""
        ...
