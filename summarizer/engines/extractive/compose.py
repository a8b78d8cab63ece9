"""Choosing what a unit says: runs of clauses, the main action first, then what adds most to it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from summarizer.engines.extractive import cues, relations
from summarizer.engines.extractive.runs import (
    GOES_ON,
    Run,
    closure,
    join,
    length,
    runs_of,
)
from summarizer.engines.extractive.scoring import UNFIT, Scored

MOST_POINTS = 6  # of 357 leaves of six reports 99 % have at most 600 characters
_WORTHWHILE = 0.4  # under one figure (1.0) and over set phrases (0 and less)
_SHORT = 0.6  # of a point: beside a shorter one more is told
_IN_ONE = 2  # points of a text; one of fewer may tell of sentences that are not neighbours
_SAYS_LITTLE = 12  # a verb and an object in general words; 80 % of clauses are longer
_FRESH = 2.0  # as much as a figure: a paragraph that nothing is told of before another of one
_TELLING = 1.0  # an action: that nothing else is told of its paragraph makes less not worth telling
_FIGURED = 2.0  # a figure: without one a paragraph may well go untold
SHARE = 3  # all that a text says is at most a third of it
_PART = "其中"
_BROKEN = "/、·"  # how a line begins that was broken in mid-sentence
_BESIDE = 2.0  # the same: less is not told beside what a point tells


class Group(NamedTuple):
    """A sentence ending in 。, the clauses it is made of, and the worth of the best of them."""

    text: str
    picks: tuple[int, ...]
    worth: float


def compose(
    scored: Sequence[Scored],
    limit: int,
    count: int = 1,
    brief: int | None = None,
    *,
    rule: bool = False,
) -> list[Group]:
    """At most `count` sentences of at most `limit` characters each, the full stop included.

    Each is a run of clauses of one sentence of the source, with one of a sentence next to it where
    there is room; in a text of one point, with one of any other. The main action is taken first,
    then what is worth most, and each is told on while there is room. A text of several points has
    one more for each paragraph with a figure of which nothing is told, to a third of its length.
    They come in the order of the source, and no clause that tells something is told twice. With
    `brief`, runs are kept within so many characters where something is told in as many, and a text
    of one point as well. A `rule` begins with its first paragraph. Empty where no clause fits with
    what it needs.
    """
    terse = brief is not None
    runs = runs_of(scored, limit, brief)
    if count >= _IN_ONE:
        runs = [run for run in runs if not _says_little(scored, run.picks)] or runs
    most = (brief or limit) if count < _IN_ONE else limit
    chosen: list[Run] = []
    used: set[int] = set()
    paragraphs = list(accumulate(item.opens for item in scored))  # that of each clause
    first = _first_paragraph(scored, runs) if rule else []
    while len(chosen) < count:
        offered = first if first and not chosen else runs
        fresh = [
            run for run in offered if used.isdisjoint(run.picks) and _has_whole(scored, chosen, run)
        ]
        best = _best(scored, paragraphs, fresh, chosen, limit)
        if best is None:
            break
        chosen.append(_going_on(runs, best))
        used.update(at for at in chosen[-1].picks if scored[at].score > UNFIT)
    if not terse and len(chosen) == count >= _IN_ONE:
        _add_untold(scored, paragraphs, runs, chosen, used)
    told = [run.picks for run in chosen]
    alone = count < _IN_ONE
    if alone or not terse:
        told = [
            _with_another(scored, paragraphs, runs, run, used, most, alone=alone) for run in chosen
        ]
    if not terse:
        told = [_filled(scored, picks, used, limit) for picks in told]
    return [
        Group(join(scored, picks), picks, max(scored[at].score for at in picks))
        for picks in sorted(told)
    ]


def _has_whole(scored: Sequence[Scored], chosen: Sequence[Run], run: Run) -> bool:
    """Whether something is told of the sentence before one that begins with 其中, if one does.

    Of parts alone nobody hears that they are parts: 其中，国有企业产值220亿元 of what fell.
    """
    sentence = scored[run.picks[0]].clause.sentence
    at = run.picks[0]
    while at and scored[at - 1].clause.sentence == sentence:
        at -= 1
    if not run.parts or not scored[at].text.startswith(_PART):
        return True
    told = {scored[each].clause.sentence for held in chosen for each in held.picks}
    return sentence - 1 in told


def _add_untold(
    scored: Sequence[Scored],
    paragraphs: Sequence[int],
    runs: Sequence[Run],
    chosen: list[Run],
    used: set[int],
) -> None:
    """Add runs of paragraphs of which nothing is told, the weightiest first, to a third of all."""
    room = length(scored, range(len(scored))) // SHARE - sum(run.length for run in chosen)
    while len(chosen) < MOST_POINTS:
        untold = [
            run
            for run in runs
            if run.worth >= _FIGURED
            and run.leads
            and _has_whole(scored, chosen, run)
            and scored[run.picks[0]].text[:1] not in _BROKEN
            and run.length <= room
            and not any(_in_one_paragraph(paragraphs, other, run) for other in chosen)
        ]
        if not untold:
            return
        best = max(untold, key=lambda run: (run.worth, -run.picks[0]))
        chosen.append(best)
        used.update(at for at in best.picks if scored[at].score > UNFIT)
        room -= best.length


def _first_paragraph(scored: Sequence[Scored], runs: Sequence[Run]) -> list[Run]:
    """The runs of the first paragraph; none where its first sentence cannot be told."""
    ends = next((at for at, item in enumerate(scored) if item.opens), len(scored))
    first = [run for run in runs if run.picks[0] < ends and run.worth > GOES_ON]
    return first if any(scored[run.picks[0]].clause.sentence == 0 for run in first) else []


def _best(
    scored: Sequence[Scored],
    paragraphs: Sequence[int],
    runs: Sequence[Run],
    chosen: Sequence[Run],
    limit: int,
) -> Run | None:
    """The run that is worth most beside those chosen; first of all the main action."""
    if not chosen:
        return max(runs, key=lambda run: (run.main, -run.picks[0]), default=None)
    least = GOES_ON if chosen[-1].length < limit * _SHORT else _WORTHWHILE
    fit = [run for run in runs if run.worth >= least]
    return max(
        fit,
        key=lambda run: (_gain(scored, paragraphs, chosen, run), -run.picks[0]),
        default=None,
    )


def _gain(
    scored: Sequence[Scored], paragraphs: Sequence[int], chosen: Sequence[Run], run: Run
) -> float:
    """What a run adds to those chosen: more where nothing is told of its paragraph.

    What only makes an account balance is no matter of its own.
    """
    if run.worth < _TELLING or any(_in_one_paragraph(paragraphs, other, run) for other in chosen):
        return run.worth
    balances = any(relations.BALANCES.match(scored[at].text) for at in run.picks)
    return run.worth if balances else run.worth + _FRESH


def _with_another(
    scored: Sequence[Scored],
    paragraphs: Sequence[int],
    runs: Sequence[Run],
    run: Run,
    used: set[int],
    room: int,
    *,
    alone: bool,
) -> tuple[int, ...]:
    """A run with the one that adds most to it within `room`, its own details left out for that.

    `alone` is what a text of one point tells: there any sentence may be told beside it, else those
    next to its own.
    """
    firsts = [run, *(other for other in runs if other.picks == run.picks[: len(other.picks)])]
    others = [
        other
        for other in runs
        if used.isdisjoint(other.picks)
        and _has_whole(scored, (run,), other)
        and (alone or (other.leads and _are_near(scored, paragraphs, runs, run, other)))
    ]
    if alone and "：" in join(scored, run.picks):
        # 主要职责是：甲: what stands in another paragraph is none of them.
        others = [other for other in others if _in_one_paragraph(paragraphs, run, other)]
    found: list[tuple[float, tuple[int, ...]]] = []
    for first in firsts:
        least = _BESIDE
        if alone:
            least = GOES_ON if first.length < room * _SHORT else _WORTHWHILE
        for other in others:
            worth = first.worth + other.beside
            fits = first.length + other.length <= room and other.beside >= least
            in_place = other.beside >= _BESIDE and worth > run.worth
            if fits and (first is run or in_place):
                found.append((worth, tuple(sorted({*first.picks, *other.picks}))))
    picks = max(found, key=lambda row: (row[0], -row[1][-1]), default=(0.0, run.picks))[1]
    used.update(at for at in picks if scored[at].score > UNFIT)
    return picks


def _are_near(
    scored: Sequence[Scored], paragraphs: Sequence[int], runs: Sequence[Run], one: Run, other: Run
) -> bool:
    """Whether two runs stand in sentences next to each other, in one paragraph.

    The parts of a whole stand between it and the next: 存款57亿元。其中住户存款44亿元。贷款40亿元.
    """
    here, there = sorted(scored[run.picks[0]].clause.sentence for run in (one, other))
    parts = {scored[run.picks[0]].clause.sentence for run in runs if run.parts}
    between = set(range(here + 1, there))
    return here != there and between <= parts and _in_one_paragraph(paragraphs, one, other)


def _filled(
    scored: Sequence[Scored], picks: tuple[int, ...], used: set[int], limit: int
) -> tuple[int, ...]:
    """A text with what its sentences go on to tell, and what leads to it, while there is room.

    What is left out for want of room is one thing; a sentence cut short beside blank room another.
    """
    held = frozenset(picks)
    for start, step, least in (*((at, 1, GOES_ON) for at in picks), (picks[0], -1, _WORTHWHILE)):
        at = start + step
        while 0 <= at < len(scored) and _same_sentence(scored[at], scored[start]):
            if at in used or (step < 0 and scored[at].score <= UNFIT):
                break
            if scored[at].score >= least and not scored[at].text.endswith(cues.PERIOD_END):
                more = closure(scored, (at,), held, limit)
                if more is None or any(scored[new].score > UNFIT for new in more - held - {at}):
                    break
                held = more
            at += step
    used.update(held)
    return tuple(sorted(held))


def _same_sentence(one: Scored, other: Scored) -> bool:
    return one.clause.sentence == other.clause.sentence


def _in_one_paragraph(paragraphs: Sequence[int], one: Run, other: Run) -> bool:
    """Whether two runs may be told in one sentence: no line ends between them."""
    low, high = sorted((one.picks, other.picks))
    return paragraphs[high[0]] <= paragraphs[low[-1]]


def _going_on(runs: Sequence[Run], run: Run) -> Run:
    """The run that says all that `run` says, and behind it what points back to it."""
    held, last = set(run.picks), run.picks[-1]
    longer = [
        other
        for other in runs
        if other.picks[-1] > last and held < set(other.picks) and other.worth > GOES_ON
    ]
    return max(longer, key=lambda other: other.worth, default=run)


def told_with(
    scored: Sequence[Scored], index: int, limit: int, beside: Sequence[int] = ()
) -> Group | None:
    """A sentence of one clause, what it cannot be told without, and the clauses of another group.

    None where that is too long.
    """
    group = closure(scored, (index,), frozenset(beside), limit)
    if group is None:
        return None
    picks = tuple(sorted(group))
    return Group(join(scored, picks), picks, max(scored[place].score for place in picks))


def _says_little(scored: Sequence[Scored], picks: Sequence[int]) -> bool:
    """True for a point of a few words without a figure or a title: 发挥财政支持作用."""
    return length(scored, picks) <= _SAYS_LITTLE and not any(
        scored[index].figures or "《" in scored[index].text for index in picks
    )
