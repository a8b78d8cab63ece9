"""What can go wrong with a call, sorted into our own errors.

    content   the provider declines the text             RefusedError       never sent again
    length    prompt or answer is too long               TruncatedError     split, never repeated
    dialect   a mode or parameter is not supported       UnsupportedError   said another way
    passing   rate limit, 5xx, reset, timeout            TransientEndpointError
    final     key, model, address, quota, anything else  EndpointError

Sources of the wordings: the error references of OpenAI, Azure OpenAI, DeepSeek, DashScope,
Moonshot, Zhipu, Volcengine and MiniMax, and the messages of vLLM, Ollama and OpenRouter.
"""

from __future__ import annotations

import email.utils
import math
import re
import ssl
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from summarizer.errors import (
    EndpointError,
    EngineError,
    RefusedError,
    TransientEndpointError,
    TruncatedError,
)


class UnsupportedError(EngineError):
    """The endpoint does not take a mode or a parameter; `told` is what it said, in lower case."""

    def __init__(self, message: str, told: str) -> None:
        super().__init__(message)
        self.told = told


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
    secret: str | None


_CONTENT = re.compile(
    r"content exists risk|content_?filter|content management policy|responsibleaipolicyviolation"
    r"|data_?inspection_?failed|inappropriate content|sensitive_?content|new_sensitive"
    r"|considered high risk|usage polic|content_policy|不安全或敏感内容|敏感内容|内容安全"
)
_LENGTH = re.compile(
    r"context_length_exceeded|context (?:length|window|size)|range of input length"
    r"|(?:prompt|input|string)[^.]{0,40} too (?:long|large)|exceeded model token limit"
    r"|exceed(?:s|ed)? [^.]{0,40}max(?:imum)?\b|超长|超过[^。]{0,20}长度"
)
_NO_MODEL = re.compile(
    r"model(?:[^.]|\.\S){0,120}?(?:not exist|not found|not be found|is not a valid)"
    r"|invalid model|模型不存在"
)
_DIALECT = re.compile(
    r"response_?format|json_?schema|json_?object|json mode|structured output|\btools?\b|tool_choice"
    r"|function.?call|temperature|max_(?:completion_)?tokens|\bstrict\b|invalid schema"
)
# Some local servers answer 500 to a schema that they cannot turn into a grammar.
_GRAMMAR = re.compile(r"response_?format|json[ _]schema|\bgrammar\b")
_QUOTA = re.compile(r"insufficient_?quota|insufficient balance|arrear|billing|余额不足|欠费")

_PASSING = frozenset({408, 409, 425})
_SAYS_HOW = frozenset({400, 404, 405, 415, 422, 501})
_KEY = re.compile(r"\b(?:sk|pk|key|ak)-[\w*.…-]{4,}|[Bb]earer\s+\S+|\b[A-Za-z0-9_]{32,}\b")
_HINTS: Mapping[int, str] = {
    401: "check OPENAI_API_KEY",
    402: "the account has no balance left",
    403: "the key may not use this model or this endpoint",
    404: "check the model's name (-m) and the base URL",
}


def of_status(
    status: int, body: object, headers: Mapping[str, str], wire: Wire, *, sent: str = ""
) -> EngineError:
    """The error for an HTTP status of 400 or more (or an error told in a body with status 200).

    `sent` is the text of the request, so that a message that repeats it is not passed on.
    """
    told, codes = _told(body)
    lower = f"{told} {codes}".lower()
    if 400 <= status < 500 and _CONTENT.search(lower):
        return RefusedError(f"the provider declined the content (HTTP {status})")
    if status == 413 or (status in _SAYS_HOW and _LENGTH.search(lower)):
        return TruncatedError(f"the request is too long for the model (HTTP {status})")
    shown = f": {_presentable(told, wire, sent)}" if told else ""
    message = f"HTTP {status} from {wire.address}{shown}"
    if status == 429 and _QUOTA.search(lower):
        return EndpointError(message, hint=_HINTS[402])
    if status == 500 and _GRAMMAR.search(lower):
        return UnsupportedError(message, lower)
    if status == 429:
        return RateLimitedError(message, retry_after=retry_after(headers))
    if status in _PASSING or (status >= 500 and status != 501):
        return TransientEndpointError(message, retry_after=retry_after(headers))
    if status in _SAYS_HOW and not _NO_MODEL.search(lower) and _DIALECT.search(lower):
        return UnsupportedError(message, lower)
    if status == 404 and not told:
        message += f" (model {wire.model})"
    return EndpointError(message, hint=_HINTS.get(status, ""))


def of_exception(error: BaseException, wire: Wire, *, sent: str = "") -> EngineError:
    """The error for anything that the SDK or its transport raised."""
    import httpx2
    import openai

    if isinstance(error, openai.APIStatusError):
        body = error.body if isinstance(error.body, dict) else None
        return of_status(error.status_code, body, error.response.headers, wire, sent=sent)
    chain = list(_chain(error))
    if any(isinstance(item, ssl.SSLCertVerificationError) for item in chain) or any(
        "CERTIFICATE_VERIFY_FAILED" in str(item) for item in chain
    ):
        return EndpointError(f"the certificate of {wire.address} cannot be verified")
    if any(isinstance(item, httpx2.ConnectError | httpx2.ConnectTimeout) for item in chain):
        return UnreachableError(f"{wire.address} cannot be reached", hint="check the base URL")
    if any(isinstance(item, TimeoutError | httpx2.TimeoutException) for item in chain):
        return TimedOutError(f"{wire.address} did not answer in time")
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


def retry_after(headers: Mapping[str, str]) -> float | None:
    """Seconds to wait as the headers say: milliseconds, seconds, or an HTTP date, which is read
    against the server's own clock where it tells it. None where they say nothing usable."""
    for name, scale in (("retry-after-ms", 0.001), ("retry-after", 1.0)):
        try:
            seconds = float(headers.get(name, "")) * scale
        except ValueError:
            continue
        return max(0.0, seconds) if math.isfinite(seconds) else None
    then = _timestamp(headers.get("retry-after"))
    now = _timestamp(headers.get("date"))
    return None if then is None else max(0.0, then - (time.time() if now is None else now))


def scrub(text: str, secret: str | None = None) -> str:
    """`text` without anything that looks like a key, and without `secret`."""
    if secret:
        text = text.replace(secret, "***")
    return _KEY.sub("***", text)


def _timestamp(text: str | None) -> float | None:
    if not text:
        return None
    try:
        return email.utils.parsedate_to_datetime(text).timestamp()
    except (TypeError, ValueError, OverflowError):
        return None


def _told(body: object) -> tuple[str, str]:
    """The message of an error body, on one line, and its codes."""
    inner = body.get("error", body) if isinstance(body, dict) else body
    if not isinstance(inner, dict):
        return (" ".join(inner.split()) if isinstance(inner, str) else ""), ""
    nested = inner.get("innererror")
    codes: list[Any] = [inner.get("code"), inner.get("type"), inner.get("param")]
    if isinstance(nested, dict):
        codes.append(nested.get("code"))
    message = inner.get("message") or inner.get("detail") or inner.get("code") or ""
    return " ".join(str(message).split()), " ".join(str(code) for code in codes if code)


def _presentable(told: str, wire: Wire, sent: str) -> str:
    if _repeats(told, sent):
        return "(its message repeats the request and is left out)"
    line = scrub(told, wire.secret)
    return line if len(line) <= 200 else line[:199] + "…"


def _repeats(told: str, sent: str) -> bool:
    """True where a stretch of the message, 17 characters or more, stands in the request."""
    return any(told[i : i + 12] in sent for i in range(0, max(0, min(len(told), 2000) - 11), 6))


def _chain(error: BaseException) -> Iterator[BaseException]:
    seen: BaseException | None = error
    for _ in range(10):
        if seen is None:
            return
        yield seen
        seen = seen.__cause__ or seen.__context__
