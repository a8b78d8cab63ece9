"""What a model must answer, item by item."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from summarizer.engines.llm.answer.models import Answer, Item, UnitAnswer
from summarizer.engines.llm.answer.places import place_of
from summarizer.engines.llm.answer.schema import common_schema, schema_of
from summarizer.engines.llm.answer.validation import fit, judge
from summarizer.engines.llm.prompt.rendering import Asking, Rendered, render
from summarizer.engines.llm.prompt.templates import load_prompts
from summarizer.engines.llm.store.answers import AnswerStore, CachedAnswer
from summarizer.engines.llm.store.disk import DiskStore
from summarizer.engines.llm.tasks.task import Anchor, SummaryTask
from summarizer.vocabulary import Category, Status
from tests.engines.llm.engine.scripted import analysis_of

TEXT = "区委印发《方案》，整改48条。"
TASK = SummaryTask("key", "unit", "1", TEXT, (), anchors=(Anchor("f1", "48条", 9),))
OTHER = SummaryTask("other", "unit", "2", "压减会议15次，约谈干部23人。", ())
GOOD: dict[str, Any] = {
    "id": "u1",
    "points": [{"text": TEXT, "status": "reported"}],
    "category": "system",
    "actors": ["区委"],
    "labels": [{"id": "f1", "label": "整改事项"}],
}
RENDERED = Rendered((), {"u1": TASK}, {}, {})


def fitted(**changes: Any) -> Item | tuple[object, ...]:
    return fit({**GOOD, **changes}, TASK, TEXT)


def saying(text: str, task: SummaryTask = TASK) -> Item | tuple[object, ...]:
    return fit({**GOOD, "points": [{"text": text, "status": "reported"}]}, task, task.text)


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
    unit = common_schema()["properties"]["units"]["items"]["properties"]
    point = unit["points"]["items"]["properties"]
    assert unit["category"]["enum"] == [str(term) for term in Category]
    assert point["status"]["enum"] == [str(term) for term in Status]


def test_the_schema_is_the_model() -> None:
    """The schema that travels names the fields of the models that validate, all required."""
    unit = common_schema()["properties"]["units"]["items"]
    own = set(UnitAnswer.model_fields) - {"extra"}  # what a user asks for beside it
    assert set(unit["properties"]) == own == set(unit["required"])
    assert unit["additionalProperties"] is False


@given(json_values)
def test_no_answer_breaks_the_judge(value: Any) -> None:
    """Whatever JSON stands in place of an item, it is taken or told why not."""
    judged = judge(Answer(units=[value], sections=[value]), RENDERED)
    assert set(judged.taken) | set(judged.failed) == {"u1"}
    assert all(judged.failed.values())


@given(st.sampled_from(sorted(GOOD)), json_values)
def test_a_changed_field_is_validated(name: str, value: Any) -> None:
    """With any value in any field, an item fits only if it would be a proper draft."""
    item = fit({**GOOD, name: value}, TASK, TEXT)
    if isinstance(item, UnitAnswer):
        assert item.text.strip()
        assert all(len(point.text) <= 60 for point in item.points)
        assert all(actor in TASK.text for actor in item.actors)
        assert {label.id for label in item.labels} <= {"f1"}


def test_good_units_of_a_bad_answer_are_taken() -> None:
    """One bad item does not cost the others."""
    rendered = Rendered((), {"u1": TASK, "u2": OTHER}, {}, {})
    judged = judge(Answer(units=[GOOD, {"id": "u2"}]), rendered)
    assert set(judged.taken) == {"u1"}
    assert set(judged.failed) == {"u2"}


def test_the_closed_schema_ends_where_the_answer_does() -> None:
    """It names the ids that are asked, exactly as many items, and bounds every list and string."""
    rendered = render(load_prompts(), [Asking(TASK), Asking(OTHER)])
    schema = schema_of(rendered)["properties"]
    units = schema["units"]
    assert (units["minItems"], units["maxItems"]) == (2, 2)
    fields = units["items"]["properties"]
    assert fields["id"]["enum"] == ["u1", "u2"]
    assert fields["labels"]["items"]["properties"]["id"]["enum"] == ["f1"]
    assert fields["labels"]["maxItems"] == 1
    assert fields["points"]["maxItems"] == 1
    assert schema["sections"]["maxItems"] == schema["overview"]["maxItems"] == 0

    def open_ended(node: Any) -> bool:
        if isinstance(node, list):
            return any(map(open_ended, node))
        if not isinstance(node, dict):
            return False
        bound = {"string": {"maxLength", "enum"}, "array": {"maxItems"}}.get(str(node.get("type")))
        return (bool(bound) and bound.isdisjoint(node)) or any(map(open_ended, node.values()))

    assert not open_ended(units)


@pytest.mark.parametrize(
    "text", ["春眠不觉晓，处处闻啼鸟。", "区区区。", "工作扎实推进，成效明显。"]
)
def test_a_summary_in_which_nothing_can_be_compared_is_refused(text: str) -> None:
    """Nonsense, a word again and again, or praise that fits anything is no summary of a unit."""
    item = saying(text)
    assert isinstance(item, tuple)
    assert item[0].name == "foreign"  # type: ignore[attr-defined]


def test_answers_that_changed_places_are_noticed() -> None:
    """A sentence about another unit is not taken for this one."""
    assert isinstance(saying(OTHER.text), tuple)
    assert isinstance(saying(OTHER.text, OTHER), UnitAnswer)


def test_the_same_words_for_several_units_are_refused() -> None:
    """Where two texts differ, so do their summaries."""
    both = "区委印发《方案》，整改48条，压减会议15次，约谈干部23人。"
    told = [{"text": both, "status": "reported"}]
    units = [{**GOOD, "points": told}, {**GOOD, "id": "u2", "actors": [], "points": told}]
    judged = judge(Answer(units=units), Rendered((), {"u1": TASK, "u2": OTHER}, {}, {}))
    assert {reason.name for reasons in judged.failed.values() for reason in reasons} == {
        "same_words"
    }


@pytest.mark.parametrize(
    "text", ["区委印发《方案》，整改f1=48条。", "u1 区委印发《方案》，整改48条。"]
)
def test_the_prompts_own_ids_are_refused(text: str) -> None:
    """f1= and u1 are numbers of the request, never words of the report."""
    assert isinstance(saying(text), tuple)


def test_a_sentence_that_is_too_long_is_told_as_two() -> None:
    """It is cut at the mark nearest to its middle, outside of titles, and not asked again."""
    long = (
        "区委印发《关于进一步，加强整改工作的方案》，对照清单逐条逐项整改48条，"
        + "区委逐条逐项对照清单" * 3
        + "。"
    )
    task = SummaryTask("key", "unit", "1", long, (), points=2)
    item = saying(long, task)
    assert isinstance(item, UnitAnswer)
    assert [point.text[-1] for point in item.points] == ["。", "。"]
    assert (
        item.points[0].text
        == "区委印发《关于进一步，加强整改工作的方案》，对照清单逐条逐项整改48条。"
    )
    assert max(len(point.text) for point in item.points) <= 60


def test_actors_and_labels_that_the_text_does_not_bear_are_dropped() -> None:
    """They cost no second call: what is left stands."""
    labels = [{"id": "f1", "label": "整改事项"}, {"id": "f7", "label": "别的"}]
    item = fitted(actors=["区委", "省委"], labels=labels)
    assert isinstance(item, UnitAnswer)
    assert item.actors == ("区委",)
    assert [label.id for label in item.labels] == ["f1"]


SOURCE = "一、整改情况\n印发《方案》，整改48条。约谈干部23人，给予处分6人。压减会议15次，同比下降8.3%。\n"


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("约谈干部23人。", "约谈干部23人"),
        ("给予6人处分，约谈23人。", "约谈干部23人，给予处分6人。"),
        ("会议同比下降8.3%。", "压减会议15次，同比下降8.3%。"),
        ("整改各项工作。", SOURCE[7:-1]),
    ],
)
def test_the_place_of_a_point_is_found(said: str, told: str) -> None:
    """The clauses that share its words and numbers; the whole unit where that is ambiguous."""
    analysis = analysis_of(SOURCE)
    unit = analysis.outline.leaves()[0]
    place = place_of(said, unit.text_span, analysis.document.view)
    assert analysis.document.text[place.start : place.end] == told


def test_a_bare_list_is_understood() -> None:
    """Small models leave the outer object out."""
    answer = Answer.model_validate_json(json.dumps([GOOD], ensure_ascii=False))
    assert set(judge(answer, RENDERED).taken) == {"u1"}


def test_an_answer_without_its_outer_object_is_understood() -> None:
    """Units and sections in one bare list, or one item alone, are told apart by their ids."""
    told = {"id": "s1", "headline": "区委完成整改", "summary": "区委完成了整改。"}
    section = SummaryTask("s", "section", "1", "区委完成整改", ())
    request = Rendered((), {"u1": TASK}, {"s1": section}, {})
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
    assert judge(answer, RENDERED).failed["u1"][0].name == "missing"
    assert other == "[1]"


@pytest.mark.parametrize(
    "mark", ["\x1b[31m", "\x00", "\u202e", "\u200b", "\ufeff", "\x9b", "\ud800"]
)
def test_what_a_terminal_would_obey_is_no_summary(mark: str) -> None:
    """Controls, marks of direction, invisible ones and half characters are refused, in labels too."""
    assert isinstance(saying(f"区委印发{mark}《方案》。"), tuple)
    item = fitted(labels=[{"id": "f1", "label": f"整改{mark}"}])
    assert isinstance(item, UnitAnswer)
    assert item.labels == ()


def test_a_cached_answer_is_validated_again(tmp_path: Path) -> None:
    """What stands in the cache is trusted no more than what a model says."""
    cache = DiskStore(tmp_path / "cache")
    item = fitted()
    assert isinstance(item, UnitAnswer)
    AnswerStore(cache).keep([(TASK, CachedAnswer(item, reasked=True))])
    known = AnswerStore(cache).recall(TASK)
    assert known is not None
    assert (known.item.text, known.reasked) == (item.text, True)
    sound = CachedAnswer(item).to_json("key")
    for broken in [
        *("", "[]", "{}", "[" * 100_000),
        sound.replace('"answer": {', '"answer": {"more": 1, '),
        sound.replace("system", "nonsense"),
    ]:
        assert broken != sound
        cache.put("key", broken)
        assert AnswerStore(cache).recall(TASK) is None
    cache.put("key", CachedAnswer(item).to_json("the key of another task"))
    assert AnswerStore(cache).recall(TASK) is None
