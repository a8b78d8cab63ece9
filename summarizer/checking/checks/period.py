"""The period that a figure is said of."""

from __future__ import annotations

import re

from summarizer.checking.context import Context, Fault, Grade
from summarizer.checking.equality import flat
from summarizer.checking.matching import FigureMatch
from summarizer.checking.periods import Interval, ends_alike, interval_of, retells, same_period
from summarizer.vocabulary import PeriodFrom

_RANGE = re.compile("[0-9０-９月日年][至到—–~～-]|半年|季度")


def period(context: Context, match: FigureMatch) -> Fault | None:
    """The source says the figure of another period."""
    source, claim = match.source, match.claim
    if source is None or claim.verbatim or not claim.figure.period_span:
        return None
    if source.period_from is not PeriodFrom.STATED:
        return None
    if context.claims.sentence_at(claim.figure.period_span.start) != claim.sentence:
        return None
    mine, theirs = interval_of(claim.figure.period), interval_of(source.period)
    if mine is None or theirs is None:
        return None
    span = claim.figure.period_span
    printed = context.claims.text[span.start : span.end]
    if same_period(mine, theirs, with_year="年" in printed or printed[:4].isdigit()):
        return None
    if _one_word(flat(printed), flat(_printed(context, match))):
        return None
    if retells(mine, theirs) or ends_alike(mine, theirs) or _alternatives(context, match, mine):
        return None
    return Fault(
        kind="period",
        grade=Grade.WRONG,
        claim=claim.text,
        message="period",
        at=claim.figure.span.start,
        near=context.near(source.span),
        details={"mine": printed, "theirs": _printed(context, match)},
    )


def _one_word(mine: str, theirs: str) -> bool:
    """True for 年底 and 年底前, 6月 and 6月底; never for a year and its half."""
    if not theirs or _RANGE.search(mine + theirs):
        return False
    return mine in theirs or theirs in mine


def _alternatives(context: Context, match: FigureMatch, mine: Interval) -> bool:
    """True where an equal figure of the scope has the claimed period."""
    source = match.source
    return source is not None and any(
        figure.value == source.value
        and figure.unit == source.unit
        and figure.period_from is PeriodFrom.STATED
        and (other := interval_of(figure.period)) is not None
        and same_period(mine, other, with_year=True)
        for figure in context.scope.figures
    )


def _printed(context: Context, match: FigureMatch) -> str:
    source = match.source
    if source is not None and source.period_span is not None:
        return context.index.printed(source.period_span)
    return source.period or "" if source is not None else ""
