"""What an endpoint sent back, read without trusting its shape."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from summarizer.engines.llm.client.answer_json import json_text
from summarizer.engines.llm.client.error_mapping import NotAnApiError, Wire, of_status
from summarizer.engines.llm.client.interface import TokenUsage
from summarizer.engines.llm.client.service_message import read_message
from summarizer.errors import EngineError, RefusedError, TransientEndpointError, TruncatedError

_NO_HEADERS: Mapping[str, str] = {}
_DECLINED = ("content_filter", "sensitive", "prohibited_content", "safety", "recitation")
_CUT = frozenset({"length", "max_tokens", "model_length"})
_OVERLOADED = frozenset({"insufficient_system_resource", "network_error", "error"})


@dataclass(frozen=True, slots=True)
class Reply:
    """One reply. `text` is the JSON of the answer, wherever in the reply it stood, and `fault` is
    what makes it no answer. `thought` is true where thoughts came with it."""

    text: str
    usage: TokenUsage
    finish: str
    fault: EngineError | None = None
    thought: bool = False


def read_reply(response: Any, wire: Wire) -> Reply:
    """The reply in a response of the SDK, which may be of any type. Never raises."""
    choices = getattr(response, "choices", None)
    reported = getattr(response, "usage", None)
    usage = _usage(reported)
    if not isinstance(choices, list) or not choices:
        return Reply("", usage, "", _no_choices(response, wire))
    message = getattr(choices[0], "message", None)
    finish = str(getattr(choices[0], "finish_reason", None) or "")[:60].lower()
    written = _written(message)
    text = json_text(written)
    fault: EngineError | None = None
    if _is_declined(finish) or getattr(message, "refusal", None):
        fault = RefusedError("the provider declined the content")
    elif finish in _CUT:
        fault = TruncatedError("the answer was cut at the token limit")
    elif finish in _OVERLOADED:
        fault = TransientEndpointError(f"{wire.address} gave up on the answer ({finish})")
    thought = bool(_reasoning(message)) or _reasoned(reported) or "<think" in written[:200]
    return Reply(text, usage, finish, fault, thought)


def put_answer(response: Any, text: str, *, tool: str | None) -> None:
    """Write the bare JSON where a parser looks for it: in the content, and as a call of `tool`."""
    from openai.types.chat import (
        ChatCompletionMessage,
        ChatCompletionMessageFunctionToolCall,
        ChatCompletionMessageToolCallUnion,
    )
    from openai.types.chat.chat_completion_message_function_tool_call import Function

    calls: list[ChatCompletionMessageToolCallUnion] | None = None
    if tool is not None:
        function = Function(name=tool, arguments=text)
        calls = [ChatCompletionMessageFunctionToolCall(id="0", type="function", function=function)]
    response.choices[0].message = ChatCompletionMessage.model_construct(
        role="assistant", content=text, tool_calls=calls
    )


def _written(message: Any) -> str:
    """The arguments of the first tool call, else the content, else JSON among the thoughts, where
    servers put it that take everything before a closing tag for thoughts."""
    for call in getattr(message, "tool_calls", None) or ():
        arguments = getattr(getattr(call, "function", None), "arguments", None)
        if isinstance(arguments, dict):  # some servers send the object itself
            return json.dumps(arguments, ensure_ascii=False)
        if isinstance(arguments, str) and arguments.strip():
            return arguments
    content = content_text(getattr(message, "content", None))
    return content if content.strip() else _reasoning(message)


def _reasoning(message: Any) -> str:
    for name in ("reasoning_content", "reasoning"):
        value = getattr(message, name, None)
        if isinstance(value, str) and value.strip():
            return value
    return ""


def content_text(content: Any) -> str:
    """The text of a content: a string, a list of text parts, or (by hand) the object itself."""
    if isinstance(content, list):
        parts = [part.get("text") for part in content if isinstance(part, dict)]
        return "".join(part for part in parts if isinstance(part, str))
    if isinstance(content, dict):
        return json.dumps(content, ensure_ascii=False)
    return content if isinstance(content, str) else ""


def _is_declined(finish: str) -> bool:
    return any(word in finish for word in _DECLINED)


def _no_choices(response: Any, wire: Wire) -> EngineError:
    """Gateways put an error into a body with status 200: as an object, with a code in letters or
    in digits, or as a few fields at the top."""
    body = response
    if hasattr(response, "model_dump"):
        try:
            body = response.model_dump(warnings=False)
        except Exception:  # whatever the shape was, it is no completion
            body = {"error": getattr(response, "error", None)}
    if isinstance(body, str):
        try:
            body = json.loads(body)
        except (ValueError, RecursionError):
            body = None
    feedback = body.get("promptFeedback") if isinstance(body, dict) else None
    if isinstance(feedback, dict) and feedback.get("blockReason"):
        return RefusedError("the provider declined the content")
    if isinstance(body, dict | list):
        told = read_message(body)
        known = {"id", "object", "model", "choices"}
        says = told.message and not (isinstance(body, dict) and told.message == body.get("object"))
        if says and not (isinstance(body, dict) and known >= set(body)):
            return of_status(told.code or 500, body, _NO_HEADERS, wire, replied=200)
        if told.code:
            return of_status(told.code, body, _NO_HEADERS, wire, replied=200)
    return NotAnApiError(
        f"{wire.address} answered with something that is no chat completion",
        hint="check the base URL: it usually ends in /v1",
    )


def _usage(usage: Any) -> TokenUsage:
    details = getattr(usage, "prompt_tokens_details", None)
    cached = _count(details, "cached_tokens") or _count(usage, "prompt_cache_hit_tokens")
    prompt = _count(usage, "prompt_tokens")
    return TokenUsage(prompt, min(cached, prompt), _count(usage, "completion_tokens"))


def _reasoned(usage: Any) -> bool:
    return _count(getattr(usage, "completion_tokens_details", None), "reasoning_tokens") > 0


def _count(holder: Any, name: str) -> int:
    value = getattr(holder, name, None)
    return value if isinstance(value, int) and 0 < value < 10**9 else 0
