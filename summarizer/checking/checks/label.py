"""The words that govern a figure: 投资 told as 融资."""

from __future__ import annotations

import re

from summarizer.checking.context import Context, Fault, Grade
from summarizer.checking.equality import flat
from summarizer.checking.matching import FigureMatch
from summarizer.checking.words import LABEL_RIVALS, LIGHT

_HEAD = 3
_THING = 2
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
    other = _another_thing(match, wide + clause)
    if other is not None:
        return _fault(context, match, *other)
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


def _another_thing(match: FigureMatch, known: str) -> tuple[str, str] | None:
    """Two labels without a letter in common, the claim's nowhere in the source's sentence."""
    source = match.source
    mine = flat(match.claim.figure.label or "")
    theirs = flat(source.label or "") if source is not None else ""
    thing = LIGHT.sub("", mine)
    if len(thing) < _THING or not LIGHT.sub("", theirs) or set(mine) & set(theirs):
        return None
    # 1名人员受到行政处罚 tells the source's label too.
    said = flat(f"{match.claim.before} {match.claim.after}")
    if any(theirs[place : place + 2] in said for place in range(len(theirs) - 1)):
        return None
    pairs = [thing[place : place + 2] for place in range(len(thing) - 1)]
    return None if any(pair in known for pair in pairs) else (mine, theirs)


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
