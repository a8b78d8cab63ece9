"""A slow server is given time in proportion to what it must write, and told about."""

from __future__ import annotations

import asyncio

import pytest

from summarizer.engines.llm.client.interface import Completer, Limits
from summarizer.engines.llm.client.patience import Patience
from summarizer.testing import FakeEndpoint, Latency
from tests.engines.llm.client.asking import GOOD, REQUEST, using


def test_a_server_of_two_tokens_a_second_may_finish() -> None:
    """After its first short answer a long one has twice the time that it takes at that pace."""
    patience = Patience(120.0)
    assert patience.limit(100) == 120.0
    patience.note(seconds=40.0, tokens=80)
    assert patience.slow
    assert patience.limit(600) == 600.0
    patience.in_flight = 3
    assert patience.limit(600) == 1800.0, "three answers are written one after the other"


@pytest.mark.parametrize(("seconds", "tokens"), [(2.0, 80), (16.0, 80), (60.0, 5)])
def test_others_keep_to_the_timeout(seconds: float, tokens: int) -> None:
    """A server that writes as fast as the timeout is meant for, or has hardly written."""
    patience = Patience(120.0)
    patience.note(seconds, tokens)
    assert not patience.slow
    assert patience.limit(600) == 120.0
    assert patience.limit(1200) == 240.0


def test_a_trickle_is_no_pace() -> None:
    """Nobody waits for hours because one answer took that long."""
    patience = Patience(120.0)
    patience.note(seconds=50_000.0, tokens=40)
    assert patience.limit(600) == 1200.0


def test_a_slow_server_is_told_about_once(caplog: pytest.LogCaptureFixture) -> None:
    """The second call has more to write than the timeout allows, and ends all the same."""
    with FakeEndpoint(lambda _: GOOD, latency=Latency(0.5, 0.0), tokens=lambda _: 50) as fake:

        async def twice(completer: Completer) -> None:
            await completer.complete(REQUEST)
            fake.latency = Latency(1.2, 0.0)
            await asyncio.gather(*(completer.complete(REQUEST) for _ in range(2)))

        using(fake.base_url, twice, limits=Limits(timeout=1.0))
    told = [record.message for record in caplog.records if record.levelname == "WARNING"]
    assert len(told) == 1
    assert "time in proportion" in told[0]
