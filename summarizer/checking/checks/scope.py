"""A figure that the report gives, but for another unit."""

from __future__ import annotations

from summarizer.anchors.records import Figure
from summarizer.checking.context import Context, Fault, Grade
from summarizer.checking.equality import Kinship, bare_amount, same_amount, unit_kinship
from summarizer.checking.matching import FigureMatch, affinity

_GOVERNED = 0.3
_RELATED = 0.2  # small numbers stand everywhere: the words must fit too


def other_unit(context: Context, match: FigureMatch) -> Fault | None:
    """Names the unit to which the figure belongs."""
    mine = match.claim.figure
    found = [
        (affinity(context.index, match.claim, source), -source.span.start, source)
        for source in context.index.figures_by_amount.get(bare_amount(mine), ())
        if not source.loose
        and source.span.start not in context.scope.span
        and same_amount(mine, source)
        and unit_kinship(mine, source) is Kinship.SAME
    ]
    if not found:
        return None
    closeness, _, source = max(found, key=lambda row: row[:2])
    rivalled = match.rival is not None and match.closeness >= max(_GOVERNED, closeness)
    if rivalled and _digits(mine) < 2:
        return None
    if closeness < _RELATED and _digits(mine) < 2:
        return None
    return Fault(
        kind="scope",
        grade=Grade.WRONG,
        claim=match.claim.text,
        message="scope_here" if rivalled else "scope",
        at=mine.span.start,
        near=context.near(source.span),
        details={
            "unit": context.unit_name(source.span.start),
            "here": context.index.printed(match.rival.span) if match.rival is not None else "",
        },
    )


def _digits(figure: Figure) -> int:
    return len(str(abs(figure.value)).replace(".", "").strip("0"))


def invented(context: Context, match: FigureMatch) -> Fault | None:
    """No figure of the source comes near."""
    return Fault(
        kind="figure_invented",
        grade=Grade.WRONG,
        claim=match.claim.text,
        message="figure_invented",
        at=match.claim.figure.span.start,
    )
