"""What holds of every text: no blame for the source's own words, no exception, no chance."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.analysis import Analysis, analyse
from summarizer.checking import (
    SourceIndex,
    Statement,
    audit,
    check_statement,
    check_text,
)
from summarizer.errors import InputError
from summarizer.reading import from_text
from tests import bundled

REPORTS = sorted((Path(__file__).parents[2] / "examples" / "reports").glob("*.txt"))
ANALYSIS = bundled.analysis(REPORTS[0])
INDEX = bundled.index(REPORTS[0])
_SENTENCE = re.compile("[^。；;！!？?\n\r]{1,800}")
PIECES = st.sampled_from(
    "增长 下降 23.63% 2235万元 1.2亿元 余 近 约 《 》 〈 “ ” ‘ 分别 、 ， 。 ； 2024年 上半年 1—5月 4月28日 "
    "至 已完成 正在推进 将 三重一大 1+7+N 〔2020〕10号 个 人 项 % 个百分点 共 其中 一是 （一） \n 0 . 不 未 全部 "
    "| # - * 2.3.1 省委第三巡视组 由于 九 几 ０ ½ \x00 \ufeff 𠀀".split(" ")
)
TEXTS = st.lists(PIECES | st.text(max_size=3), max_size=30).map("".join)


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.stem)
def test_the_source_has_no_finding_against_itself(path: Path) -> None:
    """A unit's whole text, and every sentence of it, is supported."""
    analysis, index = bundled.analysis(path), bundled.index(path)
    for unit in analysis.outline.walk():
        text = analysis.document.normalised(unit.span)
        for part in (text, *(found[0] for found in _SENTENCE.finditer(text))):
            checked = check_statement(Statement(part, unit), index)
            assert not checked.findings, (unit.id, part, checked.findings)


@given(TEXTS)
@settings(max_examples=60, deadline=None)
def test_no_text_raises_and_chance_has_no_part(text: str) -> None:
    """Any statement on any unit is checked, twice alike, with valid spans."""
    again = SourceIndex(ANALYSIS)
    for unit in (None, *INDEX.units[:3]):
        first = check_statement(Statement(text, unit), INDEX)
        assert first == check_statement(Statement(text, unit), again)
        for finding in first.findings:
            if finding.nearest is not None:
                span = finding.nearest.span
                assert 0 <= span.start < span.end <= len(ANALYSIS.document.text)


@given(TEXTS, TEXTS)
@settings(max_examples=80, deadline=None)
def test_any_source_and_any_summary(source: str, summary: str) -> None:
    """Any text can be audited and checked against any summary."""
    try:
        analysis: Analysis = analyse(from_text(source))
    except InputError:
        return
    audit(analysis, "en")
    check_text(summary, analysis, "en")


@given(st.permutations(["开展检查12次", "整改隐患36处", "约谈单位8家", "罚款2.5万元"]))
@settings(max_examples=24, deadline=None)
def test_order_does_not_matter(clauses: list[str]) -> None:
    """Clauses in another order are as right as in the source's."""
    source = (
        "一、落实整改\n\n一是开展检查12次，整改隐患36处，约谈单位8家，罚款2.5万元。二是学习。\n"
    )
    index = SourceIndex(analyse(from_text(source)))
    unit = index.analysis.outline.leaves()[0]
    assert not check_statement(Statement("，".join(clauses) + "。", unit), index).findings


@given(st.permutations(["常委会会议", "调度会", "常务会议", "党组会议"]), st.integers(0, 2))
@settings(max_examples=24, deadline=None)
def test_exchanged_values_are_never_supported(heads: list[str], place: int) -> None:
    """Two values that have changed places are told, or at least not counted as supported."""
    values = [7, 13, 36, 58]
    told = [f"召开{head}{value}次" for head, value in zip(heads, values, strict=True)]
    source = "一、整改\n（一）抓好落实。一是" + "，".join(told) + "。二是组织学习。\n"
    index = SourceIndex(analyse(from_text(source)))
    unit = index.analysis.outline.leaves()[0]
    values[place], values[place + 1] = values[place + 1], values[place]
    wrong = [f"召开{head}{value}次" for head, value in zip(heads, values, strict=True)]
    checked = check_statement(Statement("，".join(wrong) + "。", unit), index)
    assert checked.tally.supported <= 2
    assert checked.findings or checked.tally.unverifiable >= 2
