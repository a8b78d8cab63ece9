"""Dates that stand in another's place."""

from __future__ import annotations

import pytest

from summarizer.checking import SourceIndex, Statement
from summarizer.checking.case import case_of
from summarizer.checking.decide.date import dates
from summarizer.vocabulary import Severity
from tests.checking.cases import Case, report_of

SOURCE = (
    "2019年3月底前，全部医院纳入满意度调查平台。2019年6月底前，各县建立绩效考核信息系统。"
    "2006年出台监督检查办法。2017年决定起草暂行规定。"
)


@pytest.mark.parametrize(
    ("claim", "count"),
    [
        ("3月底前，全部医院纳入满意度调查平台；6月底前，各县建立考核信息系统。", 0),
        ("3月底前，全部医院纳入满意度调查平台；9月底前，各县建立考核信息系统。", 1),
        ("2006年已出台监督检查办法，2017年又决定起草暂行规定。", 0),
        ("2017年已出台监督检查办法，2006年又决定起草暂行规定。", 2),
    ],
)
def test_a_date_in_the_place_of_another_is_told(claim: str, count: int) -> None:
    """In a clause of its own, or both of two that have changed places."""
    index = SourceIndex(report_of(Case(SOURCE, claim)))
    case = case_of(Statement(claim, index.by_id["1.1.1"]), index)
    assert len([f for f in dates(case) if f.grade.severity is Severity.ERROR]) == count
