"""Batches: requests out, answers by anybody in, then a run without a call."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from summarizer.engines.llm.batch import export_requests, import_responses
from summarizer.engines.llm.completion import Message
from summarizer.errors import InputError, UsageError
from summarizer.settings import Settings
from summarizer.testing.model import answer
from tests.engines.llm.engine.scripted import Scripted, analysis_of, draft, settings_in

ANALYSIS = analysis_of()
LEAVES = len(ANALYSIS.outline.leaves())
SECTIONS = sum(not unit.is_leaf for unit in ANALYSIS.outline.walk())


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


def round_trip(tmp_path: Path, settings: Settings) -> int:
    """One round of export and import; how many requests there were."""
    done = export_requests([ANALYSIS], settings, tmp_path / "requests.jsonl")
    lines = requests_in(*done.files)
    taken = import_responses(write(tmp_path / "answers.jsonl", map(answered, lines)), settings)
    assert (taken.taken, taken.declined, taken.missing) == (len(lines), (), ())
    return done.requests


def test_two_rounds_answer_a_report(tmp_path: Path) -> None:
    """Units, then sections; after that nothing is missing, and a run makes no call."""
    settings = settings_in(tmp_path)
    assert round_trip(tmp_path, settings) == LEAVES
    assert round_trip(tmp_path, settings) == SECTIONS + 1
    last = export_requests([ANALYSIS], settings, tmp_path / "none.jsonl")
    assert (last.requests, last.files, last.later) == (0, (), 0)
    completer = Scripted()
    drafts = draft(ANALYSIS, settings, completer)
    assert completer.requests == []
    assert {measure.origin for measure in drafts.measures.values()} == {"llm"}


def test_a_request_is_what_the_service_takes(tmp_path: Path) -> None:
    """Each line names the key of its answer, the method, the path and a whole body."""
    settings = settings_in(tmp_path, base_url="https://api.openai.com/v1")
    done = export_requests([ANALYSIS], settings, tmp_path / "requests.jsonl")
    for line in requests_in(*done.files):
        assert set(line) == {"custom_id", "method", "url", "body"}
        assert (line["method"], line["url"]) == ("POST", "/v1/chat/completions")
        assert len(line["custom_id"]) == 64
        assert line["body"]["model"] == "fake"
        assert line["body"]["response_format"]["json_schema"]["strict"] is True
    assert (done.cached, done.later) == (0, SECTIONS + 1)


def test_a_live_run_uses_what_was_imported(tmp_path: Path) -> None:
    """What is missing after an import is asked live, and only that."""
    settings = settings_in(tmp_path)
    done = export_requests([ANALYSIS], settings, tmp_path / "requests.jsonl")
    lines = requests_in(*done.files)
    write(tmp_path / "answers.jsonl", map(answered, lines[:-2]))
    taken = import_responses(tmp_path / "answers.jsonl", settings)
    assert set(taken.missing) == {line["custom_id"] for line in lines[-2:]}
    completer = Scripted()
    draft(ANALYSIS, settings, completer)
    assert len(completer.asked_texts) == 2


def test_files_are_split_at_the_limits(tmp_path: Path) -> None:
    """Past the limits of a file further files follow, with nothing lost."""
    settings = settings_in(tmp_path)
    path = tmp_path / "requests.jsonl"
    done = export_requests([ANALYSIS], settings, path, most_requests=4)
    assert [file.name for file in done.files] == [
        "requests.jsonl",
        "requests-2.jsonl",
        "requests-3.jsonl",
    ]
    assert len(requests_in(*done.files)) == done.requests == LEAVES
    small = export_requests([ANALYSIS], settings, path, most_bytes=20_000)
    assert all(file.stat().st_size <= 20_000 for file in small.files)
    assert len(requests_in(*small.files)) == LEAVES


def test_answers_are_validated_like_live_ones(tmp_path: Path) -> None:
    """Every unusable response is declined with its line and a reason; the others are taken."""
    settings = settings_in(tmp_path)
    done = export_requests([ANALYSIS], settings, tmp_path / "requests.jsonl")
    lines = requests_in(*done.files)
    fenced = answered(lines[0])
    message = fenced["response"]["body"]["choices"][0]["message"]
    message["content"] = f"好的，回答如下：\n```json\n{message['content']}\n```"
    called = answered(lines[1])
    choice = called["response"]["body"]["choices"][0]
    function = {"name": "Answer", "arguments": choice["message"]["content"]}
    choice["message"] = {"content": None, "tool_calls": [{"function": function}]}
    bad = [
        answered(lines[2], message={"content": "不行"}),
        answered(lines[3], message={"content": '{"units": []}'}),
        answered(lines[4], message={"content": None, "refusal": "no"}),
        answered(lines[5], finish_reason="length"),
        {**answered(lines[6]), "error": {"code": "expired"}},
        {**answered(lines[7]), "response": None},
        {**answered(lines[8]), "custom_id": "unknown"},
        {"response": {}},
        [],
    ]
    path = write(tmp_path / "answers.jsonl", [fenced, called, *bad])
    with path.open("a") as file:
        file.write("no json\n\n")
    taken = import_responses(path, settings)
    assert taken.taken == 2
    assert [declined.line for declined in taken.declined] == list(range(3, 13))
    assert all(declined.reason for declined in taken.declined)
    assert len(taken.missing) == LEAVES - 2


def test_a_second_import_is_no_fault(tmp_path: Path) -> None:
    """Responses that were taken before are counted, not declined."""
    settings = settings_in(tmp_path)
    done = export_requests([ANALYSIS], settings, tmp_path / "requests.jsonl")
    path = write(tmp_path / "answers.jsonl", map(answered, requests_in(*done.files)))
    import_responses(path, settings)
    again = import_responses(path, settings)
    assert (again.taken, again.already, again.declined) == (0, LEAVES, ())


def test_another_cache_needs_the_report(tmp_path: Path) -> None:
    """Where the export was made with another cache, the report itself names the questions."""
    done = export_requests([ANALYSIS], settings_in(tmp_path), tmp_path / "requests.jsonl")
    path = write(tmp_path / "answers.jsonl", map(answered, requests_in(*done.files)))
    other = settings_in(tmp_path, cache_dir=tmp_path / "other")
    assert import_responses(path, other).taken == 0
    assert import_responses(path, other, [ANALYSIS]).taken == LEAVES


def test_what_cannot_work_is_told(tmp_path: Path) -> None:
    """No model, no cache, no file: one clear line each."""
    with pytest.raises(UsageError, match="model"):
        export_requests([], Settings(), tmp_path / "requests.jsonl")
    with pytest.raises(UsageError, match="cache"):
        export_requests([], settings_in(tmp_path, cache="off"), tmp_path / "requests.jsonl")
    with pytest.raises(InputError, match="cannot be read"):
        import_responses(tmp_path / "missing.jsonl", settings_in(tmp_path))
    (tmp_path / "binary").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(InputError, match="not UTF-8"):
        import_responses(tmp_path / "binary", settings_in(tmp_path))


def test_what_another_export_still_waits_for_is_not_missing(tmp_path: Path) -> None:
    """Requests of a report that was edited since are nobody's: the file answers its own export."""
    settings = settings_in(tmp_path)
    export_requests([analysis_of("一、旧的\n建立制度1项。\n")], settings, tmp_path / "old.jsonl")
    assert round_trip(tmp_path, settings) == LEAVES
    nothing = import_responses(write(tmp_path / "empty.jsonl", []), settings)
    assert len(nothing.missing) == 1


def test_content_in_parts_and_without_its_outer_object_is_taken(tmp_path: Path) -> None:
    """Lists of text parts, the object itself, and a lone item count as content."""
    settings = settings_in(tmp_path)
    lines = requests_in(*export_requests([ANALYSIS], settings, tmp_path / "r.jsonl").files)
    responses = [answered(line) for line in lines[:3]]
    messages = [one["response"]["body"]["choices"][0]["message"] for one in responses]
    messages[0]["content"] = [{"type": "text", "text": messages[0]["content"]}]
    messages[1]["content"] = json.loads(messages[1]["content"])
    messages[2]["content"] = json.dumps(json.loads(messages[2]["content"])["units"][0])
    done = import_responses(write(tmp_path / "a.jsonl", responses), settings)
    assert (done.taken, done.declined) == (3, ())
