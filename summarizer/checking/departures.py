"""Where a clause departs from the words that it retells, and what stands there in the source.

A stretch of a clause whose letter pairs the sentence of the source does not have is a departure.
Its slot is found by the letters on both sides of it, or on the one side where a clause begins or
ends there. Free rewording departs too: what a departure means is for others to decide.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from summarizer.checking.margins import BESIDE

_LONGEST = 4  # letters on one side alone, where there are so many
_REACH = 18  # letters between the sides: more are no slot but a clause
# How many letters on either side may stand there by chance: the fewest are tried first.
_WIDER = ((0, 0), (1, 0), (0, 1), (2, 0), (0, 2), (2, 2))
_EDGE = frozenset(",;:、。()")
_STOP = frozenset(",;:。")


@dataclass(frozen=True, slots=True)
class Departure:
    """`[start, end)` of a clause, and `[begin, stop)` of the source's `text` in its place.

    `framed` tells that the letters beside both are the same; what is not framed merely is what
    the clause leaves out.
    """

    start: int
    end: int
    text: str
    begin: int
    stop: int
    framed: bool

    @property
    def theirs(self) -> str:
        """What the source has in the place."""
        return self.text[self.begin : self.stop]


def covered(mine: str, theirs: str) -> list[bool]:
    """For every letter of the first text whether it stands in a pair that the second has."""
    found = [False] * len(mine)
    for place in range(len(mine) - 1):
        if mine[place : place + 2] in theirs:
            found[place] = found[place + 1] = True
    return found


def runs(found: list[bool]) -> Iterator[tuple[int, int]]:
    """The stretches that are not covered."""
    start = 0
    for place, held in enumerate([*found, True]):
        if held:
            if place > start:
                yield start, place
            start = place + 1


@lru_cache(maxsize=256)
def departures(mine: str, clause: str, sentence: str) -> tuple[Departure, ...]:
    """Every departure of a clause with each place of the source that may be its slot.

    Kept for the few clauses in hand: several decisions ask for the same ones.
    """
    return tuple(_departures(mine, clause, sentence))


def _departures(mine: str, clause: str, sentence: str) -> Iterator[Departure]:
    left = list(runs(covered(clause, mine)))
    for start, end in runs(covered(mine, sentence)):
        yield from _framed(mine, start, end, (clause, sentence))
        for begin, stop in left:
            yield Departure(start, end, clause, begin, stop, framed=False)


def _framed(mine: str, start: int, end: int, texts: tuple[str, ...]) -> Iterator[Departure]:
    """The slot of a stretch; letters beside it that stand there by chance are taken to it."""
    for before, behind in _WIDER:
        first, last = start - before, end + behind
        if first < 0 or last > len(mine) or _STOP & set(mine[first:last]):
            continue
        for text in texts:
            found = _slot(mine, first, last, text)
            if found is not None:
                yield Departure(first, last, text, *found, framed=True)
                return


def _slot(mine: str, start: int, end: int, text: str) -> tuple[int, int] | None:
    opens = not start or mine[start - 1] in _EDGE
    closes = end == len(mine) or mine[end] in _EDGE
    if opens and closes:
        return None
    if opens:
        return _before(mine[end : end + _LONGEST], text)
    if closes:
        return _behind(mine[max(0, start - _LONGEST) : start], text)
    return _between(mine[max(0, start - BESIDE) : start], mine[end : end + BESIDE], text)


def _between(before: str, after: str, text: str) -> tuple[int, int] | None:
    if min(len(before), len(after)) < BESIDE:
        return None
    best: tuple[int, int] | None = None
    stop = text.find(after)
    while stop >= 0:
        place = text.rfind(before, max(0, stop - _REACH), stop)
        begin = place + len(before)
        fits = place >= 0 and begin <= stop and not _STOP & set(text[begin:stop])
        if fits and (best is None or stop - begin < best[1] - best[0]):
            best = begin, stop
        stop = text.find(after, stop + 1)
    return best


def _before(after: str, text: str) -> tuple[int, int] | None:
    for size in range(len(after), BESIDE - 1, -1):
        stop = text.find(after[:size])
        if stop >= 0:
            edge = max((text.rfind(mark, 0, stop) for mark in _EDGE - {"、"}), default=-1)
            return max(edge + 1, stop - _REACH), stop
    return None


def _behind(before: str, text: str) -> tuple[int, int] | None:
    for size in range(len(before), BESIDE - 1, -1):
        place = text.find(before[len(before) - size :])
        if place >= 0:
            begin = place + size
            ends = [at for mark in _EDGE - {"、"} if (at := text.find(mark, begin)) >= 0]
            return begin, min([*ends, len(text), begin + _REACH])
    return None
