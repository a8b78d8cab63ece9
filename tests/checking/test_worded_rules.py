"""Causes beside what they cause, denials, order, and persons."""

from __future__ import annotations

import pytest

from summarizer.checking import SourceIndex, Statement
from summarizer.checking.case import case_of
from summarizer.checking.decide.polarity import polarities
from summarizer.checking.propositions import Propositions
from tests.checking.cases import Case, kinds, report_of

SOURCE = """某市管理办法

一、职责和程序

（一）预算报告。财政部门受市政府委托，向市人民代表大会报告年度预算执行情况。民营企业在手续齐全前提下，可以享受用地优惠政策。
新建住宅小区（保障性住房除外）应当配建充电设施。子女均在外地的高龄老人由街道上门服务。

（二）办理情况。单位内部控制尚需完善，本年安排购置公务车0辆。书面约定优先于口头约定，镇长陈树明受到通报表扬。
延长补贴期限难以从根本上解决就业问题。因设备检修，水厂减产两成。

（三）其他。完成三座桥梁养护。开展两次消防演练。积极推广节水灌溉设备，棉花播种面积增加三千亩。
"""


def _told(text: str, place: str, *, whole: bool = False) -> list[str]:
    return kinds(SOURCE, place, text, whole=whole)


@pytest.mark.parametrize(
    ("honest", "altered", "kind"),
    [
        (
            "延长补贴期限难以解决就业问题。",
            "延长补贴期限能够从根本上解决就业问题。",
            "negation",
        ),
        ("本年不购置公务车。", "本年安排购置公务车。", "negation"),
        ("口头约定次于书面约定。", "口头约定优先于书面约定。", "label"),
        ("镇长陈树明受到表扬。", "镇长李树春受到通报表扬。", "name"),
    ],
)
def test_denial_order_and_person(honest: str, altered: str, kind: str) -> None:
    """The altered statement is blamed with its kind, the honest one is not."""
    assert _told(honest, "单位内部") == []
    assert _told(altered, "单位内部") == [kind]


def test_a_cause_stands_near_what_it_causes() -> None:
    """Words that the report has of another matter are no cause of this one."""
    assert _told("因设备检修，水厂减产两成。", "单位内部", whole=True) == []
    assert "cause" in _told("因推广节水灌溉设备，水厂减产两成。", "单位内部", whole=True)


def test_what_nothing_may_be_done_without_is_called_for() -> None:
    """没有施工许可证，不得动工 denies nothing of what has to be applied for."""
    case = Case("结建项目应当与地上工程一并申领施工许可证。", "")
    index = SourceIndex(report_of(case))

    def denied(claim: str) -> bool:
        held = case_of(Statement(claim, index.by_id["1.1.1"]), index)
        return any(polarities(held, Propositions(held)))

    assert denied("结建项目没有申领施工许可证。")
    assert not denied("没有施工许可证，不得动工。")
