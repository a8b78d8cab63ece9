"""Quotations: the words between quotation marks are the source's own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from summarizer.anchors.records import Quotation
from summarizer.checking.context import Context, Fault, Grade
from summarizer.checking.equality import quotation_key
from summarizer.checking.textual import likeness

_ALIKE = 0.5
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
    near = max(
        context.scope.own.quotations,
        key=lambda source: likeness(quotation_key(source.text), key),
        default=None,
    )
    close = likeness(quotation_key(near.text), key) if near is not None else 0.0
    if near is not None and (close >= _ALIKE or _one_letter(quotation_key(near.text), key)):
        return Fault(
            "quotation", Grade.WRONG, quotation.text, "quotation", place, context.near(near.span)
        )
    return Fault("quotation", Grade.DOUBTFUL, quotation.text, "quotation_unknown", place)


def _one_letter(first: str, second: str) -> bool:
    """True where two short texts of one length differ in one letter."""
    return (
        len(first) == len(second) > 2
        and sum(a != b for a, b in zip(first, second, strict=True)) == 1
    )
