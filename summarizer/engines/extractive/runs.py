"""Runs of clauses as they stand, each from a place where one can begin: what a point is made of.

A run is a stretch of one sentence of the source: it begins with the sentence, behind heads that may
be left out, or where nobody who acts is left behind, and it ends where something is told. Set
phrases inside of it are passed over.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

from summarizer import patterns as re
from summarizer.engines.extractive import cues, relations
from summarizer.engines.extractive.clauses import COMMAS, SEMICOLONS
from summarizer.engines.extractive.scoring import DETAIL, UNFIT, Scored
from summarizer.engines.extractive.topics import acts_at_once, verbless

# Heads that a clause with a figure may go without where both do not fit: what for, on what ground,
# under which circumstances. In which case, and of whom, it is never told without.
_SPARED = re.compile(
    r"(?:在|为(?![\d期])|根据|按照?|依[据照托]|围绕|针对|随着|通过|以(?!下|上))[^,，]*(?<!的)$"
)
GOES_ON = -0.3  # of a clause that reads better with what stands before it
_SET_PHRASE = -2.0  # below: nothing that a sentence that is told whole would lack
_BESIDE = 0.35  # of what the other clauses of a run are worth: the best one decides
_MOST_BESIDE = 2  # more of them do not make a run worthier
_OPENS_EMPTY = 0.5  # of what a set phrase costs, where a run begins with it
_SUBJECT_LOST = 2.0  # as much as a figure: a run that begins behind who acts
_SUBJECT_ALONE = 6.0  # more than anything is worth: one that ends before anything is said
_BARE_SUBJECT = 8  # characters; longer clauses without a verb may end in an adjective
_BREAKS_OFF = 1.0  # one that ends before the head of what goes on
_MAIN_ENOUGH = 4.5  # more figures do not push the main action from the first place
_FIRST = 0.8  # what a text begins with it is mostly about
_FIRST_OF_WORDS = 1.6  # the more where no figure tells what weighs most
_FIRST_FIGURE = 1.6  # the more where that is a figure: a total comes before its parts
_INDICATOR = 2.0  # as much as to lead the first sentence: reports are compared by these
_ACCOUNT = 2.0  # the same of who was held to account: more than the plan that led to it
_COUNTED = re.compile(r"\d[^\d,，]{0,6}$")  # ends in a figure: more may be told of it, or not
_COPULA = ("是：", "是:")
_FULL_STOP = "。"


class Run(NamedTuple):
    """The clauses of a run, its worth, its worth as the main action of a text, and its length.

    `beside` is its worth beside another run: the parts of a whole are worth more there. `leads` is
    true where it begins a sentence, `parts` where that tells of what a whole consists.
    """

    picks: tuple[int, ...]
    worth: float
    main: float
    beside: float
    length: int
    leads: bool
    parts: bool


def runs_of(scored: Sequence[Scored], limit: int, brief: int | None) -> list[Run]:
    """The runs of all sentences within `limit` characters, within `brief` where that is enough.

    Where no figure tells what weighs most the first sentence is rather the main action: of 44 units
    that this and what a sentence opens with change, a blind reader preferred 29, and 10 the other
    way.
    """
    figured = brief is not None or any(item.figures for item in scored)
    first = _FIRST if figured else _FIRST_OF_WORDS
    return [
        run
        for sentence in _sentences(scored)
        for run in _runs(scored, sentence, limit, brief, first)
    ]


def _sentences(scored: Sequence[Scored]) -> Iterator[range]:
    for _, group in groupby(range(len(scored)), key=lambda at: scored[at].clause.sentence):
        places = list(group)
        yield range(places[0], places[-1] + 1)


def _runs(
    scored: Sequence[Scored], sentence: range, limit: int, brief: int | None, opening_worth: float
) -> Iterator[Run]:
    """The runs of a sentence: from every place where one may begin, as far as it fits."""
    opening = next((at for at in sentence if scored[at].score > UNFIT), None)
    if opening is None:
        return
    first_words = scored[opening].text
    pointing = cues.DEMONSTRATIVE.match(first_words) is not None  # 这不仅滋生甲，助长乙
    subject = not acts_at_once(first_words)
    parts = relations.BREAKDOWN.match(scored[sentence[0]].text) is not None
    for start in sentence:
        if scored[start].score <= UNFIT and start != sentence[0]:
            continue
        grown = _grown(scored, range(start, sentence.stop), brief or limit)
        if grown is None and scored[start].score > UNFIT:
            least = closure(scored, (start,), frozenset(), limit)
            if least is None and scored[start].figures:
                least = closure(scored, (start,), frozenset(), limit, spare=_SPARED)
            grown = tuple(sorted(least)) if least is not None else None
        if grown is None or grown[-1] not in sentence or _moves_a_time(scored, grown):
            continue
        for run in _without_details(scored, grown, start):
            told = [at for at in run if at >= start and scored[at].score > UNFIT]
            worths = sorted((scored[at].score for at in told), reverse=True)
            others = worths[1 : 1 + _MOST_BESIDE]
            worth = worths[0] + _BESIDE * sum(max(other, 0.0) for other in others)
            first = told[0]
            worth += _OPENS_EMPTY * min(scored[first].score, 0.0)
            if first > opening and (pointing or (subject and acts_at_once(scored[first].text))):
                worth -= _SUBJECT_LOST
            last, after = scored[run[-1]], run[-1] + 1
            if _ends_open(last):
                worth -= _SUBJECT_ALONE
            elif after in sentence and scored[after].score <= UNFIT and last.stop in COMMAS:
                worth -= _BREAKS_OFF
            best = max(_main_worth(scored[at], at, opening_worth) for at in told)
            main = best + worth - worths[0]
            leads = scored[first].leading
            beside = worth + (DETAIL if parts else 0.0)
            yield Run(run, worth, main, beside, length(scored, run), leads, parts)


def _ends_open(last: Scored) -> bool:
    return bool(last.stop) and last.stop in COMMAS and _waits(last)


def _waits(last: Scored) -> bool:
    """Whether a clause says nothing without the next: 10家单位自3月以来, 这4起事故."""
    text = last.text
    if text.endswith(cues.PERIOD_END):
        return cues.NO_PERIOD_END.search(text) is None
    if relations.WITHIN.search(text):
        return True
    return len(text) <= _BARE_SUBJECT and _COUNTED.search(text) is None and verbless(text)


def _without_details(
    scored: Sequence[Scored], run: tuple[int, ...], start: int
) -> Iterator[tuple[int, ...]]:
    """A run, what of it stands before a semicolon, or before what explains or details it, and its
    figures before a last clause that says nothing without the next."""
    yield run
    rest, last = run[:-1], scored[run[-1]]
    if rest and rest[-1] >= start and not last.figures and _ends_open(last):
        figured = scored[rest[-1]]
        if figured.score > UNFIT and figured.figures:
            yield rest
    for place, at in enumerate(run):
        if not place:
            continue
        last = scored[run[place - 1]]
        ends = last.clause.segment != scored[at].clause.segment
        counted = _COUNTED.search(last.text) is not None
        if last.score > UNFIT and (ends or (counted and relations.DETAIL.match(scored[at].text))):
            before = run[:place]
            whole = all(set(scored[told].needs) <= set(before) for told in before)
            if whole and any(told >= start and scored[told].score > UNFIT for told in before):
                yield before
                return


def _moves_a_time(scored: Sequence[Scored], run: Sequence[int]) -> bool:
    """Whether a day or hour would be told of another clause than its own.

    23时44分，飞船升空，…，乘组进舱: what stands behind the first clause may be of a later hour.
    """
    return any(
        relations.MOMENT.search(scored[before].text)
        and any(scored[between].score >= GOES_ON for between in range(before + 1, after))
        for before, after in pairwise(run)
    )


def _grown(scored: Sequence[Scored], places: range, limit: int) -> tuple[int, ...] | None:
    """The clauses from the first place on that fit, each with all that it needs; None if none does.

    All of them where they do and none is a set phrase; else what says little is passed over.
    """
    told = [at for at in places if scored[at].score > UNFIT]
    whole = closure(scored, told, frozenset(), limit)
    if whole is not None and min(scored[at].score for at in told) > _SET_PHRASE:
        return tuple(sorted(whole))
    picks: frozenset[int] = frozenset()
    for at in places:
        item = scored[at]
        if at in picks or item.score <= UNFIT:
            continue
        if picks and item.score < GOES_ON and not relations.ADDS.match(item.text):
            continue
        more = closure(scored, (at,), picks, limit)
        if more is None or max(more) >= places.stop:
            if not picks:
                return None
            break
        picks = more
    return tuple(sorted(picks)) or None


def _main_worth(item: Scored, index: int, first: float) -> float:
    worth = min(item.score, _MAIN_ENOUGH) - index * 0.05
    if item.leading:
        worth += 1.0
    if item.figures and cues.INDICATOR.search(item.text):
        worth += _INDICATOR
    if item.figures and cues.HELD_TO_ACCOUNT.search(item.text):
        worth += _ACCOUNT
    if item.clause.sentence == 0:
        worth += _FIRST_FIGURE if item.figures else first
    return worth


def closure(
    scored: Sequence[Scored],
    wanted: Iterable[int],
    picks: frozenset[int],
    limit: int,
    spare: re.Pattern[str] | None = None,
) -> frozenset[int] | None:
    """`picks` with clauses and all that they need; None where that takes more than `limit`.

    Heads with such words are no need.
    """
    waiting, closed = list(wanted), set(picks)
    room = limit - length(scored, picks)
    while waiting:
        current = waiting.pop()
        if current in closed:
            continue
        closed.add(current)
        room -= len(scored[current].text) + 1
        if room < 0:
            return None
        waiting.extend(
            need
            for need in scored[current].needs
            if not (spare and scored[need].score <= UNFIT and spare.match(scored[need].text))
        )
    return frozenset(closed)


def length(scored: Sequence[Scored], picks: Iterable[int]) -> int:
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
