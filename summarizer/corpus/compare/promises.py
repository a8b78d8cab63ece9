"""Which promises of one report come back in the next.

A promise is a sentence whose status is planned. It comes back in the sentence that shares the most
of its weight: pairs of characters, each weighted by how few sentences of the later report hold it,
so that 进一步加强 says little and 城北污水处理厂 much. Pairs that many sentences hold are not
followed up, which keeps the work linear in the text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from math import log

from summarizer import patterns as re
from summarizer.corpus.compare.digest import Digest
from summarizer.corpus.compare.records import PlacedPoint, Promise
from summarizer.vocabulary import Status

COMES_BACK = 0.4
"""Share of a promise's weight from which a sentence is taken to speak of it. Of 3,954 pairs of a
promise and a work report of another place (seven places) 94 reach it, 2.4 %, nearly all of them on
the same kind of work; at 0.3 it is 5.7 %, and what is shared then are verbs and units."""
_FOLLOWED = 40  # sentences with a pair up to which it is followed up
_LEAST = 6  # characters of what can be known again
_JOINED = re.compile("[；;。]")
_HAN = re.compile("[^0-9A-Za-z\u4e00-\u9fff]+")


def promises_of(
    digests: Mapping[int, Digest], pairs: Iterable[tuple[int, int]]
) -> tuple[Promise, ...]:
    """Every promise of an earlier report with what the later one says of it."""
    return tuple(p for first, second in pairs for p in _between(digests[first], digests[second]))


def _between(first: Digest, second: Digest) -> Iterator[Promise]:
    promised = [part for told in first.told for part in _each(told)]
    if not promised:
        return
    sentences = [(told, _pairs(told.text)) for told in second.told]
    holders: dict[str, list[int]] = {}
    for number, (_, pairs) in enumerate(sentences):
        for pair in pairs:
            holders.setdefault(pair, []).append(number)
    for told in promised:
        best, shared = _nearest(_pairs(told.text), holders, len(sentences))
        later = sentences[best][0] if best is not None and shared >= COMES_BACK else None
        yield Promise(told, second.number, later, round(shared, 3) if later else 0.0)


def _each(told: PlacedPoint) -> Iterator[PlacedPoint]:
    """The promises of a sentence, which a summary may join by semicolons; each at its place."""
    if told.status is not Status.PLANNED:
        return
    for part in _JOINED.split(told.text):
        if len(_HAN.sub("", part)) >= _LEAST:
            yield replace(told, text=part.strip())


def _nearest(
    pairs: frozenset[str], holders: Mapping[str, list[int]], total: int
) -> tuple[int | None, float]:
    weights = {pair: log((total + 1) / (len(holders.get(pair, ())) + 1)) + 0.1 for pair in pairs}
    shared: dict[int, float] = {}
    for pair in sorted(pairs):
        held = holders.get(pair, [])
        if len(held) <= _FOLLOWED:
            for number in held:
                shared[number] = shared.get(number, 0.0) + weights[pair]
    if not shared:
        return None, 0.0
    best = max(shared, key=lambda number: (shared[number], -number))
    return best, shared[best] / sum(weights.values())


def _pairs(text: str) -> frozenset[str]:
    squeezed = _HAN.sub("", text)
    return frozenset(squeezed[at : at + 2] for at in range(len(squeezed) - 1))
