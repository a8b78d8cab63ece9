"""The completer for OpenAI-compatible endpoints: limits, retries and capabilities around a call.

Azure OpenAI needs nothing special: `https://NAME.openai.azure.com/openai/v1/` as the base URL, or
`https://NAME.openai.azure.com/openai/deployments/DEPLOYMENT?api-version=2024-10-21`; the key is
sent as `api-key` to Azure's hosts, and a query in the base URL goes with every call.
"""

from __future__ import annotations

import asyncio
import logging
import time
from dataclasses import dataclass
from typing import Any, Generic

from summarizer.engines.llm.client import pricing
from summarizer.engines.llm.client.base_url import BaseUrl
from summarizer.engines.llm.client.budget import Budget
from summarizer.engines.llm.client.capabilities import Capabilities
from summarizer.engines.llm.client.circuit import Circuit
from summarizer.engines.llm.client.connection import Connection, connect, usable_key
from summarizer.engines.llm.client.error_mapping import (
    LimitError,
    NotAnApiError,
    TimedOutError,
    UnreachableError,
    UnsupportedError,
    Wire,
)
from summarizer.engines.llm.client.exchange import IgnoredSchemaError, exchange
from summarizer.engines.llm.client.interface import (
    AnswerT,
    CallStats,
    ChatRequest,
    Completion,
    Endpoint,
    Limits,
    RetryPolicy,
    TokenEstimator,
    TokenUsage,
    Window,
)
from summarizer.engines.llm.client.negotiation import Negotiation
from summarizer.engines.llm.client.prompt_check import PromptCheck
from summarizer.engines.llm.client.rate_limit import RateLimiter
from summarizer.engines.llm.client.request_body import answer_limit, prompt_tokens, request_body
from summarizer.engines.llm.client.response import Reply
from summarizer.engines.llm.client.retry import Tries
from summarizer.errors import (
    EndpointError,
    EngineError,
    PromptTooLongError,
    TransientEndpointError,
    TruncatedError,
    UsageError,
)

log = logging.getLogger("summarizer.llm")

_MODE_HINT = "SUMMARIZE_MODE may be json_schema, tools, json or md_json"
_IN_TIME = 600
"""Tokens for which the timeout is meant: 120 s are enough where five are written a second, as by a
model of seven billion on the processor of a laptop. Longer answers are given time in proportion."""
_TOLD_SLOW = 0.5
"""Of the timeout; an answer that took longer is told about, once."""


@dataclass(slots=True)
class _Call(Generic[AnswerT]):
    """A request on its way, and the counters that it is told to."""

    request: ChatRequest[AnswerT]
    accounts: list[CallStats]
    tries: Tries
    sent: bool = False
    thought: bool = False

    def count(self, name: str, amount: int) -> None:
        for account in self.accounts:
            setattr(account, name, getattr(account, name) + amount)


class EndpointCompleter:
    """Answers requests through the OpenAI SDK. One event loop, any number of calls at once."""

    def __init__(
        self,
        endpoint: Endpoint,
        *,
        limits: Limits,
        retry: RetryPolicy,
        estimate: TokenEstimator,
    ) -> None:
        self._endpoint = endpoint
        self._limits = limits
        self._retry = retry
        self._estimate = estimate
        self._stats = CallStats()
        self._limiter = RateLimiter(limits)
        self._url = BaseUrl(endpoint.base_url)
        self._negotiation = Negotiation(endpoint)
        self._wire = Wire(endpoint.model, self._url.address, endpoint.api_key)
        self._budget = Budget(limits.max_cost, self._price)
        self._circuit = Circuit(retry, open=self._negotiation.proved)
        self._prompts = PromptCheck()
        self._connection: Connection | None = None
        self._told_slow = False

    @property
    def stats(self) -> CallStats:
        """Counters so far."""
        return self._stats

    @property
    def window(self) -> Window:
        """What is known of the endpoint so far."""
        current = self._negotiation.current
        most = self._endpoint.max_output
        return Window(
            context=current.context,
            max_output=min(most, current.max_output or most),
            proved=self._negotiation.proved,
        )

    async def complete(
        self, request: ChatRequest[AnswerT], account: CallStats | None = None
    ) -> Completion[AnswerT]:
        """Ask once and return the validated answer; see Completer for what is raised."""
        tries = Tries(self._retry, self._told, self._most_tries)
        call = _Call(request, [self._stats, *([account] if account else [])], tries)

        async def attempt(number: int) -> Completion[AnswerT]:
            return await self._attempt(call, number)

        async with self._limiter.slot():
            call.count("in_flight", 1)
            try:
                self._open()
                return await tries.run(attempt)
            except EngineError as error:
                fault = self._final(error)
            finally:
                call.count("in_flight", -1)
        raise fault

    async def aclose(self) -> None:
        """Close the connections; the next call opens them again."""
        connection, self._connection = self._connection, None
        if connection is not None:
            await connection.close()

    async def _attempt(self, call: _Call[AnswerT], number: int) -> Completion[AnswerT]:
        """One try, said again in another way as long as the endpoint asks for one."""
        request = call.request
        while True:
            used = self._negotiation.current
            prompt = prompt_tokens(request, used, self._estimate)
            self._check_room(call, used, prompt)
            most = answer_limit(request, self._endpoint, used)
            expected = self._budget.expected_answer(most)
            async with self._circuit.passage() as passage:
                call.tries.waited += await self._limiter.passage(prompt + expected)
                async with self._budget.reserve(prompt, most):
                    call.count("calls", 1)
                    call.count("retries", int(call.sent))
                    call.sent = True
                    try:
                        completion = await self._call(call, used, prompt, most)
                    except UnsupportedError as error:
                        self._circuit.answered()
                        if not self._negotiation.refused(used, error.told):
                            raise EndpointError(str(error), hint=_MODE_HINT) from None
                    except IgnoredSchemaError:
                        if not self._negotiation.ignored(used):
                            raise
                    except LimitError as error:
                        self._circuit.answered()
                        self._negotiation.holds(context=error.context, max_output=error.max_output)
                        less = answer_limit(request, self._endpoint, self._negotiation.current)
                        if less >= most:
                            raise PromptTooLongError(str(error)) from None
                    except TruncatedError:
                        if not (call.thought and self._negotiation.thinks(used)):
                            raise
                    except TransientEndpointError as error:
                        self._circuit.failed(error, passage)
                        raise
                    else:
                        self._negotiation.worked(used)
                        return completion

    def _check_room(self, call: _Call[Any], used: Capabilities, prompt: int) -> None:
        """Raises PromptTooLongError where the context that the endpoint has told cannot hold it."""
        if used.context is not None and prompt + call.request.answer_tokens > used.context:
            raise PromptTooLongError(
                f"prompt and answer need about {prompt + call.request.answer_tokens} tokens,"
                f" and the context of {self._endpoint.model} holds {used.context}"
            )

    async def _call(
        self, call: _Call[AnswerT], used: Capabilities, prompt: int, most: int
    ) -> Completion[AnswerT]:
        """One request, told in one line of the log: no texts, no keys."""
        started = time.monotonic()
        tokens, outcome = TokenUsage(), "cancelled"
        written = most if used.thinks else min(most, call.request.answer_tokens)
        limit = self._limits.timeout * max(1.0, written / _IN_TIME)
        body = request_body(call.request, self._endpoint, used)
        assert self._connection is not None  # noqa: S101 - opened by complete()

        def heard(reply: Reply) -> None:
            nonlocal tokens
            tokens = reply.usage
            call.thought = reply.thought
            self._count(call, reply, prompt)
            if reply.thought and not used.thinks:
                self._negotiation.thinks(used)

        try:
            # The SDK's own timeout counts from byte to byte: a trickling answer never meets it.
            async with asyncio.timeout(limit):
                completion = await exchange(
                    self._connection.create, call.request, body, used.mode, self._wire, heard
                )
            outcome = completion.finish
        except TimeoutError:
            outcome = f"{self._wire.address} did not answer within {limit:g} s"
        except EngineError as error:
            outcome = str(error)
            raise
        else:
            return completion
        finally:
            seconds = time.monotonic() - started
            self._tell_slow(seconds, limit, tokens)
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

    def _count(self, call: _Call[Any], reply: Reply, estimated: int) -> None:
        used = reply.usage
        if not isinstance(reply.fault, TransientEndpointError):
            self._circuit.answered()
        call.count("prompt_tokens", used.prompt)
        call.count("cached_prompt_tokens", used.cached_prompt)
        call.count("completion_tokens", used.completion)
        # Who does not tell what was used still sends a bill.
        unknown = not (used.prompt or used.completion)
        spent = TokenUsage(estimated, 0, self._estimate(reply.text)) if unknown else used
        self._budget.add(spent)
        self._stats.cost = self._budget.spent
        if call.accounts[-1] is not self._stats and (cost := self._price(spent)) is not None:
            call.accounts[-1].cost = (call.accounts[-1].cost or 0.0) + cost
        if self._prompts.was_cut(estimated, used.prompt):
            if not self._stats.cut_prompts:
                log.warning(
                    "%s counts %d prompt tokens where about %d were sent: it cuts the prompt"
                    " (Ollama: raise OLLAMA_CONTEXT_LENGTH, or say --context %d)",
                    self._wire.address,
                    used.prompt,
                    estimated,
                    used.prompt,
                )
            call.count("cut_prompts", 1)

    def _tell_slow(self, seconds: float, limit: float, tokens: TokenUsage) -> None:
        if tokens.completion and seconds > limit * _TOLD_SLOW and not self._told_slow:
            self._told_slow = True
            log.warning(
                "%s took %.0f s for an answer of %d tokens: a slow server does better with"
                " --concurrency 1 and a longer --timeout",
                self._wire.address,
                seconds,
                tokens.completion,
            )

    def _told(self, number: int, error: TransientEndpointError, wait: float) -> None:
        log.info("try %d of %d in %.1f s", number + 1, self._retry.attempts, wait)
        if error.retry_after:
            self._limiter.pause(error.retry_after)

    def _most_tries(self, error: TransientEndpointError) -> int:
        if self._circuit.stopped is not None:
            return 1
        if isinstance(error, TimedOutError):
            return min(self._retry.timeouts, self._retry.attempts)
        if self._hopeless(error) and not self._circuit.heard:
            return min(self._retry.connect_attempts, self._retry.attempts)
        return self._retry.attempts

    def _hopeless(self, error: EngineError) -> bool:
        """True where nobody seems to answer chat completions at this address."""
        if isinstance(error, NotAnApiError):
            return not self._circuit.heard
        return isinstance(error, UnreachableError)

    def _final(self, error: EngineError) -> EngineError:
        """What a spent retry loop means for the run."""
        return EndpointError(str(error), hint=error.hint) if self._hopeless(error) else error

    def _price(self, usage: TokenUsage) -> float | None:
        return pricing.cost(usage, model=self._endpoint.model, base_url=self._url.called)

    def _open(self) -> None:
        """Import and create the client at the first call, after what can be refused without it."""
        if self._connection is not None:
            return
        usable_key(self._endpoint)
        known = self._limits.max_cost is None or pricing.is_known(
            model=self._endpoint.model, base_url=self._url.called
        )
        if not known:
            raise UsageError(
                f"the price of {self._endpoint.model} at {self._wire.address} is not known,"
                " so that --max-cost cannot be kept",
                hint="leave --max-cost out, or install the extra `cost`",
            )
        self._connection = connect(self._endpoint, self._longest(), self._limits.concurrency)

    def _longest(self) -> float:
        return self._limits.timeout * max(1.0, self._endpoint.max_output / _IN_TIME)
