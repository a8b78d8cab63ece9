"""Where in the source a sentence is from: found by us, by the words and numbers that it shares.

A sentence tells some clauses of its unit. Their place is the shortest stretch of clauses that holds
nearly everything the sentence has in common with the unit; where two stretches do so alike, or the
stretch is most of the unit, the place is the unit.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from summarizer import patterns as re
from summarizer.engines.llm.answer.wording import tokens
from summarizer.reading.document import View
from summarizer.spans import Range

_CLAUSE = re.compile(r"(?:[^，,；;。！!？?\n]|(?<=\d),(?=\d))+[，,；;。！!？?]*")
_NEARLY_ALL = 0.9  # a word of ten may be the model's own
_MOST_OF_IT = 0.7  # a point that spans more tells the unit as a whole
_ALIKE = 0.9  # another place with as much of it makes the place uncertain
_NUMBER_WEIGHT = 3.0
"""A number is as telling as three pairs of characters: it is rarely in two clauses of a unit."""
_LEAST = 3.0
"""In common at least, in pairs of characters; less than that is chance."""


@dataclass(frozen=True, slots=True)
class _Stretch:
    start: int
    end: int


def place_of(text: str, span: Range, view: View) -> Range:
    """The range of the source, within `span`, that `text` tells; `span` where that is ambiguous."""
    low, high = view.slice(span)
    clauses = [
        _Stretch(match.start(), match.end())
        for match in _CLAUSE.finditer(view.printed, low, high)
        if match.group().strip()
    ]
    if len(clauses) < 2:
        return span
    said = tokens(text)
    held = [tokens(view.printed[c.start : c.end]) & said for c in clauses]
    found = _shortest(held)
    if found is None:
        return span
    first, last = found
    length = clauses[last].end - clauses[first].start
    if length > _MOST_OF_IT * (high - low):
        return span
    return view.source(clauses[first].start, _end(view.printed, clauses[last]))


def _end(text: str, clause: _Stretch) -> int:
    """Without the mark that ends the clause and the blanks before it."""
    end = clause.end
    while end > clause.start + 1 and (text[end - 1] in "，,；;" or text[end - 1].isspace()):
        end -= 1
    return end


def _shortest(held: Sequence[set[str]]) -> tuple[int, int] | None:
    """The fewest clauses on end that hold nearly all; None where that is chance or ambiguous."""
    weights = {token: _weight(token) for clause in held for token in clause}
    wanted = _NEARLY_ALL * sum(weights.values())
    if sum(weights.values()) < _LEAST:
        return None
    windows = _windows(held, weights, wanted)
    if not windows:
        return None
    first, last = min(windows, key=lambda window: (window[1] - window[0], window[0]))
    size = last - first + 1
    everything = sum(weights[token] for token in set().union(*held[first : last + 1]))
    for start in range(len(held) - size + 1):
        if start + size <= first or start > last:
            other = sum(weights[token] for token in set().union(*held[start : start + size]))
            if other >= _ALIKE * everything:
                return None
    return first, last


def _windows(
    held: Sequence[set[str]], weights: dict[str, float], wanted: float
) -> list[tuple[int, int]]:
    """For every first clause the nearest last one with which `wanted` is reached."""
    found = []
    inside: Counter[str] = Counter()
    weight, last = 0.0, -1
    for first in range(len(held)):
        while weight < wanted and last + 1 < len(held):
            last += 1
            for token in held[last]:
                inside[token] += 1
                if inside[token] == 1:
                    weight += weights[token]
        if weight < wanted:
            break
        found.append((first, last))
        for token in held[first]:
            inside[token] -= 1
            if not inside[token]:
                weight -= weights[token]
    return found


def _weight(token: str) -> float:
    return _NUMBER_WEIGHT if token[0].isdigit() else 1.0
