"""How likely it is that a claim speaks of a fact of the source: a score of a few features.

No feature looks at the value, the bound or the direction: what is judged never finds its own
counterpart. The weights are fitted on faithful statements (`benchmarks/faults/fit.py`, which says
on what); a feature is a share between 0 and 1 or a flag.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from heapq import nlargest
from math import log

from summarizer.anchors.records import Figure, Ordinal
from summarizer.checking.amounts import kinship
from summarizer.checking.equality import Kinship
from summarizer.checking.margins import RARITY
from summarizer.facts.records import Fact


@dataclass(frozen=True, slots=True)
class Weights:
    """How much a letter pair tells: a rare one more than one that stands everywhere."""

    rarity: Mapping[str, float]
    unknown: float

    @property
    def most(self) -> float:
        """The weight of a pair that stands in a single clause, and nearly so."""
        return self.unknown / RARITY.unknown

    def of(self, found: Iterable[str]) -> float:
        """The weight of a set of pairs."""
        rarity, unknown = self.rarity, self.unknown
        return sum([rarity.get(pair, unknown) for pair in found])

    def share(self, part: frozenset[str], whole: frozenset[str]) -> float:
        """The share of `part` that stands in `whole` by weight; 0 for an empty part."""
        return self.of(part & whole) / self.of(part) if part else 0.0


def weights_of(clauses: Iterable[frozenset[str]]) -> Weights:
    """The weights of the letter pairs of a source, from those of each of its clauses."""
    counts: dict[str, int] = {}
    size = 0
    for pairs in clauses:
        size += 1
        for pair in pairs:
            counts[pair] = counts.get(pair, 0) + 1
    rarity = {pair: _stepped(log((size + 1) / (count + 0.5))) for pair, count in counts.items()}
    return Weights(rarity, _stepped(min(RARITY.most, log(size + 2)) * RARITY.unknown))


def _stepped(weight: float) -> float:
    return round(min(RARITY.most, weight) * RARITY.steps) / RARITY.steps


def nearest(facts: Sequence[Fact], words: frozenset[str], most: int) -> Sequence[Fact]:
    """The facts, or of very many those that have most of the words, in no order."""
    if len(facts) <= most:
        return facts
    return nlargest(most, facts, key=lambda fact: len(fact.near & words))


NAMES = (
    "own words", "source's words", "own words around", "source's words around", "context",
    "side", "unit", "role", "period", "sentence",
)  # fmt: skip
# By `benchmarks/faults/fit.py`, which tells how often they are right of a report left out.
FITTED = (1.79, 2.16, 1.58, 1.88, 0.95, 1.35, 4.02, 0.90, 2.26, 1.36)


def score(claim: Fact, source: Fact, weights: Weights) -> float:
    """The fitted score; a difference of one makes it e times as likely."""
    return sum([a * b for a, b in zip(FITTED, features(claim, source, weights), strict=True)])


def features(claim: Fact, source: Fact, weights: Weights) -> tuple[float, ...]:
    """What speaks for it that a claim and a fact of the source are one, value left aside."""
    of = weights.of
    mine, theirs = claim.near, source.near
    all_mine, all_theirs = of(mine) or 1.0, of(theirs) or 1.0
    around = theirs | source.context
    everything = mine | claim.context
    sides = of(claim.before & source.before) + of(claim.after & source.after)
    held = source.sentence_pairs | source.context
    context = of(claim.context & held) / (of(claim.context) or 1.0) if claim.context else 0.3
    return (
        of(mine & theirs) / all_mine,
        of(mine & theirs) / all_theirs,
        of(mine & around) / all_mine,
        of(theirs & everything) / all_theirs,
        context,
        sides / all_mine,
        _unit(claim, source),
        _role(claim, source),
        _period(claim, source),
        of(claim.clause_pairs & source.sentence_pairs) / (of(claim.clause_pairs) or 1.0),
    )


def with_its_unit(held: float, claim: Fact, source: Fact) -> float:
    """A score as it were if the units agreed: what a changed unit is found by."""
    return held + FITTED[NAMES.index("unit")] * (1.0 - _unit(claim, source))


def _unit(claim: Fact, source: Fact) -> float:
    mine, theirs = claim.anchor, source.anchor
    if isinstance(mine, Ordinal) or isinstance(theirs, Ordinal):
        if isinstance(mine, Ordinal) and isinstance(theirs, Ordinal):
            return 1.0 if mine.noun == theirs.noun else -0.5
        return -1.0
    found = kinship(claim, source)
    if found is Kinship.SAME:
        return 1.0
    if found is Kinship.AKIN:
        return 0.6
    return 0.0 if mine.kind is theirs.kind else -1.0


def _role(claim: Fact, source: Fact) -> float:
    return 1.0 if claim.figure is not None and same_role(claim, source) else 0.0


def same_role(claim: Fact, source: Fact) -> bool:
    """True for two levels, two changes, or two places in an order."""
    mine, theirs = claim.figure, source.figure
    if mine is None or theirs is None:
        return mine is theirs
    return _changes(mine) == _changes(theirs)


def period_agrees(claim: Fact, source: Fact) -> bool:
    """True where the claim's period is one of the source's, or either has none."""
    return _period(claim, source) >= 0


def _changes(figure: Figure) -> bool:
    return figure.change == "by" or (figure.direction is not None and figure.change is None)


def _period(claim: Fact, source: Fact) -> float:
    """Whether the nearest period of the claim is one of the source's admissible readings."""
    if not claim.periods or not source.periods:
        return 0.0
    mine = claim.periods[0]
    for place, theirs in enumerate(source.periods):
        dated = theirs.first[:4].isdigit() and mine.first[:4].isdigit()
        if (mine.first[-5:], mine.last[-5:]) == (theirs.first[-5:], theirs.last[-5:]) and (
            not dated or mine.first[:4] == theirs.first[:4]
        ):
            return 1.0 if place == 0 else 0.5
    return -1.0
