"""A Markdown or plain text that this program printed, brought back to what its summary says.

The accounting on the last line tells such a text. What the program prints about the source, about
the run and about its own findings is no claim of the summary and is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from summarizer.vocabulary import LABELS, Status

# The words of the renderers, which stand above this room; a test holds both in step.
_OVERVIEW = ("概述", "Overview")
_PROBLEM = ("问题", "Problem")
_TYPED = ("数据", "文件", "Figures", "Documents")
_ABOUT = ("核对结果", "对原文本身的观察", "Check against the source",
          "Observations on the source itself")  # fmt: skip

_STATUS = "|".join(re.escape(words[status]) for words in LABELS.values() for status in Status)
_ACCOUNTING = re.compile(
    r"\S.* · [\d,]+ (?:项措施|measures)(?: \(.*\))?(?: · .+)? · [\d.]+ (?:秒|s)"
)
_TAGS = re.compile(f"\\s*(?:- )?`?(?:{_STATUS})`? · \\S.*")
_FIELD = re.compile(rf"\s*(?:- )?(?:{'|'.join(_TYPED)})(?:：|: )")
_ANSWERED = re.compile(rf"\s*(?:\*\*)?(?:{'|'.join(_PROBLEM)})(?:\*\*)?(?:：|: )")
_SIGN = re.compile(r"\s*(?:- ⚠|[≈?✗✓]) (?!•)")
_FLAG = re.compile(r"^(\s*)(?:[≈?✗] )?• ")
_FOOTNOTE = re.compile(r"\[\^\d+\]:")
_NAMED = re.compile(r"^(\s*- )\*\*(.{5,})\*\* (?=\S)")
_MARKED = re.compile(
    r"^((?:[一二三四五六七八九十]{1,3}[是要、]|[（(][一二三四五六七八九十\d]{1,3}[)）]|\d{1,3}[.、．])"
    r"[^ ,，。；：]{3,60}) (?=\S)"
)
_RULE = "---"
_LONGEST = 400


def claims_only(text: str) -> str:
    """The summary in a text of this program as Markdown; any other text as it is."""
    lines = [line.rstrip() for line in text.rstrip().splitlines()]
    last = lines[-1].replace("\\", "") if lines else ""
    if len(last) > _LONGEST or not _ACCOUNTING.fullmatch(last):
        return text
    marked = any(line.startswith("## ") for line in lines)
    return "\n".join(_from_markdown(lines) if marked else _from_text(lines))


def _from_markdown(lines: list[str]) -> Iterator[str]:
    told = False
    for line in lines:
        if line.startswith("## "):
            told = line[3:] not in _ABOUT
        if line == _RULE or _FOOTNOTE.match(line):
            return
        if not told or _is_about(line) or line[3:] in _OVERVIEW:
            continue
        yield _NAMED.sub(r"\1\2。", line)


def _from_text(lines: list[str]) -> Iterator[str]:
    """Wrapped lines are joined; the first line after an empty one names a section."""
    first = next((number for number, line in enumerate(lines) if not line), len(lines))
    for place, item in _unwrapped(lines[first:]):
        if item in _ABOUT:
            return
        if _is_about(item) or _ANSWERED.match(item) or item in _OVERVIEW:
            continue
        bullet = _FLAG.match(item)
        if place == "first" and bullet is None:
            yield f"\n## {item.strip()}"
        else:
            words = item[bullet.end() :] if bullet else item.strip()
            yield "\n- " + _MARKED.sub(r"\1。", words)


def _unwrapped(lines: list[str]) -> Iterator[tuple[str, str]]:
    """Every item on one line, and whether it is the first after an empty line."""
    item, hang, place = "", -1, "first"
    for line in [*lines, ""]:
        indent = len(line) - len(line.lstrip())
        if line and item and indent == hang and not _starts(line):
            joint = " " if item[-1].isascii() and line[indent].isascii() else ""
            item += joint + line[indent:]
            continue
        if item:
            yield place, item
            place = "later"
        if not line:
            place = "first"
        flag = _FLAG.match(line)
        item, hang = line, flag.end() if flag else indent


def _starts(line: str) -> bool:
    return any(start.match(line) is not None for start in (_FLAG, _TAGS, _FIELD, _ANSWERED, _SIGN))


def _is_about(line: str) -> bool:
    """True for what is told beside a summary: tags, typed fields, findings."""
    return any(start.match(line) is not None for start in (_TAGS, _FIELD, _SIGN))
