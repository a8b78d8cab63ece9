"""Label–value pairs under 分别 and in parallel lists."""

from __future__ import annotations

from summarizer.anchors.records import Figure
from summarizer.checking.context import Context, Fault, Grade
from summarizer.checking.equality import flat, same_amount
from summarizer.checking.matching import FigureMatch, label_likeness
from summarizer.checking.textual import brief, share

_SAME = 0.75
_OWN = 0.8
_MARGIN = 0.25
_BESIDE = 16
_WORDS = 3
_APART = 0.4


def pair(context: Context, match: FigureMatch) -> Fault | None:
    """The figure stands in the source, under the label that the claim gives to another figure."""
    source, claim = match.source, match.claim
    if source is None or claim.verbatim or claim.quoted:
        return None
    crossed = _crossed(context, match)
    if crossed is not None:
        return crossed
    if not claim.figure.label:
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
        return _fault(context, match, source, claim.figure.label, source.label)
    return None


def _fault(context: Context, match: FigureMatch, source: Figure, mine: str, theirs: str) -> Fault:
    return Fault(
        kind="pair",
        grade=Grade.WRONG,
        claim=match.claim.text,
        message="pair",
        at=match.claim.figure.span.start,
        near=context.near(source.span),
        details={"mine": mine, "theirs": theirs},
    )


def _crossed(context: Context, match: FigureMatch) -> Fault | None:
    """Two figures of one unit, each told with the words that the source has around the other."""
    source, near = match.source, match.claim.near
    if source is None or len(near) < _WORDS:
        return None
    own = context.index.surroundings(source)
    for other in context.matches:
        far = other.source
        if far is None or other is match or far.unit != source.unit or same_amount(far, source):
            continue
        place = context.index.surroundings(far)
        if (
            place.sentence == own.sentence
            and share(near, place.near) - share(near, own.near) >= _APART
            and share(other.claim.near, own.near) - share(other.claim.near, place.near) >= _APART
        ):
            return _fault(context, match, source, brief(place.clause), brief(own.clause))
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
