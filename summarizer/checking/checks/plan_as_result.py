"""A plan told as a result."""

from __future__ import annotations

from collections.abc import Iterator

from summarizer.checking.context import Alignment, Context, Fault, Grade
from summarizer.checking.words import FUTURE, PLAN_MARKS, RESULT_MARKS
from summarizer.vocabulary import Status

_ALIGNED = 0.45
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
    told = RESULT_MARKS.search(alignment.source.text) is not None
    if planned and not PLAN_MARKS.search(alignment.text):
        return not told or alignment.share < _ALIGNED
    future = FUTURE.search(alignment.source.text) is not None
    return alignment.share >= _ALIGNED and future and not told
