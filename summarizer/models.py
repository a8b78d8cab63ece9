"""The published report, schema version 1.

Spans are half-open, in Unicode code points of the source as decoded, line breaks and stray
spaces untouched. Values are decimals in the base unit (`22350000` for 2235万元, unit 元).
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Annotated, Any, Final, Literal

from pydantic import BaseModel, ConfigDict, Field, PlainSerializer, PrivateAttr

from summarizer.vocabulary import Category, FigureKind, Origin, Severity, Status, Verdict

SCHEMA_VERSION: Final = 1

# `str(Decimal)` may use an exponent (1E+4), which readers of the JSON should not have to parse.
DecimalString = Annotated[
    Decimal, PlainSerializer(lambda d: format(d, "f"), return_type=str, when_used="json")
]


class _Record(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Span(_Record):
    """Half-open range of code points in the decoded source."""

    start: int = Field(ge=0)
    end: int = Field(ge=0)


class Noise(_Record):
    """A part of the source that does not belong to the report: page furniture."""

    span: Span
    reason: str


class Inspection(_Record):
    """The inspection that the report answers, where the source states it (ISO 8601 dates)."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", populate_by_name=True, serialize_by_alias=True
    )

    inspectors: str | None = None
    from_: str | None = Field(default=None, alias="from")
    to: str | None = None
    feedback_on: str | None = None


class Source(_Record):
    """The text that was read. `sha256` is of the decoded text in UTF-8."""

    name: str
    sha256: str
    encoding: str
    characters: int
    title: str | None = None
    issuer: str | None = None
    issued_on: str | None = None
    inspection: Inspection | None = None
    noise: tuple[Noise, ...] = ()
    _text: str | None = PrivateAttr(default=None)

    @property
    def text(self) -> str:
        """The decoded source that all spans index; empty in a report loaded without its source."""
        return self._text or ""

    def with_text(self, text: str) -> Source:
        """A copy that carries the decoded text (which is never serialised)."""
        copy = self.model_copy()
        copy._text = text
        return copy

    def __eq__(self, other: object) -> bool:
        """Equal in everything published: the attached text is told by its sha256."""
        return type(other) is type(self) and self.__dict__ == other.__dict__


class Figure(_Record):
    """A figure of the source. `text` is as printed, without layout white space."""

    text: str
    value: DecimalString
    value_high: DecimalString | None = None
    unit: str
    kind: FigureKind
    qualifier: str | None = None
    label: str | None = None
    direction: Literal["up", "down", "flat"] | None = None
    comparator: str | None = None
    period: str | None = Field(default=None, description="ISO 8601 interval, both ends included")
    span: Span


class DateMention(_Record):
    """A date or period: ISO 8601 dates, both ends included; a month or a year is an interval."""

    text: str
    start: str
    end: str
    span: Span


class DocumentTitle(_Record):
    """The title of a document, with its 《》, or a document number."""

    title: str
    span: Span


class Nearest(_Record):
    """The anchor of the source that comes nearest to a claim."""

    text: str
    span: Span


class Finding(_Record):
    """What a check found in a claim of the summary."""

    kind: str
    severity: Severity
    verdict: Verdict
    claim: str
    reason: str
    nearest: Nearest | None = None


class AuditFinding(_Record):
    """An observation on the source itself."""

    kind: str
    severity: Severity
    message: str
    spans: tuple[Span, ...]


class Measure(_Record):
    """A leaf of the outline: what was done, or is planned."""

    id: str
    marker: str | None = None
    heading: str | None = None
    span: Span
    summary: str
    origin: Origin
    category: Category
    status: Status
    actors: tuple[str, ...] = ()
    figures: tuple[Figure, ...] = ()
    dates: tuple[DateMention, ...] = ()
    documents: tuple[DocumentTitle, ...] = ()
    verdict: Verdict = Verdict.SUPPORTED
    findings: tuple[Finding, ...] = ()


class Section(_Record):
    """A numbered unit that holds others, or a single measure of its own."""

    id: str
    marker: str
    level: int = Field(ge=1)
    heading: str | None = None
    problem: str | None = None
    span: Span
    summary: str
    origin: Origin
    findings: tuple[Finding, ...] = ()
    sections: tuple[Section, ...] = ()
    measures: tuple[Measure, ...] = ()

    def walk(self) -> Iterator[Section]:
        """This section and all below it, in reading order."""
        yield self
        for section in self.sections:
            yield from section.walk()


class Overview(_Record):
    """The report as a whole."""

    summary: str
    origin: Origin
    figures: tuple[Figure, ...] = ()
    findings: tuple[Finding, ...] = ()


class Omitted(_Record):
    """An anchor of the source that no summary mentions."""

    unit: str
    kind: str
    text: str
    label: str | None = None
    span: Span


class AnchorCount(_Record):
    """Anchors of the source's units, and how many of them a summary mentions."""

    total: int
    cited: int


class Verification(_Record):
    """Claims by verdict; units of the outline, and those that have a summary.

    `supported` counts the claims that nothing is said against; the other three count the findings
    with that verdict, in the overview, the sections and the measures together.
    """

    supported: int = 0
    approximated: int = 0
    contradicted: int = 0
    unverifiable: int = 0
    units: int = 0
    summarised: int = 0
    omitted: tuple[Omitted, ...] = ()
    anchors: AnchorCount = AnchorCount(total=0, cited=0)


class UnitsByOrigin(_Record):
    """Measures by the engine that wrote them; `refused` are those a provider declined."""

    llm: int = 0
    extractive: int = 0
    refused: int = 0


class Run(_Record):
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


class Report(_Record):
    """A typed summary of a report, each claim tied to its source and checked against it."""

    schema_version: Literal[1] = SCHEMA_VERSION
    source: Source
    overview: Overview
    sections: tuple[Section, ...]
    audit: tuple[AuditFinding, ...] = ()
    verification: Verification
    run: Run

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
