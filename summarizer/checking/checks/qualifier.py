"""Qualifiers are part of a figure: 余, 多, 近, 约, 以上, 不足 …"""

from __future__ import annotations

import re

from summarizer.anchors.records import Figure
from summarizer.checking.context import Context, Fault, Grade
from summarizer.checking.equality import Bound, bound_of
from summarizer.checking.matching import FigureMatch

# 突破1万 and 达到1万 are verbs of the clause, no part of the figure; they still bound it.
_VERB = re.compile("(?:突破|超过|超|逾|高于|多达|不少于|不低于|近|接近|不足|不到|约)[了]?$")
_FRACTION = re.compile("分之[一二两三四五六七八九十]|成|半")
_ENDS = re.compile("^(?:以上|以下|左右|以内|多|余)")


def qualifier(context: Context, match: FigureMatch) -> Fault | None:
    """A qualifier lost, added or turned into another."""
    source, claim = match.source, match.claim
    if source is None or claim.verbatim or claim.quoted:
        return None
    mine = _bound(claim.figure, claim.before, claim.after)
    theirs = _source_bound(context, source)
    if mine is theirs or (Bound.ABOUT in (mine, theirs) and Bound.NONE not in (mine, theirs)):
        return None
    # 约四分之一 of 25%: the words of a fraction are cautious by themselves.
    if mine is Bound.ABOUT and _FRACTION.search(claim.text) and not _FRACTION.search(source.text):
        return None
    message = "qualifier_changed"
    if mine is Bound.NONE:
        if bound_of(source.qualifier) is Bound.NONE:
            return None
        message = "qualifier_lost"
    elif theirs is Bound.NONE:
        if bound_of(claim.figure.qualifier) is Bound.NONE:
            return None
        message = "qualifier_added"
    return Fault(
        kind="qualifier",
        grade=Grade.WRONG,
        claim=claim.text,
        message=message,
        at=claim.figure.span.start,
        near=context.near(source.span),
        details={"mine": claim.figure.qualifier or "", "theirs": source.qualifier or ""},
    )


def _bound(figure: Figure, before: str, after: str) -> Bound:
    bound = bound_of(figure.qualifier)
    if bound is not Bound.NONE:
        return bound
    verb = _VERB.search(before)
    if verb is not None:
        return bound_of(verb[0])
    ending = _ENDS.search(after)
    return bound_of(ending[0]) if ending is not None else Bound.NONE


def _source_bound(context: Context, source: Figure) -> Bound:
    view = context.index.document.view
    start, end = view.slice(source.span)
    return _bound(source, view.text[max(0, start - 8) : start], view.text[end : end + 2])
