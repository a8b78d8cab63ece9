"""A clause laid out in stretches that a sentence of the source has too, and what is left between.

Where writers reword a sentence they keep stretches of it, though not in their order. What stands
beside such a stretch on one side has its counterpart beside the same stretch on the other.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from summarizer.checking.departures import runs

_LEAST = 2  # letters of a stretch
_SURE = 3  # a shorter one counts only near another one, in the same order
_NEAR = 6, 8  # letters between the two in the clause and in the sentence
# Letters times letters: of the bundled reports 100,000 at most. The work grows faster than this,
# and in a list of a thousand members any stretch stands beside any other.
_MOST = 200_000
_MARKS = frozenset(",;:。()!?、 ")


@dataclass(frozen=True, slots=True)
class Tile:
    """`size` letters that stand at `start` of the clause and at `place` of the sentence."""

    start: int
    place: int
    size: int


@dataclass(frozen=True, slots=True)
class Gap:
    """What a clause and a sentence have beside the same stretches.

    `before` and `behind` are the letters of those stretches: 0 where there is none.
    """

    start: int
    mine: str
    theirs: str
    before: int
    behind: int
    follows: str


def _best(a: str, b: str, used: list[bool], taken: list[bool]) -> Tile:
    """The longest stretch of both of which nothing was used."""
    best = Tile(0, 0, 0)
    above = [0] * (len(b) + 1)
    for i, letter in enumerate(a):
        row = [0] * (len(b) + 1)
        if not used[i] and letter not in _MARKS:
            place = b.find(letter)
            while place >= 0:
                if not taken[place]:
                    size = row[place + 1] = above[place] + 1
                    if size > best.size:
                        best = Tile(i - size + 1, place - size + 1, size)
                place = b.find(letter, place + 1)
        above = row
    return best


def _tiles(a: str, b: str) -> list[Tile]:
    used, taken = [False] * len(a), [False] * len(b)
    found: list[Tile] = []
    while (best := _best(a, b, used, taken)).size >= _LEAST:
        for step in range(best.size):
            used[best.start + step] = taken[best.place + step] = True
        found.append(best)
    found.sort(key=lambda tile: tile.start)
    return [t for t in found if t.size >= _SURE or any(_beside(t, o) for o in found if o is not t)]


def _beside(tile: Tile, other: Tile) -> bool:
    first, last = (tile, other) if tile.start < other.start else (other, tile)
    mine = last.start - first.start - first.size
    theirs = last.place - first.place - first.size
    return mine <= _NEAR[0] and 0 <= theirs <= _NEAR[1]


@lru_cache(maxsize=256)
def gaps(clause: str, sentence: str) -> tuple[Gap, ...]:
    """Every stretch of the clause that is left with each that is left in its place."""
    return tuple(_gaps(clause, sentence)) if len(clause) * len(sentence) <= _MOST else ()


def _gaps(clause: str, sentence: str) -> Iterator[Gap]:
    tiles = _tiles(clause, sentence)
    ends = {t.start + t.size: t for t in tiles}
    starts = {t.start: t for t in tiles}
    left = list(_left(sentence, [(t.place, t.place + t.size) for t in tiles]))
    for start, end in _left(clause, [(t.start, t.start + t.size) for t in tiles]):
        before, behind = ends.get(start), starts.get(end)
        for begin, stop in left:
            follows = before is not None and begin == before.place + before.size
            leads = behind is not None and stop == behind.place
            if follows or leads:
                yield Gap(
                    start,
                    clause[start:end],
                    sentence[begin:stop],
                    before.size if before is not None and follows else 0,
                    behind.size if behind is not None and leads else 0,
                    clause[end : end + behind.size] if behind is not None and leads else "",
                )


def _left(text: str, told: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The stretches between marks that are in no tile."""
    held = [letter in _MARKS for letter in text]
    for start, end in told:
        held[start:end] = [True] * (end - start)
    yield from runs(held)
