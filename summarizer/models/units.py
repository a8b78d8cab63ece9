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

    text: str
    status: Status
    origin: Origin
    span: Span


class Rejected(Record):
    """A point that the source contradicts, as the model wrote it, and why it fell."""

    text: str
    reason: str


class Measure(Record):
    """A leaf of the outline: what was done, or is planned.

    `summary` is the texts of `points` joined. `extra` holds the fields of a user's own schema.
    """

    shown: ClassVar[tuple[str, ...]] = ("id", "heading", "status", "verdict", "summary")

    id: str
    marker: str | None = None
    heading: str | None = None
    span: Span
    points: tuple[Point, ...] = ()
    summary: str
    origin: Origin
    category: Category
    status: Status
    actors: tuple[str, ...] = ()
    figures: tuple[Figure, ...] = ()
    dates: tuple[DateMention, ...] = ()
    documents: tuple[DocumentTitle, ...] = ()
    extra: dict[str, Any] = Field(default_factory=dict)
    rejected: tuple[Rejected, ...] = ()
    verdict: Verdict = Verdict.SUPPORTED
    findings: tuple[Finding, ...] = ()


class Section(Record):
    """A unit that holds others, or a single measure of its own.

    `own` are its lead and what closes it: the paragraphs that belong to no child; `figures`,
    `dates` and `documents` are those of that text. Section `0` (level 0, no marker) is what
    stands before the first unit.
    """

    shown: ClassVar[tuple[str, ...]] = ("id", "heading", "headline", "sections", "measures")

    id: str
    marker: str
    level: int = Field(ge=0)
    heading: str | None = None
    headline: str = ""
    problem: str | None = None
    span: Span
    own: tuple[Span, ...] = ()
    summary: str
    origin: Origin
    figures: tuple[Figure, ...] = ()
    dates: tuple[DateMention, ...] = ()
    documents: tuple[DocumentTitle, ...] = ()
    findings: tuple[Finding, ...] = ()
    sections: tuple[Section, ...] = ()
    measures: tuple[Measure, ...] = ()

    def walk(self) -> Iterator[Section]:
        """This section and all below it, in reading order."""
        yield self
        for section in self.sections:
            yield from section.walk()


class KeyFigure(Record):
    """A figure by which the report will be quoted, with the id of its unit."""

    shown: ClassVar[tuple[str, ...]] = ("unit", "figure")

    unit: str
    figure: Figure


class OpenItem(Record):
    """What is said to be unfinished, only promised, or still a problem."""

    shown: ClassVar[tuple[str, ...]] = ("unit", "status", "text")

    unit: str
    status: Status
    text: str
    span: Span


class Overview(Record):
    """The report as a whole."""

    shown: ClassVar[tuple[str, ...]] = ("summary", "key_figures", "open")

    summary: str
    origin: Origin
    key_figures: tuple[KeyFigure, ...] = ()
    open: tuple[OpenItem, ...] = ()
    figures: tuple[Figure, ...] = ()
    findings: tuple[Finding, ...] = ()
