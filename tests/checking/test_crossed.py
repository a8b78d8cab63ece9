"""Two figures that have changed places."""

from __future__ import annotations

import pytest

from summarizer.checking import SourceIndex, Statement
from summarizer.checking.case import case_of
from summarizer.checking.decide.crossed import crossed
from tests.checking.cases import Case, report_of

CASES = [
    (
        "第一产业增加值占比为3.8%，第二产业增加值占比为80.9%，第三产业增加值占比为15.3%。",
        "第一、二、三产业增加值占比依次为3.8%、80.9%和15.3%。",
        "第一、二、三产业增加值占比依次为15.3%、80.9%和3.8%。",
    ),
    (
        "原则上每5年修订1次职业院校专业目录；每3年修订1次教材。",
        "职业院校的专业目录五年一修，教材则三年修订一回。",
        "职业院校的专业目录三年一修，教材则五年修订一回。",
    ),
    (
        "基金收入70亿元，为预算的100.6%。基金支出68亿元，为预算的97.5%。",
        "基金收入70亿元、支出68亿元，分别为预算的100.6%和97.5%。",
        "基金收入70亿元、支出68亿元，分别为预算的97.5%和100.6%。",
    ),
    (
        "拥有3A级及以上景区72个，其中5A级景区4个、4A级景区26个。",
        "有3A级及以上景区72个，其中5A级4个、4A级26个。",
        "有3A级及以上景区72个，其中5A级26个、4A级4个。",
    ),
    (
        "全年接待游客704万人次，同比增长16%。旅游收入达到82.8亿元，同比增长20%。",
        "迎来游客704万人次，增长16%，带来旅游收入82.8亿元，增幅20%。",
        "迎来游客704万人次，增长20%，带来旅游收入82.8亿元，增幅16%。",
    ),
    (
        "农村居民人均可支配收入从16935元提高到23184元，年均增长8%。",
        "农村居民人均可支配收入由2021年的16935元提高到23184元。",
        "农村居民人均可支配收入由2021年的23184元提高到16935元。",
    ),
    (
        "固定资产投资同比下降7.9%，社会消费品零售总额同比下降2.7%。",
        "固定资产投资和社会消费品零售双双收缩，降幅分别为7.9%和2.7%。",
        "固定资产投资和社会消费品零售双双收缩，降幅分别为2.7%和7.9%。",
    ),
    (
        "2024年安排7000亿元，其中对地方转移支付5365亿元。用于两重的资金为5365亿元。",
        "共7000亿元，其中5365亿元。",
        "",
    ),
    (
        "第一批拟复工复产的28家企业中有19家企业未按要求复工。",
        "第一批拟复工复产的28家企业中，未按要求复工的企业有19家。",
        "",
    ),
    (
        "全市地方一般公共预算收入253.8亿元，为预算的95.4%，下降1.7%。"
        "市本级地方一般公共预算收入149.8亿元，增长3%。",
        "一般公共预算收入降1.7%；2026年一般公共预算收入预期恢复到增长3%、达到149.8亿元。",
        "",
    ),
]


def _told(source: str, claim: str) -> int:
    index = SourceIndex(report_of(Case(source, claim)))
    return len(list(crossed(case_of(Statement(claim, index.by_id["1.1.1"]), index))))


@pytest.mark.parametrize(("source", "right", "wrong"), CASES)
def test_both_of_two_that_changed_places_are_told(source: str, right: str, wrong: str) -> None:
    """Each value stands by the words of the other, and none by its own."""
    assert not _told(source, right)
    assert not wrong or _told(source, wrong) > 1
