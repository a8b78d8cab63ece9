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


def _missed(cases: list[Case]) -> list[Case]:
    return [case for case in cases if case.kind not in {f.kind for f in _checked(case).findings}]


@pytest.mark.parametrize(("worded", "least"), [(False, 0.87), (True, 0.45)])
def test_faults_are_named(worded: bool, least: float) -> None:
    """Of the faults of a sort so many have a finding of their kind; worded ones are harder."""
    cases = [case for case in load("faults") if (case.kind in LEXICON) is worded]
    missed = _missed(cases)
    assert len(missed) <= len(cases) * (1 - least), [(case.kind, case.claim) for case in missed]


def test_a_finding_has_the_severity_of_its_sort() -> None:
    """What rests on words is a warning; what rests on a figure, a date or a title an error."""
    for case in load("faults"):
        for finding in _checked(case).findings:
            if finding.kind in LEXICON:
                assert (finding.severity, finding.verdict) == (
                    Severity.WARNING,
                    Verdict.UNVERIFIABLE,
                )
            elif finding.severity is Severity.ERROR:
                assert finding.verdict in (Verdict.CONTRADICTED, Verdict.UNVERIFIABLE)
            assert finding.reason and finding.claim


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


def test_faithful_paraphrases_are_not_blamed() -> None:
    """Of the faithful claims hardly any has an error or a warning."""
    cases = load("faithful")
    blamed = [
        case.claim
        for case in cases
        if any(finding.severity is not Severity.NOTE for finding in _checked(case).findings)
    ]
    assert len(blamed) <= 4, blamed  # of 241: three totals of further figures, 全部 of 100%


def test_a_row_of_two_figures_does_not_say_which_is_the_greatest() -> None:
    """丙处最多 speaks of 59人, which is wrong, and not of the 43人 that is told rightly."""
    source = "死亡人数：甲处43人，乙处51人，丙处60人。"
    checked = _checked(Case(source, "死亡人数甲处43人、丙处59人，丙处最多。"))
    assert {finding.kind for finding in checked.findings} == {"value"}
