"""How the modal and perfect words of a text vote: was it done, or is it to be done."""

from __future__ import annotations

import tomllib
from functools import cache
from typing import NamedTuple

from summarizer import patterns as re
from summarizer.resources import text as resource

_SENTENCE = re.compile(r"[^。;!?\n]{9,}")
_TWICE = 2  # a cue said three times says no more than twice
_MOST = 4.0  # no sentence counts for more
_READ_AT_MOST = 5_000  # characters; a section of more is no less clear by its start


class Cue(NamedTuple):
    """A cue of `lexicons/tense.toml`."""

    name: str
    pattern: re.Pattern[str]
    weight: float
    example: str


class Vote(NamedTuple):
    """The mean of the sentences, from plans (below 0) to results, and how many there were."""

    mean: float
    sentences: int


@cache
def cues() -> tuple[Cue, ...]:
    """The cues as stored, in their order."""
    rows = tomllib.loads(resource("lexicons", "tense.toml"))["cue"]
    return tuple(
        Cue(row["name"], re.compile(row["pattern"]), float(row["weight"]), row["example"])
        for row in rows
    )


def vote(text: str) -> Vote:
    """The vote of a text's sentences; 0 for a text without any. Linear in the text."""
    total, count = 0.0, 0
    for match in _SENTENCE.finditer(text[:_READ_AT_MOST]):
        total += max(-_MOST, min(_MOST, weigh(match.group())))
        count += 1
    return Vote(total / count if count else 0.0, count)


def weigh(sentence: str) -> float:
    """The weight of a sentence: above 0 where it tells results."""
    total = 0.0
    for cue in cues():
        first = cue.pattern.search(sentence)
        if first is not None:
            again = cue.pattern.search(sentence, first.end())
            total += cue.weight * (_TWICE if again is not None else 1)
    return total


def demands(text: str) -> bool:
    """True where at least half of the sentences say what must be done: orders, not results."""
    must = next(cue.pattern for cue in cues() if cue.name == "must")
    sentences = [match.group() for match in _SENTENCE.finditer(text[:_READ_AT_MOST])]
    return bool(sentences) and sum(map(bool, map(must.search, sentences))) * 2 >= len(sentences)
