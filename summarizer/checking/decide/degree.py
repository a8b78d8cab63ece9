"""How much: 大幅 for 进一步, 显著 where the source has no such word."""

from __future__ import annotations

from collections.abc import Iterator

from summarizer import patterns as re
from summarizer.checking.case import Case
from summarizer.checking.findings import Fault
from summarizer.checking.margins import RETOLD
from summarizer.checking.propositions import Propositions

_STRONG = re.compile(
    "极大|极其|极为|显著|大幅|彻底|根本性|飞跃|跃升|突破性|翻天覆地|大大|巨大|跨越式|决定性|历史性|质的|空前|前所未有|"
    "飞速|急剧|成倍|猛增|激增|剧增|锐减|骤降|颠覆|焕然一新|脱胎换骨|立竿见影|卓越|卓著|远(?=[超优高低])|十分|非常|圆满|遥遥"
)
# 猛增43.0%, 远超146万元的年初预算: the number says how much.
_MEASURED = re.compile("(?:[增减升降涨跌了至到]{0,3}|[超高低优][出过于]?)[0-9]")


def degrees(case: Case, said: Propositions) -> Iterator[Fault]:
    """Every strong word that neither the unit nor what frames it has, nor another of its sort."""
    for held in case.retellings(RETOLD):
        found = _STRONG.search(held.mine)
        if found is None or case.scope.states(found[0]) or _STRONG.search(held.sentence):
            continue
        if _MEASURED.match(held.mine, found.end()):
            continue
        yield case.of_clause("degree", held.clause, held.span, mine=found[0])
