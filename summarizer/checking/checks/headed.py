"""其余已全部办结 where the source says 其余正在办理: the same subject, told as done."""

from __future__ import annotations

import re
from collections.abc import Iterator

from summarizer.checking.context import Context, Fault, Grade
from summarizer.checking.equality import flat
from summarizer.checking.words import DONE, PLAN_MARKS, UNDER_WAY

_CLAUSE = re.compile("[^，,。；;：:！？!?\n]{4,60}")
_END = re.compile("[，,。；;：:！？!?\n]|$")
_LEAD = re.compile("^(?:其中|并且|并|且|同时|目前|截至目前)+")
_ADVERBS = re.compile("(?:目前|现|都|已经|已|均|全部|全|顺利|如期)+$")
_DEADLINE = re.compile("限期|争取|拟|将")
_SHORTEST = 2
_MANY = 8


def headed_clauses(context: Context) -> Iterator[Fault]:
    """Every clause told as done whose subject the unit has only with what is not done yet."""
    for found in _CLAUSE.finditer(context.claims.text):
        clause = found[0]
        done = DONE.search(clause)
        if done is None or PLAN_MARKS.search(clause) or UNDER_WAY.search(clause):
            continue
        head = flat(_LEAD.sub("", _ADVERBS.sub("", clause[: done.start()])))
        if len(head) < _SHORTEST:
            continue
        theirs = _unfinished(context.scope.own_flat, head)
        if theirs is None or context.scope.unit is None:
            continue
        yield Fault(
            "status",
            Grade.WRONG,
            clause,
            "status_word",
            found.start() + done.start(),
            context.near(context.scope.unit.span),
            {"mine": clause[done.start() :], "theirs": theirs},
        )


def _unfinished(source: str, head: str) -> str | None:
    """What the source says of the subject, where all of it is under way or ahead."""
    told: str | None = None
    place, seen = source.find(head), 0
    while place >= 0:
        start = place + len(head)
        end = _END.search(source, start)
        rest = source[start : end.start() if end is not None else len(source)][:60]
        done = DONE.search(rest)
        ahead = UNDER_WAY.search(rest) or _DEADLINE.match(rest)
        if ahead is None or (done is not None and done.start() < ahead.start()):
            return None
        if done is not None and _DEADLINE.match(rest) is None:
            return None
        told = rest
        place, seen = source.find(head, start), seen + 1
        if seen > _MANY:
            return None
    return told
