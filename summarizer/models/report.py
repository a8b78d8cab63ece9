"""The report itself, and the run that made it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final, Literal

from pydantic import model_validator

from summarizer.models.findings import AuditFinding, Verification
from summarizer.models.source import Source, Table
from summarizer.models.units import Measure, Overview, Section
from summarizer.models.upgrade import upgraded
from summarizer.models.values import Record

SCHEMA_VERSION: Final = 2


class UnitsByOrigin(Record):
    """Measures by the engine that wrote them; `refused` are those a provider declined.

    `rejected` counts the points that fell because the source contradicts them.
    """

    llm: int = 0
    extractive: int = 0
    refused: int = 0
    rejected: int = 0


class Run(Record):
    """How the report was made. Seconds are of the wall clock; tokens as the endpoint counted."""

    engine: str
    model: str | None = None
    prompt_digest: str | None = None
    started_at: str
    seconds: float
    calls: int = 0
    cache_hits: int = 0
    retries: int = 0
    prompt_tokens: int = 0
    completion_tokens: int = 0
    cost: float | None = None
    units: UnitsByOrigin = UnitsByOrigin()


class Report(Record):
    """A typed summary of a report, each claim tied to its source and checked against it."""

    schema_version: Literal[2] = SCHEMA_VERSION
    source: Source
    overview: Overview
    sections: tuple[Section, ...]
    tables: tuple[Table, ...] = ()
    audit: tuple[AuditFinding, ...] = ()
    verification: Verification
    run: Run

    @model_validator(mode="before")
    @classmethod
    def _of_any_version(cls, data: Any) -> Any:
        return upgraded(data)

    def walk(self) -> Iterator[Section]:
        """Every section of the report, in reading order."""
        for section in self.sections:
            yield from section.walk()

    @property
    def measures(self) -> list[Measure]:
        """Every measure of the report, in reading order."""
        found = [measure for section in self.walk() for measure in section.measures]
        return sorted(found, key=lambda measure: measure.span.start)

    def find(self, unit_id: str) -> Measure | Section:
        """The measure or, where there is none, the section with this dotted id.

        Raises KeyError where the report has no such unit.
        """
        for measure in self.measures:
            if measure.id == unit_id:
                return measure
        for section in self.walk():
            if section.id == unit_id:
                return section
        raise KeyError(unit_id)

    def to_frame(self) -> Any:
        """One row a measure as a pandas DataFrame, else a polars one.

        Raises MissingExtraError where neither is installed.
        """
        from summarizer.output.frame import to_frame

        return to_frame(self)

    def _repr_html_(self) -> str:
        """What a notebook shows."""
        from summarizer.output.notebook import render

        return render(self)

    def to_json(self, *, indent: int | None = 2) -> str:
        """The published JSON: not ASCII-escaped, absent optional fields as null."""
        return self.model_dump_json(indent=indent, by_alias=True)
