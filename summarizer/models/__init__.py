"""The published report, schema version 2.

Spans are half-open, in Unicode code points of the source as decoded, line breaks and stray
spaces untouched. Values are decimals in the base unit (`22350000` for 2235万元, unit 元).
"""

from summarizer.models.figures import DateMention, DocumentTitle, Figure
from summarizer.models.findings import (
    AnchorCount,
    AuditFinding,
    Finding,
    Nearest,
    Omitted,
    Verification,
)
from summarizer.models.report import SCHEMA_VERSION, Report, Run, UnitsByOrigin
from summarizer.models.source import Cell, Inspection, Noise, Source, Table
from summarizer.models.units import (
    KeyFigure,
    Measure,
    OpenItem,
    Overview,
    Point,
    Rejected,
    Section,
)
from summarizer.models.values import DecimalString, Span

__all__ = [
    "SCHEMA_VERSION",
    "AnchorCount",
    "AuditFinding",
    "Cell",
    "DateMention",
    "DecimalString",
    "DocumentTitle",
    "Figure",
    "Finding",
    "Inspection",
    "KeyFigure",
    "Measure",
    "Nearest",
    "Noise",
    "Omitted",
    "OpenItem",
    "Overview",
    "Point",
    "Rejected",
    "Report",
    "Run",
    "Section",
    "Source",
    "Span",
    "Table",
    "UnitsByOrigin",
    "Verification",
]
