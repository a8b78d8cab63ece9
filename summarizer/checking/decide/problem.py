"""A problem told as an achievement: the same words, praised where the source finds them wanting."""

from __future__ import annotations

from collections.abc import Iterator

from summarizer import patterns as re
from summarizer.checking.case import Case
from summarizer.checking.findings import Fault
from summarizer.checking.margins import LIKELY
from summarizer.checking.propositions import Propositions
from summarizer.facts.words import pairs

_WANTING = re.compile(
    "不[足够力高强严实到畅深准及]|偏[大小低高弱]|欠缺|缺[失乏位]|滞后|缓慢|薄弱|短板|弱项|浮于表面|流于形式|违规|违纪|隐患|敷衍|"
    "虚[假化]|投诉|频发|问题|难以?|乏力|无序|低下|松散|差距"
)
_PRAISED = re.compile(
    "有力|到位|显著|明显|扎实|充分|良好|规范|有序|健全|完善|优化|优[异良]|突出|好评|严谨|完整|成效|表扬|顺畅|充足|高效|圆满|满意"
)
_GOT_RID = re.compile("整改|解决|纠正|治理|化解|消除|针对|围绕|查|督促|改进|指出|反馈")


def problems(case: Case, said: Propositions) -> Iterator[Fault]:
    """Every clause of praise whose clause in the source finds the same thing wanting."""
    for held in case.retellings(LIKELY):
        praised = _PRAISED.search(held.mine)
        if praised is None or praised[0] in held.theirs or _WANTING.search(held.mine):
            continue
        theirs = held.match.clause.text  # what was found wanting is often quoted
        if not _WANTING.search(theirs) or _GOT_RID.search(held.mine):
            continue
        if pairs(_PRAISED.sub(" ", held.mine)) & pairs(_WANTING.sub(" ", theirs)):
            yield case.of_clause("problem_as_achievement", held.clause, held.span)
