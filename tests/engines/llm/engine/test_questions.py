"""What is asked, under which key, and in which chunk."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer import Settings
from summarizer.engines.llm.answers import schema_digest
from summarizer.engines.llm.chunks import plan
from summarizer.engines.llm.questions import KeyMaker, Question, QuestionMaker, normalised_url
from summarizer.engines.llm.tokens import estimate
from tests.engines.llm.engine.scripted import REPORT, analysis_of

KEYS = KeyMaker("model", "https://host/v1", 0.0, "prompts", schema_digest())


def keys_of(text: str = REPORT, keys: KeyMaker = KEYS) -> dict[str, str]:
    maker = QuestionMaker(analysis_of(text), keys, 2500)
    units = [part for parts in maker.units().values() for part in parts]
    return {question.unit_id: question.key for question in [*units, *maker.sections()]}


@pytest.mark.parametrize(
    "change",
    [
        {"model": "other"},
        {"base_url": "https://other/v1"},
        {"temperature": 0.5},
        {"prompt_digest": "other"},
        {"schema_digest": "other"},
    ],
)
def test_whatever_can_change_an_answer_is_in_the_key(change: dict[str, Any]) -> None:
    """Another model, endpoint, temperature, prompt or schema is another key for every unit."""
    before, after = keys_of(), keys_of(keys=replace(KEYS, **change))
    assert all(before[unit] != after[unit] for unit in before)


def test_the_context_is_in_the_key() -> None:
    """A changed heading changes the keys of the units below it, and of no others."""
    before, after = keys_of(), keys_of(REPORT.replace("学习不深入", "学习不系统"))
    changed = {unit for unit in before if before[unit] != after[unit]}
    assert changed == {"", "1", "1.1", "1.1.1", "1.1.2", "1.1.3"}


def test_the_key_of_the_endpoint_is_not_in_the_key() -> None:
    """Keys, concurrency and limits change no answer."""
    plain = KeyMaker.of(Settings(model="m"), "p", "s")
    other = KeyMaker.of(
        Settings(model="m", api_key="secret", concurrency=2, timeout=1, max_output_tokens=999),
        "p",
        "s",
    )
    assert plain == other


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://host/v1", "https://HOST/v1/"),
        (None, "https://api.openai.com/v1"),
        ("https://host/v1", "https://user:secret@host/v1/chat/completions"),
    ],
)
def test_urls_that_mean_the_same_are_the_same(one: str | None, other: str) -> None:
    """A slash at the end, capitals in the host, a password or a pasted path make no other
    endpoint."""
    assert normalised_url(one) == normalised_url(other)


def test_figures_dates_and_titles_are_listed_with_ids() -> None:
    """Anchors are numbered by kind in reading order, at their place in the source."""
    analysis = analysis_of("一、整改情况\n2024年4月印发《方案》，投入资金235万元，新建学校12所。\n")
    (question,) = QuestionMaker(analysis, KEYS, 2500).units()["1"]
    listed = {anchor.id: anchor.text for anchor in question.anchors}
    assert listed == {"f1": "235万元", "f2": "12所", "d1": "2024年4月", "t1": "《方案》"}
    text = analysis.document.text
    assert all(text[anchor.start :].startswith(anchor.text) for anchor in question.anchors)


def test_a_unit_full_of_figures_is_asked_in_parts() -> None:
    """However short it is, a unit is parted where one answer could not name all its figures."""
    text = "一、整改情况\n" + "".join(f"第{n}组投入{n}万元。" for n in range(101, 501))
    analysis = analysis_of(text)
    (parts,) = QuestionMaker(analysis, KEYS, 1_000_000).units().values()
    figures = [sum(anchor.id[0] == "f" for anchor in part.anchors) for part in parts]
    assert sum(figures) >= 400
    assert max(figures) <= 150


@given(
    st.lists(
        st.sampled_from(["已整改。", "推进中，", "甲" * 70, "；", "\n", "1.5%"]), max_size=200
    ),
    st.integers(50, 400),
)
def test_the_parts_of_a_unit_are_the_unit(pieces: list[str], budget: int) -> None:
    """An oversized unit loses and repeats nothing, and each part keeps to the budget."""
    analysis = analysis_of("一、整改情况\n甲" + "".join(pieces))
    maker = QuestionMaker(analysis, KEYS, budget)
    leaf = analysis.outline.leaves()[0]
    parts = maker.units()[leaf.id]
    whole = analysis.document.printed(leaf.span).removeprefix(leaf.marker)
    assert "".join("".join(p.text.split()) for p in parts) == "".join(whole.split())
    assert all(estimate(part.text) <= budget + 1 for part in parts)


def question(weight: int, tokens: int, section: int) -> Question:
    return Question("", "unit", "", "甲" * tokens, (str(section),), weight=weight)


questions = st.lists(
    st.builds(question, st.integers(1, 300), st.integers(1, 2000), st.integers(0, 3)), max_size=60
)


@given(questions, st.integers(1, 20), st.integers(200, 4000))
def test_chunks_hold_every_question_once_in_order(
    asked: list[Question], concurrency: int, budget: int
) -> None:
    """Planning loses, repeats and moves nothing, and no chunk of several exceeds the budgets."""
    chunks = plan(asked, budget=budget, answer_budget=1000, concurrency=concurrency)
    flat = [one for chunk in chunks for one in chunk]
    assert [id(one) for one in flat] == [id(one) for one in asked]
    for chunk in chunks:
        assert chunk
        assert len(chunk) == 1 or sum(one.tokens for one in chunk) <= budget
        assert len(chunk) == 1 or sum(one.weight for one in chunk) <= 1000


def test_chunks_are_even() -> None:
    """Equal questions are spread evenly over the calls that may run at once."""
    asked = [question(100, 10, number) for number in range(40)]
    chunks = plan(asked, budget=9000, answer_budget=9000, concurrency=8)
    assert [len(chunk) for chunk in chunks] == [5] * 8


def test_a_small_report_is_not_spread_thin() -> None:
    """A few short units are one call, not eight."""
    asked = [question(40, 10, 0) for _ in range(4)]
    assert len(plan(asked, budget=9000, answer_budget=9000, concurrency=8)) == 1


def test_planning_is_fast_on_long_reports() -> None:
    """Thousands of units are planned without delay."""
    asked = [question(90, 150, number // 5) for number in range(5000)]
    chunks = plan(asked, budget=2500, answer_budget=2000, concurrency=8)
    assert 200 < len(chunks) < 250
