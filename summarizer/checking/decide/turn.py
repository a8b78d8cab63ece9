"""From what to what: 由强度控制转向总量控制 told the other way round."""

from __future__ import annotations

from collections.abc import Iterator

from summarizer import patterns as re
from summarizer.checking.case import Case
from summarizer.checking.findings import Fault, Grade
from summarizer.checking.propositions import Propositions
from summarizer.facts.words import pairs

_TURN = re.compile(
    "[由从](?P<a>[一-龥“”]{2,10}?)(?:转变为|转向|转为|变为|走向|调整为|升级为|向)(?P<b>[一-龥“”]{2,10})"
)
_SAME = 0.4


def turns(case: Case, said: Propositions) -> Iterator[Fault]:
    """Every change whose end is the source's beginning, and whose beginning is its end."""
    for prop in said.saying(_TURN):
        for reading in prop.admissible:
            mine, theirs = _TURN.search(prop.clause.text), _TURN.search(reading.clause.text)
            if mine is None or theirs is None or reading.share < _SAME:
                continue
            if _nearer(mine["a"], theirs["b"], theirs["a"]) and _nearer(
                mine["b"], theirs["a"], theirs["b"]
            ):
                claim = (prop.clause.text.strip(), prop.clause.span)
                details = {"mine": mine[0], "theirs": theirs[0]}
                near = reading.clause.span
                yield case.says("direction", Grade.WRONG, claim, "contrast", near, details)
                break


def _nearer(words: str, one: str, other: str) -> bool:
    """True where the words share more letter pairs with the first than with the second."""
    return len(pairs(words) & pairs(one)) > len(pairs(words) & pairs(other))
