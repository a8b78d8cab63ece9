"""The engine on texts that nobody wrote on purpose."""

from __future__ import annotations

import subprocess
import sys
import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.engines.extractive.clauses import balanced, split_clauses
from summarizer.errors import InputError
from tests.engines.extractive.support import drafts_of

PIECES = st.sampled_from(
    [
        "一、",
        "（一）",
        "1.",
        "一是",
        "二是",
        "。",
        "，",
        ",",
        "；",
        "：",
        "\n",
        "《",
        "》",
        "〈",
        "〉",
        "“",
        "”",
        '"',
        "（",
        "）",
        "等",
        "、",
        "其中",
        "该",
        "并",
        "同时",
        "截至目前",
        "对",
        "将",
        "的",
        "既",
        "由",
        "2024年",
        "3项",
        "23.63%",
        "1,234万元",
        "制定",
        "印发《甲办法》",
        "已完成",
        "正在推进",
        "下一步",
        "力争",
        "关于“甲”问题",
        "整改",
        "召开会议",
        "区委",
        "各部门",
        "处理3人",
        "分别增长1%和2%",
        "\u3000",
        "A",
        "😀",
    ]
)
TEXTS = st.one_of(
    st.text(min_size=1, max_size=200),
    st.lists(PIECES, min_size=1, max_size=120).map("".join),
)


@given(TEXTS)
@settings(max_examples=120, deadline=None)
def test_any_text_gives_drafts(text: str) -> None:
    """Whatever the text, every leaf has a draft within its budget, twice the same."""
    try:
        analysis, drafts = drafts_of(text)
    except InputError:
        return
    assert set(drafts.measures) == {leaf.id for leaf in analysis.outline.leaves()}
    for measure in drafts.measures.values():
        assert len(measure.summary) <= 100
        assert not measure.summary or measure.summary[-1] in "。…"
    for section in drafts.sections.values():
        assert len(section.summary) <= 150
    assert len(drafts.overview.summary) <= 250
    assert drafts_of(text)[1] == drafts


@given(TEXTS)
@settings(max_examples=120, deadline=None)
def test_clauses_are_disjoint_and_in_order(text: str) -> None:
    """Clauses follow each other, and none is empty."""
    clauses = split_clauses(text)
    for before, after in pairwise(clauses):
        assert before.end <= after.start
    assert all(clause.start < clause.end for clause in clauses)


@pytest.mark.parametrize("unit", ["一是", "7", "，", "《", "“甲", "对甲，", "甲、乙等", "增长5%；"])
def test_a_repeated_piece_is_read_in_linear_time(unit: str) -> None:
    """A text of one repeated piece takes time in proportion to its length."""
    text = unit * (200_000 // len(unit))
    started = time.process_time()
    clauses = split_clauses(text)
    assert all(balanced(text[c.start : c.end][:200]) or True for c in clauses[:10])
    assert time.process_time() - started < 3


def test_no_model_and_no_event_loop_is_imported() -> None:
    """The engine needs neither openai nor instructor."""
    code = (
        "import sys, summarizer.engines.extractive;"
        "print([m for m in ('openai', 'instructor') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
