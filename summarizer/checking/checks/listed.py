"""Values under 分别 told of another member: 甲、乙分别为1%、2% where the source has 2%、1%."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from summarizer.anchors.records import Figure
from summarizer.checking.checks.pairs import pair_fault
from summarizer.checking.context import Context, Fault
from summarizer.checking.equality import same_amount
from summarizer.checking.matching import FigureMatch

_JOINT = re.compile("[、,，和与及]|以及")
_EACH = re.compile("分别|依次")
_SENTENCE = re.compile("[。；;！!？?\n]")
_CLAUSE = re.compile("[,，:：]")
_MEMBERS = re.compile("、|以及|[和与及]")
_REACH = 160  # letters before the first value
_VERB = 16  # letters between 分别 and the first value
_MEMBER = 12  # letters: enough to know a member by
_KNOWN = 2
_MOST = 12


def listed_pairs(context: Context) -> Iterator[Fault]:
    """Every value of such a list that the source gives to another of its members.

    Nothing is said unless both lists hold the same values and each member of the one is known,
    by its letters, as exactly one of the other.
    """
    for run in _runs(context):
        members = _members(context.claims.text, run[0].claim.figure.span.start, len(run))
        printed = sorted(
            (match.source for match in run if match.source is not None),
            key=lambda figure: figure.span.start,
        )
        if members is None or len(printed) < len(run) or not _one_list(context, printed):
            continue
        view = context.index.document.view
        owners = _members(view.text, view.slice(printed[0].span).start, len(run))
        order = _order(members, owners) if owners is not None else None
        if order is None:
            continue
        for match, member, place in zip(run, members, order, strict=True):
            source = match.source
            if source is not None and not same_amount(source, printed[place]):
                owner = members[order.index(printed.index(source))]
                yield pair_fault(context, match, source, member, owner)


def _runs(context: Context) -> Iterator[list[FigureMatch]]:
    text, run = context.claims.text, list[FigureMatch]()
    for match in context.matches:
        figure = match.claim.figure
        if run and not _follows(text, run[-1].claim.figure, figure):
            if len(run) > 1:
                yield run
            run = []
        if run or _EACH.search(text, max(0, figure.span.start - _VERB), figure.span.start):
            run.append(match)
    if len(run) > 1:
        yield run


def _follows(text: str, first: Figure, second: Figure) -> bool:
    between = text[first.span.end : second.span.start]
    return first.unit == second.unit and _JOINT.fullmatch(between) is not None


def _one_list(context: Context, figures: Sequence[Figure]) -> bool:
    """True where figures of the source stand side by side under 分别, each once."""
    view = context.index.document.view
    places = [view.slice(figure.span) for figure in figures]
    gaps = pairwise(places)
    if len(set(places)) < len(places) or len(places) > _MOST:
        return False
    if not all(_JOINT.fullmatch(view.text, before.end, after.start) for before, after in gaps):
        return False
    start = places[0].start
    return _EACH.search(view.text, max(0, start - _VERB), start) is not None


def _members(text: str, start: int, count: int) -> list[str] | None:
    """The members of the nearest list of that many before 分别, in its sentence."""
    low = max(0, start - _REACH)
    head = _SENTENCE.split(text[low:start])[-1]
    each = [found.start() for found in _EACH.finditer(head)]
    if not each:
        return None
    for clause in reversed(_CLAUSE.split(head[: each[-1]])):
        parts = _MEMBERS.split(clause)
        if len(parts) == count and all(parts):
            # The first may follow a verb, the last may lead on: 指导甲区、乙区、丙县优化服务.
            return [parts[0][-_MEMBER:], *(part[:_MEMBER] for part in parts[1:])]
    return None


def _order(members: Sequence[str], owners: Sequence[str]) -> list[int] | None:
    """For each member its place among the owners; None where that is not plain."""
    order: list[int] = []
    for member in members:
        shared = [_shared(member, owner) for owner in owners]
        most = max(shared)
        if most < _KNOWN or shared.count(most) > 1:
            return None
        order.append(shared.index(most))
    return order if len(set(order)) == len(order) else None


def _shared(first: str, second: str) -> int:
    """The length of the longest run of letters that both have."""
    for size in range(min(len(first), len(second)), 0, -1):
        if any(first[at : at + size] in second for at in range(len(first) - size + 1)):
            return size
    return 0
