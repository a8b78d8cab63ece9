"""The direction: 增长 told as 下降, 新增 as 减少, 新开 as 关闭."""

from __future__ import annotations

from summarizer.checking.amounts import Relation
from summarizer.checking.case import Case
from summarizer.checking.equality import direction_of
from summarizer.checking.findings import Fault, Grade
from summarizer.facts.moves import opposed
from summarizer.facts.records import Fact


def direction(case: Case, claim: Fact, source: Fact, held: Relation) -> Fault | None:
    """The figure goes the other way in the source."""
    mine, theirs = claim.figure, source.figure
    if mine is None or theirs is None:
        return None
    a, b = direction_of(mine), direction_of(theirs)
    if a is not None and b is not None:
        if a == b:
            return None
        return case.fault("direction", Grade.WRONG, claim, "direction", source)
    if opposed(claim.left, source.left) or (not source.left and opposed(claim.left, source.right)):
        return case.fault("direction", Grade.WRONG, claim, "direction", source)
    return None
