"""The unit: a counter that writers do not interchange, per cent for percentage points."""

from __future__ import annotations

from summarizer.checking.amounts import Relation
from summarizer.checking.case import Case
from summarizer.checking.counters import counts
from summarizer.checking.equality import Kinship, other_denominator, unit_kinship, unit_name
from summarizer.checking.findings import Fault, Grade
from summarizer.checking.margins import LED_BY
from summarizer.facts.records import Fact

_GENERIC = frozenset("个项条件")


def unit(case: Case, claim: Fact, source: Fact, held: Relation) -> Fault | None:
    """The right number in a counter that cannot count the thing, or with another denominator."""
    mine, theirs = claim.figure, source.figure
    if mine is None or theirs is None:
        return None
    if other_denominator(mine, theirs):
        return case.fault("unit", Grade.WRONG, claim, "unit", source)
    if unit_kinship(mine, theirs) is not Kinship.AKIN:
        return None
    name = unit_name(mine.unit)
    other = unit_name(theirs.unit)
    if name == other or name in _GENERIC or not (name and other):
        return None  # 22万、14万、13万元: a list may print its unit once
    around = (claim.right[:LED_BY], source.left[-LED_BY:], source.right[:LED_BY])
    # 4家单位没有台账，7家未公示: the noun stands by the first of a row in one counter.
    row = [
        held.right[:LED_BY]
        for held in case.said.facts
        if held.clause_sentence == claim.clause_sentence
        and held.figure is not None
        and unit_name(held.figure.unit) == name
    ]
    words = " ".join((mine.label or "", *around, *row))
    if not counts(name, words):
        return case.fault("unit", Grade.WRONG, claim, "unit", source)
    return None
