"""What a measure is about, by the words of its heading, its first clauses, its text."""

from __future__ import annotations

from summarizer.engines.extractive.lexicon import TERMS
from summarizer.vocabulary import Category

_HEADING, _OPENING, _TEXT, _PROBLEM = 2.0, 1.5, 1.0, 0.7
_OPENING_LENGTH = 70
_TEXT_LENGTH = 1500
_LEAST = 2.0


def categorise(text: str, *, heading: str = "", problem: str = "") -> Category:
    """The category with the most weight of words; the earlier of two in the vocabulary.

    `problem` is what the sections above answer. `other` where hardly a word tells.
    """
    text = text[:_TEXT_LENGTH]
    opening = text[:_OPENING_LENGTH]
    everything = f"{heading}\n{text}\n{problem}"
    weights = dict.fromkeys(Category, 0.0)
    for term, category, weight in TERMS:
        if term not in everything:
            continue
        factor = 0.0
        if term in text:
            factor = _OPENING if term in opening else _TEXT
        if term in heading:
            factor += _HEADING
        if term in problem:
            factor += _PROBLEM
        weights[category] += weight * factor
    best = max(Category, key=lambda category: weights[category])
    return best if weights[best] >= _LEAST else Category.OTHER
