"""One row a measure, as people keep a ledger (台账); shared by the tables."""

from __future__ import annotations

from collections.abc import Iterator

from summarizer.models import Report
from summarizer.output import phrases
from summarizer.output.wording import word
from summarizer.vocabulary import Lang, Verdict, label

Cell = str | int

COLUMNS = (
    "source",
    "id",
    "path",
    "marker",
    "heading",
    "problem",
    "measure",
    "status",
    "category",
    "actors",
    "figures",
    "dates",
    "documents",
    "verdict",
    "findings",
    "origin",
    "start",
    "end",
    "text",
)


def header(lang: Lang) -> list[str]:
    """The names of the columns."""
    return [word(column, lang) for column in COLUMNS]


def rows(report: Report, lang: Lang) -> Iterator[list[Cell]]:
    """One row a measure in reading order; the source text is empty where it is not attached."""
    source = report.source.text
    joint = word("; ", lang)
    for path, measure in phrases.walk(report.sections):
        told = [item for item in measure.findings if item.verdict is not Verdict.SUPPORTED]
        yield [
            report.source.name,
            measure.id,
            " / ".join(phrases.name(s.marker, s.heading, s.id) for s in path),
            measure.marker or "",
            measure.heading or "",
            phrases.problem_of(path) or "",
            measure.summary,
            label(measure.status, lang),
            label(measure.category, lang),
            joint.join(measure.actors),
            joint.join(phrases.figures(measure.figures, source)),
            joint.join(phrases.date(item) for item in measure.dates),
            joint.join(phrases.documents(measure.documents)),
            label(measure.verdict, lang),
            joint.join(phrases.finding(item, lang) for item in told),
            label(measure.origin, lang),
            measure.span.start,
            measure.span.end,
            source[measure.span.start : measure.span.end],
        ]
