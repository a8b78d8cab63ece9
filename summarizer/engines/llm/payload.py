"""The JSON in what a model wrote: without thoughts, fences and words around it."""

from __future__ import annotations

import re
from typing import Any

_THOUGHTS_END = re.compile(r"</think(?:ing)?>")
_FENCE = re.compile(r"^[ \t]*```[a-zA-Z]*[ \t]*$", re.MULTILINE)


def json_text(content: str) -> str:
    """The JSON object in `content`, or what comes nearest to one; linear, never raises.

    What stands in a JSON string is never taken for a thought or a fence: they count only where the
    content does not begin with the object itself.
    """
    text = content.strip().lstrip("\ufeff")
    if not text.startswith("{"):
        text = _fenced(_without_thoughts(text))
    start = text.find("{")
    if start < 0:
        return text
    end = text.rfind("}") + 1
    return text[start:end] if end > start else text[start:]


def has_any_key(value: Any, keys: frozenset[str]) -> bool:
    """True where `value` is an object with one of `keys`: a try at the schema, if a bad one."""
    return isinstance(value, dict) and not keys.isdisjoint(value)


def _without_thoughts(text: str) -> str:
    # Templates that open the thought in the prompt leave only the closing tag in the answer.
    end = 0
    for match in _THOUGHTS_END.finditer(text):
        end = match.end()
    return text[end:].strip()


def _fenced(text: str) -> str:
    if text.startswith("{"):
        return text
    fences = list(_FENCE.finditer(text))
    if not fences:
        return text
    # The last block is the answer; earlier ones may quote the question.
    opening = fences[-2] if len(fences) % 2 == 0 else fences[-1]
    closing = fences[-1].start() if opening is not fences[-1] else len(text)
    return text[opening.end() : closing].strip()
