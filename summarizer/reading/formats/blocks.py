"""A file of a foreign format as blocks: paragraphs and tables, and their text with its grids.

Word files and web pages become the same blocks, so that the same report reads the same from both.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from summarizer.errors import InputError
from summarizer.reading.limits import Limits
from summarizer.reading.tables.grids import WIDEST, Grid, GridCell
from summarizer.spans import Range

# A cell that holds most of a table and several paragraphs is the page itself, laid out in cells.
_LAYOUT_SHARE = 0.5
_LAYOUT_PARAGRAPHS = 3  # a cell of a table of values holds one or two
_TALLEST = 100_000  # rows; browsers stop at 65,534
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


class Extracted(NamedTuple):
    """The text of a file, and the tables in it; ranges index the text.

    `names` is what a page calls itself outside its text, the surest name first.
    """

    text: str
    grids: tuple[Grid, ...] = ()
    names: tuple[str, ...] = ()


@dataclass(slots=True)
class Paragraph:
    """A paragraph of text; `apart` says that a blank line is shown around it."""

    text: str
    apart: bool = False


@dataclass(slots=True)
class Cell:
    """A cell with what stands in it; `columns` and `rows` are how far it reaches."""

    blocks: list[Block] = field(default_factory=list)
    columns: int = 1
    rows: int = 1


@dataclass(slots=True)
class Table:
    """A table: its rows, each the cells that begin in it."""

    rows: list[list[Cell]] = field(default_factory=list)


Block = Paragraph | Table


def raised(text: str, before: str = "") -> str:
    """Superscript as it looks: m² is a unit, and a footnote's number is no digit of a figure.

    `before` is what stands in front of it: a number in brackets is kept as it is.
    """
    if not text.isdecimal() or not text.isascii() or before.endswith(("[", "〔", "［")):
        return text
    return text.translate(_RAISED)


def extracted(blocks: Sequence[Block], limits: Limits, names: tuple[str, ...] = ()) -> Extracted:
    """The text of blocks in order, a line a paragraph or row, and where the tables are in it.

    Raises InputError where there are more paragraphs than the limit.
    """
    writer = Writer(limits)
    writer.write(blocks)
    return Extracted("".join(writer.pieces), tuple(writer.grids), names)


class Writer:
    """Collects the text and keeps count of its length."""

    def __init__(self, limits: Limits) -> None:
        self.pieces: list[str] = []
        self.grids: list[Grid] = []
        self._limits = limits
        self._size = 0
        self._lines = 0

    def write(self, blocks: Sequence[Block]) -> None:
        """Write blocks in order; a table that only arranges the page, as what stands in it.

        Raises InputError where tables stand in each other deeper than the limit.
        """
        inside = [iter(blocks)]  # the tables that are being written, outermost first
        while inside:
            block = next(inside[-1], None)
            if block is None:
                inside.pop()
            elif isinstance(block, Paragraph):
                self._paragraph(block)
            elif len(inside) > self._limits.depth:
                raise InputError(f"tables nested more than {self._limits.depth} deep")
            elif _is_layout(block):
                inside.append(part for row in block.rows for cell in row for part in cell.blocks)
            else:
                self.table(block)

    def _put(self, text: str) -> Range:
        start = self._size
        self.pieces.append(text)
        self._size += len(text)
        return Range(start, self._size)

    def _line(self) -> None:
        self._put("\n")
        self._lines += 1
        if self._lines > self._limits.paragraphs:
            raise InputError(
                f"more than {self._limits.paragraphs} paragraphs", hint="split the file"
            )

    def _paragraph(self, block: Paragraph) -> None:
        if block.apart and self.pieces[-2:] != ["\n", "\n"] and self.pieces:
            self._put("\n")
        self._put(block.text)
        self._line()
        if block.apart:
            self._put("\n")

    def table(self, table: Table) -> None:
        """Write a table that is one, a line a row."""
        if self.pieces and self.pieces[-2:] != ["\n", "\n"]:
            self._put("\n")
        start = self._size
        rows: list[tuple[GridCell, ...]] = []
        for row in table.rows:
            cells: list[GridCell] = []
            for cell in row:
                if cells:
                    self._put("\t")
                span = self._put(words(cell))
                columns = min(max(cell.columns, 1), WIDEST)
                cells.append(GridCell(span, columns, min(max(cell.rows, 1), _TALLEST)))
            rows.append(tuple(cells))
            end = self._size
            self._line()
        self.grids.append(Grid(Range(start, end), tuple(rows)))
        self._put("\n")


def words(cell: Cell) -> str:
    """The text of a cell on one line, nested cells included."""
    return " ".join(part for part in _parts(cell.blocks) if part)


def _parts(blocks: Sequence[Block]) -> Iterator[str]:
    waiting: list[Block] = list(reversed(blocks))
    while waiting:
        block = waiting.pop()
        if isinstance(block, Paragraph):
            yield " ".join(block.text.split())
        else:
            inner = [part for row in block.rows for cell in row for part in cell.blocks]
            waiting.extend(reversed(inner))


def _is_layout(table: Table) -> bool:
    """Whether a table only arranges a page: one cell a row or a column, or a cell with the page."""
    full = [[cell for cell in row if any(_parts(cell.blocks))] for row in table.rows]
    if sum(1 for row in full if len(row) > 1) < 2:
        return True
    if all(_is_labelled(row) for row in full if row):
        return True
    texts = [(cell, len(words(cell))) for row in full for cell in row]
    total = sum(size for _, size in texts)
    cell, size = max(texts, key=lambda pair: pair[1])
    paragraphs = sum(1 for block in cell.blocks if isinstance(block, Table) or block.text.strip())
    return size > _LAYOUT_SHARE * total and paragraphs >= _LAYOUT_PARAGRAPHS


def _is_labelled(row: Sequence[Cell]) -> bool:
    """Whether a row is 索引号： … 发布机构： …, as pages print above a document."""
    return words(row[0]).endswith((":", "：")) and len(row) <= 4
