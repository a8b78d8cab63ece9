"""Heads that reach over several columns, where the file has lost how far.

A table that was turned into bars prints such a head once, and its row is short: three heads stand
over six years. Read by their places they would stand over the first columns. The row below tells
how far each reaches where it begins anew under every one (1985 1995 1985 1995 …).
"""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.reading.document import TableCell
from summarizer.reading.table_doubts import Doubt
from summarizer.reading.tables.values import kind_of

Row = tuple[TableCell, ...]


def spread(rows: Sequence[Row]) -> tuple[list[Row], Doubt | None]:
    """The rows with the heads of the first one over their columns, and what stays in doubt.

    Nothing is changed where the first row is as wide as the second, or has a head for all.
    """
    kept = list(rows)
    if len(rows) < 3 or any(kind_of(cell.text) == "value" for row in rows[:2] for cell in row):
        return kept, None
    upper, lower = rows[0], rows[1]
    heads = [cell for cell in upper[1:] if cell.text]
    below = [cell.text for cell in lower[1:]]
    told = _filled(upper)
    if told >= len(lower) or len(heads) < 2 or len(heads) != told - 1 or not all(below):
        return kept, None
    reach, rest = divmod(len(below), len(heads))
    if rest == 0 and below == below[:reach] * len(heads) and len(set(below)) == reach:
        kept[0] = (upper[0], *(head for head in heads for _ in range(reach)))
        return kept, None
    if len(upper) < len(lower):
        return kept, Doubt("header", (str(len(upper)), str(len(lower))))
    return kept, None


def _filled(row: Row) -> int:
    """How many cells a row has up to the last with words."""
    return max((place + 1 for place, cell in enumerate(row) if cell.text), default=0)
