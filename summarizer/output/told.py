"""What a printed form tells of a measure: its points, each with the anchors that it tells.

An anchor of the source is told by a point where the point's text has an equal one (2235万元 and
0.2235亿元 are equal); of several equal ones the first within the point's place is meant.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from summarizer import patterns as re
from summarizer.anchors import anchors_of_text
from summarizer.models import (
    DateMention,
    DocumentTitle,
    Figure,
    Finding,
    Measure,
    Point,
    Report,
    Section,
    Span,
)
from summarizer.spans import Range
from summarizer.vocabulary import Origin, Severity, Status, Verdict

Anchor = Figure | DateMention | DocumentTitle
_SENTENCE = re.compile("[^。！？]*(?:[。！？][”」』）]?|$)")
AnchorT = TypeVar("AnchorT", Figure, DateMention, DocumentTitle)


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of a text (half-open, in the text) that tells an anchor of the source."""

    start: int
    end: int
    anchor: Anchor


@dataclass(frozen=True, slots=True)
class ToldPoint:
    """A point, where its text begins in the summary, and the anchors of the source that it tells.

    `foreign` is true where another than the run's engine wrote it: such a point is marked.
    """

    point: Point
    offset: int
    marks: tuple[Mark, ...]
    foreign: bool


def told_points(measure: Measure, engine: str) -> tuple[ToldPoint, ...]:
    """The points of a measure; its summary as one where they do not join to it."""
    points = measure.points
    if "".join(point.text for point in points) != measure.summary:
        points = (
            Point(
                text=measure.summary,
                status=measure.status,
                origin=measure.origin,
                span=measure.span,
            ),
        )
    told, offset = [], 0
    for point in points:
        told.append(
            ToldPoint(
                point, offset, marks(point.text, measure, point.span), is_foreign(point, engine)
            )
        )
        offset += len(point.text)
    return tuple(told)


def is_foreign(item: Point | Measure | Section, engine: str) -> bool:
    """Whether a model's run fell back on the source's own words here."""
    return engine == Origin.LLM and item.origin is Origin.EXTRACTIVE


def marks(text: str, holder: Measure | Section, place: Span | None = None) -> tuple[Mark, ...]:
    """The anchors of `holder` that `text` tells, in the order of the text, none overlapping."""
    if not text:
        return ()
    stated = anchors_of_text(text)
    found: list[Mark] = []
    _match(
        [(a.span, (a.value, a.high, a.unit, a.kind)) for a in stated.figures],
        [(f, _worth(f)) for f in holder.figures],
        place,
        found,
    )
    _match(
        [(a.span, _title(a.text)) for a in stated.titles]
        + [(a.span, _title(a.text)) for a in stated.document_numbers],
        [(d, _title(d.title)) for d in holder.documents],
        place,
        found,
    )
    _match(
        [(a.span, (a.first, a.last)) for a in stated.dates if a.first],
        [(d, (d.start, d.end)) for d in holder.dates],
        place,
        found,
    )
    found.sort(key=lambda mark: (mark.start, -mark.end))
    apart: list[Mark] = []
    for mark in found:
        if not apart or mark.start >= apart[-1].end:
            apart.append(mark)
    return tuple(apart)


def section_marks(section: Section) -> tuple[Mark, ...]:
    """The anchors that a section's summary tells, each at the place that its sentence is about.

    A sentence that a measure below tells is marked as there. In any other an anchor of the
    section's own text is meant only where no measure below has an equal one: 15% of the lead and
    15% of the third measure are two things, and nobody says which is told.
    """
    below = [measure for held in section.walk() for measure in held.measures]
    told: dict[str, list[tuple[Measure, Point]]] = {}
    for measure in below:
        for point in measure.points:
            told.setdefault(point.text, []).append((measure, point))
    others = {_worth(figure) for measure in below for figure in measure.figures}
    own = section.model_copy(
        update={"figures": tuple(f for f in section.figures if _worth(f) not in others)}
    )
    found: list[Mark] = []
    for sentence in _SENTENCE.finditer(section.summary):
        known = told.get(sentence[0], ())
        if len(known) == 1:
            measure, point = known[0]
            inside = marks(sentence[0], measure, point.span)
        else:
            inside = marks(sentence[0], own)
        found += [
            Mark(sentence.start() + mark.start, sentence.start() + mark.end, mark.anchor)
            for mark in inside
        ]
    return tuple(found)


def _worth(figure: Figure) -> Hashable:
    return figure.value, figure.value_high, figure.unit, figure.kind


def _title(text: str) -> str:
    return "".join(text.split())


def _match(
    stated: Iterable[tuple[Range, Hashable]],
    anchors: Sequence[tuple[AnchorT, Hashable]],
    place: Span | None,
    found: list[Mark],
) -> None:
    used: set[int] = set()
    for span, key in stated:
        equal = [at for at, (_, other) in enumerate(anchors) if other == key]
        fresh = [at for at in equal if at not in used] or equal
        inside = [at for at in fresh if place is None or _holds(place, anchors[at][0].span)]
        if chosen := (inside or fresh):
            used.add(chosen[0])
            found.append(Mark(span.start, span.end, anchors[chosen[0]][0]))


def _holds(place: Span, span: Span) -> bool:
    return place.start <= span.start and span.end <= place.end


def untold_documents(measure: Measure, points: Iterable[ToldPoint]) -> list[DocumentTitle]:
    """The documents whose whole title no point gives, each title once."""
    told = {
        _title(mark.anchor.title)
        for point in points
        for mark in point.marks
        if isinstance(mark.anchor, DocumentTitle)
    }
    by_title = {_title(item.title): item for item in reversed(measure.documents)}
    return [by_title[key] for key in reversed(by_title) if key not in told]


def notes(findings: Iterable[Finding]) -> list[Finding]:
    """What an engine says of its own text: a refusal, a fall-back; no fault of the text."""
    return [
        item
        for item in findings
        if item.verdict is Verdict.SUPPORTED and item.severity is not Severity.NOTE
    ]


def doubts(findings: Iterable[Finding]) -> list[Finding]:
    """The findings that a reader must see beside the text: all that are not supported."""
    return [item for item in findings if item.verdict is not Verdict.SUPPORTED]


def repeats_child(section: Section) -> bool:
    """Whether a section's summary would tell its only measure twice."""
    return len(section.measures) == 1 and section.measures[0].id == section.id


def said_only_above(section: Section) -> str:
    """A section's summary without the sentences that its heading or measures tell, word for word.

    As well without its headline, of which its heading and its measures tell the two halves.
    """
    summaries = [m.summary for held in section.walk() for m in held.measures]
    told_beside = "\n".join((section.heading or "", *summaries))
    kept = section.summary
    for sentence in dict.fromkeys(_SENTENCE.findall(section.summary)):
        said = sentence.rstrip("。")
        result = said.rpartition("：")[2] if said == section.headline else said
        if result and result in told_beside:
            kept = kept.replace(sentence, "")
    return kept


def inside(section: Section) -> list[Measure | Section]:
    """What a section holds, in reading order."""
    held: list[Measure | Section] = [*section.measures, *section.sections]
    return sorted(held, key=lambda item: item.span.start)


def all_figures(report: Report) -> Iterator[tuple[str, Status | None, Figure]]:
    """Every figure with its unit and the unit's status, in the order of the source, each once."""
    held: list[tuple[str, Status | None, Figure]] = []
    for measure in report.measures:
        held += [(measure.id, measure.status, figure) for figure in measure.figures]
    for section in report.walk():
        held += [(section.id, None, figure) for figure in section.figures]
    seen: set[tuple[int, int]] = set()
    for row in sorted(held, key=lambda row: row[2].span.start):
        key = (row[2].span.start, row[2].span.end)
        if key not in seen:
            seen.add(key)
            yield row
