"""What can go wrong with a call, sorted into our own errors.

    content   the provider declines the text             RefusedError           never sent again
    length    the prompt is too long                     PromptTooLongError     split
              the answer is cut                          TruncatedError         split
    limit     more answer asked than the model gives     LimitError             asked with less
    dialect   a mode or parameter is not supported       UnsupportedError       said another way
    passing   rate limit, 5xx, reset, timeout            TransientEndpointError
    final     key, model, address, quota, anything else  EndpointError

Sources of the wordings: the error references of OpenAI, Azure OpenAI, Gemini, DeepSeek, DashScope,
Moonshot, Zhipu, Volcengine and MiniMax, and the messages of vLLM, llama.cpp, Ollama, OpenRouter,
one-api and new-api.
"""

from __future__ import annotations

import ssl
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from summarizer import patterns as re
from summarizer.engines.llm.client.interface import Secret
from summarizer.engines.llm.client.service_message import ServiceMessage, presentable, read_message
from summarizer.engines.llm.client.waiting import retry_after
from summarizer.errors import (
    EndpointError,
    EngineError,
    PromptTooLongError,
    RefusedError,
    TransientEndpointError,
)


class UnsupportedError(EngineError):
    """The endpoint does not take a mode or a parameter; `told` is what it said, in lower case."""

    def __init__(self, message: str, told: str) -> None:
        super().__init__(message)
        self.told = told


class LimitError(PromptTooLongError):
    """Prompt or answer go past a limit; `context`, `prompt` and `max_output` as far as told."""

    def __init__(
        self,
        message: str,
        *,
        context: int | None = None,
        prompt: int | None = None,
        max_output: int | None = None,
        hint: str = "",
    ) -> None:
        super().__init__(message, hint=hint)
        self.context = context
        self.prompt = prompt
        self.max_output = max_output


class UnreachableError(TransientEndpointError):
    """Nobody answers at this address."""


class NotAnApiError(TransientEndpointError):
    """Something answers at this address, but no chat completion."""


class RateLimitedError(TransientEndpointError):
    """Too many calls or tokens in the last minute."""


class TimedOutError(TransientEndpointError):
    """A call took longer than it may."""


@dataclass(frozen=True, slots=True)
class Wire:
    """What may never show in a message (`secret`), and what a message is about."""

    model: str
    address: str
    secret: Secret


_CONTENT = re.compile(
    r"content exists risk|content_?filter|content management policy|responsibleaipolicyviolation"
    r"|data_?inspection_?failed|inappropriate content|sensitive_?content|new_sensitive"
    r"|prohibited_content|considered high risk|usage polic|content_policy"
    r"|不安全或敏感内容|敏感内容|内容安全"
)
_LENGTH = re.compile(
    r"context_length_exceeded|context (?:length|window|size)|exceed_context_size"
    r"|range of input length|(?:prompt|input|string)[^.]{0,40} too (?:long|large)"
    r"|exceeded model token limit|exceed(?:s|ed)? [^.]{0,40}max(?:imum)?\b|超长|超过[^。]{0,20}长度"
)
_CONTEXT = re.compile(
    r"context (?:length|window|size)[^0-9]{0,30}(\d{3,7})"
    r"|(\d{3,7})[- ]token context|n_ctx[\"'=: ]{1,4}(\d{3,7})|model token limit[: ]{1,3}(\d{3,7})"
)
_INPUT = re.compile(r"range of input length should be \[\d+, ?(\d{3,7})\]")
_PROMPT = re.compile(
    r"(\d{2,7}) (?:tokens )?in the (?:messages|prompt)|has (\d{2,7}) input tokens"
    r"|request \((\d{2,7}) tokens\)|resulted in (\d{2,7}) tokens|n_prompt_tokens\D{1,4}(\d{2,7})"
)
_OUTPUT = re.compile(
    r"max_(?:completion_|output_|new_)?tokens[^\[]{0,60}\[\d+, ?(\d{2,7})\]"
    r"|at most (\d{2,7}) (?:completion|output) tokens"
    r"|max_(?:completion_)?tokens[^.]{0,60}(?:<=?|less than or equal to|not exceed|at most)"
    r" ?(\d{2,7})"
)
_NO_MODEL = re.compile(
    r"model(?:[^.]|\.\S){0,120}?(?:not exist|not found|not be found|is not a valid)"
    r"|invalid model|模型不存在|无可用渠道|no available channel"
)
_DIALECT = re.compile(
    r"response_?format|json_?schema|json_?object|json mode|structured output|\btools?\b|tool_choice"
    r"|function.?call|temperature|max_(?:completion_)?tokens|\bstrict\b|invalid schema"
    r"|system[^.]{0,20}(?:role|message|instruction)|roles must alternate|developer instruction"
)
# Some local servers answer 500 to a schema that they cannot turn into a grammar, and to a role.
_GRAMMAR = re.compile(r"response_?format|json[ _]schema|\bgrammar\b|system role not supported")
_QUOTA = re.compile(
    r"insufficient_?(?:user_)?quota|insufficient balance|exceeded your current quota|arrear|billing"
    r"|credit balance|余额不足|额度已用尽|额度不足|配额不足|欠费"
)
_KEY = re.compile(
    r"invalid_?api_?key|incorrect api key|api[ -]?key[^.]{0,20}(?:not valid|invalid|expired)"
    r"|invalid token|unauthorized|authentication|无效的令牌"
)
_MEMORY = re.compile(r"requires more (?:system )?memory|not enough memory to load")

_PASSING = frozenset({408, 409, 425})
_SAYS_HOW = frozenset({400, 404, 405, 415, 422, 500, 501})
_HINTS: Mapping[int, str] = {
    401: "check OPENAI_API_KEY",
    402: "the account has no balance left",
    403: "the key may not use this model or this endpoint",
    404: "check the model's name (-m) and the base URL",
}
_NAME_HINT = "check the model's name (-m), and which models the key's group may use"
_MEMORY_HINT = "choose a smaller model or a smaller context on the server"
_ROOM_HINT = "give the model a larger context on the server, or choose another one"
_MOVED_HINT = "redirects are not followed: give the right address as --base-url"


def of_status(
    status: int,
    body: object,
    headers: Mapping[str, str],
    wire: Wire,
    *,
    sent: str = "",
    replied: int | None = None,
) -> EngineError:
    """The error for an HTTP status of 300 or more, or for one told in a body: then `replied` is
    the status that the reply itself had, which is what the reader can find again.

    `sent` is the text of the request, so that a message that repeats it is not passed on.
    """
    told = read_message(body)
    lower = told.lower
    if status >= 400 and status != 404 and _CONTENT.search(lower):
        return RefusedError(f"the provider declined the content (HTTP {status})")
    shown = f": {presentable(told.message, wire.secret, sent)}" if told.message else ""
    message = f"HTTP {replied or status} from {wire.address}{shown}"
    if 300 <= status < 400:
        return EndpointError(message, hint=_MOVED_HINT)
    if _QUOTA.search(lower):
        return EndpointError(message, hint=_HINTS[402])
    if _NO_MODEL.search(lower) and status != 429:
        return EndpointError(message, hint=_NAME_HINT if status >= 500 else _HINTS[404])
    if _MEMORY.search(lower):
        return EndpointError(message, hint=_MEMORY_HINT)
    limit = _limit(status, told, wire)
    if limit is not None:
        return limit
    if status == 429:
        return RateLimitedError(message, retry_after=retry_after(headers))
    if status in _SAYS_HOW and _DIALECT.search(lower) and (status != 500 or _GRAMMAR.search(lower)):
        return UnsupportedError(message, lower)
    if status == 500 and _GRAMMAR.search(lower):
        return UnsupportedError(message, lower)
    if status in _PASSING or (status >= 500 and status != 501):
        if _KEY.search(lower):
            return EndpointError(message, hint=_HINTS[401])
        return TransientEndpointError(message, retry_after=retry_after(headers))
    if status == 404 and not told.message:
        message += f" (model {presentable(wire.model, wire.secret)})"
    hint = _HINTS[401] if status == 400 and _KEY.search(lower) else _HINTS.get(status, "")
    return EndpointError(message, hint=hint)


def _limit(status: int, told: ServiceMessage, wire: Wire) -> EngineError | None:
    """What a message says of the sizes that it holds, where it is about sizes."""
    lower = told.lower
    if status == 413:
        return PromptTooLongError(f"the request is too long for {wire.address} (HTTP {status})")
    if status not in _SAYS_HOW:
        return None
    output = _first(_OUTPUT, lower)
    if not (output or _LENGTH.search(lower)):
        return None
    context = _first(_CONTEXT, lower) or _first(_INPUT, lower)
    prompt = _first(_PROMPT, lower)
    sizes = [f"it has {prompt} tokens"] if prompt else []
    sizes += [f"the context holds {context}"] if context else []
    told_sizes = f": {', '.join(sizes)}" if sizes else ""
    message = f"the request is too long for the model (HTTP {status}{told_sizes})"
    if context or output:
        return LimitError(
            message, context=context, prompt=prompt, max_output=output, hint=_ROOM_HINT
        )
    return PromptTooLongError(message, hint=_ROOM_HINT)


def _first(pattern: re.Pattern[str], text: str) -> int | None:
    found = pattern.search(text)
    return int(next(group for group in found.groups() if group)) if found else None


def of_exception(error: BaseException, wire: Wire, *, sent: str = "") -> EngineError:
    """The error for anything that the SDK or its transport raised."""
    import httpx2
    import openai

    chain = list(_chain(error))
    ours = next((item for item in chain if isinstance(item, EngineError)), None)
    if ours is not None:
        return ours
    if isinstance(error, openai.APIStatusError):
        return of_status(error.status_code, _body(error), error.response.headers, wire, sent=sent)
    if any(isinstance(item, ssl.SSLCertVerificationError) for item in chain) or any(
        "CERTIFICATE_VERIFY_FAILED" in str(item) for item in chain
    ):
        return EndpointError(f"the certificate of {wire.address} cannot be verified")
    if any(isinstance(item, httpx2.ProxyError) for item in chain):
        return UnreachableError(f"the proxy in front of {wire.address} refuses the connection")
    if any(isinstance(item, httpx2.ConnectError | httpx2.ConnectTimeout) for item in chain):
        return UnreachableError(f"{wire.address} cannot be reached", hint="check the base URL")
    if any(isinstance(item, TimeoutError | httpx2.TimeoutException) for item in chain):
        return TimedOutError(f"{wire.address} did not answer in time")
    if any(isinstance(item, UnicodeDecodeError) for item in chain):
        return TransientEndpointError(f"{wire.address} answered with bytes that are no UTF-8")
    if any(
        isinstance(item, httpx2.UnsupportedProtocol | httpx2.InvalidURL | UnicodeError)
        for item in chain
    ):
        return EndpointError(f"{wire.address} is no usable address", hint="check the base URL")
    if any(isinstance(item, httpx2.TransportError | OSError) for item in chain):
        return TransientEndpointError(f"the connection to {wire.address} broke off")
    if any(isinstance(item, ValueError) for item in chain):
        return NotAnApiError(f"{wire.address} answered with something that is no JSON")
    return TransientEndpointError(f"a call to {wire.address} failed ({type(error).__name__})")


def _body(error: Any) -> object:
    """The body of an error response: the SDK unwraps objects only, and Gemini sends a list."""
    body: object = error.body
    if isinstance(body, str):
        try:
            return error.response.json()
        except (ValueError, RecursionError):
            return None  # a page: nothing of it is worth a line
    return body


def _chain(error: BaseException) -> Iterator[BaseException]:
    seen: BaseException | None = error
    for _ in range(10):
        if seen is None:
            return
        yield seen
        seen = seen.__cause__ or seen.__context__
