"""What of the source is out of scope or was not read: its script, its structure, its tables."""

from __future__ import annotations

from collections.abc import Iterator

from summarizer.checking.audit.notes import Note, wording
from summarizer.checking.index import SourceIndex
from summarizer.models import Report
from summarizer.reading.table_doubts import told
from summarizer.spans import Range
from summarizer.vocabulary import Severity

SCOPE = ("foreign", "empty", "unstructured", "unconverted")
"""The kinds that concern the whole text; the command line says them on standard error too."""


def scope(index: SourceIndex) -> Iterator[Note]:
    """A text that is not Chinese, says nothing, has no structure, or was not converted."""
    document = index.analysis.document
    whole = (Range(0, len(document.text)),)
    if document.script == "other":
        yield Note("foreign", whole, severity=Severity.WARNING)
        return
    if not document.converted:
        yield Note("unconverted", whole, severity=Severity.WARNING)
    units = index.analysis.outline.units
    if not units and not document.tables:
        yield Note("empty", whole)
    elif not any(unit.marker or unit.heading for top in units for unit in top.walk()):
        yield Note("unstructured", whole)


def scope_lines(report: Report) -> list[str]:
    """What a report's audit says of the whole text, one English line each."""
    kinds = (finding.kind for finding in report.audit)
    return [wording(kind, "en") for kind in kinds if kind in SCOPE]


def unread_tables(index: SourceIndex) -> Iterator[Note]:
    """Tables with numbers that are no figures: nobody tells their row, column or unit."""
    for number, table in enumerate(index.analysis.tables, start=1):
        if table.unread:
            details = {
                "claimed": table.block.caption or f"t{number}",
                "count": str(table.unread),
                "reason": told(table.doubts, "zh") or "",
                "reason_en": told(table.doubts, "en") or "",
            }
            yield Note("table_unread", (table.block.span,), details)
