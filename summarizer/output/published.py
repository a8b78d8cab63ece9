"""The published shapes beside the report itself, and the JSON Schemas of all of them."""

from __future__ import annotations

import json
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict

from summarizer.models import (
    DateMention,
    DocumentTitle,
    Figure,
    Measure,
    Noise,
    Report,
    Span,
    Table,
)


class _Published(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Step(_Published):
    """One section on the way to a measure."""

    id: str
    marker: str
    heading: str | None = None


class MeasureLine(_Published):
    """A line of the `jsonl` format: a measure with its source and its path of sections."""

    source: str
    sha256: str
    path: tuple[Step, ...]
    problem: str | None = None
    measure: Measure


class OutlineUnit(_Published):
    """A unit of the outline as read; `problem` is what its heading quotes."""

    id: str
    level: int
    marker: str
    inline: bool
    plan: bool
    heading: str | None = None
    problem: str | None = None
    span: Span


class Oddity(_Published):
    """A marker that skips, repeats or goes back, kept as printed."""

    kind: str
    unit: str
    marker: str
    expected: str
    span: Span


class PlacedText(_Published):
    """A quotation, formula, name or status word, and its place."""

    kind: str
    text: str
    span: Span


class OutlineReport(_Published):
    """What `summarize outline --json` prints: how a source was read."""

    schema_version: Literal[1] = 1
    name: str
    sha256: str
    encoding: str
    characters: int
    title: str | None = None
    issuer: str | None = None
    issued_on: str | None = None
    body: Span
    noise: tuple[Noise, ...]
    units: tuple[OutlineUnit, ...]
    oddities: tuple[Oddity, ...]
    tables: tuple[Table, ...] = ()
    figures: tuple[Figure, ...]
    dates: tuple[DateMention, ...]
    documents: tuple[DocumentTitle, ...]
    others: tuple[PlacedText, ...]


PUBLISHED: dict[str, type[BaseModel]] = {
    "report": Report,
    "measure-line": MeasureLine,
    "outline": OutlineReport,
}


def _version(content: dict[str, Any]) -> int:
    """What a document of this shape says of its own version; one that says none is in its first."""
    stated = content["properties"].get("schema_version", {})
    return int(stated.get("const", stated.get("default", 1)))


def schema(name: str) -> str:
    """The JSON Schema of a published shape, as stored in `schemas/`. Raises KeyError."""
    content = PUBLISHED[name].model_json_schema(by_alias=True, mode="serialization")
    head = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:summarize:{name}:{_version(content)}",
    }
    return json.dumps(head | content, ensure_ascii=False, indent=2) + "\n"
