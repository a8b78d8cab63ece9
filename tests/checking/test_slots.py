"""Words in one slot: a higher step of a ladder, another of a class; rewording is no evidence."""

from __future__ import annotations

import pytest

from tests.checking.cases import kinds

SOURCE = """某市工作报告

一、基本情况

（一）存在问题。一些干部思想守旧、方法落后，县城供水管网改造工程上半年投入运行。开展2个省级百镇试点建设，成功晋升为“国家园林城市”。群众安全感进一步提升，空气优良天数处于全国地级市前列。
"""


def _told(text: str) -> list[str]:
    return kinds(SOURCE, "一些干部", text)


@pytest.mark.parametrize(
    ("honest", "altered", "kind"),
    [
        ("一些干部思想守旧。", "全体干部思想守旧。", "scope_word"),
        ("开展2个省级百镇试点。", "开展2个国家级百镇试点。", "scope_word"),
        ("群众安全感进一步提升。", "群众安全感显著提升。", "degree"),
        ("县城供水管网改造上半年投运。", "县城供水管网改造下半年投运。", "label"),
        ("晋升为国家园林城市。", "晋升为国家卫生城市。", "name"),
    ],
)
def test_a_word_of_the_same_class_in_one_slot_is_told(honest: str, altered: str, kind: str) -> None:
    """The altered statement is blamed with its kind, the honest one is not."""
    assert _told(honest) == []
    assert _told(altered) == [kind]


@pytest.mark.parametrize("text", ["部分干部观念陈旧、方法落后。", "群众安全感不断提升。"])
def test_free_rewording_is_no_evidence(text: str) -> None:
    """Other words for the same thing are not blamed."""
    assert _told(text) == []
