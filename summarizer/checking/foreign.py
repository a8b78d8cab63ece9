"""A summary written by anybody, located in the outline of its source, as a Report to check.

A block is placed by the dotted id it prints, by the heading it repeats, or by the unit that holds
most of its words and anchors; every place found so is told in a note. What fits no unit is kept
for the overview, where it is checked against the whole report.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from summarizer import assembly
from summarizer.analysis import Analysis
from summarizer.anchors import anchors_of_text
from summarizer.checking.context import Fault, Grade
from summarizer.checking.equality import bare_amount, flat, title_key
from summarizer.checking.foreign_markup import Block, blocks_of
from summarizer.checking.index import SourceIndex
from summarizer.checking.placement import EXTERNAL
from summarizer.checking.statement import render
from summarizer.checking.textual import bigrams, likeness
from summarizer.models import (
    Finding,
    Measure,
    Overview,
    Report,
    Run,
    Section,
    Verification,
)
from summarizer.reading.outline.records import Unit
from summarizer.vocabulary import Category, Lang, Origin, Status

_HEADED = 0.72
_FITS = 0.34
_SHORT = 4


@dataclass(frozen=True, slots=True)
class _Placed:
    """A block and the unit it speaks of, with the way it was found."""

    block: Block
    unit: Unit | None
    way: str


def read_summary(text: str, analysis: Analysis, lang: Lang = "zh") -> Report:
    """The report that a foreign summary amounts to, ready for `check_report`.

    Its measures are the located leaves, its sections the frame around them. Deterministic; never
    raises on any text.
    """
    index = SourceIndex(analysis)
    placed = _place(blocks_of(text), index)
    texts: dict[str, list[str]] = {}
    ways: dict[str, str] = {}
    loose: list[str] = []
    for item in placed:
        if item.unit is None:
            if not item.block.heading or anchors_of_text(item.block.text).figures:
                loose.append(item.block.text)
            continue
        if item.way != "heading itself":
            texts.setdefault(item.unit.id, []).append(item.block.text)
        ways.setdefault(item.unit.id, item.way)
    notes = {
        unit_id: render(_located(unit_id, ways[unit_id], lang), lang)
        for unit_id in texts
        if unit_id in ways
    }
    written = {unit_id: "\n".join(parts) for unit_id, parts in texts.items()}
    return Report(
        source=assembly.source(analysis.document),
        overview=Overview(summary="\n".join(loose), origin=Origin.LLM),
        sections=tuple(
            section
            for unit in analysis.outline.units
            if (section := _section(unit, analysis, written, notes)) is not None
        ),
        verification=Verification(),
        run=Run(engine=EXTERNAL, started_at="", seconds=0.0),
    )


def _place(blocks: list[Block], index: SourceIndex) -> list[_Placed]:
    placed: list[_Placed] = []
    under: Unit | None = None
    for block in blocks:
        unit, way = _find(block, under, index)
        if block.heading:
            under = unit
            if unit is not None:
                placed.append(_Placed(block, unit, "heading itself"))
                continue
        placed.append(_Placed(block, unit, way))
    return placed


def _find(block: Block, under: Unit | None, index: SourceIndex) -> tuple[Unit | None, str]:
    if block.number is not None and block.number in index.by_id:
        unit = index.by_id[block.number]
        if block.heading or _score(block.text, unit, index) >= _FITS / 2:
            return unit, "id"
    titled = _by_heading(block, index)
    if titled is not None:
        return titled, "heading"
    if block.heading:
        return None, "none"
    if under is not None:
        inside = _by_content(block.text, list(under.walk()), index)
        if inside is not None:
            return inside, "content"
    best = _by_content(block.text, index.units, index)
    if best is not None:
        return best, "content"
    return None, "none"


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


def _located(unit_id: str, way: str, lang: Lang) -> Fault:
    zh = {"id": "编号", "heading": "标题", "content": "内容"}
    name = zh.get(way, "标题") if lang == "zh" else {"content": "its content"}.get(way, way)
    return Fault(
        "located", Grade.FINE, unit_id, "located", -1, None, {"way": name, "unit": unit_id}
    )


def _section(
    unit: Unit, analysis: Analysis, texts: Mapping[str, str], notes: Mapping[str, Finding]
) -> Section | None:
    """The section of a unit where the summary speaks of it or of a unit below."""
    if not any(below.id in texts for below in unit.walk()):
        return None
    inline = [child for child in unit.children if child.is_leaf and child.inline]
    leaves = inline if unit.children else [unit]
    below = (
        _section(child, analysis, texts, notes) for child in unit.children if child not in inline
    )
    return Section(
        id=unit.id,
        marker=unit.marker,
        level=max(unit.level, 1),
        heading=unit.heading,
        problem=unit.problem,
        span=assembly.span(unit.span),
        summary=texts.get(unit.id, ""),
        origin=Origin.LLM,
        findings=(notes[unit.id],) if unit.id in notes and unit.children else (),
        sections=tuple(section for section in below if section is not None),
        measures=tuple(
            _measure(leaf, analysis, texts[leaf.id], notes.get(leaf.id))
            for leaf in leaves
            if leaf.id in texts
        ),
    )


def _measure(unit: Unit, analysis: Analysis, text: str, note: Finding | None) -> Measure:
    anchors = analysis.anchors_of(unit)
    return Measure(
        id=unit.id,
        marker=unit.marker or None,
        heading=unit.heading,
        span=assembly.span(unit.span),
        summary=text,
        origin=Origin.LLM,
        category=Category.OTHER,
        status=Status.PLANNED if unit.plan else Status.REPORTED,
        figures=tuple(assembly.figure(figure) for figure in anchors.figures if not figure.loose),
        dates=assembly.dates(anchors),
        documents=assembly.documents(anchors),
        findings=(note,) if note is not None else (),
    )
