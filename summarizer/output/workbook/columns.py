"""What the sheets of the workbook hold: the columns of each, and the rows that a report gives."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from summarizer.facts.indicator import Indicators
from summarizer.models import Measure, Report, Section
from summarizer.output import phrases, told
from summarizer.output.one_page import OnePage, one_page, progress_words
from summarizer.output.places import Places
from summarizer.output.wording import word
from summarizer.vocabulary import Bound, Lang, Status, label

Cell = str | int | float
Row = Sequence[Cell]

FACTS = ("name", "title", "issuer", "issued_on")
"""The columns of a workbook over many reports that say which one a row is of."""
_FEW = 2
"""Ids in a cell: as many as stand on one line of it."""
_MOST_TOLD = 6
"""Items of a list in the cell of a report among many: the sheets behind it have them all."""
_BOUNDS = {
    Bound.AT_LEAST: "≥",
    Bound.AT_MOST: "≤",
    Bound.MORE: ">",
    Bound.LESS: "<",
    Bound.ABOUT: "≈",
}


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: its name, its columns, the widest each may be (in characters), and its rows.

    The first `printed` columns go on paper: what is read, at a size that can be read. A sheet over
    many reports says first which one a row is of, and prints the first `printed_of_many`.
    """

    name: str
    columns: tuple[tuple[str, int], ...]
    rows: Callable[[Report, Lang], Iterator[Row]]
    printed: int
    printed_of_many: int


def facts(report: Report) -> tuple[str, str, str, str]:
    """The cells of `FACTS`."""
    source = report.source
    return source.name, source.title or "", source.issuer or "", source.issued_on or ""


def _page(report: Report, lang: Lang) -> Iterator[Row]:
    """The one page as item, unit, content."""
    page = one_page(report, lang)
    yield from ((word(term, lang), "", told) for term, told in _facts(page, lang))
    lists = (
        ("key_figures", page.key_figures),
        ("still_open", page.open),
        ("look_at", page.look),
        ("sections", page.sections),
    )
    for term, lines in lists:
        for line in lines:
            tone = (
                f"{label(line.tone, lang)}{word(': ', lang)}" if line.tone in list(Status) else ""
            )
            units = [unit for unit in line.units if unit]
            told = tone + line.text
            if len(units) > _FEW:  # a narrow cell of twenty ids would be as high as the page
                told += word("()", lang).format(word(", ", lang).join(units))
            yield word(term, lang), _ids(units, lang), told


def _ids(units: Sequence[str], lang: Lang) -> str:
    return word(", ", lang).join(units[:_FEW]) + ("…" if len(units) > _FEW else "")


def _facts(page: OnePage, lang: Lang) -> Iterator[tuple[str, str]]:
    yield "title", page.title
    yield from (("source", fact) for fact in page.facts)
    yield "overview", page.overview
    yield "progress", " · ".join(progress_words(page, lang))
    yield "verdict", page.checks
    yield "made_by", page.accounting


def _reports(report: Report, lang: Lang) -> Iterator[Row]:
    """A report on one row."""
    page = one_page(report, lang)
    yield (
        report.source.characters,
        page.overview,
        "\n".join(f"{' '.join(line.units)} {line.text}" for line in page.key_figures),
        "\n".join(progress_words(page, lang)),
        _told([f"{' '.join(line.units)} {line.text}" for line in page.open], lang),
        _told([line.text for line in page.look if line.tone != "note"], lang),
        page.checks,
    )


def _told(items: Sequence[str], lang: Lang) -> str:
    left = len(items) - _MOST_TOLD
    more = [word("more_items", lang).format(n=left)] if left > 0 else []
    return "\n".join([*items[:_MOST_TOLD], *more])


def _measures(report: Report, lang: Lang) -> Iterator[Row]:
    places = Places(report, lang)
    joint = word("; ", lang)
    for path, measure in phrases.walk(report.sections):
        points = told.told_points(measure, report.run.engine)
        yield (
            measure.id,
            phrases.name(path[-1].marker, path[-1].heading, path[-1].id),
            phrases.name(measure.marker, measure.heading, ""),
            "\n".join(_point(point, lang) for point in points),
            label(measure.status, lang),
            joint.join(phrases.figures(measure.figures, lang)),
            joint.join(phrases.documents(measure.documents)),
            joint.join(phrases.date(item) for item in measure.dates),
            label(measure.category, lang),
            joint.join(measure.actors),
            phrases.problem_of(path) or "",
            label(measure.verdict, lang),
            "\n".join(places.finding(f) for f in told.doubts(measure.findings)),
            "\n".join(f"{r.text}{word('()', lang).format(r.reason)}" for r in measure.rejected),
            joint.join(phrases.own_fields(measure)),
            phrases.written_by(measure, report, lang),
            places.source[measure.span.start : measure.span.end],
        )


def _point(point: told.ToldPoint, lang: Lang) -> str:
    tags = [] if point.point.status is Status.REPORTED else [label(point.point.status, lang)]
    tags += [word("extract", lang)] if point.foreign else []
    tail = f"〔{word(', ', lang).join(tags)}〕" if tags else ""
    return phrases.clean(point.point.text) + tail


def _figures(report: Report, lang: Lang) -> Iterator[Row]:
    places = Places(report, lang)
    names = Indicators(report.source.issuer, report.source.title)
    for unit, status, figure in told.all_figures(report):
        yield (
            unit,
            figure.label or "",
            figure.text,
            float(figure.value),
            figure.unit,
            phrases.when_of(figure, lang),
            label(status, lang) if status is not None else "",
            places.words(figure.span, 40) if places.source else "",
            names.of(figure) or "",
            float(figure.value_high) if figure.value_high is not None else "",
            figure.per or "",
            figure.comparator or "",
            word(figure.direction, lang) if figure.direction else "",
            label(figure.role, lang),
            _BOUNDS.get(figure.bound, "") or figure.qualifier or "",
        )


def _documents(report: Report, lang: Lang) -> Iterator[Row]:
    """Each title once, with every unit that names it."""
    held: dict[str, list[str]] = {}
    holders: list[Measure | Section] = [*report.walk(), *report.measures]
    for holder in holders:
        for item in holder.documents:
            held.setdefault("".join(item.title.split()), []).append(holder.id)
    for title, units in held.items():
        yield title, word(", ", lang).join(dict.fromkeys(units)), len(units)


def _checks(report: Report, lang: Lang) -> Iterator[Row]:
    """What is said of the summary, then of the source by itself, then what no summary mentions."""
    places = Places(report, lang)
    for unit, finding in phrases.all_findings(report):
        near = finding.nearest
        yield (
            unit or word("overview", lang),
            phrases.verdict_of(finding, lang),
            label(finding.severity, lang),
            finding.claim,
            places.finding(finding),
            near.text if near is not None else "",
            places.unit_at(near.span.start) if near is not None else "",
        )
    for note in report.audit:
        units = dict.fromkeys(filter(None, (places.unit_at(span.start) for span in note.spans)))
        yield (
            "", word("audit", lang), label(note.severity, lang), "", places.observation(note),
            "\n".join(places.words(span) for span in note.spans) if places.source else "",
            word(", ", lang).join(units),
        )  # fmt: skip
    for item in report.verification.omitted:
        yield item.unit, word("omitted", lang), "", "", item.label or "", item.text, item.unit


MEASURES = Sheet(
    "measures_sheet",
    (
        *(("id", 11), ("path", 22), ("heading", 14), ("measure", 60), ("status", 9)),
        *(("figures", 33), ("documents", 34), ("dates", 40), ("category", 12), ("actors", 30)),
        *(("problem", 60), ("verdict", 11), ("findings", 60), ("rejected_points", 60)),
        *(("fields", 40), ("origin", 8), ("text", 40)),
    ),
    _measures,
    printed=6,
    printed_of_many=5,
)
FIGURES = Sheet(
    "figures_sheet",
    (
        *(("id", 11), ("label", 24), ("figure", 14), ("value", 13), ("unit_name", 8)),
        *(("period", 20), ("status", 9), ("sentence", 50), ("indicator", 20)),
        *(("value_high", 12), ("per", 6), ("comparator", 10), ("direction", 6)),
        *(("role", 8), ("bound", 8)),
    ),
    _figures,
    printed=8,
    printed_of_many=6,
)
DOCUMENTS = Sheet(
    "documents_sheet",
    (("document", 80), ("where", 30), ("count", 8)),
    _documents,
    printed=3,
    printed_of_many=2,
)
CHECKS = Sheet(
    "checks_sheet",
    (
        *(("id", 11), ("verdict", 22), ("severity", 8), ("claim", 22), ("reason", 46)),
        *(("nearest", 28), ("where", 12)),
    ),
    _checks,
    printed=7,
    printed_of_many=5,
)
PAGE = Sheet(
    "page_sheet",
    (("item", 12), ("id", 22), ("content", 110)),
    _page,
    printed=3,
    printed_of_many=3,
)
REPORTS = Sheet(
    "page_sheet",
    (
        *(("characters_of", 9), ("overview", 50), ("key_figures", 40), ("progress", 18)),
        *(("still_open", 60), ("look_at", 60), ("findings", 40)),
    ),
    _reports,
    printed=4,
    printed_of_many=4,
)
OF_ONE = (PAGE, MEASURES, FIGURES, DOCUMENTS, CHECKS)
OF_MANY = (REPORTS, MEASURES, FIGURES, DOCUMENTS, CHECKS)
