"""What a measure is about, by the words of its heading, its first clauses, its text."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from summarizer.engines.extractive.lexicon import TERMS
from summarizer.vocabulary import Category

_HEADING, _OPENING, _TEXT, _PROBLEM = 2.0, 1.5, 1.0, 0.7
_OPENING_LENGTH = 70
_TEXT_LENGTH = 1500
_LEAST = 2.0


class _Term(NamedTuple):
    """A word, the place of its category in the vocabulary, and its weight."""

    word: str
    category: int
    weight: float


def _by_first_pair() -> dict[str, list[_Term]]:
    index: dict[str, list[_Term]] = {}
    for word, category, weight in TERMS:
        index.setdefault(word[:2], []).append(_Term(word, _ORDER.index(category), weight))
    return index


_ORDER = tuple(Category)
_INDEX = _by_first_pair()
# Overlapping pairs of a first and a second character of some term.
_FIRST, _SECOND = (re.escape("".join(sorted(set(place)))) for place in zip(*_INDEX, strict=True))
_PAIR = re.compile(f"(?=([{_FIRST}][{_SECOND}]))")


def _found(text: str) -> list[_Term]:
    # Sorted, so that sums of floats never depend on the order of a set.
    pairs = sorted(_INDEX.keys() & _PAIR.findall(text))
    return [term for pair in pairs for term in _INDEX[pair] if term.word in text]


@lru_cache(maxsize=1024)
def _weights_of(text: str, factor: float) -> tuple[float, ...]:
    weights = [0.0] * len(_ORDER)
    for _, category, weight in _found(text):
        weights[category] += weight * factor
    return tuple(weights)


def categorise(text: str, *, heading: str = "", problem: str = "") -> Category:
    """The category with the most weight of words; the earlier of two in the vocabulary.

    `problem` is what the sections above answer. `other` where hardly a word tells.
    """
    text = text[:_TEXT_LENGTH]
    opening = text[:_OPENING_LENGTH]
    weights = list(_weights_of(heading, _HEADING))
    if problem:
        for category, weight in enumerate(_weights_of(problem, _PROBLEM)):
            weights[category] += weight
    for word, category, weight in _found(text):
        weights[category] += weight * (_OPENING if word in opening else _TEXT)
    best = max(weights)
    return _ORDER[weights.index(best)] if best >= _LEAST else Category.OTHER
