"""One row a measure, as people keep a ledger (台账); shared by the tables."""

from __future__ import annotations

from collections.abc import Iterator

from summarizer.models import Report
from summarizer.output import phrases, told
from summarizer.output.places import Places
from summarizer.output.wording import word
from summarizer.vocabulary import Lang, label

Cell = str | int

COLUMNS = (
    "name",
    "title",
    "issuer",
    "issued_on",
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
    "fields",
    "verdict",
    "findings",
    "rejected_points",
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
    places = Places(report, lang)
    joint = word("; ", lang)
    source = report.source
    facts = [source.name, source.title or "", source.issuer or "", source.issued_on or ""]
    for path, measure in phrases.walk(report.sections):
        findings = [
            f"{phrases.verdict_of(item, lang)}{word(': ', lang)}"
            f"{phrases.claimed(item, places.finding(item))}"
            for item in told.doubts(measure.findings)
        ]
        findings += [places.finding(item) for item in told.notes(measure.findings)]
        yield [
            *facts,
            measure.id,
            " / ".join(phrases.name(s.marker, s.heading, s.id) for s in path),
            measure.marker or "",
            measure.heading or "",
            phrases.problem_of(path) or "",
            measure.summary,
            label(measure.status, lang),
            label(measure.category, lang),
            joint.join(measure.actors),
            joint.join(phrases.figures(measure.figures, lang)),
            joint.join(phrases.date(item) for item in measure.dates),
            joint.join(phrases.documents(measure.documents)),
            joint.join(phrases.own_fields(measure)),
            label(measure.verdict, lang),
            joint.join(findings),
            joint.join(
                f"{item.text}{word('()', lang).format(item.reason)}" for item in measure.rejected
            ),
            phrases.written_by(measure, report, lang),
            measure.span.start,
            measure.span.end,
            places.source[measure.span.start : measure.span.end],
        ]
