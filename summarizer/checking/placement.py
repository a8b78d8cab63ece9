"""Whether every measure of the source is told once, in its place, and no other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from summarizer import patterns as re
from summarizer.checking.equality import flat
from summarizer.checking.findings import Fault, Grade, Near
from summarizer.checking.index import SourceIndex
from summarizer.checking.margins import BARELY, NEARLY_WHOLE, RETOLD
from summarizer.facts.words import pairs
from summarizer.models import Measure, Report
from summarizer.reading.outline.records import Unit
from summarizer.reading.writing import simplified
from summarizer.spans import Range

_LISTED = 12  # names in one finding
_SHORTEST = 4  # letter pairs
_MARKS = ",:;.。"  # around what is told: its end there may be the middle of a list here
_SENTENCE = re.compile("[^。；;！!？?\n]+")


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
        text = flat(simplified(measure.summary)).strip(_MARKS)
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
    shares = _shares(simplified(measure.summary), unit, index)
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
    known: frozenset[str] | None = None
    for match in _SENTENCE.finditer(text):
        words = pairs(match[0])
        if len(words) < _SHORTEST:
            continue
        if scope.tells(flat(match[0]).strip(_MARKS)):
            home += 1
            continue
        if known is None:
            known = _pairs_of(unit, index) | _pairs_above(unit, index)
        if index.weights.share(words, known) >= RETOLD:
            home += 1
            continue
        best = next(iter(index.nearest_clauses(words, most=1)), None)
        other = index.unit_at(best[1].span.start) if best is not None else None
        held = index.weights.share(words, _pairs_of(other, index)) if other is not None else 0.0
        if index.weights.share(words, index.aside.cells) >= RETOLD:
            home += 1  # a row belongs to whichever unit speaks of its table
        elif best is None or best[0] < BARELY:
            nowhere += 1
        elif held >= NEARLY_WHOLE and other is not None and other.is_leaf and other is not unit:
            away.append(other)
        else:
            home += 1
    return _Shares(home, tuple(away), nowhere)


def _pairs_of(unit: Unit, index: SourceIndex) -> frozenset[str]:
    """All letter pairs of a unit."""
    return frozenset().union(*(clause.pairs for clause in index.scope(unit).clauses))


def _pairs_above(unit: Unit, index: SourceIndex) -> frozenset[str]:
    """All letter pairs of what opens the list that a unit is an item of: its words complete it."""
    above = index.parents.get(unit.id)
    spans = (above.heading_span or above.marker_span, *above.own) if above is not None else ()
    return frozenset().union(*(pairs(index.document.normalised(span)) for span in spans))


def _fault(kind: str, measure: Measure, unit: str) -> Fault:
    grade = Grade.WRONG if kind == "invented" else Grade.ASTRAY
    return Fault(kind, grade, measure.summary or measure.id, kind, None, None, {"unit": unit})


def unplaced(report: Report, index: SourceIndex) -> tuple[Fault, ...]:
    """The measures of the source that the report leaves out, or tells with no word."""
    told = {measure.id for measure in report.measures if measure.summary.strip()}
    empty = {measure.id for measure in report.measures} - told
    return tuple(
        _omitted(unit, index)
        for unit in index.analysis.outline.leaves()
        if unit.id not in told and not (unit.id in empty and _is_bare(unit, index))
    )


def left_out(report: Report, index: SourceIndex) -> tuple[Fault, ...]:
    """One note of the leaves that a summary of somebody's own, which owes none, leaves out."""
    told = {measure.id for measure in report.measures if measure.summary.strip()}
    left = [unit.id for unit in index.analysis.outline.leaves() if unit.id not in told]
    if not left:
        return ()
    names = "、".join(left[:_LISTED]) + ("…" if left[_LISTED:] else "")
    details = {"count": str(len(left))}
    return (Fault("omitted", Grade.FINE, names, "omitted_many", None, None, details),)


def _is_bare(unit: Unit, index: SourceIndex) -> bool:
    """True for a unit that has nothing but its marker to tell."""
    return not (unit.heading or index.printed(unit.text_span).strip())


def _omitted(unit: Unit, index: SourceIndex) -> Fault:
    name = f"{unit.id} {unit.heading or unit.marker}"
    near = Near(index.printed(unit.marker_span), Range(*unit.marker_span))
    return Fault("omitted", Grade.ASTRAY, name, "omitted", None, near)
