"""What a sentence reckons of its own figures; years and frequencies that the source tells otherwise."""

from __future__ import annotations

import pytest

from summarizer.checking import SourceIndex, Statement, check_statement
from summarizer.checking.case import case_of
from summarizer.checking.decide.compared import compared
from summarizer.checking.decide.equation import equations
from summarizer.checking.decide.frequency import frequencies
from summarizer.checking.decide.misyeared import misyeared
from summarizer.checking.findings import Fault
from summarizer.vocabulary import Severity
from tests.checking.cases import Case, report_of

OTHER = "全年培训党员干部2300人次，整改销号问题48个；新建公园6个，绿化面积35公顷。"

# The source, what is right of it, and what is wrong.
SUMS = [
    (
        "甲矿事故造成98人遇难，乙矿事故造成86人遇难。",
        "甲矿遇难98人，比乙矿的86人多12人。",
        "甲矿遇难98人，比乙矿的86人多21人。",
    ),
    (
        "东区新建道路37条，西区新建道路42条。",
        "东区新建道路37条、西区42条，两区合计79条。",
        "东区新建道路37条、西区42条，两区合计89条。",
    ),
    (
        "机场投资由5亿元调整为8.5亿元。",
        "机场投资由5亿元调整为8.5亿元，增加3.5亿元，增幅70%。",
        "机场投资由5亿元调整为8.5亿元，增加2.5亿元，增幅70%。",
    ),
    (
        "审批时限由20个工作日压缩至15个工作日。",
        "审批时限由20个工作日压缩至15个工作日，降幅25%。",
        "审批时限由20个工作日压缩至15个工作日，降幅25个百分点。",
    ),
    (
        "委托支出584.77万元。项目支出603.14万元。",
        "委托支出584.77万元，约占项目支出603.14万元的97%。",
        "委托支出584.77万元，约占项目支出603.14万元的79%。",
    ),
    (
        "投入6000万元，支持12个项目。",
        "投入6000万元，支持12个项目，平均每个500万元。",
        "投入6000万元，支持12个项目，平均每个650万元。",
    ),
]
OPEN = [
    # Members in other counters, a number between them that nobody read, and parts told elsewhere.
    "农村774个、城镇65座、旅游25座，合计864座。",
    "全运会7.5金4银3.5铜，合计15枚。",
    "东区新建道路37条、西区42条，全市合计260条。",
    "投入452万元，五年里平均每年约90万元。",
]


def _case(source: str, claim: str, **parts: str) -> tuple[SourceIndex, Statement]:
    index = SourceIndex(report_of(Case(source, claim, other=OTHER, **parts)))
    return index, Statement(claim, index.by_id["1.1.1"])


def _equations(source: str, claim: str) -> list[Fault]:
    index, statement = _case(source, claim)
    return list(equations(case_of(statement, index)))


@pytest.mark.parametrize(("source", "right", "wrong"), SUMS)
def test_a_result_that_its_own_operands_do_not_give_is_told(
    source: str, right: str, wrong: str
) -> None:
    """The sentence names the figures and the operation."""
    assert not _equations(source, right)
    assert _equations(source, wrong)


@pytest.mark.parametrize("claim", OPEN)
def test_what_may_have_other_operands_is_left_alone(claim: str) -> None:
    """Nothing beside such a result says that these are all of them."""
    assert not _equations("全市推进各项工程。", claim)


def test_the_reason_names_operands_and_result() -> None:
    """In the writer's own unit."""
    [fault] = _equations(SUMS[2][0], SUMS[2][2])
    assert fault.details["parts"] == "5亿元、8.5亿元"
    assert fault.details["theirs"] == "3.5亿元"


@pytest.mark.parametrize("claim", ["服务类占85.5个百分点。", "收入翻番，增幅达62个百分点。"])
def test_a_share_is_no_number_of_points(claim: str) -> None:
    """Whatever the source has."""
    index, statement = _case("服务类占85.5%，收入增长62%。", claim)
    assert [fault.kind for fault in compared(case_of(statement, index))] == ["points"]


@pytest.mark.parametrize("claim", ["服务类占比提高3个百分点。", "收入增幅比上年高2个百分点。"])
def test_a_difference_of_shares_is_told_in_points(claim: str) -> None:
    """A word that says so stands before it."""
    index, statement = _case("服务类占比提高3个百分点，收入增幅比上年高2个百分点。", claim)
    assert not list(compared(case_of(statement, index)))


YEARLY = "2019年，全市新建道路37.5公里，改造老旧小区128个。上年新建道路21.5公里。"


@pytest.mark.parametrize(
    ("claim", "count"),
    [
        ("2019年全市新建道路37.5公里。", 0),
        ("2021年全市新建道路37.5公里。", 1),
        ("2018年新建道路21.5公里。", 0),
    ],
)
def test_a_year_that_no_reading_of_the_source_has_is_told(claim: str, count: int) -> None:
    """The period of the fact, or of what stands over it."""
    index, statement = _case(YEARLY, claim)
    assert len(list(misyeared(case_of(statement, index)))) == count


@pytest.mark.parametrize(("claim", "count"), [("每季度", 0), ("每月", 1), ("每半年", 1)])
def test_how_often_a_thing_is_done(claim: str, count: int) -> None:
    """Another frequency in a clause that is the source's otherwise."""
    index, statement = _case(
        "市级部门每季度对重点项目开展一次监督检查。", f"市级部门{claim}要对重点项目开展监督检查。"
    )
    assert len(list(frequencies(case_of(statement, index)))) == count


@pytest.mark.parametrize(("claim", "wrong"), [("每月扣除1000元", False), ("每年扣除1000元", True)])
def test_an_amount_of_another_time(claim: str, wrong: bool) -> None:
    """1000元 a year is never what 1000元 a month is."""
    index, statement = _case("子女教育支出按照每个子女每月1000元的标准扣除。", f"每个子女{claim}。")
    found = check_statement(statement, index).findings
    assert any(finding.severity is Severity.ERROR for finding in found) is wrong


@pytest.mark.parametrize(("day", "wrong"), [("5月15日", False), ("5月13日", True)])
def test_a_day_that_the_report_does_not_print(day: str, wrong: bool) -> None:
    """A year that the report names has no days of its own."""
    source = "条例于2020年5月15日经会议通过。2020年还制定了配套办法。"
    index, statement = _case(source, f"条例是2020年{day}通过的，另有配套办法。")
    found = check_statement(statement, index).findings
    assert any(finding.severity is Severity.ERROR for finding in found) is wrong


@pytest.mark.parametrize(("told", "wrong"), [("近25万", False), ("近35万", True), ("近2.5亿", True)])
def test_a_rough_number_of_a_fact_that_is_plainly_meant(told: str, wrong: bool) -> None:
    """It may be rounded, not another."""
    source = "经济适用住房开工35.27万平方米，竣工24.89万平方米。"
    index, statement = _case(source, f"经济适用住房开工35.27万平方米，竣工{told}平方米。")
    found = check_statement(statement, index).findings
    assert any(finding.severity is Severity.ERROR for finding in found) is wrong


def test_a_rough_sum_is_not_held_against_one_of_its_parts() -> None:
    """近50起 of 13起 and 33起."""
    source = "今年以来，参与13起行政复议案件的审理、33起行政诉讼案件的代理。"
    index, statement = _case(source, "今年以来参与复议、诉讼案件近50起。")
    found = check_statement(statement, index).findings
    assert not [finding for finding in found if finding.severity is Severity.ERROR]
