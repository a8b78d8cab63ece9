"""Which tables there are: their columns, in the types of DuckDB, and their keys.

Every table names its report by `report`, the number of the input (from 1); `in_unit` is the id of
the measure or section that holds a row. Offsets are code points of the decoded source, half-open.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Type = Literal[
    "INTEGER", "VARCHAR", "VARCHAR[]", "DATE", "DECIMAL(38,9)", "BOOLEAN", "DOUBLE", "JSON"
]


@dataclass(frozen=True, slots=True)
class Table:
    """A table: column names with their types, the columns that are its key, and what it tells."""

    name: str
    about: str
    columns: Mapping[str, Type]
    key: tuple[str, ...]


def _texts(*names: str) -> dict[str, Type]:
    return dict.fromkeys(names, "VARCHAR")


_REPORT: dict[str, Type] = {"report": "INTEGER"}
_PLACE: dict[str, Type] = {"span_start": "INTEGER", "span_end": "INTEGER"}

TABLES: tuple[Table, ...] = (
    Table(
        "reports",
        "one row an input, with its overview and what checking came to",
        {
            **_REPORT,
            **_texts("name", "sha256", "title", "issuer", "area"),
            "issued_on": "DATE",
            **_texts("kind", "script"),
            "characters": "INTEGER",
            **_texts("inspectors"),
            **dict.fromkeys(("inspected_from", "inspected_to", "feedback_on"), "DATE"),
            **_texts("summary", "engine", "model"),
            **dict.fromkeys(
                ("supported", "approximated", "contradicted", "unverifiable", "unread"), "INTEGER"
            ),
            "cost": "DOUBLE",
        },
        ("report",),
    ),
    Table(
        "sections",
        "units that hold others, and what stands before the first (id 0)",
        {
            **_REPORT,
            **_texts("id", "parent", "marker"),
            "level": "INTEGER",
            **_texts("heading", "headline", "problem", "summary", "origin"),
            **_PLACE,
        },
        ("report", "id"),
    ),
    Table(
        "measures",
        "what was done, or is planned: the leaves of the outline",
        {
            **_REPORT,
            **_texts("id", "section", "marker", "heading", "problem", "summary"),
            **_texts("status", "category"),
            "actors": "VARCHAR[]",
            **_texts("verdict", "origin"),
            "extra": "JSON",
            **_PLACE,
            **_texts("text"),
        },
        ("report", "id"),
    ),
    Table(
        "points",
        "the sentences of measures, each with its own status",
        {
            **_REPORT,
            **_texts("measure"),
            "number": "INTEGER",
            **_texts("text", "status", "origin"),
            **_PLACE,
        },
        ("report", "measure", "number"),
    ),
    Table(
        "figures",
        "every figure of the body; value in the base unit",
        {
            **_REPORT,
            **_texts("in_unit", "text"),
            **dict.fromkeys(("value", "value_high"), "DECIMAL(38,9)"),
            **_texts("unit", "per", "kind", "role", "bound", "qualifier", "label"),
            **_texts("indicator"),
            "subject": "VARCHAR[]",
            **_texts("direction", "comparator"),
            **dict.fromkeys(("period_start", "period_end"), "DATE"),
            **_texts("period_from"),
            "key": "BOOLEAN",
            **_PLACE,
        },
        ("report", "span_start"),
    ),
    Table(
        "dates",
        "dates and periods of the body, both ends included",
        {**_REPORT, **_texts("in_unit", "text"), "first": "DATE", "last": "DATE", **_PLACE},
        ("report", "span_start"),
    ),
    Table(
        "documents",
        "titles and document numbers that are cited",
        {**_REPORT, **_texts("in_unit", "title"), **_PLACE},
        ("report", "span_start"),
    ),
    Table(
        "findings",
        "what checking found; of the source itself where in_unit is null",
        {
            **_REPORT,
            "number": "INTEGER",
            **_texts("in_unit", "kind", "severity", "verdict", "claim", "reason", "nearest"),
            **_texts("origin"),
            **_PLACE,
        },
        ("report", "number"),
    ),
    Table(
        "open_items",
        "what is said to be unfinished, only promised, or still a problem",
        {**_REPORT, "number": "INTEGER", **_texts("in_unit", "status", "text"), **_PLACE},
        ("report", "number"),
    ),
    Table(
        "tables",
        "the tables of the source; read is false where cells could not be typed",
        {
            **_REPORT,
            **_texts("id", "in_unit", "caption", "unit_note"),
            "header": "VARCHAR[]",
            "read": "BOOLEAN",
            **_texts("reason"),
            **_PLACE,
        },
        ("report", "id"),
    ),
    Table(
        "cells",
        "the cells of tables, by row and column (from 0)",
        {
            **_REPORT,
            **_texts("table_id"),
            "row": "INTEGER",
            "column": "INTEGER",
            **_texts("text"),
            "value": "DECIMAL(38,9)",
            **_texts("unit", "label", "indicator"),
            **dict.fromkeys(("period_start", "period_end"), "DATE"),
        },
        ("report", "table_id", "row", "column"),
    ),
)

# The questions that people ask of many reports, as views; docs/database.md asks them.
VIEWS: Mapping[str, str] = {
    "indicators": """
        SELECT report, name, title, issuer, area, issued_on,
            indicator, label,
            year(coalesce(period_end, issued_on)) AS year,
            value, value_high, unit, per, bound, role, direction, period_start, period_end,
            period_from, text, in_unit, span_start, span_end
        FROM figures JOIN reports USING (report)""",
    "systems": """
        SELECT report, name, issuer, issued_on, measures.id AS measure, documents.title AS document,
            measures.summary, measures.status
        FROM measures JOIN reports USING (report)
            LEFT JOIN documents ON documents.report = measures.report AND in_unit = measures.id
        WHERE category = 'system'""",
    "still_open": """
        SELECT report, name, issuer, issued_on, in_unit, status, text, span_start, span_end
        FROM open_items JOIN reports USING (report)""",
    "doubts": """
        SELECT report, name, issuer, in_unit, findings.kind, verdict, claim, reason, nearest
        FROM findings JOIN reports USING (report)
        WHERE in_unit IS NOT NULL AND verdict <> 'supported'""",
    "source_doubts": """
        SELECT report, name, issuer, findings.kind, severity, reason, span_start, span_end
        FROM findings JOIN reports USING (report)
        WHERE in_unit IS NULL""",
    "repeated": """
        SELECT regexp_replace(text, '\\s', '', 'g') AS passage, count(DISTINCT report) AS reports,
            list(DISTINCT name ORDER BY name) AS names
        FROM measures JOIN reports USING (report)
        WHERE length(text) >= 30
        GROUP BY passage HAVING count(DISTINCT report) > 1""",
}
