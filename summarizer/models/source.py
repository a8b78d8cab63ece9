"""What is published of the text that was read."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import ConfigDict, Field, PrivateAttr

from summarizer.errors import NoSourceTextError
from summarizer.models.figures import Figure
from summarizer.models.values import Record, Span


class Noise(Record):
    """A part of the source that does not belong to the report: page furniture, contents …"""

    span: Span = Field(description="its place in the source")
    reason: str = Field(description="why it is no part of the report")


class Inspection(Record):
    """The inspection that the report answers, where the source states it (ISO 8601 dates)."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", populate_by_name=True, serialize_by_alias=True
    )

    inspectors: str | None = Field(default=None, description="who inspected")
    from_: str | None = Field(default=None, alias="from", description="first day, ISO 8601")
    to: str | None = Field(default=None, description="last day, ISO 8601")
    feedback_on: str | None = Field(default=None, description="day of the feedback, ISO 8601")


class Source(Record):
    """The text that was read. `sha256` is of the decoded text in UTF-8.

    `script` is the writing the text was read in; `other` is a text that is out of scope (not
    Chinese), of which nothing but positions is to be relied on.
    """

    shown: ClassVar[tuple[str, ...]] = ("name", "title", "issuer", "issued_on", "characters")

    name: str = Field(description="of the file, or <text>")
    sha256: str
    encoding: str = Field(description="of the file as it was decoded")
    characters: int = Field(description="code points of the text")
    script: Literal["simplified", "traditional", "other"] = "simplified"
    title: str | None = Field(default=None, description="the report's own")
    issuer: str | None = Field(default=None, description="who issued it, with its place")
    issued_on: str | None = Field(default=None, description="ISO 8601 date")
    kind: str | None = Field(default=None, description="the kind of document, by its title")
    inspection: Inspection | None = Field(
        default=None, description="the inspection that it answers"
    )
    noise: tuple[Noise, ...] = Field(
        default=(), description="what stands around the report, set aside"
    )
    _text: str | None = PrivateAttr(default=None)

    @property
    def attached(self) -> bool:
        """Whether the decoded text is at hand (it is not in a report loaded without its source)."""
        return self._text is not None

    @property
    def text(self) -> str:
        """The decoded source that all spans index.

        Raises NoSourceTextError in a report that was loaded without its source (see `attached`).
        """
        if self._text is None:
            raise NoSourceTextError(
                f"the report of {self.name} was loaded without its source: "
                "Report.load(path, source=…) gives it"
            )
        return self._text

    def with_text(self, text: str) -> Source:
        """A copy that carries the decoded text (which is never serialised)."""
        copy = self.model_copy()
        copy._text = text
        return copy

    def __eq__(self, other: object) -> bool:
        """Equal in everything published: the attached text is told by its sha256."""
        return type(other) is type(self) and self.__dict__ == other.__dict__


class Cell(Record):
    """A cell of a table; `figure` where it is a quantity that row, column and unit note type."""

    text: str = Field(description="as printed, without layout")
    figure: Figure | None = None


class Table(Record):
    """A table of the source. `read` is false where its cells could not be typed; `reason` why."""

    shown: ClassVar[tuple[str, ...]] = ("id", "unit", "caption", "read")

    id: str = Field(description="t1, t2 … in reading order")
    unit: str | None = Field(default=None, description="id of the unit that it stands in")
    span: Span = Field(description="its place in the source")
    caption: str | None = Field(default=None, description="the line above it")
    unit_note: str | None = Field(default=None, description="as printed, e.g. 单位：万元")
    header: tuple[str, ...] = Field(default=(), description="texts of the head row")
    rows: tuple[tuple[Cell, ...], ...] = Field(default=(), description="the rows below the head")
    read: bool = True
    reason: str | None = None
