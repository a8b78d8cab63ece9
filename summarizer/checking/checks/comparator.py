"""The base of a comparison: 同比 told as 环比."""

from __future__ import annotations

from summarizer.checking.context import Context, Fault, Grade
from summarizer.checking.equality import comparator_name, same_comparator
from summarizer.checking.matching import FigureMatch


def comparator(context: Context, match: FigureMatch) -> Fault | None:
    """The source compares with something else."""
    source, claim = match.source, match.claim
    if source is None or claim.verbatim:
        return None
    mine, theirs = claim.figure.comparator, source.comparator
    if not mine or (theirs and same_comparator(mine, theirs)):
        return None
    # 同比 is often understood; 环比 never is.
    if not theirs and (comparator_name(mine) != "环比" or "环比" in context.scope.own_flat):
        return None
    return Fault(
        kind="comparator",
        grade=Grade.WRONG,
        claim=claim.text,
        message="comparator" if theirs else "comparator_added",
        at=claim.figure.span.start,
        near=context.near(source.span),
        details={"mine": mine, "theirs": theirs or ""},
    )
