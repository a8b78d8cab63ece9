"""The direction: 增长 told as 下降, 新增 as 减少, 新开 as 关闭."""

from __future__ import annotations

from summarizer.checking.amounts import Relation
from summarizer.checking.case import Case
from summarizer.checking.equality import direction_of
from summarizer.checking.findings import Fault, Grade
from summarizer.facts.moves import opposed
from summarizer.facts.records import Fact
from summarizer.vocabulary import FigureKind


def direction(case: Case, claim: Fact, source: Fact, held: Relation) -> Fault | None:
    """The figure goes the other way in the source."""
    mine, theirs = claim.figure, source.figure
    if mine is None or theirs is None:
        return None
    a, b = direction_of(mine), direction_of(theirs)
    if a is not None and b is not None:
        if a == b or _is_own_move(case, claim, source, a):
            return None
        return case.fault("direction", Grade.WRONG, claim, "direction", source)
    if opposed(claim.left, source.left) or (not source.left and opposed(claim.left, source.right)):
        return case.fault("direction", Grade.WRONG, claim, "direction", source)
    return None


def _is_own_move(case: Case, claim: Fact, source: Fact, way: str) -> bool:
    """Whether a figure that the statement tells too came that far, the way that is told.

    增加值率由36.0%下降到24.0%，消耗上升12.0个百分点: 增加值率 may be said to be 12 points lower.
    """
    figure = claim.figure
    if figure is None:
        return False
    for pair in case.pairs:
        end, named = pair.told or pair.equal, pair.claim.figure
        beside = 0 <= claim.clause - pair.claim.clause <= 1 and pair.claim.order < claim.order
        if not beside or end is None or end.figure is None or named is None:
            continue
        if figure.label not in (None, named.label):  # 消耗下降12.0个百分点: a name of its own
            continue
        begun = next((held for held in case.scope.facts if held.order == end.order - 1), None)
        if begun is None or begun.figure is None or end.clause != begun.clause:
            continue
        points = figure.kind is FigureKind.PERCENTAGE_POINTS
        unit = "%" if points else figure.unit
        if not (end.figure.unit == begun.figure.unit == unit and end.figure.change == "to"):
            continue
        moved = end.figure.value - begun.figure.value
        if abs(moved) == abs(figure.value) and way == ("up" if moved > 0 else "down"):
            return end.clause != source.clause
    return False
