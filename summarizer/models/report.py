"""The report itself, and the run that made it."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, ClassVar, Final, Literal

from pydantic import Field, model_validator

from summarizer import shows
from summarizer.errors import NoSuchUnitError
from summarizer.models.figures import Figure
from summarizer.models.findings import AuditFinding, Finding, Verification
from summarizer.models.source import Source as SourceRecord
from summarizer.models.source import Table
from summarizer.models.units import Measure, Overview, Section
from summarizer.models.upgrade import upgraded
from summarizer.models.values import Record, legible, short
from summarizer.vocabulary import Lang

if TYPE_CHECKING:
    from summarizer.reading.reader import Source

SCHEMA_VERSION: Final = 2  # of the published JSON; raised by a change that old readers cannot take


class UnitsByOrigin(Record):
    """Measures by the engine that wrote them; `refused` are those a provider declined.

    `rejected` counts the points that fell because the source contradicts them.
    """

    llm: int = Field(default=0, description="by the model")
    extractive: int = Field(default=0, description="from sentences of the source")
    refused: int = 0
    rejected: int = 0


class Run(Record):
    """How the report was made. Seconds are of the wall clock; tokens as the endpoint counted."""

    shown: ClassVar[tuple[str, ...]] = ("engine", "model", "seconds", "calls", "cost")

    engine: str = Field(description="llm, extractive, external, or a name of your own")
    model: str | None = Field(default=None, description="as the endpoint knows it")
    prompt_digest: str | None = Field(default=None, description="of all wording sent to the model")
    started_at: str = Field(description="ISO 8601 time with its zone")
    seconds: float = Field(description="from reading to checking")
    calls: int = Field(default=0, description="requests that were answered")
    cache_hits: int = Field(default=0, description="answers that the cache held")
    retries: int = Field(default=0, description="requests made again")
    prompt_tokens: int = Field(default=0, description="as the endpoint counted them")
    completion_tokens: int = Field(default=0, description="as the endpoint counted them")
    cost: float | None = Field(
        default=None, description="in US dollars at the list price; null where unknown"
    )
    units: UnitsByOrigin = Field(default=UnitsByOrigin(), description="measures by who wrote them")


class Report(Record):
    """A typed summary of a report, each claim tied to its source and checked against it."""

    schema_version: Literal[2] = Field(
        default=SCHEMA_VERSION, description="changes when a field does"
    )
    source: SourceRecord = Field(description="the text that was read")
    overview: Overview = Field(description="the whole report on a page")
    sections: tuple[Section, ...] = Field(description="the outline, first level")
    tables: tuple[Table, ...] = Field(default=(), description="the tables, apart from the prose")
    audit: tuple[AuditFinding, ...] = Field(
        default=(), description="what contradicts itself in the source"
    )
    verification: Verification = Field(description="what checking came to")
    run: Run = Field(description="how this was made")

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

    @property
    def figures(self) -> list[Figure]:
        """Every figure of the report, of sections' own text too, in reading order; each once."""
        holders: list[Measure | Section] = [*self.measures, *self.walk()]
        found = {figure.span.start: figure for holder in holders for figure in holder.figures}
        return [found[start] for start in sorted(found)]

    @property
    def findings(self) -> list[Finding]:
        """Every finding on the summary: of the overview, the sections, the measures."""
        holders: list[Overview | Section | Measure] = [self.overview, *self.walk(), *self.measures]
        return [finding for holder in holders for finding in holder.findings]

    def find(self, unit_id: str) -> Measure | Section:
        """The measure or, where there is none, the section with this dotted id.

        Raises NoSuchUnitError (a KeyError) where the report has no such unit.
        """
        try:
            return self.find_measure(unit_id)
        except NoSuchUnitError:
            return self.find_section(unit_id)

    def find_measure(self, unit_id: str) -> Measure:
        """The measure with this dotted id. Raises NoSuchUnitError (a KeyError) without one."""
        for section in self.walk():
            for measure in section.measures:
                if measure.id == unit_id:
                    return measure
        raise NoSuchUnitError(f"{self.source.name}: no unit {unit_id}")

    def find_section(self, unit_id: str) -> Section:
        """The section with this dotted id. Raises NoSuchUnitError (a KeyError) without one."""
        for section in self.walk():
            if section.id == unit_id:
                return section
        raise NoSuchUnitError(f"{self.source.name}: no unit {unit_id}")

    def save(self, path: str | os.PathLike[str], *, lang: Lang = "zh") -> None:
        """Write the report, in one step; the suffix of `path` chooses the format.

        Raises UsageError for an unknown suffix, OutputError where the file cannot be written,
        MissingExtraError where the format needs a library that is not installed, and
        NoSourceTextError where it needs the source's text and the report has none.
        """
        shows.methods().save(self, path, lang)

    @classmethod
    def load(cls, path: str | os.PathLike[str], source: Source | None = None) -> Report:
        """A report that was saved as `.json`; `source` is the text it was made from.

        Without `source` everything but `source.text` is there. Raises SummaryFormatError for what
        is no report, PairingError where `source` is another text, InputError where it cannot be
        read.
        """
        return shows.methods().load(path, source)

    def to_json(self, *, indent: int | None = 2) -> str:
        """The published JSON: absent optional fields as null, no escapes but of what is no text."""
        return legible(self.model_dump_json(indent=indent, by_alias=True))

    def to_html(self, *, lang: Lang = "zh") -> str:
        """The page: one file that asks for nothing else."""
        return shows.methods().to_html(self, lang)

    def to_markdown(self, *, lang: Lang = "zh") -> str:
        """Markdown, every figure with its place as a footnote."""
        return shows.methods().to_markdown(self, lang)

    def to_frame(self) -> Any:
        """One row a measure as a pandas DataFrame, else a polars one.

        Raises MissingExtraError where neither is installed.
        """
        return shows.methods().to_frame(self)

    def _repr_html_(self) -> str:
        """What a notebook shows."""
        return shows.methods().to_notebook(self)

    def __repr_args__(self) -> Iterable[tuple[str | None, Any]]:
        yield None, short(self.source.title or self.source.name)
        yield "measures", len(self.measures)
        yield "contradicted", self.verification.contradicted
        yield "engine", self.run.engine
