"""The fields of a figure beside its value, in the order in which they are asked."""

from __future__ import annotations

from collections.abc import Callable

from summarizer.checking.amounts import Relation
from summarizer.checking.case import Case
from summarizer.checking.decide.base import base
from summarizer.checking.decide.bound import bound
from summarizer.checking.decide.change import change
from summarizer.checking.decide.direction import direction
from summarizer.checking.decide.period import period
from summarizer.checking.decide.unit import unit
from summarizer.checking.findings import Fault, Grade
from summarizer.facts.records import Fact

Field = Callable[[Case, Fact, Fact, Relation], Fault | None]


def rough(case: Case, claim: Fact, source: Fact, held: Relation) -> Fault | None:
    """A note where the number is told roughly, with the word for it."""
    if held is not Relation.ROUGH:
        return None
    return case.fault("approximated", Grade.ROUGH, claim, "approximated", source)


FIELDS: tuple[Field, ...] = (unit, direction, change, base, bound, period, rough)
