"""Every fault ends in the one error that says what to do, after a bounded number of calls."""

from __future__ import annotations

import asyncio
import base64
import gzip
import json
import socket

import httpx2
import openai
import pytest

from summarizer.engines.llm.client.error_mapping import (
    UnreachableError,
    UnsupportedError,
    Wire,
    of_exception,
    of_status,
)
from summarizer.engines.llm.client.interface import (
    Completer,
    Endpoint,
    Limits,
    Secret,
)
from summarizer.engines.llm.client.opening import open_completer
from summarizer.errors import (
    EndpointError,
    InvalidAnswerError,
    RefusedError,
    TransientEndpointError,
    TruncatedError,
)
from summarizer.testing import FakeEndpoint, Fault, faults
from tests.engines.llm.client.asking import GOOD, KEY, QUICK, REQUEST, ask, using

AT_ONCE = 1
ALL_TRIES = QUICK.attempts
FEW_TRIES = QUICK.connect_attempts
LONG = "This model's maximum context length is 4096 tokens, with tools; you sent 5000."

CASES: list[tuple[Fault, type[Exception], int]] = [
    (faults.rate_limited(), TransientEndpointError, ALL_TRIES),
    (faults.rate_limited(0), TransientEndpointError, ALL_TRIES),
    (faults.server_error(500), TransientEndpointError, ALL_TRIES),
    (faults.server_error(502), TransientEndpointError, ALL_TRIES),
    (faults.server_error(503), TransientEndpointError, ALL_TRIES),
    (faults.server_error(529), TransientEndpointError, ALL_TRIES),
    (faults.reset(), TransientEndpointError, ALL_TRIES),
    (faults.html_page(502), TransientEndpointError, ALL_TRIES),
    (faults.html_page(200), EndpointError, FEW_TRIES),
    (Fault("broken JSON", body='{"choices": ['), EndpointError, FEW_TRIES),
    (Fault("no choices", body='{"choices": []}'), EndpointError, FEW_TRIES),
    (Fault("error in a 200", body={"error": {"code": 429}}), TransientEndpointError, ALL_TRIES),
    (faults.truncated_json(), InvalidAnswerError, AT_ONCE),
    (faults.length(), TruncatedError, AT_ONCE),
    (faults.error(400, LONG, code="context_length_exceeded"), TruncatedError, AT_ONCE),
    (faults.refusal(), RefusedError, AT_ONCE),
    (faults.filtered(), RefusedError, AT_ONCE),
    (faults.content_filter(), RefusedError, AT_ONCE),
    (faults.content_exists_risk(), RefusedError, AT_ONCE),
    (faults.error(400, "x", code="data_inspection_failed"), RefusedError, AT_ONCE),
    (faults.error(400, "系统检测到输入或生成内容可能包含不安全或敏感内容"), RefusedError, AT_ONCE),
    (faults.unknown_model(), EndpointError, AT_ONCE),
    (faults.error(404, "model 'tools' not found, try pulling it first"), EndpointError, AT_ONCE),
    (faults.bad_key(), EndpointError, AT_ONCE),
    (faults.error(403, "Forbidden"), EndpointError, AT_ONCE),
    (faults.error(402, "Insufficient Balance"), EndpointError, AT_ONCE),
    (faults.error(429, "x", code="insufficient_quota"), EndpointError, AT_ONCE),
    (faults.error(400, "messages: wrong role"), EndpointError, AT_ONCE),
    (faults.mode_refused(), EndpointError, AT_ONCE),
]


@pytest.mark.parametrize(
    ("fault", "expected", "calls"), CASES, ids=lambda it: getattr(it, "name", "")
)
def test_a_lasting_fault_ends_in_its_error(
    fault: Fault, expected: type[Exception], calls: int
) -> None:
    """A fault that lasts is told as its own error, after the calls it deserves and no more."""
    with FakeEndpoint(lambda _: GOOD, inject=lambda _: fault) as fake:
        asked = ask(fake.base_url)
    assert type(asked.error) in (expected, *expected.__subclasses__())
    assert fake.calls == asked.stats.calls == calls
    assert asked.stats.retries == calls - 1
    assert asked.stats.in_flight == 0


PASSING = [case[0] for case in CASES if case[2] > AT_ONCE]


@pytest.mark.parametrize("fault", PASSING, ids=lambda fault: fault.name)
def test_a_passing_fault_is_survived(fault: Fault) -> None:
    """A fault that passes costs one more call, and no layer multiplies it."""
    with FakeEndpoint(lambda _: GOOD, inject=lambda it: fault if it.number == 1 else None) as fake:
        asked = ask(fake.base_url)
    assert asked.completion is not None
    assert fake.calls == asked.stats.calls == 2
    assert asked.stats.retries == 1


def test_a_hung_call_is_bounded() -> None:
    """A call that hangs is given up after its timeout and tried again within the bounds."""
    limits = Limits(timeout=0.15)
    with FakeEndpoint(lambda _: GOOD, inject=lambda _: faults.hang()) as fake:
        asked = ask(fake.base_url, limits=limits)
    assert isinstance(asked.error, TransientEndpointError)
    assert fake.calls == QUICK.timeouts


def test_an_endpoint_that_only_hangs_is_soon_given_up() -> None:
    """Once all tries of a call have timed out and nothing was ever answered, nobody tries more."""

    async def work(completer: Completer) -> list[int]:
        calls = []
        for _ in range(3):
            with pytest.raises(TransientEndpointError):
                await completer.complete(REQUEST)
            calls.append(completer.stats.calls)
        return calls

    with FakeEndpoint(lambda _: GOOD, inject=lambda _: faults.hang()) as fake:
        calls = using(fake.base_url, work, limits=Limits(timeout=0.1))
    assert calls == [QUICK.timeouts] * 3


def test_a_password_in_the_address_is_not_told() -> None:
    """What stands before the host is in no message."""
    with FakeEndpoint(lambda _: GOOD, inject=lambda _: faults.bad_key()) as fake:
        asked = ask(fake.base_url.replace("http://", "http://somebody:hunter2@"))
    assert "127.0.0.1" in str(asked.error)
    assert "hunter2" not in str(asked.error)
    assert "somebody" not in str(asked.error)


def test_a_hang_that_passes_is_survived() -> None:
    """After one hung call the next one brings the answer."""
    hang = faults.hang()
    with FakeEndpoint(lambda _: GOOD, inject=lambda it: hang if it.number == 1 else None) as fake:
        asked = ask(fake.base_url, limits=Limits(timeout=0.5))
    assert asked.completion is not None
    assert fake.calls == 2


def test_an_endpoint_that_goes_away_is_waited_for() -> None:
    """One that has answered before gets all tries, and is an error after them."""
    fake = FakeEndpoint(lambda _: GOOD)

    async def work(completer: Completer) -> int:
        await completer.complete(REQUEST)
        await completer.aclose()
        fake.__exit__(None)
        with pytest.raises(EndpointError, match="cannot be reached"):
            await completer.complete(REQUEST)
        return completer.stats.calls

    fake.__enter__()
    assert using(fake.base_url, work) == 1 + ALL_TRIES


def test_an_unreachable_endpoint_is_an_error_after_few_tries() -> None:
    """Nobody at the address: an EndpointError after `connect_attempts` tries."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{free.getsockname()[1]}/v1"
    asked = ask(address)
    assert type(asked.error) is EndpointError
    assert "cannot be reached" in str(asked.error)
    assert asked.stats.calls == FEW_TRIES


@pytest.mark.parametrize(
    "address", ["http://127.0.0.1:1:2/v1", "ftp://127.0.0.1/v1", "http://[::1/v1", "localhost"]
)
def test_an_unusable_address_is_an_error(address: str) -> None:
    """An address that is none is said to be so before anything is imported or sent."""
    with pytest.raises(EndpointError, match="no usable address"):
        open_completer(Endpoint("some-model", address))


@pytest.mark.parametrize("key", ["密钥", "sk-a\nb"])
def test_an_impossible_key_is_refused_before_any_call(key: str) -> None:
    """A key that cannot stand in a header is named as the cause, without being shown."""
    with FakeEndpoint(lambda _: GOOD) as fake:
        asked = ask(fake.base_url, key=key)
    assert type(asked.error) is EndpointError
    assert key not in str(asked.error)
    assert fake.calls == 0


def test_no_key_is_needed_for_a_local_server() -> None:
    """Without a key the call is made all the same."""
    with FakeEndpoint(lambda _: GOOD) as fake:
        assert ask(fake.base_url, key=None).completion is not None


def test_an_invalid_answer_carries_what_a_second_question_needs() -> None:
    """The error has the answer as it came and one line a problem, and shows neither."""
    bad = {"items": [{"id": "u1", "kind": "机密", "labels": []}], "note": None}
    with FakeEndpoint(lambda _: bad) as fake:
        error = ask(fake.base_url).error
    assert isinstance(error, InvalidAnswerError)
    assert "机密" in error.raw
    assert [line.split(":")[0] for line in error.problems] == ["items.0.kind"]
    assert not any("机密" in text for text in (*error.problems, str(error)))
    assert fake.calls == 1


WIRE = Wire("some-model", "host", Secret(KEY))
TOLD: list[tuple[int, str, type[Exception]]] = [
    (400, "Input data may contain inappropriate content.", RefusedError),
    (400, "The request was rejected because it was considered high risk", RefusedError),
    (400, "Invalid request: Your request exceeded model token limit: 8192", TruncatedError),
    (400, "Range of input length should be [1, 30720]", TruncatedError),
    (400, "Prompt 超长", TruncatedError),
    (413, "", TruncatedError),
    (404, "The model `gpt-4.1` does not exist, nor its tools", EndpointError),
    (400, "Model not exist.", EndpointError),
    (404, "No endpoints found that support tool use", UnsupportedError),
    (400, "'response_format' of type 'json_schema' is not supported", UnsupportedError),
    (400, "deepseek-reasoner does not support this tool_choice", UnsupportedError),
    (422, "response_format: extra fields not permitted", UnsupportedError),
    (500, "failed to parse grammar", UnsupportedError),
    (500, "the model runner has stopped", TransientEndpointError),
    (408, "", TransientEndpointError),
    (529, "overloaded", TransientEndpointError),
]


@pytest.mark.parametrize(("status", "told", "expected"), TOLD)
def test_providers_are_understood(status: int, told: str, expected: type[Exception]) -> None:
    """The wordings of real services are sorted by what has to be done."""
    found = type(of_status(status, {"error": {"message": told}}, {}, WIRE))
    assert found is expected or (expected is TruncatedError and issubclass(found, expected))


@pytest.mark.parametrize(
    "body", [None, [], 7, "text", {"error": None}, {"error": [1]}, {"code": 3}]
)
def test_error_bodies_of_any_shape_are_read(body: object) -> None:
    """Whatever a server sends as the body of an error, an error of ours comes of it."""
    assert isinstance(of_status(400, body, {}, WIRE), EndpointError)


def test_a_connection_that_is_not_taken_is_unreachable() -> None:
    """A host that swallows packets is as unreachable as one that refuses them."""
    request = httpx2.Request("POST", "http://host/v1")
    error = openai.APITimeoutError(request)
    error.__cause__ = httpx2.ConnectTimeout("")
    assert isinstance(of_exception(error, WIRE), UnreachableError)


def test_each_call_is_one_line_of_the_log(caplog: pytest.LogCaptureFixture) -> None:
    """Failed and answered calls are told in one line each, with tokens, time and outcome."""
    caplog.set_level("INFO", "summarizer.llm")
    fault = faults.server_error()
    with FakeEndpoint(lambda _: GOOD, inject=lambda it: fault if it.number == 1 else None) as fake:
        ask(fake.base_url)
    lines = [record.getMessage() for record in caplog.records if record.name == "summarizer.llm"]
    calls = [line for line in lines if line.startswith("some-model")]
    assert len(calls) == fake.calls == 2
    assert "HTTP 500" in calls[0]
    assert calls[1].endswith("stop")


SECRETS = [
    faults.bad_key(),
    faults.error(400, f"Bad request with key {KEY} and Bearer abcdef.ghi"),
    faults.error(400, "Bad request: § 单元 u1 新增床位{{7*7}}张，{% raw %}增长23.63%。"),
    faults.html_page(502),
    faults.truncated_json(),
]


@pytest.mark.parametrize("fault", SECRETS, ids=lambda fault: fault.name)
def test_errors_show_no_key_and_no_text(
    fault: Fault, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    """No key, request or answer is in an error, in what hangs on it, in the log or on stderr."""
    caplog.set_level("INFO")
    with FakeEndpoint(lambda _: GOOD, inject=lambda _: fault) as fake:
        error = ask(fake.base_url).error
    assert error is not None
    told = [str(error), error.hint, str(error.__cause__), str(error.__context__), caplog.text]
    told += capfd.readouterr()
    for text in told:
        assert not any(secret in text for secret in (KEY, "sk-abcd", "abcdef.ghi"))
        assert not any(secret in text for secret in ("23.63", "床位", "DOCTYPE"))


def test_a_page_in_place_of_an_answer_is_only_passing_at_a_proved_address() -> None:
    """Once an address has answered, a web page in between does not end the run."""
    page = faults.html_page(200)
    with FakeEndpoint(lambda _: GOOD, inject=lambda it: page if it.number > 1 else None) as fake:

        async def work(completer: Completer) -> Exception | None:
            await completer.complete(REQUEST)
            try:
                await completer.complete(REQUEST)
            except TransientEndpointError as error:
                return error
            return None

        assert isinstance(using(fake.base_url, work), TransientEndpointError)


SAID: list[tuple[int, object, type[Exception], str]] = [
    (
        403,
        {"error": {"message": "用户额度已用尽", "code": "insufficient_user_quota"}},
        EndpointError,
        "额度已用尽",
    ),
    (503, {"error": {"message": "分组 default 下模型 m 无可用渠道"}}, EndpointError, "无可用渠道"),
    (
        500,
        {"error": "model requires more system memory (5.6 GiB) than is available (3.2 GiB)"},
        EndpointError,
        "requires more system memory",
    ),
    (
        400,
        [{"error": {"code": 400, "message": "API key not valid.", "status": "INVALID_ARGUMENT"}}],
        EndpointError,
        "API key not valid",
    ),
    (200, {"error": {"code": "429", "message": "slow down"}}, TransientEndpointError, "slow down"),
    (
        200,
        {"error": {"code": "insufficient_quota", "message": "no money"}},
        EndpointError,
        "no money",
    ),
    (200, {"code": 401, "msg": "无效的令牌"}, EndpointError, "无效的令牌"),
    (
        200,
        {"base_resp": {"status_code": 1008, "status_msg": "insufficient balance"}},
        EndpointError,
        "insufficient balance",
    ),
    (200, {"promptFeedback": {"blockReason": "PROHIBITED_CONTENT"}}, RefusedError, "declined"),
]


@pytest.mark.parametrize(("status", "body", "expected", "words"), SAID)
def test_services_are_told_by_their_own_words(
    status: int, body: object, expected: type[Exception], words: str
) -> None:
    """Each ends in the error that says what to do, with the service's own sentence."""
    fault = Fault("said", status=status, body=json.dumps(body))
    with FakeEndpoint(lambda _: GOOD, inject=lambda _: fault) as fake:
        error = ask(fake.base_url).error
    assert type(error) in (expected, *expected.__subclasses__())
    assert words in str(error)


def test_a_blocked_answer_is_a_refusal() -> None:
    """Gemini blocks an answer by its finish reason, with no message at all."""
    body = {"choices": [{"message": None, "finish_reason": "content_filter: PROHIBITED_CONTENT"}]}
    with FakeEndpoint(lambda _: GOOD, inject=lambda _: Fault("blocked", body=body)) as fake:
        assert isinstance(ask(fake.base_url).error, RefusedError)


def test_messages_of_services_reach_a_terminal_without_harm() -> None:
    """No controls, no marks of direction, no links, no key in any spelling; one line."""
    encoded = base64.b64encode(KEY.encode()).decode()
    told = f"\x1b[31mred\u202eabc\r\nsee https://evil.example/?k={KEY} {KEY.upper()} {encoded}"
    with FakeEndpoint(lambda _: GOOD, inject=lambda _: faults.error(400, told)) as fake:
        line = str(ask(fake.base_url).error)
    assert line.isprintable()
    assert not any(part in line for part in ("evil", KEY, KEY.upper(), encoded.rstrip("=")))


@pytest.mark.parametrize("status", [301, 307, 308])
def test_redirects_are_not_followed(status: int) -> None:
    """Neither key nor text goes anywhere else; one line says what to do."""
    with FakeEndpoint(lambda _: GOOD) as other:
        moved = Fault("moved", status=status, headers={"Location": other.base_url}, body="{}")
        with FakeEndpoint(lambda _: GOOD, inject=lambda _: moved) as fake:
            asked = ask(fake.base_url)
        assert other.calls == 0
    assert type(asked.error) is EndpointError
    assert "--base-url" in asked.error.hint


BOMB = gzip.compress(b" " * 100_000_000)


@pytest.mark.parametrize(
    ("headers", "body"),
    [
        ({"Content-Encoding": "gzip"}, BOMB.decode("latin-1")),
        ({}, " " * 9_000_000),
        ({"Content-Encoding": "br"}, "x"),
        ({"Content-Encoding": "gzip"}, "no gzip at all"),
        ({}, '{"choices": "\xff\xfe'),
        ({"X-Endless": "x" * 2_000_000}, "{}"),
    ],
)
def test_a_reply_that_is_none_costs_one_retry(headers: dict[str, str], body: str) -> None:
    """Endless, packed by the gigabyte, behind endless headers, or not UTF-8: the next try brings the answer."""
    bad = Fault("bad", headers=headers, body=body.encode("latin-1"))
    with FakeEndpoint(lambda _: GOOD, inject=lambda it: bad if it.number == 1 else None) as fake:
        asked = ask(fake.base_url)
        assert asked.completion is not None
        assert fake.calls == 2


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("ALL_PROXY", "socks5://127.0.0.1:1"),
        ("HTTPS_PROXY", "socks://127.0.0.1:1"),
        ("SSL_CERT_FILE", "/no/such/file.pem"),
    ],
)
def test_what_the_environment_breaks_is_named(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    """A proxy that cannot be used and a missing file of certificates are one line, by name."""
    for other in ("ALL_PROXY", "all_proxy", "HTTPS_PROXY", "https_proxy", "SSL_CERT_FILE"):
        monkeypatch.delenv(other, raising=False)
    monkeypatch.setenv(name, value)
    with FakeEndpoint(lambda _: GOOD) as fake:
        error = ask(fake.base_url.replace("http:", "https:")).error
        assert fake.calls == 0
    assert type(error) is EndpointError
    assert name in str(error)


def test_an_endpoint_that_fails_every_call_is_given_up() -> None:
    """However many calls are waiting, it costs the tries of one; the service's words are told."""

    async def work(completer: Completer) -> list[str]:
        async def one() -> str:
            with pytest.raises(TransientEndpointError) as caught:
                await completer.complete(REQUEST)
            return str(caught.value)

        return await asyncio.gather(*(one() for _ in range(40)))

    fault = faults.error(500, "the disk is on fire")
    with FakeEndpoint(lambda _: GOOD, inject=lambda _: fault) as fake:
        told = using(fake.base_url, work, limits=Limits(concurrency=8, timeout=20))
        assert fake.calls == ALL_TRIES
    assert all("the disk is on fire" in line for line in told)


def test_an_outage_in_between_is_waited_out() -> None:
    """After a failure one call at a time asks, and the first answer lets all pass again."""

    async def work(completer: Completer) -> int:
        await completer.complete(REQUEST)
        await asyncio.gather(*(completer.complete(REQUEST) for _ in range(20)))
        return completer.stats.calls

    fault = faults.server_error()
    down = range(2, 8)
    with FakeEndpoint(
        lambda _: GOOD, inject=lambda it: fault if it.number in down else None
    ) as fake:
        assert using(fake.base_url, work, limits=Limits(concurrency=4, timeout=20)) == 27
