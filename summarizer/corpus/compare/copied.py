"""Passages that stand in several reports word for word, found by winnowed shingles.

Every stretch of `_SHINGLE` characters is hashed; of each window of `_WINDOW` hashes the least is
kept (Schleimer, Wilkerson and Aiken 2003), so that every common passage of `LEAST` characters or
more shares a kept hash. Each kept hash is looked up once and the passage extended to both sides:
linear in the text, whatever the number of reports.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from zlib import crc32

from summarizer.corpus.compare.digest import Digest, Passage
from summarizer.corpus.compare.records import Copy, Place

LEAST = 40
"""Characters of a passage that is told: names of plans and formulas of the Party are shorter."""
_SHINGLE = 24  # a clause that no two authors write alike: 95 % have 32 or fewer
_WINDOW = LEAST - _SHINGLE + 1

_Found = dict[str, dict[tuple[int, int], Place]]


def copies_of(digests: Iterable[Digest]) -> tuple[Copy, ...]:
    """The passages, longest first, each with its place in every report that holds it."""
    first: dict[int, tuple[Passage, int]] = {}
    found: _Found = {}
    for digest in digests:
        kept = [(p, at, value) for p in digest.passages for at, value in _winnowed(p.text)]
        done: dict[int, int] = {}
        for passage, at, value in kept:
            known = first.get(value)
            if known is None or done.get(id(passage), 0) > at:
                continue
            end = _take(known, passage, at, found)
            done[id(passage)] = max(done.get(id(passage), 0), end)
        for passage, at, value in kept:  # afterwards: a report does not copy itself
            first.setdefault(value, (passage, at))
    made = [
        Copy(text, tuple(places.values()))
        for text, places in found.items()
        if len({place.report for place in places.values()}) > 1
    ]
    return tuple(sorted(made, key=lambda copy: (-len(copy.text), copy.places[0].start)))


def _take(known: tuple[Passage, int], passage: Passage, at: int, found: _Found) -> int:
    """Note the common passage around a shared shingle; returns its end in `passage`."""
    other, there = known
    mine, theirs = passage.text, other.text
    if mine[at : at + _SHINGLE] != theirs[there : there + _SHINGLE]:
        return 0  # two texts of one hash
    before = 0
    while at > before and there > before and mine[at - before - 1] == theirs[there - before - 1]:
        before += 1
    length = _SHINGLE
    most = min(len(mine) - at, len(theirs) - there)
    while length < most and mine[at + length] == theirs[there + length]:
        length += 1
    if before + length >= LEAST:
        places = found.setdefault(mine[at - before : at + length], {})
        for place in (other.place, passage.place):
            places.setdefault((place.report, place.start), place)
    return at + length


def _winnowed(text: str) -> Iterator[tuple[int, int]]:
    """Places and hashes that stand for a text, the rightmost least of each window."""
    hashes = [
        crc32(text[at : at + _SHINGLE].encode("utf-8", "surrogatepass"))
        for at in range(len(text) - _SHINGLE + 1)
    ]
    last = -1
    for start in range(len(hashes) - _WINDOW + 1):
        if last < start:
            least = min(hashes[start : start + _WINDOW])
            last = max(at for at in range(start, start + _WINDOW) if hashes[at] == least)
        elif hashes[start + _WINDOW - 1] <= hashes[last]:
            last = start + _WINDOW - 1
        else:
            continue
        yield last, hashes[last]
