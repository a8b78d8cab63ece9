"""The completer for OpenAI-compatible endpoints: limits, retries and capabilities around a call.

Azure OpenAI needs nothing special: `https://NAME.openai.azure.com/openai/v1/` as the base URL, or
`https://NAME.openai.azure.com/openai/deployments/DEPLOYMENT?api-version=2024-10-21`; the key is
sent as `api-key` to Azure's hosts, and a query in the base URL goes with every call.
"""

from __future__ import annotations

import logging
from functools import partial
from typing import Any

from summarizer.engines.llm.client import pricing
from summarizer.engines.llm.client.call import Call, Caller
from summarizer.engines.llm.client.capabilities import Capabilities
from summarizer.engines.llm.client.circuit import Circuit
from summarizer.engines.llm.client.connection import Connection, connect, usable_key
from summarizer.engines.llm.client.error_mapping import (
    LimitError,
    NotAnApiError,
    TimedOutError,
    UnreachableError,
    UnsupportedError,
)
from summarizer.engines.llm.client.exchange import IgnoredSchemaError
from summarizer.engines.llm.client.interface import (
    AnswerT,
    CallStats,
    ChatRequest,
    Completion,
    Endpoint,
    Limits,
    RetryPolicy,
    TokenEstimator,
    Window,
)
from summarizer.engines.llm.client.negotiation import Negotiation
from summarizer.engines.llm.client.patience import IN_TIME
from summarizer.engines.llm.client.rate_limit import RateLimiter
from summarizer.engines.llm.client.request_body import answer_limit, prompt_tokens
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
        self._limiter = RateLimiter(limits)
        self._caller = Caller(endpoint, limits, estimate)
        self._negotiation = Negotiation(endpoint)
        self._circuit = Circuit(retry, open=self._negotiation.proved)
        self._connection: Connection | None = None

    @property
    def stats(self) -> CallStats:
        """Counters so far."""
        return self._caller.stats

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
        call = Call(request, [self.stats, *([account] if account else [])], tries)

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

    async def _attempt(self, call: Call[AnswerT], number: int) -> Completion[AnswerT]:
        """One try, said again in another way as long as the endpoint asks for one."""
        request = call.request
        while True:
            used = self._negotiation.current
            heard = partial(self._heard, used)
            prompt = prompt_tokens(request, used, self._estimate)
            self._check_room(call, used, prompt)
            most = answer_limit(request, self._endpoint, used)
            expected = self._caller.budget.expected_answer(most)
            async with self._circuit.passage() as passage:
                call.tries.waited += await self._limiter.passage(prompt + expected)
                async with self._caller.budget.reserve(prompt, most):
                    call.count("calls", 1)
                    call.count("retries", int(call.sent))
                    call.sent = True
                    try:
                        completion = await self._caller.make(
                            self._connected(), call, used, prompt, most, heard
                        )
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
                            raise PromptTooLongError(str(error), hint=error.hint) from None
                    except TruncatedError:
                        if not (call.thought and self._negotiation.thinks(used)):
                            raise
                    except TransientEndpointError as error:
                        self._circuit.failed(error, passage)
                        raise
                    else:
                        self._negotiation.worked(used)
                        return completion

    def _check_room(self, call: Call[Any], used: Capabilities, prompt: int) -> None:
        """Raises PromptTooLongError where the context that the endpoint has told cannot hold it."""
        if used.context is not None and prompt + call.request.answer_tokens > used.context:
            raise PromptTooLongError(
                f"prompt and answer need about {prompt + call.request.answer_tokens} tokens,"
                f" and the context of {self._endpoint.model} holds {used.context}"
            )

    def _heard(self, used: Capabilities, reply: Reply) -> None:
        """Note what any reply says of the endpoint, whatever it is worth as an answer."""
        if not isinstance(reply.fault, TransientEndpointError):
            self._circuit.answered()
        if reply.thought and not used.thinks:
            self._negotiation.thinks(used)

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

    def _connected(self) -> Connection:
        assert self._connection is not None  # noqa: S101 - opened by complete()
        return self._connection

    def _open(self) -> None:
        """Import and create the client at the first call, after what can be refused without it."""
        if self._connection is not None:
            return
        usable_key(self._endpoint)
        known = self._limits.max_cost is None or pricing.is_known(
            model=self._endpoint.model, base_url=self._caller.url.called
        )
        if not known:
            raise UsageError(
                f"the price of {self._endpoint.model} at {self._caller.wire.address} is not known,"
                " so that --max-cost cannot be kept",
                hint="leave --max-cost out, or install the extra `cost`",
            )
        self._connection = connect(self._endpoint, self._longest(), self._limits.concurrency)

    def _longest(self) -> float:
        return self._limits.timeout * max(1.0, self._endpoint.max_output / IN_TIME)
