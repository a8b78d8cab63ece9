"""Which unit of the source each part of somebody's own summary speaks of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from summarizer.anchors import anchors_of_text
from summarizer.checking.base import Statement
from summarizer.checking.claims import claims_of
from summarizer.checking.equality import bare_amount, flat, title_key
from summarizer.checking.foreign_markup import Block
from summarizer.checking.index import SourceIndex
from summarizer.checking.matching import affinity
from summarizer.checking.textual import bigrams, likeness
from summarizer.reading.outline.records import Unit

_HEADED = 0.72
_FITS = 0.34
_SHORT = 4
_MEANT = 0.5  # a figure with so much of the claim's words around it is the one that is meant
_MARGIN = 0.2
_SENTENCE = re.compile("[^。；;！!？?]+[。；;！!？?]*")


@dataclass(frozen=True, slots=True)
class Located:
    """A part of a summary, the unit it speaks of, and the way it was found (id, heading, content).

    `unit` is None where the part fits none, or speaks of units that have none above them.
    """

    text: str
    heading: bool
    unit: Unit | None
    way: str


def locate(blocks: Iterable[Block], index: SourceIndex) -> list[Located]:
    """The parts of a summary in their order, each with its unit."""
    placed: list[Located] = []
    under: Unit | None = None
    for block in blocks:
        numbered = _by_id(block, index)
        found = numbered or _by_heading(block, index)
        way = "id" if numbered is not None else "heading"
        if block.heading:
            under = found
            placed.append(Located(block.text, True, found, way))
        elif numbered is not None:
            placed.append(Located(block.text, False, numbered, way))
        else:
            first, *others = _SENTENCE.findall(block.text) or [block.text]
            if found is not None:
                placed.append(Located(first, False, found, way))
            else:
                others.insert(0, first)
            placed.extend(_parts(others, found or under, index))
    return placed


def _parts(sentences: Iterable[str], under: Unit | None, index: SourceIndex) -> Iterator[Located]:
    """Sentences one by one: a paragraph may speak of many units."""
    for sentence in sentences:
        unit = _by_content(sentence, list(under.walk()), index) if under is not None else None
        unit = unit or _by_content(sentence, index.units, index)
        if unit is not None:
            unit = _widened(sentence, unit, index)
        yield Located(sentence, False, unit, "content")


def _by_id(block: Block, index: SourceIndex) -> Unit | None:
    unit = index.by_id.get(block.number or "")
    if unit is None or block.heading or _score(block.text, unit, index) >= _FITS / 2:
        return unit
    return None


def _widened(text: str, unit: Unit, index: SourceIndex) -> Unit | None:
    """The unit, or the nearest above it that holds all figures the sentence clearly means."""
    wider: Unit | None = unit
    claims = claims_of(Statement(text, None, "overview"), index.scope(None))
    for claim in claims.figures:
        found = [
            (affinity(index, claim, source), source.span.start)
            for source in index.figures_by_amount.get(bare_amount(claim.figure), ())
            if not source.loose
        ]
        inside = max((close for close, start in found if start in unit.span), default=0.0)
        close, start = max(found, default=(0.0, 0))
        if close < _MEANT or close < inside + _MARGIN:
            continue
        while wider is not None and start not in wider.span:
            wider = index.parents.get(wider.id)
    return wider


def _by_heading(block: Block, index: SourceIndex) -> Unit | None:
    """The unit whose heading or problem the block repeats, alone or before a colon."""
    head = flat(block.text if block.heading else block.text.partition("：")[0])
    if len(head) < _SHORT or len(head) > 120:
        return None
    best, most = None, _HEADED
    for unit in index.units:
        for words in (unit.heading, unit.problem):
            if not words:
                continue
            key = flat(words)
            alike = 1.0 if head == key else likeness(head, key)
            if alike > most:
                best, most = unit, alike
    return best


def _by_content(text: str, units: Iterable[Unit], index: SourceIndex) -> Unit | None:
    """The unit that holds most of the text; the deepest one where several hold the same."""
    scored = [
        (_score(text, unit, index), len(unit.id), unit) for unit in _likely(text, units, index)
    ]
    if not scored:
        return None
    best = max(scored, key=lambda row: row[0])
    if best[0] < _FITS:
        return None
    return max((row for row in scored if row[0] >= best[0] * 0.97), key=lambda row: row[1])[2]


def _likely(text: str, units: Iterable[Unit], index: SourceIndex) -> list[Unit]:
    """The units that hold the sentences nearest to those of the text, and the units above."""
    pairs = bigrams(text)
    allowed = {unit.id: unit for unit in units}
    found: dict[str, Unit] = {}
    for number in index.nearest_numbers(pairs, 24):
        unit = index.unit_at(index.sentences[number].span.start)
        while unit is not None:
            if unit.id in allowed:
                found[unit.id] = unit
            unit = index.parents.get(unit.id)
    return [unit for unit in allowed.values() if unit.id in found]


def _score(text: str, unit: Unit, index: SourceIndex) -> float:
    """How much of a text a unit holds: its letter pairs, its figures and its titles."""
    pairs = bigrams(text)
    if not pairs:
        return 0.0
    scope = index.scope(unit)
    held = index.pairs_in(unit.span)
    words = len(pairs & held) / len(pairs)
    said = anchors_of_text(text)
    amounts = {bare_amount(figure) for figure in said.figures if not figure.loose}
    titles = {title_key(title.text) for title in said.titles}
    if not amounts and not titles:
        return words
    own = {bare_amount(figure) for figure in scope.own.figures}
    named = {title_key(title.text) for title in scope.own.titles}
    shared = len(amounts & own) + len(titles & named)
    return 0.6 * words + 0.4 * shared / (len(amounts) + len(titles))
