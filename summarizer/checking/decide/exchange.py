"""Two things that have changed places between clauses: A leads and B assists, told the other way.

No word says so: what shows it is that each of two clauses has words of the other's place in the
source, and lacks those that stand in its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, pairwise

from summarizer.checking.case import Case
from summarizer.checking.findings import Fault, Grade
from summarizer.checking.propositions import Proposition, Propositions, Reading
from summarizer.facts.words import pairs

_LIKE = 0.34  # so much of a clause in one clause of the source: it is the one retold
_NEAR = 3  # clauses apart: what is contrasted stands side by side
_FEWEST = 3  # letter pairs that stay and that have moved, on each side
_REACH = 0.4
_HELD = 0.7  # so much of both clauses stands in the sentences that are retold
_TOLD = 0.5  # and so much of what is retold stands in the two clauses
_GAP = 2


def exchanges(case: Case, said: Propositions) -> Iterator[Fault]:
    """Every two clauses of a statement whose words are those of each other's place."""
    props = [prop for prop in said.saying() if prop.readings[0].share >= _LIKE]
    for first, second in combinations(props, 2):
        if second.number - first.number > _NEAR:
            continue
        found = _crossed(case, first, second)
        if found is not None:
            reading, mine, theirs = found
            yield case.says(
                "label",
                Grade.DOUBTFUL,
                (first.clause.text.strip(), first.clause.span),
                "exchange",
                reading.clause.span,
                {"mine": mine, "theirs": theirs},
            )


def _crossed(
    case: Case, first: Proposition, second: Proposition
) -> tuple[Reading, str, str] | None:
    """The reading, and what stands where in each clause that belongs to the other."""
    weights = case.index.weights
    a, b = pairs(first.clause.text), pairs(second.clause.text)
    for one in first.within(_REACH):
        for other in second.within(_REACH):
            if one.clause.span == other.clause.span:
                continue
            around = pairs(one.clause.sentence_text) | pairs(other.clause.sentence_text)
            if min(weights.share(a, around), weights.share(b, around)) < _HELD:
                continue
            for r, s in _segments(one, other):
                if min(weights.share(r, a | b), weights.share(s, a | b)) < _TOLD:
                    continue
                here, came = (a & r) - s - b, (a & s) - r - b
                there, went = (b & s) - r - a, (b & r) - s - a
                if not (here and came and there and went):
                    continue
                if min(len(here | came), len(there | went)) < _FEWEST:
                    continue
                if any(
                    (here & held and came & held) or (there & held and went & held)
                    for held in _others(case, r, s)
                ):
                    continue
                return one, _run(first.clause.text, came), _run(one.clause.sentence_text, went)
    return None


def _segments(one: Reading, other: Reading) -> Iterator[tuple[frozenset[str], frozenset[str]]]:
    """The clauses that may have been exchanged, then their sentences."""
    yield one.clause.pairs, other.clause.pairs
    if one.clause.sentence != other.clause.sentence:
        yield pairs(one.clause.sentence_text), pairs(other.clause.sentence_text)


def _others(case: Case, r: frozenset[str], s: frozenset[str]) -> Iterator[frozenset[str]]:
    """The other clauses of the unit: what binds the words there is no exchange."""
    for clause in case.scope.clauses:
        if clause.pairs not in (r, s):
            yield clause.pairs


def _run(text: str, found: frozenset[str]) -> str:
    """The stretch of a text that the pairs cover."""
    at = [place for place in range(len(text) - 1) if text[place : place + 2] in found]
    end = next((i for i, j in pairwise(at) if j - i > _GAP), at[-1]) if at else 0
    return text[at[0] : end + 2] if at else text
