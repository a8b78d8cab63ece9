"""增长到 tells the level reached, 增长了 the change."""

from __future__ import annotations

import re
from typing import Literal

from summarizer.checking.context import Context, Fault, Grade
from summarizer.checking.matching import FigureMatch

_NEAR = 12
_START = re.compile("[由从自][^，,。；;、到至]{0,10}$")
_GOAL = re.compile("^[^，,。；;]{0,8}(?:到|至|为)")
_STATED = re.compile("(?:为|是|达到?|占|占比|比重|约)$")
_MOVED = re.compile("[增升涨扩提降减跌缩翻]|比上|同比|环比|较")


def change(context: Context, match: FigureMatch) -> Fault | None:
    """A level told as a change, or the reverse."""
    source, claim = match.source, match.claim
    if source is None or claim.verbatim or claim.quoted:
        return None
    mine, theirs = claim.figure.change, source.change
    if theirs is None and claim.figure.direction is not None and mine != "to":
        theirs = _level(context, match)
        mine = "by"
    if mine == "to" and theirs is None and _begins(context, match):
        return _fault(context, match, "from")
    if mine is None or theirs is None or mine == theirs:
        return None
    return _fault(context, match, mine)


def _begins(context: Context, match: FigureMatch) -> bool:
    """True where the source's figure is the one from which a rise or fall begins."""
    source = match.source
    if source is None:
        return False
    view = context.index.document.view
    start, end = view.slice(source.span)
    before, after = view.text[max(0, start - _NEAR) : start], view.text[end : end + _NEAR]
    return _START.search(before) is not None and _GOAL.search(after) is not None


def _level(context: Context, match: FigureMatch) -> Literal["to"] | None:
    """`to` where the source states a level and no change: 覆盖率为87% told as 提高了87%."""
    source = match.source
    if source is None or source.direction is not None or match.claim.figure.value < 0:
        return None
    view = context.index.document.view
    start = view.slice(source.span)[0]
    before = view.text[max(0, start - _NEAR) : start]
    return "to" if _STATED.search(before) and not _MOVED.search(before) else None


def _fault(context: Context, match: FigureMatch, mine: str) -> Fault | None:
    source, claim = match.source, match.claim
    if source is None:
        return None
    return Fault(
        kind="change",
        grade=Grade.WRONG,
        claim=claim.text,
        message=f"change_{mine}",
        at=claim.figure.span.start,
        near=context.near(source.span),
    )
