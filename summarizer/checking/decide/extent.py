"""What an operation on printed figures may come to, the rounding of their digits allowed for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from summarizer.anchors.records import Figure
from summarizer.checking.amounts import DOWN, UP, place_of, step_of
from summarizer.checking.equality import amounts
from summarizer.checking.margins import TOLERANCE
from summarizer.facts.records import Fact
from summarizer.vocabulary import Bound, FigureKind


class Extent(NamedTuple):
    """An operand or a result, and what it may be where its digits are rounded."""

    low: float
    value: float
    high: float


def extent(fact: Fact) -> Extent:
    """A figure with what its digits leave open."""
    figure = fact.figure
    if figure is None:
        return Extent(0.0, 0.0, 0.0)
    amount = amounts(figure)[0]
    value, slack = float(amount), TOLERANCE.half * float(place_of(figure, amount))
    if fact.bound is not Bound.EQUAL:
        slack = max(float(step_of(figure, amount)), abs(value) * TOLERANCE.roughly)
    return Extent(value - slack, value, value + slack)


def added(group: Sequence[Fact]) -> Extent:
    """The sum of figures."""
    held = [extent(fact) for fact in group]
    return Extent(sum(r.low for r in held), sum(r.value for r in held), sum(r.high for r in held))


def agrees(figure: Figure, claim: Fact, result: Extent) -> bool:
    """True where a claim is a result, rounded as its own printed digits and words allow."""
    value = amounts(figure)[0]
    step = max(float(place_of(figure, value)) * TOLERANCE.half, 0.0)
    number = abs(float(value))
    low, high = number - step, number + step
    wide = max(float(step_of(figure, value)), number * TOLERANCE.roughly)
    if claim.bound in UP:
        high = number + wide
    elif claim.bound in DOWN:
        low = number - wide
    elif claim.bound is Bound.ABOUT or figure.kind is FigureKind.MULTIPLE:
        low, high = number - wide, number + wide
    elif number and step < float(step_of(figure, value)) * TOLERANCE.half:
        step = (
            float(step_of(figure, value)) * TOLERANCE.half
        )  # 3600 of 3625: rounded without a word
        low, high = (
            number - min(step, number * TOLERANCE.noughts),
            number + min(step, number * TOLERANCE.noughts),
        )
    return low <= result.high and result.low <= high
