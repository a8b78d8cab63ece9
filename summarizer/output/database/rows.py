"""What a report puts into each table: rows in JSON's own types (decimals and dates as strings)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from itertools import count
from typing import Any

from summarizer import patterns as re
from summarizer.facts.indicator import Indicators, places
from summarizer.models import Figure, Finding, Inspection, Measure, Report, Section, Span
from summarizer.output.frame import storable

Row = dict[str, Any]

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def rows_of(report: Report, number: int) -> dict[str, list[Row]]:
    """The rows of a report by table, in reading order; `number` is its key."""
    found = {
        "reports": [_report(report)],
        "sections": list(_sections(report.sections, None)),
        "measures": list(_measures(report)),
        "points": list(_points(report)),
        "figures": list(_figures(report)),
        "dates": list(_dates(report)),
        "documents": list(_documents(report)),
        "findings": list(_findings(report)),
        "open_items": list(_open_items(report)),
        "tables": list(_tables(report)),
        "cells": list(_cells(report)),
    }
    return {name: [{"report": number, **row} for row in rows] for name, rows in found.items()}


def _report(report: Report) -> Row:
    source, told = report.source, report.verification
    inspection = source.inspection or Inspection()
    return {
        "name": source.name,
        "sha256": source.sha256,
        "title": source.title,
        "issuer": source.issuer,
        "area": "".join(places(source.issuer, source.title)) or None,
        "issued_on": _day(source.issued_on),
        "kind": source.kind,
        "script": source.script,
        "characters": source.characters,
        "inspectors": inspection.inspectors,
        "inspected_from": _day(inspection.from_),
        "inspected_to": _day(inspection.to),
        "feedback_on": _day(inspection.feedback_on),
        "summary": report.overview.summary,
        "engine": report.run.engine,
        "model": report.run.model,
        "supported": told.supported,
        "approximated": told.approximated,
        "contradicted": told.contradicted,
        "unverifiable": told.unverifiable,
        "unread": told.unread,
        "cost": report.run.cost,
    }


def _sections(sections: tuple[Section, ...], parent: str | None) -> Iterator[Row]:
    for section in sections:
        yield {
            "id": section.id,
            "parent": parent,
            "marker": section.marker,
            "level": section.level,
            "heading": section.heading,
            "headline": section.headline,
            "problem": section.problem,
            "summary": section.summary,
            "origin": section.origin.value,
            **_place(section.span),
        }
        yield from _sections(section.sections, section.id)


def _measures(report: Report) -> Iterator[Row]:
    text = report.source.text if report.source.attached else ""
    for section, measure in _with_sections(report):
        yield {
            "id": measure.id,
            "section": section.id,
            "marker": measure.marker,
            "heading": measure.heading,
            "problem": section.problem,
            "summary": measure.summary,
            "status": measure.status.value,
            "category": measure.category.value,
            "actors": list(measure.actors),
            "verdict": measure.verdict.value,
            "origin": measure.origin.value,
            "extra": measure.extra,
            **_place(measure.span),
            "text": text[measure.span.start : measure.span.end],
        }


def _points(report: Report) -> Iterator[Row]:
    for measure in report.measures:
        for number, point in enumerate(measure.points, start=1):
            yield {
                "measure": measure.id,
                "number": number,
                "text": point.text,
                "status": point.status.value,
                "origin": point.origin.value,
                **_place(point.span),
            }


def _figures(report: Report) -> Iterator[Row]:
    names = Indicators(report.source.issuer, report.source.title)
    key = {item.figure.span.start for item in report.overview.key_figures}
    for figure, holder in _held(report, "figures"):
        first, last = _interval(figure.period)
        yield {
            "in_unit": holder,
            "text": figure.text,
            **_value(figure),
            "unit": figure.unit,
            "per": figure.per,
            "kind": figure.kind.value,
            "role": figure.role.value,
            "bound": figure.bound.value,
            "qualifier": figure.qualifier,
            "label": figure.label,
            "indicator": names.of(figure),
            "subject": list(figure.subject),
            "direction": figure.direction,
            "comparator": figure.comparator,
            "period_start": first,
            "period_end": last,
            "period_from": figure.period_from.value,
            "key": figure.span.start in key,
            **_place(figure.span),
        }


def _dates(report: Report) -> Iterator[Row]:
    for mention, holder in _held(report, "dates"):
        yield {
            "in_unit": holder,
            "text": mention.text,
            "first": _day(mention.start),
            "last": _day(mention.end),
            **_place(mention.span),
        }


def _documents(report: Report) -> Iterator[Row]:
    for document, holder in _held(report, "documents"):
        yield {"in_unit": holder, "title": document.title, **_place(document.span)}


def _findings(report: Report) -> Iterator[Row]:
    numbers = count(1)
    holders: list[tuple[str, tuple[Finding, ...]]] = [("", report.overview.findings)]
    holders += [(section.id, section.findings) for section in report.walk()]
    holders += [(measure.id, measure.findings) for measure in report.measures]
    for holder, findings in holders:
        for finding in findings:
            near = finding.nearest
            yield {
                "number": next(numbers),
                "in_unit": holder,
                "kind": finding.kind,
                "severity": finding.severity.value,
                "verdict": finding.verdict.value,
                "claim": finding.claim,
                "reason": finding.reason,
                "nearest": near.text if near else None,
                "origin": finding.origin.value,
                **(_place(near.span) if near else {}),
            }
    for audit in report.audit:
        yield {
            "number": next(numbers),
            "kind": audit.kind,
            "severity": audit.severity.value,
            "reason": audit.message,
            **(_place(audit.spans[0]) if audit.spans else {}),
        }


def _open_items(report: Report) -> Iterator[Row]:
    for number, item in enumerate(report.overview.open, start=1):
        yield {
            "number": number,
            "in_unit": item.unit,
            "status": item.status.value,
            "text": item.text,
            **_place(item.span),
        }


def _tables(report: Report) -> Iterator[Row]:
    for table in report.tables:
        yield {
            "id": table.id,
            "in_unit": table.unit,
            "caption": table.caption,
            "unit_note": table.unit_note,
            "header": list(table.header),
            "read": table.read,
            "reason": table.reason,
            **_place(table.span),
        }


def _cells(report: Report) -> Iterator[Row]:
    names = Indicators(report.source.issuer, report.source.title)
    for table in report.tables:
        for row, cells in enumerate(table.rows):
            for column, cell in enumerate(cells):
                figure = cell.figure
                first, last = _interval(figure.period if figure else None)
                yield {
                    "table_id": table.id,
                    "row": row,
                    "column": column,
                    "text": cell.text,
                    "value": _decimal(figure.value) if figure else None,
                    "unit": figure.unit if figure else None,
                    "label": figure.label if figure else None,
                    "indicator": names.of(figure) if figure else None,
                    "period_start": first,
                    "period_end": last,
                }


def _with_sections(report: Report) -> Iterator[tuple[Section, Measure]]:
    found = [(section, measure) for section in report.walk() for measure in section.measures]
    yield from sorted(found, key=lambda pair: pair[1].span.start)


def _held(report: Report, kind: str) -> list[tuple[Any, str]]:
    """What measures and sections' own text hold, each once, with the innermost holder's id."""
    holders: list[Section | Measure] = [*report.walk(), *report.measures]
    found = {item.span.start: (item, h.id) for h in holders for item in getattr(h, kind)}
    return [found[start] for start in sorted(found)]


def _value(figure: Figure) -> Row:
    return {"value": _decimal(figure.value), "value_high": _decimal(figure.value_high)}


def _decimal(value: Decimal | None) -> str | None:
    kept = storable(value)
    return None if kept is None else format(kept, "f")


def _interval(period: str | None) -> tuple[str | None, str | None]:
    """The first and last day of an ISO 8601 interval."""
    days = [_day(part) for part in (period or "").split("/")]
    return days[0], days[-1]


def _day(text: str | None) -> str | None:
    """The day, where there is such a day: a stored report may hold any text."""
    if text is None or not _DAY.fullmatch(text[:10]):
        return None
    try:
        return date.fromisoformat(text[:10]).isoformat()
    except ValueError:
        return None


def _place(span: Span) -> dict[str, int]:
    return {"span_start": span.start, "span_end": span.end}
