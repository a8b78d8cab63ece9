"""Numbers of the source that nobody could read: a claim that has one is not called absent."""

from __future__ import annotations

from summarizer import patterns as re
from summarizer.checking.amounts import place_of
from summarizer.checking.case import Case
from summarizer.checking.index import SourceIndex
from summarizer.checking.margins import PRECISE
from summarizer.facts.records import Fact

_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
_MOSTLY = 3  # budgets and final accounts have four to eight times as many, a plan with tables 1.4
_SCALES = (1, 1000, 10_000, 10**8)  # a cell in 元, 千元, 万元, 亿元


def is_unread(case: Case, claim: Fact) -> bool:
    """True where the number stands in the source in a place that the grammars did not read.

    A cell without a unit may be told in a larger one: 2512.11万元 of 25,121,091.00.
    """
    found, figure = _NUMBER.search(claim.text), claim.figure
    if found is None or figure is None:
        return False
    if found[0].replace(",", "") in case.index.unread:
        return True
    value = abs(figure.value)
    if not value or len(value.normalize().as_tuple().digits) < PRECISE:
        return False
    slack = place_of(figure, value) / 2
    return any(
        case.index.has_unread((value - slack) / scale, (value + slack) / scale) for scale in _SCALES
    )


def is_mostly_unread(index: SourceIndex) -> bool:
    """True for a text with three times as many numbers in unread tables as facts."""
    return sum(table.unread for table in index.analysis.tables) > _MOSTLY * len(index.facts.facts)
