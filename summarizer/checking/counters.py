"""Counters: which of them writers interchange, and what some of them cannot count.

46项制度 may be told as 46个制度, and 39家单位 as 39个单位; 4个工作组 are no 4户, and 84家企业 no
84次. Groups and nouns follow the usage of official reports; a counter outside all groups is
nobody's kin.
"""

from __future__ import annotations

from summarizer.words import worded

_GROUPS = (
    "个项条件起宗桩例种类点处份",
    "个家户所处间",
    "个所处座栋幢只块片道段根",
    "个套户间",
    "个场次期批轮届节堂课回起",
    "份本册篇部期件个项条款",
    "台套架部辆只个艘枚具列门面眼口盏扇",
    "个支队组班",
    "只头株棵粒尾羽个条",
    "块张幅面份个条",
    "级层",
)
_KIN: dict[str, frozenset[str]] = {}
for _group in _GROUPS:
    for _counter in _group:
        _KIN[_counter] = _KIN.get(_counter, frozenset()) | frozenset(_group)

# 4方面 is 4个方面.
_NOUNS = frozenset(
    ("方面", "领域", "环节", "板块", "阶段", "部分", "子项", "批次", "类别", "主题", "行业", "区域")
)

# Where one of these counters stands in place of another, its noun must be one that it counts.
_COUNTED = {
    "户": worded("counters", "{households}"),
    "家": worded("counters", "{bodies}"),
    "次": worded("counters", "{events}"),
}


def akin(first: str, second: str) -> bool:
    """True where writers use both counters for one sort of thing."""
    if "个" in (first, second) and not _NOUNS.isdisjoint((first, second)):
        return True
    return second in _KIN.get(first, frozenset())


def is_choosy(counter: str) -> bool:
    """True for a counter of people or of what few things are counted by, no general one."""
    return counter in _COUNTED or counter in ("人", "人次")


def counts(counter: str, words: str) -> bool:
    """True unless `counter` is a choosy one and none of its nouns is among `words`."""
    pattern = _COUNTED.get(counter)
    return pattern is None or pattern.search(words) is not None
