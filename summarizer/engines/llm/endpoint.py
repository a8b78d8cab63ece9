"""The completer for OpenAI-compatible endpoints: limits, retries and dialects around one call.

Azure OpenAI needs nothing special: `https://NAME.openai.azure.com/openai/v1/` as the base URL, or
`https://NAME.openai.azure.com/openai/deployments/DEPLOYMENT?api-version=2024-10-21`; the key is
sent as `api-key` to Azure's hosts, and a query in the base URL goes with every call.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Sequence
from functools import partial
from typing import Any
from urllib.parse import parse_qsl, urlsplit, urlunsplit

from summarizer.engines.llm import pricing
from summarizer.engines.llm.completion import (
    AnswerT,
    CallStats,
    Completion,
    Endpoint,
    Limits,
    Message,
    RetryPolicy,
    TokenEstimator,
    TokenUsage,
)
from summarizer.engines.llm.dialects import Dialect, Dialects
from summarizer.engines.llm.faults import (
    NotAnApiError,
    TimedOutError,
    UnreachableError,
    UnsupportedError,
    Wire,
)
from summarizer.engines.llm.limits import Budget, Gate, prompt_was_cut
from summarizer.engines.llm.modes import IgnoredSchemaError, Question, ask
from summarizer.engines.llm.replies import Reply
from summarizer.engines.llm.retries import Tries
from summarizer.errors import EndpointError, EngineError, TransientEndpointError, UsageError

log = logging.getLogger("summarizer.llm")

_AZURE = (".azure.com", ".azure.us", ".azure.cn")
_MODE_HINT = "SUMMARIZE_MODE may be json_schema, tools, json or md_json"
_CONNECT = 15.0
_NO_KEY = "none"  # local servers take any; the SDK insists on one


class EndpointCompleter:
    """Answers questions through the OpenAI SDK. One event loop, any number of calls at once."""

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
        self._gate = Gate(limits)
        self._url, self._query = split_base_url(endpoint.base_url)
        self._dialects = Dialects(endpoint)
        self._wire = Wire(endpoint.model, _host(self._url), endpoint.api_key)
        self._budget = Budget(limits.max_cost, self._price)
        self._sdk: Any = None
        self._create: Any = None
        self._answered = False
        self._heard = 0
        self._hangs = False

    @property
    def stats(self) -> CallStats:
        """Counters so far."""
        return self._stats

    async def complete(
        self,
        messages: Sequence[Message],
        answer: type[AnswerT],
        *,
        max_output_tokens: int | None = None,
    ) -> Completion[AnswerT]:
        """Ask once and return the validated answer; see Completer for what is raised."""
        question = Question(
            model=self._endpoint.model,
            messages=tuple(messages),
            answer=answer,
            max_output_tokens=max_output_tokens,
            temperature=self._endpoint.temperature,
            extra=self._endpoint.extra,
        )
        tokens = sum(self._estimate(message.content) for message in messages)
        tries = Tries(self._retry, self._told, self._most_tries)

        async def attempt(number: int) -> Completion[AnswerT]:
            return await self._attempt(question, tokens, tries, number)

        async with self._gate.slot():
            self._open()
            self._stats.in_flight += 1
            heard = self._heard
            try:
                return await tries.run(attempt)
            except EngineError as error:
                fault = self._final(error)
                if isinstance(error, TimedOutError) and self._heard == heard:
                    self._hangs = True
            finally:
                self._stats.in_flight -= 1
        raise fault

    async def aclose(self) -> None:
        """Close the connections."""
        sdk, self._sdk = self._sdk, None
        if sdk is not None:
            await sdk.close()

    async def _attempt(
        self, question: Question[AnswerT], tokens: int, tries: Tries, number: int
    ) -> Completion[AnswerT]:
        """One try, said again in another dialect as long as the endpoint asks for one."""
        repeated = number > 1
        while True:
            dialect = self._dialects.current
            answer_tokens = self._budget.expected_answer(question.max_output_tokens)
            tries.waited += await self._gate.passage(tokens + answer_tokens)
            async with self._budget.reserve(tokens, question.max_output_tokens):
                self._stats.calls += 1
                self._stats.retries += repeated
                try:
                    completion = await self._call(question, dialect, tokens)
                except UnsupportedError as error:
                    if not self._dialects.refused(dialect, error.told):
                        raise EndpointError(str(error), hint=_MODE_HINT) from None
                except IgnoredSchemaError:
                    if not self._dialects.ignored(dialect):
                        raise
                else:
                    self._dialects.worked(dialect)
                    return completion
            repeated = True

    async def _call(
        self, question: Question[AnswerT], dialect: Dialect, tokens: int
    ) -> Completion[AnswerT]:
        """One request, told in one line of the log: no texts, no keys."""
        started = time.monotonic()
        used, outcome = TokenUsage(), "cancelled"

        def heard(reply: Reply) -> None:
            nonlocal used
            used = reply.usage
            self._count(reply, tokens)

        try:
            # The SDK's own timeout counts from byte to byte: a trickling answer never meets it.
            async with asyncio.timeout(self._limits.timeout):
                completion = await ask(self._create, question, dialect, self._wire, heard)
            outcome = completion.finish
        except TimeoutError:
            outcome = f"{self._wire.address} did not answer within {self._limits.timeout:g} s"
        except EngineError as error:
            outcome = str(error)
            raise
        else:
            return completion
        finally:
            log.info(
                "%s %s: %d+%d tokens (%d cached), %.1f s: %s",
                question.model,
                dialect.mode,
                used.prompt,
                used.completion,
                used.cached_prompt,
                time.monotonic() - started,
                outcome,
            )
        raise TimedOutError(outcome)

    def _count(self, reply: Reply, estimated: int) -> None:
        stats, used = self._stats, reply.usage
        self._heard += 1
        self._hangs = False
        stats.prompt_tokens += used.prompt
        stats.cached_prompt_tokens += used.cached_prompt
        stats.completion_tokens += used.completion
        # Who does not tell what was used still sends a bill.
        unknown = not (used.prompt or used.completion)
        guessed = TokenUsage(estimated, 0, self._estimate(reply.text))
        self._budget.add(guessed if unknown else used)
        stats.cost = self._budget.spent
        self._answered = self._answered or bool(reply.finish)
        if prompt_was_cut(estimated, used.prompt):
            if not stats.cut_prompts:
                log.warning(
                    "%s counts %d prompt tokens where about %d were sent: it may cut the prompt"
                    " (Ollama: raise num_ctx)",
                    self._wire.address,
                    used.prompt,
                    estimated,
                )
            stats.cut_prompts += 1

    def _told(self, number: int, error: TransientEndpointError, wait: float) -> None:
        log.info("try %d of %d in %.1f s", number + 1, self._retry.attempts, wait)
        if error.retry_after:
            self._gate.pause(error.retry_after)

    def _most_tries(self, error: TransientEndpointError) -> int:
        if self._hangs and isinstance(error, TimedOutError):
            return 1
        if self._hopeless(error) and not self._answered:
            return min(self._retry.connect_attempts, self._retry.attempts)
        return self._retry.attempts

    def _hopeless(self, error: EngineError) -> bool:
        """True where nobody seems to answer chat completions at this address."""
        if isinstance(error, NotAnApiError):
            return not self._answered
        return isinstance(error, UnreachableError)

    def _final(self, error: EngineError) -> EngineError:
        """What a spent retry loop means for the run."""
        return EndpointError(str(error), hint=error.hint) if self._hopeless(error) else error

    def _price(self, usage: TokenUsage) -> float | None:
        return pricing.cost(usage, model=self._endpoint.model, base_url=self._url)

    def _open(self) -> None:
        """Import and create the client at the first call, after what can be refused without it."""
        if self._sdk is not None:
            return
        key = self._endpoint.api_key or _NO_KEY
        if not (key.isascii() and key.isprintable()):
            raise EndpointError("the API key holds characters that no key has")
        if self._limits.max_cost is not None and not self._knows_price():
            raise UsageError(
                f"the price of {self._endpoint.model} at {self._wire.address} is not known,"
                " so that --max-cost cannot be kept",
                hint="leave --max-cost out, or install the extra `cost`",
            )
        import instructor  # noqa: F401 - here and not at the first request, whose time is limited
        from openai import AsyncOpenAI, Omit, Timeout

        self._sdk = AsyncOpenAI(
            api_key=key,
            base_url=self._url,
            default_query=self._query,
            max_retries=0,
            timeout=Timeout(self._limits.timeout, connect=min(_CONNECT, self._limits.timeout)),
        )
        self._create = self._sdk.chat.completions.create
        if (urlsplit(self._url).hostname or "").endswith(_AZURE):
            headers = {"api-key": key, "Authorization": Omit()}
            self._create = partial(self._create, extra_headers=headers)

    def _knows_price(self) -> bool:
        return pricing.is_known(model=self._endpoint.model, base_url=self._url)


def _host(url: str) -> str:
    """The host and port of an address; a password before them is nobody's business."""
    return urlsplit(url).netloc.rpartition("@")[2]


def split_base_url(base_url: str | None) -> tuple[str, dict[str, str]]:
    """The address for the SDK and the query for every call. A pasted `/chat/completions` at the end
    is dropped. None is OpenAI's own address: the environment is read by the settings only. Raises
    EndpointError for what is no address."""
    try:
        parts = urlsplit(base_url or pricing.OPENAI_URL)
        usable = parts.scheme in ("http", "https") and parts.hostname and parts.port != 0
    except ValueError:
        usable = False
    if not usable:
        raise EndpointError(
            "the base URL is no usable address", hint="it looks like https://host/v1"
        )
    path = parts.path.rstrip("/").removesuffix("/chat/completions")
    url = urlunsplit((parts.scheme, parts.netloc, path, "", ""))
    return url, dict(parse_qsl(parts.query))
