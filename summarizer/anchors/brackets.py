"""Paired marks in one pass: 《》 with 〈〉, and quotation marks, nested or unbalanced.

A mark that finds no partner within the length bound is dropped alone; it never swallows the text
after it. Offsets are view positions, both marks included.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from summarizer import patterns as re

LONGEST_TITLE = 120  # the longest of 185 titles has 72
LONGEST_QUOTATION = 300  # the longest of 1,257 quotations has 73; sentences of leaders have more

_MARKS = re.compile('[《》〈〉“”‘’「」『』"\n]')
_OPENERS = {"《": "》", "〈": "〉", "“": "”", "‘": "’", "「": "」", "『": "』"}
_CLOSERS = frozenset(_OPENERS.values())
_TITLE_MARKS = frozenset("《》〈〉")


class Pair(NamedTuple):
    """A matched pair `[start, end)` and how many pairs of its kind stand around it."""

    start: int
    end: int
    kind: Literal["title", "quotation"]
    depth: int
    mark: str


def find_pairs(text: str) -> list[Pair]:
    """Every matched pair of marks, sorted by position; linear in the text."""
    pairs: list[Pair] = []
    stack: list[tuple[str, int]] = []
    for match in _MARKS.finditer(text):
        mark, position = match.group(), match.start()
        if mark == '"':
            mark = "”" if any(opener == '"' for opener, _ in stack) else '"'
        if mark == "\n":
            stack.clear()
        elif mark in _CLOSERS:
            _close(pairs, stack, mark, position)
        else:
            stack.append((mark, position))
            if len(stack) > 12:
                del stack[0]
    pairs.sort(key=lambda pair: (pair.start, -pair.end))
    return _with_depth(pairs)


def _close(pairs: list[Pair], stack: list[tuple[str, int]], mark: str, position: int) -> None:
    for index in range(len(stack) - 1, -1, -1):
        opener, start = stack[index]
        if mark != ("”" if opener == '"' else _OPENERS[opener]):
            continue
        title = opener in _TITLE_MARKS
        if position - start <= (LONGEST_TITLE if title else LONGEST_QUOTATION):
            kind: Literal["title", "quotation"] = "title" if title else "quotation"
            pairs.append(Pair(start, position + 1, kind, 0, opener))
        del stack[index:]
        return


def _with_depth(pairs: list[Pair]) -> list[Pair]:
    """The pairs with their nesting depth within their own kind."""
    placed: list[Pair] = []
    open_ends: dict[str, list[int]] = {"title": [], "quotation": []}
    for pair in pairs:
        ends = open_ends[pair.kind]
        while ends and ends[-1] <= pair.start:
            ends.pop()
        placed.append(Pair(pair.start, pair.end, pair.kind, len(ends), pair.mark))
        ends.append(pair.end)
    return placed
