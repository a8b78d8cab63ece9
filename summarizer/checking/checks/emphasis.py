"""Words of scope and degree that say more than the source: 部分 as 全部, 有所 as 显著."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from summarizer.checking.context import Alignment, Context, Fault, Grade
from summarizer.checking.words import NARROW, STRONG, WEAK, WIDE

_ALIGNED = 0.4


def scope_words(context: Context) -> Iterator[Fault]:
    """A wide word where the source has a narrow one."""
    yield from _swapped(context, "scope_word", WIDE, NARROW)


def degrees(context: Context) -> Iterator[Fault]:
    """A strong word where the source has a weak one."""
    yield from _swapped(context, "degree", STRONG, WEAK)


def _swapped(
    context: Context, kind: str, more: Sequence[str], less: Sequence[str]
) -> Iterator[Fault]:
    for alignment in context.aligned:
        if alignment.share < _ALIGNED:
            continue
        found = _words(alignment, more, less, context.scope.own_flat)
        if found is not None:
            yield Fault(
                kind,
                Grade.DOUBTFUL,
                alignment.text,
                kind,
                alignment.start,
                context.near(alignment.source.span),
                {"mine": found[0], "theirs": found[1]},
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
