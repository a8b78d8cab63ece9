"""Tables: blocks of cells, found before lines are joined, so that no figure crosses a cell."""

from summarizer.reading.tables.finder import find_tables
from summarizer.reading.tables.grids import Grid, GridCell

__all__ = ["Grid", "GridCell", "find_tables"]
