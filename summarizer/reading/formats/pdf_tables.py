"""The words of a ruled table of a PDF page, cell by cell, as a block like those of other formats.

Where rows are not parted by rules, a room of the grid holds a line for each of them: its lines are
rows again, by the height at which they stand.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from summarizer.reading.characters import is_han
from summarizer.reading.formats.blocks import Block, Cell, Paragraph, Table
from summarizer.reading.formats.ruled import RuledCell, RuledTable
from summarizer.reading.tables.values import kind_of

_SAME_LINE = 0.5  # of a line's height: pieces whose middles are nearer stand on one line
# A cell with most of the words of a table and a paragraph of prose: the page is set in a frame.
_FRAME_SHARE = 0.6
_FRAME_WORDS = 200  # characters; cells of text in measured tables hold 130 at most
_STEP = 0.8  # of the usual distance of rows: lines of one wrapped name stand nearer


@dataclass(frozen=True, slots=True)
class Piece:
    """Words on one line of a cell, with the middle of their height."""

    text: str
    left: float
    middle: float
    height: float


@dataclass(slots=True)
class Filled:
    """A ruled table of a page and the pieces that stand in each of its cells."""

    ruled: RuledTable
    pieces: dict[RuledCell, list[Piece]] = field(default_factory=dict)

    def table(self) -> Table | None:
        """The table as a block; None where it only frames a page or holds next to nothing."""
        texts = {cell: _lines(self.pieces.get(cell, [])) for cell in self.ruled.cells}
        sizes = [sum(map(len, lines)) for lines in texts.values()]
        if sum(1 for size in sizes if size) < 4 or _is_frame(texts, sizes):
            return None
        rows: list[list[Cell]] = []
        for number in range(len(self.ruled.levels) - 1):
            cells = [cell for cell in self.ruled.cells if cell.row == number]
            several = [cell for cell in cells if _values(texts[cell]) > 1]
            if several and all(cell.rows == 1 for cell in cells):
                rows += _split(cells, self.pieces)
            else:
                rows.append([_cell(texts[cell], cell) for cell in cells])
        return Table(rows)

    def lines(self) -> list[str]:
        """The words as lines, where it is no table."""
        pieces = [piece for found in self.pieces.values() for piece in found]
        return ["\t".join(piece.text for piece in line) for line in _by_height(pieces)]


def _is_frame(texts: dict[RuledCell, list[str]], sizes: Sequence[int]) -> bool:
    largest = max(sizes)
    if largest <= max(_FRAME_WORDS, _FRAME_SHARE * sum(sizes)):
        return False
    lines = max(texts.values(), key=lambda lines: sum(map(len, lines)))
    return any("。" in line for line in lines)


def _values(lines: Sequence[str]) -> int:
    return sum(kind_of(line) == "value" for line in lines)


def _cell(lines: Sequence[str], place: RuledCell) -> Cell:
    return Cell(_blocks(joined(lines)), place.columns, place.rows)


def _blocks(text: str) -> list[Block]:
    return [Paragraph(text)] if text else []


def _by_height(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """Pieces in lines from above, each from the left."""
    lines: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda piece: -piece.middle):
        if lines and lines[-1][0].middle - piece.middle < _SAME_LINE * piece.height:
            lines[-1].append(piece)
        else:
            lines.append([piece])
    return [sorted(line, key=lambda piece: piece.left) for line in lines]


def _lines(pieces: Sequence[Piece]) -> list[str]:
    return [" ".join(piece.text for piece in line) for line in _by_height(pieces)]


def joined(lines: Sequence[str]) -> str:
    """The lines of one cell as one: a blank only between words of letters or digits."""
    result = ""
    for line in lines:
        parted = result and not (is_han(result[-1]) or is_han(line[0])) and line[0].isalnum()
        result += f" {line}" if parted and result[-1].isalnum() else line
    return result


def _split(cells: Sequence[RuledCell], pieces: dict[RuledCell, list[Piece]]) -> list[list[Cell]]:
    """The rows of a room that holds several, one for each height at which values stand."""
    everything = [piece for cell in cells for piece in pieces.get(cell, [])]
    lines = _by_height(everything)
    owner = {id(piece): cell for cell in cells for piece in pieces.get(cell, [])}
    valued = [any(kind_of(piece.text) == "value" for piece in line) for line in lines]
    middles = [line[0].middle for line in lines]
    rows: list[list[list[Piece]]] = []
    for index, line in enumerate(lines):
        # A line of words goes with the values that it stands close to, above them or below.
        below = not valued[index] and _wrapped(index, middles, valued)
        above = bool(rows) and not any(map(_any_valued, rows[-1]))
        if rows and (below or (above and _wrapped(index - 1, middles, valued))):
            rows[-1].append(line)
        else:
            rows.append([line])
    result: list[list[Cell]] = []
    for row in rows:
        found: list[Cell] = []
        for cell in cells:
            words = [
                " ".join(piece.text for piece in line if owner[id(piece)] is cell) for line in row
            ]
            found.append(Cell(_blocks(joined([part for part in words if part])), cell.columns))
        result.append(found)
    return result


def _any_valued(line: Sequence[Piece]) -> bool:
    return any(kind_of(piece.text) == "value" for piece in line)


def _wrapped(index: int, middles: Sequence[float], valued: Sequence[bool]) -> bool:
    """Whether a line of words stands nearer to a line of values than rows stand to each other."""
    places = [place for place, value in enumerate(valued) if value]
    steps = sorted(middles[one] - middles[two] for one, two in pairwise(places))
    if not steps:
        return False
    usual = steps[len(steps) // 2]
    return any(
        valued[other] and abs(middles[index] - middles[other]) < _STEP * usual
        for other in (index - 1, index + 1)
        if 0 <= other < len(middles)
    )
