"""What checking found: in a claim of the summary, in the source itself, in the whole."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from summarizer.models.values import Record, Span
from summarizer.vocabulary import Origin, Severity, Verdict


class Nearest(Record):
    """The anchor of the source that comes nearest to a claim."""

    text: str = Field(description="of the source")
    span: Span = Field(description="its place in the source")


class Finding(Record):
    """What a check found in a claim of the summary.

    `span_in_summary` is where the claim stands in the text it was checked in (of a measure,
    section or overview its `summary`; of a foreign text the text itself). `origin` is `judge`
    for a second opinion of a model, `llm` for what the model's engine reports of itself.
    """

    shown: ClassVar[tuple[str, ...]] = ("kind", "verdict", "claim", "reason")

    kind: str = Field(description="the check that tells it")
    severity: Severity = Field(description="how grave it is")
    verdict: Verdict = Field(description="what it says of the claim")
    claim: str = Field(description="the words of the summary")
    span_in_summary: Span | None = None
    reason: str = Field(description="why, in a sentence")
    nearest: Nearest | None = Field(default=None, description="what the source says instead")
    origin: Origin = Origin.EXTRACTIVE


class AuditFinding(Record):
    """An observation on the source itself."""

    shown: ClassVar[tuple[str, ...]] = ("kind", "severity", "message")

    kind: str = Field(description="the check that tells it")
    severity: Severity = Field(description="how grave it is")
    message: str = Field(description="what contradicts what")
    spans: tuple[Span, ...] = Field(description="their places in the source")


class Omitted(Record):
    """An anchor of the source that no summary mentions."""

    unit: str = Field(description="id of the innermost unit")
    kind: str = Field(description="figure, title, document_number or date")
    text: str = Field(description="as printed")
    label: str | None = Field(default=None, description="of a figure")
    span: Span = Field(description="its place in the source")


class AnchorCount(Record):
    """Anchors of the source's units, and how many of them a summary mentions."""

    total: int = Field(description="in the source")
    cited: int = Field(description="in summaries")


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
    units: int = Field(default=0, description="leaves of the outline")
    summarised: int = Field(default=0, description="leaves with a summary")
    omitted: tuple[Omitted, ...] = Field(
        default=(), description="what no summary mentions, weightiest first"
    )
    anchors: AnchorCount = Field(
        default=AnchorCount(total=0, cited=0),
        description="figures, titles and dates, and how many are cited",
    )
