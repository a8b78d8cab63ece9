"""Affirmed where the source denies, or the reverse: 未, 不, 尚未, 除…外, 免."""

from __future__ import annotations

import re
from collections.abc import Iterator

from summarizer.checking.case import Case, Retelling
from summarizer.checking.findings import Fault, Grade
from summarizer.facts.moves import turned

_TOLD = 0.5
_NOT = re.compile(
    "未能|尚未|暂未|从未|并未|没有|不再|不得(?![少低小超高大多])|不予|不能|不会|不是|无需|没|未(?=[^来成])|非(?=[^洲常公法遗])|免(?=[^费疫])|"
    "不(?=[^断忘仅少同良正折得超低足大小高])|无(?=[^线人锡障])"
)
_LACK = re.compile("[^,]{0,4}(?:空白|缺失|欠缺|为零|尚缺)")
_LACKING = re.compile("([一-龥]{2,6}?)(?:空白|缺失|为零)")
_PAIRS = (("除", "包括"), ("免", "须"), ("不力", "有力"), ("不够", "充分"), ("不到位", "到位"))
_FIGURE = re.compile(r"\d")
_BESIDE = 2


def polarities(case: Case) -> Iterator[Fault]:
    """Every clause that says a clause of the source with a negation more or less."""
    for held in case.retellings(_TOLD):
        if _turned(held.mine, held.theirs, held.sentence) or _lost(held) or _paired(held):
            yield case.told("negation", Grade.DOUBTFUL, held)
        elif not _FIGURE.search(held.mine) and turned(held.mine, held.theirs):
            yield case.told("direction", Grade.WRONG, held)


def _turned(mine: str, theirs: str, sentence: str) -> bool:
    """A negation of the claim before words that the source affirms."""
    for found in _NOT.finditer(mine):
        after = mine[found.end() : found.end() + _BESIDE]
        place = theirs.find(after) if len(after) == _BESIDE else -1
        if place < 0 or found[0] + after in sentence or _LACK.match(theirs, place + _BESIDE):
            continue
        affirmed = mine.count(after) > mine.count(found[0] + after)
        if not affirmed and not _NOT.search(theirs[max(0, place - 4) : place + 1]):
            return True
    return False


def _lost(held: Retelling) -> bool:
    """A negation or a lack of the source beside words that the claim affirms."""
    for lack in _LACKING.finditer(held.theirs):
        if f"有{lack[1]}" in held.mine and not _NOT.search(held.mine):
            return True
    return _turned(held.theirs, held.mine, held.mine) and not _NOT.search(held.mine)


def _paired(held: Retelling) -> bool:
    return any(
        (a in held.mine and b in held.theirs and a not in held.sentence)
        or (b in held.mine and a in held.theirs and b not in held.sentence and a not in held.mine)
        for a, b in _PAIRS
    )
