"""How far something has come, on an ordered scale: 正在推进 told as 已完成."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from summarizer.anchors.records import StatusWord, within
from summarizer.checking.context import Alignment, Context, Fault, Grade
from summarizer.vocabulary import Status

_SCALE = {
    Status.PLANNED: 0,
    Status.IN_PROGRESS: 1,
    Status.ONGOING: 1,
    Status.MOSTLY_COMPLETED: 2,
    Status.COMPLETED: 3,
}
_DONE = re.compile(
    "完成|建成|办结|到位|销号|竣工|落成|解决|交付|收回|整改完毕|处置|投入使用|归集|印发|成立|已"
)
_STRONG_DONE = re.compile("全部完成|已完成|均完成|完成整改|全面完成|已全部|已经完成|整改完毕")
_ALIGNED = 0.4


def statuses(context: Context) -> Iterator[Fault]:
    """Every status word that says more than the sentence of the source it goes with."""
    said = set()
    for alignment in context.aligned:
        for fault in _in_sentence(context, alignment):
            if fault.at not in said:
                said.add(fault.at)
                yield fault


def typed_status(context: Context) -> Iterator[Fault]:
    """The typed status says completed, and the unit speaks of plans and work under way only."""
    claimed = context.statement.status
    words = context.scope.own.statuses
    if claimed not in (Status.COMPLETED, Status.MOSTLY_COMPLETED) or not words:
        return
    best = max(words, key=lambda found: _SCALE.get(found.status, 3))
    if _SCALE.get(best.status, 3) >= _SCALE[claimed]:
        return
    sure = claimed is Status.COMPLETED and not _DONE.search(context.scope.own_flat)
    grade = Grade.WRONG if sure else Grade.DOUBTFUL
    yield Fault("status", grade, claimed.value, "status", -1, context.near(best.span))


def _in_sentence(context: Context, alignment: Alignment) -> Iterator[Fault]:
    end = alignment.start + len(alignment.text)
    claimed = [
        word
        for word in context.claims.anchors.statuses
        if alignment.start <= word.span.start < end and word.status in _SCALE
    ]
    if not claimed:
        return
    top = max(claimed, key=lambda word: _SCALE[word.status])
    if _SCALE[top.status] < 2:
        return
    if alignment.share >= _ALIGNED:
        words = within(context.scope.own.statuses, alignment.source.span)
        beside = [word for word in words if word.text in alignment.clause]
        near = _overstated(beside or words, top)
        if near is not None and not _same_words(alignment, top.text):
            text = _around(context, top)
            grade = Grade.WRONG if beside else Grade.DOUBTFUL
            yield Fault("status", grade, text, "status", top.span.start, context.near(near.span))
            return
    if _STRONG_DONE.search(alignment.text) and not _DONE.search(context.scope.own_flat):
        yield Fault(
            "status", Grade.DOUBTFUL, _around(context, top), "status_unsure", top.span.start
        )


def _overstated(words: Sequence[StatusWord], claimed: StatusWord) -> StatusWord | None:
    """The best status word of the source where it stays below the claimed one."""
    known = [word for word in words if word.status in _SCALE]
    if not known:
        return None
    best = max(known, key=lambda word: _SCALE[word.status])
    return best if _SCALE[best.status] < _SCALE[claimed.status] else None


def _same_words(alignment: Alignment, word: str) -> bool:
    return word in alignment.source.text or (
        word.startswith("已")
        and _DONE.search(alignment.clause) is not None
        and not re.search("正在|基本|推进|力争|计划", alignment.clause)
    )


def _around(context: Context, word: StatusWord) -> str:
    text = context.claims.text
    return text[max(0, word.span.start - 6) : word.span.end + 6].strip("，。；、 \n")
