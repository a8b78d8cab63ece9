"""The extractive engine stands in where no answer of the model stands; the reader is told why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from summarizer.engines.base import MeasureDraft, OverviewDraft, SectionDraft
from summarizer.engines.llm.reasks import Failure, Settled, told
from summarizer.models import Finding
from summarizer.vocabulary import Lang, Severity, Verdict

DraftT = TypeVar("DraftT", SectionDraft, OverviewDraft)

_REASONS: dict[Lang, dict[Failure, str]] = {
    "zh": {
        "refused": "模型服务拒绝处理这一单元，已改用原文摘录",
        "invalid_answer": "模型多次未给出合格的回答，已改用原文摘录",
        "truncated": "模型的回答一再被截断，已改用原文摘录",
        "endpoint_failed": "模型服务多次出错，已改用原文摘录",
        "budget_reached": "费用已到上限，未再询问模型，已改用原文摘录",
    },
    "en": {
        "refused": "the provider declined this unit; extracted from the source instead",
        "invalid_answer": "the model gave no valid answer; extracted from the source instead",
        "truncated": "the model's answers were cut off; extracted from the source instead",
        "endpoint_failed": "the endpoint kept failing; extracted from the source instead",
        "budget_reached": "the cost limit was reached; extracted from the source instead",
    },
}
_REJECTED: dict[Lang, str] = {
    "zh": "模型的草稿与原文不符，已改用原文摘录：",
    "en": "the source contradicts the model's draft; extracted from it instead: ",
}


def measure_fallback(draft: MeasureDraft, parts: Sequence[Settled], lang: Lang) -> MeasureDraft:
    """An extractive draft of a leaf, with the reasons why no answer stands."""
    return replace(draft, findings=(*draft.findings, *_findings(parts, draft.summary, lang)))


def section_fallback(draft: DraftT, settled: Settled, lang: Lang) -> DraftT:
    """An extractive draft of a section or of the whole, with the reasons why no answer stands."""
    return replace(draft, findings=(*draft.findings, *_findings([settled], draft.summary, lang)))


def _findings(parts: Sequence[Settled], summary: str, lang: Lang) -> list[Finding]:
    """A finding for every kind of failure, and one for every draft that was rejected."""
    found: list[Finding] = []
    for part in parts:
        if part.rejected is not None:
            reason = _REJECTED[lang] + "；".join(told(item) for item in part.rejected.findings)
            found.append(_warning("rejected_draft", part.rejected.summary, reason))
    failures = dict.fromkeys(
        part.failure
        for part in parts
        if part.failure is not None and part.failure != "contradicted"
    )
    found += [_warning(failure, summary, _REASONS[lang][failure]) for failure in failures]
    return found


def _warning(kind: str, claim: str, reason: str) -> Finding:
    # The verdict is of the text that stands, which is the source's own.
    return Finding(
        kind=kind,
        severity=Severity.WARNING,
        verdict=Verdict.SUPPORTED,
        claim=claim,
        reason=reason,
    )
