"""Words of scope and degree that say more than the source: 部分 as 全部, 有所 as 显著."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from summarizer.checking.context import Alignment, Context, Fault, Grade
from summarizer.checking.words import EXTREME, NARROW, STRONG, WEAK, WIDE

_ALIGNED = 0.4
_SURE = 0.5


def scope_words(context: Context) -> Iterator[Fault]:
    """A wide word where the source has a narrow one."""
    yield from _swapped(context, "scope_word", WIDE, NARROW)


def degrees(context: Context) -> Iterator[Fault]:
    """A strong word where the source has a weak one, or an extreme one where it has none."""
    told = set()
    for fault in _swapped(context, "degree", STRONG, WEAK):
        told.add(fault.at)
        yield fault
    for alignment in context.aligned:
        if alignment.share < _SURE or alignment.start in told:
            continue
        found = EXTREME.search(alignment.text)
        if found is None or found[0] in context.scope.own_flat + context.scope.around_flat:
            continue
        if not EXTREME.search(alignment.clause):
            yield _fault(context, alignment, "degree", "degree_added", (found[0], ""))


def _swapped(
    context: Context, kind: str, more: Sequence[str], less: Sequence[str]
) -> Iterator[Fault]:
    told = set()
    for change in context.replaced:
        mine = next((word for word in more if word in change.mine), None)
        alignment = change.alignment
        if mine is None or alignment.start in told or any(word in change.theirs for word in more):
            continue
        theirs = next((word for word in less if word in change.theirs), None)
        if theirs is not None or (change.sure and len(change.theirs) > 1 and kind == "degree"):
            told.add(alignment.start)
            yield _fault(context, alignment, kind, kind, (mine, theirs or change.theirs))
    for alignment in context.aligned:
        if alignment.share < _ALIGNED or alignment.start in told:
            continue
        found = _words(alignment, more, less, context.scope.own_flat)
        if found is not None:
            yield _fault(context, alignment, kind, kind, found)


def _fault(
    context: Context, alignment: Alignment, kind: str, message: str, words: tuple[str, str]
) -> Fault:
    return Fault(
        kind,
        Grade.DOUBTFUL,
        alignment.text,
        message,
        alignment.start,
        context.near(alignment.source.span),
        {"mine": words[0], "theirs": words[1]},
    )


def _words(
    alignment: Alignment, more: Sequence[str], less: Sequence[str], unit: str
) -> tuple[str, str] | None:
    mine, theirs = alignment.text, alignment.clause
    added = [word for word in more if word in mine and word not in theirs and word not in unit]
    if not added or any(word in theirs for word in more):
        return None
    lost = [word for word in less if word in theirs and word not in mine]
    return (added[0], lost[0]) if lost else None
