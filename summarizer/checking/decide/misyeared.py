"""A year printed for a figure that the report tells of another year, however it says so.

`fields` compares a period with one that the source's sentence states. Most sentences state none:
the year is that of the heading, of the sentence before, of 去年 beside the year of the report. Here
a year is wrong where no reading of any fact of that value has it, and none is without a time.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from summarizer.checking.align import Pair
from summarizer.checking.amounts import Relation, relation
from summarizer.checking.case import CLEAR, Case
from summarizer.checking.decide.date_span import has_year
from summarizer.checking.decide.value import is_precise
from summarizer.checking.equality import amounts
from summarizer.checking.findings import Fault, Grade
from summarizer.facts.records import Fact, Period
from summarizer.spans import Range

_FIRST, _LAST = 1900, 2100  # years that a report speaks of


class Time(NamedTuple):
    """The years that a fact may be of, and the words that tell the likeliest."""

    years: frozenset[int]
    near: Range


def misyeared(case: Case) -> Iterator[Fault]:
    """Every printed year whose figure stands for other years only."""
    told = set()
    for pair in case.pairs:
        mine = _printed(case, pair)
        if mine is None or mine.mention.span in told:
            continue
        facts = _equals(case, pair)
        places = [_time(case, fact) for fact in facts]
        if not facts or any(place is None for place in places):
            continue  # a fact without a time may be of any year
        if any(_spans(mine) & place.years for place in places if place is not None):
            continue
        told.add(mine.mention.span)
        claim = (mine.mention.text, mine.mention.span)
        near = places[0].near if places[0] is not None else facts[0].span
        yield case.says("date", Grade.WRONG, claim, "date_swapped", near)


def _printed(case: Case, pair: Pair) -> Period | None:
    """The period of a figure that is rightly told, where its year is printed before it."""
    claim, given = pair.claim, pair.given
    mine = claim.periods[0] if claim.periods else None
    if mine is None or given is None or not mine.stated or case.is_literal(mine.mention.span):
        return None
    mention = mine.mention
    if mention.relative or mention.non_date or mention.relation or not has_year(mention):
        return None
    sure = pair.score_of(given) >= CLEAR and is_precise(claim)
    equal = given.firm and relation(claim, given) is Relation.EQUAL
    return mine if sure and equal and mention.span.end <= claim.span.start else None


def _equals(case: Case, pair: Pair) -> list[Fact]:
    """Every fact of the report that has the value."""
    figure = pair.claim.figure
    held = case.index.facts_by_amount.get(amounts(figure), ()) if figure is not None else ()
    return [fact for fact in held if relation(pair.claim, fact) is Relation.EQUAL]


def _time(case: Case, fact: Fact) -> Time | None:
    """All years that a fact may be of, and what says so; None where nothing near it tells a year.

    What tells the year is the fact's own period, else the nearest heading with one, else the title,
    whose year may be that after the one reported on. Every other date of its unit, and of what
    stands over it, is a year that it may be of as well.
    """
    index, unit = case.index, case.index.unit_at(fact.span.start)
    headings, texts = [], [Range(*index.sentence_span(fact.said_in))]
    while unit is not None:
        texts += [*unit.own, unit.text_span]
        if unit.heading_span is not None:
            headings.append(unit.heading_span)
        unit = index.parents.get(unit.id)
    years = {year for period in fact.periods for year in _spans(period)}
    near = fact.periods[0].mention.span if fact.periods else None
    dates = index.analysis.anchors.dates
    for place in headings if near is None else ():
        held = [date for date in dates if date.span.start in place]
        found = {year for date in held for year in _between(date.first, date.last)}
        if found:
            years, near = found, held[0].span
            break
    title = index.document.title_span
    if near is None and title is not None:
        held = [date for date in dates if date.span.start in title]
        found = {year for date in held for year in _between(date.first, date.last)}
        if len(found) == 1:
            years, near = {*found, min(found) - 1}, held[0].span
    if near is None:
        return None
    for date in dates:
        if any(date.span.start in place for place in (*texts, *headings)):
            years |= _between(date.first, date.last)
    return Time(frozenset(years), near)


def _spans(period: Period) -> set[int]:
    return _between(period.first, period.last)


def _between(first: str, last: str) -> set[int]:
    ends = [int(day[:4]) for day in (first, last) if day[:4].isdigit()]
    if not ends or not (min(ends) > _FIRST and max(ends) < _LAST):
        return set()
    return set(range(min(ends), max(ends) + 1))
