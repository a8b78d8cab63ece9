"""How far one figure is from another, in words that name another operation."""

from __future__ import annotations

import pytest

from summarizer.checking import SourceIndex, Statement
from summarizer.checking.case import case_of
from summarizer.checking.decide.compared import compared
from tests.checking.cases import Case, report_of

OTHER = "全年培训党员干部2300人次，整改销号问题48个；新建公园6个，绿化面积35公顷。"

# The source, what is right of it, and what is wrong.
CASES = [
    (
        "全年客运量1200万人，比上年增长2.8倍。",
        "客运量增至1200万人，约为上年的3.8倍。",
        "客运量增至1200万人，约为上年的2.8倍。",
    ),
    (
        "发行债券21.9亿元，同比增长250%。",
        "债券21.9亿元，是上年的3.5倍。",
        "债券21.9亿元，是上年的2.5倍。",
    ),
    (
        "绿电装机比重由47.6%提升至73.4%。",
        "绿电装机比重从47.6%升至73.4%，提高25.8个百分点。",
        "绿电装机比重从47.6%升至73.4%，提高25.8%。",
    ),
    (
        "甲地发生险情48次，大大高于年均19次。",
        "甲地险情48次，约为年均19次的2.5倍，多出29次。",
        "甲地险情48次，约为年均19次的2.5倍，多出19次。",
    ),
]
OPEN = [
    # The source itself tells the level, or the change in per cent.
    ("客运量1200万人，为上年的2.8倍。", "客运量1200万人，为上年的2.8倍。"),
    ("比重由20%升至25%，提高5%。", "比重从20%升至25%，提高5%。"),
    ("单价由20%降至16%，比上年下降20%。", "单价从20%降至16%，下降20%。"),
]


def _told(source: str, claim: str) -> bool:
    index = SourceIndex(report_of(Case(source, claim, other=OTHER)))
    return any(compared(case_of(Statement(claim, index.by_id["1.1.1"]), index)))


@pytest.mark.parametrize(("source", "right", "wrong"), CASES)
def test_an_operation_that_the_operands_do_not_bear_is_told(
    source: str, right: str, wrong: str
) -> None:
    """The words name both operands and what was done with them."""
    assert not _told(source, right)
    assert _told(source, wrong)


@pytest.mark.parametrize(("source", "claim"), OPEN)
def test_what_the_source_has_is_left_alone(source: str, claim: str) -> None:
    """What the source says in so many words is told by the other checks or not at all."""
    assert not _told(source, claim)
