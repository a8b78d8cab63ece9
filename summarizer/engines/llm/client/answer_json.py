"""The JSON in what a model wrote: without thoughts, fences and words around it, mended if need be.

Mending is the work of json-repair: full-width quotes and commas, ASCII quotes within a string,
commas that trail. It is asked only where Python's own parser gives up.
"""

from __future__ import annotations

import json
from typing import Any

from summarizer import patterns as re
from summarizer.reading.characters import whole_characters

_THOUGHTS_BEGIN = ("<think>", "<thinking>")
_THOUGHTS_END = re.compile(r"</think(?:ing)?>")
# Alone on its line: a JSON string holds no line end, so that this never stands in one.
_FENCE = re.compile(r"^[ \t]*```[a-zA-Z]*[ \t]*$", re.MULTILINE)
# What templates of gpt-oss leave where a server does not know them.
_HARMONY = re.compile(r"<\|(?:start|channel|message|end|return|constrain)\|>")
_LONGEST_MENDED = 200_000
"""Characters up to which broken JSON is mended; answers are a tenth of that."""


def json_text(content: str) -> str:
    """The JSON object in `content`, or the list of objects where it stands in place of one, or what
    comes nearest to that; never raises."""
    text = content.strip().lstrip("\ufeff").lstrip()
    marks = list(_HARMONY.finditer(text))
    if marks and not text.startswith("{"):
        text = _after_harmony(text, marks)
    found = _braces(text)
    if not text.startswith("{") and not _is_object(found):
        found = next(filter(_is_whole, (text, _last_block(text))), "")
        if not found:
            text = _without_thoughts(text)
            found = _last_block(text) or text
            found = found if _is_whole(found) else _braces(found)
    return whole_characters(_mended(found))


def has_any_key(value: Any, keys: frozenset[str]) -> bool:
    """True where `value` is an object with one of `keys`: a try at the schema, if a bad one."""
    return isinstance(value, dict) and not keys.isdisjoint(value)


def _after_harmony(text: str, marks: list[re.Match[str]]) -> str:
    """The last stretch between two marks that holds an object."""
    ends = [mark.start() for mark in marks[1:]] + [len(text)]
    stretches = [text[mark.end() : end] for mark, end in zip(marks, ends, strict=True)]
    return next((part.strip() for part in reversed(stretches) if "{" in part), text)


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


def _mended(text: str) -> str:
    """JSON as it should have been written; what breaks off or cannot be mended, unchanged."""
    if _is_whole(text):
        return text
    try:
        # Weak models break lines within strings, which JSON forbids and everybody understands.
        value = json.loads(text, strict=False)
    except (ValueError, RecursionError):
        value = _repaired(text)
    if isinstance(value, dict) or (isinstance(value, list) and value):
        return json.dumps(value, ensure_ascii=False)
    return text


def _repaired(text: str) -> Any:
    # An object that breaks off would be closed in the middle of a sentence: it is asked again.
    broken_off = not text.rstrip().endswith(("}", "]"))
    if broken_off or not text.startswith(("{", "[")) or len(text) > _LONGEST_MENDED:
        return None
    import json_repair

    try:
        return json_repair.loads(text)
    except (ValueError, RecursionError, IndexError, TypeError):
        return None


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
