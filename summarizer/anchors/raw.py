"""A figure as read, before it is bound, and the qualifiers around it."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from summarizer.anchors import bounds
from summarizer.patterns import lazy
from summarizer.vocabulary import Bound, FigureKind

SUFFIX = (
    r"(?P<suffix>(?:及|或|和|[(（]含(?:本数)?[)）])?以上|(?:[(（]含(?:本数)?[)）])?以下(?!简称|称|几|问题|措施|方面)|以内|之内|左右|"
    r"上下(?!功夫|级|联)|出头(?!露|之))?"
)
_QUALIFYING = ("more", "mid", "post", "suffix")
_TIME_WORDS_BEFORE_NEAR = lazy("(?:历时|耗时|用时|长达|达|经过|过去)近$")


class Raw(NamedTuple):
    """A figure at `[start, end)` of the view; `number` is where its numeral begins.

    `leads` tells that `bound` comes from a word before the figure, which a list may share.
    """

    start: int
    end: int
    number: int
    value: Decimal
    unit: str
    kind: FigureKind
    high: Decimal | None = None
    qualifier: str | None = None
    non_quantity: bool = False
    per: str | None = None
    bound: Bound = Bound.EQUAL
    leads: bool = False


def qualified(text: str, raw: Raw, tail: re.Match[str]) -> Raw:
    """The figure with its qualifiers: those before it and those `tail` holds."""
    words = tail.groupdict()
    after = "".join([words.get(name) or "" for name in _QUALIFYING]).replace("半", "")
    before = None
    last = text[raw.start - 1 : raw.start]
    if last in bounds.PREFIX_ENDS or last == "\n":
        before = bounds.PREFIX.search(text, max(0, raw.start - bounds.PREFIX_REACH), raw.start)
    near = before is not None and before.group() == "近" and raw.kind is FigureKind.DURATION
    if near and not _TIME_WORDS_BEFORE_NEAR.search(text, max(0, raw.start - 5), raw.start):
        before = None  # 近4年 are the last four years, not almost four
    if before is None and not after:
        return raw
    return raw._replace(
        start=before.start() if before else raw.start,
        qualifier=(before.group() if before else "") + after,
        leads=before is not None,
    )


def bounded(text: str, raw: Raw) -> Raw:
    """The figure with the bound that its qualifiers and the words at its ends come to."""
    bound = bounds.of(raw.qualifier) if raw.qualifier else Bound.EQUAL
    if bound is not Bound.EQUAL:
        return raw._replace(bound=bound)
    bound = bounds.beside(text, raw.start, raw.end)
    if bound is Bound.EQUAL:
        return raw
    return raw._replace(bound=bound, leads=raw.leads or bounds.passed(text, raw.start) is bound)


def prints_noun(text: str, raw: Raw) -> bool:
    """Whether a count holds what it counts (六大领域): 大 stands before its unit."""
    return raw.kind is FigureKind.COUNT and text.startswith("大", raw.end - len(raw.unit) - 1)
