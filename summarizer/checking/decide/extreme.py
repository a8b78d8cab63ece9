"""The most told as the least: 其中甲矿43人，是最少的 of a row in which 43 is the greatest.

The source need not say which of a row is the greatest: its figures do. Only the very opposite is
told, for a row may be longer than the source prints it.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from summarizer import patterns as re
from summarizer.checking.amounts import kinship
from summarizer.checking.case import Case
from summarizer.checking.equality import Kinship, amounts
from summarizer.checking.findings import Fault, Grade
from summarizer.checking.similarity import same_role
from summarizer.facts.records import Clause, Fact

_ENDS = re.compile("(?:最(?:(?P<most>[多高大快强])|[少低小慢弱])|垫底|末位)的?$")
_AMONG = re.compile("[里中]")  # 是三处工地里最少的: how many the row has
_FEWEST = 3  # of two the other one may be meant


def extremes(case: Case) -> Iterator[Fault]:
    """Every figure told as the least of a row of which it is the greatest, or the reverse."""
    for number, clause in enumerate(case.clauses):
        found = _ENDS.search(clause.text.strip())
        given = _spoken_of(case, number, clause) if found is not None else None
        if found is None or given is None or given.figure is None:
            continue
        row = _row(case, given)
        values = sorted(row)
        value = amounts(given.figure)[0]
        if len(set(values)) < _FEWEST or values.count(value) != 1:
            continue
        if value == (values[0] if found["most"] else values[-1]):
            words = {"mine": found[0], "theirs": given.text}
            yield case.of_clause("rank", clause, given.span, "extreme", Grade.WRONG, **words)


def _spoken_of(case: Case, number: int, clause: Clause) -> Fact | None:
    """The fact of the only figure that is rightly told in a clause, else in the one before it."""
    for place in (number, number - 1):
        pairs = [
            pair
            for pair in case.pairs
            if pair.claim.clause == place and not _AMONG.search(pair.claim.right)
        ]
        same = place >= 0 and case.clauses[place].sentence == clause.sentence
        if pairs and same:
            alone = len(pairs) == 1 and pairs[0].claim in case.told_rightly
            return pairs[0].given if alone else None
    return None


def _row(case: Case, given: Fact) -> list[Decimal]:
    """The amounts of one sort that the source tells in one breath with a fact."""
    joined = case.index.joined(given.clause_sentence)
    return [
        amounts(fact.figure)[0]
        for fact in case.scope.facts
        if fact.figure is not None
        and fact.figure.high is None
        and fact.clause_sentence in joined
        and kinship(fact, given) is Kinship.SAME
        and same_role(fact, given)
        and given.figure is not None
        and fact.figure.direction == given.figure.direction
    ]
