"""Direction, kind of change and comparator: what the words right before a figure say of it.

多 and 少 turn or keep the direction of the verb behind them (少下降 is up, 多减 is down). A
comparator has one form whatever the preposition: 比上年, 较去年 and 与上年相比 are 较上年.
"""

from __future__ import annotations

from functools import cache, partial
from typing import Literal, NamedTuple

from summarizer import patterns as re
from summarizer.anchors.records import Direction
from summarizer.patterns import lazy
from summarizer.words import worded

_worded = partial(worded, "changes")
_MORE_OR_LESS = "(?P<turn>[多少])(?:(?P<turned_up>{up})|(?P<turned_down>{down})|[收支发签缴花用])?"
_CHANGE = _worded(
    "(?P<word>(?P<up>{up})|(?P<down>{down})|(?P<flat>持平))(?P<to>到|至|为)?(?P<by>了)?"
    "(?P<gap>(?:的|均|达到?|幅度|率)*)$"
)
# 比上年多3家, 多收5亿元, 少下降2个百分点: alone 多 and 少 tell a change only of what is compared.
# 一半略多（50.1%） is more than a half, and no change.
_TURNED = _worded(
    f"(?<![至最不众更减较很许太成半])(?<![成半][略稍])(?:{_MORE_OR_LESS})(?:了|约|近|逾|出)?$"
)
# 高于全国平均水平2.3个百分点
_BESIDE = lazy(
    "(?:(?P<up>高于|快于|高出|多于|领先)|(?P<down>低于|慢于|少于|落后))(?P<base>[^,，。;；]{2,16})$"
    "|(?:(?<![占同环对之分可相无性正反])比(?![重例率值较赛价如])|(?<!比)较(?![快好大高低多少强小差长为]))(?P<other>[^,，。;；]{2,16})(?:(?P<high>高出?|快|多出?)|(?P<low>低|慢|少))$"
)
_BASE = "[^,，。;；:：、“”()（）]{2,14}?"
_COMPARATOR = _worded(
    "(?P<word>同比|环比)"
    "|(?:(?<!比)较(?![快好大高低多少强小差长为])|(?<![占同环对之分可相无性正反])比(?![重例率值较赛价如]))"
    rf"(?P<base>{_BASE})(?:相比|相较)?(?=多|少|高|低|快|慢|翻|持平|分别|均(?!水平)|{{up}}|{{down}}|$)"
    rf"|[与同和](?P<beside>{_BASE})(?:相比|相较|持平)"
    "|(?<=是)(?P<year>[0-9]{4}年)(?=的$)"
)
_COMPARING = re.compile("[比较同和与于出是]")
_AHEAD = lazy(
    rf"(?:[与同和较比]{_BASE}(?:相比|相较)|(?<![占同环])[较比][^,，。;；0-9%]{{1,8}}[年期末初底])[,，]$"
)
_PREVIOUS_YEAR = lazy("去年|[上前]一年")
_REACH = 24  # four clauses of six are shorter; what governs a change stands right before it


class Change(NamedTuple):
    """Where a figure moved, and whether it tells by how much or to what."""

    direction: Direction | None = None
    change: Literal["to", "by"] | None = None


@cache
def _letters() -> frozenset[str]:
    """Whatever one of the patterns ends with is one of its letters; a line may end behind it."""
    return frozenset(_CHANGE.pattern + _TURNED.pattern + "\n")


# 降幅最大，为51.7%; 增速最快的是甲，达6%
_FOREMOST = re.compile(
    "(?:(?P<down>[降跌减]幅|下降)|[增涨]幅|增[速长]|涨得?)最[快慢大小高低](?:的?[则却也]?[是为][^,，。;；0-9]{2,16})?[,，]$"
)
_BARE_VERB = re.compile("(?:为|达到?|约为?|高达|超过|接近)?")


def change(before: str, *, points: bool = False) -> Change:
    """The change that the end of `before` tells; `points` marks a difference in points."""
    before = before[-_REACH:]
    moved = before[-1:] in _letters()
    turned = _TURNED.search(before) if moved and ("多" in before or "少" in before) else None
    if turned is not None:
        down = bool(turned["turned_down"]) != (turned["turn"] == "少")
        return Change("down" if down else "up", "by")
    match = _CHANGE.search(before) if moved else None
    if match is None:
        beside = _BESIDE.search(before) if points else None
        if beside is not None:
            return Change("up" if beside["up"] or beside["high"] else "down", "by")
        return Change()
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


def moved_ahead(text: str, start: int, own: str) -> Change:
    """The change of a rate behind a clause that ends in its superlative: 降幅最大，为51.7%."""
    if _BARE_VERB.fullmatch(own.strip("、,， ")) is None:
        return Change()
    match = _FOREMOST.search(text, max(0, start - _REACH), start)
    return Change() if match is None else Change("down" if match["down"] else "up", "by")


def _against(base: str) -> str:
    base = _PREVIOUS_YEAR.sub("上年", base).removesuffix("的")
    return "较" + base.removesuffix("相比")
