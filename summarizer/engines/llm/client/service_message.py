"""What a service says about itself, read from bodies of any shape and made fit for one line."""

from __future__ import annotations

import base64
import json
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from summarizer import patterns as re
from summarizer.engines.llm.client.interface import Secret
from summarizer.errors import UNSEEN

_LONGEST = 200  # two lines of a terminal
_KEY = re.compile(r"\b(?:sk|pk|key|ak)-[\w*.…-]{4,}|[Bb]earer\s+\S+|\b[A-Za-z0-9_]{32,}\b")
_LINK = re.compile(r"\b[a-z][a-z0-9+.-]{1,20}://\S+|\bwww\.\S+", re.IGNORECASE)
_MESSAGES = ("message", "detail", "msg", "error_msg", "status_msg", "error_description")
_CODES = (
    "code",
    "type",
    "param",
    "status",
    "error_code",
    "status_code",
    "n_ctx",
    "n_prompt_tokens",
)


@dataclass(frozen=True, slots=True)
class ServiceMessage:
    """The message of an error body, on one line; `lower` is it with all codes, in lower case."""

    message: str
    lower: str
    code: int | None = None


def read_message(body: object) -> ServiceMessage:
    """What an error body says; of any type and shape."""
    codes: list[str] = []
    message = ""
    status = None
    for inner in _layers(body):
        if isinstance(inner, str):
            message = message or inner
            continue
        if not message:
            message = next((str(inner[k]) for k in _MESSAGES if _plain(inner.get(k))), "")
        for name in _CODES:
            if _plain(value := inner.get(name)):
                codes.append(f"{name} {value}" if name.startswith("n_") else str(value))
        if status is None:
            status = _status(inner)
    if not message:
        message = next((code for code in codes if not code.isdigit()), "")
    line = " ".join(message[:4000].split())
    return ServiceMessage(line, f"{line} {' '.join(codes)}"[:6000].lower(), status)


def _layers(body: object, depth: int = 0) -> list[Any]:
    """The objects in which a message may stand, from the innermost that says `error`."""
    if isinstance(body, list):
        body = next((item for item in body if isinstance(item, dict)), None)
    if isinstance(body, str):
        return [body]
    if not isinstance(body, dict) or depth > 3:
        return []
    found: list[Any] = []
    for name in ("error", "innererror", "base_resp"):
        found += _layers(body.get(name), depth + 1)
    return [*found, body]


def _plain(value: object) -> bool:
    return isinstance(value, str | int) and not isinstance(value, bool) and value != ""


def _status(inner: dict[str, Any]) -> int | None:
    """An HTTP status that a body tells, as number or in digits."""
    for name in ("code", "status", "status_code"):
        value = inner.get(name)
        if isinstance(value, str) and value.isascii() and value.isdigit() and len(value) == 3:
            value = int(value)
        if isinstance(value, int) and not isinstance(value, bool) and 300 <= value < 600:
            return value
    return None


def presentable(told: str, secret: Secret, sent: str = "") -> str:
    """A service's words in a short line: without keys, links, controls, parts of the request."""
    if _repeats(told, sent):
        return "(its message repeats the request and is left out)"
    line = scrub(_LINK.sub("…", UNSEEN.sub(" ", told)), secret)
    line = " ".join(line.split())
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"


def scrub(text: str, secret: Secret) -> str:
    """`text` without anything that looks like a key, and without `secret` in any spelling."""
    key = secret.reveal()
    if key:
        encoded = base64.b64encode(key.encode("utf-8", "replace")).decode().rstrip("=")
        for spelling in {key, quote(key, safe=""), json.dumps(key)[1:-1], encoded}:
            text = re.sub(re.escape(spelling), "***", text, flags=re.IGNORECASE)
    return _KEY.sub("***", text)


def _repeats(told: str, sent: str) -> bool:
    """True where a stretch of the message, 17 characters or more, stands in the request."""
    return any(told[i : i + 12] in sent for i in range(0, max(0, min(len(told), 2000) - 11), 6))
