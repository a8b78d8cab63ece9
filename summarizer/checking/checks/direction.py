"""Direction: 增长 told as 下降."""

from __future__ import annotations

from summarizer.checking.context import Context, Fault, Grade
from summarizer.checking.equality import direction_of
from summarizer.checking.matching import FigureMatch


def direction(context: Context, match: FigureMatch) -> Fault | None:
    """The figure goes the other way in the source."""
    source, claim = match.source, match.claim
    if source is None or claim.verbatim or claim.quoted:
        return None
    mine, theirs = direction_of(claim.figure), direction_of(source)
    if mine is None or theirs is None or mine == theirs:
        return None
    return Fault(
        kind="direction",
        grade=Grade.WRONG,
        claim=claim.text,
        message="direction",
        at=claim.figure.span.start,
        near=context.near(source.span),
    )
