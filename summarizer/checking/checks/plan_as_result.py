"""A plan told as a result."""

from __future__ import annotations

import re
from collections.abc import Iterator

from summarizer.checking.context import Alignment, Context, Fault, Grade
from summarizer.checking.words import FUTURE, INTENT, PLAN_MARKS, RESULT_MARKS
from summarizer.vocabulary import Status

_ALIGNED = 0.45
_AHEAD = re.compile("[一二三四五六七八九十、（()）是]{0,5}下一?步")
_ATTRIBUTE = re.compile("[^，,。；]{1,8}的")
_OBJECT = re.compile("(?:对于?|针对|把|将)[^，,。；]{0,2}$")
_INTENDS = re.compile(
    "拟(?![定订写])|计划(?=[新建开组推引启改增])|力争|预计|将(?=新建|建设|建成|完成|实现|投资|引进|收回)"
)
_VERB = 4
_PHRASE = 2
_TOLD_THERE = re.compile("已|了(?!解)|(?<!为)均(?=[完办整落解])|(?<!为)都(?=[完办整落解])")
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
            if _bare(alignment) and not planned:
                yield _fault(context, alignment)
            continue
        if FUTURE.search(alignment.claim.text) and not _told(alignment.text):
            continue
        if _intended(alignment, planned):
            yield _fault(context, alignment)


def _fault(context: Context, alignment: Alignment) -> Fault:
    return Fault(
        "plan_as_result",
        Grade.DOUBTFUL,
        alignment.text,
        "plan_as_result",
        alignment.start,
        context.near(alignment.source.span),
    )


def _bare(alignment: Alignment) -> bool:
    """True for 新建停车场 of 拟新建停车场: the verb stands there without its plan."""
    if PLAN_MARKS.search(alignment.claim.text) or alignment.share < _ALIGNED:
        return False
    return any(
        alignment.clause[found.end() : found.end() + _VERB] in alignment.text
        for found in _INTENDS.finditer(alignment.clause)
        if len(alignment.clause) >= found.end() + _VERB
    )


def _intended(alignment: Alignment, planned: bool) -> bool:
    text, clause, source = alignment.text, alignment.clause, alignment.source.text
    told = any(text[at : at + _PHRASE] not in source for at in _told(text))
    if planned:
        if told and alignment.share >= _ALIGNED:
            return True
        if not PLAN_MARKS.search(text):
            known = RESULT_MARKS.search(source) is not None
            return not known or alignment.share < _ALIGNED
        return False
    future = FUTURE.search(clause) or _AHEAD.match(source)
    if future is not None and not _TOLD_THERE.search(clause):
        return alignment.share >= _ALIGNED
    intent = INTENT.search(clause)
    lost = intent is not None and intent[0] not in text
    return lost and told and alignment.share >= _ALIGNED and not _TOLD_THERE.search(clause)


def _told(text: str) -> list[int]:
    """Where a text tells something as done; 对已完成整改的事项 only says of what it speaks."""
    return [
        found.start()
        for found in _TOLD_THERE.finditer(text)
        if not _ATTRIBUTE.match(text, found.end()) and not _OBJECT.search(text[: found.start()])
    ]
