"""Tables whose cells stand one a line, as a page loses its markup: rows found again.

The cells of such a table repeat a pattern of words and values. Where it repeats with one width,
that is the row; where heads that reached over several rows are left out (乡镇 before each 村), the
rows end where values end. Anything else is a table that cannot be read.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from summarizer.reading.document import TableCell
from summarizer.reading.table_doubts import Doubt
from summarizer.reading.tables.frame import Draft
from summarizer.reading.tables.items import Item
from summarizer.reading.tables.values import Kind, kind_of, squeezed
from summarizer.spans import Range

_FEWEST_VALUES = 3  # two numbers in a row stand in any text
# In the flattened tables measured a third to three quarters of the cells are values; in lists of
# links and in signatures under a tenth.
_SHARE = 0.25
_WIDEST = 24  # columns; more were not seen, and the work grows with it


@dataclass(frozen=True, slots=True)
class Stack:
    """A stacked table: its draft and the index of the item where it begins."""

    draft: Draft
    first: int


def stacked(items: Sequence[Item]) -> Iterator[Stack]:
    """The tables in a run of lines of one cell each."""
    begin = 0
    for end in range(len(items) + 1):
        stop = end == len(items) or items[end].form != "cell" or items[end].parted
        if stop or items[end].marker or items[end].heading:
            for low, high in _parts(items[begin:end]):
                found = _of_stretch(items[begin + low : begin + high])
                if found is not None:
                    yield Stack(found.draft, begin + low + found.first)
            begin = end + 1


def _parts(items: Sequence[Item]) -> Iterator[tuple[int, int]]:
    """The tables that follow each other in a stretch, each with the words that head it."""
    held = [kind_of(item.cells[0].text) in ("value", "blank") for item in items]
    runs: list[tuple[int, int]] = []
    for index, value in enumerate(held):
        if runs and held[runs[-1][0]] is value:
            runs[-1] = (runs[-1][0], index + 1)
        else:
            runs.append((index, index + 1))
    counts = Counter(end - start for start, end in runs if held[start])
    if not counts:
        return
    # A header names every value and the head before them; then the first row's own head follows.
    several = max(4, counts.most_common(1)[0][0] + 2)
    begin = 0
    for start, end in runs[1:]:
        if not held[start] and end - start >= several and end < len(items):
            yield begin, start
            begin = start
    yield begin, len(items)


def _of_stretch(items: Sequence[Item]) -> Stack | None:
    if len(items) < _FEWEST_VALUES + 2:
        return None
    cells, starts = _cells(items)
    kinds = [kind_of(cell.text) for cell in cells]
    values = [index for index, kind in enumerate(kinds) if kind == "value"]
    if len(values) < _FEWEST_VALUES or _counts_up(cells, values):
        return None
    first, last = values[0], values[-1]
    # One figure each far apart is a list, not a table.
    if len(values) < _SHARE * (last + 1 - first):
        return None
    found = _periodic(cells, kinds, first, last) or _merged(cells, kinds, first, last)
    draft, begin = found
    return Stack(draft, starts[begin])


def _cells(items: Sequence[Item]) -> tuple[list[TableCell], list[int]]:
    """The cells, lines of one cell joined where blank lines part the cells; their first items."""
    parted = sum(1 for item in items[1:] if item.gap) >= 0.8 * (len(items) - 1)
    cells: list[TableCell] = []
    starts: list[int] = []
    for index, item in enumerate(items):
        cell = item.cells[0]
        if parted and cells and not item.gap:
            span = Range(cells[-1].span.start, cell.span.end)
            cells[-1] = TableCell(f"{cells[-1].text} {cell.text}", span)
            continue
        cells.append(cell)
        starts.append(index)
    return cells, starts


def _counts_up(cells: Sequence[TableCell], values: Sequence[int]) -> bool:
    """Whether the values are the numbers of a list or of pages: each one more than the last."""
    numbers = [squeezed(cells[index].text) for index in values]
    if not all(number.isdecimal() and len(number) < 5 for number in numbers):
        return False
    return all(int(after) - int(before) == 1 for before, after in pairwise(numbers))


def _periodic(
    cells: Sequence[TableCell], kinds: Sequence[Kind], first: int, last: int
) -> tuple[Draft, int] | None:
    """A table of one width: a header of words, then rows of the same kinds of cells."""
    for start in range(max(0, first - 2 * _WIDEST), first - 1):
        for width in range(2, min(_WIDEST, first - start) + 1):
            end = _repeats(kinds, start + width, width)
            rows = (end - start - width) // width
            if rows >= 2 and end > last:
                table = [tuple(cells[place : place + width]) for place in range(start, end, width)]
                return Draft(_span(cells, start, end), tuple(table)), start
    return None


def _repeats(kinds: Sequence[Kind], start: int, width: int) -> int:
    """Where rows of `width` cells that begin at `start` stop being alike."""
    holds = [kind in ("value", "blank") for kind in kinds[start : start + width]]
    if len(holds) < width or not any(holds) or holds[0]:
        return start
    end = start
    while end + width <= len(kinds):
        row = kinds[end : end + width]
        if any(
            kind != "date" and (kind in ("value", "blank")) is not held
            for kind, held in zip(row, holds, strict=True)
        ):
            break
        end += width
    return end


def _merged(
    cells: Sequence[TableCell], kinds: Sequence[Kind], first: int, last: int
) -> tuple[Draft, int]:
    """A table whose rows end where their values end; heads of several rows are printed once."""
    rows: list[tuple[list[TableCell], list[TableCell]]] = []
    for index in range(first, last + 1):
        if kinds[index] in ("value", "blank"):
            if not rows:
                rows.append(([], []))
            rows[-1][1].append(cells[index])
        elif rows and not rows[-1][1]:
            rows[-1][0].append(cells[index])
        else:
            rows.append(([cells[index]], []))
    heads = max((len(words) for words, _ in rows[1:]), default=1)
    counts = sorted({len(values) for _, values in rows})
    width = heads + counts[-1]
    begin = first - heads - width
    doubt = None
    if len(counts) > 1:
        doubt = Doubt("values", (str(counts[0]), str(counts[-1])))
    elif begin < 0 or len(rows) < 2:
        doubt = Doubt("no_header", (str(width),))
    elif begin > 1:
        # A head over all rows may stand in the first one alone: then the header is another.
        doubt = Doubt("two_headers", (str(first), str(width)))
    if doubt is not None:
        # Nobody can say where the header starts; what is in doubt is not told as prose.
        begin = 0 if first <= 2 * width + 2 else max(0, first - heads - width)
        words = list(cells[begin:first])
        table = [(*words, *rows[0][1]), *((*words, *values) for words, values in rows[1:])]
        return Draft(_span(cells, begin, last + 1), tuple(table), headed=0, doubt=doubt), begin
    rows[0] = (list(cells[first - heads : first]), rows[0][1])
    regular: list[tuple[TableCell, ...]] = [tuple(cells[begin : begin + width])]
    for words, values in rows:
        above = regular[-1]
        held = [
            TableCell("", above[column].span, merged=True) for column in range(heads - len(words))
        ]
        regular.append((*held, *words, *values))
    return Draft(_span(cells, begin, last + 1), tuple(regular), headed=1), begin


def _span(cells: Sequence[TableCell], first: int, end: int) -> Range:
    return Range(cells[first].span.start, cells[end - 1].span.end)
