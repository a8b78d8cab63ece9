"""Where a figure stands: its innermost unit, and the clause around it."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from summarizer import patterns as re
from summarizer.anchors.records import Figure
from summarizer.reading.document import View
from summarizer.reading.outline.records import Unit
from summarizer.words import worded

_BEFORE = re.compile(r"[,，;；。!！?？\n]")
_REACH = 60  # how far to either side a clause is looked for
# 提高到2025年的 tells where something has come to, 到2025年 alone where it is to come.
# 将 tells of the time to come before an adverb or a verb, and puts an object first before a name:
# 将巡视反馈的问题梳理为23条.
_AHEAD = worded(
    "worth",
    r"(?<![高加少低升增减大缩降长展年])到20\d\d年|力争|今后|未来|目标|下一?步|计划(?=每年|投[入资])"
    r"|将(?:{will})",
)
# What is there, or lies behind, among what is to come: 区内设有5条轨道线, 周边聚集了56个实验室.
_IS_THERE = re.compile(
    r"[区县市镇园校内边域围里](?:现|设|拥|建|还|已)+有(?=[^,，]{0,20}(?:\d|等))|(?:地处|位于|坐落[于在])"
    r"|已经?(?:初具|初步形成|成为|形成|建成|拥?有\d)(?![^,，]{0,12}[的后])|距[^,，]{2,16}约?\d"
)
_PAST = re.compile(r"(?<![为除罢到])了(?![解却断结如])")
# What a word means, but not in an aside: 个人负担（是指自付部分）累计超过15000元.
_DEFINES = re.compile(r"[是系]指(?![令挥导定])[^)）]*$|所称")


def is_there(clause: str) -> bool:
    """Whether a clause says in a text of what is to come that something is there already."""
    return _IS_THERE.search(clause) is not None


def lies_behind(clause: str) -> bool:
    """Whether it says that something was done: 国家出台了支持政策."""
    return _PAST.search(clause) is not None


class Setting(NamedTuple):
    """The clause around a figure, and where the figure begins in it.

    `first` is true where no sentence of the unit ends before it; `ahead` where the sentence up to
    the figure speaks of the time to come, `defines` where it says what a word means; `audit` in the
    report on one.
    """

    clause: str
    place: int
    first: bool
    ahead: bool
    audit: bool
    defines: bool = False

    @property
    def there(self) -> bool:
        """Whether the clause tells of what is there already."""
        return is_there(self.clause) or lies_behind(self.clause[: self.place])


class Holders:
    """The innermost unit that holds an offset, for offsets that are asked in any order."""

    def __init__(self, units: Sequence[Unit]) -> None:
        self._spans: list[tuple[int, Unit]] = []
        for unit in units:
            for inner in unit.walk():
                self._spans.append((inner.span.start, inner))
        self._starts = [start for start, _ in self._spans]
        self._above: dict[str, Unit] = {
            child.id: inner for _, inner in self._spans for child in inner.children
        }

    def of(self, offset: int) -> Unit | None:
        """None outside of all units."""
        index = bisect_right(self._starts, offset) - 1
        unit = self._spans[index][1] if index >= 0 else None
        while unit is not None and offset >= unit.span.end:
            unit = self._above.get(unit.id)
        return unit


class Clauses:
    """The clause around a figure, normalised, and whether it opens its unit's text."""

    def __init__(self, view: View, *, audit: bool) -> None:
        self._view = view
        self._audit = audit
        self._marks = array("I", (mark.start() for mark in _BEFORE.finditer(view.text)))
        self._of: Unit | None = None
        self._opening = self._stop = 0  # where its text begins, and its first sentence ends

    def around(self, figure: Figure, unit: Unit) -> Setting:
        """The words from mark to mark around a figure of `unit`."""
        text = self._view.text
        place = self._view.locate(figure.span.start)
        low, high = max(0, place - _REACH), place + _REACH
        following = bisect_left(self._marks, place)
        before = self._marks[following - 1] if following else -1
        start = before + 1 if before >= low else low
        after = self._marks[following] if following < len(self._marks) else high
        if unit is not self._of:
            self._of, self._opening = unit, self._view.locate(unit.text_span.start)
            self._stop = text.find("。", self._opening)
        first = self._opening <= place and not 0 <= self._stop < place
        opened = max(text.rfind("。", low, place) + 1, text.rfind("\n", low, place) + 1, low)
        sentence = text[opened:place]
        ahead = _AHEAD.search(sentence) is not None
        defines = _DEFINES.search(sentence) is not None
        clause = text[start : min(after, high)]
        return Setting(clause, place - start, first, ahead, self._audit, defines)
