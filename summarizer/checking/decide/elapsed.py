"""The time between two dates of a statement, and a length told of it that is another."""

from __future__ import annotations

from decimal import Decimal

from summarizer import patterns as re
from summarizer.anchors.records import Figure
from summarizer.checking.case import Case
from summarizer.checking.counting import lengths_between
from summarizer.checking.periods import Interval
from summarizer.facts.records import Fact
from summarizer.vocabulary import FigureKind

_BETWEEN = re.compile("(?:相[隔距]|时隔|间隔|历时|前后)[^,、0-9]{0,4}$")
_MOST_OFF = Decimal("0.1")  # 约11年 of 11年7个月
_HALF = 186  # days of half a year, months taken as 31 days
_UNITS = {"年": 372, "天": 1, "日": 1}  # the longest date between which so many lie
_TWO = 2  # dates


def elapsed(case: Case, claim: Fact, figure: Figure) -> tuple[str, str] | None:
    """The dates and what lies between them: 相隔9个月 behind two that lie 21 months apart.

    None where the claim is of no such time, or right.
    """
    if figure.kind is not FigureKind.DURATION or not _BETWEEN.search(claim.left):
        return None
    start = claim.said_in.span.start - claim.said_in.begin
    before = [
        date
        for date in case.said.anchors.dates
        if start <= date.span.start < claim.span.start and date.first[:4].isdigit()
    ]
    if len(before) < _TWO or any(date.relative for date in before):
        return None
    finest = _UNITS.get(figure.unit, _HALF)
    if any(Interval(date.first, date.last).days > finest for date in before):
        return None  # 5天 of 1996年, from 1月8日 on
    ends = sorted(day for date in before for day in (date.first, date.last))
    lengths, value = lengths_between(ends, figure.unit), abs(figure.value)
    off = max(Decimal(1), value * _MOST_OFF)
    if not lengths or any(abs(value - held) <= off for held in lengths):
        return None
    return "、".join(date.text for date in before), f"{min(lengths)}至{max(lengths)}{figure.unit}"
