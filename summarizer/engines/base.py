"""What an engine is given and what it returns."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from summarizer.analysis import Analysis
from summarizer.models import Finding
from summarizer.vocabulary import Category, Origin, Status


@dataclass(frozen=True, slots=True)
class MeasureDraft:
    """What an engine says of a leaf of the outline.

    Figures, dates and titles are not part of a draft: they come from the source's anchors.
    `labels` gives better labels for figures by the start of the figure's span in the source.
    `findings` are the engine's own (a fall-back, a rejected draft).
    """

    id: str
    summary: str
    origin: Origin
    category: Category
    status: Status
    actors: tuple[str, ...] = ()
    labels: Mapping[int, str] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class SectionDraft:
    """The summary of a unit with children, or of the whole report (`id` empty)."""

    id: str
    summary: str
    origin: Origin
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
    overview: SectionDraft
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


class Engine(Protocol):
    """Writes the drafts of a report; every leaf of the outline gets exactly one."""

    name: str

    async def draft(self, analysis: Analysis) -> Drafts:
        """The drafts of every unit. Raises EngineError where the endpoint cannot be used."""
        ...


DraftChecker = Callable[[str, MeasureDraft | SectionDraft], tuple[Finding, ...]]
"""Checks a draft against the source: of the leaf with this id, of the section with this id, or of
the whole report (empty id). Injected by the pipeline, since engines stand below the checks."""
