"""Faults of words that no closed list holds: who, where, in which order, how far."""

from __future__ import annotations

import pytest

from tests.checking.cases import kinds

SOURCE = """某县工作报告

一、基本情况

（一）主要做法。全县河道清淤工作领导小组办公室设在水务局，负责日常协调。审计局对资金使用开展检查。河道管护方案由村民代表会议讨论决定，并张榜公布。对主动上报的违建责任人从轻处理，对被查出的违建责任人从重处理。河道淤积现象还比较严重。意见分歧较大时应当暂缓分配任务。治理成效作为干部考核的重要依据。应当按照规定公开河道治理台账。县里形成了许多河道治理经验。
"""


def _told(text: str) -> list[str]:
    return kinds(SOURCE, "全县河道", text)


@pytest.mark.parametrize(
    ("honest", "altered", "kind"),
    [
        (
            "河道清淤领导小组办公室设在水务局，负责协调。",
            "河道清淤领导小组办公室设在审计局，负责协调。",
            "name",
        ),
        (
            "管护方案由村民代表会议讨论决定后公布。",
            "管护方案由乡镇党委讨论决定后公布。",
            "name",
        ),
        (
            "主动上报的违建责任人从轻处理，被查出的从重处理。",
            "被查出的违建责任人从轻处理，主动上报的从重处理。",
            "label",
        ),
        ("河道淤积仍比较严重。", "河道淤积现象已得到缓解。", "problem_as_achievement"),
        ("治理成效是干部考核的重要依据。", "治理成效是干部考核的唯一依据。", "degree"),
        ("河道治理台账应按规定公开。", "河道治理台账已按照规定公开。", "plan_as_result"),
    ],
)
def test_a_fault_of_words_is_told_and_rewording_is_not(
    honest: str, altered: str, kind: str
) -> None:
    """The altered statement is blamed with its kind, the honest one is not."""
    assert _told(honest) == []
    assert kind in _told(altered)


@pytest.mark.parametrize(
    "text",
    [
        "领导小组办公室在水务局，审计局检查资金使用。",
        "审计局检查了资金的使用，河道管护方案经村民代表会议讨论决定。",
    ],
)
def test_names_in_their_own_places_are_not_blamed(text: str) -> None:
    """A body that the source names for this very thing replaces none."""
    assert _told(text) == []


_RULES = """某法院关于毒品案件的解释

第一条 走私、贩卖可卡因五十克以上的，应当认定为数量大。

第二条 国民经济发展中存在的主要问题是总需求超过总供给。数量达到前款标准百分之五十的，应当认定为情节较重。各种物品的数量标准相差百倍。
"""


@pytest.mark.parametrize(
    ("unit", "text"),
    [
        ("走私", "走私、贩卖可卡因50克以上的，应当认定为数量大。"),
        ("国民经济", "主要问题是总需求超过总供给。"),
        ("国民经济", "数量标准因种类相差百倍。"),
        ("国民经济", "数量达到标准的一半就可认定为情节较重。"),
    ],
)
def test_letters_of_other_words_are_no_cause_and_no_condition(unit: str, text: str) -> None:
    """可卡因 gives no reason, 国民经济 sets no premise, 因种类 tells where things differ, 就可 what suffices."""
    assert kinds(_RULES, unit, text) == []
