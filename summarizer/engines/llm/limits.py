"""How hard an endpoint is used: calls at once, calls and tokens a minute, money, and pauses."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from aiolimiter import AsyncLimiter

from summarizer.engines.llm.completion import Limits, TokenUsage
from summarizer.errors import BudgetError

_BURST = 0.1
_PRUDENCE = 1.35
"""What money is held back for may be so much more than the estimate: vocabularies differ, and a
schema goes along."""
_CUT_BELOW = 0.5
_CUT_FROM_TOKENS = 400


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


class Gate:
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


@dataclass(slots=True)
class Budget:
    """Keeps the sum of all calls under `limit` US dollars (None: no limit).

    A call starts only where what was spent, what the calls in flight are expected to cost and what
    it is expected to cost itself stay within the limit; where only the calls in flight stand in the
    way, it waits for them. An expected answer is as long as the mean of the answers so far, so the
    limit can be passed by the surprise of the calls in flight, never by more. `price` gives None
    for an unknown price, which counts as nothing.
    """

    limit: float | None
    price: Callable[[TokenUsage], float | None]
    spent: float | None = None
    _reserved: float = 0.0
    _answers: int = field(default=0)
    _answer_tokens: int = field(default=0)
    _settled: asyncio.Condition = field(default_factory=asyncio.Condition)

    @asynccontextmanager
    async def reserve(
        self, prompt_tokens: int, max_output_tokens: int | None
    ) -> AsyncIterator[None]:
        """Hold the expected cost of a call while it runs. Raises BudgetError."""
        if self.limit is None:
            yield
            return
        async with self._settled:
            expected = self._expected(self.limit, prompt_tokens, max_output_tokens)
            while (self.spent or 0.0) + self._reserved + expected > self.limit:
                await self._settled.wait()
                expected = self._expected(self.limit, prompt_tokens, max_output_tokens)
            self._reserved += expected
        try:
            yield
        finally:
            self._reserved -= expected
            async with self._settled:
                self._settled.notify_all()

    def _expected(self, limit: float, prompt_tokens: int, max_output_tokens: int | None) -> float:
        answer_tokens = self.expected_answer(max_output_tokens)
        feared = TokenUsage(int(prompt_tokens * _PRUDENCE), 0, answer_tokens)
        expected = self.price(feared) or 0.0
        spent = self.spent or 0.0
        if spent + expected > limit:
            raise BudgetError(
                f"the cost limit of {limit:g} USD is reached"
                f" ({spent:.4f} USD spent, {expected:.4f} USD expected next)",
                hint="answers so far are kept; a higher --max-cost continues from here",
            )
        return expected

    def expected_answer(self, max_output_tokens: int | None) -> int:
        """Tokens an answer is likely to have: the mean so far, else the most it may have."""
        if self._answers:
            return self._answer_tokens // self._answers
        return max_output_tokens or 0

    def add(self, usage: TokenUsage) -> None:
        """Count what a call has used."""
        if usage.completion:
            self._answers += 1
            self._answer_tokens += usage.completion
        cost = self.price(usage)
        if cost is not None:
            self.spent = (self.spent or 0.0) + cost


def prompt_was_cut(estimated: int, reported: int) -> bool:
    """True where an endpoint reports so few prompt tokens that it must have cut the prompt, as
    Ollama does at its num_ctx. Short prompts and endpoints that report nothing tell nothing;
    tokenizers differ by less than the factor of two that is asked for here."""
    return estimated >= _CUT_FROM_TOKENS and 0 < reported < estimated * _CUT_BELOW
