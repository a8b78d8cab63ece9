"""The small parts of the extractive engine, one claim each."""

from __future__ import annotations

from io import StringIO

import pytest

from summarizer.engines.extractive.clauses import balanced, join_spanning, split_clauses
from summarizer.engines.extractive.compose import excerpt
from summarizer.engines.extractive.scoring import is_slogan
from summarizer.engines.extractive.segments import segments
from summarizer.engines.extractive.shorten import shorten
from summarizer.engines.extractive.units import Places
from summarizer.reading import read
from tests.engines.extractive.support import drafts_of


def _clauses(text: str) -> list[str]:
    clauses = join_spanning(text, split_clauses(text))
    return [text[clause.start : clause.end] for clause in clauses]


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        ("甲，乙；丙。丁", ["甲", "乙", "丙", "丁"]),
        ("印发《甲，乙》，共8,214次。", ["印发《甲，乙》", "共8,214次"]),
        ("“甲，乙；丙”问题（丁，戊），己", ["“甲，乙；丙”问题（丁，戊）", "己"]),
        (
            "成立由甲任组长，乙任副组长的领导小组，印发丙",
            ["成立由甲任组长，乙任副组长的领导小组", "印发丙"],
        ),
        ("听取区委、区政府，区人大、区政协汇报", ["听取区委、区政府，区人大、区政协汇报"]),
        ("“甲，乙\n丙", ["“甲", "乙", "丙"]),
    ],
)
def test_clauses_end_only_at_marks_of_the_sentence(text: str, clauses: list[str]) -> None:
    """No comma inside a figure, title, quotation, bracket or spanning modifier ends a clause."""
    assert _clauses(text) == clauses


@pytest.mark.parametrize(
    ("text", "short"),
    [
        (
            "先后制定《甲工作实施方案》《乙工作管理办法》《丙工作考核细则》等制度12项",
            "先后制定《甲工作实施方案》等制度12项",
        ),
        (
            "先后制定《甲工作实施方案》《乙工作管理办法》，推进乙项工作各方面逐步深入",
            "先后制定《甲工作实施方案》《乙工作管理办法》，推进乙项工作各方面逐步深入",
        ),
        (
            "制定《甲领域依法分类处理工作规则》《乙决定合法性审查办法》《丙项目使用办法（试行）》",
            "制定《甲领域依法分类处理工作规则》等文件",
        ),
        (
            "转发《关于印发〈甲区工程项目管理办法（试行）〉的通知》并组织各单位学习",
            "转发《甲区工程项目管理办法（试行）》并组织各单位学习",
        ),
    ],
)
def test_lists_of_titles_are_shortened_to_what_names_them(text: str, short: str) -> None:
    """Middle items go where the source says that there are more, and from long rows of titles."""
    assert shorten(text) == short


def test_a_share_is_not_told_without_its_rest() -> None:
    """A part of a summary that would leave out 其余… is not told at all."""
    summary = "截至目前，全市46个停缓建项目，已复工30个，其余16个正在办理前期手续。"
    assert segments(summary, 25) == ()
    assert segments(summary, 60) == (summary[:-1],)


def test_an_excerpt_says_that_it_was_cut() -> None:
    """A text without clauses that fit is cut at a mark and ends in …."""
    text = "、".join(["某某某某某某"] * 30)
    cut = excerpt(text, 80)
    assert len(cut) <= 80
    assert cut.endswith("某…")
    assert text.startswith(cut[:-1])
    assert balanced(cut)


@pytest.mark.parametrize(
    ("text", "slogan"),
    [
        ("提前谋划", True),
        ("提前谋划、充分准备、扎实推进", True),
        ("抓重点、补短板", True),
        ("抓重点、补短板、强弱项", False),
        ("印发方案、召开", False),
        ("PMPM、准备工作", False),
        ("认真开展专题学习", False),
    ],
)
def test_slogans_are_chains_of_four_characters_or_two_short_words(text: str, slogan: bool) -> None:
    """Only Chinese words of such lengths, parted by 、, make a clause a slogan."""
    assert is_slogan(text) is slogan


def test_places_are_those_of_the_view() -> None:
    """However the offsets come, a remembered run of the view gives the same position."""
    view = read(StringIO("一、整改\n 认 真 落 实，\n  共5 个 项目。" * 20)).view
    places = Places(view)
    offsets = [*range(0, 400, 3), *range(400, 0, -7)]
    assert [places.of(offset) for offset in offsets] == [view.locate(o) for o in offsets]


def test_results_come_before_targets_that_are_told_as_such() -> None:
    """An overview of a work report tells what was done, then what is intended, and says so."""
    _, drafts = drafts_of(
        "一、2024年工作回顾\n（一）经济平稳增长。全县地区生产总值完成198.5亿元，增长5.3%。\n"
        "（二）民生改善。新建学校12所，新增学位5000个。\n"
        "二、2025年工作安排\n主要预期目标是：地区生产总值增长5%左右；城镇新增就业8000人。\n"
        "（一）扩大投资。新建公路30公里。\n"
    )
    result, _, target = drafts.overview.summary.partition("主要预期目标是：")
    assert "地区生产总值完成198.5亿元，增长5.3%" in result
    assert "新建公路" not in result
    assert target.startswith("地区生产总值增长5%左右")
    assert [item.unit for item in drafts.overview.open] == ["2", "2.1"]


def test_a_summary_goes_on_after_a_heading_with_a_figure() -> None:
    """The heading is told again only where what follows is not understood without it."""
    _, drafts = drafts_of(
        "一、审计情况\n（一）收入不规范\n"
        "一是多征收税费889.97亿元。28省税务部门多征收耕地占用税331.89亿元。"
        "二是9个地区违规举借20.29亿元。主要用于亮化工程等禁止类项目。\n"
    )
    first, second = (draft.summary for draft in drafts.measures.values())
    assert first == "28省税务部门多征收耕地占用税331.89亿元。"
    assert second.startswith("9个地区违规举借20.29亿元；主要用于亮化工程")


def test_goals_of_a_plan_to_be_are_planned() -> None:
    """What stands under a heading of goals is planned; not where the heading looks back too."""
    text = "一、“十五五”时期主要目标任务\n（一）综合实力提升。建成现代产业体系。\n"
    _, drafts = drafts_of(text)
    assert [draft.status.value for draft in drafts.measures.values()] == ["planned"]
