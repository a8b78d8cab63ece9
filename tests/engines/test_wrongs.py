"""What an audit finds to be wrong, and what it only tells."""

from __future__ import annotations

import pytest

from summarizer.analysis import analyse
from summarizer.engines.digest import key_figures
from summarizer.engines.extractive import ExtractiveEngine
from summarizer.engines.wrongs import Cue, cues, is_audit, tells_wrong
from summarizer.patterns import compile as compiled
from summarizer.reading import from_text
from summarizer.vocabulary import Status

_BODY = (
    "一、审计情况\n（一）未据实调减预算176.5亿元。财政部未据实调减储备补贴预算176.5亿元。\n"
    "（二）制度建立健全。有关部门制定管理办法12项，已追回资金3亿元。\n"
)


@pytest.mark.parametrize("cue", cues(), ids=lambda cue: cue.name)
def test_every_cue_is_found_in_its_example(cue: Cue) -> None:
    assert compiled(cue.pattern).search(cue.example)
    assert tells_wrong(cue.example)


@pytest.mark.parametrize(
    ("title", "audit"),
    [
        ("国务院关于2024年度中央预算执行和其他财政收支的审计工作报告", True),
        ("关于预算执行和其他财政收支审计情况的报告", True),
        ("2023年第2号审计结果公告", True),
        ("某省审计条例", False),
        ("某市审计局2024年工作总结", False),
        (None, False),
    ],
)
def test_the_title_says_that_an_audit_is_reported(title: str | None, audit: bool) -> None:
    assert is_audit(title) is audit


@pytest.mark.parametrize(
    ("title", "first"),
    [("某省2024年度审计工作报告", Status.PROBLEM), ("某省2024年度预算执行报告", Status.REPORTED)],
)
def test_what_an_audit_finds_is_a_problem(title: str, first: Status) -> None:
    """In the report of an audit alone; and not what was done about it."""
    analysis = analyse(from_text(f"{title}\n\n{_BODY}"))
    drafts = ExtractiveEngine().draft_sync(analysis)
    assert [drafts.measures[unit].status for unit in ("1.1", "1.2")] == [first, Status.REPORTED]


def test_an_audit_is_quoted_by_what_it_finds() -> None:
    """The sum that something was wrong with comes before what was found of it again."""
    analysis = analyse(from_text(f"某省2024年度审计工作报告\n\n{_BODY}"))
    text = analysis.document.text
    quoted = [text[start : start + 7] for start in key_figures(analysis)]
    assert "176.5亿元" in quoted


def test_an_audit_is_summed_up_by_the_largest_sums_it_found() -> None:
    """Behind one result; those that are found amiss are said to be found."""
    body = _BODY + (
        "二、部门预算审计情况\n（一）9个地区违规举借20.29亿元。\n（二）92个地区挤占挪用651.8亿元。\n"
    )
    analysis = analyse(from_text(f"某省2024年度审计工作报告\n\n{body}"))
    told = ExtractiveEngine().draft_sync(analysis).overview.summary
    assert "审计发现：" in told
    assert "92个地区挤占挪用651.8亿元" in told.partition("审计发现：")[2]
