"""Asides: a figure inside brackets is not what the clause goes on with.

收入67亿元(其中税收13亿元),增长73%: what grows is the income, not the tax.
"""

from __future__ import annotations

from collections.abc import Sequence

from summarizer import patterns as re
from summarizer.anchors.labels import Label, label_before
from summarizer.anchors.raw import Raw
from summarizer.anchors.rows import clause_start

_LONGEST = 60  # of 520 brackets in twelve reports 99.8 % are shorter
_MARKS = re.compile("[()（）]")
_OPEN = frozenset("(（")
# What introduces an aside; none of it is part of what the figure counts.
# 、上年结转(: one item of a list whose amounts stand in brackets, or the sum behind the list.
_NEXT_ASIDE = re.compile(
    r"[)）](?:、[^,，。;；()（）]{2,24}(?:\[[0-9]{1,2}\])?[^,，。;；()（）]{0,8}[(（]|等)"
)
# 下降9%，剔除一次性投入26亿元等因素后，增长13%: what grows is what fell.
_LESS = re.compile("[,，](?:剔除|扣除|不含|不计)")
_LESS_ENDS = re.compile("[^,，。;；]{0,10}后[,，]")
_LEAD = re.compile(
    "(?:其中|(?:均|都|已|不)?(?:剔除|扣除|包括|包含|含(?!量))|即(?![时将期])|[:：,，])*"
)


def total_label(
    text: str, raws: Sequence[Raw], labels: Sequence[Label | None], index: int
) -> Label | None:
    """新增债务(25亿元)、上年结转(20亿元)等45亿元: the sum is that of 新增债务等."""
    first = index
    while first and _NEXT_ASIDE.fullmatch(text, raws[first - 1].end, raws[first].start):
        first -= 1
    if first == index or not text.startswith("等", raws[index - 1].end + 1):
        return None
    label = labels[first]
    return Label(label.start, label.end, label.text + "等") if label is not None else None


def opening(text: str, begin: int, end: int) -> int:
    """Where the words of a figure begin in `[begin, end)`: behind the marks of an aside.

    Behind a bracket that closes an aside with figures, or behind one that opens an aside with
    words of its own; `begin` where no aside begins or ends there.
    """
    depth, start = [], begin
    for mark in _MARKS.finditer(text, begin, end):
        if mark.group() in _OPEN:
            depth.append(mark.end())
        elif depth:
            depth.pop()
        else:
            start = mark.end()
    if depth and depth[-1] < end and depth[-1] >= start:
        lead = _LEAD.match(text, depth[-1], end)
        return lead.end() if lead is not None and lead.end() < end else depth[-1]
    return start


def named_before(text: str, begin: int, previous_end: int) -> Label | None:
    """The name in front of an aside that closes right before `begin`, after the last figure.

    固定资产投资(不含农户,下同)增长5.4%: a comma inside the brackets ends no clause.
    """
    opened = max(text.rfind("(", previous_end, begin), text.rfind("（", previous_end, begin))
    if opened < 0 or begin - opened > _LONGEST:
        return None
    clause = max(clause_start(text, opened, opened - _LONGEST), previous_end)
    return label_before(text, clause, opened)


def before_aside(
    text: str, raws: Sequence[Raw], labels: Sequence[Label | None], index: int
) -> int | None:
    """The figure that a clause goes on with where an aside has closed before figure `index`."""
    if not index:
        return None
    gap_start = raws[index - 1].end
    if index > 1 and _LESS_ENDS.match(text, gap_start, raws[index].start):
        less = _LESS.match(text, raws[index - 2].end, raws[index - 1].start)
        return index - 2 if less is not None else None
    depth = 0
    for mark in _MARKS.finditer(text, gap_start, raws[index].start):
        depth += 1 if mark.group() in _OPEN else -1
    if depth >= 0:
        return None
    open_mark = max(text.rfind("(", 0, gap_start), text.rfind("（", 0, gap_start))
    if open_mark < 0 or gap_start - open_mark > _LONGEST:
        return None
    for before in range(index - 1, -1, -1):
        if raws[before].end <= open_mark:
            return before if open_mark - raws[before].end <= 1 else None
    return None
