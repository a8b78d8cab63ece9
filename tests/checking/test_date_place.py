"""Dates that stand in another's place."""

from __future__ import annotations

import pytest

from summarizer.analysis import analyse
from summarizer.checking import SourceIndex, Statement
from summarizer.checking.case import case_of
from summarizer.checking.decide.date import dates
from summarizer.reading import from_text
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


@pytest.mark.parametrize(
    ("claim", "count"),
    [("该办法于2018年12月13日印发。", 0), ("该办法自2018年12月13日起施行。", 1)],
)
def test_the_date_of_issue_begins_nothing(claim: str, count: int) -> None:
    """What holds from a day on does not hold from the day of issue for that."""
    text = "某市扣除办法\n一、总则\n办法所称扣除按规定办理。\n二、附则\n本办法自2019年1月1日起施行。\n某市人民政府\n2018年12月13日"
    index = SourceIndex(analyse(from_text(text)))
    case = case_of(Statement(claim, index.by_id["2"]), index)
    assert len(list(dates(case))) == count
