"""The second opinion: asked for what nobody could decide, believed only with a quotation."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from summarizer import Report
from summarizer.assembly import assemble
from summarizer.checking import check_report
from summarizer.engines.llm import LLMEngine
from summarizer.engines.llm.client.interface import Message
from summarizer.errors import EndpointError, EngineError, TransientEndpointError
from summarizer.models import Finding, Run
from summarizer.testing.model import Asked
from summarizer.vocabulary import Origin, Severity, Verdict
from tests.engines.llm.engine.scripted import Scripted, analysis_of, draft, settings_in

ANALYSIS = analysis_of()
DOUBT = Finding(
    kind="name",
    severity=Severity.WARNING,
    verdict=Verdict.UNVERIFIABLE,
    claim="学习办法",
    reason="原文没有",
)


def report_in(tmp_path: Path) -> Report:
    """A checked report in which one claim is left open."""
    drafts = draft(ANALYSIS, settings_in(tmp_path), Scripted())
    run = Run(engine="llm", started_at="", seconds=0.0)
    report = check_report(assemble(ANALYSIS, drafts, run), ANALYSIS)
    first = report.sections[0]
    inner = first.sections[0]
    measure = inner.measures[0].model_copy(update={"findings": (DOUBT,)})
    inner = inner.model_copy(update={"measures": (measure, *inner.measures[1:])})
    first = first.model_copy(update={"sections": (inner, *first.sections[1:])})
    counts = report.verification.model_copy(update={"unverifiable": 1})
    return report.model_copy(
        update={"sections": (first, *report.sections[1:]), "verification": counts}
    )


def opinion(verdict: str, quotation: str) -> Any:
    def reply(asked: list[Asked], messages: Sequence[Message]) -> Any:
        return {"opinions": [{"id": "c1", "verdict": verdict, "quotation": quotation}]}

    return reply


def asked(tmp_path: Path, completer: Scripted, report: Report) -> Report:
    engine = LLMEngine(settings_in(tmp_path), completer=completer)
    return asyncio.run(engine.second_opinions(ANALYSIS, report))


def test_a_doubt_is_taken_away_by_a_quotation(tmp_path: Path) -> None:
    """The note of the judge stands in place of the warning, and is not asked for again."""
    report = report_in(tmp_path)
    completer = Scripted(opinion("supported", "制定《学习办法》，组织专题学习12次"))
    told = asked(tmp_path, completer, report)
    (finding,) = told.find("1.1.1").findings
    assert (finding.origin, finding.severity, finding.verdict) == (
        Origin.JUDGE,
        Severity.NOTE,
        Verdict.SUPPORTED,
    )
    assert "组织专题学习12次" in finding.reason
    assert told.verification.unverifiable == 0
    assert told.run.calls == 1
    content = completer.messages[0][-1].content
    assert "学习办法" in content
    again = Scripted()
    assert asked(tmp_path, again, report).find("1.1.1").findings == (finding,)
    assert again.requests == []


def test_a_second_opinion_is_never_an_error(tmp_path: Path) -> None:
    """What the judge holds against a claim is a warning beside the one that was there."""
    told = asked(tmp_path, Scripted(opinion("contradicted", "覆盖干部356人")), report_in(tmp_path))
    findings = told.find("1.1.1").findings
    assert [finding.origin for finding in findings] == [Origin.EXTRACTIVE, Origin.JUDGE]
    assert all(finding.severity is Severity.WARNING for finding in findings)
    assert told.verification.contradicted == 0


@pytest.mark.parametrize("quotation", ["", "制定", "制定《学习办法》，组织专题学习15次"])
def test_a_quotation_that_is_not_in_the_source_discards_the_answer(
    tmp_path: Path, quotation: str
) -> None:
    """Whatever verdict comes with it, nothing changes."""
    report = report_in(tmp_path)
    told = asked(tmp_path, Scripted(opinion("supported", quotation)), report)
    assert told.find("1.1.1").findings == (DOUBT,)
    assert told.verification.unverifiable == 1


@pytest.mark.parametrize("fault", [EndpointError, TransientEndpointError])
def test_an_endpoint_that_fails_leaves_the_report_as_it_is(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, fault: type[EngineError]
) -> None:
    """The doubt stays, and one line says why nobody was heard."""

    def reply(asked: list[Asked], messages: Sequence[Message]) -> Any:
        raise fault("the key is wrong")

    report = report_in(tmp_path)
    told = asked(tmp_path, Scripted(reply), report)
    assert told.find("1.1.1").findings == (DOUBT,)
    assert [r.message for r in caplog.records] == ["1 without a second opinion: the key is wrong"]


def test_nothing_is_asked_where_nothing_is_open(tmp_path: Path) -> None:
    """A report without doubts costs no call; with the setting off none is made at all."""
    drafts = draft(ANALYSIS, settings_in(tmp_path), Scripted())
    run = Run(engine="llm", started_at="", seconds=0.0)
    report = check_report(assemble(ANALYSIS, drafts, run), ANALYSIS)
    completer = Scripted()
    asked(tmp_path, completer, report)
    assert completer.requests == []
