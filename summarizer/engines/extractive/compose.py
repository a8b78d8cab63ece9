"""Choosing clauses and joining them to sentences about one thing, in the order of the source."""

from __future__ import annotations

from collections.abc import Sequence, Set
from typing import NamedTuple

from summarizer import patterns as re
from summarizer.engines.extractive import cues
from summarizer.engines.extractive.clauses import COMMAS, SEMICOLONS, balanced
from summarizer.engines.extractive.scoring import UNFIT, Scored

_WORTHWHILE = 0.4  # under one figure (1.0) and over set phrases (0 and less)
_FILLER = -0.3  # what is still told where a group would be short
_SHORT = 0.6  # of the limit
_ADJACENT = 0.7  # what goes on in the next clause reads better with it: less than one figure
_SAYS_LITTLE = 12  # a verb and an object in general words; 80 % of clauses are longer
_MAIN_ENOUGH = 4.5  # more figures do not push the main action from the first place
_INDICATOR = 2.0  # as much as to lead the first sentence: reports are compared by these
_ACCOUNT = 2.0  # the same of who was held to account: more than the plan that led to it
_COPULA = ("是：", "是:")
_FULL_STOP = "。"
_MARKS = "、,，;；。！？!?：: \n\t"
_BREAKS = re.compile(r"[、,，;；。！？!?\s]")
_INSEPARABLE = re.compile(r"[0-9A-Za-z.%][0-9A-Za-z.%万亿元个年月日]")


class Group(NamedTuple):
    """A sentence ending in 。, the clauses it is made of, and the worth of the best of them."""

    text: str
    picks: tuple[int, ...]
    worth: float


def compose(scored: Sequence[Scored], limit: int, count: int = 1) -> list[Group]:
    """At most `count` sentences of at most `limit` characters each, the full stop included.

    Each is about one thing: a clause, what it cannot be told without, and its neighbours in the
    same sentence of the source. The main action is taken first, then what is worth most; they
    come in the order of the source, and no clause that tells something is told twice. Empty
    where no clause fits with what it needs.
    """
    fit = [index for index, item in enumerate(scored) if item.score > UNFIT]
    order = sorted(fit, key=lambda index: (-_main_worth(scored[index], index), index))
    used: set[int] = set()
    groups: list[frozenset[int]] = []
    by_worth: list[int] | None = None
    while len(groups) < count:
        group = _first(scored, order if by_worth is None else by_worth, used, limit)
        if group is None:
            break
        group = _grown(scored, group, used, limit)
        groups.append(group)
        used.update(index for index in group if scored[index].score > UNFIT)
        if by_worth is None:
            by_worth = sorted(
                (index for index in fit if scored[index].score > _WORTHWHILE),
                key=lambda index: (-scored[index].score, index),
            )
    groups = _filled(scored, sorted(groups, key=sorted), used, limit)
    groups = [group for group in groups if not _says_little(scored, group)] or groups[:1]
    return [
        Group(join(scored, picks), picks, max(scored[index].score for index in picks))
        for picks in (tuple(sorted(group)) for group in groups)
    ]


def told_with(
    scored: Sequence[Scored], index: int, limit: int, beside: Sequence[int] = ()
) -> Group | None:
    """A sentence of one clause, what it cannot be told without, and the clauses of another group.

    None where that is too long.
    """
    room = limit - _length(scored, frozenset(beside))
    group = _closure(scored, index, frozenset(beside), frozenset(), room)
    if group is None:
        return None
    picks = tuple(sorted(group))
    return Group(join(scored, picks), picks, max(scored[place].score for place in picks))


def _says_little(scored: Sequence[Scored], group: frozenset[int]) -> bool:
    """True for a point of a few words without a figure or a title: 发挥财政支持作用."""
    return _length(scored, group) <= _SAYS_LITTLE and not any(
        scored[index].figures or "《" in scored[index].text for index in group
    )


def _main_worth(item: Scored, index: int) -> float:
    worth = min(item.score, _MAIN_ENOUGH) - index * 0.05
    if item.leading:
        worth += 1.0
    if item.figures and cues.INDICATOR.search(item.text):
        worth += _INDICATOR
    if item.figures and cues.HELD_TO_ACCOUNT.search(item.text):
        worth += _ACCOUNT
    if item.clause.sentence == 0:
        worth += 0.8
    return worth


def _first(
    scored: Sequence[Scored],
    order: Sequence[int],
    used: Set[int],
    room: int,
    picks: frozenset[int] = frozenset(),
) -> frozenset[int] | None:
    """`picks` with the first in `order` that fits with all that it needs; None where none does."""
    for index in order:
        if index not in used and len(scored[index].text) < room:
            group = _closure(scored, index, picks, used, room)
            if group is not None:
                return group
    return None


def _grown(
    scored: Sequence[Scored], group: frozenset[int], used: Set[int], limit: int
) -> frozenset[int]:
    """`group` with neighbours of the same sentence, the worthiest first, as long as they fit."""
    while True:
        room = limit - _length(scored, group)
        sentence = scored[max(group)].clause.sentence
        beside = sorted(
            (-scored[index].score, index)
            for near in group
            for index in (near - 1, near + 1)
            if 0 <= index < len(scored)
            and index not in group
            and index not in used
            and scored[index].clause.sentence == sentence
            and scored[index].score + _ADJACENT > _WORTHWHILE
        )
        for _, index in beside:
            more = _closure(scored, index, group, used, room)
            if more is not None:
                group = more
                break
        else:
            return group


def _filled(
    scored: Sequence[Scored], groups: list[frozenset[int]], used: set[int], limit: int
) -> list[frozenset[int]]:
    """The groups, in order; short ones with the worthiest of what stands between them untold."""
    filled = list(groups)
    for place, group in enumerate(groups):
        low = max(filled[place - 1]) + 1 if place else 0
        high = min(groups[place + 1]) if place + 1 < len(groups) else len(scored)
        length = _length(scored, group)
        for least in (_WORTHWHILE, _FILLER):
            if length >= limit * _SHORT:
                break
            order = sorted(
                (index for index in range(low, high) if scored[index].score > least),
                key=lambda index: (-scored[index].score, index),
            )
            while length < limit * _SHORT:
                more = _first(scored, order, used | group, limit - length, group)
                if more is None or not low <= min(more) <= max(more) < high:
                    break
                group, length = more, _length(scored, more)
        used.update(index for index in group if scored[index].score > UNFIT)
        filled[place] = group
    return filled


def _closure(
    scored: Sequence[Scored], index: int, picks: frozenset[int], used: Set[int], room: int
) -> frozenset[int] | None:
    """`picks` with a clause and all that it needs; None where that takes more than `room`.

    None as well where it needs a clause that another sentence tells.
    """
    wanted, closed = [index], set(picks)
    while wanted:
        current = wanted.pop()
        if current in closed:
            continue
        if current in used and current not in picks:
            return None
        closed.add(current)
        room -= len(scored[current].text) + 1
        if room < 0:
            return None
        wanted.extend(scored[current].needs)
    return frozenset(closed)


def _length(scored: Sequence[Scored], picks: frozenset[int]) -> int:
    return sum(len(scored[index].text) + 1 for index in picks)


def join(scored: Sequence[Scored], picks: Sequence[int]) -> str:
    """The picked clauses as one sentence, with the source's own marks between neighbours."""
    parts: list[str] = []
    for position, index in enumerate(picks):
        item = scored[index]
        text = item.text
        previous = picks[position - 1] if position else None
        if previous is None:
            text = cues.ADVERSATIVE.sub("", _without_connective(text), count=1)
            if index + 1 not in picks:
                text = cues.BY_DOING.sub("", text, count=1)
        else:
            stop = scored[previous].stop
            if stop and index == previous + 1 and stop in COMMAS + SEMICOLONS:
                parts.append(stop)
            elif stop == "\n" and index == previous + 1 and text.startswith(_COPULA):
                pass  # a line that was broken before its 是：
            elif scored[previous].score <= UNFIT and stop and stop in COMMAS:
                text = _without_connective(text)
                parts.append(stop)
            else:
                text = _without_connective(text)
                same = scored[previous].clause.segment == item.clause.segment
                parts.append(stop if same and stop and stop in COMMAS else "；")
        parts.append(text)
    return "".join(parts) + _FULL_STOP


def _without_connective(text: str) -> str:
    match = cues.CONNECTIVE.match(text)
    return text[match.end() :] if match is not None and match.end() < len(text) else text


def excerpt(text: str, budget: int) -> str:
    """The start of a text that has no clause to choose from, cut at a mark where it has one.

    Ends in … where words had to be left out; empty for a text without a word.
    """
    text = text.strip(_MARKS).partition("\n")[0].strip(_MARKS)
    if len(text) < budget:
        return f"{text}{_FULL_STOP}" if text else ""
    cut = budget - 1
    for match in _BREAKS.finditer(text, 0, budget - 1):
        if match.start() > budget // 3 and balanced(text[: match.start()]):
            cut = match.start()
    while 1 < cut < len(text) and _INSEPARABLE.match(text, cut - 1):
        cut -= 1
    return f"{text[:cut]}…"
