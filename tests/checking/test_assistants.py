"""Summaries such as chat assistants write: every wrong claim is found, no right one is blamed."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from summarizer.analysis import analyse
from summarizer.checking import check_text
from summarizer.models import Finding
from summarizer.reading import read
from summarizer.vocabulary import Lang, Severity

FOLDER = Path(__file__).parent / "assistants"
REPORTS = Path(__file__).parents[2] / "examples" / "reports"
_MARKED = re.compile(r"\{\{(.+?)\}\}")
_LETTERS = re.compile(r"[^0-9%.一-龥]")


def _findings(path: Path, lang: Lang = "zh") -> list[Finding]:
    """What is said of the summary, its marks of what is wrong taken off."""
    analysis = analyse(read(REPORTS / f"{path.stem}.txt"))
    summary = _MARKED.sub(r"\1", path.read_text(encoding="utf-8"))
    report = check_text(summary, analysis, lang)
    return [finding for finding in report.findings if finding.kind not in ("omitted", "located")]


def _touches(claim: str, wrong: str) -> bool:
    claim, wrong = _LETTERS.sub("", claim), _LETTERS.sub("", wrong)
    parts = wrong.split("和") if "%和" in wrong else [wrong]
    return any(part in claim or claim in part for part in parts)


@pytest.mark.parametrize("path", sorted(FOLDER.iterdir()), ids=lambda path: path.name)
def test_hidden_errors_are_found(path: Path) -> None:
    """Nine of ten marked claims have an error or a warning of their own."""
    loud = [f for f in _findings(path) if f.severity is not Severity.NOTE]
    wrong = _MARKED.findall(path.read_text(encoding="utf-8"))
    missed = [mark for mark in wrong if not any(_touches(f.claim, mark) for f in loud)]
    assert len(wrong) >= 9
    assert len(missed) * 10 <= len(wrong), (missed, [(f.kind, f.claim) for f in loud])


@pytest.mark.parametrize("path", sorted(FOLDER.iterdir()), ids=lambda path: path.name)
def test_no_right_claim_is_blamed(path: Path) -> None:
    """Errors and warnings are about marked claims only."""
    wrong = _MARKED.findall(path.read_text(encoding="utf-8"))
    blamed = [
        (finding.kind, finding.claim, finding.reason)
        for finding in _findings(path)
        if finding.severity is not Severity.NOTE
        and not any(_touches(finding.claim, mark) for mark in wrong)
    ]
    assert not blamed


@pytest.mark.parametrize("path", sorted(FOLDER.iterdir()), ids=lambda path: path.name)
def test_reasons_are_worded_in_both_languages(path: Path) -> None:
    """The same findings have reasons in Chinese and in English, with their places."""
    chinese, english = _findings(path), _findings(path, "en")
    assert [f.kind for f in chinese] == [f.kind for f in english]
    for finding in english:
        assert re.search("[a-z]{3}", finding.reason)
        assert (
            finding.nearest is None
            or finding.severity is Severity.NOTE
            or finding.nearest.text in finding.reason
            or (str(finding.nearest.span.start) in finding.reason)
        )
