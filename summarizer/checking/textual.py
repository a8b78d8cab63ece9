"""How alike two short texts are, and a text cut short for a reason."""

from __future__ import annotations

import itertools

from summarizer import patterns as re

_BUDGET = 6000  # comparisons; more are only asked for by texts made to be slow
_FEWEST = 10  # of each, however many there are
_SET = re.compile('《[^》]*》|[“"][^”"]{5,}[”"]')
_BRIEF = 80  # letters: one line of a terminal


def likeness(first: str, second: str) -> float:
    """Likeness of two short texts, 0 to 1, by their common letter pairs and letters (Dice)."""
    if first == second:
        return 1.0
    a, b = set(itertools.pairwise(first)), set(itertools.pairwise(second))
    if not a or not b:
        return 1.0 if first and second and (first in second or second in first) else 0.0
    return 2 * len(a & b) / (len(a) + len(b))


def compared_at_most(asked: int) -> int:
    """With how many texts of the source each of so many may be compared."""
    return max(_FEWEST, _BUDGET // asked)


def unquoted(text: str) -> str:
    """A text without its titles and quotations, which say nothing of their own about it."""
    return _SET.sub(" ", text)


def brief(text: str) -> str:
    """A text short enough for a reason."""
    text = " ".join(text.split())
    return text if len(text) <= _BRIEF else text[: _BRIEF - 1] + "…"
