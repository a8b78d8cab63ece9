"""Per cent and percentage points are never equal."""

from __future__ import annotations

from summarizer.checking.context import Context, Fault, Grade
from summarizer.checking.equality import bare_amount
from summarizer.checking.matching import FigureMatch, affinity
from summarizer.vocabulary import FigureKind

_OTHER = {
    FigureKind.RATIO: FigureKind.PERCENTAGE_POINTS,
    FigureKind.PERCENTAGE_POINTS: FigureKind.RATIO,
}


def points(context: Context, match: FigureMatch) -> Fault | None:
    """3.8个百分点 told as 3.8%, or the reverse."""
    mine = match.claim.figure
    other = _OTHER.get(mine.kind)
    found = [
        source
        for source in context.scope.own.figures
        if source.kind is other and bare_amount(source) == bare_amount(mine)
    ]
    if not found:
        return None
    source = max(found, key=lambda figure: affinity(context.index, match.claim, figure))
    return Fault(
        kind="points",
        grade=Grade.WRONG,
        claim=match.claim.text,
        message="points",
        at=mine.span.start,
        near=context.near(source.span),
    )
