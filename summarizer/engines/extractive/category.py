"""What a measure is about: a weighted vote of words over its headings, its opening, its text."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from summarizer.engines.extractive.lexicon import lexicon
from summarizer.vocabulary import Category

# The zones of a measure. A heading names the matter in a few words, so that one word of it weighs
# as much as several of the text; the headings above count half of what stands below them.
_HEADING, _OPENING, _TEXT, _PROBLEM = 2.0, 1.5, 1.0, 0.6
_ABOVE = (1.2, 0.6, 0.3)
_OPENING_LENGTH = 70
_TEXT_LENGTH = 1500
_SATURATES = 4  # words of a category in one zone after which more say nothing new
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
    text = text[:_TEXT_LENGTH]
    zones = [
        (_HEADING, _weights_of(heading)),
        (_OPENING - _TEXT, _found(text[:_OPENING_LENGTH])),
        (_TEXT, _found(text)),
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
    return _found(text)


def _found(text: str) -> Weights:
    """The weight of each category's words in a text; the same word, or one inside it, once."""
    weights = [0.0] * len(_ORDER)
    counts = [0] * len(_ORDER)
    if not text:
        return tuple(weights)
    by_pair, pairs = lexicon()
    seen: set[str] = set()
    covered = [-1] * len(_ORDER)
    for match in pairs.finditer(text):
        start = match.start()
        for term in by_pair.get(match.group(1), ()):
            if not text.startswith(term.word, start):
                continue
            end = start + len(term.word)
            if end <= covered[term.category]:
                continue
            covered[term.category] = end
            if term.word not in seen and counts[term.category] < _SATURATES:
                seen.add(term.word)
                counts[term.category] += 1
                weights[term.category] += term.weight
    return tuple(weights)
