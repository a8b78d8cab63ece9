"""The period that a figure is said of."""

from __future__ import annotations

from summarizer import patterns as re
from summarizer.checking.amounts import Relation, relation
from summarizer.checking.case import Case
from summarizer.checking.findings import Fault, Grade
from summarizer.checking.margins import NEARLY_WHOLE
from summarizer.checking.periods import (
    Interval,
    covers,
    ends_alike,
    retells,
    same_period,
    without_year,
)
from summarizer.facts.records import Fact, Period

# 2021年完成三成，2023年完成剩下的三成: the writer's own remainder, of another time by its nature.
_REST = re.compile("(?:剩|其余|余下)[^,、]{0,3}$")


def period(case: Case, claim: Fact, source: Fact, held: Relation) -> Fault | None:
    """No admissible reading of the source, nor another fact of equal value, has the period."""
    mine = claim.periods[0] if claim.periods else None
    if mine is None or not mine.stated or mine.mention.relative:
        return None
    if (other := of_another_time(case, claim, source)) is not None:
        return other
    stated = [theirs for theirs in source.periods if theirs.stated and not theirs.mention.relative]
    if not stated:
        return None
    if _REST.search(claim.left):
        return None
    clause = case.clause_of(claim).span
    if not clause.start <= mine.mention.span.start < claim.span.start or mine.mention.relation:
        return None
    for fact in (source, *case.scope.facts):
        same = fact is source or relation(claim, fact) is Relation.EQUAL
        if same and any(agree(mine, theirs) for theirs in fact.periods):
            return None
    details = {"mine": mine.mention.text, "theirs": stated[0].mention.text}
    return case.fault("period", Grade.WRONG, claim, "period", source, details)


def of_another_time(case: Case, claim: Fact, source: Fact) -> Fault | None:
    """The value is of another time than the claim says, and for that the source has another.

    到2020年1.3亿千瓦 where the source tells 1.2亿千瓦 for 2020 and 1.3亿千瓦 for 2025, in the same
    words; the year may stand at the head of the sentence or paragraph.
    """
    mine = claim.periods[0] if claim.periods else None
    if mine is None or not mine.stated or not source.periods:
        return None
    if relation(claim, source) is not Relation.EQUAL:
        return None
    if any(agree(mine, theirs) or agree(theirs, mine) for theirs in source.periods):
        return None
    share = case.index.weights.share
    for fact in case.scope.facts:
        if (
            relation(claim, fact) is Relation.OTHER
            and fact.unit == source.unit
            and any(agree(mine, theirs) for theirs in fact.periods)
            and min(share(fact.near, source.near), share(source.near, fact.near)) >= NEARLY_WHOLE
        ):
            details = {"mine": mine.mention.text, "theirs": source.periods[0].mention.text}
            return case.fault("period", Grade.WRONG, claim, "period", source, details)
    return None


def agree(mine: Period, theirs: Period) -> bool:
    """True where one period is the other, inside it, or ends with it."""
    a, b = Interval(mine.first, mine.last), Interval(theirs.first, theirs.last)
    with_year = not mine.mention.inherited and not theirs.mention.inherited
    if a.is_open != b.is_open:  # 7月初 of a summary that names no year, 7月5日 of one that does
        a, b = without_year(a), without_year(b)
    return (
        same_period(a, b, with_year=with_year)
        or retells(a, b)
        or ends_alike(a, b)
        or (covers(b, a) and bool(theirs.mention.relation))
    )
