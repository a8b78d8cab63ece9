"""The base of a comparison: 同比 told as 环比."""

from __future__ import annotations

from summarizer.checking.context import Context, Fault, Grade
from summarizer.checking.equality import same_comparator
from summarizer.checking.matching import FigureMatch


def comparator(context: Context, match: FigureMatch) -> Fault | None:
    """The source compares with something else."""
    source, claim = match.source, match.claim
    if source is None or claim.verbatim:
        return None
    mine, theirs = claim.figure.comparator, source.comparator
    if not mine or not theirs or same_comparator(mine, theirs):
        return None
    return Fault(
        kind="comparator",
        grade=Grade.WRONG,
        claim=claim.text,
        message="comparator",
        at=claim.figure.span.start,
        near=context.near(source.span),
        details={"mine": mine, "theirs": theirs},
    )
