"""One call to an endpoint: timed, counted, and told in one line of the log."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic

from summarizer.engines.llm.client import pricing
from summarizer.engines.llm.client.base_url import BaseUrl
from summarizer.engines.llm.client.budget import Budget
from summarizer.engines.llm.client.capabilities import Capabilities
from summarizer.engines.llm.client.connection import Connection
from summarizer.engines.llm.client.error_mapping import TimedOutError, Wire
from summarizer.engines.llm.client.exchange import exchange
from summarizer.engines.llm.client.interface import (
    AnswerT,
    CallStats,
    ChatRequest,
    Completion,
    Endpoint,
    Limits,
    TokenEstimator,
    TokenUsage,
)
from summarizer.engines.llm.client.patience import Patience
from summarizer.engines.llm.client.prompt_check import PromptCheck
from summarizer.engines.llm.client.request_body import request_body
from summarizer.engines.llm.client.response import Reply
from summarizer.engines.llm.client.retry import Tries
from summarizer.errors import EngineError

log = logging.getLogger("summarizer.llm")


@dataclass(slots=True)
class Call(Generic[AnswerT]):
    """A request on its way, and the counters that it is told to: those of the endpoint first."""

    request: ChatRequest[AnswerT]
    accounts: list[CallStats]
    tries: Tries
    sent: bool = False
    reply: Reply | None = None

    @property
    def thought(self) -> bool:
        """True where thoughts came with the last reply."""
        return self.reply is not None and self.reply.thought

    def count(self, name: str, amount: int) -> None:
        """Add to a counter of all accounts."""
        for account in self.accounts:
            setattr(account, name, getattr(account, name) + amount)


class Caller:
    """Makes the calls to one endpoint."""

    def __init__(self, endpoint: Endpoint, limits: Limits, estimate: TokenEstimator) -> None:
        self.stats = CallStats()
        self.url = BaseUrl(endpoint.base_url)
        self.wire = Wire(endpoint.model, self.url.address, endpoint.api_key)
        self.budget = Budget(limits.max_cost, self.price)
        self._endpoint = endpoint
        self._estimate = estimate
        self._patience = Patience(limits.timeout)
        self._prompts = PromptCheck()
        self._told_slow = False

    async def make(
        self,
        connection: Connection,
        call: Call[AnswerT],
        used: Capabilities,
        prompt: int,
        most: int,
        heard: Callable[[Reply], None],
    ) -> Completion[AnswerT]:
        """Send one request; `prompt` and `most` are the tokens that are expected of the prompt and
        allowed to the answer, `heard` is told of any reply. The log holds no texts and no keys.
        Raises as `exchange` does, and TimedOutError.
        """
        started = time.monotonic()
        outcome = "cancelled"
        call.reply = None
        written = most if used.thinks else min(most, call.request.answer_tokens)
        body = request_body(call.request, self._endpoint, used)

        def take(reply: Reply) -> None:
            call.reply = reply
            self._count(call, reply, prompt)
            heard(reply)

        self._patience.in_flight += 1
        limit = self._patience.limit(written)
        try:
            # The SDK's own timeout counts from byte to byte: a trickling answer never meets it.
            async with asyncio.timeout(limit):
                completion = await exchange(
                    connection.create, call.request, body, used.mode, self.wire, take
                )
            outcome = completion.finish
        except TimeoutError:
            outcome = f"{self.wire.address} did not answer within {limit:g} s"
        except EngineError as error:
            outcome = str(error)
            raise
        else:
            return completion
        finally:
            self._patience.in_flight -= 1
            seconds = time.monotonic() - started
            tokens = call.reply.usage if call.reply is not None else TokenUsage()
            self._note_pace(seconds, tokens)
            log.info(
                "%s %s: %d+%d tokens (%d cached), %.1f s: %s",
                self._endpoint.model,
                used.mode,
                tokens.prompt,
                tokens.completion,
                tokens.cached_prompt,
                seconds,
                outcome,
            )
        raise TimedOutError(outcome, hint="a slow server needs --timeout, or --concurrency 1")

    def price(self, usage: TokenUsage) -> float | None:
        """US dollars; None where the price is not known."""
        return pricing.cost(usage, model=self._endpoint.model, base_url=self.url.called)

    def _count(self, call: Call[Any], reply: Reply, estimated: int) -> None:
        used = reply.usage
        call.count("prompt_tokens", used.prompt)
        call.count("cached_prompt_tokens", used.cached_prompt)
        call.count("completion_tokens", used.completion)
        # Who does not tell what was used still sends a bill.
        unknown = not (used.prompt or used.completion)
        spent = TokenUsage(estimated, 0, self._estimate(reply.text)) if unknown else used
        self.budget.add(spent)
        self.stats.cost = self.budget.spent
        if call.accounts[-1] is not self.stats and (cost := self.price(spent)) is not None:
            call.accounts[-1].cost = (call.accounts[-1].cost or 0.0) + cost
        if self._prompts.was_cut(estimated, used.prompt):
            if not self.stats.cut_prompts:
                log.warning(
                    "%s counts %d prompt tokens where about %d were sent: it cuts the prompt"
                    " (Ollama: raise OLLAMA_CONTEXT_LENGTH, or say --context %d)",
                    self.wire.address,
                    used.prompt,
                    estimated,
                    used.prompt,
                )
            call.count("cut_prompts", 1)

    def _note_pace(self, seconds: float, tokens: TokenUsage) -> None:
        self._patience.note(seconds, tokens.completion)
        if self._patience.slow and not self._told_slow:
            self._told_slow = True
            log.warning(
                "%s took %.0f s for an answer of %d tokens: it is given time in proportion"
                " (--concurrency 1 spares a slow server calls that only wait)",
                self.wire.address,
                seconds,
                tokens.completion,
            )
