"""Dates and periods told by a summary."""

from __future__ import annotations

import re
from collections.abc import Iterator

from summarizer.anchors.records import DateMention
from summarizer.checking.context import Context, Fault, Grade
from summarizer.checking.equality import flat
from summarizer.checking.periods import (
    Interval,
    covers,
    ends_alike,
    retells,
    same_months,
    without_year,
)

_RANGE = re.compile("[0-9０-９月日年底初末旬][至到—–~～-]")
_YEAR = re.compile(r"(?<!\d)(?:1[89]|20)\d\d(?!\d)|[〇零○一二三四五六七八九]{4}年")


def dates(context: Context) -> Iterator[Fault]:
    """Every date of the statement that its scope does not have."""
    for claim in context.claims.anchors.dates:
        if claim.loose or claim.in_title or claim.relative:
            continue
        if context.claims.is_verbatim(claim.span.start) or is_supported(context, claim):
            continue
        yield _fault(context, claim)


def is_supported(context: Context, claim: DateMention) -> bool:
    """True where the scope has the date, a finer one inside it, or an interval that it ends."""
    return _stands(flat(claim.text), context) or any(
        _agrees(claim, source) for source in _sources(context)
    )


def _sources(context: Context) -> Iterator[DateMention]:
    yield from context.scope.own.dates
    yield from context.scope.around.dates


def _stands(text: str, context: Context) -> bool:
    for whole in (context.scope.own_flat, context.scope.around_flat):
        place = whole.find(text)
        while place >= 0:
            if place == 0 or not whole[place - 1].isdigit():
                return True
            place = whole.find(text, place + 1)
    return False


def _has_year(mention: DateMention) -> bool:
    return _YEAR.search(mention.text) is not None and not mention.inherited


def _agrees(claim: DateMention, source: DateMention) -> bool:
    mine, theirs = Interval(claim.first, claim.last), Interval(source.first, source.last)
    if not _has_year(claim) or theirs.is_open:
        mine, theirs = without_year(mine), without_year(theirs)
        if theirs.first > theirs.last:
            return mine.first in theirs or mine.last in theirs
    if mine == theirs or (mine.first == mine.last and mine.first in theirs):
        return True
    if _RANGE.search(claim.text):
        return not re.search("[日号]", claim.text) and same_months(mine, theirs)
    if ends_alike(mine, theirs):
        return True
    if not covers(mine, theirs):
        return False
    return _is_year(claim) or retells(mine, theirs)


def _is_year(claim: DateMention) -> bool:
    return claim.first.endswith("-01-01") and claim.last.endswith("-12-31")


def _fault(context: Context, claim: DateMention) -> Fault:
    place = claim.span.start
    nearest = _nearest(claim, list(_sources(context)))
    if nearest is not None:
        kind = "range" if _shares_end(claim, nearest) else "date"
        message = "range" if kind == "range" else "date"
        return Fault(kind, Grade.WRONG, claim.text, message, place, context.near(nearest.span))
    elsewhere = [
        source for source in context.index.analysis.anchors.dates if _agrees(claim, source)
    ]
    if elsewhere:
        # A year filled in from the report's context is no fault where the unit prints no date.
        bare = not any(not source.relative for source in context.scope.own.dates)
        return Fault(
            "date",
            Grade.DOUBTFUL if bare else Grade.WRONG,
            claim.text,
            "date_elsewhere",
            place,
            context.near(elsewhere[0].span),
            {"unit": context.unit_name(elsewhere[0].span.start)},
        )
    fallback = _nearest(claim, list(context.index.analysis.anchors.dates))
    return Fault(
        "date",
        Grade.WRONG,
        claim.text,
        "date" if fallback is not None else "date_invented",
        place,
        context.near(fallback.span) if fallback is not None else None,
    )


def _shares_end(claim: DateMention, source: DateMention) -> bool:
    """True where both are ranges and one end is the same, the year aside where it is not said."""
    if source.first == source.last or not re.search("[至到—–~～-]", claim.text):
        return False
    mine, theirs = Interval(claim.first, claim.last), Interval(source.first, source.last)
    if not _has_year(claim) or not _has_year(source):
        mine, theirs = without_year(mine), without_year(theirs)
    return mine != theirs and (mine.first == theirs.first or mine.last == theirs.last)


def _nearest(claim: DateMention, sources: list[DateMention]) -> DateMention | None:
    """The source's date that shares most of year, month, day and end; None where none does."""
    best, most = None, 1
    for source in sources:
        if source.relative:
            continue
        pairs = zip(_parts(claim), _parts(source), strict=True)
        common = sum(mine == theirs for mine, theirs in pairs)
        if common > most:
            best, most = source, common
    return best


def _parts(mention: DateMention) -> tuple[str, ...]:
    ends = (mention.first, mention.last)
    return tuple(part for end in ends for part in (end[:-6], end[-5:-3], end[-2:]))
