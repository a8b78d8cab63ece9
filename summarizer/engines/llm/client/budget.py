"""Money: what was spent, what is in flight, and what may still be asked for."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from summarizer.engines.llm.client.interface import TokenUsage
from summarizer.errors import BudgetError

_PRUDENCE = 1.35
"""What money is held back for may be so much more than the estimate: vocabularies differ, and a
schema goes along."""


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
