"""The faults that real endpoints have, to return from an answer function or to inject."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from summarizer.testing.endpoint import ReceivedRequest

HTML_PAGE = "<!DOCTYPE html><html><body><h1>502 Bad Gateway</h1></body></html>"


@dataclass(frozen=True, slots=True)
class Fault:
    """One way to fail.

    `kind` is `reply` for an HTTP reply with `status`, `headers` and `body`; `answer` for a proper
    completion with changes to its `finish`, `refusal` or (by `alter`) its JSON; `reset` for a
    connection broken off; `hang` for silence of `seconds`, broken off then.
    """

    name: str
    kind: Literal["reply", "answer", "reset", "hang"] = "reply"
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    body: Mapping[str, Any] | str | bytes = ""
    finish: str | None = None
    refusal: str | None = None
    alter: Callable[[str], str] | None = None
    seconds: float = 0.0


def error(status: int, message: str, *, code: str | None = None, name: str = "") -> Fault:
    """Any error in the form OpenAI gives it."""
    body = {"error": {"message": message, "type": "error", "param": None, "code": code}}
    return Fault(name or f"HTTP {status}", status=status, body=body)


def rate_limited(retry_after: float | str | None = None) -> Fault:
    """429, with the Retry-After header where one is given (seconds or an HTTP date)."""
    headers = {} if retry_after is None else {"Retry-After": str(retry_after)}
    body = {"error": {"message": "Rate limit reached", "code": "rate_limit_exceeded"}}
    name = "429" if retry_after is None else "429 with Retry-After"
    return Fault(name, status=429, headers=headers, body=body)


def server_error(status: int = 500) -> Fault:
    """A fault of the server."""
    return error(status, "The server had an error", name=str(status))


def reset() -> Fault:
    """The connection is reset before any reply."""
    return Fault("connection reset", kind="reset")


def hang(seconds: float = 3600.0) -> Fault:
    """No reply for so long; ends early when the endpoint closes."""
    return Fault("hang", kind="hang", seconds=seconds)


def html_page(status: int = 200) -> Fault:
    """A web page in place of an answer, as gateways and wrong base URLs give it."""
    headers = {"Content-Type": "text/html; charset=utf-8"}
    return Fault(f"HTML page with {status}", status=status, headers=headers, body=HTML_PAGE)


def truncated_json(share: float = 0.6) -> Fault:
    """An answer that breaks off within its JSON, although the service says it is complete."""
    return altered(lambda text: text[: int(len(text) * share)], "truncated JSON")


def empty() -> Fault:
    """An answer without content."""
    return altered(lambda _: "", "empty content")


def blank() -> Fault:
    """An answer of blanks."""
    return altered(lambda _: " \n\n\t ", "blank content")


def altered(alter: Callable[[str], str], name: str = "altered answer") -> Fault:
    """The proper answer with its JSON text changed."""
    return Fault(name, kind="answer", alter=alter)


def length(share: float = 0.6) -> Fault:
    """An answer cut at the token limit, said so by its finish reason."""
    cut = altered(lambda text: text[: int(len(text) * share)])
    return Fault("length", kind="answer", alter=cut.alter, finish="length")


def refusal() -> Fault:
    """The model refuses, in the refusal field."""
    told = "I can't help with that."
    return Fault("refusal field", kind="answer", alter=lambda _: "", refusal=told)


def filtered() -> Fault:
    """The answer is held back: finish reason content_filter."""
    return Fault(
        "finish content_filter", kind="answer", alter=lambda _: "", finish="content_filter"
    )


def content_filter() -> Fault:
    """Azure's refusal of a prompt."""
    told = "The response was filtered due to the prompt triggering content management policy."
    return error(400, told, code="content_filter", name="400 content_filter")


def content_exists_risk() -> Fault:
    """DeepSeek's refusal of a prompt."""
    return error(400, "Content Exists Risk", code="invalid_request_error", name="400 content risk")


def unknown_model() -> Fault:
    """404 for the model's name."""
    told = "The model `nonsense` does not exist or you do not have access to it."
    return error(404, told, code="model_not_found", name="unknown model")


def bad_key() -> Fault:
    """401; the message repeats a part of the key, as real ones do."""
    told = "Incorrect API key provided: sk-abcd****wxyz."
    return error(401, told, code="invalid_api_key", name="wrong key")


def mode_refused(mode: str = "json_schema") -> Fault:
    """400 for a mode that this endpoint does not know."""
    told = {
        "json_schema": "This response_format type is unavailable now",
        "tools": "tools is not supported by this model",
        "json": "response_format json_object is not supported",
    }
    message = told.get(mode, f"{mode} is not supported")
    return error(400, message, code="invalid_request_error", name=f"{mode} refused")


def mixture(
    share: float, seed: int, choices: Sequence[Fault]
) -> Callable[[ReceivedRequest], Fault | None]:
    """An injector that fails `share` of all requests with faults drawn evenly from `choices`.

    It depends on nothing but the seed, the body and how often that body came, so that a run is the
    same however its threads are scheduled.
    """

    def inject(request: ReceivedRequest) -> Fault | None:
        key = f"{seed} {request.body_hash} {request.tries}".encode()
        draw = random.Random(hashlib.sha256(key).digest())  # noqa: S311 - a seeded draw, no secret
        return draw.choice(choices) if draw.random() < share else None

    return inject
