"""Direction: 增长 told as 下降."""

from __future__ import annotations

import re
from collections.abc import Iterator

from summarizer.checking.context import Context, Fault, Grade
from summarizer.checking.equality import direction_of
from summarizer.checking.matching import FigureMatch

_ALIGNED = 0.5
_UP = re.compile("增[长加多大]|上升|提[高升]|上涨|扩大|攀升|回升|走高|递增")
_DOWN = re.compile("下[降滑跌]|减[少小弱]|降低|回落|缩[减小]|压[减降]|走低|递减|萎缩")
_FIGURE = re.compile("[^，,。；]{0,3}[-−负0-9０-９一二三四五六七八九十百]")


def directions(context: Context) -> Iterator[Fault]:
    """Every 有所减少 in the place of 有所增加, where no figure is moved."""
    for change in context.replaced:
        alignment = change.alignment
        after = change.at + len(change.mine) - alignment.start
        if _FIGURE.match(alignment.text, after) or alignment.share < _ALIGNED:
            continue
        up, down = (
            _UP.search(change.mine) is not None,
            _DOWN.search(change.mine) is not None,
        )
        if up == down or not (_DOWN if up else _UP).search(change.theirs):
            continue
        if (_UP if up else _DOWN).search(change.theirs):
            continue
        yield Fault(
            kind="direction",
            grade=Grade.WRONG,
            claim=alignment.text,
            message="direction",
            at=change.at,
            near=context.near(alignment.source.span),
        )


def direction(context: Context, match: FigureMatch) -> Fault | None:
    """The figure goes the other way in the source."""
    source, claim = match.source, match.claim
    if source is None or claim.verbatim or claim.quoted:
        return None
    mine, theirs = direction_of(claim.figure), direction_of(source)
    if mine is None or theirs is None or mine == theirs:
        return None
    return Fault(
        kind="direction",
        grade=Grade.WRONG,
        claim=claim.text,
        message="direction",
        at=claim.figure.span.start,
        near=context.near(source.span),
    )
