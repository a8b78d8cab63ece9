"""Choosing what a unit says: runs of clauses as they stand, each from a place where one can begin.

A run is a stretch of one sentence of the source: it begins with the sentence, behind heads that may
be left out, or where nobody who acts is left behind, and it ends where something is told. Set
phrases inside of it are passed over.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

from summarizer.anchors.verbs import verb_at
from summarizer.engines.extractive import cues, relations
from summarizer.engines.extractive.clauses import COMMAS, SEMICOLONS
from summarizer.engines.extractive.scoring import UNFIT, Scored

_WORTHWHILE = 0.4  # under one figure (1.0) and over set phrases (0 and less)
_GOES_ON = -0.3  # of a clause that reads better with what stands before it
_SHORT = 0.6  # of a point: beside a shorter one more is told
_IN_ONE = 2  # sentences that a text of one point is told in
_SET_PHRASE = -2.0  # below: nothing that a sentence that is told whole would lack
_BESIDE = 0.35  # of what the other clauses of a run are worth: the best one decides
_MOST_BESIDE = 2  # more of them do not make a run worthier
_OPENS_EMPTY = 0.5  # of what a set phrase costs, where a run begins with it
_SUBJECT_LOST = 2.0  # as much as a figure: a run that begins behind who acts
_BREAKS_OFF = 1.0  # one that ends before the head of what goes on
_ADVERBS = 5  # characters before the verb of a clause without a subject: 自觉接受, 进一步完善
_SAYS_LITTLE = 12  # a verb and an object in general words; 80 % of clauses are longer
_MAIN_ENOUGH = 4.5  # more figures do not push the main action from the first place
_INDICATOR = 2.0  # as much as to lead the first sentence: reports are compared by these
_ACCOUNT = 2.0  # the same of who was held to account: more than the plan that led to it
_COPULA = ("是：", "是:")
_FULL_STOP = "。"


class Group(NamedTuple):
    """A sentence ending in 。, the clauses it is made of, and the worth of the best of them."""

    text: str
    picks: tuple[int, ...]
    worth: float


class _Run(NamedTuple):
    picks: tuple[int, ...]
    worth: float
    main: float
    length: int


def compose(
    scored: Sequence[Scored],
    limit: int,
    count: int = 1,
    brief: int | None = None,
    *,
    terse: bool = False,
) -> list[Group]:
    """At most `count` sentences of at most `limit` characters each, the full stop included.

    Each is a run of clauses of one sentence of the source, but for a text of one point: that may
    hold two. The main action is taken first, then what is worth most; they come in the order of the
    source, and no clause that tells something is told twice. Runs are kept within `brief`
    characters where something is told in as many, and `terse` text of one point as well. Empty
    where no clause fits with what it needs.
    """
    runs = [run for group in _sentences(scored) for run in _runs(scored, group, limit, brief)]
    chosen: list[_Run] = []
    used: set[int] = set()
    most = (brief if terse and brief else limit) if count < _IN_ONE else limit
    while len(chosen) < max(count, _IN_ONE):
        fit = [run for run in runs if used.isdisjoint(run.picks)]
        if chosen:
            room = most - chosen[0].length if count < _IN_ONE else limit
            runs = [run for run in runs if run.length <= room]
            short = not terse and chosen[-1].length < most * _SHORT
            least = _GOES_ON if short else _WORTHWHILE
            fit = [run for run in fit if run.worth >= least and run.length <= room]
            if count < _IN_ONE and "：" in join(scored, chosen[0].picks):
                # 主要职责是：甲: what stands in another paragraph is none of them.
                fit = [run for run in fit if _in_one_paragraph(scored, chosen[0], run)]
        ranks = [(run.worth if chosen else run.main, -run.picks[0]) for run in fit]
        best = fit[ranks.index(max(ranks))] if fit else None
        if best is None:
            break
        best = _going_on(runs, best)
        chosen.append(best)
        used.update(at for at in best.picks if scored[at].score > UNFIT)
    told = [run.picks for run in chosen]
    if terse or count >= _IN_ONE:
        told = [picks for picks in told if not _says_little(scored, picks)] or told[:1]
    if len(told) > count:
        told = [tuple(sorted({at for picks in told for at in picks}))]
    if not terse:
        told = [_filled(scored, picks, used, limit) for picks in told]
    return [
        Group(join(scored, picks), picks, max(scored[at].score for at in picks))
        for picks in sorted(told)
    ]


def _filled(
    scored: Sequence[Scored], picks: tuple[int, ...], used: set[int], limit: int
) -> tuple[int, ...]:
    """A text with what its sentences go on to tell, and what leads to it, while there is room.

    What is left out for want of room is one thing; a sentence cut short beside blank room another.
    """
    held = frozenset(picks)
    for start, step, least in (*((at, 1, _GOES_ON) for at in picks), (picks[0], -1, _WORTHWHILE)):
        at = start + step
        while 0 <= at < len(scored) and _same_sentence(scored[at], scored[start]):
            if at in used or (step < 0 and scored[at].score <= UNFIT):
                break
            if scored[at].score >= least:
                more = _closure(scored, (at,), held, limit)
                if more is None or not more <= held | {at}:
                    break
                held = more
            at += step
    used.update(held)
    return tuple(sorted(held))


def _same_sentence(one: Scored, other: Scored) -> bool:
    return one.clause.sentence == other.clause.sentence


def _in_one_paragraph(scored: Sequence[Scored], one: _Run, other: _Run) -> bool:
    """Whether two runs may be told in one sentence: no line ends between them."""
    low, high = sorted((one.picks, other.picks))
    return not any(scored[at].opens for at in range(low[-1] + 1, high[0] + 1))


def _going_on(runs: Sequence[_Run], run: _Run) -> _Run:
    """The run that says all that `run` says, and behind it what points back to it."""
    held, last = set(run.picks), run.picks[-1]
    longer = [
        other
        for other in runs
        if other.picks[-1] > last and held < set(other.picks) and other.worth > _GOES_ON
    ]
    return max(longer, key=lambda other: other.worth, default=run)


def told_with(
    scored: Sequence[Scored], index: int, limit: int, beside: Sequence[int] = ()
) -> Group | None:
    """A sentence of one clause, what it cannot be told without, and the clauses of another group.

    None where that is too long.
    """
    group = _closure(scored, (index,), frozenset(beside), limit)
    if group is None:
        return None
    picks = tuple(sorted(group))
    return Group(join(scored, picks), picks, max(scored[place].score for place in picks))


def _sentences(scored: Sequence[Scored]) -> Iterator[range]:
    for _, group in groupby(range(len(scored)), key=lambda at: scored[at].clause.sentence):
        places = list(group)
        yield range(places[0], places[-1] + 1)


def _runs(
    scored: Sequence[Scored], sentence: range, limit: int, brief: int | None
) -> Iterator[_Run]:
    """The runs of a sentence: from every place where one may begin, as far as it fits."""
    opening = next((at for at in sentence if scored[at].score > UNFIT), None)
    if opening is None:
        return
    first_words = scored[opening].text
    pointing = cues.DEMONSTRATIVE.match(first_words) is not None  # 这不仅滋生甲，助长乙
    subject = not _acts_at_once(first_words)
    for start in sentence:
        if scored[start].score <= UNFIT and start != sentence[0]:
            continue
        run = _grown(scored, range(start, sentence.stop), brief or limit)
        if run is None and scored[start].score > UNFIT:
            least = _closure(scored, (start,), frozenset(), limit)
            run = tuple(sorted(least)) if least is not None else None
        if run is None or run[-1] not in sentence or _moves_a_time(scored, run):
            continue
        told = [at for at in run if at >= start and scored[at].score > UNFIT]
        worths = sorted((scored[at].score for at in told), reverse=True)
        others = worths[1 : 1 + _MOST_BESIDE]
        worth = worths[0] + _BESIDE * sum(max(other, 0.0) for other in others)
        first = told[0]
        worth += _OPENS_EMPTY * min(scored[first].score, 0.0)
        if first > opening and (pointing or (subject and _acts_at_once(scored[first].text))):
            worth -= _SUBJECT_LOST
        after = run[-1] + 1
        if after in sentence and scored[after].score <= UNFIT and scored[run[-1]].stop in COMMAS:
            worth -= _BREAKS_OFF
        best = max(_main_worth(scored[at], at) for at in told)
        yield _Run(run, worth, best + worth - worths[0], _length(scored, run))


def _moves_a_time(scored: Sequence[Scored], run: Sequence[int]) -> bool:
    """Whether a day or hour would be told of another clause than its own.

    23时44分，飞船升空，…，乘组进舱: what stands behind the first clause may be of a later hour.
    """
    return any(
        relations.MOMENT.search(scored[before].text)
        and any(scored[between].score >= _GOES_ON for between in range(before + 1, after))
        for before, after in pairwise(run)
    )


def _acts_at_once(text: str) -> bool:
    """Whether a clause begins with what is done, so that it names nobody who does it."""
    return any(verb_at(text, place, len(text)) for place in range(min(_ADVERBS, len(text))))


def _grown(scored: Sequence[Scored], places: range, limit: int) -> tuple[int, ...] | None:
    """The clauses from the first place on that fit, each with all that it needs; None if none does.

    All of them where they do and none is a set phrase; else what says little is passed over.
    """
    told = [at for at in places if scored[at].score > UNFIT]
    whole = _closure(scored, told, frozenset(), limit)
    if whole is not None and min(scored[at].score for at in told) > _SET_PHRASE:
        return tuple(sorted(whole))
    picks: frozenset[int] = frozenset()
    for at in places:
        item = scored[at]
        if at in picks or item.score <= UNFIT:
            continue
        if picks and item.score < _GOES_ON:
            continue
        more = _closure(scored, (at,), picks, limit)
        if more is None or max(more) >= places.stop:
            if not picks:
                return None
            break
        picks = more
    return tuple(sorted(picks)) or None


def _says_little(scored: Sequence[Scored], picks: Sequence[int]) -> bool:
    """True for a point of a few words without a figure or a title: 发挥财政支持作用."""
    return _length(scored, picks) <= _SAYS_LITTLE and not any(
        scored[index].figures or "《" in scored[index].text for index in picks
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


def _closure(
    scored: Sequence[Scored], wanted: Iterable[int], picks: frozenset[int], limit: int
) -> frozenset[int] | None:
    """`picks` with clauses and all that they need; None where that takes more than `limit`."""
    waiting, closed = list(wanted), set(picks)
    room = limit - _length(scored, picks)
    while waiting:
        current = waiting.pop()
        if current in closed:
            continue
        closed.add(current)
        room -= len(scored[current].text) + 1
        if room < 0:
            return None
        waiting.extend(scored[current].needs)
    return frozenset(closed)


def _length(scored: Sequence[Scored], picks: Iterable[int]) -> int:
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
