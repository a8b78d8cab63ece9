"""The only loop that tries a call again. SDK and instructor are told not to."""

from __future__ import annotations

import random
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import TypeVar

from tenacity import AsyncRetrying, RetryCallState, retry_if_exception_type

from summarizer.engines.llm.client.circuit import RATE_LIMITED
from summarizer.engines.llm.client.error_mapping import RateLimitedError
from summarizer.engines.llm.client.interface import RetryPolicy
from summarizer.errors import TransientEndpointError

T = TypeVar("T")
RetryListener = Callable[[int, TransientEndpointError, float], None]
"""Told the number of the failed try, its error and the seconds until the next."""


@dataclass(slots=True)
class Tries:
    """The tries of one call.

    `most` says how many tries an error deserves. `waited` are seconds spent queueing for a limit
    of our own, which do not count against the time the policy gives.
    """

    policy: RetryPolicy
    listener: RetryListener
    most: Callable[[TransientEndpointError], int]
    waited: float = 0.0
    _random: random.Random = field(default_factory=random.Random)

    async def run(self, attempt: Callable[[int], Awaitable[T]]) -> T:
        """The result of `attempt`, which gets the number of its try, counted from 1. Raises its
        last TransientEndpointError when the policy is used up, and any other error at once."""
        loop = AsyncRetrying(
            retry=retry_if_exception_type(TransientEndpointError),
            wait=self._wait,
            stop=self._stop,
            before_sleep=self._tell,
            reraise=True,
        )
        async for one in loop:
            with one:
                return await attempt(one.retry_state.attempt_number)
        raise AssertionError("unreachable: the loop above returns or raises")

    def _wait(self, state: RetryCallState) -> float:
        policy, error = self.policy, _error(state)
        first = policy.first_wait
        if isinstance(error, RateLimitedError) and error.retry_after is None:
            first *= RATE_LIMITED
        longest = min(policy.longest_wait, first * 2.0 ** (state.attempt_number - 1))
        drawn = self._random.uniform(longest / 2, longest)
        return max(drawn, error.retry_after or 0.0)

    def _stop(self, state: RetryCallState) -> bool:
        spent = (state.seconds_since_start or 0.0) - self.waited
        used_up = state.attempt_number >= self.most(_error(state))
        return used_up or spent + state.upcoming_sleep > self.policy.total

    def _tell(self, state: RetryCallState) -> None:
        self.listener(state.attempt_number, _error(state), state.upcoming_sleep)


def _error(state: RetryCallState) -> TransientEndpointError:
    error = state.outcome.exception() if state.outcome else None
    return error if isinstance(error, TransientEndpointError) else TransientEndpointError("")
