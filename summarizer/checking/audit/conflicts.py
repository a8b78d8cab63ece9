"""The same event told twice with different figures.

Two sentences of different leaves tell one event where at least two quantities are the same in both
and said in the same words; a third one that is said in the same words and differs is the conflict.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from summarizer import patterns as re
from summarizer.anchors.records import DateMention
from summarizer.checking.audit.notes import Note
from summarizer.checking.case import told
from summarizer.checking.equality import amounts, unit_name
from summarizer.checking.index import SourceIndex
from summarizer.facts.records import Fact
from summarizer.spans import Range

_COMMON = 2  # quantities that both tell
_ALIKE = 0.6  # of the words around a figure, either way
_OFTEN = 6  # a figure that more sentences tell names no event
_LONG = 12  # letters: a shorter clause is no event
_DIGIT = re.compile(r"\d")
_INSPECTION = re.compile("(?:巡视|巡察)组?对.{2,20}(?:进行|开展)")


def conflicts(index: SourceIndex) -> Iterator[Note]:
    """Figures that differ between two tellings of one event."""
    by_sentence: dict[int, list[Fact]] = {}
    for fact in index.facts.facts:
        if fact.figure is not None and fact.firm and fact.near:
            by_sentence.setdefault(fact.clause_sentence, []).append(fact)
    for first, second in _pairs(by_sentence):
        if _leaf(index, first) == _leaf(index, second):
            continue
        mine, theirs = by_sentence[first], by_sentence[second]
        same = [
            (a, b)
            for a, b in itertools.product(mine, theirs)
            if _equal(a, b) and _alike(a, b, index)
        ]
        if len(same) < _COMMON:
            continue
        paired = {id(fact) for pair in same for fact in pair}
        for a, b in itertools.product(mine, theirs):
            if id(a) in paired or id(b) in paired or _unit(a) != _unit(b):
                continue
            same_kind = a.figure and b.figure and a.figure.kind is b.figure.kind
            if same_kind and _alike(a, b, index):
                yield Note("conflict", (a.span, b.span), {"first": told(a), "other": told(b)})
    yield from _reworded(index, by_sentence)
    yield from _inspections(index)


def _reworded(index: SourceIndex, by_sentence: dict[int, list[Fact]]) -> Iterator[Note]:
    """A clause that stands in two leaves word for word but for its only figure."""
    seen: dict[str, list[Fact]] = {}
    for facts in by_sentence.values():
        for fact in facts:
            words = index.facts.clauses[fact.clause].text
            frame = words.replace(fact.text, "#")
            if len(frame) >= _LONG and not _DIGIT.search(frame):
                seen.setdefault(frame, []).append(fact)
    for facts in seen.values():
        for a, b in itertools.combinations(facts[:_OFTEN], 2):
            if _equal(a, b) or _leaf(index, a.clause_sentence) == _leaf(index, b.clause_sentence):
                continue
            if [p.first for p in a.periods[:1]] == [p.first for p in b.periods[:1]]:
                yield Note("conflict", (a.span, b.span), {"first": told(a), "other": told(b)})


def _pairs(by_sentence: dict[int, list[Fact]]) -> list[tuple[int, int]]:
    """The sentences that share at least two amounts."""
    holders: dict[tuple[object, ...], set[int]] = {}
    for number, facts in by_sentence.items():
        for fact in facts:
            if fact.figure is not None:
                holders.setdefault((*amounts(fact.figure), _unit(fact)), set()).add(number)
    shared: dict[tuple[int, int], int] = {}
    for numbers in holders.values():
        if 1 < len(numbers) <= _OFTEN:
            for pair in itertools.combinations(sorted(numbers), 2):
                shared[pair] = shared.get(pair, 0) + 1
    return sorted(pair for pair, count in shared.items() if count >= _COMMON)


def _unit(fact: Fact) -> str:
    return unit_name(fact.figure.unit) if fact.figure is not None else ""


def _equal(a: Fact, b: Fact) -> bool:
    if a.figure is None or b.figure is None:
        return False
    return amounts(a.figure) == amounts(b.figure) and _unit(a) == _unit(b)


def _alike(a: Fact, b: Fact, index: SourceIndex) -> bool:
    share = index.weights.share
    return share(a.near, b.near) >= _ALIKE and share(b.near, a.near) >= _ALIKE


def _leaf(index: SourceIndex, sentence: int) -> str:
    unit = index.unit_at(index.sentence_start(sentence))
    return unit.id if unit is not None else ""


def _inspections(index: SourceIndex) -> Iterator[Note]:
    """The period of one inspection, told with two different ends."""
    found: list[DateMention] = []
    for date in index.analysis.anchors.dates:
        if date.first == date.last or date.in_title or date.loose or len(date.first) != 10:
            continue
        after = index.document.normalised(Range(date.span.end, date.span.end + 40))
        if _INSPECTION.search(after):
            found.append(date)
    for first, second in itertools.pairwise(found):
        if (first.first == second.first) != (first.last == second.last):
            names = {"first": index.printed(first.span), "other": index.printed(second.span)}
            yield Note("inspection", (first.span, second.span), names)
