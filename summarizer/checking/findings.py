"""What checking says of one claim, before it is worded."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from summarizer.checking.messages import word
from summarizer.checking.textual import brief
from summarizer.models import Finding, Nearest, Span
from summarizer.spans import Range
from summarizer.vocabulary import Lang, Severity, Verdict


class Grade(Enum):
    """How bad a fault is: severity and verdict go together."""

    WRONG = (Severity.ERROR, Verdict.CONTRADICTED)
    ASTRAY = (Severity.ERROR, Verdict.UNVERIFIABLE)
    DOUBTFUL = (Severity.WARNING, Verdict.UNVERIFIABLE)
    OPEN = (Severity.NOTE, Verdict.UNVERIFIABLE)
    ROUGH = (Severity.NOTE, Verdict.APPROXIMATED)
    FINE = (Severity.NOTE, Verdict.SUPPORTED)

    @property
    def severity(self) -> Severity:
        """How loudly the fault is told."""
        return self.value[0]

    @property
    def verdict(self) -> Verdict:
        """What the source says of the claim."""
        return self.value[1]


@dataclass(frozen=True, slots=True)
class Near:
    """The place of the source that comes nearest: its printed text and its range."""

    text: str
    span: Range


@dataclass(frozen=True, slots=True)
class Fault:
    """What checking says of one claim.

    `kind` is the published kind of the finding, `message` the key of its wording, `details` what
    the wording names besides claim and nearest anchor. `span` is the claim in the statement; None
    for what is said of a typed field or of the whole.
    """

    kind: str
    grade: Grade
    claim: str
    message: str
    span: Range | None = None
    near: Near | None = None
    details: Mapping[str, str] = field(default_factory=dict)


def moved(finding: Finding, by: int) -> Finding:
    """The finding of a statement that begins so much further on."""
    span = finding.span_in_summary
    if span is None or not by:
        return finding
    further = Span(start=span.start + by, end=span.end + by)
    return finding.model_copy(update={"span_in_summary": further})


def render(fault: Fault, lang: Lang) -> Finding:
    """A fault as the published finding, worded in `lang`."""
    near, span = fault.near, fault.span
    claim = brief(fault.claim)
    fields = {"claim": claim}
    if near is not None:
        fields |= {"near": brief(near.text), "at": str(near.span.start)}
    fields |= fault.details
    return Finding(
        kind=fault.kind,
        severity=fault.grade.severity,
        verdict=fault.grade.verdict,
        claim=claim,
        span_in_summary=None if span is None else Span(start=span.start, end=span.end),
        reason=word(fault.message, lang, fields),
        nearest=None
        if near is None
        else Nearest(text=near.text, span=Span(start=near.span.start, end=near.span.end)),
    )
