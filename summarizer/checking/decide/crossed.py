"""Two figures of a statement of which each is told of what the other is said of.

The assignment goes by all words around a figure, which for 第一、三产业 are nearly the same. Here
only those words count in which the two claims differ: where each value of the source stands by the
other claim's words, and none by its own, they have changed places.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from summarizer.checking.align import Pair
from summarizer.checking.amounts import Relation, kinship, relation
from summarizer.checking.case import Case
from summarizer.checking.decide.value import paired
from summarizer.checking.equality import Kinship
from summarizer.checking.findings import Fault
from summarizer.checking.margins import RETOLD
from summarizer.facts.records import Fact
from summarizer.facts.words import pairs

_MOST = 4  # facts of one value: more are no evidence
_LEAST = 2  # letter pairs that differ: one may be chance


def crossed(case: Case) -> Iterator[Fault]:
    """Both figures of every pair that has changed places."""
    told: set[int] = set()
    for first, second in combinations(case.pairs, 2):
        mine, theirs = first.claim, second.claim
        if mine.clause_sentence != theirs.clause_sentence or not _comparable(case, mine, theirs):
            continue
        own, other = _words(mine) - _words(theirs), _words(theirs) - _words(mine)
        if min(len(own), len(other)) < _LEAST:
            continue
        found = _exchanged(case, (first, second), own, other)
        for claim, given, equal in found:
            if claim.order not in told:
                told.add(claim.order)
                yield paired(case, claim, given, equal)
    for claim, given, equal in _turned_rows(case):
        if claim.order not in told:
            told.add(claim.order)
            yield paired(case, claim, given, equal)


def _turned_rows(case: Case) -> Iterator[tuple[Fact, Fact, Fact]]:
    """Rows under 分别 behind as many amounts, of which the source tells each beside one of the
    row in a sentence of its own: 收入70亿元、支出68亿元，分别为预算的97%和101%."""
    for row in _rows(case.said.facts):
        start = row[0].order - len(row)
        heads = case.said.facts[max(start, 0) : row[0].order]
        if start < 0 or any(
            head.shared or head.clause_sentence != row[0].clause_sentence for head in heads
        ):
            continue
        if any(case.is_literal(fact.span) for fact in row):
            continue
        places = [_alone(case, head) for head in heads]
        values = [_alone(case, fact) for fact in row]
        if None in places or None in values:
            continue
        at = [fact.clause_sentence for fact in places if fact is not None]
        of = [fact.clause_sentence for fact in values if fact is not None]
        if len(set(at)) == len(at) and sorted(at) == sorted(of) and at != of:
            for number, claim in enumerate(row):
                equal, given = values[number], values[of.index(at[number])]
                if equal is not None and given is not None and equal is not given:
                    yield claim, given, equal


def _rows(facts: Sequence[Fact]) -> Iterator[list[Fact]]:
    """The runs of two and more members of one list under 分别."""
    row: list[Fact] = []
    for fact in (*facts, None):
        if row and (fact is None or not fact.shared or fact.clause != row[-1].clause):
            if len(row) > 1:
                yield row
            row = []
        if fact is not None and fact.shared:
            row.append(fact)


def _alone(case: Case, claim: Fact) -> Fact | None:
    """The only fact of the unit that has the value of a claim."""
    found = [
        fact
        for fact in case.scope.facts
        if fact.firm and relation(claim, fact) is Relation.EQUAL
    ]
    return found[0] if len(found) == 1 else None


def _comparable(case: Case, mine: Fact, theirs: Fact) -> bool:
    if mine.figure is None or theirs.figure is None or mine.figure.value == theirs.figure.value:
        return False
    if any(case.is_literal(claim.span) or _hangs(claim) for claim in (mine, theirs)):
        return False
    return kinship(mine, theirs) is Kinship.SAME


def _hangs(claim: Fact) -> bool:
    return claim.carried and not claim.shared


def _words(fact: Fact) -> frozenset[str]:
    """The letter pairs that name a claim; of one that nothing stands before those behind it."""
    return pairs(fact.named) or fact.after


def _exchanged(
    case: Case, both: tuple[Pair, Pair], own: frozenset[str], other: frozenset[str]
) -> list[tuple[Fact, Fact, Fact]]:
    """Each claim with the fact that is meant and that of equal value; none where all is right."""
    first, second = (_equals(case, pair) for pair in both)
    if not first or not second or max(len(first), len(second)) > _MOST:
        return []
    sides = [[_side(case, fact, own, other) for fact in facts] for facts in (first, second)]
    # Of the first claim's value none stands by its own words, and of the second's none by its.
    if 1 in sides[0] or -1 in sides[1]:
        return []
    for a, side in zip(first, sides[0], strict=True):
        for b, opposite in zip(second, sides[1], strict=True):
            near = case.index.unit_at(a.span.start) is case.index.unit_at(b.span.start)
            if side == -1 and opposite == 1 and near:
                return [(both[0].claim, b, a), (both[1].claim, a, b)]
    return []


def _equals(case: Case, pair: Pair) -> list[Fact]:
    return [
        fact
        for fact in case.scope.facts
        if fact.firm and relation(pair.claim, fact) is Relation.EQUAL
    ]


def _side(case: Case, fact: Fact, own: frozenset[str], other: frozenset[str]) -> int:
    """1 for a fact that stands by the first words, -1 by the second; 0 where nobody can say."""
    near = pairs("、".join((*fact.subject[-1:], fact.named)))
    if not fact.shared and not _in_row(case, fact):
        near |= fact.clause_pairs
    mine, theirs = (len(words & near) / len(words) for words in (own, other))
    if max(mine, theirs) < RETOLD or min(mine, theirs) * 2 > max(mine, theirs):
        return 0
    return 1 if mine > theirs else -1


def _in_row(case: Case, fact: Fact) -> bool:
    """True where the clause has another amount in its unit, whose words these may be."""
    return any(
        other is not fact and other.clause == fact.clause and kinship(fact, other) is Kinship.SAME
        for other in case.scope.facts
    )
