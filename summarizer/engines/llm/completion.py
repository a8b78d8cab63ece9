"""One question to a language model: what goes in, what comes out, and who answers it.

This file is the whole interface between the engine and the transport, and it imports neither openai
nor instructor: they cost about a second, which a run answered from the cache must not pay.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Generic, Literal, Protocol, TypeVar

from pydantic import BaseModel

AnswerT = TypeVar("AnswerT", bound=BaseModel)

Role = Literal["system", "user", "assistant"]
Mode = Literal["auto", "json_schema", "tools", "json", "md_json"]
TokenEstimator = Callable[[str], int]
"""How many tokens a text is likely to cost; offline."""


@dataclass(frozen=True, slots=True)
class Message:
    """One turn of the conversation. `content` reaches the wire as it is, never as a template."""

    role: Role
    content: str


@dataclass(frozen=True, slots=True)
class TokenUsage:
    """Tokens as the endpoint counted them; zero where it did not say. `cached_prompt` is the part
    of `prompt` that the provider had cached."""

    prompt: int = 0
    cached_prompt: int = 0
    completion: int = 0


@dataclass(frozen=True, slots=True)
class Completion(Generic[AnswerT]):
    """A validated answer. `raw_json` is the answer's JSON as the model wrote it (without fences or
    thoughts around it), fit for a cache; `finish` is the finish reason of the service."""

    answer: AnswerT
    raw_json: str
    usage: TokenUsage
    finish: str


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Where to ask, and how. Parameters set to None are not sent.

    `base_url` None means the SDK's own default. A query (`?api-version=…`) is sent with every call.
    `mode` says how the schema travels; `auto` finds it out and remembers it. `extra` is sent in the
    body as it is. `modes_file` is where `auto` keeps what it found (None: in memory only).
    """

    model: str
    base_url: str | None = None
    api_key: str | None = field(default=None, repr=False)
    mode: Mode = "auto"
    temperature: float | None = None
    extra: tuple[tuple[str, str | int | float | bool], ...] = ()
    modes_file: Path | None = None


@dataclass(frozen=True, slots=True)
class Limits:
    """How hard an endpoint may be used. None means no limit.

    `rpm` and `tpm` are calls and tokens in any 60 seconds, `timeout` seconds for one call however
    it hangs, `max_cost` US dollars for all calls together.
    """

    concurrency: int = 8
    rpm: int | None = None
    tpm: int | None = None
    timeout: float = 180.0
    max_cost: float | None = None


@dataclass(frozen=True, slots=True)
class RetryPolicy:
    """How a call is tried again after a fault that may pass. All times in seconds.

    Waits grow from `first_wait` by doubling up to `longest_wait`, each drawn from the upper half of
    that interval, four times as long after a 429 that names no time; a Retry-After longer than the
    drawn wait replaces it. A call gives up after `attempts` tries, or where the next wait would
    pass `total`. `connect_attempts` bounds the tries on an address where nobody has answered yet,
    or something that is no chat endpoint. Once all tries of a call have timed out and no other call
    was answered meanwhile, those that time out are not tried again until one is.
    """

    attempts: int = 6
    connect_attempts: int = 3
    total: float = 600.0
    first_wait: float = 1.0
    longest_wait: float = 30.0


@dataclass(slots=True)
class CallStats:
    """Running counters of one completer. `calls` counts requests sent, retries included; `cost` is
    US dollars, None while the price is unknown; `cut_prompts` counts answers whose prompt the
    endpoint seems to have cut."""

    calls: int = 0
    retries: int = 0
    prompt_tokens: int = 0
    cached_prompt_tokens: int = 0
    completion_tokens: int = 0
    cost: float | None = None
    in_flight: int = 0
    cut_prompts: int = 0


class Completer(Protocol):
    """Answers questions, any number of them at once; waits, paces and retries inside.

    Raises EndpointError when the endpoint cannot be used at all, TransientEndpointError when the
    retries are spent, RefusedError when the content is declined, TruncatedError when the answer or
    the prompt is too long, InvalidAnswerError when the answer does not fit (with `raw` and
    `problems` for another question), and BudgetError when the cost limit is reached. A cost limit
    that cannot be kept, because the price is not known, is a UsageError at the first call.
    """

    @property
    def stats(self) -> CallStats:
        """Counters so far, of failed calls too."""
        ...

    async def complete(
        self,
        messages: Sequence[Message],
        answer: type[AnswerT],
        *,
        max_output_tokens: int | None = None,
    ) -> Completion[AnswerT]:
        """Ask once and return the validated answer."""
        ...

    async def aclose(self) -> None:
        """Close the connections. Safe to call twice, and without any call before."""
        ...


def open_completer(
    endpoint: Endpoint,
    *,
    limits: Limits | None = None,
    retry: RetryPolicy | None = None,
    estimate: TokenEstimator | None = None,
) -> Completer:
    """A completer for an OpenAI-compatible endpoint. Cheap: the SDK is imported at the first call.
    Raises EndpointError where the base URL is no address.

    `estimate` counts the tokens of a text offline, for pacing, for the cost limit and for noticing
    a prompt that was cut; without it four bytes count as one token.
    """
    from summarizer.engines.llm.endpoint import EndpointCompleter

    return EndpointCompleter(
        endpoint,
        limits=limits or Limits(),
        retry=retry or RetryPolicy(),
        estimate=estimate or _four_bytes_a_token,
    )


def _four_bytes_a_token(text: str) -> int:
    return len(text.encode("utf-8", "surrogatepass")) // 4 + 1
