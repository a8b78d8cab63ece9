"""Modes and parameters are found out, changed where refused, and remembered."""

from __future__ import annotations

import asyncio
import json
import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from summarizer.engines.llm.client.capabilities import MODES, Capabilities
from summarizer.engines.llm.client.capabilities_file import recall, remember
from summarizer.engines.llm.client.interface import ChatRequest, Completer, Endpoint, Limits
from summarizer.engines.llm.client.negotiation import Negotiation
from summarizer.engines.llm.client.wire_schema import schema_of
from summarizer.errors import EndpointError, InvalidAnswerError, PromptTooLongError
from summarizer.testing import FakeEndpoint, Fault, ReceivedRequest, faults
from tests.engines.llm.client.asking import GOOD, LIMIT, QUESTION, REQUEST, Answer, ask, using


def takes_only(*modes: str) -> Callable[[ReceivedRequest], Fault | None]:
    """An endpoint that knows these modes and refuses all others."""
    return lambda it: None if it.mode in modes else faults.mode_refused(it.mode)


def modes_of(fake: FakeEndpoint) -> list[str]:
    return [exchange.request.mode for exchange in fake.history]


@pytest.mark.parametrize("taken", ["json_schema", "tools", "json", "text"])
def test_auto_finds_the_mode_an_endpoint_takes(taken: str) -> None:
    """Refused modes are left one by one until one is taken, each asked for once."""
    order = ["json_schema", "tools", "json", "text"]
    with FakeEndpoint(lambda _: GOOD, inject=takes_only(taken)) as fake:
        asked = ask(fake.base_url, mode="auto")
    assert asked.completion is not None
    assert modes_of(fake) == order[: order.index(taken) + 1]


def test_an_endpoint_that_takes_nothing_is_an_error() -> None:
    """When every mode is refused the run ends, after one call for each."""
    with FakeEndpoint(lambda _: GOOD, inject=lambda it: faults.mode_refused(it.mode)) as fake:
        asked = ask(fake.base_url, mode="auto")
        assert fake.calls == len(MODES)
    assert type(asked.error) is EndpointError


def test_a_given_mode_is_not_left() -> None:
    """A mode that the user has chosen is not exchanged for another."""
    with FakeEndpoint(lambda _: GOOD, inject=takes_only("json")) as fake:
        asked = ask(fake.base_url, mode="tools")
    assert type(asked.error) is EndpointError
    assert modes_of(fake) == ["tools"]
    assert "SUMMARIZE_MODE" in asked.error.hint


@pytest.mark.parametrize(
    "told",
    [
        "Invalid schema for response_format 'Answer': 'additionalProperties' is required",
        "unknown field strict",
    ],
)
def test_strict_is_dropped_before_the_mode_is(told: str) -> None:
    """An endpoint that refuses the strict schema is asked with a lax one first."""

    def inject(request: ReceivedRequest) -> Fault | None:
        form = request.body.get("response_format", {}).get("json_schema", {})
        return faults.error(400, told) if form.get("strict") else None

    with FakeEndpoint(lambda _: GOOD, inject=inject) as fake:
        assert ask(fake.base_url, mode="auto").completion is not None
        assert modes_of(fake) == ["json_schema", "json_schema"]


OTHER_LIMIT = (
    "Unsupported parameter: 'max_tokens' is not supported with this model."
    " Use 'max_completion_tokens' instead."
)
NO_TEMPERATURE = "Unsupported value: 'temperature' does not support 0.0 with this model."


@pytest.mark.parametrize("mode", ["auto", "tools"])
@pytest.mark.parametrize(
    ("parameter", "told"), [("max_tokens", OTHER_LIMIT), ("temperature", NO_TEMPERATURE)]
)
def test_a_refused_parameter_is_changed(mode: str, parameter: str, told: str) -> None:
    """Reasoning models that refuse max_tokens or a temperature are asked without it."""

    def inject(request: ReceivedRequest) -> Fault | None:
        return faults.error(400, told) if parameter in request.body else None

    with FakeEndpoint(lambda _: GOOD, inject=inject) as fake:
        assert ask(fake.base_url, mode=mode).completion is not None
        assert fake.calls == 2
        assert (fake.history[1].request.body.get("max_completion_tokens") == LIMIT) == (
            parameter == "max_tokens"
        )


@pytest.mark.parametrize(
    "told",
    [
        "max_tokens is too large: 360. This model supports at most 200 completion tokens.",
        "Range of max_tokens should be [1, 200]",
        "Invalid max_tokens value, the valid range of max_tokens is [1, 200]",
    ],
)
def test_a_limit_of_answers_is_learned_and_kept(told: str, tmp_path: Path) -> None:
    """What the service names is asked for at once, in the next run from the start."""

    def inject(request: ReceivedRequest) -> Fault | None:
        return faults.error(400, told) if request.body["max_tokens"] > 200 else None

    memory = tmp_path / "modes.tsv"
    with FakeEndpoint(lambda _: GOOD, inject=inject) as fake:
        for _ in range(3):
            assert ask(fake.base_url, mode="auto", memory=memory).completion is not None
        assert [past.request.body["max_tokens"] for past in fake.history] == [LIMIT] + [200] * 3


def test_a_context_is_learned_and_kept(tmp_path: Path) -> None:
    """A smaller answer is asked for where the prompt fits, and nothing is sent that cannot fit."""
    told = "This model's maximum context length is 400 tokens. However, you requested 500 tokens."

    def inject(request: ReceivedRequest) -> Fault | None:
        return faults.error(400, told) if request.body["max_tokens"] > 350 else None

    memory = tmp_path / "modes.tsv"
    with FakeEndpoint(lambda _: GOOD, inject=inject) as fake:
        for _ in range(2):
            assert ask(fake.base_url, mode="auto", memory=memory).completion is not None
        assert fake.calls == 3
        small = ask(fake.base_url, mode="auto", memory=memory, context=100)
        assert isinstance(small.error, PromptTooLongError)
        assert fake.calls == 3
    assert "context=400" in memory.read_text()


@pytest.mark.parametrize(
    "told", ["System role not supported", "roles must alternate user/assistant"]
)
def test_a_missing_system_role_is_done_without(told: str) -> None:
    """The rules stand at the head of the first message then."""

    def inject(request: ReceivedRequest) -> Fault | None:
        return faults.error(400, told) if request.messages[0].role == "system" else None

    with FakeEndpoint(lambda _: GOOD, inject=inject) as fake:
        assert ask(fake.base_url).completion is not None
        last = fake.history[-1].request.messages
    assert [message.role for message in last] == ["user"]
    assert last[0].content.startswith(QUESTION[0].content)


def test_bounds_that_are_refused_are_left_out() -> None:
    """A service that knows no maxLength gets the schema without it, in the same mode."""

    def inject(request: ReceivedRequest) -> Fault | None:
        held = "maxLength" in json.dumps(request.body)
        return faults.error(400, "Invalid schema: maxLength is not permitted") if held else None

    request = ChatRequest(
        QUESTION, Answer, schema={**schema_of(Answer), "maxLength": 9}, answer_tokens=100
    )

    async def work(completer: Completer) -> None:
        await completer.complete(request)

    with FakeEndpoint(lambda _: GOOD, inject=inject) as fake:
        using(fake.base_url, work)
        assert modes_of(fake) == ["json_schema"] * 2


def test_thoughts_are_given_room() -> None:
    """An answer that was cut while the model was thinking is asked for again with all the room."""
    thoughts = {
        "choices": [
            {
                "message": {"content": "", "reasoning_content": "我想…"},
                "finish_reason": "length",
            }
        ],
        "usage": {"completion_tokens_details": {"reasoning_tokens": 300}},
    }
    cut = Fault("thoughts", body=thoughts)
    with FakeEndpoint(lambda _: GOOD, inject=lambda it: cut if it.number == 1 else None) as fake:
        assert ask(fake.base_url, max_output=5000).completion is not None
        assert [past.request.body["max_tokens"] for past in fake.history] == [LIMIT, 5000]


@pytest.mark.parametrize("kind", ["device", "pipe"])
def test_a_memory_that_is_no_file_is_ignored(tmp_path: Path, kind: str) -> None:
    """Neither a device nor a pipe in place of the file keeps a run waiting."""
    file = Path("/dev/zero") if kind == "device" else tmp_path / "pipe"
    if kind == "pipe":
        os.mkfifo(file)
    endpoint = Endpoint("m", "http://x/v1", memory=file)
    assert recall(endpoint) is None
    remember(endpoint, Capabilities())
    assert file.exists() and not file.is_file()


def test_a_mode_that_is_ignored_is_left() -> None:
    """An endpoint that takes json_schema and answers prose is asked in the next mode."""
    with FakeEndpoint(
        lambda it: "好的，以下是概括。" if it.mode == "json_schema" else GOOD
    ) as fake:
        assert ask(fake.base_url, mode="auto").completion is not None
        assert modes_of(fake) == ["json_schema", "json_schema", "tools"]


def test_a_model_that_never_follows_ends_in_an_invalid_answer() -> None:
    """Prose in every mode ends, after two calls for each mode, as an invalid answer."""
    with FakeEndpoint(lambda _: "我不写 JSON。") as fake:
        asked = ask(fake.base_url, mode="auto")
        assert fake.calls == 2 * len(MODES)
    assert isinstance(asked.error, InvalidAnswerError)


def test_a_proved_mode_survives_a_bad_answer(tmp_path: Path) -> None:
    """Once a mode has worked, a single empty answer is an invalid answer and changes nothing."""
    empty = faults.empty()

    async def work(completer: Completer) -> None:
        await completer.complete(REQUEST)
        with pytest.raises(InvalidAnswerError):
            await completer.complete(REQUEST)
        await completer.complete(REQUEST)

    with FakeEndpoint(lambda _: GOOD, inject=lambda it: empty if it.number == 2 else None) as fake:
        using(fake.base_url, work, mode="auto", memory=tmp_path / "modes")
        assert modes_of(fake) == ["json_schema"] * 3


def test_what_was_found_is_remembered_privately(tmp_path: Path) -> None:
    """The next run begins with the mode that worked, from a private file without keys."""
    file = tmp_path / "cache" / "modes"
    with FakeEndpoint(lambda _: GOOD, inject=takes_only("json")) as fake:
        for _ in range(2):
            assert ask(fake.base_url, mode="auto", memory=file).completion is not None
        assert modes_of(fake) == ["json_schema", "tools", "json", "json"]
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert file.read_text() == f"{fake.base_url}\tsome-model\tjson\n"
    assert [path.name for path in file.parent.iterdir()] == ["modes"]


def test_a_remembered_mode_that_no_longer_works_is_left(tmp_path: Path) -> None:
    """A remembered mode is only where the search begins: earlier modes are tried again."""
    file = tmp_path / "modes"
    with FakeEndpoint(lambda _: GOOD, inject=takes_only("json_schema")) as fake:
        endpoint = Endpoint("some-model", fake.base_url, memory=file)
        remember(endpoint, Capabilities(mode="tools"))
        assert ask(fake.base_url, mode="auto", memory=file).completion is not None
        assert modes_of(fake) == ["tools", "json_schema"]
        assert recall(endpoint) == Capabilities()


def test_dialects_are_kept_apart_by_endpoint_and_model(tmp_path: Path) -> None:
    """Every pair of address and model has its own line, and secrets in an address are not kept."""
    file = tmp_path / "modes"
    here = Endpoint("a b\tc", "https://user:hidden@host/v1?key=hidden", memory=file)
    there = Endpoint("other", "https://host/v1/", memory=file)
    one = Capabilities("tools", strict=False, newer_limit=True, temperature=False)
    remember(here, one)
    remember(there, Capabilities("md_json"))
    remember(there, Capabilities("json"))
    assert (recall(here), recall(there)) == (one, Capabilities("json"))
    assert "hidden" not in file.read_text()


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"nonsense\n\t\t\n", b"x\ty\tno-such-mode"])
def test_a_damaged_memory_is_no_memory(tmp_path: Path, content: bytes) -> None:
    """Whatever is in the file, the search begins afresh."""
    file = tmp_path / "modes"
    file.write_bytes(content)
    assert recall(Endpoint("y", "http://x/v1", memory=file)) is None


@pytest.mark.parametrize(
    ("base_url", "start"),
    [
        ("https://api.deepseek.com/v1", Capabilities("json")),
        (None, Capabilities(newer_limit=True, bounds=False, own_schema=False)),
        (
            "https://name.openai.azure.com/openai/v1/",
            Capabilities(newer_limit=True, bounds=False, own_schema=False),
        ),
        ("http://localhost:11434/v1", Capabilities()),
    ],
)
def test_documented_hosts_begin_where_their_documentation_says(
    base_url: str | None, start: Capabilities
) -> None:
    """DeepSeek begins with json, OpenAI and Azure with max_completion_tokens."""
    assert Negotiation(Endpoint("some-model", base_url)).current == start


def test_calls_in_flight_change_the_mode_once() -> None:
    """Eight calls that are refused at the same time agree on the next mode."""

    async def work(completer: Completer) -> None:
        await asyncio.gather(*(completer.complete(REQUEST) for _ in range(8)))

    with FakeEndpoint(lambda _: GOOD, inject=takes_only("tools")) as fake:
        using(fake.base_url, work, mode="auto", limits=Limits(concurrency=8, timeout=20))
        assert set(modes_of(fake)) == {"json_schema", "tools"}
        assert modes_of(fake).count("tools") == 8
