"""The body of a request: the one builder, for live calls and for batch files alike."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from summarizer import resources
from summarizer.engines.llm.client.capabilities import Capabilities
from summarizer.engines.llm.client.interface import ChatRequest, Endpoint, TokenEstimator
from summarizer.engines.llm.client.tokens import estimate
from summarizer.engines.llm.client.wire_schema import schema_of, unbounded

_SPARE = 1.6
"""An answer may be so much longer than it is likely to be: vocabularies differ by about a fifth,
and a sentence by more. What needs yet more is asked for again in halves."""
_FRAME = 200
"""Tokens for the braces and names around the answers."""
_TEMPLATE = 32
"""Tokens that a chat template adds to the messages."""


def request_body(
    request: ChatRequest[Any], endpoint: Endpoint, capabilities: Capabilities
) -> dict[str, Any]:
    """The whole JSON body, as the endpoint takes it; `endpoint.extra` has the last word."""
    body: dict[str, Any] = {
        "model": endpoint.model,
        "messages": _messages(request, capabilities),
    }
    if endpoint.temperature is not None and capabilities.temperature:
        body["temperature"] = endpoint.temperature
    limit = "max_completion_tokens" if capabilities.newer_limit else "max_tokens"
    body[limit] = answer_limit(request, endpoint, capabilities)
    name = request.answer.__name__
    if capabilities.mode == "json_schema":
        named: dict[str, Any] = {"name": name, "schema": _schema(request, capabilities)}
        if capabilities.strict:
            named["strict"] = True
        body["response_format"] = {"type": "json_schema", "json_schema": named}
    elif capabilities.mode == "tools":
        function = {"name": name, "parameters": _schema(request, capabilities)}
        body["tools"] = [{"type": "function", "function": function}]
        body["tool_choice"] = {"type": "function", "function": {"name": name}}
    elif capabilities.mode == "json":
        body["response_format"] = {"type": "json_object"}
    body.update(endpoint.extra)
    return body


def answer_limit(request: ChatRequest[Any], endpoint: Endpoint, capabilities: Capabilities) -> int:
    """How many tokens the answer may have: what it needs and a little, within all known limits.
    Where thoughts count as answer, as much as the settings allow."""
    needed = endpoint.max_output
    if not capabilities.thinks:
        needed = min(needed, round(request.answer_tokens * _SPARE) + _FRAME)
    if capabilities.max_output is not None:
        needed = min(needed, capabilities.max_output)
    if capabilities.context is not None:
        needed = min(needed, capabilities.context - prompt_tokens(request, capabilities))
    return max(needed, 1)


def prompt_tokens(
    request: ChatRequest[Any], capabilities: Capabilities, count: TokenEstimator = estimate
) -> int:
    """An estimate of what the prompt costs, schema included where it is part of it."""
    return _TEMPLATE + sum(
        count(message["content"]) for message in _messages(request, capabilities)
    )


def _schema(request: ChatRequest[Any], capabilities: Capabilities) -> Mapping[str, Any]:
    schema = request.schema
    if request.common_schema is not None and not (capabilities.own_schema or request.again):
        schema = request.common_schema
    if schema is None:
        schema = schema_of(request.answer)
    return schema if capabilities.bounds else unbounded(schema)


def _messages(request: ChatRequest[Any], capabilities: Capabilities) -> list[dict[str, str]]:
    messages = [{"role": one.role, "content": sendable(one.content)} for one in request.messages]
    if capabilities.mode in ("json", "md_json"):
        # The common schema: prompts then begin alike in all requests, and services cache that.
        schema = request.common_schema or request.schema or schema_of(request.answer)
        shown = json.dumps(unbounded(schema), ensure_ascii=False, separators=(",", ":"))
        instruction = f"{_instruction(capabilities.mode)}\n{shown}"
        if messages and messages[0]["role"] == "system":
            messages[0]["content"] += f"\n\n{instruction}"
        else:
            messages.insert(0, {"role": "system", "content": instruction})
    if not capabilities.system and len(messages) > 1 and messages[0]["role"] == "system":
        rules = messages.pop(0)["content"]
        messages[0]["content"] = f"{rules}\n\n{messages[0]['content']}"
    return messages


@lru_cache(maxsize=4)
def _instruction(mode: str) -> str:
    return resources.text("prompts", f"answer-{mode}.md").strip()


def sendable(text: str) -> str:
    """The text itself; only lone surrogates, which UTF-8 cannot carry, become question marks."""
    return text.encode("utf-8", "replace").decode("utf-8")
