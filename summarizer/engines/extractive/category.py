"""What a measure is about: a weighted vote of words over its headings, its opening, its text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache

from summarizer.engines.extractive.lexicon import Term, lexicon
from summarizer.vocabulary import Category

# The zones of a measure. A heading names the matter in a few words, so that one word of it weighs
# as much as several of the text; the headings above count half of what stands below them.
_HEADING, _OPENING, _TEXT, _PROBLEM = 2.0, 1.5, 1.0, 0.6
_ABOVE = (1.0, 0.5, 0.25)  # own heading, then each heading above half as much
_OPENING_LENGTH = 70  # two or three clauses: the main action
_TEXT_LENGTH = 1500  # 99.9 % of 357 leaves of six reports are shorter; bounds the work
_SATURATES = 5  # words of a category in one zone after which more say nothing new
_COMMON = 0.25  # of the measures; words of more of them tell less
_FLOOR = 0.35  # a common word is still a hint, and two of them make one of _LEAST
_LEAST = 0.7  # a single hint
_ORDER = tuple(Category)


def words_of(texts: Sequence[str]) -> dict[str, float]:
    """The share of the texts that hold each word of the lexicon, of those that hold any."""
    counts: Counter[str] = Counter()
    for text in texts:
        counts.update({term.word for term, _ in _told(text[:_TEXT_LENGTH])})
    return {word: count / len(texts) for word, count in counts.items()}


def categorise(
    text: str,
    *,
    heading: str = "",
    above: Sequence[str] = (),
    problem: str = "",
    common: Mapping[str, float] | None = None,
) -> Category:
    """The category with the most weight of words; the earlier of two in the vocabulary.

    `above` are the headings of the units above, the nearest first; `problem` is what they answer.
    `common` is how much of the report holds each word: what all of it is about tells its parts
    from each other no more. `other` where hardly a word tells.
    """
    totals = [0.0] * len(_ORDER)
    zones: list[tuple[str, float]] = [
        (text[:_TEXT_LENGTH], _TEXT),
        (heading, _HEADING),
        (problem, _PROBLEM),
        *zip(above, _ABOVE, strict=False),
    ]
    for place, (zone, factor) in enumerate(zones):
        for term, start in _told(zone):
            share = common.get(term.word, 0.0) if common else 0.0
            weight = term.weight * (max(_FLOOR, 1.0 - share) if share > _COMMON else 1.0)
            totals[term.category] += weight * factor
            if place == 0 and start < _OPENING_LENGTH:
                totals[term.category] += weight * (_OPENING - _TEXT)
    best = max(totals)
    return _ORDER[totals.index(best)] if best >= _LEAST else Category.OTHER


@lru_cache(maxsize=4096)
def _told(text: str) -> tuple[tuple[Term, int], ...]:
    """The words of a text with their first places, a few of each category.

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
    counted: dict[int, list[str]] = {}
    found: list[tuple[Term, int]] = []
    for term in held:
        told = counted.setdefault(term.category, [])
        if len(told) < _SATURATES and not any(term.word in longer for longer in told):
            told.append(term.word)
            found.append((term, text.find(term.word)))
    return tuple(found)
