"""A plan told as a result."""

from __future__ import annotations

import re
from collections.abc import Iterator

from summarizer.checking.context import Alignment, Context, Fault, Grade
from summarizer.checking.words import FUTURE, PLAN_MARKS, RESULT_MARKS
from summarizer.vocabulary import Status

_ALIGNED = 0.45
_AHEAD = re.compile("[一二三四五六七八九十、（()）是]{0,5}下一?步")
_TOLD_THERE = re.compile("已|了(?!解)")
_TOLD = frozenset({Status.COMPLETED, Status.MOSTLY_COMPLETED})


def plans(context: Context) -> Iterator[Fault]:
    """Every sentence, and the typed status, that tells as done what the source only intends."""
    unit, status = context.scope.unit, context.statement.status
    planned = unit is not None and unit.plan
    if unit is not None and planned and status in _TOLD and status is not None:
        near = context.near(unit.heading_span or unit.marker_span)
        yield Fault("plan_as_result", Grade.DOUBTFUL, status.value, "plan_as_result", -1, near)
    for alignment in context.aligned:
        if not RESULT_MARKS.search(alignment.text):
            continue
        if FUTURE.search(alignment.claim.text) and "已" not in alignment.text:
            continue
        if _intended(alignment, planned):
            yield Fault(
                "plan_as_result",
                Grade.DOUBTFUL,
                alignment.text,
                "plan_as_result",
                alignment.start,
                context.near(alignment.source.span),
            )


def _intended(alignment: Alignment, planned: bool) -> bool:
    if planned and not PLAN_MARKS.search(alignment.text):
        told = RESULT_MARKS.search(alignment.source.text) is not None
        return not told or alignment.share < _ALIGNED
    clause = alignment.clause
    future = FUTURE.search(clause) or _AHEAD.match(alignment.source.text)
    return alignment.share >= _ALIGNED and future is not None and not _TOLD_THERE.search(clause)
