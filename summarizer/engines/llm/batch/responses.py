"""Taking responses into the cache."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from summarizer.analysis import Analysis
from summarizer.engines.llm.answers import Answer, judge
from summarizer.engines.llm.batch.requests import cache_of, exported, maker_of
from summarizer.engines.llm.cache import AnswerCache
from summarizer.engines.llm.memory import Known
from summarizer.engines.llm.payload import json_text
from summarizer.engines.llm.prompting import Reason, Request, load_prompts
from summarizer.engines.llm.questions import Question
from summarizer.engines.llm.replies import content_text
from summarizer.errors import InputError
from summarizer.settings import Settings

_FINAL = 1_000
"""Tries of an imported answer: where the source contradicts it, there is nobody to ask again."""


@dataclass(frozen=True, slots=True)
class Declined:
    """A response that was not taken, by line number of its file, with the reason."""

    line: int
    custom_id: str
    reason: str


@dataclass(frozen=True, slots=True)
class BatchImport:
    """What was taken: new answers, answers that were there before, responses declined, and the
    keys of the requests that are still without an answer. Where the file answers an export, those
    of other exports (of a report that was edited since, perhaps) are not counted as missing."""

    taken: int
    already: int
    declined: tuple[Declined, ...]
    missing: tuple[str, ...]


def import_responses(
    path: Path, settings: Settings, analyses: Iterable[Analysis] = ()
) -> BatchImport:
    """Take responses in the format of the Batch service into the cache.

    They are validated like live answers. Questions are found by `custom_id` among the exported
    requests; `analyses` helps where another cache was used for the export. Raises InputError where
    the file cannot be read.
    """
    cache = cache_of(settings)
    questions = _questions_of(analyses, settings)
    taken: dict[str, str] = {}
    declined = []
    exports: set[str] = set()
    already = 0
    for number, line in _numbered_lines(path):
        try:
            key, content = _response(line)
        except _UnusableError as error:
            declined.append(Declined(number, error.custom_id, error.reason))
            continue
        request = exported(cache, key)
        question = request[0] if request else questions.get(key)
        if request:
            exports.add(request[1])
        if question is None:
            if cache.get(key) is not None:
                already += 1
            else:
                declined.append(Declined(number, key, "no request of this name was exported"))
            continue
        answer = _answer(question, content)
        if isinstance(answer, Known):
            taken[key] = answer.to_json(key)
        else:
            declined.append(Declined(number, key, answer))
    cache.put_all(taken)
    cache.drop_requests(taken)
    missing = tuple(_missing(cache, exports))
    cache.close()
    return BatchImport(len(taken), already, tuple(declined), missing)


def _missing(cache: AnswerCache, exports: set[str]) -> Iterator[str]:
    """The requests of these exports that are not answered; of all where these are none."""
    for key in cache.requests():
        request = exported(cache, key)
        counts = not exports or request is None or request[1] in exports
        if counts and cache.get(key) is None:
            yield key


class _UnusableError(Exception):
    """A response without an answer: its name, as far as it has one, and what is wrong."""

    def __init__(self, custom_id: str, reason: str) -> None:
        super().__init__(reason)
        self.custom_id = custom_id
        self.reason = reason


def _questions_of(analyses: Iterable[Analysis], settings: Settings) -> dict[str, Question]:
    found = {}
    for analysis in analyses:
        maker = maker_of(analysis, settings, load_prompts())
        units = [part for parts in maker.units().values() for part in parts]
        found.update({question.key: question for question in [*units, *maker.sections()]})
    return found


def _numbered_lines(path: Path) -> Iterator[tuple[int, str]]:
    try:
        with path.open(encoding="utf-8-sig") as lines:
            for number, line in enumerate(lines, start=1):
                if line.strip():
                    yield number, line
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "not UTF-8"
        raise InputError(f"{path}: cannot be read: {reason}") from None


def _response(line: str) -> tuple[str, str]:
    """The name of a response and the text of its answer."""
    try:
        entry = json.loads(line)
    except (ValueError, RecursionError):
        raise _UnusableError("", "not a JSON object") from None
    key = entry.get("custom_id") if isinstance(entry, dict) else None
    if not isinstance(key, str) or not key:
        raise _UnusableError("", "no custom_id")
    response = entry.get("response")
    try:
        status = response.get("status_code", 200)
        if entry.get("error") or status != 200:
            raise _UnusableError(key, f"the service failed (status {status})")
        choice = response["body"]["choices"][0]
        message, finish = choice["message"], choice.get("finish_reason")
        refusal = message.get("refusal")
    except (AttributeError, KeyError, IndexError, TypeError):
        raise _UnusableError(key, "no choices in the response") from None
    if refusal or finish == "content_filter":
        raise _UnusableError(key, "the provider declined this unit")
    if finish == "length":
        raise _UnusableError(key, "the answer was cut off")
    content = _content(message)
    if not content.strip():
        raise _UnusableError(key, "the answer is empty")
    return key, content


def _content(message: dict[str, Any]) -> str:
    if (content := content_text(message.get("content"))).strip():
        return content
    try:
        return str(message["tool_calls"][0]["function"]["arguments"])
    except (KeyError, IndexError, TypeError):
        return ""


def _answer(question: Question, content: str) -> Known | str:
    """The validated answer, or why it cannot be taken."""
    try:
        answer = Answer.model_validate_json(json_text(content))
    except ValidationError:
        return "the answer is not the JSON that was asked for"
    unit = question.kind == "unit"
    name = "u1" if unit else "s1"
    asked = {name: question}
    judged = judge(answer, Request((), asked if unit else {}, {} if unit else asked))
    if name in judged.taken:
        return Known(judged.taken[name], _FINAL)
    return "; ".join(_told(reason) for reason in judged.failed[name])


def _told(reason: Reason) -> str:
    values = ", ".join(f"{name} {value}" for name, value in reason.values)
    return reason.name.replace("_", " ") + (f" ({values})" if values else "")
