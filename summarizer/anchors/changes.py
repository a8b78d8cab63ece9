"""Direction, kind of change and comparator: what the words right before a figure say of it.

多 and 少 turn or keep the direction of the verb behind them (少下降 is up, 多减 is down). A
comparator has one form whatever the preposition: 比上年, 较去年 and 与上年相比 are 较上年.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from summarizer import patterns as re
from summarizer.anchors.records import Direction
from summarizer.patterns import lazy

_UP = (
    "增长|增加|上升|提高|提升|上涨|扩大|扩容|增幅|涨幅|上调|攀升|跃升|回升|增值|延长|推迟|上移|前移|晋升|"
    "加快|提速|净增|增[产收支利亏效持员]|(?<![新净])增|升|涨"
)
_DOWN = (
    "下降|降低|减少|下跌|回落|下调|压减|压降|削减|缩短|缩减|缩小|压缩|核减|调减|精简|降幅|跌幅|下滑|收窄|"
    "提前|减幅|下移|后移|放缓|减速|减[产收支利亏员持]|降|减"
)
_MORE_OR_LESS = (
    rf"(?P<turn>[多少])(?:(?P<turned_up>{_UP})|(?P<turned_down>{_DOWN})|[收支发签缴花用])?"
)
_CHANGE = re.compile(
    rf"(?P<word>(?P<up>{_UP})|(?P<down>{_DOWN})|(?P<flat>持平))(?P<to>到|至|为)?(?P<by>了)?"
    r"(?P<gap>(?:的|均|分别|超|约|近|达到|达|了|逾|超过|不低于|幅度|率)*)$"
)
# 比上年多3家, 多收5亿元, 少下降2个百分点: alone 多 and 少 tell a change only of what is compared.
# 一半略多（50.1%） is more than a half, and no change.
_TURNED = lazy(
    rf"(?<![至最不众更减较很许太成半])(?<![成半][略稍])(?:{_MORE_OR_LESS})(?:了|约|近|逾|出)?$"
)
# 高于全国平均水平2.3个百分点
_BESIDE = lazy(
    "(?:(?P<up>高于|快于|高出|多于|领先)|(?P<down>低于|慢于|少于|落后))(?P<base>[^,，。;；]{2,16})$"
    "|(?:(?<![占同环对之分可相无性正反])比(?![重例率值较赛价如])|(?<!比)较(?![快好大高低多少强小差长为]))(?P<other>[^,，。;；]{2,16})(?:(?P<high>高出?|快|多出?)|(?P<low>低|慢|少))$"
)
_GAIN = re.compile(rf"(?:{_UP})(?:到|至|为|达到|达)?$")
_TO = re.compile(r"(?:达到|达|升至|降至|增至|减至|降到|升到|扩大到|提高到|提升到)$")
_BASE = "[^,，。;；:：、“”()（）]{2,14}?"
_COMPARATOR = re.compile(
    "(?P<word>同比|环比)"
    rf"|(?:(?<!比)较(?![快好大高低多少强小差长为])|(?<![占同环对之分可相无性正反])比(?![重例率值较赛价如]))"
    rf"(?P<base>{_BASE})(?:相比|相较)?(?=多|少|高|低|快|慢|净|翻|持平|分别|均(?!水平)|{_UP}|{_DOWN}|$)"
    rf"|[与同和](?P<beside>{_BASE})(?:相比|相较|持平)"
    "|(?<=是)(?P<year>[0-9]{4}年)(?=的$)"
)
_COMPARING = re.compile("[比较同和与于出是]")
_AHEAD = lazy(
    rf"(?:[与同和较比]{_BASE}(?:相比|相较)|(?<![占同环])[较比][^,，。;；0-9%]{{1,8}}[年期末初底])[,，]$"
)
_PREVIOUS_YEAR = lazy("去年|[上前]一年")
_REACH = 24  # four clauses of six are shorter; what governs a change stands right before it
# Whatever one of the patterns ends with is one of its letters; a line may end behind it.
_LETTERS = frozenset(_CHANGE.pattern + _TO.pattern + _MORE_OR_LESS + "出\n")


class Change(NamedTuple):
    """Where a figure moved, and whether it tells by how much or to what."""

    direction: Direction | None = None
    change: Literal["to", "by"] | None = None


def change(before: str, *, points: bool = False) -> Change:
    """The change that the end of `before` tells; `points` marks a difference in points."""
    before = before[-_REACH:]
    moved = before[-1:] in _LETTERS
    turned = _TURNED.search(before) if moved and ("多" in before or "少" in before) else None
    if turned is not None:
        down = bool(turned["turned_down"]) != (turned["turn"] == "少")
        return Change("down" if down else "up", "by")
    match = _CHANGE.search(before) if moved else None
    if match is None:
        beside = _BESIDE.search(before) if points else None
        if beside is not None:
            return Change("up" if beside["up"] or beside["high"] else "down", "by")
        reached = moved and _TO.search(before) and _GAIN.search(before)
        return Change(None, "to" if reached else None)
    direction: Direction = "up" if match["up"] else "down" if match["down"] else "flat"
    to = (match["to"] or "达" in match["gap"]) and not match["word"].endswith("幅")
    return Change(direction, "to" if to else "by")


def comparator(before: str, *, points: bool = False) -> str | None:
    """What a figure is compared with, in one form: 同比, 较上年, 较2010年, 较全国平均水平."""
    found = None
    if _COMPARING.search(before) is None:
        return None
    for match in _COMPARATOR.finditer(before):
        found = match["word"] or _against(match["base"] or match["beside"] or match["year"])
    if found is None and points:
        beside = _BESIDE.search(before)
        found = _against(beside["base"] or beside["other"]) if beside is not None else None
    return found


def compared_ahead(text: str, start: int) -> str | None:
    """The comparator of the clause that ends right before `start` (与上年相比，)."""
    if text[start - 1 : start] not in (",", "，"):
        return None
    match = _AHEAD.search(text, max(0, start - _REACH), start)
    return comparator(match.group()[:-1]) if match is not None else None


def _against(base: str) -> str:
    base = _PREVIOUS_YEAR.sub("上年", base).removesuffix("的")
    return "较" + base.removesuffix("相比")
