"""The page on the report model, from the models themselves."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from pydantic import BaseModel

from summarizer import models
from summarizer.vocabulary import (
    Bound,
    Category,
    FigureKind,
    FigureRole,
    Origin,
    PeriodFrom,
    Severity,
    Status,
    Verdict,
    label,
)

_RECORDS: tuple[type[BaseModel], ...] = (
    models.Report,
    models.Source,
    models.Inspection,
    models.Noise,
    models.Span,
    models.Overview,
    models.KeyFigure,
    models.OpenItem,
    models.Section,
    models.Measure,
    models.Point,
    models.Rejected,
    models.Figure,
    models.DateMention,
    models.DocumentTitle,
    models.Table,
    models.Cell,
    models.Finding,
    models.Nearest,
    models.AuditFinding,
    models.Verification,
    models.Omitted,
    models.AnchorCount,
    models.Run,
    models.UnitsByOrigin,
)
_TERMS: tuple[type[StrEnum], ...] = (
    Category,
    Status,
    Verdict,
    Severity,
    Origin,
    FigureKind,
    FigureRole,
    Bound,
    PeriodFrom,
)


def _type(schema: dict[str, Any]) -> str:
    if "$ref" in schema:
        name = schema["$ref"].rsplit("/", 1)[1]
        return f"[{name}](#{name.lower()})"
    if "anyOf" in schema:
        kinds = [_type(option) for option in schema["anyOf"]]
        return ", ".join(kind for kind in kinds if kind != "null") + (
            " or null" if "null" in kinds else ""
        )
    if "const" in schema:
        return f"`{schema['const']}`"
    if "enum" in schema:
        return " ".join(f"`{value}`" for value in schema["enum"])
    if schema.get("type") == "array":
        return f"list of {_type(schema['items'])}"
    return str(schema.get("type", "any"))


def model_page() -> str:
    """Every record of the published JSON with its fields, then the closed vocabularies."""
    parts = [
        "# The report, field by field",
        "Generated from the models by `make derived`; a test keeps it in step. Spans are half-open,"
        " in Unicode code points of the source as decoded; values are decimal strings in the base "
        "unit. The JSON Schemas are in [schemas/](../schemas).",
    ]
    for record in _RECORDS:
        schema = record.model_json_schema(by_alias=True, mode="serialization")
        if "$ref" in schema:
            schema = schema["$defs"][schema["$ref"].rsplit("/", 1)[1]]
        lines = [f"## {record.__name__}", "", schema.get("description", ""), ""]
        lines += ["| field | type |", "|---|---|"]
        for name, field in schema["properties"].items():
            about = f" — {field['description']}" if field.get("description") else ""
            lines.append(f"| `{name}` | {_type(field)}{about} |")
        parts.append("\n".join(lines))
    for terms in _TERMS:
        lines = [f"## {terms.__name__}", "", (terms.__doc__ or "").strip(), ""]
        lines += ["| term | 中文 | English |", "|---|---|---|"]
        lines += [f"| `{term}` | {label(term, 'zh')} | {label(term, 'en')} |" for term in terms]
        parts.append("\n".join(lines))
    return "\n\n".join(parts) + "\n"
