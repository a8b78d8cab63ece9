"""Concurrency, pace, money, and the wait that an endpoint asks for."""

from __future__ import annotations

import asyncio
import email.utils
import time
from dataclasses import replace
from itertools import pairwise

import pytest

from summarizer.engines.llm.client import pricing
from summarizer.engines.llm.client.base_url import OPENAI, BaseUrl
from summarizer.engines.llm.client.budget import Budget
from summarizer.engines.llm.client.interface import (
    Completer,
    Limits,
    RetryPolicy,
    Secret,
    TokenUsage,
)
from summarizer.engines.llm.client.prompt_check import PromptCheck
from summarizer.engines.llm.client.rate_limit import Pace
from summarizer.engines.llm.client.service_message import scrub
from summarizer.engines.llm.client.waiting import retry_after
from summarizer.errors import BudgetError, TransientEndpointError, UsageError
from summarizer.testing import FakeEndpoint, Latency, ReceivedRequest, faults
from tests.engines.llm.client.asking import GOOD, REQUEST, ask, using


async def ask_many(completer: Completer, count: int) -> None:
    await asyncio.gather(*(completer.complete(REQUEST) for _ in range(count)))


def test_concurrency_is_kept() -> None:
    """Never more calls at once than allowed, and no fewer where there is work."""
    now, most = [0], [0]

    def answer(_: ReceivedRequest) -> dict[str, object]:
        now[0] += 1
        most[0] = max(most[0], now[0])
        time.sleep(0.05)
        now[0] -= 1
        return GOOD

    with FakeEndpoint(answer) as fake:
        limits = Limits(concurrency=3, timeout=20)
        using(fake.base_url, lambda completer: ask_many(completer, 9), limits=limits)
    assert most[0] == 3


@pytest.mark.parametrize(("amount", "step"), [(30, 1.0), (30, 7.0), (4, 1.0)])
def test_no_window_holds_more_than_its_pace(amount: int, step: float) -> None:
    """In any window of one period, no more than the amount is let through (and one request)."""
    period = 0.5

    async def run() -> list[float]:
        pace = Pace(amount, period=period)
        clock = asyncio.get_running_loop().time
        times = []
        for _ in range(int(amount * 2 / step)):
            await pace.acquire(step)
            times.append(clock())
        return times

    times = asyncio.run(run())
    for start in times:
        inside = sum(step for other in times if start <= other < start + period * 0.98)
        assert inside <= amount + step


def test_calls_are_spread_over_the_minute() -> None:
    """With 10 calls a minute no second call follows the first one at once."""

    async def work(completer: Completer) -> None:
        await ask_many(completer, 1)
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(ask_many(completer, 5), 0.5)

    with FakeEndpoint(lambda _: GOOD) as fake:
        using(fake.base_url, work, limits=Limits(concurrency=50, rpm=10, timeout=20))
        assert fake.calls == 1


def test_retry_after_is_honoured_by_all_callers() -> None:
    """When one call is told to wait, the calls beside it wait as well."""
    times: list[float] = []

    def answer(_: ReceivedRequest) -> dict[str, object]:
        times.append(time.monotonic())
        return GOOD

    wait = faults.rate_limited(0.4)
    with FakeEndpoint(answer, inject=lambda it: wait if it.number == 1 else None) as fake:
        started = time.monotonic()
        limits = Limits(concurrency=1, timeout=20)
        using(fake.base_url, lambda completer: ask_many(completer, 3), limits=limits)
    assert min(times) - started >= 0.4
    assert fake.calls == 4


def test_a_wait_beyond_the_policy_ends_at_once() -> None:
    """A Retry-After longer than the time allowed is not waited for."""
    with FakeEndpoint(lambda _: GOOD, inject=lambda _: faults.rate_limited(3600)) as fake:
        started = time.monotonic()
        asked = ask(fake.base_url)
    assert isinstance(asked.error, TransientEndpointError)
    assert time.monotonic() - started < 5
    assert fake.calls == 1


def test_nobody_waits_for_a_wait_beyond_the_policy() -> None:
    """What the first call was told holds for those behind it: none is sent, none waits."""
    with FakeEndpoint(lambda _: GOOD, inject=lambda _: faults.rate_limited(10.0**20)) as fake:
        started = time.monotonic()
        limits = Limits(concurrency=1, timeout=20)
        with pytest.raises(TransientEndpointError):
            using(fake.base_url, lambda completer: ask_many(completer, 3), limits=limits)
    assert time.monotonic() - started < 20
    assert fake.calls == 1


def test_waits_grow_with_jitter() -> None:
    """Without a Retry-After each wait lies in the upper half of a doubling interval."""
    times: list[float] = []

    def inject(_: ReceivedRequest) -> faults.Fault:
        times.append(time.monotonic())
        return faults.server_error()

    policy = RetryPolicy(attempts=4, total=10, first_wait=0.1, longest_wait=0.2)
    with FakeEndpoint(lambda _: GOOD, inject=inject) as fake:
        ask(fake.base_url, retry=policy)
    gaps = [later - earlier for earlier, later in pairwise(times)]
    for gap, longest in zip(gaps, (0.1, 0.2, 0.2), strict=True):
        assert longest / 2 <= gap < longest + 0.3


NOW = "Wed, 21 Oct 2015 07:28:00 GMT"


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({"retry-after": "7"}, 7.0),
        ({"retry-after": "1.5"}, 1.5),
        ({"retry-after-ms": "250", "retry-after": "1"}, 0.25),
        ({"retry-after": "Wed, 21 Oct 2015 07:28:30 GMT", "date": NOW}, 30.0),
        ({"retry-after": "Wed, 21 Oct 2015 07:27:00 GMT", "date": NOW}, 0.0),
        ({"retry-after": "-3"}, 0.0),
        ({"retry-after": "nan"}, None),
        ({"retry-after": "inf"}, None),
        ({"retry-after": "soon"}, None),
        ({}, None),
    ],
)
def test_retry_after_is_read_in_all_its_forms(
    headers: dict[str, str], seconds: float | None
) -> None:
    """Seconds, milliseconds and dates are read; what makes no sense is none."""
    assert retry_after(headers) == seconds


def test_a_date_without_the_server_s_clock_is_read_by_ours() -> None:
    """A Retry-After date alone counts from now."""
    later = email.utils.formatdate(time.time() + 60, usegmt=True)
    seconds = retry_after({"retry-after": later})
    assert seconds is not None
    assert 55 < seconds < 62


def test_the_cost_limit_stops_before_it_is_passed(monkeypatch: pytest.MonkeyPatch) -> None:
    """No call starts that would pass the limit, and the spent sum is in the counters."""
    monkeypatch.setattr(pricing, "cost", lambda *_, **__: 0.4)

    async def work(completer: Completer) -> float | None:
        await completer.complete(REQUEST)
        await completer.complete(REQUEST)
        with pytest.raises(BudgetError, match="cost limit of 1 USD"):
            await completer.complete(REQUEST)
        return completer.stats.cost

    with FakeEndpoint(lambda _: GOOD) as fake:
        assert using(fake.base_url, work, limits=Limits(max_cost=1.0)) == pytest.approx(0.8)
        assert fake.calls == 2


def test_an_endpoint_that_tells_no_usage_is_not_free(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where no tokens are reported, the cost limit counts what was sent and what came."""
    monkeypatch.setattr(pricing, "cost", lambda usage, **_: usage.prompt * 0.01 + usage.completion)

    async def work(completer: Completer) -> float | None:
        with pytest.raises(BudgetError):
            for _ in range(1000):
                await completer.complete(REQUEST)
        return completer.stats.cost

    with FakeEndpoint(lambda _: GOOD, tokens=lambda _: 0) as fake:
        cost = using(fake.base_url, work, limits=Limits(max_cost=1000.0))
    assert cost is not None
    assert 0 < cost <= 1000.0


def test_calls_in_flight_count_against_the_cost_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    """Eight calls at once do not slip through a limit that allows two."""
    monkeypatch.setattr(pricing, "cost", lambda *_, **__: 0.4)

    async def work(completer: Completer) -> int:
        calls = [completer.complete(REQUEST) for _ in range(8)]
        results = await asyncio.gather(*calls, return_exceptions=True)
        return sum(isinstance(result, BudgetError) for result in results)

    with FakeEndpoint(lambda _: GOOD, latency=Latency(0.2, 0)) as fake:
        assert using(fake.base_url, work, limits=Limits(max_cost=1.0)) == 6


def test_a_call_waits_for_the_calls_before_it_when_money_is_short(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Where long answers are feared but short ones come, all calls are made, one by one."""
    monkeypatch.setattr(pricing, "cost", lambda usage, **_: usage.completion * 0.001)

    async def work(completer: Completer) -> None:
        calls = [completer.complete(replace(REQUEST, answer_tokens=400)) for _ in range(4)]
        await asyncio.gather(*calls)

    with FakeEndpoint(lambda _: GOOD, latency=Latency(0.05, 0)) as fake:
        using(fake.base_url, work, limits=Limits(max_cost=1.0))
        assert fake.calls == 4


def test_an_unknown_price_cannot_keep_a_cost_limit() -> None:
    """With --max-cost and no known price nothing is sent, and one line says why."""
    with FakeEndpoint(lambda _: GOOD) as fake:
        asked = ask(fake.base_url, limits=Limits(max_cost=1.0))
        assert fake.calls == 0
    assert isinstance(asked.error, UsageError)
    assert "--max-cost" in str(asked.error)


def test_an_unknown_price_is_no_price() -> None:
    """Without a known price the cost is None, not zero."""
    with FakeEndpoint(lambda _: GOOD) as fake:
        assert ask(fake.base_url).stats.cost is None


def test_known_prices_come_from_the_library() -> None:
    """A model of a known provider has a price, and cached tokens cost less."""
    pytest.importorskip("genai_prices")
    openai = {"model": "gpt-4o-mini", "base_url": OPENAI}
    fresh = pricing.cost(TokenUsage(10_000, 0, 1000), **openai)
    cached = pricing.cost(TokenUsage(10_000, 8000, 1000), **openai)
    assert fresh is not None
    assert cached is not None
    assert 0 < cached < fresh
    assert pricing.cost(TokenUsage(1), model="gpt-4o-mini", base_url="http://127.0.0.1/v1") is None


def test_the_expected_answer_is_the_mean_of_the_answers() -> None:
    """Before any answer the limit of the answer is expected, afterwards the mean."""
    budget = Budget(None, lambda _: None)
    assert budget.expected_answer(500) == 500
    budget.add(TokenUsage(10, 0, 100))
    budget.add(TokenUsage(10, 0, 300))
    assert budget.expected_answer(500) == 200


@pytest.mark.parametrize(
    ("estimated", "reported", "cut"),
    [
        (8000, 2048, True),
        (8000, 4096, True),
        (4300, 4090, True),
        (5000, 4090, True),
        (4300, 4300, False),
        (5000, 4600, False),
        (8000, 7000, False),
        (8000, 0, False),
        (90, 20, False),
    ],
)
def test_a_cut_prompt_is_noticed(estimated: int, reported: int, cut: bool) -> None:
    """Less than half of the estimate means a cut, and so does less than it at the edge of a context;
    short prompts and silence mean nothing."""
    assert PromptCheck().was_cut(estimated, reported) is cut


def test_a_cut_prompt_is_noticed_beside_the_others() -> None:
    """An endpoint that has counted short prompts in full counts long ones so too."""
    check = PromptCheck()
    assert not check.was_cut(300, 330)
    assert not check.was_cut(2000, 2150)
    assert check.was_cut(5000, 3700)


def test_a_cut_prompt_is_warned_of_once(caplog: pytest.LogCaptureFixture) -> None:
    """The warning is logged once, and every such answer is counted."""

    async def work(completer: Completer) -> int:
        await ask_many(completer, 3)
        return completer.stats.cut_prompts

    with FakeEndpoint(lambda _: GOOD, tokens=lambda _: 100) as fake:
        assert using(fake.base_url, work, estimate=lambda _: 4000) == 3
    assert caplog.text.count("OLLAMA_CONTEXT_LENGTH") == 1


@pytest.mark.parametrize(
    ("base_url", "url", "query"),
    [
        (None, "https://api.openai.com/v1", {}),
        ("http://localhost:11434/v1/", "http://localhost:11434/v1", {}),
        ("https://host/v1/chat/completions", "https://host/v1", {}),
        (
            "https://n.openai.azure.com/openai/deployments/d?api-version=2024-10-21",
            "https://n.openai.azure.com/openai/deployments/d",
            {"api-version": "2024-10-21"},
        ),
    ],
)
def test_base_urls_are_taken_as_people_paste_them(
    base_url: str | None, url: str, query: dict[str, str]
) -> None:
    """Trailing slashes, a pasted path of the call and a query do no harm."""
    assert (BaseUrl(base_url).called, BaseUrl(base_url).query) == (url, query)


def test_azure_gets_its_header_and_its_query(monkeypatch: pytest.MonkeyPatch) -> None:
    """For Azure's hosts the key travels as `api-key` only, and the query with every call."""
    monkeypatch.setattr("summarizer.engines.llm.client.connection._AZURE", ("127.0.0.1",))
    with FakeEndpoint(lambda _: GOOD) as fake:
        base_url = fake.base_url.replace("/v1", "/openai/deployments/d") + "?api-version=2024-10-21"
        assert ask(base_url, key="azure-key").completion is not None
        request = fake.history[0].request
    assert request.headers["api-key"] == "azure-key"
    assert "authorization" not in request.headers
    assert request.path == "/openai/deployments/d/chat/completions?api-version=2024-10-21"


@pytest.mark.parametrize(
    "text", ["Incorrect key sk-abc123def", "Bearer eyJhbGciOi", "0123456789abcdef0123456789abcdef"]
)
def test_keys_are_scrubbed(text: str) -> None:
    """What looks like a key is starred out, and so is the key in use."""
    assert not any(part in scrub(text, Secret()) for part in ("abc123", "eyJ", "abcdef"))
    assert scrub("the key hunter2 is wrong", Secret("hunter2")) == "the key *** is wrong"
