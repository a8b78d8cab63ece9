"""One request to a language model: what goes in, what comes out, and who answers it.

This file is the whole interface between the engine and the transport, and it imports neither openai
nor instructor: they cost about a second, which a run answered from the cache must not pay.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Generic, Literal, Protocol, TypeVar

from pydantic import BaseModel

from summarizer.settings import Settings

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
class ChatRequest(Generic[AnswerT]):
    """A request, whatever the endpoint's way of taking it.

    `schema` is the JSON Schema of this very answer, closed: which ids, how many, how long.
    `common_schema` is the same for every request of its kind, for services that compile a schema
    anew each time; it is sent to them unless the answer is asked for `again`. None stands for the
    schema of `answer`. `answer_tokens` is what the answer is likely to need.
    """

    messages: tuple[Message, ...]
    answer: type[AnswerT]
    schema: Mapping[str, Any] | None = None
    common_schema: Mapping[str, Any] | None = None
    answer_tokens: int = 1000
    again: bool = False


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


class Secret:
    """A key: shown nowhere, and left out where the object that holds it is copied to a disk."""

    __slots__ = ("_value",)

    def __init__(self, value: str | None = None) -> None:
        self._value = value

    def reveal(self) -> str | None:
        """The key itself, for the one header it belongs into."""
        return self._value

    def __repr__(self) -> str:
        return "Secret()" if self._value is None else "Secret(***)"

    def __reduce__(self) -> tuple[type[Secret], tuple[()]]:
        return Secret, ()


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Where to ask, and how. Parameters set to None are not sent.

    `base_url` None means OpenAI's own. A query (`?api-version=…`) is sent with every call. `mode`
    says how the schema travels; `auto` finds it out and remembers it. `extra` is put into every
    body as it is. `context` and `max_output` are the most tokens of prompt and answer together,
    and of an answer, as far as they are known beforehand. `memory` is the file in which what is
    found out is kept (None: for this run only).
    """

    model: str
    base_url: str | None = field(default=None, repr=False)
    api_key: Secret = field(default_factory=Secret)
    mode: Mode = "auto"
    temperature: float | None = None
    extra: Mapping[str, Any] = field(default_factory=dict, repr=False)
    context: int | None = None
    max_output: int = 4096
    memory: Path | None = None


def _default(name: str) -> Any:
    """The default of a setting, which is told once: there."""
    return Settings.model_fields[name].default


@dataclass(frozen=True, slots=True)
class Limits:
    """How hard an endpoint may be used. None means no limit.

    `concurrency` counts calls in flight, `rpm` and `tpm` are calls and tokens in any 60 seconds,
    `timeout` seconds for one call however it hangs (one that has much to write is given time in
    proportion), `max_cost` US dollars for all calls together.
    """

    concurrency: int = _default("concurrency")
    rpm: int | None = None
    tpm: int | None = None
    timeout: float = _default("timeout")
    max_cost: float | None = None


@dataclass(frozen=True, slots=True)
class RetryPolicy:
    """How a call is tried again after a fault that may pass. All times in seconds.

    Waits grow from `first_wait` by doubling up to `longest_wait`, each drawn from the upper half of
    that interval, four times as long after a 429 that names no time; a Retry-After longer than the
    drawn wait replaces it. A call gives up after `attempts` tries, or where the next wait would
    pass `total`. `connect_attempts` bounds the tries on an address where nobody has answered yet,
    or something that is no chat endpoint, and `timeouts` those of a call that only times out.
    """

    attempts: int = _default("max_attempts")
    connect_attempts: int = 3
    timeouts: int = 2
    total: float = 600.0
    first_wait: float = 1.0
    longest_wait: float = 30.0


@dataclass(slots=True)
class CallStats:
    """Running counters. `calls` counts requests sent, retries included; `cost` is US dollars, None
    while the price is unknown; `cut_prompts` counts answers whose prompt the endpoint seems to
    have cut."""

    calls: int = 0
    retries: int = 0
    prompt_tokens: int = 0
    cached_prompt_tokens: int = 0
    completion_tokens: int = 0
    cost: float | None = None
    in_flight: int = 0
    cut_prompts: int = 0


@dataclass(frozen=True, slots=True)
class Window:
    """What an endpoint is known to hold: tokens of prompt and answer together, and of an answer.

    `proved` is true where it has given a usable answer, in this run or in an earlier one.
    """

    context: int | None = None
    max_output: int | None = None
    proved: bool = False


class Completer(Protocol):
    """Answers requests, any number of them at once; waits, paces and retries inside.

    Raises EndpointError when the endpoint cannot be used at all, TransientEndpointError when the
    retries are spent or none was answered for long, RefusedError when the content is declined,
    PromptTooLongError and TruncatedError when the prompt or the answer is too long,
    InvalidAnswerError when the answer does not fit (with `raw` and `problems` for another request),
    and BudgetError when the cost limit is reached. A cost limit that cannot be kept, because the
    price is not known, is a UsageError at the first call.
    """

    @property
    def stats(self) -> CallStats:
        """Counters so far of all callers, failed calls too."""
        ...

    @property
    def window(self) -> Window:
        """What is known of the endpoint so far."""
        ...

    async def complete(
        self, request: ChatRequest[AnswerT], account: CallStats | None = None
    ) -> Completion[AnswerT]:
        """Ask once and return the validated answer; `account` is counted up beside `stats`."""
        ...

    async def aclose(self) -> None:
        """Close the connections; the next call opens them again. Safe to call twice."""
        ...
