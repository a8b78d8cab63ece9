"""Noticing an endpoint that fails every call, before it has been asked a hundred times."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from summarizer import patterns as re
from summarizer.engines.llm.client.error_mapping import (
    NotAnApiError,
    RateLimitedError,
    TimedOutError,
    UnreachableError,
)
from summarizer.engines.llm.client.interface import RetryPolicy
from summarizer.errors import TransientEndpointError

_NUMBERS = re.compile(r"\d+")
RATE_LIMITED = 4.0
"""Waits after a 429 are so much longer that they reach across the minute in which limits are
counted."""


@dataclass(slots=True)
class Circuit:
    """Lets calls pass while the endpoint answers; after a failure only one at a time, with growing
    waits between, until one is answered; and none any more after as many failures on end as a
    single call may have tries.

    So an endpoint that fails every call costs what is in flight and the tries of one call, however
    many are waiting. Failures at the same time are one. Those told in different words are counted
    together up to twice as many. `open` is true where the endpoint is known to answer, so that the
    first calls need not wait for one of them.
    """

    policy: RetryPolicy
    open: bool
    stopped: TransientEndpointError | None = None
    heard: bool = False
    _rounds: int = 0
    _alike: int = 0
    _last: str = ""
    _not_before: float = 0.0
    _turn: asyncio.Lock = field(default_factory=asyncio.Lock)

    @asynccontextmanager
    async def passage(self) -> AsyncIterator[int]:
        """Wait for the turn of one try; gives the number to tell with its failure. Raises the last
        error once the endpoint is given up."""
        self._check()
        if self.open and not self._rounds:
            yield self._rounds
            return
        async with self._turn:
            self._check()
            if not self.open or self._rounds:
                while (left := self._not_before - self._now()) > 0:
                    await asyncio.sleep(left)
                yield self._rounds
                return
        yield self._rounds

    def answered(self) -> None:
        """Note that the endpoint has answered, whatever the answer was worth."""
        self.open = self.heard = True
        self._rounds = self._alike = 0

    def failed(self, error: TransientEndpointError, number: int) -> None:
        """Note a failure of the transport, of the try with this number."""
        if number != self._rounds:  # it began before a failure that was counted
            return
        told = f"{type(error).__name__} {_NUMBERS.sub('', str(error))}"
        self._rounds += 1
        self._alike = self._alike + 1 if told == self._last else 1
        self._last = told
        self._not_before = self._now() + self._wait(error)
        # Who asks to wait for longer than a call may take is not there today.
        gone = (error.retry_after or 0.0) >= self.policy.total
        if gone or self._alike >= self._most(error) or self._rounds >= 2 * self.policy.attempts:
            self.stopped = error

    def _wait(self, error: TransientEndpointError) -> float:
        wait = self.policy.first_wait * 2.0 ** (self._rounds - 1) / 2
        if isinstance(error, RateLimitedError):
            wait *= RATE_LIMITED
        return max(min(wait, self.policy.longest_wait), error.retry_after or 0.0)

    def _most(self, error: TransientEndpointError) -> int:
        """Failures of a kind on end after which nothing more is asked."""
        if isinstance(error, TimedOutError):
            return self.policy.timeouts + (2 if self.heard else 0)
        if isinstance(error, UnreachableError | NotAnApiError) and not self.heard:
            return min(self.policy.connect_attempts, self.policy.attempts)
        return self.policy.attempts

    def _check(self) -> None:
        if self.stopped is not None:
            raise self.stopped

    def _now(self) -> float:
        return asyncio.get_running_loop().time()
