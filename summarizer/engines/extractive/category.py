"""What a measure is about, by the words of its heading, its first clauses, its text."""

from __future__ import annotations

from functools import lru_cache
from operator import add

from summarizer.engines.extractive.lexicon import TERMS
from summarizer.vocabulary import Category

_HEADING, _OPENING, _TEXT, _PROBLEM = 2.0, 1.5, 1.0, 0.7
_OPENING_LENGTH = 70
_TEXT_LENGTH = 1500
_LEAST = 2.0


def _by_first_pair() -> dict[str, list[tuple[str, Category, float]]]:
    index: dict[str, list[tuple[str, Category, float]]] = {}
    for entry in TERMS:
        index.setdefault(entry[0][:2], []).append(entry)
    return index


_INDEX = _by_first_pair()
_PAIRS = frozenset(_INDEX)
_NOTHING = dict.fromkeys(Category, 0.0)


def _found(text: str) -> list[tuple[str, Category, float]]:
    # Sorted, so that sums of floats never depend on the order of a set.
    pairs = sorted(_PAIRS.intersection(map(add, text, text[1:])))
    return [entry for pair in pairs for entry in _INDEX[pair] if entry[0] in text]


@lru_cache(maxsize=1024)
def _weights_of(text: str, factor: float) -> dict[Category, float]:
    weights = dict(_NOTHING)
    for _, category, weight in _found(text):
        weights[category] += weight * factor
    return weights


def categorise(text: str, *, heading: str = "", problem: str = "") -> Category:
    """The category with the most weight of words; the earlier of two in the vocabulary.

    `problem` is what the sections above answer. `other` where hardly a word tells.
    """
    text = text[:_TEXT_LENGTH]
    opening = text[:_OPENING_LENGTH]
    weights = dict(_weights_of(heading, _HEADING) if heading else _NOTHING)
    if problem:
        for category, weight in _weights_of(problem, _PROBLEM).items():
            weights[category] += weight
    for term, category, weight in _found(text):
        weights[category] += weight * (_OPENING if term in opening else _TEXT)
    best = max(Category, key=weights.__getitem__)
    return best if weights[best] >= _LEAST else Category.OTHER
