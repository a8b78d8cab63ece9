"""Hard-wrapped lines → paragraphs.

A text counts as wrapped when most of its lines end at nearly the same width and in the middle of
a sentence. Then a line that reaches the width goes on in the next one, across a column break
too, unless a marker or an indent starts a paragraph there.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from summarizer.reading.characters import SENTENCE_END
from summarizer.reading.lines import Line

_TERMINAL = re.compile(rf"[{SENTENCE_END}…:：;；][”’」』）)]*$")
_SENTENCE = re.compile(rf"[{SENTENCE_END}][”’」』）)]*$")
_WIDEST = 160
_NARROWEST = 14
_RAGGED = 6
_SLACK = 8
# Starts no sentence ever goes on with: the paragraph that invites comments.
_OPENING = re.compile(r"(?:热忱|诚恳|诚挚|真诚|衷心)?(?:欢\s?迎|希\s?望)广\s?大|各位代表[:：!！,，]|下一?步[,，]")
_ORDINAL_BEFORE = re.compile(r"第$|[0-9０-９.、一二三四五六七八九十]$")


@dataclass(frozen=True, slots=True)
class Wrapping:
    """How a text is wrapped: lines of `width` ± `slack`, measured in `unit`."""

    unit: Literal["characters", "columns"]
    width: int
    slack: int
    indented: bool
    column_breaks: bool

    def size(self, line: Line) -> int:
        return line.characters if self.unit == "characters" else line.columns

    def full(self, line: Line) -> bool:
        return self.width - self.slack <= self.size(line) <= self.width + self.slack + 4

    @property
    def exact(self) -> bool:
        """True for a machine's wrapping, which splits words; a typesetter's does not."""
        return self.slack <= 1


def wrapping_of(text: str, lines: Sequence[Line]) -> Wrapping | None:
    """How `text` is hard-wrapped, or None when every line is a paragraph."""
    if len(lines) < 4:
        return None
    best = _best_width(lines)
    if best is None:
        return None
    unit, width, slack = best
    draft = Wrapping(unit, width, slack, indented=False, column_breaks=False)
    full = [line for line in lines if draft.full(line)]
    open_ended = sum(1 for line in full if not _TERMINAL.search(text, line.end - 3, line.end))
    if open_ended * 2 < len(full):
        return None
    indents = sum(1 for line in lines if line.indent)
    gaps = odd = 0
    for before, line in zip(lines, lines[1:], strict=False):
        if line.gap:
            gaps += 1
            odd += (
                draft.full(before)
                and not line.marker
                and not _TERMINAL.search(text, before.end - 3, before.end)
            )
    return Wrapping(
        unit,
        width,
        slack,
        indented=2 <= indents < 0.6 * len(lines),
        column_breaks=odd > max(1, gaps // 12),
    )


def _best_width(lines: Sequence[Line]) -> tuple[Literal["characters", "columns"], int, int] | None:
    total = len(lines)
    columns = Counter(line.columns for line in lines if _NARROWEST <= line.columns <= _WIDEST)
    characters = Counter(line.characters for line in lines if line.columns <= _WIDEST)
    if not columns or sum(columns.values()) < 0.5 * total:
        return None
    width, count = characters.most_common(1)[0]
    if width >= _NARROWEST // 2 and count >= 0.5 * total:
        return "characters", width, 0
    width = max(columns, key=lambda size: columns[size] + columns[size - 1])
    if columns[width] + columns[width - 1] >= 0.5 * total and columns[width] >= columns[width + 1]:
        return "columns", width, 1
    def window(size: int) -> int:
        return sum(columns[size - back] for back in range(_RAGGED + 1))
    width = max(columns, key=lambda size: (window(size), -size))
    return ("columns", width, _SLACK) if window(width) >= 0.5 * total else None


def paragraphs(
    text: str, lines: Sequence[Line], wrapping: Wrapping | None
) -> list[list[Line]]:
    """The paragraphs of `lines`, in order; each holds at least one line."""
    result: list[list[Line]] = []
    for line in lines:
        if result and _continues(text, result[-1], line, wrapping):
            result[-1].append(line)
        else:
            result.append([line])
    return result


def _continues(text: str, paragraph: list[Line], line: Line, wrapping: Wrapping | None) -> bool:
    before = paragraph[-1]
    if wrapping is None:
        return False
    if before.heading or line.heading or not wrapping.full(before):
        return False
    if wrapping.size(line) > wrapping.width + wrapping.slack + 6:
        return False
    if wrapping.indented and line.indent:
        return False
    tail = max(before.start, before.end - 3)
    sentence_ended = _SENTENCE.search(text, tail, before.end) is not None
    if line.marker and not _ORDINAL_BEFORE.search(text, tail, before.end):
        if sentence_ended or line.gap:
            return False
        if _TERMINAL.search(text, tail, before.end):
            return False
        # A heading that fills its line exactly, and the first marker below it.
        if paragraph[0].marker and not any(
            mark in text[part.start : part.end] for part in paragraph for mark in "。"
        ):
            return False
    if line.gap:
        return wrapping.column_breaks and not sentence_ended
    return not (sentence_ended and _OPENING.match(text, line.start, line.end))
