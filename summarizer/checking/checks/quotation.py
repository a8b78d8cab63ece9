"""Quotations: the words between quotation marks are the source's own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from summarizer.anchors.records import Quotation
from summarizer.checking.context import Context, Fault, Grade
from summarizer.checking.equality import quotation_key
from summarizer.checking.textual import likeness

_ALIKE = 0.5
_SHORTEST = 2
_LONGER = 3
_BUDGET = 6000  # comparisons; more are only asked for by texts made to be slow
_FEWEST = 10
_ELLIPSIS = re.compile("…+|\\.{3,}|。{3,}")


def quotations(context: Context) -> Iterator[Fault]:
    """Every quotation of the statement whose words do not stand in scope."""
    anchors = context.claims.anchors
    if not anchors.quotations:
        return
    texts = (quotation_key(context.scope.own_flat), quotation_key(context.scope.around_flat))
    for quotation in anchors.quotations:
        key = quotation_key(quotation.text)
        if context.claims.is_verbatim(quotation.span.start):
            continue
        parts = [quotation_key(part) for part in _ELLIPSIS.split(quotation.text)]
        if not key or any(all(part in text for part in parts) for text in texts):
            continue
        yield _fault(context, quotation, key)


def _fault(context: Context, quotation: Quotation, key: str) -> Fault:
    place = quotation.span.start
    most = max(_FEWEST, _BUDGET // len(context.claims.anchors.quotations))
    own = context.scope.own.quotations[:most]
    keys = [(quotation_key(source.text), source) for source in own]
    near = max(keys, key=lambda row: _closeness(row[0], key), default=None)
    # The words of another unit are somebody's own, set in the wrong place, not a slip.
    elsewhere = key in quotation_key(context.index.report_flat)
    if near is not None and _closeness(near[0], key) >= _ALIKE and not elsewhere:
        span = context.near(near[1].span)
        return Fault("quotation", Grade.WRONG, quotation.text, "quotation", place, span)
    return Fault("quotation", Grade.DOUBTFUL, quotation.text, "quotation_unknown", place)


def _closeness(printed: str, key: str) -> float:
    """Likeness by letter pairs, or by what is the same before and after one changed stretch."""
    if min(len(printed), len(key)) < _SHORTEST or abs(len(printed) - len(key)) > _LONGER:
        return likeness(printed, key)
    common = min(len(printed), len(key))
    head = next((n for n in range(common) if printed[n] != key[n]), common)
    rest = common - head
    tail = next((n for n in range(rest) if printed[-1 - n] != key[-1 - n]), rest)
    same = (head + tail) / max(len(printed), len(key))
    if sorted(printed) == sorted(key):
        same = 1.0
    return max(likeness(printed, key), same)
