"""Tables that a text file spells out in HTML, as Markdown allows and converters write them.

The tags stay where they are in the source; cells are found between them.
"""

from __future__ import annotations

from collections.abc import Iterator

from summarizer import patterns as re
from summarizer.patterns import lazy
from summarizer.reading.tables.grids import WIDEST, Grid, GridCell
from summarizer.spans import Range

_TAG = lazy(r"<(?P<end>/?)(?P<name>table|tr|t[dh])\b(?P<told>[^<>]{0,2000})>", re.IGNORECASE)
_REACH = {
    name: lazy(rf"""\b{name}span\s*=\s*["'“”]?\s*(\d{{1,3}})""", re.IGNORECASE)
    for name in ("col", "row")
}
_OPENED = lazy(r"<table\b", re.IGNORECASE)
# What stands between the edge of a cell and its words.
_EDGE = lazy(r"(?:\s+|</?[A-Za-z][^<>]{0,2000}>)+")
_FEWEST = 2  # rows of one cell only arrange a page


def written_tables(text: str) -> tuple[Grid, ...]:
    """The tables of a text that are written out in HTML, in order; none is nested. Never raises.

    A table in a cell belongs to that cell. Tables of single cells are left to the prose.
    """
    if _OPENED.search(text) is None:
        return ()
    return tuple(_Tables(text).found())


class _Tables:
    """One pass over the tags of a text."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._depth = 0
        self._start = 0
        self._rows: list[list[GridCell]] = []
        self._open: tuple[int, int, int] | None = None  # where its words begin, columns, rows

    def found(self) -> Iterator[Grid]:
        for tag in _TAG.finditer(self._text):
            name, ends = tag["name"].lower(), bool(tag["end"])
            if name == "table":
                grid = self._table(tag, ends=ends)
                if grid is not None:
                    yield grid
            elif self._depth == 1:
                self._close(tag.start())
                if name == "tr" and not ends:
                    self._rows.append([])
                elif name != "tr" and not ends:
                    self._open = (tag.end(), _reach("col", tag["told"]), _reach("row", tag["told"]))

    def _table(self, tag: re.Match[str], *, ends: bool) -> Grid | None:
        if not ends:
            self._depth += 1
            if self._depth == 1:
                self._start, self._rows, self._open = tag.start(), [], None
            return None
        if self._depth == 1:
            self._close(tag.start())
        self._depth = max(0, self._depth - 1)
        rows = tuple(tuple(row) for row in self._rows if row)
        if self._depth or max(map(len, rows), default=0) < _FEWEST:
            return None
        self._rows = []
        return Grid(Range(self._start, tag.end()), rows, marked=True)

    def _close(self, end: int) -> None:
        """The open cell ends before `end`."""
        if self._open is None:
            return
        start, columns, rows = self._open
        self._open = None
        edge = _EDGE.match(self._text, start, end)
        start = edge.end() if edge is not None else start
        words = self._text[start:end].rstrip()
        while words.endswith(">") and (opened := words.rfind("<")) >= 0:
            words = words[:opened].rstrip()
        if not self._rows:
            self._rows.append([])
        self._rows[-1].append(GridCell(Range(start, start + len(words)), columns, rows))


def _reach(name: str, told: str) -> int:
    found = _REACH[name].search(told)
    return min(max(int(found[1]), 1), WIDEST) if found is not None else 1
