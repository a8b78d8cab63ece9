"""The words that tell the category of a measure, with their weights, from `lexicons/`."""

from __future__ import annotations

import tomllib
from functools import cache
from typing import NamedTuple

from summarizer import patterns as re
from summarizer.resources import text as resource
from summarizer.vocabulary import Category

_WEIGHTS = {"sure": 3.0, "likely": 1.6, "hints": 0.7}
"""A sure word outweighs a likely one of another category, two likely ones outweigh it; hints
only part what is even. Chosen on the hand-labelled measures of three reports, read on others."""


class Term(NamedTuple):
    """A word, the place of its category in the vocabulary, its weight, and its `stems`.

    Those are the word and the shorter words of its category that it holds: 人才 of 人才队伍.
    """

    word: str
    category: int
    weight: float
    stems: tuple[str, ...]


class Lexicon(NamedTuple):
    """All terms by their first two characters, and a pattern of such pairs, overlapping."""

    by_pair: dict[str, tuple[Term, ...]]
    pairs: re.Pattern[str]


@cache
def lexicon() -> Lexicon:
    """The terms as stored; longer ones of a pair come first."""
    order = tuple(Category)
    index: dict[str, list[Term]] = {}
    for name, kinds in tomllib.loads(resource("lexicons", "categories.toml")).items():
        place = order.index(Category(name))
        all_words = [word for words in kinds.values() for word in words]
        for kind, words in kinds.items():
            for word in words:
                stems = tuple(stem for stem in all_words if stem in word)
                term = Term(word, place, _WEIGHTS[kind], stems)
                index.setdefault(word[:2], []).append(term)
    by_pair = {
        pair: tuple(sorted(terms, key=lambda term: (-len(term.word), term.word, term.category)))
        for pair, terms in index.items()
    }
    first, second = (re.escape("".join(sorted(set(half)))) for half in zip(*by_pair, strict=True))
    return Lexicon(by_pair, re.compile(f"(?=([{first}][{second}]))"))
