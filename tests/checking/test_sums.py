"""What a sentence reckons of its own figures, and amounts and days that the source tells otherwise."""

from __future__ import annotations

import pytest

from summarizer.analysis import analyse
from summarizer.checking import SourceIndex, Statement, check_statement
from summarizer.models import Finding
from summarizer.reading import from_text
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
        "委托支出584.77万元。项目支出603.14万元。",
        "委托支出584.77万元，约占项目支出603.14万元的97%。",
        "委托支出584.77万元，约占项目支出603.14万元的79%。",
    ),
    (
        "投入6000万元，支持12个项目。",
        "投入6000万元，支持12个项目，平均每个500万元。",
        "投入6000万元，支持12个项目，平均每个650万元。",
    ),
    # Which of the two is the greater, where the statement tells neither.
    (
        "全年出口增长20.3%，进口增长24.9%。",
        "全年出口增速比进口慢4.6个百分点。",
        "全年出口增速比进口快4.6个百分点。",
    ),
    # One end of a range, though another thing has both; a limit is no sum and no list.
    (
        "提供虚假信息的，没收违法所得并处五万元以上十万元以下罚款。向职工供能搞包费制的，"
        "处五万元以上二十万元以下罚款。",
        "提供虚假信息的，没收违法所得并罚5万至10万元。",
        "提供虚假信息的，没收违法所得并罚5万至20万元。",
    ),
    (
        "两个以上省、自治区、直辖市出现粮食应急状态的，为国家级。",
        "两个以上省、自治区、直辖市出现粮食应急状态，属于国家级。",
        "三个以上省、自治区、直辖市出现粮食应急状态，属于国家级。",
    ),
    (
        "规划管理部门仍先后两次作出不予许可通知，企业、银行、法院均有意见。",
        "规划部门仍先后两次不予许可，企业、银行、法院都有意见。",
        "规划部门仍先后三次不予许可，企业、银行、法院都有意见。",
    ),
    (
        "从组织推动、政策支持、宣传引导等方面提出保障措施，新建公园4个。",
        "从组织推动、政策支持、宣传引导三个方面提出保障措施。",
        "从组织推动、政策支持、宣传引导四个方面提出保障措施。",
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


def _told(source: str, claim: str) -> list[Finding]:
    index, statement = _case(source, claim)
    findings = check_statement(statement, index).findings
    return [finding for finding in findings if finding.severity is not Severity.NOTE]


@pytest.mark.parametrize(("source", "right", "wrong"), SUMS)
def test_a_result_that_its_own_operands_do_not_give_is_told(
    source: str, right: str, wrong: str
) -> None:
    """The sentence names the figures and the operation."""
    assert not _told(source, right)
    assert _told(source, wrong)


@pytest.mark.parametrize(
    ("source", "claim", "kind"),
    [
        ("绿电装机比重由47.6%提升至73.4%。", "绿电装机比重从47.6%升至73.4%，提高25.8%。", "points"),
        ("服务类占85.5%，货物类占14.5%。", "服务类占85.5个百分点。", "points"),
        ("服务类占比提高3个百分点。", "服务类占比提高3%。", "points"),
        (
            "2019年，全市新建道路37.5公里，改造老旧小区128个。上年新建道路21.5公里。",
            "2021年全市新建道路37.5公里。",
            "period",
        ),
        (
            "市级部门每季度对重点项目开展一次监督检查。",
            "市级部门每月对重点项目开展监督检查。",
            "unit",
        ),
    ],
)
def test_points_years_and_frequencies(source: str, claim: str, kind: str) -> None:
    """Per cent told as points and the reverse, another year, another frequency."""
    assert kind in {finding.kind for finding in _told(source, claim)}


@pytest.mark.parametrize("claim", OPEN)
def test_what_may_have_other_operands_is_no_error(claim: str) -> None:
    """Nothing beside such a result says that these are all of them."""
    index, statement = _case("全市推进各项工程。", claim)
    findings = check_statement(statement, index).findings
    assert not [found for found in findings if found.kind in ("sum", "points", "change")]


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


@pytest.mark.parametrize(
    ("told", "wrong"), [("近25万", False), ("近35万", True), ("近2.5亿", True)]
)
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


@pytest.mark.parametrize(("claim", "told"), [("共六章二十条。", 0), ("共六章十八条。", 1), ("共五章二十条。", 1)])
def test_how_many_the_outline_has(claim: str, told: int) -> None:
    """A count of articles that is not theirs is told; 第十八条 is no count of them."""
    names = "一二三四五六七八九十"
    numbers = [*names, *(f"十{one}" for one in names[:9]), "二十"]
    articles = [f"第{number}条 供水单位应当保证水质。" for number in numbers]
    chapters = [
        f"第{names[at]}章 规定{at}\n\n"
        + "\n".join(articles[at * 3 : at * 3 + (3 if at < 5 else 5)])
        for at in range(6)
    ]
    index = SourceIndex(analyse(from_text("供水办法\n\n" + "\n\n".join(chapters))))
    findings = check_statement(Statement(f"办法{claim}", None, "overview"), index).findings
    assert sum(finding.kind == "count" for finding in findings) == told
