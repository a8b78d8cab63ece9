"""Which figure of the source a claimed figure speaks of."""

from __future__ import annotations

import re
from dataclasses import dataclass

from summarizer.anchors.records import Figure
from summarizer.checking.claims import Claims, FigureClaim
from summarizer.checking.equality import Kinship, amounts, flat, same_amount, unit_kinship
from summarizer.checking.index import SourceIndex
from summarizer.checking.scope import Scope
from summarizer.checking.textual import likeness, share
from summarizer.spans import Range
from summarizer.vocabulary import FigureKind

_SURE = 0.62  # the claim's words are those around another figure
_FAR = 0.25  # the claim's words are not those around the figure of equal value
_TOLD = 0.35
# More figures of one amount, or in one unit, are only met in texts made to be slow.
_MANY = 100
_BUDGET = 30_000
_FEWEST = 10
_PART = re.compile("[、和及与]")


@dataclass(frozen=True, slots=True)
class FigureMatch:
    """A claimed figure and its place in the source.

    `source` is the figure of equal amount and unit that fits best, None where there is none in
    scope; `rival` is the figure of another amount whose surroundings are the claim's, with
    `closeness` 0 to 1.
    """

    claim: FigureClaim
    source: Figure | None
    rival: Figure | None = None
    closeness: float = 0.0


def label_likeness(first: str | None, second: str | None) -> float:
    """Likeness of two labels, 0 to 1; 0 where one is missing."""
    if not first or not second:
        return 0.0
    return max(_one_label(part, flat(second)) for part in _PART.split(flat(first)))


def _one_label(first: str, second: str) -> float:
    if first == second:
        return 1.0
    short, long = sorted((first, second), key=len)
    # A short label is the same thing where it is the head of the long one, which stands last.
    if len(short) > 1 and short in long and (long.endswith(short) or len(long) < 2.5 * len(short)):
        return 0.95
    return likeness(first, second)


def affinity(index: SourceIndex, claim: FigureClaim, source: Figure) -> float:
    """How well the words around a claim fit those around a figure of the source, 0 to 1."""
    place = index.surroundings(source)
    near, wide = share(claim.near, place.near), share(claim.near, place.wide)
    words = 0.65 * near + 0.35 * wide if claim.near else 0.5 * share(claim.wide, place.wide)
    label = label_likeness(claim.figure.label, source.label)
    return max(words, 0.5 * words + 0.5 * label)


def match_figures(index: SourceIndex, claims: Claims, scope: Scope) -> tuple[FigureMatch, ...]:
    """Every firm figure of the statement with its place in the source, in reading order."""
    most = max(_FEWEST, _BUDGET // max(len(claims.figures), 1))
    equal: list[list[Figure]] = [_equal(claim, scope, most) for claim in claims.figures]
    used = {figure.span for group in equal for figure in group}
    return tuple(
        _match(index, claim, candidates, scope, used, most)
        for claim, candidates in zip(claims.figures, equal, strict=True)
    )


def _equal(claim: FigureClaim, scope: Scope, most: int) -> list[Figure]:
    amount = amounts(claim.figure)
    for table in (scope.own_amounts, scope.around_amounts):
        found = [
            figure
            for figure in table.get(amount, ())[:most]
            if unit_kinship(claim.figure, figure) is not Kinship.DIFFERENT
        ]
        if found:
            return found[:_MANY]
    return [figure for figure in scope.own.figures[:most] if _doubles(claim.figure, figure)]


def _doubles(claim: Figure, source: Figure) -> bool:
    """True for 增长1倍 beside 翻一番, either way round."""
    if claim.kind is not FigureKind.MULTIPLE or source.kind is not FigureKind.MULTIPLE:
        return False
    pair = {"翻" in claim.text: claim.value, "翻" in source.text: source.value}
    return len(pair) == 2 and pair[True] == pair[False] + 1


def _match(
    index: SourceIndex,
    claim: FigureClaim,
    candidates: list[Figure],
    scope: Scope,
    used: set[Range],
    most: int,
) -> FigureMatch:
    if candidates:
        best = max(candidates, key=lambda figure: _fit(index, claim, figure))
        if claim.verbatim or claim.quoted:
            return FigureMatch(claim, best)
        own = affinity(index, claim, best)
        if own > _FAR:
            return FigureMatch(claim, best)
        if unit_kinship(claim.figure, best) is Kinship.AKIN:
            candidates = []
    rivals = [
        figure
        for figure in scope.own.figures[:most]
        if not figure.loose
        and unit_kinship(claim.figure, figure) is not Kinship.DIFFERENT
        and not same_amount(claim.figure, figure)
        and not (candidates and figure.span in used)
    ]
    # A figure that the statement tells rightly elsewhere is hardly meant here too.
    rival = max(
        rivals,
        key=lambda figure: affinity(index, claim, figure) - _TOLD * (figure.span in used),
        default=None,
    )
    closeness = affinity(index, claim, rival) if rival is not None else 0.0
    if candidates and (closeness < _SURE or own > closeness / 2.5):
        return FigureMatch(claim, best, rival, closeness)
    return FigureMatch(claim, None, rival, closeness)


def _fit(index: SourceIndex, claim: FigureClaim, source: Figure) -> tuple[float, float, int]:
    """Orders figures of equal amount: same unit and words first, then fewest other differences."""
    mine = claim.figure
    exact = unit_kinship(mine, source) is Kinship.SAME
    agree = (
        (mine.direction == source.direction)
        + (mine.comparator == source.comparator)
        + (mine.qualifier == source.qualifier)
        + (mine.change == source.change)
        + (mine.period == source.period)
    )
    return (
        exact + affinity(index, claim, source) + 0.04 * agree,
        label_likeness(mine.label, source.label),
        -source.span.start,
    )
