"""Where a clause departs from the words it retells: scales, nouns in one place, unknown names."""

from __future__ import annotations

import pytest

from summarizer.checking.departures import departures
from tests.checking.cases import kinds

SOURCE = """某市工作报告

一、基本情况

（一）主要做法。经营所得应当全额上缴市级财政，旧城改造资金由市财政局统一拨付。城区河道水质有所好转，居民出行难问题仍较突出。
文化馆扩建工程正在办理前期手续。外来务工人员可在常住地窗口办理登记，技师评定标准由市总工会会同有关单位研究制定。
部分企业安全生产责任不落实，噪声达标率为城区九成以上。

（二）下一步工作。力争年内建成城东水厂，新增绿地12公顷。
"""


def _told(text: str, place: str = "经营所得") -> list[str]:
    return kinds(SOURCE, place, text)


@pytest.mark.parametrize(
    ("honest", "altered", "kind"),
    [
        ("经营所得要全额上缴市级财政。", "经营所得要部分上缴市级财政。", "scope_word"),
        ("城区河道水质略有好转。", "城区河道水质彻底好转。", "degree"),
        ("居民出行难问题依然突出。", "居民出行难问题得到化解。", "problem_as_achievement"),
        ("文化馆扩建工程还在办前期手续。", "文化馆扩建工程已办完前期手续。", "status"),
        ("务工人员可在常住地窗口登记。", "外来务工人员可在户籍地窗口办理登记。", "name"),
        ("旧城改造资金归市财政局拨付。", "旧城改造资金由市审计局统一拨付。", "name"),
        ("一些企业安全生产责任不落实。", "所有企业安全生产责任不落实。", "scope_word"),
    ],
)
def test_a_word_of_another_step_or_another_noun_is_told(
    honest: str, altered: str, kind: str
) -> None:
    """The altered statement is blamed with its kind, the reworded honest one is not."""
    assert _told(honest) == []
    assert _told(altered) == [kind]


@pytest.mark.parametrize(
    ("honest", "altered"),
    [
        ("城东水厂要在年内建成。", "城东水厂已如期建成。"),
        ("年内新增绿地12公顷是目标。", "新增绿地12公顷已经完成。"),
    ],
)
def test_what_is_aimed_at_is_not_done_by_now(honest: str, altered: str) -> None:
    """已 of a clause that only intends is a plan told as a result."""
    assert _told(honest, "力争年内") == []
    assert _told(altered, "力争年内") == ["plan_as_result"]


def test_a_body_that_the_report_does_not_know_is_told() -> None:
    """A name of which the report has no letters is nobody's short form."""
    assert _told("技师评定标准由市总工会制定。") == []
    assert _told("技师评定标准由科技协会牵头制定。") == ["name"]


def test_the_slot_of_a_departure_is_found_by_the_letters_beside_it() -> None:
    """A stretch between the source's own letters has what stands between them there."""
    found = [
        (held.theirs, held.framed)
        for held in departures("收入要部分上缴财政", "经营收入全额上缴财政", "经营收入全额上缴财政")
    ]
    assert ("全额", True) in found


def test_who_does_it_is_named_where_it_is_done() -> None:
    """An agent that the clause retold does not have is told, one in other words is not."""
    assert _told("技师评定标准由总工会牵头制定。") == []
    assert _told("旧城改造资金由省级银行统一拨付。") == ["name"]
