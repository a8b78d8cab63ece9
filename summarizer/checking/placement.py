"""Whether every measure of the source is told once, in its place, and no other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from summarizer.anchors import anchors_of_text
from summarizer.checking.context import Fault, Grade, Near
from summarizer.checking.equality import bare_amount, flat, title_key
from summarizer.checking.index import SourceIndex
from summarizer.checking.textual import bigrams, sentences
from summarizer.models import Measure, Report
from summarizer.reading.outline.records import Unit
from summarizer.spans import Range

EXTERNAL = "external"
"""The engine of a report read from somebody's own summary."""

_HOME = 0.45  # a sentence with less of its words in its unit may belong elsewhere
_AWAY = 0.7  # and does where another unit has this much of them
_NOWHERE = 0.25
_LISTED = 12


@dataclass(frozen=True, slots=True)
class _Shares:
    """Sentences of a summary at home in its unit, in other units, and nowhere."""

    home: int
    away: tuple[Unit, ...]
    nowhere: int


def placement_faults(
    measures: Sequence[Measure], index: SourceIndex
) -> dict[int, tuple[Fault, ...]]:
    """By the measure's place in reading order: duplicated, merged, invented."""
    found: dict[int, tuple[Fault, ...]] = {}
    ids: dict[str, int] = {}
    texts: dict[str, str] = {}
    told = {measure.id for measure in measures if measure.summary.strip()}
    for place, measure in enumerate(measures):
        unit = index.by_id.get(measure.id)
        text = flat(measure.summary)
        fault = None
        if measure.id in ids:
            fault = _fault("duplicated", measure, measure.id)
        elif unit is None or not _fits(measure, unit):
            fault = _fault("invented", measure, measure.id)
        elif len(text) > 8 and text in texts and text not in index.scope(unit).own_flat:
            fault = _fault("duplicated", measure, texts[text])
        else:
            fault = _strayed(measure, unit, index, told)
        ids.setdefault(measure.id, place)
        texts.setdefault(text, measure.id)
        if fault is not None:
            found[place] = (fault,)
    return found


def _fits(measure: Measure, unit: Unit) -> bool:
    span = Range(measure.span.start, measure.span.end)
    return unit.is_leaf and span.start < unit.span.end and unit.span.start < span.end


def _strayed(measure: Measure, unit: Unit, index: SourceIndex, told: set[str]) -> Fault | None:
    shares = _shares(measure.summary, unit, index)
    if shares.away and shares.home:
        return _fault("merged", measure, shares.away[0].id)
    if shares.away:
        other = shares.away[0].id
        return _fault("duplicated" if other in told else "merged", measure, other)
    if shares.nowhere and not shares.home:
        return _fault("invented", measure, measure.id)
    return None


def _shares(text: str, unit: Unit, index: SourceIndex) -> _Shares:
    home, nowhere = 0, 0
    away: list[Unit] = []
    scope = index.scope(unit)
    for span in sentences(text):
        words = text[span.start : span.end]
        pairs = bigrams(words)
        if len(pairs) < 4:
            continue
        if scope.tells(flat(words).strip(",:.")) or _share(pairs, unit.span, index) >= _HOME:
            home += 1
            continue
        best = index.nearest_sentence(pairs, index.scope(None).span)
        other = index.unit_at(best[0].span.start) if best is not None else None
        if best is None or best[1] < _NOWHERE:
            nowhere += 1
        elif best[1] >= _AWAY and other is not None and other.is_leaf and other is not unit:
            away.append(other)
        else:
            home += 1
    return _Shares(home, tuple(away), nowhere)


def _share(pairs: frozenset[str], span: Range, index: SourceIndex) -> float:
    """The share of `pairs` that stand anywhere in a range of the source."""
    return len(pairs & index.pairs_in(span)) / len(pairs)


def _fault(kind: str, measure: Measure, unit: str) -> Fault:
    grade = Grade.WRONG if kind == "invented" else Grade.ASTRAY
    return Fault(kind, grade, measure.summary or measure.id, kind, -1, None, {"unit": unit})


def unplaced(report: Report, index: SourceIndex) -> tuple[Fault, ...]:
    """The measures of the source that the report leaves out, or tells with no word.

    One finding each, or a single one for a summary of somebody's own, which owes no measure; of
    such a summary also the lines that fit no unit and whose facts the report has not.
    """
    told = {measure.id for measure in report.measures if measure.summary.strip()}
    empty = {measure.id for measure in report.measures} - told
    left = [
        unit
        for unit in index.analysis.outline.leaves()
        if unit.id not in told and not (unit.id in empty and _is_bare(unit, index))
    ]
    if report.run.engine != EXTERNAL:
        return tuple(_omitted(unit, index) for unit in left)
    lines = report.overview.summary.split("\n")
    strange = tuple(
        Fault("invented", Grade.DOUBTFUL, line, "invented", -1)
        for line in lines
        if _is_strange(line, index)
    )
    if not (report.sections or strange) and not _has_anchors(report.overview.summary):
        claim = lines[0]
        strange = (Fault("unplaced", Grade.DOUBTFUL, claim, "unplaced", -1),)
    if left:
        names = "、".join(unit.id for unit in left[:_LISTED]) + ("…" if left[_LISTED:] else "")
        details = {"count": str(len(left))}
        strange += (Fault("omitted", Grade.FINE, names, "omitted_many", -1, None, details),)
    return strange


def _is_bare(unit: Unit, index: SourceIndex) -> bool:
    """True for a unit that has nothing but its marker to tell."""
    return not (unit.heading or index.printed(unit.text_span).strip())


def _omitted(unit: Unit, index: SourceIndex) -> Fault:
    name = f"{unit.id} {unit.heading or unit.marker}"
    near = Near(index.printed(unit.marker_span), Range(*unit.marker_span))
    return Fault("omitted", Grade.ASTRAY, name, "omitted", -1, near)


def _has_anchors(text: str) -> bool:
    """True where a text states anything that the source can be asked for."""
    said = anchors_of_text(text)
    return bool(said.figures or said.dates or said.titles or said.document_numbers)


def _is_strange(text: str, index: SourceIndex) -> bool:
    """True where a block states figures or titles, and the report has none of them."""
    said = anchors_of_text(text)
    figures = [figure for figure in said.figures if not figure.loose]
    if not figures and not said.titles:
        return False
    return not any(
        bare_amount(figure) in index.figures_by_amount for figure in figures
    ) and not any(title_key(title.text) in index.titles_by_key for title in said.titles)
