"""Direction, kind of change and comparator: what the words right before a figure say of it."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from summarizer.anchors.records import Direction
from summarizer.patterns import lazy

_UP = (
    "少下降|少降|增长|增加|上升|提高|提升|上涨|扩大|扩容|增幅|涨幅|上调|攀升|跃升|回升|多增|增值|延长|推迟|"
    "(?<![新净])增|升|涨"
)
_DOWN = (
    "少增长?|下降|降低|减少|下跌|回落|下调|压减|压降|削减|缩短|缩减|缩小|压缩|核减|调减|精简|降幅|跌幅|下滑|收窄|减亏|"
    "提前|减幅|降|减"
)
_CHANGE = re.compile(
    rf"(?P<word>(?P<up>{_UP})|(?P<down>{_DOWN})|(?P<flat>持平))(?P<to>到|至|为)?(?P<by>了)?"
    r"(?P<gap>(?:的|均|分别|超|约|近|达到|达|了|逾|超过|不低于|幅度|率)*)$"
)
# 高于全国平均水平2.3个百分点
_BESIDE = lazy("(?:(?P<up>高于|快于|高出|多于)|(?P<down>低于|慢于|少于))[^,，。;；]{2,16}$")
_GAIN = re.compile(rf"(?:{_UP})(?:到|至|为|达到|达)?$")
_TO = re.compile(r"(?:达到|达|升至|降至|增至|减至|降到|升到|扩大到|提高到|提升到)$")
_COMPARATOR = re.compile(
    "同比|环比|(?:较|比|与)(?P<base>上年同期|去年同期|上年末|上年底|上年|去年|上月|上季度|往年|年初|巡视前|整改前|"
    "改革前|同期|前期|疫情前|[0-9]{4}年(?:同期|底|末|度)?|上一年|前一年|[0-9]{1,2}月份?)(?:相比|同期)?"
    "|是[0-9]{4}年的$|(?:高于|低于|快于|慢于)(?:全国|全省|全市|全区|世界|同期|上年|规模|GDP)[^,，。;；0-9]{0,10}$"
)


_REACH = 24
# Whatever either pattern ends with is one of its letters; a line may end behind it.
_LETTERS = frozenset(_CHANGE.pattern + _TO.pattern + "\n")


class Change(NamedTuple):
    """Where a figure moved, and whether it tells by how much or to what."""

    direction: Direction | None = None
    change: Literal["to", "by"] | None = None


def change(before: str, *, points: bool = False) -> Change:
    """The change that the end of `before` tells; `points` marks a difference in points."""
    before = before[-_REACH:]
    moved = before[-1:] in _LETTERS
    match = _CHANGE.search(before) if moved else None
    if match is None:
        beside = _BESIDE.search(before) if points else None
        if beside is not None:
            return Change("up" if beside["up"] else "down", "by")
        reached = moved and _TO.search(before) and _GAIN.search(before)
        return Change(None, "to" if reached else None)
    direction: Direction = "up" if match["up"] else "down" if match["down"] else "flat"
    to = match["to"] or "达" in match["gap"]
    return Change(direction, "to" if to else "by")


def comparator(before: str) -> str | None:
    """What a figure is compared with, as printed: 同比, 比上年, 是2010年的."""
    found = None
    for match in _COMPARATOR.finditer(before):
        found = match.group()
    return found
