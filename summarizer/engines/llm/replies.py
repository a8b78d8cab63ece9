"""What an endpoint sent back, read without trusting its shape."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from summarizer.engines.llm.completion import TokenUsage
from summarizer.engines.llm.faults import NotAnApiError, Wire, of_status
from summarizer.engines.llm.payload import json_text
from summarizer.errors import EngineError, RefusedError, TransientEndpointError, TruncatedError

_NO_HEADERS: Mapping[str, str] = {}
_DECLINED = frozenset({"content_filter", "sensitive"})
_OVERLOADED = frozenset({"insufficient_system_resource", "network_error", "error"})


@dataclass(frozen=True, slots=True)
class Reply:
    """One reply. `text` is the JSON of the answer, wherever in the reply it stood, and `fault` is
    what makes it no answer."""

    text: str
    usage: TokenUsage
    finish: str
    fault: EngineError | None = None


def read_reply(response: Any, wire: Wire) -> Reply:
    """The reply in a response of the SDK, which may be of any type. Never raises."""
    choices = getattr(response, "choices", None)
    usage = _usage(getattr(response, "usage", None))
    if not isinstance(choices, list) or not choices:
        return Reply("", usage, "", _no_choices(response, wire))
    message = getattr(choices[0], "message", None)
    finish = str(getattr(choices[0], "finish_reason", None) or "")
    text = json_text(_written(message))
    fault: EngineError | None = None
    if finish in _DECLINED or getattr(message, "refusal", None):
        fault = RefusedError("the provider declined the content")
    elif finish == "length":
        fault = TruncatedError("the answer was cut at the token limit")
    elif finish in _OVERLOADED:
        fault = TransientEndpointError(f"{wire.address} gave up on the answer ({finish})")
    return Reply(text, usage, finish, fault)


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
    """The arguments of the first tool call, else the content."""
    for call in getattr(message, "tool_calls", None) or ():
        arguments = getattr(getattr(call, "function", None), "arguments", None)
        if isinstance(arguments, dict):  # some servers send the object itself
            return json.dumps(arguments, ensure_ascii=False)
        if isinstance(arguments, str) and arguments.strip():
            return arguments
    return content_text(getattr(message, "content", None))


def content_text(content: Any) -> str:
    """The text of a content: a string, a list of text parts, or (by hand) the object itself."""
    if isinstance(content, list):
        parts = [part.get("text") for part in content if isinstance(part, dict)]
        return "".join(part for part in parts if isinstance(part, str))
    if isinstance(content, dict):
        return json.dumps(content, ensure_ascii=False)
    return content if isinstance(content, str) else ""


def _no_choices(response: Any, wire: Wire) -> EngineError:
    error = getattr(response, "error", None)  # gateways put an error into a body with status 200
    if error:
        code = error.get("code") if isinstance(error, dict) else None
        status = code if isinstance(code, int) and 400 <= code < 600 else 500
        return of_status(status, {"error": error}, _NO_HEADERS, wire)
    return NotAnApiError(
        f"{wire.address} answered with something that is no chat completion",
        hint="check the base URL: it usually ends in /v1",
    )


def _usage(usage: Any) -> TokenUsage:
    details = getattr(usage, "prompt_tokens_details", None)
    cached = _count(details, "cached_tokens") or _count(usage, "prompt_cache_hit_tokens")
    prompt = _count(usage, "prompt_tokens")
    return TokenUsage(prompt, min(cached, prompt), _count(usage, "completion_tokens"))


def _count(holder: Any, name: str) -> int:
    value = getattr(holder, name, None)
    return value if isinstance(value, int) and value > 0 else 0
