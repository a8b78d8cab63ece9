"""Every fault of the domain's list is caught and named, and faithful claims are left alone."""

from __future__ import annotations

import pytest

from summarizer.checking import SourceIndex, Statement, check_statement
from summarizer.checking.statement import Checked
from summarizer.vocabulary import Severity, Verdict
from tests.checking.cases import Case, load, report_of

LEXICON = {
    "label", "name", "negation", "plan_as_result", "scope_word", "problem_as_achievement",
    "cause", "degree",
}  # fmt: skip


def _checked(case: Case) -> Checked:
    analysis = report_of(case)
    index = SourceIndex(analysis)
    return check_statement(Statement(case.claim, index.by_id["1.1.1"]), index)


@pytest.mark.parametrize("case", load("faults"), ids=lambda case: f"{case.kind}: {case.claim}")
def test_a_fault_is_named(case: Case) -> None:
    """The finding has the fault's kind, a reason, and the severity of its sort."""
    found = {finding.kind: finding for finding in _checked(case).findings}
    assert case.kind in found, {kind: finding.reason for kind, finding in found.items()}
    finding = found[case.kind]
    assert finding.reason and finding.claim
    if case.kind in LEXICON:
        assert finding.severity is Severity.WARNING
        assert finding.verdict is Verdict.UNVERIFIABLE
    else:
        assert finding.verdict is Verdict.CONTRADICTED


@pytest.mark.parametrize("case", load("equivalences"), ids=lambda case: case.claim)
def test_an_equivalence_is_no_fault(case: Case) -> None:
    """A claim that compares equal has no finding; an approximation has a note."""
    checked = _checked(case)
    if case.rough:
        assert [(f.claim, f.severity, f.verdict) for f in checked.findings] == [
            (case.rough, Severity.NOTE, Verdict.APPROXIMATED)
        ]
    else:
        assert not checked.findings, [finding.reason for finding in checked.findings]


@pytest.mark.parametrize("case", load("faithful"), ids=lambda case: case.claim)
def test_a_faithful_paraphrase_is_not_blamed(case: Case) -> None:
    """A faithful claim has neither an error nor a warning."""
    findings = _checked(case).findings
    assert all(finding.severity is Severity.NOTE for finding in findings), [
        finding.reason for finding in findings
    ]
