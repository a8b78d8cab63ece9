"""Figures of nobody knows what, and what says of what they are."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.engines.extractive import norms
from summarizer.engines.extractive.clauses import COMMAS, Clause

_BARE = 6  # characters before the figure: a verb, or two


def is_unnamed(figure: tuple[int, int, bool], start: int) -> bool:
    """Whether a clause begins with a figure of nobody knows what: 实际完成33亿元, 筹集0.78亿元."""
    place, _, named = figure
    return not named and place - start <= _BARE


def named_by(clauses: Sequence[Clause], view: str, index: int, before: int) -> set[int]:
    """What tells of what a bare figure is: its purpose, in the next clause, or what stands before.

    筹集0.78亿元，改善办学条件. / 支出预算为73亿元。实际完成52亿元，为预算的71%.
    """
    clause = clauses[index]
    if index + 1 < len(clauses) and clause.stop in COMMAS:
        following = clauses[index + 1]
        if not norms.points_back(view[following.start : following.end], 1):
            return {index + 1}
    return {before} if before >= 0 else set()
