"""The columns of lines whose cells are told by position: the intervals that they cover together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from summarizer.reading.document import TableCell
from summarizer.reading.tables.values import Kind, kind_of

_WIDEST = 40  # columns; official tables have at most thirty


class Piece(NamedTuple):
    """A cell on a line, from one place to another; and which line that is."""

    left: int
    right: int
    cell: TableCell
    line: int

    @property
    def kind(self) -> Kind:
        return kind_of(self.cell.text)

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2


@dataclass(slots=True)
class Column:
    """An interval of the line in which cells of one kind stand."""

    left: int
    right: int
    valued: bool

    def overlaps(self, piece: Piece) -> bool:
        return self.left < piece.right and piece.left < self.right


def is_data(line: Sequence[Piece]) -> bool:
    """Whether a line holds values behind its head, or values alone."""
    kinds = [piece.kind for piece in line]
    return "value" in kinds[1:] or (bool(kinds) and set(kinds) <= {"value", "blank"})


def columns_of(lines: Sequence[Sequence[Piece]]) -> list[Column] | None:
    """The columns of lines with values, from the left; None where they are none of a table."""
    values: list[Piece] = []
    words: list[Piece] = []
    for line in lines:
        for place, piece in enumerate(line):
            valued = piece.kind in ("value", "blank") and (place > 0 or len(line) == 1)
            (values if valued else words).append(piece)
    columns = _covered(values, valued=True)
    words = [piece for piece in words if not any(column.overlaps(piece) for column in columns)]
    columns = sorted([*columns, *_covered(words, valued=False)], key=lambda column: column.left)
    return columns if 2 <= len(columns) <= _WIDEST else None


def _covered(pieces: Sequence[Piece], *, valued: bool) -> list[Column]:
    found: list[Column] = []
    for piece in sorted(pieces, key=lambda piece: piece.left):
        if found and piece.left < found[-1].right:
            found[-1].right = max(found[-1].right, piece.right)
        else:
            found.append(Column(piece.left, piece.right, valued))
    return found


def under(piece: Piece, columns: Sequence[Column]) -> list[int]:
    """The places of the columns that a piece stands over or in."""
    return [place for place, column in enumerate(columns) if column.overlaps(piece)]


def home_of(piece: Piece, columns: Sequence[Column]) -> tuple[int, bool] | None:
    """The column of a piece, and whether that is sure; None for a value in none or in several."""
    over = under(piece, columns)
    if len(over) == 1:
        return over[0], True
    if piece.kind == "value":
        return None
    if over:
        return over[0], all(not columns[place].valued for place in over[1:])
    nearest = min(
        range(len(columns)),
        key=lambda place: max(columns[place].left - piece.right, piece.left - columns[place].right),
    )
    return nearest, not columns[nearest].valued
