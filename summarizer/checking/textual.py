"""Sentences, clauses, and how much of one text stands in another."""

from __future__ import annotations

import itertools
import re
from collections.abc import Set as AbstractSet
from operator import add

from summarizer.spans import Range

# No sentence is longer than that, except in texts made to be slow.
_SENTENCE = re.compile(r"[^。；;！!？?\n\r]{1,800}")
_CLAUSE = 80  # characters to either side: no clause is longer
_BRIEF = 80
_CLAUSE_ENDS = "，,。；;！!？?：:()（）\n\r"
# Particles break a run: they say nothing of what a clause is about.
_PARTICLES = "的了和与及并在对为等将已也"


def _letters() -> str:
    """The inside of a class of all letters but the particles; a look-ahead each is slower."""
    first, ranges = "\u3400", "A-Za-z"
    for particle in sorted(_PARTICLES):
        ranges += f"{first}-{chr(ord(particle) - 1)}"
        first = chr(ord(particle) + 1)
    return f"{ranges}{first}-\u9fff"


_LETTER_RUN = re.compile(f"[{_letters()}]+")


def sentences(text: str) -> list[Range]:
    """The sentences of a text: between 。；！？ and line ends, their ends left out."""
    return [Range(*match.span()) for match in _SENTENCE.finditer(text) if match[0].strip()]


def clause_at(text: str, start: int, end: int) -> Range:
    """The clause around `[start, end)`: between commas, colons and sentence ends."""
    left = start
    while left > 0 and text[left - 1] not in _CLAUSE_ENDS:
        left -= 1
        if start - left > _CLAUSE:
            break
    right = end
    while right < len(text) and text[right] not in _CLAUSE_ENDS:
        right += 1
        if right - end > _CLAUSE:
            break
    return Range(left, right)


def bigrams(text: str) -> frozenset[str]:
    """The pairs of neighbouring letters; particles break a run."""
    pairs: set[str] = set()
    for run in _LETTER_RUN.findall(text):
        pairs.update(map(add, run, run[1:]))
    return frozenset(pairs)


def share(part: AbstractSet[str], whole: AbstractSet[str]) -> float:
    """The share of `part` that stands in `whole`, 0 to 1; 0 for an empty part."""
    return len(part & whole) / len(part) if part else 0.0


def likeness(first: str, second: str) -> float:
    """Likeness of two short texts, 0 to 1, by their common letter pairs and letters (Dice)."""
    if first == second:
        return 1.0
    a, b = set(itertools.pairwise(first)), set(itertools.pairwise(second))
    if not a or not b:
        return 1.0 if first and second and (first in second or second in first) else 0.0
    return 2 * len(a & b) / (len(a) + len(b))


def brief(text: str) -> str:
    """A text short enough for a reason."""
    text = " ".join(text.split())
    return text if len(text) <= _BRIEF else text[: _BRIEF - 1] + "…"
