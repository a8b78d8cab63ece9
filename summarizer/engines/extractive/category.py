"""What a measure is about: a weighted vote of words over its headings, its opening, its text."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from summarizer.engines.extractive.lexicon import lexicon
from summarizer.vocabulary import Category

# The zones of a measure. A heading names the matter in a few words, so that one word of it weighs
# as much as several of the text; the headings above count half of what stands below them.
_HEADING, _OPENING, _TEXT, _PROBLEM = 2.0, 1.5, 1.0, 0.6
_ABOVE = (1.0, 0.5, 0.25)
_OPENING_LENGTH = 70
_TEXT_LENGTH = 1500
_SATURATES = 5  # words of a category in one zone after which more say nothing new
_LEAST = 0.7  # a single hint
_ORDER = tuple(Category)

Weights = tuple[float, ...]


def categorise(
    text: str, *, heading: str = "", above: Sequence[str] = (), problem: str = ""
) -> Category:
    """The category with the most weight of words; the earlier of two in the vocabulary.

    `above` are the headings of the units above, the nearest first; `problem` is what they answer.
    `other` where hardly a word tells.
    """
    found, opening = _found(text[:_TEXT_LENGTH])
    zones = [
        (_HEADING, _weights_of(heading)),
        (_OPENING - _TEXT, opening),
        (_TEXT, found),
        (_PROBLEM, _weights_of(problem)),
        *((factor, _weights_of(name)) for factor, name in zip(_ABOVE, above, strict=False)),
    ]
    totals = [0.0] * len(_ORDER)
    for factor, weights in zones:
        for place, weight in enumerate(weights):
            totals[place] += factor * weight
    best = max(totals)
    return _ORDER[totals.index(best)] if best >= _LEAST else Category.OTHER


@lru_cache(maxsize=1024)
def _weights_of(text: str) -> Weights:
    return _found(text)[0]


def _found(text: str) -> tuple[Weights, Weights]:
    """The weight of each category's words in a text, and in its opening.

    A word counts once, and not where it is only a part of a longer one of its category.
    """
    by_pair, pairs = lexicon()
    held = [
        term
        for pair in by_pair.keys() & set(pairs.findall(text))
        for term in by_pair[pair]
        if term.word in text
    ]
    held.sort(key=lambda term: (-len(term.word), term.word, term.category))
    weights = [0.0] * len(_ORDER)
    opening = [0.0] * len(_ORDER)
    counted: dict[int, list[str]] = {}
    for word, category, weight in held:
        told = counted.setdefault(category, [])
        if len(told) < _SATURATES and not any(word in longer for longer in told):
            told.append(word)
            weights[category] += weight
            if text.find(word) < _OPENING_LENGTH:
                opening[category] += weight
    return tuple(weights), tuple(opening)
