"""Whom or where a thing is said of: a wider level, 所有 or 全部 over what the source restricts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from summarizer.checking.case import Case, Retelling
from summarizer.checking.findings import Fault, Grade

_TOLD = 0.45
_LADDER = ("乡|镇|街道", "县|区", "市|州|地区", "省", "国|中央")
_LEVEL = re.compile(
    "全?(?P<step>[国省市州县区镇乡])(?:级|内|里|范围)?(?=第|首|排|领|内|[一-龥])|(?P<whole>全[国省市州县区镇乡])"
)
_ALL = re.compile(
    "所有|全部|全体|一律|悉数|各(?=[^类种级项自一二三四五六七八九十两\\d])|每[个家]|全员|全域|全覆盖|均"
)
_RESTRICTED = re.compile(
    "部分|一半|分之[一-九]|多数|试点|重点|有关|相关|其中|个别|一些|首批|主要|关键|示范|按比例|抽[查取]|"
    "(?<!10)(?<!\\d)\\d{1,2}(?:\\.\\d+)?%|近?半数|等\\d+|\\d+[条个家户处件名]"
)
_STEPS = {"乡": 0, "镇": 0, "县": 1, "区": 1, "市": 2, "州": 2, "省": 3, "国": 4}
_WHOLE = re.compile("全([国省市州县区镇乡])")


def scope_words(case: Case) -> Iterator[Fault]:
    """Every clause that says more of a thing than the source does."""
    for held in case.retellings(_TOLD):
        word = _climbed(held) or _all(held)
        if word is not None:
            yield case.told("scope_word", Grade.DOUBTFUL, held, mine=word)


def _climbed(held: Retelling) -> str | None:
    """全国 where the source's sentence has 全省 or another narrower level, and not 全国."""
    mine, theirs = _WHOLE.findall(held.mine), _WHOLE.findall(held.theirs)
    for step in mine:
        if f"全{step}" in held.sentence:
            continue
        if theirs and all(_STEPS[other] < _STEPS[step] for other in theirs):
            return f"全{step}"
    return None


def _all(held: Retelling) -> str | None:
    found = _ALL.search(held.mine)
    if found is None or found[0] in held.sentence or _ALL.search(held.theirs):
        return None
    lost = _RESTRICTED.search(held.theirs)
    if lost is None or lost[0] in held.mine or _RESTRICTED.search(held.mine):
        return None
    return found[0]
