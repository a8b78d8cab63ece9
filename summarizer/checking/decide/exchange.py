"""Two things that have changed places between clauses: A leads and B assists, told the other way.

No word says so: what shows it is that each of two clauses has words of the other's place in the
source, and lacks those that stand in its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, pairwise

from summarizer import patterns as re
from summarizer.checking.case import Case
from summarizer.checking.findings import Fault
from summarizer.checking.margins import LIKELY, RETOLD
from summarizer.checking.propositions import Propositions
from summarizer.facts.records import Clause
from summarizer.facts.words import pairs

_WHOLE = 0.97  # a clause that stands in one of the source has nothing of another
_NEAR = 3  # clauses apart: what is contrasted stands side by side
_FEWEST = 3  # letter pairs that stay and that have moved, on each side
_HELD = 0.7  # so much of both clauses stands in the sentences that are retold
# What only joins a figure to its words is nobody's place: 占一般公共预算支出的77.9%.
_LINKS = re.compile("其中|占|比重|达到?|[为约共]|分别|同比|较上?年?")
_GAP = 2  # places between letter pairs of one stretch


def exchanges(case: Case, said: Propositions) -> Iterator[Fault]:
    """Every two clauses of a statement whose words are those of each other's place."""
    retold = [
        (number, clause, match.clause)
        for number, (clause, match) in enumerate(zip(case.clauses, case.matches, strict=True))
        if match is not None and number not in case.verbatim and LIKELY <= match.share <= _WHOLE
    ]
    for (number, first, one), (later, second, other) in combinations(retold, 2):
        if later - number > _NEAR or one.span == other.span:
            continue
        found = _crossed(case, (first, second), (one, other))
        if found is not None:
            mine, theirs = found
            yield case.of_clause("label", first, one.span, "exchange", mine=mine, theirs=theirs)


def _crossed(
    case: Case, told: tuple[Clause, Clause], retold: tuple[Clause, Clause]
) -> tuple[str, str] | None:
    """What each of two clauses has that stands in the other's place in the source."""
    (first, second), (one, other) = told, retold
    a, b = (pairs(_LINKS.sub("、", clause.text)) for clause in told)
    weights = case.index.weights
    for r, s in _segments(one, other):
        here, came = (a & r) - s - b, (a & s) - r - b
        there, went = (b & s) - r - a, (b & r) - s - a
        if not (here and came and there and went):
            continue
        if min(len(here | came), len(there | went)) < _FEWEST:
            continue
        around = pairs(one.sentence_text) | pairs(other.sentence_text)
        if min(weights.share(a, around), weights.share(b, around)) < _HELD:
            continue
        if min(weights.share(r, a | b), weights.share(s, a | b)) < RETOLD:
            continue
        if not _bound(case, (here, came), (there, went), (r, s)):
            return _run(first.text, came), _run(second.text, went)
    return None


def _segments(one: Clause, other: Clause) -> Iterator[tuple[frozenset[str], frozenset[str]]]:
    """The clauses that may have been exchanged, then their sentences."""
    yield one.pairs, other.pairs
    if one.sentence != other.sentence:
        yield pairs(one.sentence_text), pairs(other.sentence_text)


def _bound(
    case: Case,
    first: tuple[frozenset[str], frozenset[str]],
    second: tuple[frozenset[str], frozenset[str]],
    exchanged: tuple[frozenset[str], frozenset[str]],
) -> bool:
    """True where another clause of the unit holds words of both kinds: no exchange then."""
    return any(
        (first[0] & held and first[1] & held) or (second[0] & held and second[1] & held)
        for held in (clause.pairs for clause in case.scope.clauses)
        if held not in exchanged
    )


def _run(text: str, found: frozenset[str]) -> str:
    """The stretch of a text that the pairs cover."""
    at = [place for place in range(len(text) - 1) if text[place : place + 2] in found]
    end = next((i for i, j in pairwise(at) if j - i > _GAP), at[-1]) if at else 0
    return text[at[0] : end + 2] if at else text
