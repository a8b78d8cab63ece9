"""Whether a document is about what was done or about what is to be done."""

from __future__ import annotations

from collections import Counter

from summarizer.analysis import Analysis

# Shares of the text. Of 14 work reports 13 tell 0.29 to 0.46 of it in results (in one no result
# is read at all); 16 plans, opinions, notices, decisions and schemes 0 to 0.15.
_RESULTS_OF_A_PLAN = 0.22
_AHEAD_OF_A_PLAN = 0.5


def is_plan(analysis: Analysis) -> bool:
    """True for a document that is about what is to be done: its figures are targets.

    By the characters of its leaves and of the sections' own text: a report of results gives up to
    two thirds of them to the year to come.
    """
    told: Counter[str | None] = Counter()
    for unit in analysis.outline.walk():
        for span in (unit.text_span,) if unit.is_leaf else unit.own:
            told[unit.tense] += span.end - span.start
    ahead, whole = told["plan"], sum(told.values())
    return (ahead > 0 and ahead == whole) or (
        told["result"] < _RESULTS_OF_A_PLAN * whole and ahead > _AHEAD_OF_A_PLAN * whole
    )
