"""The right number in another unit: 个 as 人, 万元 as 万美元."""

from __future__ import annotations

from summarizer.anchors.records import Figure
from summarizer.checking.context import Context, Fault, Grade
from summarizer.checking.counters import counts
from summarizer.checking.equality import (
    Kinship,
    bare_amount,
    same_amount,
    unit_kinship,
    unit_name,
)
from summarizer.checking.matching import FigureMatch, affinity
from summarizer.spans import Range
from summarizer.vocabulary import FigureKind

_BESIDE = 8
_GENERIC = frozenset("个项条件")
_RATIOS = {FigureKind.RATIO, FigureKind.PERCENTAGE_POINTS}


def another_unit(context: Context, match: FigureMatch) -> Fault | None:
    """The number stands in the unit's text, but counts something else."""
    mine = match.claim.figure
    found = [
        (affinity(context.index, match.claim, source), -source.span.start, source)
        for source in context.figures
        if not source.loose
        and bare_amount(source) == bare_amount(mine)
        and (unit_kinship(mine, source) is Kinship.DIFFERENT or not same_amount(mine, source))
        and {mine.kind, source.kind} != _RATIOS
    ]
    if not found:
        return None
    closeness, _, source = max(found, key=lambda row: row[:2])
    small = abs(mine.value) <= 10
    if closeness < (0.3 if small else 0.1) or match.closeness > 1.1 * closeness:
        return None
    return _fault(context, match, source.span, Grade.WRONG)


def akin_unit(context: Context, match: FigureMatch) -> Fault | None:
    """The number is right and its counter is one that writers interchange: doubtful."""
    source = match.source
    if source is None or match.claim.verbatim:
        return None
    if unit_kinship(match.claim.figure, source) is not Kinship.AKIN:
        return None
    if unit_name(match.claim.figure.unit) == unit_name(source.unit):
        return None
    if not counts(unit_name(match.claim.figure.unit), _noun(match, source)):
        return _fault(context, match, source.span, Grade.WRONG)
    # 个 and 项 stand for nearly every counter: said so, not blamed.
    generic = unit_name(match.claim.figure.unit) in _GENERIC
    return _fault(context, match, source.span, Grade.ROUGH if generic else Grade.DOUBTFUL)


def _noun(match: FigureMatch, source: Figure) -> str:
    """The words that name what the claim counts, as it and the source have them."""
    claim = match.claim
    return f"{claim.figure.label or ''} {claim.after[:_BESIDE]} {source.label or ''}"


def _fault(context: Context, match: FigureMatch, span: Range, grade: Grade) -> Fault:
    return Fault(
        kind="unit",
        grade=grade,
        claim=match.claim.text,
        message="unit",
        at=match.claim.figure.span.start,
        near=context.near(span),
    )
