"""Rows that bars part, and how the words of any cell are cut out of a line."""

from __future__ import annotations

from itertools import pairwise

from summarizer import patterns as re
from summarizer.reading.characters import SPACE, ZERO_WIDTH, is_han
from summarizer.reading.document import TableCell
from summarizer.spans import Range

TRIM = "".join(" \t\u3000\u00a0\u2002\u2003\u2009\u200b\ufeff")
GAP = re.compile(f"[{SPACE}{ZERO_WIDTH}]+")
BARS = re.compile("[|│┃║]")
_ESCAPE = re.compile(r"\\(?=[|])")


def trimmed(text: str, start: int, end: int, *, marks: bool = False) -> tuple[int, int]:
    """A range without the white space (and Markdown marks) at both ends."""
    edge = TRIM + "*_" if marks else TRIM
    printed = text[start:end]
    kept = printed.lstrip(edge)
    start += len(printed) - len(kept)
    return start, start + len(kept.rstrip(edge))


def joined(printed: str) -> str:
    """A cell's text with the letter spacing of its words undone: 指  标 is 指标."""
    words = GAP.sub(" ", printed).strip()
    if " " not in words:
        return words
    parts = words.split(" ")
    result = parts[0]
    for before, part in pairwise(parts):
        spaced = len(part) == 1 and is_han(part) and is_han(before[-1])
        result += part if spaced else f" {part}"
    return result


def piped(text: str, start: int, end: int) -> tuple[TableCell, ...]:
    """The cells of a row that bars part; bars at both ends are the table's frame."""
    places = [
        bar.start()
        for bar in BARS.finditer(text, start, end)
        if text[bar.start() - 1 : bar.start()] != "\\" or bar.start() == start
    ]
    edges = [start - 1, *places, end]
    if places and places[0] == start:
        edges = edges[1:]
    if places and places[-1] == end - 1:
        edges = edges[:-1]
    return tuple(piped_cell(text, before + 1, after) for before, after in pairwise(edges))


_BREAK = re.compile(r"<br\s*/?>|\*\*", re.IGNORECASE)


def piped_cell(text: str, start: int, end: int) -> TableCell:
    """A cell of a Markdown table, without the marks and line breaks written into it."""
    while True:
        start, end = trimmed(text, start, end)
        mark = _BREAK.match(text, start, end)
        if mark is None:
            break
        start = mark.end()
    last = [match for match in _BREAK.finditer(text, start, end) if match.end() == end]
    while last:
        start, end = trimmed(text, start, last[-1].start())
        last = [match for match in _BREAK.finditer(text, start, end) if match.end() == end]
    return TableCell(joined(_BREAK.sub(" ", _ESCAPE.sub("", text[start:end]))), Range(start, end))
