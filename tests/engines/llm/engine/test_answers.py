"""What a model must answer, item by item."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from summarizer.engines.llm.answers import Answer, UnitAnswer, fit, judge
from summarizer.engines.llm.cache import AnswerCache
from summarizer.engines.llm.memory import Known, Memory
from summarizer.engines.llm.prompting import Request
from summarizer.engines.llm.questions import Anchor, Question
from summarizer.engines.llm.wire_schema import wire_schema
from summarizer.vocabulary import Category, Status

QUESTION = Question(
    "key", "unit", "1", "区委印发《方案》，整改48条。", (), anchors=(Anchor("f1", "48条", 9),)
)
GOOD: dict[str, Any] = {
    "id": "u1",
    "summary": "区委印发《方案》，整改48条。",
    "category": "system",
    "status": "reported",
    "actors": ["区委"],
    "labels": [{"id": "f1", "label": "整改事项"}],
}
REQUEST = Request((), {"u1": QUESTION}, {})

json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.sampled_from([*GOOD, "label"]) | st.text(max_size=3), inner)
    ),
    max_leaves=12,
)


def test_the_terms_are_those_of_the_report() -> None:
    """The schema offers every category and status, and no others."""
    unit = wire_schema(Answer)["properties"]["units"]["items"]["properties"]
    assert unit["category"]["enum"] == [str(term) for term in Category]
    assert unit["status"]["enum"] == [str(term) for term in Status]


def test_the_schema_is_the_model() -> None:
    """The schema that travels names the fields of the models that validate, all required."""
    unit = wire_schema(Answer)["properties"]["units"]["items"]
    assert set(unit["properties"]) == set(UnitAnswer.model_fields) == set(unit["required"])
    assert unit["additionalProperties"] is False


@given(json_values)
def test_no_answer_breaks_the_judge(value: Any) -> None:
    """Whatever JSON stands in place of an item, it is taken or told why not."""
    judged = judge(Answer(units=[value], sections=[value]), REQUEST)
    assert set(judged.taken) | set(judged.failed) == {"u1"}
    assert all(judged.failed.values())


@given(st.sampled_from(sorted(GOOD)), json_values)
def test_a_changed_field_is_validated(name: str, value: Any) -> None:
    """With any value in any field, an item fits only if it would be a proper draft."""
    item = fit({**GOOD, name: value}, QUESTION)
    if isinstance(item, UnitAnswer):
        assert item.summary.strip()
        assert all(actor in QUESTION.text for actor in item.actors)
        assert {label.id for label in item.labels} <= {"f1"}


def test_good_units_of_a_bad_answer_are_taken() -> None:
    """One bad item does not cost the others."""
    second = Question("other", "unit", "2", "甲", ())
    request = Request((), {"u1": QUESTION, "u2": second}, {})
    judged = judge(Answer(units=[GOOD, {"id": "u2"}]), request)
    assert set(judged.taken) == {"u1"}
    assert set(judged.failed) == {"u2"}


def test_a_bare_list_is_understood() -> None:
    """Small models leave the outer object out."""
    answer = Answer.model_validate_json(json.dumps([GOOD], ensure_ascii=False))
    assert set(judge(answer, REQUEST).taken) == {"u1"}


def test_an_answer_without_its_outer_object_is_understood() -> None:
    """Units and sections in one bare list, or one item alone, are told apart by their ids."""
    told = {"id": "s1", "summary": "区委完成了整改。"}
    request = Request((), {"u1": QUESTION}, {"s1": Question("s", "section", "1", "", ())})
    both = Answer.model_validate_json(json.dumps([GOOD, told], ensure_ascii=False))
    assert set(judge(both, request).taken) == {"u1", "s1"}
    alone = Answer.model_validate_json(json.dumps(told, ensure_ascii=False))
    assert set(judge(alone, request).taken) == {"s1"}


@pytest.mark.parametrize("other", ['{"summary": "好"}', "{}", '"好"', "[1]"])
def test_an_object_of_another_shape_is_no_answer(other: str) -> None:
    """An answer that knows nothing of the schema is no answer with every unit missing."""
    try:
        answer = Answer.model_validate_json(other)
    except ValidationError:
        return
    assert judge(answer, REQUEST).failed["u1"][0].name == "missing"
    assert other == "[1]"


@pytest.mark.parametrize(
    "mark", ["\x1b[31m", "\x00", "\u202e", "\u200b", "\ufeff", "\x9b", "\ud800"]
)
def test_what_a_terminal_would_obey_is_no_summary(mark: str) -> None:
    """Controls, marks of direction, invisible ones and half characters are refused, in labels too."""
    assert isinstance(fit({**GOOD, "summary": f"区委印发{mark}《方案》。"}, QUESTION), tuple)
    assert isinstance(
        fit({**GOOD, "labels": [{"id": "f1", "label": f"整改{mark}"}]}, QUESTION), tuple
    )


def test_a_cached_answer_is_validated_again(tmp_path: Path) -> None:
    """What stands in the cache is trusted no more than what a model says."""
    cache = AnswerCache(tmp_path / "cache")
    memory = Memory(cache)
    item = fit(GOOD, QUESTION)
    assert isinstance(item, UnitAnswer)
    memory.keep([(QUESTION, Known(item, 1))])
    known = memory.recall(QUESTION)
    assert known is not None
    assert (known.item.summary, known.tries) == (item.summary, 1)
    sound = Known(item, 0).to_json("key")
    for broken in [
        *("", "[]", "{}", "[" * 100_000),
        sound.replace('"tries": 0', '"tries": Infinity'),
        sound.replace('"tries": 0', '"tries": "x"'),
        sound.replace('"answer": {', '"answer": {"more": 1, '),
        sound.replace("system", "nonsense"),
    ]:
        assert broken != sound
        cache.put("key", broken)
        assert memory.recall(QUESTION) is None
    cache.put("key", Known(item, 0).to_json("the key of another question"))
    assert memory.recall(QUESTION) is None
