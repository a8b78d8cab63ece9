"""The words that govern a figure: 投资 told as 融资."""

from __future__ import annotations

import re

from summarizer.checking.context import Context, Fault, Grade
from summarizer.checking.equality import flat
from summarizer.checking.matching import FigureMatch
from summarizer.checking.words import LABEL_RIVALS

_HEAD = 3
_TERM = re.compile("|".join(sorted({term for group in LABEL_RIVALS for term in group})))


def label(context: Context, match: FigureMatch) -> Fault | None:
    """A governing word of the claim is not the source's, but one of its rivals."""
    source, claim = match.source, match.claim
    if source is None or claim.verbatim or claim.quoted:
        return None
    place = context.index.surroundings(source)
    clause = place.clause + flat(source.label or "")
    sentences = context.index.sentences
    wide = flat(sentences[place.sentence].text) if place.sentence >= 0 else clause
    said = flat(f"{claim.before} {claim.after[:12]} {claim.figure.label or ''}")
    # The label first: under 分别 a clause holds the words of several figures.
    mine_head, their_head = _head(claim.figure.label), _head(source.label)
    readings = (
        (mine_head, their_head, their_head),
        (flat(claim.figure.label or ""), flat(source.label or ""), wide),
        (said, clause, wide),
    )
    for mine, theirs, known in readings:
        if not _TERM.search(mine) or not _TERM.search(theirs):
            continue
        for group in LABEL_RIVALS:
            strange = [term for term in group if term in mine and term not in known]
            printed = [term for term in group if term in theirs and term not in mine]
            if strange and printed:
                return _fault(context, match, strange[0], printed[0])
    return None


def _head(label: str | None) -> str:
    """The end of a label, where its noun stands."""
    return flat(label or "")[-_HEAD:]


def _fault(context: Context, match: FigureMatch, mine: str, theirs: str) -> Fault:
    return Fault(
        kind="label",
        grade=Grade.DOUBTFUL,
        claim=match.claim.text,
        message="label",
        at=match.claim.figure.span.start,
        near=context.near(match.source.span) if match.source is not None else None,
        details={"mine": mine, "theirs": theirs},
    )
