"""Reading responses in the format of the Batch service; one bad line spoils one line."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from summarizer.engines.llm.answer.models import Answer
from summarizer.engines.llm.answer.wording import plain
from summarizer.engines.llm.client.answer_json import json_text
from summarizer.engines.llm.client.interface import Secret
from summarizer.engines.llm.client.response import content_text
from summarizer.engines.llm.client.service_message import presentable, read_message
from summarizer.errors import InputError
from summarizer.files import is_regular, opened

_LONGEST_LINE = 10_000_000  # a hundred times the longest answer asked for


@dataclass(frozen=True, slots=True)
class Declined:
    """A response that was not taken, by line number of its file, with the reason. `custom_id` is
    fit for one line of a terminal."""

    line: int
    custom_id: str
    reason: str


@dataclass(frozen=True, slots=True)
class Response:
    """A response with an answer in it, not yet compared with what was asked."""

    line: int
    custom_id: str
    answer: Answer


def read_responses(path: Path) -> Iterator[Response | Declined]:
    """Every line that is not blank. Raises InputError where the file cannot be read."""
    for number, raw in _numbered_lines(path):
        try:
            custom_id, content = _response(raw)
        except _UnusableError as error:
            yield Declined(number, plain(error.custom_id, 64), error.reason)
            continue
        try:
            answer = Answer.model_validate_json(json_text(content))
        except ValidationError:
            reason = "the answer is not the JSON that was asked for"
            yield Declined(number, plain(custom_id, 64), reason)
        else:
            yield Response(number, custom_id, answer)


class _UnusableError(Exception):
    """A response without an answer: its name, as far as it has one, and what is wrong."""

    def __init__(self, custom_id: str, reason: str) -> None:
        super().__init__(reason)
        self.custom_id = custom_id
        self.reason = reason


def _numbered_lines(path: Path) -> Iterator[tuple[int, bytes]]:
    try:
        if not is_regular(path):
            raise InputError(f"{path.name}: cannot be read: it is no file")
        with opened(path, sys.maxsize) as lines:
            for number, line in enumerate(lines, start=1):
                if line.strip(b"\xef\xbb\xbf \t\r\n"):
                    yield number, line.removeprefix(b"\xef\xbb\xbf") if number == 1 else line
    except OSError as error:
        raise InputError(f"{path.name}: cannot be read: {error.strerror or error}") from None


def _response(raw: bytes) -> tuple[str, str]:
    """The name of a response and the text of its answer."""
    if len(raw) > _LONGEST_LINE:
        raise _UnusableError("", "the line is longer than any answer")
    try:
        entry = json.loads(raw.decode("utf-8"))
    except UnicodeDecodeError:
        raise _UnusableError("", "not UTF-8") from None
    except (ValueError, RecursionError):
        raise _UnusableError("", "not a JSON object") from None
    key = entry.get("custom_id") if isinstance(entry, dict) else None
    if not isinstance(key, str) or not key:
        raise _UnusableError("", "no custom_id")
    response = entry.get("response")
    try:
        if entry.get("error"):
            raise _UnusableError(key, _failure(entry["error"], response))
        if response.get("status_code", 200) != 200:
            raise _UnusableError(key, _failure(response.get("body"), response))
        choice = response["body"]["choices"][0]
        message, finish = choice["message"], choice.get("finish_reason")
        refusal = message.get("refusal")
    except (AttributeError, KeyError, IndexError, TypeError):
        raise _UnusableError(key, "no choices in the response") from None
    if refusal or finish == "content_filter":
        raise _UnusableError(key, "the provider declined this request")
    if finish == "length":
        raise _UnusableError(key, "the answer was cut off")
    content = _content(message)
    if not content.strip():
        raise _UnusableError(key, "the answer is empty")
    return key, content


def _failure(told: object, response: object) -> str:
    """What the service says against a line, in its own words."""
    words = presentable(read_message(told).message, Secret(None))
    status = response.get("status_code") if isinstance(response, dict) else None
    shown = f" (status {status})" if isinstance(status, int) else ""
    return f"the service failed{shown}: {words}" if words else f"the service failed{shown}"


def _content(message: dict[str, Any]) -> str:
    if (content := content_text(message.get("content"))).strip():
        return content
    try:
        return str(message["tool_calls"][0]["function"]["arguments"])
    except (KeyError, IndexError, TypeError):
        return ""
