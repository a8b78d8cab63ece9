"""Tables that the file itself tells (HTML, .docx): cells that span rows and columns."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

from summarizer import patterns as re
from summarizer.patterns import lazy
from summarizer.reading.document import TableCell
from summarizer.spans import Range

WIDEST = 256
"""Columns of a table at most; a spreadsheet of before 2007 had as many."""

_TAG = lazy(r"</?([A-Za-z][A-Za-z0-9]*)[^<>]{0,2000}>")
_PARTING = frozenset({"br", "p", "div", "li", "tr", "td", "th", "table"})
# Column -> how many more rows a cell reaches down, and its place.
_Hanging = dict[int, tuple[int, Range]]


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell as the file has it: its place in the extracted text and how far it reaches."""

    span: Range
    columns: int = 1
    rows: int = 1


@dataclass(frozen=True, slots=True)
class Grid:
    """A table of the extracted text: its rows, each the cells that begin in it.

    `marked` says that tags stand in its cells, as in a text that spells a table out in HTML.
    """

    span: Range
    rows: tuple[tuple[GridCell, ...], ...]
    marked: bool = False

    def cells(self, text: str) -> Iterator[list[TableCell]]:
        """The rows with a place for every column; places that a cell reaches into are merged."""
        hanging: _Hanging = {}
        for row in self.rows:
            line: list[TableCell] = []
            below: _Hanging = {}
            for cell in row:
                _reached(line, hanging, below)
                words = text[cell.span.start : cell.span.end]
                if self.marked:
                    words = unescape(_TAG.sub(_gap, words))
                words = " ".join(words.split())
                for column in range(min(cell.columns, WIDEST - len(line))):
                    if cell.rows > 1:
                        below[len(line)] = (cell.rows - 1, cell.span)
                    line.append(TableCell("" if column else words, cell.span, merged=column > 0))
            _reached(line, hanging, below)
            for column, (left, span) in hanging.items():
                # Cells that hang beyond the end of a short row.
                below.setdefault(column, (left - 1, span))
            hanging = {column: held for column, held in below.items() if held[0] > 0}
            yield line


def _gap(tag: re.Match[str]) -> str:
    """What a tag is to the words around it: blocks and line breaks part them."""
    return " " if tag[1].lower() in _PARTING else ""


def _reached(line: list[TableCell], hanging: _Hanging, below: _Hanging) -> None:
    """Fill the next places of a row that cells of the rows above reach into."""
    while (held := hanging.pop(len(line), None)) is not None:
        left, span = held
        if left > 1:
            below[len(line)] = (left - 1, span)
        line.append(TableCell("", span, merged=True))
