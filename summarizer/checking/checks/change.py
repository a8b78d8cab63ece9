"""增长到 tells the level reached, 增长了 the change."""

from __future__ import annotations

from summarizer.checking.context import Context, Fault, Grade
from summarizer.checking.matching import FigureMatch


def change(context: Context, match: FigureMatch) -> Fault | None:
    """A level told as a change, or the reverse."""
    source, claim = match.source, match.claim
    if source is None or claim.verbatim or claim.quoted:
        return None
    mine, theirs = claim.figure.change, source.change
    if mine is None or theirs is None or mine == theirs:
        return None
    return Fault(
        kind="change",
        grade=Grade.WRONG,
        claim=claim.text,
        message=f"change_{mine}",
        at=claim.figure.span.start,
        near=context.near(source.span),
    )
