"""What a measure is about, by the words of its heading, its first clauses, its text."""

from __future__ import annotations

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


def categorise(text: str, *, heading: str = "", problem: str = "") -> Category:
    """The category with the most weight of words; the earlier of two in the vocabulary.

    `problem` is what the sections above answer. `other` where hardly a word tells.
    """
    text = text[:_TEXT_LENGTH]
    opening = text[:_OPENING_LENGTH]
    everything = f"{heading}\n{text}\n{problem}"
    weights = dict.fromkeys(Category, 0.0)
    # Sorted, so that sums of floats never depend on the order of a set.
    for pair in sorted(_INDEX.keys() & set(map(add, everything, everything[1:]))):
        for term, category, weight in _INDEX[pair]:
            if term not in everything:
                continue
            factor = 0.0
            if term in text:
                factor = _OPENING if term in opening else _TEXT
            if heading and term in heading:
                factor += _HEADING
            if problem and term in problem:
                factor += _PROBLEM
            weights[category] += weight * factor
    best = max(Category, key=lambda category: weights[category])
    return best if weights[best] >= _LEAST else Category.OTHER
