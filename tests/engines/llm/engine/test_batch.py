"""Batches: requests out, answers by anybody in, then a run without a call."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest

from summarizer.checking import check_draft
from summarizer.engines.llm.batch import BatchExport, export_requests, import_responses
from summarizer.engines.llm.client.interface import Message
from summarizer.errors import InputError, UsageError
from summarizer.settings import Settings
from summarizer.testing.model import answer
from tests.engines.llm.engine.scripted import Scripted, analysis_of, draft, settings_in

ANALYSIS = analysis_of()
LEAVES = len(ANALYSIS.outline.leaves())
ABOVE = sum(not unit.is_leaf for unit in ANALYSIS.outline.walk()) + 1


def requests_in(*paths: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for path in paths for line in path.read_text().splitlines()]


def answered(request: dict[str, Any], **changes: Any) -> dict[str, Any]:
    messages = [Message(one["role"], one["content"]) for one in request["body"]["messages"]]
    content = json.dumps(answer(messages), ensure_ascii=False)
    choice = {"message": {"role": "assistant", "content": content}, "finish_reason": "stop"}
    choice["message"].update(changes.pop("message", {}))  # type: ignore[attr-defined]
    choice.update(changes)
    body = {"choices": [choice]}
    response = {"status_code": 200, "body": body}
    return {"id": "x", "custom_id": request["custom_id"], "response": response, "error": None}


def write(path: Path, lines: Iterable[object]) -> Path:
    path.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines))
    return path


def exported(tmp_path: Path, settings: Settings, **values: Any) -> BatchExport:
    return export_requests([ANALYSIS], settings, tmp_path / "requests.jsonl", **values)


def round_trip(tmp_path: Path, settings: Settings) -> int:
    """One round of export and import; how many requests there were."""
    done = exported(tmp_path, settings)
    lines = requests_in(*done.files)
    taken = import_responses(write(tmp_path / "answers.jsonl", map(answered, lines)), settings)
    assert (taken.declined, taken.missing, taken.again) == ((), (), None)
    assert done.cached + taken.taken + done.later == LEAVES + ABOVE
    return done.requests


def asked_in(line: dict[str, Any]) -> int:
    """How many units a request asks for."""
    content = line["body"]["messages"][-1]["content"]
    return len(re.findall(r"^§\w+ u\d+", content, re.MULTILINE))


def test_two_rounds_answer_a_report(tmp_path: Path) -> None:
    """Units, then what stands above them; after that nothing is missing, and a run makes no call."""
    settings = settings_in(tmp_path)
    assert round_trip(tmp_path, settings) < LEAVES
    assert round_trip(tmp_path, settings) == 1
    last = export_requests([ANALYSIS], settings, tmp_path / "none.jsonl")
    assert (last.requests, last.files, last.later) == (0, (), 0)
    completer = Scripted()
    drafts = draft(ANALYSIS, settings, completer)
    assert completer.requests == []
    assert {measure.origin for measure in drafts.measures.values()} == {"llm"}


def test_requests_are_packed_as_live_calls_are(tmp_path: Path) -> None:
    """The same chunks with the same messages; the rules are not sent once for every unit."""
    completer = Scripted()
    draft(ANALYSIS, settings_in(tmp_path / "live"), completer)
    lines = requests_in(*exported(tmp_path, settings_in(tmp_path)).files)
    live = [[m.content for m in messages] for messages in completer.messages]
    batch = [[m["content"] for m in line["body"]["messages"]] for line in lines]
    assert batch == live[: len(batch)]
    assert sum(map(asked_in, lines)) == LEAVES


def test_a_request_is_what_the_service_takes(tmp_path: Path) -> None:
    """Each line names the request, the method, the path and a whole body."""
    settings = settings_in(tmp_path, base_url="https://api.openai.com/v1")
    done = exported(tmp_path, settings)
    for line in requests_in(*done.files):
        assert set(line) == {"custom_id", "method", "url", "body"}
        assert (line["method"], line["url"]) == ("POST", "/v1/chat/completions")
        assert len(line["custom_id"]) == 64
        assert line["body"]["model"] == "fake"
        assert line["body"]["response_format"]["json_schema"]["strict"] is True
    assert done.cached == 0


def test_a_live_run_uses_what_was_imported(tmp_path: Path) -> None:
    """What is missing after an import is asked live, and only that."""
    settings = settings_in(tmp_path)
    lines = requests_in(*exported(tmp_path, settings).files)
    write(tmp_path / "answers.jsonl", map(answered, lines[:-1]))
    taken = import_responses(tmp_path / "answers.jsonl", settings)
    assert len(taken.missing) == asked_in(lines[-1])
    completer = Scripted()
    draft(ANALYSIS, settings, completer)
    assert len(completer.asked_texts) == asked_in(lines[-1])


def test_files_are_split_at_the_limits(tmp_path: Path) -> None:
    """Past the limits of a file further files follow, with nothing lost."""
    settings = settings_in(tmp_path)
    done = exported(tmp_path, settings, most_requests=2)
    names = [file.name for file in done.files]
    assert names[:2] == ["requests.jsonl", "requests-2.jsonl"]
    assert len(requests_in(*done.files)) == done.requests
    small = exported(tmp_path, settings, most_bytes=20_000)
    assert all(file.stat().st_size <= 20_000 for file in small.files)
    assert len(requests_in(*small.files)) == done.requests


def test_one_bad_line_spoils_one_line(tmp_path: Path) -> None:
    """Whatever stands in a line, the others are taken, and each bad one is told with its reason."""
    settings = settings_in(tmp_path)
    lines = requests_in(*exported(tmp_path, settings).files)
    fenced = answered(lines[0])
    message = fenced["response"]["body"]["choices"][0]["message"]
    message["content"] = f"好的，回答如下：\n```json\n{message['content']}\n```"
    called = answered(lines[1])
    choice = called["response"]["body"]["choices"][0]
    function = {"name": "Answer", "arguments": choice["message"]["content"]}
    choice["message"] = {"content": None, "tool_calls": [{"function": function}]}
    bad = [
        answered(lines[2], message={"content": "不行"}),
        answered(lines[2], message={"content": None, "refusal": "no"}),
        answered(lines[2], finish_reason="length"),
        {**answered(lines[2]), "error": {"code": "expired"}},
        {**answered(lines[2]), "response": None},
        {**answered(lines[2]), "custom_id": "unknown\x1b[31m"},
        {"response": {}},
        [],
    ]
    path = write(tmp_path / "answers.jsonl", [fenced, called, *bad])
    with path.open("ab") as file:
        file.write(b"no json\n\n\xff\xfe\x00\n")
    taken = import_responses(path, settings)
    assert taken.taken >= asked_in(lines[0]) + asked_in(lines[1])
    assert [declined.line for declined in taken.declined] == [*range(3, 12), 13]
    assert all(one.reason and "\x1b" not in one.custom_id for one in taken.declined)
    assert len(taken.missing) == LEAVES - asked_in(lines[0]) - asked_in(lines[1])


def spoilt(line: dict[str, Any], change: Callable[[dict[str, Any]], object]) -> dict[str, Any]:
    """A response whose first unit is changed."""
    response = answered(line)
    message = response["response"]["body"]["choices"][0]["message"]
    given = json.loads(message["content"])
    change(given["units"][0])
    message["content"] = json.dumps(given, ensure_ascii=False)
    return response


def test_a_unit_that_does_not_fit_is_written_to_be_asked_again(tmp_path: Path) -> None:
    """The other units of its response are taken; the new request says why, and its answer counts."""
    settings = settings_in(tmp_path)
    lines = requests_in(*exported(tmp_path, settings).files)
    bad = spoilt(lines[0], lambda unit: unit.update(category="misc"))
    path = write(tmp_path / "answers.jsonl", [bad, *map(answered, lines[1:])])
    taken = import_responses(path, settings)
    assert len(taken.missing) == 1
    assert taken.again is not None
    (again,) = requests_in(taken.again)
    assert asked_in(again) == 1
    assert "category" in again["body"]["messages"][-1]["content"]
    rest = import_responses(write(tmp_path / "more.jsonl", [answered(again)]), settings)
    assert (rest.taken, rest.missing, rest.again) == (1, (), None)


def test_a_contradicted_unit_is_said_at_once_and_asked_again(tmp_path: Path) -> None:
    """The import compares with the source that was exported, without being given the report."""
    settings = settings_in(tmp_path)
    lines = requests_in(*exported(tmp_path, settings, check=check_draft).files)
    target = next(line for line in lines if "12次" in line["body"]["messages"][-1]["content"])
    wrong = "制定《学习办法》，组织专题学习15次，覆盖干部356人。"

    def change(unit: dict[str, Any]) -> None:
        unit["points"] = [{"text": wrong, "status": "reported"}]

    path = write(tmp_path / "answers.jsonl", [spoilt(target, change)])
    taken = import_responses(path, settings, check=check_draft)
    (found,) = taken.contradicted
    assert (found.unit_id, found.claim) == ("1.1.1", wrong)
    assert "12次" in found.why
    assert taken.again is not None
    (again,) = requests_in(taken.again)
    assert "12次" in again["body"]["messages"][-1]["content"].split("没有被采用")[1]
    rest = import_responses(
        write(tmp_path / "more.jsonl", [answered(again)]), settings, check=check_draft
    )
    assert (rest.taken, rest.contradicted, rest.again) == (1, (), None)


def test_a_corrected_answer_replaces_the_one_before(tmp_path: Path) -> None:
    """The same request answered again counts as it is answered last; the same words are no news."""
    settings = settings_in(tmp_path)
    lines = requests_in(*exported(tmp_path, settings).files)
    path = write(tmp_path / "answers.jsonl", map(answered, lines))
    first = import_responses(path, settings)
    again = import_responses(path, settings)
    assert (again.taken, again.already, again.declined) == (0, first.taken, ())
    better = spoilt(lines[0], lambda unit: unit.update(category="study"))
    replaced = import_responses(write(tmp_path / "b.jsonl", [better]), settings)
    assert replaced.taken == 1
    drafts = draft(ANALYSIS, settings, Scripted())
    assert "study" in {measure.category for measure in drafts.measures.values()}


def test_answers_that_changed_places_are_noticed(tmp_path: Path) -> None:
    """Two responses under each other's names are declined, and the right file is taken after."""
    settings = settings_in(tmp_path)
    lines = requests_in(*exported(tmp_path, settings).files)
    one, other = answered(lines[0]), answered(lines[1])
    one["custom_id"], other["custom_id"] = other["custom_id"], one["custom_id"]
    swapped = import_responses(write(tmp_path / "s.jsonl", [one, other]), settings)
    assert swapped.taken == 0
    assert any("foreign" in declined.reason for declined in swapped.declined)
    right = write(tmp_path / "r.jsonl", [answered(lines[0]), answered(lines[1])])
    assert import_responses(right, settings).declined == ()


def test_what_cannot_work_is_told(tmp_path: Path) -> None:
    """No model, no cache, no file: one clear line each."""
    with pytest.raises(UsageError, match="model"):
        export_requests([], Settings(), tmp_path / "requests.jsonl")
    with pytest.raises(UsageError, match="cache"):
        export_requests([], settings_in(tmp_path, cache="off"), tmp_path / "requests.jsonl")
    with pytest.raises(InputError, match="cannot be read"):
        import_responses(tmp_path / "missing.jsonl", settings_in(tmp_path))
    with pytest.raises(InputError, match="no file"):
        import_responses(tmp_path, settings_in(tmp_path))


def test_what_another_export_still_waits_for_is_not_missing(tmp_path: Path) -> None:
    """Requests of a report that was edited since are nobody's: the file answers its own export."""
    settings = settings_in(tmp_path)
    export_requests([analysis_of("一、旧的\n建立制度1项。\n")], settings, tmp_path / "old.jsonl")
    round_trip(tmp_path, settings)
    nothing = import_responses(write(tmp_path / "empty.jsonl", []), settings)
    assert len(nothing.missing) == 1


def test_content_in_parts_and_as_an_object_is_taken(tmp_path: Path) -> None:
    """Lists of text parts and the object itself count as content."""
    settings = settings_in(tmp_path)
    lines = requests_in(*exported(tmp_path, settings).files)
    responses = [answered(line) for line in lines[:2]]
    messages = [one["response"]["body"]["choices"][0]["message"] for one in responses]
    messages[0]["content"] = [{"type": "text", "text": messages[0]["content"]}]
    messages[1]["content"] = json.loads(messages[1]["content"])
    done = import_responses(write(tmp_path / "a.jsonl", responses), settings)
    assert done.declined == ()
    assert done.taken
