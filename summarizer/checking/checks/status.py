"""How far something has come, on an ordered scale: 正在推进 told as 已完成."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from summarizer.anchors.records import StatusWord, within
from summarizer.checking.context import Alignment, Context, Fault, Grade, Replaced
from summarizer.checking.words import DONE, NEARLY, UNDER_WAY, WHOLLY
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
_QUOTED = re.compile('《[^》]*》|[“"][^”"]*[”"]')
_ONLY_DONE = re.compile(
    "(?:目前)?(?:已经?|全面|全部|均|都|圆满|顺利|如期)+(?:完成|建成|办结|解决|落实|竣工|销号|整改)(?:到位|完毕|了)?"
)
_ALIGNED = 0.4
_RETOLD = 0.5
_BESIDE = 2


def statuses(context: Context) -> Iterator[Fault]:
    """Every status word that says more than the sentence of the source it goes with."""
    said = set()
    for alignment in context.aligned:
        for fault in _in_sentence(context, alignment):
            if fault.at not in said:
                said.add(fault.at)
                yield fault


def overstated_clauses(context: Context) -> Iterator[Fault]:
    """Every clause told as done whose clause in the source is under way, or nearly done."""
    told = set()
    for change in context.replaced:
        alignment = change.alignment
        words = _replaced(change)
        if words is None or alignment.start in told:
            continue
        told.add(alignment.start)
        yield _word_fault(context, alignment, change.at, words)
    for alignment in context.aligned:
        if alignment.share < _RETOLD or alignment.start in told:
            continue
        mine = _QUOTED.sub(" ", alignment.text)
        theirs = _QUOTED.sub(" ", alignment.clause)
        found = _as_done(mine, theirs) or _as_whole(mine, theirs)
        if found is None or _stands(found[0], alignment):
            continue
        place = max(alignment.text.find(found[0]), 0)
        yield _word_fault(context, alignment, alignment.start + place, found)


def _stands(word: str, alignment: Alignment) -> bool:
    """True where the source's sentence has the word with what stands beside it in the claim."""
    text, source = alignment.text, alignment.source.text
    at = text.find(word)
    before, after = text[max(0, at - _BESIDE) : at], text[at + len(word) :][:_BESIDE]
    if at < 0:
        return True
    return any(
        beside and told in source
        for beside, told in ((before, before + word), (after, word + after))
    )


def _word_fault(
    context: Context, alignment: Alignment, place: int, words: tuple[str, str]
) -> Fault:
    return Fault(
        "status",
        Grade.WRONG,
        alignment.text,
        "status_word",
        place,
        context.near(alignment.source.span),
        {"mine": words[0], "theirs": words[1]},
    )


def _replaced(change: Replaced) -> tuple[str, str] | None:
    """完成 in the very place of 推进, 全部 of 基本."""
    mine, theirs = change.mine, change.theirs
    if DONE.search(theirs) or WHOLLY.search(theirs):
        return None
    done, whole = DONE.search(mine), WHOLLY.search(mine)
    way, nearly = UNDER_WAY.search(theirs), NEARLY.search(theirs)
    if done is not None and (way or nearly) is not None:
        return mine, theirs
    if whole is not None and nearly is not None and DONE.match(change.after):
        return mine + change.after, theirs + change.after
    if change.sure and len(theirs) > 1 and _ONLY_DONE.fullmatch(mine):
        return mine, theirs
    return None


def _as_done(mine: str, theirs: str) -> tuple[str, str] | None:
    done = DONE.search(mine)
    if done is None or DONE.search(theirs):
        return None
    lost = [word[0] for word in UNDER_WAY.finditer(theirs) if word[0] not in mine]
    return (done[0], lost[0]) if lost else None


def _as_whole(mine: str, theirs: str) -> tuple[str, str] | None:
    if DONE.search(mine) is None or DONE.search(theirs) is None:
        return None
    whole, nearly = WHOLLY.search(mine), NEARLY.search(theirs)
    if whole is None or nearly is None or WHOLLY.search(theirs) or NEARLY.search(mine):
        return None
    return whole[0], nearly[0]


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
    whole = context.scope.own_flat
    if DONE.search(alignment.text) and not _says_done(whole):
        grade = Grade.WRONG if _under_way(whole) else Grade.DOUBTFUL
        yield Fault("status", grade, _around(context, top), "status_unsure", top.span.start)


@lru_cache(maxsize=64)
def _says_done(text: str) -> bool:
    return _DONE.search(text) is not None or DONE.search(text) is not None


@lru_cache(maxsize=64)
def _under_way(text: str) -> bool:
    return UNDER_WAY.search(text) is not None


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
