"""One request through instructor, in any of its modes, with our messages and nobody else's.

instructor prepares the request and parses the reply. In between, on the wire, its wording ("As a
genius expert …") and its schema are replaced by ours: the messages are sent as they are, and only
the two modes without a schema of their own get one appended to the system message. `context=` is
never passed: instructor would render the messages with Jinja then.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Awaitable, Callable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Generic

from pydantic import ValidationError

from summarizer import resources
from summarizer.engines.llm.completion import AnswerT, Completion, Message
from summarizer.engines.llm.dialects import Dialect, WireMode
from summarizer.engines.llm.faults import Wire, of_exception
from summarizer.engines.llm.payload import has_any_key
from summarizer.engines.llm.replies import Reply, put_answer, read_reply
from summarizer.engines.llm.wire_schema import wire_schema
from summarizer.errors import EngineError, InvalidAnswerError

_MOST_PROBLEMS = 20


@dataclass(frozen=True, slots=True)
class Question(Generic[AnswerT]):
    """A question to a model, whatever the dialect."""

    model: str
    messages: tuple[Message, ...]
    answer: type[AnswerT]
    max_output_tokens: int | None = None
    temperature: float | None = None
    extra: tuple[tuple[str, str | int | float | bool], ...] = ()


class IgnoredSchemaError(InvalidAnswerError):
    """The answer does not even try to follow the schema."""


async def ask(
    create: Callable[..., Awaitable[Any]],
    question: Question[AnswerT],
    dialect: Dialect,
    wire: Wire,
    heard: Callable[[Reply], None],
) -> Completion[AnswerT]:
    """Ask once through `create`, the SDK's own call, without any retry; `heard` is told of every
    reply, usable or not.

    Raises the errors of faults.py and InvalidAnswerError; nothing that holds the request, the key
    or the model's text in its message or as its cause.
    """
    reply: Reply | None = None
    fault: EngineError | None = None

    async def send(**prepared: Any) -> Any:
        nonlocal reply, fault
        prepared.update(_ours(question, dialect))
        try:
            response = await create(**prepared)
        except Exception as error:
            sent = "".join(message.content for message in question.messages)
            fault = of_exception(error, wire, sent=sent)
            raise
        reply = read_reply(response, wire)
        heard(reply)
        fault = reply.fault
        if fault is not None:
            raise fault
        tool = question.answer.__name__ if dialect.mode == "tools" else None
        put_answer(response, reply.text, tool=tool)
        return response

    problems = await _through_instructor(send, question, dialect)
    if fault is not None:
        raise fault
    if reply is None:
        raise InvalidAnswerError("no request was made", problems=problems)
    try:
        # instructor's own object is of another class, neither equal nor picklable, and it knows
        # nothing of answers that a model takes without their outer object.
        answer = question.answer.model_validate_json(reply.text)
    except ValueError as error:
        raise _invalid(question.answer, reply.text, problems or _problems(error)) from None
    return Completion(answer, reply.text, reply.usage, reply.finish)


async def _through_instructor(
    send: Callable[..., Any], question: Question[AnswerT], dialect: Dialect
) -> tuple[str, ...]:
    """Let instructor make the request and parse the reply; returns what it found wrong."""
    import instructor

    create: Any = instructor.patch(create=send, mode=instructor.Mode[dialect.mode.upper()])
    parameters: dict[str, Any] = {"model": question.model}
    if question.max_output_tokens is not None:
        limit = "max_completion_tokens" if dialect.newer_limit else "max_tokens"
        parameters[limit] = question.max_output_tokens
    if question.temperature is not None and dialect.temperature:
        parameters["temperature"] = question.temperature
    if question.extra:
        parameters["extra_body"] = dict(question.extra)
    with _muted():
        try:
            # strict=None leaves it to the model's own configuration how strict it is.
            await create(
                response_model=question.answer,
                messages=_messages(question, dialect.mode),
                max_retries=0,
                strict=None,
                **parameters,
            )
        except Exception as error:
            return _problems(error)
    return ()


def _ours(question: Question[AnswerT], dialect: Dialect) -> dict[str, Any]:
    """What goes over the wire in place of what instructor has prepared."""
    sent: dict[str, Any] = {"messages": _messages(question, dialect.mode)}
    name = question.answer.__name__
    if dialect.mode == "json_schema":
        schema: dict[str, Any] = {"name": name, "schema": wire_schema(question.answer)}
        if dialect.strict:
            schema["strict"] = True
        sent["response_format"] = {"type": "json_schema", "json_schema": schema}
    elif dialect.mode == "tools":
        function = {"name": name, "parameters": wire_schema(question.answer)}
        sent["tools"] = [{"type": "function", "function": function}]
    return sent


def _messages(question: Question[AnswerT], mode: WireMode) -> list[dict[str, str]]:
    messages = [{"role": one.role, "content": _sendable(one.content)} for one in question.messages]
    if mode in ("json", "md_json"):
        schema = json.dumps(wire_schema(question.answer), ensure_ascii=False, separators=(",", ":"))
        instruction = f"{_instruction(mode)}\n{schema}"
        if messages and messages[0]["role"] == "system":
            messages[0]["content"] += f"\n\n{instruction}"
        else:
            messages.insert(0, {"role": "system", "content": instruction})
    return messages


@lru_cache(maxsize=4)
def _instruction(mode: WireMode) -> str:
    return resources.text("prompts", f"answer-{mode}.md").strip()


def _sendable(text: str) -> str:
    """The text itself; only lone surrogates, which UTF-8 cannot carry, become question marks."""
    return text.encode("utf-8", "replace").decode("utf-8")


def _problems(error: BaseException) -> tuple[str, ...]:
    """What is wrong with an answer, without quoting values: one line for each problem."""
    cause: BaseException | None = error
    while cause is not None and not isinstance(cause, ValidationError):
        cause = cause.__cause__
    if cause is None:
        return ("the answer cannot be read",)
    found = cause.errors(include_input=False, include_url=False, include_context=False)
    lines = [f"{'.'.join(map(str, item['loc'])) or 'answer'}: {item['msg']}" for item in found]
    return tuple(" ".join(line.split())[:300] for line in lines[:_MOST_PROBLEMS])


def _invalid(answer: type[AnswerT], text: str, problems: Sequence[str]) -> InvalidAnswerError:
    if not text.strip():
        return IgnoredSchemaError("the answer is empty", problems=("the answer is empty",))
    message = f"the answer does not fit the schema ({len(problems)} problems)"
    kind = InvalidAnswerError if _tries(answer, text) else IgnoredSchemaError
    return kind(message, raw=text, problems=tuple(problems))


def _tries(answer: type[AnswerT], text: str) -> bool:
    """True for an object with one of the schema's keys, and for one that breaks off."""
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        return text.startswith("{")
    keys = {field.alias or name for name, field in answer.model_fields.items()}
    return has_any_key(value, frozenset(keys))


_MUTED: ContextVar[bool] = ContextVar("instructor_muted", default=False)


class _Mute(logging.Filter):
    """Drops instructor's log lines, which quote answers and errors, during our own calls only."""

    def filter(self, record: logging.LogRecord) -> bool:
        return not _MUTED.get()


_MUTE = _Mute()


@contextmanager
def _muted() -> Iterator[None]:
    for name in ("instructor", "instructor.v2", "instructor.v2.retry"):
        logging.getLogger(name).addFilter(_MUTE)  # adding it again changes nothing
    token = _MUTED.set(True)
    try:
        yield
    finally:
        _MUTED.reset(token)
