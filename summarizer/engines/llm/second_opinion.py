"""A second opinion: the model is asked about claims that the grammars cannot decide.

One request a unit, with its text and the claims about it. An answer counts only with a quotation
that stands in the text to the letter; it is stored under a key of its own. What it says is a note,
or a warning, and never an error: it can take a doubt away, and say why to look.
"""

from __future__ import annotations

import hashlib
import logging
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from summarizer.analysis import Analysis
from summarizer.engines.llm.answer.wording import has_markup
from summarizer.engines.llm.ask.runner import run_all
from summarizer.engines.llm.client.interface import CallStats, ChatRequest, Completer, Message
from summarizer.engines.llm.client.wire_schema import record
from summarizer.engines.llm.prompt.templates import Prompts, fill
from summarizer.engines.llm.store.answers import AnswerStore
from summarizer.engines.llm.tasks.keys import TaskKeys
from summarizer.errors import EndpointError, EngineError
from summarizer.models import Finding, Measure, Report, Section
from summarizer.spans import Range
from summarizer.vocabulary import Lang, Origin, Severity, Verdict, worst

log = logging.getLogger("summarizer.llm")

KIND = "second_opinion"
_SHORTEST_QUOTATION = 4  # shorter ones stand anywhere
_AN_OPINION = 80
"""Tokens of an opinion with its quotation."""
_LONGEST_QUOTATION = 300  # 99.9 % of sentences are shorter than 342
_SAYS: dict[Lang, dict[str, str]] = {
    "zh": {"supported": "复核：原文有据：“{}”", "contradicted": "复核：疑与原文不符，原文：“{}”"},
    "en": {
        "supported": "second opinion: the source bears it: “{}”",
        "contradicted": "second opinion: it may differ from the source: “{}”",
    },
}


class Opinion(BaseModel):
    """What a model says of one claim, with the sentence that it goes by."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)

    id: str
    verdict: Literal["supported", "contradicted", "unverifiable"]
    quotation: str


class Opinions(BaseModel):
    """The answer about one unit."""

    model_config = ConfigDict(defer_build=True, frozen=True)

    opinions: tuple[Opinion, ...] = Field(strict=False)


@dataclass(frozen=True, slots=True)
class _Doubt:
    """A unit's text and the claims about it, each with the sentence it stands in."""

    text: str
    claims: tuple[str, ...]
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class SecondOpinions:
    """Asks about one checked report."""

    analysis: Analysis
    completer: Completer
    store: AnswerStore
    prompts: Prompts
    keys: TaskKeys
    lang: Lang

    async def of(self, report: Report) -> Report:
        """The report with the opinions among its findings; what cannot be had is left out."""
        account = CallStats()
        doubts = list(self._doubts(report))
        told: dict[Finding, Finding] = {}
        faults: Counter[str] = Counter()

        async def ask(doubt: _Doubt) -> None:
            try:
                told.update(self._told(doubt, await self._ask(doubt, account)))
            except EndpointError:
                raise
            except EngineError as error:
                faults[str(error)] += 1

        try:
            await run_all([ask(doubt) for doubt in doubts])
        except EndpointError as error:  # final: the others need not find it out too
            faults[str(error)] += 1
        for fault, count in faults.most_common(3):
            log.warning("%d without a second opinion: %s", count, fault)
        sections = tuple(_with(section, told) for section in report.sections)
        cleared = sum(finding.verdict is Verdict.SUPPORTED for finding in told.values())
        counts = report.verification
        verification = counts.model_copy(
            update={
                "supported": counts.supported + cleared,
                "unverifiable": counts.unverifiable - cleared,
            }
        )
        run = report.run.model_copy(
            update={
                "calls": report.run.calls + account.calls,
                "retries": report.run.retries + account.retries,
                "prompt_tokens": report.run.prompt_tokens + account.prompt_tokens,
                "completion_tokens": report.run.completion_tokens + account.completion_tokens,
                "cost": _sum(report.run.cost, account.cost),
            }
        )
        return report.model_copy(
            update={"sections": sections, "verification": verification, "run": run}
        )

    def _doubts(self, report: Report) -> Iterator[_Doubt]:
        units = {unit.id: unit for unit in self.analysis.outline.walk()}
        for section in report.walk():
            parts: list[Section | Measure] = [section, *section.measures]
            for part in parts:
                findings = [finding for finding in part.findings if is_open(finding)]
                if findings and part.id in units:
                    span: Range = units[part.id].span
                    claims = [_sentence(part.summary, finding) for finding in findings]
                    text = self.analysis.document.printed(span)
                    yield _Doubt(text, tuple(claims), tuple(findings))

    async def _ask(self, doubt: _Doubt, account: CallStats) -> Mapping[str, Opinion]:
        key = self.keys.key("opinion", doubt.text, *doubt.claims)
        stored = self.store.recall_text(key)
        if stored is not None:
            try:
                return self._sound(doubt, Opinions.model_validate_json(stored))
            except ValidationError:
                pass
        completion = await self.completer.complete(self._request(doubt), account)
        self.store.keep_texts({key: completion.answer.model_dump_json()})
        return self._sound(doubt, completion.answer)

    def _request(self, doubt: _Doubt) -> ChatRequest[Opinions]:
        wording = self.prompts.judge
        ids = [f"c{number}" for number in range(1, len(doubt.claims) + 1)]
        digest = hashlib.sha256("\n".join([doubt.text, *doubt.claims]).encode()).digest()
        fence = "§" + digest[:3].hex()
        while any(fence in text for text in (doubt.text, *doubt.claims)):
            digest = hashlib.sha256(digest).digest()
            fence = "§" + digest[:3].hex()
        lines = [fill(wording["unit"], fence=fence), doubt.text]
        lines += [
            fill(wording["claim"], fence=fence, id=name, text=" ".join(claim.split()))
            for name, claim in zip(ids, doubt.claims, strict=True)
        ]
        lines.append(fill(wording["end"], fence=fence))
        user = fill(
            self.prompts.judge_ask, fence=fence, ids="、".join(ids), material="\n".join(lines)
        )
        messages = (Message("system", self.prompts.judge_system), Message("user", user))
        return ChatRequest(
            messages,
            Opinions,
            schema=_schema(ids),
            common_schema=_schema(()),
            answer_tokens=_AN_OPINION * len(ids),
        )

    def _sound(self, doubt: _Doubt, answer: Opinions) -> Mapping[str, Opinion]:
        """The opinions that were asked for, once each, whose quotation stands in the source; none
        where one of them quotes what is not there."""
        source = "".join(doubt.text.split())
        found: dict[str, Opinion] = {}
        for opinion in answer.opinions:
            if opinion.verdict == "unverifiable":
                continue
            quotation = "".join(opinion.quotation.split())
            if len(quotation) < _SHORTEST_QUOTATION or quotation not in source:
                return {}
            found[opinion.id] = opinion
        return found

    def _told(self, doubt: _Doubt, opinions: Mapping[str, Opinion]) -> dict[Finding, Finding]:
        told = {}
        for number, finding in enumerate(doubt.findings, start=1):
            opinion = opinions.get(f"c{number}")
            if opinion is None or has_markup(opinion.quotation):
                continue
            supported = opinion.verdict == "supported"
            reason = _SAYS[self.lang][opinion.verdict].format("".join(opinion.quotation.split()))
            told[finding] = finding.model_copy(
                update={
                    "kind": KIND,
                    "severity": Severity.NOTE if supported else Severity.WARNING,
                    "verdict": Verdict.SUPPORTED if supported else Verdict.UNVERIFIABLE,
                    "reason": reason,
                    "origin": Origin.JUDGE,
                }
            )
        return told


def is_open(finding: Finding) -> bool:
    """True for a claim that nobody could decide and a reader would look at."""
    return (
        finding.verdict is Verdict.UNVERIFIABLE
        and finding.severity is Severity.WARNING
        and finding.origin is not Origin.JUDGE
    )


def _sentence(summary: str, finding: Finding) -> str:
    """The claim in its sentence, so that it can be understood."""
    for sentence in summary.replace("！", "。").split("。"):
        if finding.claim and finding.claim in sentence:
            return sentence if sentence == finding.claim else f"{sentence}（{finding.claim}）"
    return finding.claim or summary


def _with(section: Section, told: Mapping[Finding, Finding]) -> Section:
    return section.model_copy(
        update={
            "findings": _replaced(section.findings, told),
            "sections": tuple(_with(child, told) for child in section.sections),
            "measures": tuple(_measure(measure, told) for measure in section.measures),
        }
    )


def _measure(measure: Measure, told: Mapping[Finding, Finding]) -> Measure:
    findings = _replaced(measure.findings, told)
    verdict = worst([finding.verdict for finding in findings])
    return measure.model_copy(update={"findings": findings, "verdict": verdict})


def _replaced(findings: Sequence[Finding], told: Mapping[Finding, Finding]) -> tuple[Finding, ...]:
    """A doubt that was taken away is replaced; beside one that was confirmed stands why."""
    found = []
    for finding in findings:
        opinion = told.get(finding)
        if opinion is None or opinion.verdict is not Verdict.SUPPORTED:
            found.append(finding)
        if opinion is not None:
            found.append(opinion)
    return tuple(found)


def _schema(ids: Sequence[str]) -> dict[str, Any]:
    name: dict[str, Any] = {"type": "string", **({"enum": [*ids]} if ids else {})}
    verdict = {"type": "string", "enum": ["supported", "contradicted", "unverifiable"]}
    quotation = {"type": "string", "maxLength": _LONGEST_QUOTATION}
    items = record({"id": name, "verdict": verdict, "quotation": quotation})
    exactly = {"minItems": len(ids), "maxItems": len(ids)} if ids else {}
    opinions = {"type": "array", "items": items, **exactly}
    return {"title": "Opinions", **record({"opinions": opinions})}


def _sum(one: float | None, other: float | None) -> float | None:
    return other if one is None else one if other is None else one + other
