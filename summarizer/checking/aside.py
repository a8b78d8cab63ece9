"""What a source prints outside its units: it stands there, and nobody can say of what."""

from __future__ import annotations

from functools import cached_property

from summarizer import patterns as re
from summarizer.analysis import Analysis
from summarizer.checking.equality import flat_lines
from summarizer.facts.words import pairs

_LEADING_NOUGHT = re.compile(r"(?<=[年月])0(?=\d[月日])")
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_PLAIN = re.compile(r"[\d,.%\s-]*").fullmatch  # a value, or nothing


class Aside:
    """Head, notes, glossary, signature and the cells of tables, as checking looks things up."""

    def __init__(self, analysis: Analysis) -> None:
        self._analysis = analysis

    @cached_property
    def text(self) -> str:
        """The flattened text before the first unit and of all that is set aside behind it.

        The months and days of its dates stand without a leading nought.
        """
        document, units = self._analysis.document, self._analysis.outline.units
        start = units[0].span.start if units else document.body.start
        head = max(start, document.body.start)
        noise = [part.span for part in document.noise if part.span.start >= head]
        parts = [document.text[:head], *(document.text[s.start : s.end] for s in noise)]
        return _LEADING_NOUGHT.sub("", flat_lines("\n".join(parts)))

    @cached_property
    def words(self) -> frozenset[str]:
        """The letter pairs of `text`."""
        return pairs(self.text)

    @cached_property
    def numbers(self) -> frozenset[str]:
        """The numbers of `text`, as digits."""
        return frozenset(_NUMBER.findall(self.text))

    @cached_property
    def table_words(self) -> str:
        """The flattened captions, heads and words of all tables: a date of a row stands there."""
        parts: list[str] = []
        for table in self._analysis.tables:
            block = table.block
            parts += [block.caption or "", *(cell.text for cell in block.header)]
            parts += [cell.text for row in block.rows for cell in row if not _PLAIN(cell.text)]
        return _LEADING_NOUGHT.sub("", flat_lines("\n".join(parts)))

    @cached_property
    def cells(self) -> frozenset[str]:
        """The letter pairs of all cells of tables, which belong to no clause."""
        blocks = [table.block for table in self._analysis.tables]
        return frozenset().union(
            *(pairs(cell.text) for block in blocks for row in block.rows for cell in row)
        )
