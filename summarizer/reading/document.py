"""The untouched source, and the normalised view of it that the grammars read."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from operator import add
from typing import Literal

from summarizer.reading.table_doubts import Doubt
from summarizer.spans import Range, ViewRange


@dataclass(frozen=True, slots=True)
class View:
    """A normalised copy of a text, with an exact map back to it.

    A view only ever deletes characters (layout white space, line ends inside a paragraph,
    Markdown marks) and replaces one character by one (full-width by half-width forms), so a run
    of kept characters maps by a constant shift. Paragraphs are separated by a single newline.

    `runs` holds the start of each kept run in the view, `shifts` what to add to an offset of that
    run to get the offset in the source. `printed` is the view with the source's own characters:
    same length, same deletions, no replacement.
    """

    text: str
    printed: str
    runs: Sequence[int]
    shifts: Sequence[int]
    _origins: Sequence[int] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        # Where each run begins in the source; they rise, as a view only ever deletes.
        origins = array("I", map(add, self.runs, self.shifts))
        object.__setattr__(self, "_origins", origins)

    def offset(self, position: int) -> int:
        """The source offset of the character at `position` of the view."""
        return position + self.shifts[bisect_right(self.runs, position) - 1]

    def source(self, start: int, end: int) -> Range:
        """The tight source range of the non-empty view range `[start, end)`."""
        runs, shifts = self.runs, self.shifts
        after = bisect_right(runs, start)
        shift = last = shifts[after - 1]
        if end <= start or (after < len(runs) and end > runs[after]):
            last = shifts[bisect_right(runs, end - 1) - 1]
        return Range(start + shift, end + last)

    def locate(self, offset: int) -> int:
        """The view position of the first kept character at or after a source offset."""
        after = bisect_right(self._origins, offset)
        if after == 0:
            return 0
        end = self.runs[after] if after < len(self.runs) else len(self.text)
        return min(offset - self.shifts[after - 1], end)

    def slice(self, span: Range) -> ViewRange:
        """The view range that holds the kept characters of a source range."""
        # A paragraph that begins inside a line shares its place with the line end put before it.
        after = bisect_left(self._origins, span.end)
        end = self.runs[after] if after < len(self.runs) else len(self.text)
        last = min(span.end - self.shifts[after - 1], end) if after else 0
        start = self.locate(span.start)
        return ViewRange(start, max(start, last))


@dataclass(frozen=True, slots=True)
class NoiseSpan:
    """Page furniture: a range of the source, and why it was set aside."""

    span: Range
    reason: str


@dataclass(frozen=True, slots=True)
class InspectionFacts:
    """The inspection a report answers: who, when (ISO dates), and when its findings were told."""

    inspectors: str | None = None
    first: str | None = None
    last: str | None = None
    feedback_on: str | None = None


@dataclass(frozen=True, slots=True)
class TableCell:
    """A cell of a table: its text and its place in the source (empty where the cell is).

    `merged` marks a place of the grid that a cell above or to the left reaches into: it is empty,
    and `span` is that cell's.
    """

    text: str
    span: Range
    merged: bool = False


@dataclass(frozen=True, slots=True)
class TableBlock:
    """A table as a block of the source, found before lines are joined; no part of the view.

    `header` has one cell a column (of a header of several rows the texts joined, outermost
    first), `rows` the cells below it, one tuple a row, merged cells once. `span` takes in caption
    and unit note, unless the caption is told by a sentence of the text. `doubt` says why no regular
    rows and columns were found, and is None where they were. `unsure` are the rows whose names
    nobody can tell.
    """

    span: Range
    rows: tuple[tuple[TableCell, ...], ...]
    header: tuple[TableCell, ...] = ()
    caption: str | None = None
    unit_note: str | None = None
    doubt: Doubt | None = None
    unsure: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Document:
    """A report as read: the decoded text is never modified; `view` is what the grammars see.

    `body` is the range from the lead paragraph to the signature; everything outside it is title
    or noise. `closing` is where the units of the outline end: the contact paragraph, signature
    and date follow it. `script` is the writing that was read, `other` a text out of scope;
    a traditional text is `converted` in its view, unless the library for it is missing. `kind` is
    the kind of document by its title. All ranges are in the decoded text.
    """

    name: str
    text: str
    encoding: str
    sha256: str
    view: View
    body: Range
    closing: int
    noise: tuple[NoiseSpan, ...] = ()
    title: str | None = None
    title_span: Range | None = None
    issuer: str | None = None
    issuer_span: Range | None = None
    issued_on: str | None = None
    issued_on_span: Range | None = None
    inspection: InspectionFacts | None = field(default=None)
    tables: tuple[TableBlock, ...] = ()
    script: Literal["simplified", "traditional", "other"] = "simplified"
    converted: bool = True
    kind: str | None = None

    def printed(self, span: Range) -> str:
        """The source's own characters in `span`, without layout white space."""
        start, end = self.view.slice(span)
        return self.view.printed[start:end]

    def normalised(self, span: Range) -> str:
        """The normalised text of a source range."""
        start, end = self.view.slice(span)
        return self.view.text[start:end]
