"""How hard an endpoint is used: calls at once, calls and tokens a minute, and pauses."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from aiolimiter import AsyncLimiter

from summarizer.engines.llm.client.interface import Limits

_BURST = 0.1
"""The share of a minute's amount that may pass at once."""


class Pace:
    """At most `amount` units in any `period` seconds: a burst of a tenth, the rest spread out."""

    def __init__(self, amount: int, *, period: float = 60.0) -> None:
        self._burst = max(1.0, amount * _BURST)
        # A leaky bucket lets its burst pass on top of what it leaks; both together make `amount`.
        steady = max(amount - self._burst, 1.0)
        self._limiter = AsyncLimiter(self._burst, self._burst * period / steady)
        self._turn = asyncio.Lock()

    async def acquire(self, amount: float = 1.0) -> None:
        """Wait until `amount` units may be used; amounts above the burst are taken in parts."""
        async with self._turn:  # in order, so that a large request is not overtaken for ever
            while amount > 0:
                part = min(amount, self._burst)
                await self._limiter.acquire(part)
                amount -= part


class RateLimiter:
    """Lets calls pass: `limits.concurrency` at once, within the paces, and not during a pause."""

    def __init__(self, limits: Limits) -> None:
        self._slots = asyncio.Semaphore(max(1, limits.concurrency))
        self._calls = Pace(limits.rpm) if limits.rpm else None
        self._tokens = Pace(limits.tpm) if limits.tpm else None
        self._not_before = 0.0

    @asynccontextmanager
    async def slot(self) -> AsyncIterator[None]:
        """One of the places for calls at once; kept over the retries of a call."""
        async with self._slots:
            yield

    async def passage(self, tokens: int) -> float:
        """Wait for the paces and for a pause to end; returns the seconds waited."""
        clock = asyncio.get_running_loop().time
        start = clock()
        if self._calls:
            await self._calls.acquire()
        if self._tokens:
            await self._tokens.acquire(max(1, tokens))
        while (left := self._not_before - clock()) > 0:
            await asyncio.sleep(left)
        return clock() - start

    def pause(self, seconds: float) -> None:
        """Let nobody pass for so long: the endpoint has told one caller to wait, and means all."""
        until = asyncio.get_running_loop().time() + seconds
        self._not_before = max(self._not_before, until)
