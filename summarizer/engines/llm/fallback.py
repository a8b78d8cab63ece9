"""The extractive engine stands in where no answer of the model stands; the reader is told why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from summarizer.engines.base import MeasureDraft, OverviewDraft, RejectedPoint, SectionDraft
from summarizer.engines.llm.ask.attempt import Failure, Outcome
from summarizer.models import Finding
from summarizer.vocabulary import Lang, Origin, Severity, Verdict

DraftT = TypeVar("DraftT", SectionDraft, OverviewDraft)

_REASONS: dict[Lang, dict[Failure, str]] = {
    "zh": {
        "refused": "模型服务拒绝处理这一单元，已改用原文摘录",
        "invalid_answer": "模型多次未给出合格的回答，已改用原文摘录",
        "truncated": "模型的回答一再被截断，已改用原文摘录",
        "too_long": "这一单元放不进模型的上下文，已改用原文摘录",
        "endpoint_failed": "模型服务多次出错，已改用原文摘录",
        "budget_reached": "费用已到上限，未再询问模型，已改用原文摘录",
    },
    "en": {
        "refused": "the provider declined this unit; extracted from the source instead",
        "invalid_answer": "the model gave no valid answer; extracted from the source instead",
        "truncated": "the model's answers were cut off; extracted from the source instead",
        "too_long": "this does not fit into the model's context; extracted from the source instead",
        "endpoint_failed": "the endpoint kept failing; extracted from the source instead",
        "budget_reached": "the cost limit was reached; extracted from the source instead",
    },
}
_REJECTED: dict[Lang, str] = {
    "zh": "模型的草稿与原文不符，已改用原文摘录：",
    "en": "the source contradicts the model's draft; extracted from it instead: ",
}
_TOLD: dict[Lang, str] = {"zh": "：{}", "en": ": {}"}


def measure_fallback(draft: MeasureDraft, parts: Sequence[Outcome], lang: Lang) -> MeasureDraft:
    """An extractive draft of a leaf, with the reasons why no answer stands."""
    return replace(
        draft,
        rejected=rejected_of(parts),
        findings=(*draft.findings, *_findings(parts, draft.summary, lang)),
    )


def section_fallback(draft: DraftT, outcome: Outcome, lang: Lang) -> DraftT:
    """An extractive draft of a section or of the whole, with the reasons why no answer stands."""
    return replace(draft, findings=(*draft.findings, *_findings([outcome], draft.summary, lang)))


def rejected_of(parts: Iterable[Outcome]) -> tuple[RejectedPoint, ...]:
    """The points of a measure that fell."""
    return tuple(dict.fromkeys(point for part in parts for point in part.rejected))


def failures_told(outcomes: Iterable[Outcome]) -> list[str]:
    """What went wrong in a run, one line a kind with the service's own sentence, the most frequent
    first; in English, as all that is said on the way."""
    counted: Counter[tuple[Failure, str]] = Counter()
    for outcome in outcomes:
        if outcome.failure is not None and outcome.failure != "contradicted":
            counted[outcome.failure, outcome.told] += 1
    return [
        f"{count} without an answer ({failure.replace('_', ' ')})" + (f": {told}" if told else "")
        for (failure, told), count in counted.most_common(3)
    ]


def _findings(parts: Sequence[Outcome], summary: str, lang: Lang) -> list[Finding]:
    """A finding for every kind of failure, and one for every sentence that was rejected."""
    found = [
        _warning("rejected_draft", point.text, _REJECTED[lang] + point.reason)
        for part in parts
        if part.failure == "contradicted"
        for point in part.rejected
    ]
    failures = dict.fromkeys(
        (part.failure, part.told)
        for part in parts
        if part.failure is not None and part.failure != "contradicted"
    )
    for failure, told in failures:
        more = _TOLD[lang].format(told) if told else ""
        found.append(_warning(failure, summary, _REASONS[lang][failure] + more))
    return found


def _warning(kind: str, claim: str, reason: str) -> Finding:
    # The verdict is of the text that stands, which is the source's own.
    return Finding(
        kind=kind,
        severity=Severity.WARNING,
        verdict=Verdict.SUPPORTED,
        claim=claim,
        reason=reason,
        origin=Origin.LLM,
    )
