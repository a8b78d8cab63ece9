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

_KINDS_TOLD = 3
"""More than this on standard error is a log; each unit of the result says its own reason."""
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
# What the reader can do, where the service itself says nothing.
_HINTS: dict[Failure, str] = {
    "refused": "another provider may take such texts",
    "contradicted": "asked again, the model wrote against the source once more; the fallen "
    "sentences stand in the result",
    "invalid_answer": "what came was empty or did not fit what was asked; try another --mode or "
    "a larger model",
    "truncated": "raise --max-output, or the limit of the server",
    "too_long": "give the model a larger context on the server",
    "endpoint_failed": "run again later: what was answered is kept",
    "budget_reached": "run again with a higher --max-cost: what was answered is kept",
}


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
    first, else with what can be done; in English, as all that is said on the way."""
    counted: Counter[Failure] = Counter()
    sentences: dict[Failure, Counter[str]] = {}
    for outcome in outcomes:
        if outcome.failure is not None:
            counted[outcome.failure] += 1
            if outcome.told:
                sentences.setdefault(outcome.failure, Counter())[outcome.told] += 1
    lines = []
    for failure, count in counted.most_common(_KINDS_TOLD):
        said = sentences.get(failure)
        hint = _HINTS[failure]
        told = said.most_common(1)[0][0] if said else hint
        if not told.endswith((")", hint)):  # the service gave no hint of its own
            told += f" ({hint})"
        lines.append(f"{count} without an answer that stands ({failure.replace('_', ' ')}): {told}")
    return lines


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
