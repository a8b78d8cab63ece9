"""What goes over the wire, and what comes back."""

from __future__ import annotations

import json
import pickle
from collections.abc import Callable
from pathlib import Path
from typing import get_args

import pytest

from summarizer.engines.llm.client.capabilities import Capabilities
from summarizer.engines.llm.client.capabilities_file import remember
from summarizer.engines.llm.client.interface import Endpoint, Mode, Secret, TokenUsage
from summarizer.engines.llm.client.request_body import request_body
from summarizer.engines.llm.client.wire_schema import schema_of
from summarizer.testing import FakeEndpoint, Fault, ReceivedRequest
from tests.engines.llm.client.asking import GOOD, KEY, LIMIT, QUESTION, REQUEST, Answer, ask

MODES = [mode for mode in get_args(Mode) if mode != "auto"]


def sent(mode: str) -> ReceivedRequest:
    with FakeEndpoint(lambda _: GOOD) as fake:
        asked = ask(fake.base_url, mode=mode)
    assert asked.error is None
    return fake.history[0].request


@pytest.mark.parametrize("mode", MODES)
def test_every_mode_gives_the_same_answer_of_the_model_s_own_class(mode: str) -> None:
    """An answer is equal to one built by hand, of the very class asked for, and picklable."""
    with FakeEndpoint(lambda _: GOOD) as fake:
        completion = ask(fake.base_url, mode=mode).completion
    assert completion is not None
    expected = Answer.model_validate_json(json.dumps(GOOD))
    assert completion.answer == expected
    assert type(completion.answer) is Answer
    assert pickle.loads(pickle.dumps(completion.answer)) == expected  # noqa: S301 - our own bytes
    assert json.loads(completion.raw_json) == GOOD
    assert completion.finish in ("stop", "tool_calls")


@pytest.mark.parametrize("mode", MODES)
def test_report_text_reaches_the_wire_untouched(mode: str) -> None:
    """Braces of a template language arrive as they stand in the report, in every mode."""
    assert sent(mode).messages[-1] == QUESTION[-1]


@pytest.mark.parametrize("mode", MODES)
def test_no_mode_adds_wording_of_the_library(mode: str) -> None:
    """The messages are ours; only json and md_json append a schema instruction of ours."""
    request = sent(mode)
    assert "genius" not in json.dumps(request.body)
    assert len(request.messages) == len(QUESTION)
    system = request.messages[0].content
    if mode in ("json_schema", "tools"):
        assert system == QUESTION[0].content
    else:
        assert system.startswith(QUESTION[0].content + "\n\n")
        assert "json" in system
        assert json.loads(system[system.index("{") :]) == schema_of(Answer)


def test_json_schema_is_strict_and_carries_no_docstring() -> None:
    """In json_schema mode the strict flag is set and the schema is closed and free of prose."""
    form = sent("json_schema").body["response_format"]
    assert form["type"] == "json_schema"
    assert form["json_schema"]["strict"] is True
    schema = form["json_schema"]["schema"]
    item = schema["$defs"]["Item"]
    assert schema["additionalProperties"] is item["additionalProperties"] is False
    assert item["required"] == ["id", "kind", "labels"]
    assert "docstring" not in json.dumps(schema)
    assert "maxLength" not in json.dumps(schema)


def test_tools_forces_one_function() -> None:
    """In tools mode the model must call the one function, whose parameters are the schema."""
    body = sent("tools").body
    assert [tool["function"]["name"] for tool in body["tools"]] == ["Answer"]
    assert body["tools"][0]["function"]["parameters"] == schema_of(Answer)
    assert body["tool_choice"]["function"]["name"] == "Answer"
    assert "response_format" not in body


def test_parameters_are_sent_and_unset_ones_are_not() -> None:
    """Temperature and the limit of the answer are sent, and nothing when they are None."""
    body = sent("json_schema").body
    assert (body["temperature"], body["max_tokens"]) == (0.0, LIMIT)
    with FakeEndpoint(lambda _: GOOD) as fake:
        ask(fake.base_url, temperature=None)
    assert "temperature" not in fake.history[0].request.body


def test_the_key_travels_in_the_header_only() -> None:
    """The key is in the authorization header, and in no body."""
    request = sent("json_schema")
    assert request.headers["authorization"] == f"Bearer {KEY}"
    assert KEY not in json.dumps(request.body)
    assert request.path == "/v1/chat/completions"


def test_usage_is_counted_from_the_reply() -> None:
    """Tokens are those the endpoint reports, for the completion and for the counters."""
    with FakeEndpoint(lambda _: GOOD, tokens=lambda text: len(text)) as fake:
        asked = ask(fake.base_url)
    assert asked.completion is not None
    prompt = sum(len(message.content) for message in QUESTION)
    used = len(json.dumps(GOOD, ensure_ascii=False))
    assert asked.completion.usage == TokenUsage(prompt, 0, used)
    assert (asked.stats.prompt_tokens, asked.stats.completion_tokens) == (prompt, used)
    assert (asked.stats.calls, asked.stats.retries, asked.stats.in_flight) == (1, 0, 0)


@pytest.mark.parametrize(
    "written",
    [
        "<think>先看{要求}…</think>\n{json}",
        "推理在前</think>{json}",
        "```json\n{json}\n```",
        "<think>x</think>\n好的：\n```json\n{json}\n```\n以上。",
        "好的，答案是 {json} 。",
        "\ufeff {json}\n",
    ],
)
@pytest.mark.parametrize("mode", MODES)
def test_thoughts_and_fences_are_tolerated(mode: str, written: str) -> None:
    """What reasoning models put around their JSON does no harm in any mode."""
    content = written.replace("{json}", json.dumps(GOOD, ensure_ascii=False))
    with FakeEndpoint(lambda _: content) as fake:
        asked = ask(fake.base_url, mode=mode)
    assert asked.completion is not None
    assert asked.completion.answer.items[0].id == "u1"


WAYS = [
    Capabilities(),
    Capabilities(strict=False, bounds=False),
    Capabilities(mode="tools", newer_limit=True),
    Capabilities(mode="json"),
    Capabilities(mode="md_json", system=False),
    Capabilities(mode="json", temperature=False, thinks=True),
]


@pytest.mark.parametrize("way", WAYS, ids=lambda way: f"{way.mode}-{WAYS.index(way)}")
def test_a_batch_line_has_the_body_of_a_live_call(way: Capabilities, tmp_path: Path) -> None:
    """In every way of asking, what a file holds is what a call sends, byte for byte."""
    memory = tmp_path / "modes.tsv"
    with FakeEndpoint(lambda _: GOOD) as fake:
        endpoint = Endpoint(
            "some-model", fake.base_url, temperature=0.0, extra={"seed": 7}, memory=memory
        )
        remember(endpoint, way)
        assert ask(fake.base_url, mode="auto", memory=memory, extra={"seed": 7}).completion
        (call,) = fake.history
    assert call.request.body == request_body(REQUEST, endpoint, way)
    assert call.request.body["seed"] == 7


def test_the_key_is_in_no_copy() -> None:
    """Neither a pickle, a repr nor a dump of what holds the key holds it."""
    endpoint = Endpoint("m", "https://user:hunter2@host/v1", Secret(KEY))
    for text in (pickle.dumps(Secret(KEY)), repr(endpoint).encode(), repr(Secret(KEY)).encode()):
        assert KEY.encode() not in text
        assert b"hunter2" not in text


@pytest.mark.parametrize(
    "written",
    [
        lambda text: text.replace('"', "“", 1).replace('"', "”", 1),
        lambda text: text[:-1] + ",}",
        lambda text: text.replace("床位", '"新"床位'),
        lambda text: (
            f"<|channel|>analysis<|message|>想{{}}<|end|><|start|>assistant<|channel|>final"
            f"<|message|>{text}<|return|>"
        ),
        lambda text: text.replace(", ", "，"),
    ],
)
def test_json_that_can_be_mended_is_mended(written: Callable[[str], str]) -> None:
    """Full-width quotes and commas, inner ASCII quotes, trailing commas, marks of templates."""
    text = written(json.dumps(GOOD, ensure_ascii=False))
    with FakeEndpoint(lambda _: text) as fake:
        asked = ask(fake.base_url)
        assert fake.calls == 1
    assert asked.completion is not None
    assert asked.completion.answer.items[0].id == "u1"


def test_an_answer_among_the_thoughts_is_read() -> None:
    """Servers that take everything for a thought put the JSON into reasoning_content."""
    body = {
        "object": "chat.completion",
        "choices": [
            {
                "message": {"content": None, "reasoning_content": "想好了：" + json.dumps(GOOD)},
                "finish_reason": "stop",
            }
        ],
    }
    with FakeEndpoint(lambda _: Fault("thoughts", body=body)) as fake:
        assert ask(fake.base_url).completion is not None
