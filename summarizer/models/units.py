"""Measures, sections and the overview: what is said of the parts of a report."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, ClassVar

from pydantic import Field

from summarizer.models.figures import DateMention, DocumentTitle, Figure
from summarizer.models.findings import Finding
from summarizer.models.values import Record, Span
from summarizer.vocabulary import Category, Origin, Status, Verdict


class Point(Record):
    """A sentence about one thing, with its own status and the place in the source that it tells."""

    text: str = Field(description="the sentence")
    status: Status = Field(description="how far it has come")
    origin: Origin = Field(description="who wrote it")
    span: Span = Field(description="what it tells of the source")


class Rejected(Record):
    """A point that the source contradicts, as the model wrote it, and why it fell."""

    text: str = Field(description="the sentence")
    reason: str = Field(description="what contradicts it")


class Measure(Record):
    """A leaf of the outline: what was done, or is planned.

    `summary` is the texts of `points` joined. `extra` holds the fields of a user's own schema.
    """

    shown: ClassVar[tuple[str, ...]] = ("id", "heading", "status", "verdict", "summary")

    id: str = Field(description="dotted number in the outline, as 2.3.1")
    marker: str | None = Field(default=None, description="as printed, as 一是")
    heading: str | None = Field(default=None, description="without its marker")
    span: Span = Field(description="its place in the source")
    points: tuple[Point, ...] = ()
    summary: str
    origin: Origin = Field(description="who wrote it")
    category: Category = Field(description="what it is about")
    status: Status = Field(description="how far it has come")
    actors: tuple[str, ...] = Field(default=(), description="who acts, as printed")
    figures: tuple[Figure, ...] = Field(
        default=(), description="all of its quantities, from the source"
    )
    dates: tuple[DateMention, ...] = Field(
        default=(), description="all of its dates, from the source"
    )
    documents: tuple[DocumentTitle, ...] = Field(
        default=(), description="titles and numbers of documents, from the source"
    )
    extra: dict[str, Any] = Field(default_factory=dict)
    rejected: tuple[Rejected, ...] = Field(
        default=(), description="what a model wrote and the source contradicts"
    )
    verdict: Verdict = Field(default=Verdict.SUPPORTED, description="the worst of its findings")
    findings: tuple[Finding, ...] = Field(default=(), description="on the summary and the fields")


class Section(Record):
    """A unit that holds others, or a single measure of its own.

    `own` are its lead and what closes it: the paragraphs that belong to no child; `figures`,
    `dates` and `documents` are those of that text. Section `0` (level 0, no marker) is what
    stands before the first unit.
    """

    shown: ClassVar[tuple[str, ...]] = ("id", "heading", "headline", "sections", "measures")

    id: str = Field(description="dotted number in the outline, as 2.3.1")
    marker: str = Field(description="as printed, as （一）")
    level: int = Field(ge=0, description="depth in the outline, 0 for the parts")
    heading: str | None = Field(default=None, description="without its marker")
    headline: str = Field(default="", description="the section in a line of a terminal")
    problem: str | None = Field(default=None, description="that the heading names, as printed")
    span: Span = Field(description="its place in the source")
    own: tuple[Span, ...] = ()
    summary: str = Field(description="what the section says")
    origin: Origin = Field(description="who wrote the summary")
    figures: tuple[Figure, ...] = ()
    dates: tuple[DateMention, ...] = ()
    documents: tuple[DocumentTitle, ...] = ()
    findings: tuple[Finding, ...] = Field(default=(), description="on the summary")
    sections: tuple[Section, ...] = Field(default=(), description="those directly below")
    measures: tuple[Measure, ...] = Field(default=(), description="those directly below")

    def walk(self) -> Iterator[Section]:
        """This section and all below it, in reading order."""
        yield self
        for section in self.sections:
            yield from section.walk()


class KeyFigure(Record):
    """A figure by which the report will be quoted, with the id of its unit."""

    shown: ClassVar[tuple[str, ...]] = ("unit", "figure")

    unit: str = Field(description="id of the innermost unit that it stands in")
    figure: Figure = Field(description="as published in its unit")


class OpenItem(Record):
    """What is said to be unfinished, only promised, or still a problem."""

    shown: ClassVar[tuple[str, ...]] = ("unit", "status", "text")

    unit: str = Field(description="id of the unit that tells it")
    status: Status = Field(description="planned, under way or a problem")
    text: str = Field(description="as it is told")
    span: Span = Field(description="its place in the source")


class Overview(Record):
    """The report as a whole."""

    shown: ClassVar[tuple[str, ...]] = ("summary", "key_figures", "open")

    summary: str = Field(description="what the whole report says")
    origin: Origin = Field(description="who wrote the summary")
    key_figures: tuple[KeyFigure, ...] = Field(
        default=(), description="those by which the report will be quoted"
    )
    open: tuple[OpenItem, ...] = Field(
        default=(), description="what is unfinished, promised or a problem"
    )
    figures: tuple[Figure, ...] = Field(default=(), description="those that the summary speaks of")
    findings: tuple[Finding, ...] = Field(default=(), description="on the summary")
