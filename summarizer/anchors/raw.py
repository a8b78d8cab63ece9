"""A figure as read, before it is bound, and the qualifiers around it."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from summarizer.patterns import lazy
from summarizer.vocabulary import FigureKind

SUFFIX = (
    r"(?P<suffix>(?:及|或|和)?以上|以下(?!简称|称|几|问题|措施|方面)|以内|左右|上下(?!功夫|级|联))?"
)
_QUALIFIERS = (
    "不少于|不低于|不高于|不超过|不多于|不下于|不小于|不大于|不足|不到|不下|不止|超过|超出|将近|接近|大约|"
    "大于|小于|高于|低于|多于|少于|至少|最少|最多|约为|近|约|超|逾"
)
# A qualifier that ends another word is none: 节约, 附近, 赶超.
_PREFIX = re.compile(
    rf"(?<![节制大合预契公誓特解条签违履邀](?=约))(?<![最附临靠亲新就邻](?=近))(?<![赶反高](?=超))"
    rf"(?<![最提增升](?=高于))(?:{_QUALIFIERS})$"
)
# The last characters of the qualifiers; a line may end behind one.
_PREFIX_ENDS = frozenset(qualifier[-1] for qualifier in _QUALIFIERS.split("|")) | {"\n"}
_QUALIFYING = ("more", "mid", "post", "suffix")
_TIME_WORDS_BEFORE_NEAR = lazy("(?:历时|耗时|用时|长达|达|经过|过去)近$")


class Raw(NamedTuple):
    """A figure at `[start, end)` of the view; `number` is where its numeral begins."""

    start: int
    end: int
    number: int
    value: Decimal
    unit: str
    kind: FigureKind
    high: Decimal | None = None
    qualifier: str | None = None
    loose: bool = False


def qualified(text: str, raw: Raw, tail: re.Match[str]) -> Raw:
    """The figure with its qualifiers: those before it and those `tail` holds."""
    words = tail.groupdict()
    after = "".join([words.get(name) or "" for name in _QUALIFYING]).replace("半", "")
    before = None
    if text[raw.start - 1 : raw.start] in _PREFIX_ENDS:
        before = _PREFIX.search(text, max(0, raw.start - 3), raw.start)
    near = before is not None and before.group() == "近" and raw.kind is FigureKind.DURATION
    if near and not _TIME_WORDS_BEFORE_NEAR.search(text, max(0, raw.start - 5), raw.start):
        before = None  # 近4年 are the last four years, not almost four
    if before is None and not after:
        return raw
    return raw._replace(
        start=before.start() if before else raw.start,
        qualifier=(before.group() if before else "") + after,
    )
