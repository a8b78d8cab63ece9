"""What a statement reckons of its own figures, and reckons wrongly."""

from __future__ import annotations

import pytest

from summarizer.checking import SourceIndex, Statement
from summarizer.checking.case import case_of
from summarizer.checking.decide.reckoning import reckonings
from tests.checking.cases import Case, report_of

OTHER = "全年培训党员干部2300人次，整改销号问题48个；新建公园6个，绿化面积35公顷。"

# The source, what is right of it, and what is wrong.
CASES = [
    (
        "2019年上半年印发方案，2021年3月底前完成评估。",
        "2019年上半年印发方案，2021年3月底前完成评估，相隔21个月。",
        "2019年上半年印发方案，2021年3月底前完成评估，相隔9个月。",
    ),
    (
        "甲矿事故死亡98人；乙矿事故死亡86人。",
        "甲矿事故死亡98人，比乙矿的86人多12人。",
        "甲矿事故死亡98人，比乙矿的86人少12人。",
    ),
    (
        "城镇居民收入增长14.9%，农民收入增长16.8%。",
        "农民收入增速16.8%，快于城镇居民1.9个百分点。",
        "农民收入增速16.8%，慢于城镇居民1.9个百分点。",
    ),
    (
        "全年出口2572.74亿元，进口1217.99亿元。",
        "出口2572.74亿元、进口1217.99亿元，顺差1354.75亿元。",
        "出口2572.74亿元、进口1217.99亿元，逆差1354.75亿元。",
    ),
    (
        "引导资金6000万元投向12个项目。",
        "引导资金6000万元投向12个项目，平均每个500万元。",
        "引导资金6000万元投向12个项目，平均每个5000万元。",
    ),
    (
        "超标收费罚款五万元，未予公示罚款五千元。",
        "超标收费罚款5万元，是未予公示罚款5000元的10倍。",
        "超标收费罚款5万元，是未予公示罚款5000元的5倍。",
    ),
    (
        "坠落占全部事故的48.2%，撞击占13.6%。",
        "坠落占48.2%，约为撞击（13.6%）的3.5倍。",
        "坠落占48.2%，约为撞击（13.6%）的2.5倍。",
    ),
    (
        "中央投资7000亿元，安排对地方转移支付5365亿元。",
        "中央投资共7000亿元，其中5365亿元（约76.6%）用于转移支付。",
        "中央投资共7000亿元，其中5365亿元（约66.6%）用于转移支付。",
    ),
]
OPEN = [
    # Of two wholes before it, or of one that is named, nobody knows of which it is the share.
    ("收入80亿元、支出70亿元，民生50亿元。", "收入80亿元、支出70亿元，民生50亿元，占61.2%。"),
    # Of two before it nobody knows which is meant, and falls are compared by their size or not.
    ("今年办件98件，去年办件110件。", "今年办件98件、去年110件，比去年少12件。"),
    ("甲厂能耗下降5%，乙厂能耗下降3%。", "甲厂能耗下降5%，比乙厂的3%多2个百分点。"),
    ("甲厂增长5%，乙厂增长8%。", "甲厂增长5%、乙厂增长8%，前者比后者低3个百分点。"),
]


def _told(source: str, claim: str) -> bool:
    index = SourceIndex(report_of(Case(source, claim, other=OTHER)))
    return any(reckonings(case_of(Statement(claim, index.by_id["1.1.1"]), index)))


@pytest.mark.parametrize(("source", "right", "wrong"), CASES)
def test_what_its_own_figures_contradict_is_told(source: str, right: str, wrong: str) -> None:
    """The words say what was reckoned of what, so that the result is right or wrong."""
    assert not _told(source, right)
    assert _told(source, wrong)


@pytest.mark.parametrize(("source", "claim"), OPEN)
def test_what_may_be_meant_otherwise_is_left_open(source: str, claim: str) -> None:
    """Nothing is told where the words do not say which figures are meant."""
    assert not _told(source, claim)
