"""What is asked, under which key, and in which chunk."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer import Settings
from summarizer.engines.llm.answer.schema import schema_digest
from summarizer.engines.llm.client.base_url import BaseUrl
from summarizer.engines.llm.client.tokens import estimate
from summarizer.engines.llm.tasks.chunks import Room, plan
from summarizer.engines.llm.tasks.keys import TaskKeys
from summarizer.engines.llm.tasks.planner import TaskPlanner
from summarizer.engines.llm.tasks.points import points_for
from summarizer.engines.llm.tasks.task import SummaryTask
from tests.engines.llm.engine.scripted import REPORT, analysis_of

KEYS = TaskKeys("model", "https://host/v1", 0.0, "{}", "prompts", schema_digest())


def keys_of(text: str = REPORT, keys: TaskKeys = KEYS) -> dict[str, str]:
    maker = TaskPlanner(analysis_of(text), keys, 2500)
    units = [part for parts in maker.units().values() for part in parts]
    return {
        question.unit_id: question.key for question in [*units, *maker.sections(), maker.overview()]
    }


@pytest.mark.parametrize(
    "change",
    [
        {"model": "other"},
        {"base_url": "https://other/v1"},
        {"temperature": 0.5},
        {"extra": '{"enable_thinking": false}'},
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
    plain = TaskKeys.of(Settings(model="m"), "p", "s")
    other = TaskKeys.of(
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
    assert BaseUrl(one).identity == BaseUrl(other).identity


def test_only_figures_without_a_label_are_listed() -> None:
    """What the grammar has named is not asked; what it has not is numbered, at its place."""
    analysis = analysis_of("一、整改情况\n投入资金235万元，围绕区七大产业链开展调研。\n")
    (task,) = TaskPlanner(analysis, KEYS, 2500).units()["1"]
    assert [(anchor.id, anchor.text) for anchor in task.anchors] == [("f1", "七大产业链")]
    assert analysis.document.text[task.anchors[0].start :].startswith("七大产业链")


def test_totals_are_told() -> None:
    """Figures of a whole are named to the model, others are not."""
    analysis = analysis_of("一、整改情况\n全年共办理信访件161件，约谈干部23人。\n")
    (task,) = TaskPlanner(analysis, KEYS, 2500).units()["1"]
    assert task.totals == ("161件",)


def test_a_unit_full_of_figures_is_asked_in_parts() -> None:
    """However short it is, a unit is parted where one answer could not name all its figures."""
    analysis = analysis_of("一、整改情况\n" + "围绕区七大产业链开展调研。" * 130)
    (parts,) = TaskPlanner(analysis, KEYS, 1_000_000).units().values()
    figures = [len(part.anchors) for part in parts]
    assert sum(figures) >= 130
    assert max(figures) <= 70


def test_long_units_are_told_in_several_points() -> None:
    """One point for a short unit, about one for each 150 characters of a long one, six at most."""
    assert [points_for(n) for n in (20, 180, 300, 450, 900, 5000)] == [1, 1, 2, 3, 6, 6]


def test_a_section_that_would_repeat_its_only_child_is_not_asked() -> None:
    """Of one that has nothing to say beside its child, nothing is asked."""
    text = "一、整改情况\n（一）压减会议\n1.压减会议15次。\n2.压减文件8件。\n"
    planner = TaskPlanner(analysis_of(text), KEYS, 2500)
    assert [task.unit_id for task in planner.sections()] == ["1.1"]


def test_whoever_issued_the_report_is_told_and_in_the_key() -> None:
    """我区 means what the issuer makes it mean: another title is another question."""
    before, after = keys_of(), keys_of(REPORT.replace("关于巡视整改", "关于区委巡视整改"))
    assert all(before[unit] != after[unit] for unit in before)


@given(
    st.lists(
        st.sampled_from(["已整改。", "推进中，", "甲" * 70, "；", "\n", "1.5%"]), max_size=200
    ),
    st.integers(50, 400),
)
def test_the_parts_of_a_unit_are_the_unit(pieces: list[str], budget: int) -> None:
    """An oversized unit loses and repeats nothing, and each part keeps to the budget."""
    analysis = analysis_of("一、整改情况\n甲" + "".join(pieces))
    maker = TaskPlanner(analysis, KEYS, budget)
    leaf = analysis.outline.leaves()[0]
    parts = maker.units()[leaf.id]
    whole = analysis.document.printed(leaf.span).removeprefix(leaf.marker)
    assert "".join("".join(p.text.split()) for p in parts) == "".join(whole.split())
    assert all(estimate(part.text) <= budget + 1 for part in parts)


def task(answer: int, tokens: int, section: int) -> SummaryTask:
    return SummaryTask("", "unit", "", "甲" * tokens, (str(section),), answer_tokens=answer)


questions = st.lists(
    st.builds(task, st.integers(1, 300), st.integers(1, 2000), st.integers(0, 3)), max_size=60
)


@given(questions, st.integers(1, 20), st.integers(200, 4000))
def test_chunks_hold_every_question_once_in_order(
    asked: list[SummaryTask], concurrency: int, budget: int
) -> None:
    """Planning loses, repeats and moves nothing, and no chunk of several exceeds the budgets."""
    chunks = plan(asked, room=Room(budget, 1000), concurrency=concurrency)
    flat = [one for chunk in chunks for one in chunk]
    assert [id(one) for one in flat] == [id(one) for one in asked]
    for chunk in chunks:
        assert chunk
        assert len(chunk) == 1 or sum(one.tokens for one in chunk) <= budget
        assert len(chunk) == 1 or sum(one.answer_tokens for one in chunk) <= 1000


def test_chunks_are_even() -> None:
    """Equal questions are spread evenly over the calls that may run at once."""
    asked = [task(100, 10, number) for number in range(40)]
    chunks = plan(asked, room=Room(9000, 9000), concurrency=8)
    assert [len(chunk) for chunk in chunks] == [5] * 8


def test_a_small_report_is_not_spread_thin() -> None:
    """A few short units are one call, not eight."""
    asked = [task(40, 10, 0) for _ in range(4)]
    assert len(plan(asked, room=Room(9000, 9000), concurrency=8)) == 1


def test_planning_is_fast_on_long_reports() -> None:
    """Thousands of units are planned without delay."""
    asked = [task(90, 150, number // 5) for number in range(5000)]
    chunks = plan(asked, room=Room(2500, 2000), concurrency=8)
    assert 200 < len(chunks) < 250
