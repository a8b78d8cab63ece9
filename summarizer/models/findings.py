"""What checking found: in a claim of the summary, in the source itself, in the whole."""

from __future__ import annotations

from typing import ClassVar

from summarizer.models.values import Record, Span
from summarizer.vocabulary import Origin, Severity, Verdict


class Nearest(Record):
    """The anchor of the source that comes nearest to a claim."""

    text: str
    span: Span


class Finding(Record):
    """What a check found in a claim of the summary.

    `span_in_summary` is where the claim stands in the text it was checked in (of a measure,
    section or overview its `summary`; of a foreign text the text itself). `origin` is `judge`
    for a second opinion of a model, `llm` for what the model's engine reports of itself.
    """

    shown: ClassVar[tuple[str, ...]] = ("kind", "verdict", "claim", "reason")

    kind: str
    severity: Severity
    verdict: Verdict
    claim: str
    span_in_summary: Span | None = None
    reason: str
    nearest: Nearest | None = None
    origin: Origin = Origin.EXTRACTIVE


class AuditFinding(Record):
    """An observation on the source itself."""

    shown: ClassVar[tuple[str, ...]] = ("kind", "severity", "message")

    kind: str
    severity: Severity
    message: str
    spans: tuple[Span, ...]


class Omitted(Record):
    """An anchor of the source that no summary mentions."""

    unit: str
    kind: str
    text: str
    label: str | None = None
    span: Span


class AnchorCount(Record):
    """Anchors of the source's units, and how many of them a summary mentions."""

    total: int
    cited: int


class Verification(Record):
    """Claims by verdict; units of the outline, and those that have a summary.

    `supported` counts the claims for which a fact of the source was found; `approximated`,
    `contradicted` and `unverifiable` those with such a verdict, and `unread` the claims that the
    grammars could not read, in the overview, the sections and the measures together.
    """

    shown: ClassVar[tuple[str, ...]] = (
        "supported",
        "approximated",
        "contradicted",
        "unverifiable",
        "unread",
    )

    supported: int = 0
    approximated: int = 0
    contradicted: int = 0
    unverifiable: int = 0
    unread: int = 0
    units: int = 0
    summarised: int = 0
    omitted: tuple[Omitted, ...] = ()
    anchors: AnchorCount = AnchorCount(total=0, cited=0)
