"""The words that govern a figure: 投资 told as 融资."""

from __future__ import annotations

from summarizer.checking.context import Context, Fault, Grade
from summarizer.checking.equality import flat
from summarizer.checking.matching import FigureMatch
from summarizer.checking.words import LABEL_RIVALS


def label(context: Context, match: FigureMatch) -> Fault | None:
    """A governing word of the claim is not the source's, but one of its rivals."""
    source, claim = match.source, match.claim
    if source is None or claim.verbatim or claim.quoted:
        return None
    mine = flat(f"{claim.before} {claim.after[:12]} {claim.figure.label or ''}")
    place = context.index.surroundings(source)
    theirs = place.clause + flat(source.label or "")
    sentences = context.index.sentences
    wide = flat(sentences[place.sentence].text) if place.sentence >= 0 else theirs
    for group in LABEL_RIVALS:
        said = [term for term in group if term in mine]
        if not said or any(term in wide for term in said):
            continue
        printed = [term for term in group if term in theirs and term not in mine]
        if printed:
            return Fault(
                kind="label",
                grade=Grade.DOUBTFUL,
                claim=claim.text,
                message="label",
                at=claim.figure.span.start,
                near=context.near(source.span),
                details={"mine": said[0], "theirs": printed[0]},
            )
    return None
