"""The period that a figure is said of."""

from __future__ import annotations

from collections.abc import Sequence

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
    sense,
    without_year,
)
from summarizer.facts.records import Fact, Period
from summarizer.vocabulary import PeriodFrom

# 2021年完成三成，2023年完成剩下的三成: the writer's own remainder, of another time by its nature.
_REST = re.compile("(?:剩|其余|余下)[^,、]{0,3}$")


def period(case: Case, claim: Fact, source: Fact, held: Relation) -> Fault | None:
    """No admissible reading of the source, nor another fact of equal value, has the period."""
    mine = claim.periods[0] if claim.periods else None
    if mine is None or not mine.stated or mine.mention.relative:
        return None
    if (other := of_another_time(case, claim, source)) is not None:
        return other
    if _REST.search(claim.left):
        return None
    clause, mention = case.clause_of(claim).span, mine.mention
    if not clause.start <= mention.span.start < claim.span.start:
        return None
    stated = [theirs for theirs in source.periods if theirs.stated and not theirs.mention.relative]
    told = {sense(theirs.mention.relation) for theirs in stated}
    limit = sense(mention.relation) == "before" and "before" in told
    if mention.relation and not limit:
        return None  # 于2026年1月9日 of 2026年: when it was told, whatever it is of
    if mine.first == mine.last == case.index.document.issued_on:
        return None
    for fact in (source, *case.scope.facts):
        same = fact is source or relation(claim, fact) is Relation.EQUAL
        if same and (
            any(agree(mine, theirs) for theirs in _admissible(fact))
            or not (stated or _is_of_another_year(mine, fact))
        ):
            return None
    theirs = stated[0].mention.text if stated else f"{_year(source)}年"
    details = {"mine": mention.text, "theirs": theirs}
    return case.fault("period", Grade.WRONG, claim, "period", source, details)


def _admissible(fact: Fact) -> Sequence[Period]:
    """The readings of a fact's period: a year that its own sentence prints before it leaves no
    room for that of a line above."""
    own = [held for held in fact.periods if held.stated and not held.mention.inherited]
    if any(not held.mention.relative and held.first[:1] != "-" for held in own):
        return [held for held in fact.periods if held.stated]
    return fact.periods


def _is_of_another_year(mine: Period, fact: Fact) -> bool:
    """True for a year that the claim prints, of a fact whose chapter is headed by another one."""
    year = _year(fact)
    whole = mine.first.endswith("-01-01") and mine.last.endswith("-12-31")
    return whole and not mine.mention.inherited and year is not None and year != mine.first[:4]


def _year(fact: Fact) -> str | None:
    """The year that a heading, and nothing nearer, gives a fact."""
    figure = fact.figure
    if figure is None or figure.period_from is not PeriodFrom.INHERITED or fact.periods:
        return None
    first, _, last = (figure.period or "").partition("/")
    whole = first.endswith("-01-01") and last == f"{first[:4]}-12-31"
    return first[:4] if whole else None


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
    if any(agree(mine, theirs) or agree(theirs, mine) for theirs in _admissible(source)):
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
