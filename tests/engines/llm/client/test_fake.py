"""The fake endpoint itself, which other people's tests rely on."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from summarizer.testing import FakeEndpoint, Fault, Latency, ReceivedRequest, faults
from summarizer.testing.endpoint import count_tokens
from tests.engines.llm.client.asking import GOOD, ask


def test_history_and_counts_tell_what_happened() -> None:
    """Every request is in the history, counted by its body, answered ones apart."""
    fault = faults.server_error()
    with FakeEndpoint(lambda _: GOOD, inject=lambda it: fault if it.tries == 1 else None) as fake:
        ask(fake.base_url)
    assert [exchange.outcome for exchange in fake.history] == ["500", "answer"]
    assert list(fake.counts.values()) == [2]
    assert list(fake.answered.values()) == [1]
    assert [exchange.request.tries for exchange in fake.history] == [1, 2]


def test_latency_follows_the_answer() -> None:
    """An answer takes its first delay and a delay for each token."""
    with FakeEndpoint(lambda _: "x" * 400, latency=Latency(0.1, 0.002)) as fake:
        started = time.monotonic()
        ask(fake.base_url)
    assert 0.3 <= time.monotonic() - started < 5


def test_an_error_in_a_function_is_not_lost() -> None:
    """What an answer function raises is raised where the context ends."""

    def answer(_: ReceivedRequest) -> str:
        raise LookupError("my mistake")

    with pytest.raises(LookupError, match="my mistake"), FakeEndpoint(answer) as fake:
        ask(fake.base_url)


def test_a_mixture_is_even_and_the_same_again() -> None:
    """A mixture fails its share, uses all its faults, and depends on the seed only."""
    choices = [faults.server_error(), faults.reset(), faults.empty()]

    def draws(seed: int) -> list[str | None]:
        inject = faults.mixture(0.3, seed, choices)
        requests = [ReceivedRequest({}, {}, "", f"{n}", n, 1) for n in range(2000)]
        with ThreadPoolExecutor() as pool:
            found: list[Fault | None] = list(pool.map(inject, requests))
        return [fault.name if fault else None for fault in found]

    first = draws(1)
    assert first == draws(1) != draws(2)
    assert 0.25 < 1 - first.count(None) / len(first) < 0.35
    assert {name for name in first if name} == {fault.name for fault in choices}


def test_tokens_are_counted_by_width() -> None:
    """A token for every wide character and every four narrow ones."""
    assert count_tokens("增长abcde") == 4
    assert count_tokens("") == 0
