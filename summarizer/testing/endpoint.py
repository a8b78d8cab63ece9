"""A chat completions endpoint on loopback: function in, response out, through the real SDK."""

from __future__ import annotations

import hashlib
import json
import threading
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from http.server import ThreadingHTTPServer
from typing import Any, Literal, Self

from summarizer.engines.llm.client.interface import Message
from summarizer.testing.faults import Fault

Answer = str | Mapping[str, Any] | Fault


@dataclass(frozen=True, slots=True)
class ReceivedRequest:
    """A request as it came, the names of headers in lower case. `number` counts all requests and
    `tries` the ones with this very body, both from 1."""

    body: Mapping[str, Any]
    headers: Mapping[str, str]
    path: str
    body_hash: str
    number: int
    tries: int

    @property
    def messages(self) -> tuple[Message, ...]:
        """The messages, as they stand in the body."""
        return tuple(Message(one["role"], one["content"]) for one in self.body["messages"])

    @property
    def mode(self) -> Literal["json_schema", "tools", "json", "text"]:
        """How the answer is wanted; md_json looks like plain text."""
        if self.body.get("tools"):
            return "tools"
        kind = (self.body.get("response_format") or {}).get("type")
        return "json_schema" if kind == "json_schema" else "json" if kind else "text"


@dataclass(frozen=True, slots=True)
class Exchange:
    """A request with what it met: `answer`, or the name of a fault."""

    request: ReceivedRequest
    outcome: str


@dataclass(frozen=True, slots=True)
class Latency:
    """How long an answer takes: seconds before it, and seconds for each of its tokens.

    `first` and `per_token` are those of a hosted model that writes 100 tokens a second.
    """

    first: float = 0.5
    per_token: float = 0.01


def count_tokens(text: str) -> int:
    """The fake's own tokenizer: a token for every character above ASCII and every four below."""
    wide = len(text) - len(text.encode("ascii", "ignore"))
    return wide + (len(text) - wide + 3) // 4


@dataclass
class FakeEndpoint:
    """An endpoint as a context manager; see the package for an example.

    `inject` may fail a request in place of its answer; faults that change an answer belong there.
    `tokens` counts what is reported as usage. `history` holds every request that was dealt with,
    `counts` how often each body came, and `answered` how often each was answered without a fault
    (keys are `ReceivedRequest.body_hash`). What the functions raise is raised at the end.
    """

    answer: Callable[[ReceivedRequest], Answer]
    inject: Callable[[ReceivedRequest], Fault | None] | None = None
    latency: Latency | None = None
    tokens: Callable[[str], int] = count_tokens
    history: list[Exchange] = field(default_factory=list, init=False)
    counts: Counter[str] = field(default_factory=Counter, init=False)
    answered: Counter[str] = field(default_factory=Counter, init=False)
    closing: threading.Event = field(default_factory=threading.Event, init=False)
    error: BaseException | None = field(default=None, init=False)

    def __enter__(self) -> Self:
        from summarizer.testing.server import serve

        self._lock = threading.Lock()
        self._server: ThreadingHTTPServer = serve(self)
        return self

    def __exit__(self, kind: object, *_: object) -> None:
        self.closing.set()
        self._server.shutdown()
        self._server.server_close()
        if self.error is not None and kind is None:
            raise self.error

    @property
    def base_url(self) -> str:
        """What to give to a client."""
        return f"http://127.0.0.1:{self._server.server_address[1]}/v1"

    @property
    def calls(self) -> int:
        """Requests so far."""
        return self.counts.total()

    def receive(self, path: str, headers: Mapping[str, str], raw: bytes) -> ReceivedRequest:
        """The request in these bytes, counted."""
        digest = hashlib.sha256(raw).hexdigest()
        with self._lock:
            self.counts[digest] += 1
            number, tries = self.counts.total(), self.counts[digest]
        lower = {name.lower(): value for name, value in headers.items()}
        return ReceivedRequest(json.loads(raw), lower, path, digest, number, tries)

    def note(self, request: ReceivedRequest, fault: Fault | None) -> None:
        """Put a request into the history."""
        with self._lock:
            self.history.append(Exchange(request, fault.name if fault else "answer"))
            self.answered[request.body_hash] += fault is None
