"""A date that stands for another in its place: two that changed places, one in a clause of its own.

`dates` asks of every date whether the unit has it. Here the clause that a date is said of is found
first: that it stands in, or where it stands alone (9月底前，各县建立系统) the one behind it.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from summarizer import patterns as re
from summarizer.anchors.records import DateMention
from summarizer.checking.case import Case
from summarizer.checking.decide.date import agrees, same_sort
from summarizer.checking.findings import Fault, Grade
from summarizer.checking.margins import DATE_LEAD, NEARLY_WHOLE, PLAINLY

_BARE = re.compile("[截至到在自从起前底末初内间以来止,，:：—-]*")


def misdated(case: Case) -> Iterator[Fault]:
    """Every date in whose place the source has another one."""
    told = [
        (claim, alone, source)
        for claim in case.said.anchors.dates
        if not (claim.in_title or claim.relative or claim.non_date or case.is_literal(claim.span))
        for alone, source in _in_place(case, claim)
    ]
    for claim, alone, source in told:
        if alone and not agrees(claim, source) and not agrees(source, claim):
            yield _fault(case, claim, source)
    for first, second in combinations(told, 2):
        (mine, *_, theirs), (other, *_, there) = first, second
        crossed = agrees(mine, there) and agrees(other, theirs)
        if crossed and not agrees(mine, theirs) and not agrees(other, there):
            yield _fault(case, mine, theirs)
            yield _fault(case, other, there)


def _in_place(case: Case, claim: DateMention) -> Iterator[tuple[bool, DateMention]]:
    """The only date of its sort in the sentence that its clause retells, and whether it is beyond
    doubt by itself: where it has its own clause, and no other sentence is retold nearly as well."""
    number = next((n for n, c in enumerate(case.clauses) if claim.span.start in c.span), None)
    if number is None:
        return
    clause = case.clauses[number]
    bare = _BARE.fullmatch(clause.text.replace(claim.text, "", 1).strip()) is not None
    if bare:
        number += 1
        following = case.clauses[number] if number < len(case.clauses) else None
        if following is None or following.sentence != clause.sentence:
            return
        clause = following
    ranked = case.index.nearest_clauses(clause.pairs, span=case.scope.span)
    if not ranked or ranked[0][0] < PLAINLY:
        return
    share, source = ranked[0]
    dates = [
        date
        for date in case.dates_of_sentence(source)
        if not date.relative and same_sort(claim, date)
    ]
    rivals = (held for held, other in ranked[1:] if other.sentence != source.sentence)
    if len(dates) == 1:
        sure = share >= NEARLY_WHOLE and share - next(rivals, 0.0) >= DATE_LEAD
        yield bare and sure, dates[0]


def _fault(case: Case, claim: DateMention, source: DateMention) -> Fault:
    return case.says("date", Grade.WRONG, (claim.text, claim.span), "date_swapped", source.span)
