"""Label–value pairs under 分别 and in parallel lists."""

from __future__ import annotations

from summarizer.anchors.records import Figure
from summarizer.checking.context import Context, Fault, Grade
from summarizer.checking.equality import flat, same_amount
from summarizer.checking.matching import FigureMatch, label_likeness

_SAME = 0.75
_OWN = 0.8
_MARGIN = 0.25
_BESIDE = 16


def pair(context: Context, match: FigureMatch) -> Fault | None:
    """The figure stands in the source, under the label that the claim gives to another figure."""
    source, claim = match.source, match.claim
    if source is None or claim.verbatim or claim.quoted or not claim.figure.label:
        return None
    own = label_likeness(claim.figure.label, source.label)
    if not source.label or own >= _OWN:
        return None
    if any(
        same_amount(figure, source) and label_likeness(claim.figure.label, figure.label) > own
        for figure in context.scope.own.figures
        if figure is not source
    ):
        return None
    if _beside(context, match, source.label):
        return None
    for other in _companions(context, source):
        likeness = label_likeness(claim.figure.label, other.label)
        if likeness < _SAME or likeness - own < _MARGIN:
            continue
        if same_amount(other, source) or other.unit != source.unit:
            continue
        return Fault(
            kind="pair",
            grade=Grade.WRONG,
            claim=claim.text,
            message="pair",
            at=claim.figure.span.start,
            near=context.near(source.span),
            details={"mine": claim.figure.label, "theirs": source.label},
        )
    return None


def _beside(context: Context, match: FigureMatch, label: str) -> bool:
    """True where the claim prints the source's label, and no other, right beside the figure."""
    text, figure = context.claims.text, match.claim.figure
    before = [other.span.end for other in context.claims.anchors.figures
              if other.span.end <= figure.span.start]  # fmt: skip
    low = max([*before, figure.span.start - _BESIDE, 0])
    window = flat(text[low : figure.span.start])
    return flat(label) in window and flat(figure.label or "") not in window


def _companions(context: Context, source: Figure) -> list[Figure]:
    """The other figures of the source's sentence."""
    number = context.index.surroundings(source).sentence
    return [
        figure
        for figure in context.scope.own.figures
        if figure is not source
        and not figure.loose
        and context.index.surroundings(figure).sentence == number
    ]
