"""A plan told as a result."""

from __future__ import annotations

from collections.abc import Iterator

from summarizer import patterns as re
from summarizer.checking.case import Case, Retelling
from summarizer.checking.findings import Fault, Grade
from summarizer.checking.propositions import Propositions

_TOLD = 0.4
# A perfect that the writer set: done by now.
_PERFECT = re.compile(
    "已经?(?!发|有(?!\\d)|下达|定|知|纳入)|(?<=[建改引培组消增完实造投搬脱])了|成功|获得(?=[^得])|圆满|顺利(?=[完实建])|完成(?!.{0,4}(?:目标|任务数))"
)
_AHEAD = re.compile(
    "(?<!已)将(?!军|来的|.{0,4}作为)|拟(?![定订写])|计划|力争|预计|争取|目标|要(?!求|点|素|闻|害)|规划|准备|打算|今后|下一?步|"
    "确保|努力|推动|有望|到20\\d\\d年|年底前|前完成|待"
)
_INTENDS = re.compile(
    "将(?=[^来军])|拟(?![定订写])|计划(?!单列)|力争|预计|争取|规划|准备|打算|努力|确保|推动|有望|方案|推进计划"
)
_FIGURE = re.compile(r"\d")
_DONE_THERE = re.compile("已|了|成功|圆满")


def plans(case: Case, said: Propositions) -> Iterator[Fault]:
    """Every clause that tells as done what the source only intends."""
    for held in case.retellings(_TOLD):
        found = _PERFECT.search(held.mine)
        if found is None or _AHEAD.search(held.mine) or _AHEAD.search(held.clause.head[-30:]):
            continue
        told = found[0] in held.theirs or _DONE_THERE.search(held.theirs)
        if not told and (case.planned(held) or _intended(held)):
            yield case.told("plan_as_result", Grade.DOUBTFUL, held)


def _intended(held: Retelling) -> bool:
    """The source's clause, or what opens its sentence, is of what is to come."""
    found = _INTENDS.search(held.theirs)
    reached = found is not None and found[0] == "争取" and _FIGURE.search(held.theirs)
    if found is not None and not reached and not _INTENDS.search(held.mine):
        return True
    head = held.match.clause.head
    return bool(re.search("将|力争|计划", head[-14:])) and not _DONE_THERE.search(head)
