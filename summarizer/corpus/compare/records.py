"""What a comparison comes to. Reports are named by their number (from 1), places by unit and words.

Offsets are code points of the decoded source of their report, half-open.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from summarizer.vocabulary import Status

MoveKind = Literal["changed", "new", "gone"]


@dataclass(frozen=True, slots=True)
class Edition:
    """A report that is compared; `area` is the place it is of, by which years follow each other."""

    number: int
    name: str
    title: str | None
    issuer: str | None
    issued_on: str | None
    area: str | None


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands: the report, the id of the unit, the offset, and a few words."""

    report: int
    unit: str
    start: int
    words: str


@dataclass(frozen=True, slots=True)
class Value:
    """A figure of a series. `planned` is a target, or stands in a measure that is a promise."""

    place: Place
    text: str
    value: Decimal
    high: Decimal | None
    period: str | None
    planned: bool


@dataclass(frozen=True, slots=True)
class Series:
    """One indicator in one unit over the reports, in their order; `change` where its values say
    how much it rose or fell, not what it came to."""

    indicator: str
    unit: str
    change: bool
    values: tuple[Value, ...]

    @property
    def reports(self) -> int:
        """In how many reports it stands."""
        return len({value.place.report for value in self.values})

    @property
    def surplus(self) -> int:
        """How many values are beyond one a report, period and plan: a name that is given to several
        things (投资 of each project) has many, an indicator has none."""
        told = Counter((v.place.report, v.period, v.planned) for v in self.values)
        return sum(told.values()) - len(told)


@dataclass(frozen=True, slots=True)
class Move:
    """What became of an indicator between two reports that follow each other."""

    kind: MoveKind
    indicator: str
    unit: str
    reports: tuple[int, int]
    before: Value | None
    after: Value | None

    @property
    def difference(self) -> Decimal | None:
        """After less before, in the base unit."""
        if self.before is None or self.after is None:
            return None
        return self.after.value - self.before.value

    @property
    def percent(self) -> Decimal | None:
        """The difference in per cent of what it was before; None for what is in per cent itself."""
        if self.difference is None or self.before is None or not self.before.value:
            return None
        if self.unit in ("%", "‰", "个百分点"):
            return None
        return (self.difference * 100 / abs(self.before.value)).quantize(Decimal("0.1"))


@dataclass(frozen=True, slots=True)
class PlacedPoint:
    """A point of a report, where it stands, and how far the matter has come."""

    place: Place
    text: str
    status: Status


@dataclass(frozen=True, slots=True)
class Promise:
    """A promise of one report and the sentence of the next that speaks of it most nearly.

    `later` is None where the next report is silent; `shared` is the share of the promise's weight
    that the two sentences have in common.
    """

    promise: PlacedPoint
    following: int
    later: PlacedPoint | None
    shared: float


@dataclass(frozen=True, slots=True)
class Copy:
    """A passage that stands in several reports word for word, white space aside."""

    text: str
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Several reports beside each other, in the order of their dates. `pairs` are the numbers of
    those that follow each other, of which moves and promises are told."""

    editions: tuple[Edition, ...]
    series: tuple[Series, ...]
    pairs: tuple[tuple[int, int], ...]
    moves: tuple[Move, ...]
    promises: tuple[Promise, ...]
    copies: tuple[Copy, ...]
