"""One request through instructor, with our body and nobody else's.

instructor parses the reply and says what is wrong with it. What goes over the wire is ours alone
(`request_body`): instructor's wording ("As a genius expert …") and its schema never leave.
`context=` is never passed: instructor would render the messages with Jinja then.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Awaitable, Callable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from pydantic import ValidationError

from summarizer.engines.llm.client.answer_json import has_any_key
from summarizer.engines.llm.client.capabilities import WireMode
from summarizer.engines.llm.client.error_mapping import Wire, of_exception
from summarizer.engines.llm.client.interface import AnswerT, ChatRequest, Completion
from summarizer.engines.llm.client.response import Reply, put_answer, read_reply
from summarizer.errors import EngineError, InvalidAnswerError, TransientEndpointError

_MOST_PROBLEMS = 20  # a model mends the first few; more would fill the prompt


class IgnoredSchemaError(InvalidAnswerError):
    """The answer does not even try to follow the schema."""


async def exchange(
    create: Callable[..., Awaitable[Any]],
    request: ChatRequest[AnswerT],
    body: dict[str, Any],
    mode: WireMode,
    wire: Wire,
    heard: Callable[[Reply], None],
) -> Completion[AnswerT]:
    """Send `body` through `create`, the SDK's own call, without any retry; `heard` is told of every
    reply, usable or not.

    Raises the errors of error_mapping.py and InvalidAnswerError; nothing that holds the request,
    the key or the model's text in its message or as its cause.
    """
    reply: Reply | None = None
    fault: EngineError | None = None

    async def send(**_: Any) -> Any:
        nonlocal reply, fault
        try:
            response = await create(
                model=body["model"],
                messages=body["messages"],
                extra_body={k: v for k, v in body.items() if k not in ("model", "messages")},
            )
        except Exception as error:
            sent = "".join(message.content for message in request.messages)
            fault = of_exception(error, wire, sent=sent)
            raise
        try:
            reply = read_reply(response, wire)
        except Exception as error:  # no reply, of whatever shape, ends a run
            kind = type(error).__name__
            fault = TransientEndpointError(f"{wire.address} sent an unreadable reply ({kind})")
            raise fault from None
        heard(reply)
        fault = reply.fault
        if fault is not None:
            raise fault
        put_answer(response, reply.text, tool=request.answer.__name__ if mode == "tools" else None)
        return response

    problems = await _through_instructor(send, request, body, mode)
    if fault is not None:
        raise fault
    if reply is None:
        raise InvalidAnswerError("no request was made", problems=problems)
    try:
        # instructor's own object is of another class, neither equal nor picklable, and it knows
        # nothing of answers that a model takes without their outer object.
        answer = request.answer.model_validate_json(reply.text)
    except ValueError as error:
        raise _invalid(request, reply.text, problems or _problems(error)) from None
    return Completion(answer, reply.text, reply.usage, reply.finish)


async def _through_instructor(
    send: Callable[..., Any], request: ChatRequest[AnswerT], body: dict[str, Any], mode: WireMode
) -> tuple[str, ...]:
    """Let instructor call and parse the reply; returns what it found wrong."""
    import instructor

    create: Any = instructor.patch(create=send, mode=instructor.Mode[mode.upper()])
    with _muted():
        try:
            # strict=None leaves it to the model's own configuration how strict it is.
            await create(
                response_model=request.answer,
                model=body["model"],
                messages=body["messages"],
                max_retries=0,
                strict=None,
            )
        except Exception as error:
            return _problems(error)
    return ()


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


def _invalid(
    request: ChatRequest[AnswerT], text: str, problems: Sequence[str]
) -> InvalidAnswerError:
    if not text.strip():
        return IgnoredSchemaError("the answer is empty", problems=("the answer is empty",))
    message = f"the answer does not fit the schema ({len(problems)} problems)"
    kind = InvalidAnswerError if _tries(request, text) else IgnoredSchemaError
    return kind(message, raw=text, problems=tuple(problems))


def _tries(request: ChatRequest[AnswerT], text: str) -> bool:
    """True for an object with one of the schema's keys, and for one that breaks off."""
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        return text.startswith("{")
    keys = {field.alias or name for name, field in request.answer.model_fields.items()}
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
