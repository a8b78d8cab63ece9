"""Tables whose columns are told by position alone: cells that are empty leave no other trace.

Columns are the intervals that the cells of all rows cover together; a head belongs to the columns
that it stands above. Where two readings are left, the table is not read.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from summarizer import patterns as re
from summarizer.reading.characters import SPACE, ZERO_WIDTH, display_width
from summarizer.reading.document import TableCell
from summarizer.reading.tables.columns import Column, Piece, columns_of, home_of, is_data, under
from summarizer.reading.tables.frame import Draft, is_note
from summarizer.reading.tables.items import Item
from summarizer.reading.tables.notes import NAMED
from summarizer.reading.tables.over import heads_over
from summarizer.reading.tables.values import kind_of, squeezed
from summarizer.spans import Range

_FEWEST_ROWS = 3  # columns by position need rows that agree
_MOST_HEADS = 8  # lines of a header in narrow columns

_WORD = re.compile(f"[^{SPACE}{ZERO_WIDTH}]+")
_OPENING = ("（", "(")

Measure = Callable[[str], int]


@dataclass(slots=True)
class PlacedRow:
    """A row: the pieces in each column, and whether its name is in doubt."""

    cells: dict[int, list[Piece]] = field(default_factory=dict)
    unsure: bool = False


def placed(
    text: str, run: Sequence[Item], above: Sequence[Item]
) -> tuple[Draft, int, int] | None:
    """The table of a run of lines by the places of their cells; None where places do not tell.

    With it how many lines of the run it takes, and how many of those above are its header.
    """
    end = _end(run)
    run = run[:end]
    if sum(1 for item in run if item.form == "row") < _FEWEST_ROWS:
        return None
    # The first line of a name that is wrapped around the values of the first row.
    nameless = all(kind_of(cell.text) in ("value", "blank") for cell in run[0].cells)
    begun = nameless and bool(above) and above[-1].form == "cell" and len(above[-1].cells) == 1
    run = [above[-1], *run] if begun else run
    heads = _head_lines(above[:-1] if begun else above)
    for measure in (len, display_width):
        found = _read(text, run, heads, measure)
        if found is not None:
            draft, taken = found
            return draft, end, taken + begun
    return None


def _end(run: Sequence[Item]) -> int:
    """Behind the last row above the unit note of the next table."""
    note = next((place for place, item in enumerate(run) if is_note(item)), len(run))
    rows = [place for place, item in enumerate(run[:note]) if item.form == "row"]
    return rows[-1] + 1 if rows else 0


def _head_lines(above: Sequence[Item]) -> list[Item]:
    """The lines above the rows that can be its header, from above."""
    lines: list[Item] = []
    for item in reversed(above[-_MOST_HEADS:]):
        stop = item.form != "cell" or item.heading or is_note(item)
        if stop or (item.marker and len(item.cells) == 1) or NAMED.match(item.text):
            break
        lines.insert(0, item)
    return lines


def _pieces(text: str, item: Item, measure: Measure) -> list[Piece]:
    start = text.rfind("\n", 0, item.span.start) + 1
    found = []
    for cell in (part for each in item.cells for part in _values_apart(text, each)):
        found.append(_piece(text, start, cell, measure))
    return found


def _piece(text: str, start: int, cell: TableCell, measure: Measure) -> Piece:
    """A cell as a piece of the line that starts at `start`."""
    left = measure(text[start : cell.span.start])
    return Piece(left, left + measure(text[cell.span.start : cell.span.end]), cell, start)


def _values_apart(text: str, cell: TableCell) -> list[TableCell]:
    """A cell cut before and behind each value, where several stand in it or one is no plain number.

    Columns that stand close are parted by one blank: 4,175,888 98.1%; 206 国道项目 is a name.
    """
    words = _words_of(text, cell)
    kinds = [kind_of(word.text) for word in words]
    values = [word for word, kind in zip(words, kinds, strict=True) if kind == "value"]
    if len(words) < 2 or not (
        len(values) > 1 or any(not squeezed(value.text).isalnum() for value in values)
    ):
        return [cell]
    parts: list[list[TableCell]] = []
    before = ""
    for word, kind in zip(words, kinds, strict=True):
        if parts and kind != "value" and before != "value":
            parts[-1].append(word)
        else:
            parts.append([word])
        before = kind
    return [
        TableCell(
            "".join(word.text for word in part), Range(part[0].span.start, part[-1].span.end)
        )
        for part in parts
    ]


def _words_of(text: str, cell: TableCell) -> list[TableCell]:
    return [
        TableCell(word[0], Range(*word.span()))
        for word in _WORD.finditer(text, cell.span.start, cell.span.end)
    ]


def _narrow(
    text: str, line: Sequence[Piece], columns: Sequence[Column], measure: Measure
) -> list[Piece]:
    """A line of heads, with those cut at their blanks that stand over several columns."""
    result: list[Piece] = []
    for piece in line:
        words = _words_of(text, piece.cell) if len(under(piece, columns)) > 1 else []
        if len(words) < 2:
            result.append(piece)
            continue
        result += [_piece(text, piece.line, word, measure) for word in words]
    return result


def _read(
    text: str, run: Sequence[Item], heads: Sequence[Item], measure: Measure
) -> tuple[Draft, int] | None:
    lines = [_pieces(text, item, measure) for item in run]
    data = [is_data(line) for line in lines]
    columns = columns_of([line for line, valued in zip(lines, data, strict=True) if valued])
    if columns is None:
        return None
    above = [_pieces(text, item, measure) for item in heads]
    found = heads_over(columns, above) or heads_over(
        columns, [_narrow(text, line, columns, measure) for line in above]
    )
    if found is None:
        return None
    header, taken = found
    printed = {squeezed(item.text) for item in heads[len(heads) - taken :]}
    rows: list[PlacedRow | None] = []
    for line, item, valued in zip(lines, run, data, strict=True):
        repeated = not valued and squeezed(item.text) in printed
        row = None if repeated else _row(line, columns)
        if row is None and not repeated:
            return None
        rows.append(row)
    kept = _whole(rows, run, data, columns)
    start = min(item.span.start for item in [*heads[len(heads) - taken :], *run])
    empty = Range(start, start)
    table = [tuple(TableCell(words, place or empty) for words, place in header)]
    table += [_cells(row, len(columns), run[0]) for row in kept]
    unsure = frozenset(
        piece.cell.span.start
        for row in kept
        if row.unsure
        for pieces in row.cells.values()
        for piece in pieces
    )
    span = Range(start, run[-1].span.end)
    return Draft(span, tuple(table), headed=1, exact=True, unsure=unsure), taken


def _row(line: Sequence[Piece], columns: Sequence[Column]) -> PlacedRow | None:
    """A line with its pieces in their columns; None where two values claim one."""
    row = PlacedRow()
    for piece in line:
        home = home_of(piece, columns)
        if home is None:
            return None
        place, sure = home
        held = row.cells.setdefault(place, [])
        if held and (columns[place].valued or piece.kind == "value"):
            return None
        held.append(piece)
        row.unsure = row.unsure or not sure
    return row


def _whole(
    rows: Sequence[PlacedRow | None],
    run: Sequence[Item],
    data: Sequence[bool],
    columns: Sequence[Column],
) -> list[PlacedRow]:
    """The rows with the lines of words put to the rows that they are a part of.

    A line of words stands in the middle of a wrapped name above or below the values, or it is a row
    without values or a heading. A name that is missing beside values takes what stands around
    them; a marker begins a row; blank lines part rows. Anything else leaves the neighbours unsure.
    """
    first = next((place for place, column in enumerate(columns) if column.valued), 0)
    result: list[PlacedRow] = []
    owners: list[PlacedRow | None] = list(rows)
    for index, row in enumerate(rows):
        if row is None or data[index] or run[index].marker:
            continue
        above = rows[index - 1] if index else None
        if above is not None and data[index - 1] and run[index].text.startswith(_OPENING):
            owners[index] = above  # what a name adds in brackets on its second line
            continue
        near = [
            other
            for other in (index - 1, index + 1)
            if 0 <= other < len(rows) and rows[other] is not None and not _apart(run, index, other)
        ]
        nameless = [
            other
            for other in near
            if data[other] and not any(place < first for place in _of(rows[other]))
        ]
        if len(nameless) == 1:
            owners[index] = rows[nameless[0]]
        elif any(place < first for place in _of(row)):
            # Any other words name something; a remark beside the values names nothing.
            for other in near:
                neighbour = rows[other]
                if neighbour is not None and data[other]:
                    neighbour.unsure = True
    for index, row in enumerate(rows):
        if row is None:
            continue
        owner = owners[index]
        if owner is row or owner is None:
            result.append(row)
            continue
        for place, pieces in row.cells.items():
            held = owner.cells.setdefault(place, [])
            held.extend(pieces)
            held.sort(key=lambda piece: piece.cell.span)
    return result


def _of(row: PlacedRow | None) -> list[int]:
    return list(row.cells) if row is not None else []


def _apart(run: Sequence[Item], one: int, other: int) -> bool:
    """Whether a blank line stands between two lines that follow each other."""
    return run[max(one, other)].gap


def _cells(row: PlacedRow, width: int, first: Item) -> tuple[TableCell, ...]:
    pieces = (piece for held in row.cells.values() for piece in held)
    start = min((piece.cell.span.start for piece in pieces), default=first.span.start)
    empty = TableCell("", Range(start, start))
    cells = []
    for place in range(width):
        held = row.cells.get(place)
        if not held:
            cells.append(empty)
            continue
        same = len({piece.line for piece in held}) == 1
        words = "".join(piece.cell.text for piece in held)
        last = held[-1].cell.span.end if same else held[0].cell.span.end
        cells.append(TableCell(words, Range(held[0].cell.span.start, last)))
    return tuple(cells)
