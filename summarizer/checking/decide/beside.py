"""A word of a scale beside words that the source has beside another step of it: 将建立 for 已建立.

Small words stand right before the verb or the number that they go with, and in Chinese the two are
not parted where the rest of a sentence is worded anew. So the letters behind such a word tell its
place in the source, whatever the rest of both clauses is.
"""

from __future__ import annotations

from collections.abc import Iterator

from summarizer import patterns as re
from summarizer.checking.case import Case
from summarizer.checking.findings import Fault
from summarizer.checking.margins import NEARLY_WHOLE, RETOLD
from summarizer.checking.propositions import Proposition, Propositions, Reading
from summarizer.checking.scales import Scale, Step, scales

_LETTERS = re.compile("[一-龥A-Za-z0-9]{2}")
_BETWEEN = "了地的由自能够会在被"  # what may stand between such a word and its verb


def beside(case: Case, said: Propositions) -> Iterator[Fault]:
    """Every word of a scale in whose place the source has one of another step."""
    for prop in said.saying():
        found = _stepped(prop)
        if found is not None:
            kind, mine, theirs, reading = found
            near = reading.span
            yield case.of_clause(kind, prop.clause, near, "contrast", mine=mine, theirs=theirs)


def _stepped(prop: Proposition) -> tuple[str, str, str, Reading] | None:
    for scale in scales():
        for word in scale.words(prop.words):
            found = _other(prop, scale, word)
            if found is not None:
                return scale.kind, word.word, found[0], found[1]
    return None


def _other(prop: Proposition, scale: Scale, word: Step) -> tuple[str, Reading] | None:
    """What the source has of another step at the place of a word, where it has none of its own."""
    after = _behind(prop.words, word.end)
    mine = {held.step for held in scale.words(prop.words)}
    other = None
    for reading in prop.admissible:
        if reading.share < RETOLD:
            break
        if any(held.step == word.step for held in scale.words(reading.words)):
            return None
        for held in scale.words(reading.sentence):
            if after is None or _behind(reading.sentence, held.end) != after:
                continue
            if held.step == word.step:
                return None
            if held.step not in mine:
                other = other or (held.word, reading)
    return other or _in_all(prop, scale, word, mine)


def _in_all(
    prop: Proposition, scale: Scale, word: Step, mine: set[int]
) -> tuple[str, Reading] | None:
    """The word of the clause that is retold nearly whole, where neither side has another step."""
    best = prop.readings[0]
    if best.share < NEARLY_WHOLE or best.back < RETOLD or len(mine) > 1:
        return None
    theirs = list(scale.words(best.words))
    if not theirs and scale.governs:
        theirs = list(scale.words(best.clause.head))
    if len({held.step for held in theirs}) != 1:
        return None
    if any(held.step in mine for r in prop.admissible for held in scale.words(r.sentence)):
        return None
    return theirs[0].word, best


def _behind(text: str, place: int) -> str | None:
    while place < len(text) and text[place] in _BETWEEN:
        place += 1
    found = _LETTERS.match(text, place)
    return found[0] if found is not None else None
