"""A summary written by anybody, located in the outline of its source, as a Report to check.

A block is placed by the dotted id it prints, by the heading it repeats, or by the unit that holds
most of its words and anchors; every place found so is told in a note. What fits no unit is kept
for the overview, where it is checked against the whole report.
"""

from __future__ import annotations

from collections.abc import Mapping

from summarizer import assembly
from summarizer.analysis import Analysis
from summarizer.anchors import anchors_of_text
from summarizer.checking.context import Fault, Grade
from summarizer.checking.foreign_markup import blocks_of
from summarizer.checking.index import SourceIndex
from summarizer.checking.locating import locate
from summarizer.checking.placement import EXTERNAL
from summarizer.checking.statement import render
from summarizer.models import (
    Finding,
    Measure,
    Overview,
    Report,
    Run,
    Section,
    UnitsByOrigin,
    Verification,
)
from summarizer.reading.outline.records import Unit
from summarizer.vocabulary import Category, Lang, Origin, Status


def read_summary(text: str, analysis: Analysis, lang: Lang = "zh") -> Report:
    """The report that a foreign summary amounts to, ready for `check_report`.

    Its measures are the located leaves, its sections the frame around them: unlike a report of
    ours it has no measure for a leaf that the summary does not speak of. Its author is unknown:
    `origin` is `extractive`, which says only that no model was asked for it here, and
    `run.engine` is `external`. When the run began is the caller's to say. Deterministic; never
    raises on any text.
    """
    index = SourceIndex(analysis)
    placed = locate(blocks_of(text), index)
    texts: dict[str, list[str]] = {}
    ways: dict[str, str] = {}
    loose: list[str] = []
    for item in placed:
        if item.unit is None:
            if not item.heading or anchors_of_text(item.text).figures:
                loose.append(item.text)
            continue
        if not item.heading:
            texts.setdefault(item.unit.id, []).append(item.text)
        ways.setdefault(item.unit.id, item.way)
    notes = {
        unit_id: render(_located(unit_id, ways[unit_id], lang), lang)
        for unit_id in texts
        if unit_id in ways
    }
    written = {unit_id: "\n".join(parts) for unit_id, parts in texts.items()}
    sections = tuple(
        section
        for unit in analysis.outline.units
        if (section := _section(unit, analysis, written, notes)) is not None
    )
    count = sum(len(section.measures) for top in sections for section in top.walk())
    return Report(
        source=assembly.source(analysis.document),
        overview=Overview(summary="\n".join(loose), origin=Origin.EXTRACTIVE),
        sections=sections,
        verification=Verification(),
        run=Run(
            engine=EXTERNAL,
            started_at="",
            seconds=0.0,
            units=UnitsByOrigin(extractive=count),
        ),
    )


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
        origin=Origin.EXTRACTIVE,
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
        origin=Origin.EXTRACTIVE,
        category=Category.OTHER,
        status=Status.PLANNED if unit.plan else Status.REPORTED,
        figures=tuple(assembly.figure(figure) for figure in anchors.figures if not figure.loose),
        dates=assembly.dates(anchors),
        documents=assembly.documents(anchors),
        findings=(note,) if note is not None else (),
    )
