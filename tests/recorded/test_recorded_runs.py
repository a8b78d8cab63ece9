"""Whole runs of the LLM engine, replayed from what a language model really answered."""

from __future__ import annotations

import re
from functools import cache

import pytest
import yaml

from summarizer import Report
from summarizer.vocabulary import Origin, Severity, Verdict
from tests.recorded.cassettes import FOLDER, PLACE, cassette
from tests.recorded.runs import MODEL, RUNS

BY_NAME = {run.name: run for run in RUNS}
NAMES = sorted(BY_NAME)
REASK = "没有被采用"


@cache
def replay(name: str) -> Report:
    """The report of a recorded run; the context fails where an answer was never asked for."""
    with cassette(name):
        return BY_NAME[name].summarise(
            model=MODEL, base_url=f"{PLACE}/v1", api_key="sk-recorded", timeout=30.0
        )


def _asked(name: str) -> list[str]:
    """The last message of each request of a cassette."""
    stored = yaml.safe_load((FOLDER / f"{name}.yaml").read_text(encoding="utf-8"))
    bodies = [item["request"]["body"]["json"] for item in stored["interactions"]]
    return [body["messages"][-1]["content"] for body in bodies]


@pytest.mark.parametrize("name", NAMES)
def test_every_unit_is_accounted_for(name: str) -> None:
    """Each leaf of the outline has one measure with a summary, and the run counts them all."""
    report = replay(name)
    assert report.verification.summarised == report.verification.units == len(report.measures)
    units = report.run.units
    assert units.llm + units.extractive == len(report.measures)
    assert all(measure.summary for measure in report.measures)
    assert report.run.calls == len(_asked(name))


@pytest.mark.parametrize("name", ["chengzhong-2025", "jinghu-2025", "xining-2025"])
def test_whole_reports_are_written_by_the_model(name: str) -> None:
    """No unit of the recorded whole runs fell back, and no claim of them is contradicted."""
    report = replay(name)
    assert {measure.origin for measure in report.measures} == {Origin.LLM}
    assert report.verification.contradicted == 0
    labelled = [figure.label for measure in report.measures for figure in measure.figures]
    assert sum(label is not None for label in labelled) >= 0.9 * len(labelled)


@pytest.mark.parametrize("name", NAMES)
def test_figures_come_from_the_source(name: str) -> None:
    """Whatever a model wrote, text and place of every figure are those of the source."""
    report = replay(name)
    for measure in report.measures:
        for figure in measure.figures:
            printed = report.source.text[figure.span.start : figure.span.end]
            assert "".join(printed.split()) == figure.text


def test_refused_units_are_marked_and_the_others_go_on() -> None:
    """Only what the endpoint refuses falls back; each such unit says so; the rest is the model's."""
    report = replay("refusal")
    refused = [m for m in report.measures if any(f.kind == "refused" for f in m.findings)]
    assert refused
    assert len(refused) == report.run.units.refused == report.run.units.extractive
    assert all("涉黑涉恶" in report.source.text[m.span.start : m.span.end] for m in refused)
    assert report.run.units.llm == len(report.measures) - len(refused)
    assert all(m.origin is Origin.EXTRACTIVE for m in refused)


def test_rejected_answers_are_asked_for_again() -> None:
    """A re-ask names only the units that failed, with the reason, and its answer is used."""
    report = replay("reask")
    again = [content for content in _asked("reask") if REASK in content]
    assert again
    first = [content for content in _asked("reask") if REASK not in content]
    units = re.compile(r"^§\w+ u\d+", re.MULTILINE)
    for content in again:
        assert len(units.findall(content)) <= max(len(units.findall(other)) for other in first)
        assert re.search(r"^- [uso]\d+：", content, re.MULTILINE)
    assert all(measure.verdict is not Verdict.CONTRADICTED for measure in report.measures)


def test_second_opinions_are_the_judges_and_no_errors() -> None:
    """What the model says of undecided claims is marked, quoted from the source, and no error."""
    report = replay("second-opinion")
    told = [finding for measure in report.measures for finding in measure.findings]
    told = [finding for finding in told if finding.origin is Origin.JUDGE]
    assert told
    assert all(finding.severity is not Severity.ERROR for finding in told)
    asked = [content for content in _asked("second-opinion") if "请核对这些编号" in content]
    assert asked


@pytest.mark.parametrize("name", NAMES)
def test_cassettes_hold_no_secret(name: str) -> None:
    """Neither keys, addresses nor headers that name an account are stored."""
    text = (FOLDER / f"{name}.yaml").read_text(encoding="utf-8")
    assert not re.search(r"sk-|[Bb]earer|[Aa]uthorization|127\.0\.0\.1|localhost|openai-", text)
    stored = yaml.safe_load(text)
    for item in stored["interactions"]:
        assert set(item["request"]["headers"]) <= {"content-type", "Content-Type"}
        assert item["request"]["uri"].startswith(PLACE)


def test_another_prompt_never_replays_an_old_answer() -> None:
    """A request whose body differs from every recorded one is not answered."""
    run = BY_NAME["xining-2025"]
    with pytest.raises(AssertionError, match=r"not recorded|never asked"), cassette("xining-2025"):
        report = run.summarise(
            model="another-model", base_url=f"{PLACE}/v1", api_key="sk-recorded", timeout=5.0
        )
        assert {measure.origin for measure in report.measures} == {Origin.EXTRACTIVE}
