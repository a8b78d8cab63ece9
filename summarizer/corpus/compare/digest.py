"""What of one report a comparison needs, so that the reports need not be held."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from summarizer import patterns as re
from summarizer.corpus.compare.records import Place, PlacedPoint, Value
from summarizer.facts.indicator import Indicators, places
from summarizer.models import Figure, Measure, Report, Section
from summarizer.vocabulary import FigureRole, Status

_BEFORE, _AFTER = 16, 6  # characters that say what a figure is of: a clause is about that long
_CLAUSE = re.compile("[，。；！？、：,;!?:\n]")
_SPACE = re.compile(r"\s+")
_FIRST = 40  # characters by which a sentence or passage is known again


@dataclass(frozen=True, slots=True)
class Passage:
    """The text of a unit, or of a sentence where only a stored summary is at hand."""

    place: Place
    text: str


@dataclass(frozen=True, slots=True)
class Counted:
    """A value with the indicator it belongs to."""

    indicator: str
    unit: str
    change: bool
    value: Value


@dataclass(frozen=True, slots=True)
class Digest:
    """A report's facts, values, sentences and passages; places hold `number`. `area` is the place
    that it is of, outermost first."""

    number: int
    name: str
    title: str | None
    issuer: str | None
    issued_on: str | None
    kind: str
    area: tuple[str, ...]
    counted: tuple[Counted, ...]
    told: tuple[PlacedPoint, ...]
    passages: tuple[Passage, ...]


def digest(report: Report, number: int) -> Digest:
    """What is compared of a report. Without the source's text (a stored report) the summary's
    sentences stand for its passages, and labels for the words around a figure."""
    source = report.source
    text = source.text if source.attached else ""
    return Digest(
        number=number,
        name=source.name,
        title=source.title,
        issuer=source.issuer,
        issued_on=source.issued_on,
        kind=source.kind or "",
        area=places(source.issuer, source.title),
        counted=tuple(_counted(report, number, text)),
        told=tuple(_told(report, number)),
        passages=tuple(_passages(report, number, text)),
    )


def _counted(report: Report, number: int, text: str) -> Iterator[Counted]:
    names = Indicators(report.source.issuer, report.source.title)
    for figure, unit, promised in _held(report):
        indicator = names.of(figure)
        if indicator is None or figure.role is FigureRole.RANK:
            continue
        place = Place(number, unit, figure.span.start, _words(text, figure))
        planned = promised or figure.role is FigureRole.TARGET
        planned = planned or _ahead(figure.period, report.source.issued_on)
        value = Value(place, figure.text, figure.value, figure.value_high, figure.period, planned)
        per = f"/{figure.per}" if figure.per else ""
        change = figure.role is FigureRole.CHANGE
        yield Counted(indicator, f"{figure.unit}{per}", change, value)


def _ahead(period: str | None, issued_on: str | None) -> bool:
    """Whether most of a figure's period lies after the day the report was issued: what is said of
    2019 in January 2019 is a plan, in November a result."""
    if not period or not issued_on:
        return False
    first, _, last = period.partition("/")
    try:
        days = [date.fromisoformat(day) for day in (first, last or first, issued_on[:10])]
    except ValueError:  # a stored report may hold any text
        return False
    return days[1] - days[2] > days[2] - days[0]


def renumbered(given: Digest, number: int) -> Digest:
    """The digest as that of report `number`."""

    def moved(place: Place) -> Place:
        return replace(place, report=number)

    return replace(
        given,
        number=number,
        counted=tuple(
            replace(one, value=replace(one.value, place=moved(one.value.place)))
            for one in given.counted
        ),
        told=tuple(replace(one, place=moved(one.place)) for one in given.told),
        passages=tuple(replace(one, place=moved(one.place)) for one in given.passages),
    )


def _held(report: Report) -> list[tuple[Figure, str, bool]]:
    """Each figure once, with the id of its innermost holder and whether that is a promise."""
    found: dict[int, tuple[Figure, str, bool]] = {}
    holders: list[Section | Measure] = [*report.walk(), *report.measures]
    for holder in holders:
        promised = isinstance(holder, Measure) and holder.status is Status.PLANNED
        for figure in holder.figures:
            found[figure.span.start] = (figure, holder.id, promised)
    for table in report.tables:
        for row in table.rows:
            for cell in row:
                if cell.figure is not None:
                    found.setdefault(cell.figure.span.start, (cell.figure, table.unit or "", False))
    return [found[start] for start in sorted(found)]


def _words(text: str, figure: Figure) -> str:
    if not text:
        return f"{figure.label or ''}{figure.text}"
    start, end = figure.span.start, figure.span.end
    *ended, before = _CLAUSE.split(text[max(0, start - _BEFORE) : start])
    after, *goes_on = _CLAUSE.split(text[end : end + _AFTER])
    told = _SPACE.sub("", before + text[start:end] + after)
    # A clause that begins or ends outside is told to do so.
    return f"{'' if ended or start < _BEFORE else '…'}{told}{'' if goes_on else '…'}"


def _told(report: Report, number: int) -> Iterator[PlacedPoint]:
    for measure in report.measures:
        for point in measure.points:
            words = _SPACE.sub("", point.text)[:_FIRST]
            place = Place(number, measure.id, point.span.start, words)
            yield PlacedPoint(place, point.text, point.status)


def _passages(report: Report, number: int, text: str) -> Iterator[Passage]:
    for measure in report.measures:
        if text:
            told = [(measure.span.start, text[measure.span.start : measure.span.end])]
        else:
            told = [(point.span.start, point.text) for point in measure.points]
        for start, passage in told:
            squeezed = _SPACE.sub("", passage)
            yield Passage(Place(number, measure.id, start, squeezed[:_FIRST]), squeezed)
