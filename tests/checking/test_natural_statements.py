"""Natural statements of three genres: none is blamed, and planted errors among them are found."""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest

from summarizer.analysis import analyse
from summarizer.checking import SourceIndex, Statement, check_statement, check_text
from summarizer.models import Finding, Report
from summarizer.reading import read
from summarizer.reading.outline.records import Unit
from summarizer.vocabulary import Severity

FOLDER = Path(__file__).parent / "natural"
SOURCES = Path(__file__).parents[1] / "data" / "reports"
REPORTS = sorted(path.stem for path in FOLDER.glob("*.jsonl"))
# Statements with an error told, as measured. Of the two one drops the decimals of two lengths
# without saying so (70公里 of 70.29公里), which is a fault by the rule of the house though the
# reader let it pass; the other quotes a concept by its short name.
ERRORS = {"qianxinan-2020": 2}
WARNINGS = 2


@lru_cache
def _index(report: str) -> SourceIndex:
    return SourceIndex(analyse(read(SOURCES / f"{report}.txt")))


def _unit(index: SourceIndex, row: dict[str, Any]) -> Unit | None:
    """The smallest unit that holds the passage a statement was written of."""
    if "role" in row:
        here = [unit for unit in index.units if unit.span.start == row["start"]]
        return next((u for u in here if u.is_leaf or row["role"] == "section"), None)
    end = row["end"]
    held = [u for u in index.units if u.span.start <= row["start"] + 2 and u.span.end >= end - 3]
    return min(held, key=lambda unit: unit.span.end - unit.span.start, default=None)


@lru_cache
def _told(report: str) -> list[tuple[str, list[Finding]]]:
    index = _index(report)
    found = []
    for line in (FOLDER / f"{report}.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        unit = _unit(index, row)
        if row["judged"] != "ok":
            continue
        role = "overview" if unit is None else "measure" if unit.is_leaf else "section"
        checked = check_statement(Statement(row["summary"], unit, role), index)
        found.append((row["summary"], list(checked.findings)))
    return found


@pytest.mark.parametrize("report", REPORTS)
def test_right_statements_are_hardly_ever_blamed(report: str) -> None:
    """Errors on statements that a reader found right stay at what was measured."""
    errors = [
        (summary, finding.reason)
        for summary, findings in _told(report)
        for finding in findings
        if finding.severity is Severity.ERROR
    ]
    assert len({summary for summary, _ in errors}) <= ERRORS.get(report, 0), errors


def test_warnings_are_few() -> None:
    """A warning on a right statement costs a reader a look: two in nearly six hundred."""
    warned = [
        finding.reason
        for report in REPORTS
        for _, findings in _told(report)
        for finding in findings
        if finding.severity is Severity.WARNING
    ]
    assert len(warned) <= WARNINGS, warned


def _loud(report: Report) -> list[Finding]:
    return [finding for finding in report.findings if finding.severity is not Severity.NOTE]


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.chat.md")), ids=lambda path: path.stem)
def test_a_right_chat_answer_is_hardly_blamed(path: Path) -> None:
    """An answer in which every figure is right has at most one doubt."""
    index = _index(path.name.split(".")[0])
    loud = _loud(check_text(path.read_text(encoding="utf-8"), index.analysis))
    assert len(loud) <= 1, [finding.reason for finding in loud]


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.faults.json")), ids=lambda path: path.stem)
def test_planted_errors_are_found(path: Path) -> None:
    """Most of ten errors planted in a chat answer are told."""
    index = _index(path.name.split(".")[0])
    right = path.with_name(path.name.replace(".faults.json", ".chat.md"))
    text = path.with_suffix(".md").read_text(encoding="utf-8")
    known = {finding.reason for finding in _loud(check_text(_read(right), index.analysis))}
    told = [f for f in _loud(check_text(text, index.analysis)) if f.reason not in known]
    assert len({finding.claim for finding in told}) >= 7, [finding.reason for finding in told]


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8")
