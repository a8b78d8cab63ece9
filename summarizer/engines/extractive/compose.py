"""Choosing clauses under a budget and joining them to one sentence, in the order of the source."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from summarizer.engines.extractive import cues
from summarizer.engines.extractive.clauses import COMMAS, SEMICOLONS, balanced
from summarizer.engines.extractive.scoring import UNFIT, Scored

_ROUNDS = 8
_WORTHWHILE = 0.4
_FILLER = -1.0  # what is still told where the summary would be short
_SHORT = 0.6  # of the budget
_ADJACENT = 0.7
_MAIN_ENOUGH = 2.5  # figures do not push the main action from the first place
_COPULA = ("是：", "是:")
_FULL_STOP = "。"
_MARKS = "、,，;；。！？!?：: \n\t"
_BREAKS = re.compile(r"[、,，;；。！？!?\s]")
_INSEPARABLE = re.compile(r"[0-9A-Za-z.%][0-9A-Za-z.%万亿元个年月日]")


class Summary(NamedTuple):
    """A sentence ending in 。, the clauses it is made of, and the worth of the best of them."""

    text: str
    picks: tuple[int, ...]
    worth: float


def compose(scored: Sequence[Scored], budget: int) -> Summary | None:
    """The summary of the scored clauses within `budget` characters, the full stop included.

    The main action is taken first, then what is worth most beside it. None where no clause fits
    with what it needs.
    """
    fit = [index for index, item in enumerate(scored) if item.score > UNFIT]
    mains = [(-_main_worth(scored[index], index), index) for index in fit]
    picks = _best(scored, mains, frozenset(), budget)
    if picks is None:
        return None
    fit = [index for index in fit if scored[index].score + _ADJACENT > _FILLER]
    least = _WORTHWHILE
    for _ in range(_ROUNDS):
        others = [
            (-worth, index)
            for index in fit
            if index not in picks
            and (worth := scored[index].score + (_ADJACENT if index - 1 in picks else 0.0)) > least
        ]
        more = _best(scored, others, picks, budget)
        if more is not None:
            picks = more
        elif least == _WORTHWHILE and _length(scored, picks) < budget * _SHORT:
            least = _FILLER
        else:
            break
    chosen = tuple(sorted(picks))
    return Summary(join(scored, chosen), chosen, max(scored[index].score for index in chosen))


def _main_worth(item: Scored, index: int) -> float:
    worth = min(item.score, _MAIN_ENOUGH) - index * 0.05
    if item.leading:
        worth += 1.0
    if item.clause.sentence == 0:
        worth += 0.8
    return worth


def _best(
    scored: Sequence[Scored],
    costs: list[tuple[float, int]],
    picks: frozenset[int],
    budget: int,
) -> frozenset[int] | None:
    """`picks` with the clause of least cost (of most worth) that fits, and all that it needs."""
    costs.sort()
    room = budget - _length(scored, picks)
    for _, index in costs:
        if len(scored[index].text) < room:
            candidate = _closure(scored, index, picks, room)
            if candidate is not None:
                return candidate
    return None


def _closure(
    scored: Sequence[Scored], index: int, picks: frozenset[int], room: int
) -> frozenset[int] | None:
    """`picks` with a clause and all that it needs; None where that takes more than `room`."""
    wanted, closed = [index], set(picks)
    while wanted:
        current = wanted.pop()
        if current not in closed:
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
            text = _without_connective(text)
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
