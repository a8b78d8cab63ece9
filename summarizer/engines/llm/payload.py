"""The JSON in what a model wrote: without thoughts, fences and words around it."""

from __future__ import annotations

import json
import re
from typing import Any

_THOUGHTS_BEGIN = ("<think>", "<thinking>")
_THOUGHTS_END = re.compile(r"</think(?:ing)?>")
# Alone on its line: a JSON string holds no line end, so that this never stands in one.
_FENCE = re.compile(r"^[ \t]*```[a-zA-Z]*[ \t]*$", re.MULTILINE)


def json_text(content: str) -> str:
    """The JSON object in `content`, or the list of objects where it stands in place of one, or what
    comes nearest to that; linear, never raises."""
    text = content.strip().lstrip("\ufeff").lstrip()
    found = _braces(text)
    if not text.startswith("{") and not _is_object(found):
        found = next(filter(_is_whole, (text, _last_block(text))), "")
        if not found:
            text = _without_thoughts(text)
            found = _last_block(text) or text
            found = found if _is_whole(found) else _braces(found)
    return _without_raw_breaks(found)


def has_any_key(value: Any, keys: frozenset[str]) -> bool:
    """True where `value` is an object with one of `keys`: a try at the schema, if a bad one."""
    return isinstance(value, dict) and not keys.isdisjoint(value)


def _braces(text: str) -> str:
    """From the first brace to the last one; to the end where the object breaks off."""
    start = text.find("{")
    if start < 0:
        return text
    end = text.rfind("}") + 1
    return text[start:end] if end > start else text[start:]


def _is_object(text: str) -> bool:
    if not text.startswith("{"):
        return False
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return False
    return True


def _is_whole(text: str) -> bool:
    return _is_object(text) or _is_list(text)


def _is_list(text: str) -> bool:
    """True for a list of objects."""
    if not text.startswith("["):
        return False
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return False
    return bool(found) and all(isinstance(item, dict) for item in found)


def _without_raw_breaks(text: str) -> str:
    """Weak models break lines within strings, which JSON forbids and everybody understands."""
    if _is_whole(text):
        return text
    try:
        value = json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return text
    return json.dumps(value, ensure_ascii=False)


def _without_thoughts(text: str) -> str:
    # Templates that open the thought in the prompt leave only the closing tag in the answer.
    ends = [match.end() for match in _THOUGHTS_END.finditer(text)]
    if not ends:
        return text
    return text[ends[0] if text.startswith(_THOUGHTS_BEGIN) else ends[-1] :].strip()


def _last_block(text: str) -> str:
    """The last fenced block, if it holds JSON; earlier ones may quote the question."""
    fences = list(_FENCE.finditer(text))
    if not fences:
        return ""
    closed = len(fences) % 2 == 0
    start = fences[-2 if closed else -1].end()
    block = text[start : fences[-1].start() if closed else len(text)].strip()
    return block if block.startswith(("{", "[")) else ""
