"""Rows that tabs part, some of them short: heads of several rows printed once, cells left off.

The widest rows tell how many heads a row has and how many values behind them. A short row that has
all its values lacks heads, which the rows above it hold; one that has all its heads lacks values
at its end. Any other is not read.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

from summarizer import patterns as re
from summarizer.reading.document import TableCell
from summarizer.reading.tables.frame import Draft, is_note
from summarizer.reading.tables.items import Item
from summarizer.reading.tables.values import kind_of, squeezed
from summarizer.spans import Range

_FEWEST_ROWS = 3  # two rows agree by chance
_HEADER_LINES = 2  # a third was not seen where cells are lost
_TOTAL = re.compile("[合小总共]计|(?:合计|小计|总计|共计)")
_OPENING = ("（", "(", "[", "【")
# Rates are printed in per cent, other things are not.
_RATE = re.compile(r"(?:[率幅]|比重|占比|比例)(?:[（(].*[）)])?\Z")
_PER_CENT = frozenset(("%", "‰", "％"))

Cells = tuple[TableCell, ...]


def tabbed(run: Sequence[Item], above: Sequence[Item]) -> tuple[Draft, int, int] | None:
    """The table of rows of unequal width; None where their heads and values do not tell.

    With it how many lines of the run it takes, and how many of those above are its header.
    """
    run = run[: next((place for place, item in enumerate(run) if _begins(item)), len(run))]
    rows = [_trimmed(item) for item in run if item.form == "row"]
    if len(rows) < _FEWEST_ROWS:
        return None
    shapes = [_shape(row) for row in rows]
    values, agreeing = Counter(count for _, count in shapes).most_common(1)[0]
    heads = max(words for words, count in shapes if count == values)
    if not values or not heads or agreeing < 0.5 * len(rows):
        return None
    # The first line of the first row's first cell stands above it: 摆所 ⏎ （4个）.
    begun = bool(above) and len(above[-1].cells) == 1 and run[0].text.startswith(_OPENING)
    run = [above[-1], *run] if begun else run
    above = above[:-1] if begun else above
    for taken in range(_HEADER_LINES, 0, -1):
        lines = [_trimmed(item) for item in above[len(above) - taken :]]
        if len(above) >= taken and all(item.form == "cell" for item in above[-taken:]):
            header = _header(lines, heads, values)
            if header is not None:
                break
    else:
        return None
    last = max(place for place, item in enumerate(run) if item.form == "row") + 1
    body, unsure = _body(run[:last], heads, values)
    span = Range(above[-taken].span.start, run[last - 1].span.end)
    draft = Draft(span, (header, *body), headed=1, exact=True, unsure=frozenset(unsure))
    return draft, last - begun, taken + begun


def every_tab(
    text: str, run: Sequence[Item], above: Sequence[Item]
) -> tuple[Draft, int, int] | None:
    """The table of rows in which two tabs in a row stand around an empty cell.

    That is so where all rows and the line of heads have as many tabs; None where some have not,
    or where no cell is empty.
    """
    rows = run[: next((place for place, item in enumerate(run) if _begins(item)), len(run))]
    if not above or above[-1].form != "cell" or len(rows) < _FEWEST_ROWS:
        return None
    header, *body = [_split(text, item) for item in (above[-1], *rows)]
    if len(header) < 3 or any(len(row) != len(header) for row in body):
        return None
    kept = [
        place
        for place in range(len(header))
        if any(row[place].text for row in (header, *body))
    ]
    if all(row[place].text for row in body for place in kept) or not _named(
        [header[place] for place in kept]
    ):
        return None
    table = [tuple(row[place] for place in kept) for row in (header, *body)]
    span = Range(above[-1].span.start, rows[-1].span.end)
    return Draft(span, tuple(table), headed=1, exact=True), len(rows), 1


def _split(text: str, item: Item) -> list[TableCell]:
    """The cells of a whole line, one behind each of its tabs."""
    start = text.rfind("\n", 0, item.span.start) + 1
    end = text.find("\n", item.span.end)
    end = len(text) if end < 0 else end
    cells: list[TableCell] = []
    for part in text[start:end].split("\t"):
        words = part.strip()
        place = start + len(part) - len(part.lstrip()) if words else min(start, item.span.end)
        known = next((cell for cell in item.cells if words and cell.span.start == place), None)
        cells.append(known or TableCell(words, Range(place, place + len(words))))
        start += len(part) + 1
    return cells


def _begins(item: Item) -> bool:
    """Whether a line is the unit note or the header of the next table."""
    words = [cell for cell in item.cells if cell.text]
    return is_note(item) or (item.form == "cell" and len(words) > 1 and _named(words))


def _trimmed(item: Item) -> list[TableCell]:
    """The cells of a line without the empty ones at its end."""
    cells = list(item.cells)
    while cells and not cells[-1].text:
        cells.pop()
    return cells


def _shape(row: Sequence[TableCell]) -> tuple[int, int]:
    """How many heads a row has, and how many values behind the last of them."""
    kinds = [kind_of(cell.text) for cell in row]
    last = max((place for place, kind in enumerate(kinds) if kind == "text"), default=-1)
    return last + 1, len(row) - last - 1


def _header(lines: Sequence[Sequence[TableCell]], heads: int, values: int) -> Cells | None:
    """One head a column from one or two lines; None where they can be laid over in two ways."""
    upper = lines[0]
    if len(lines) == 1:
        return tuple(upper) if len(upper) == heads + values and _named(upper) else None
    lower = lines[1]
    groups = upper[heads:]
    if len(lower) != values or not groups or len(groups) > values or not _named(upper):
        return None
    fitting = [
        names
        for ends in combinations(range(1, values), len(groups) - 1)
        if (names := _laid_over(groups, lower, [0, *ends, values])) is not None
    ]
    if len(fitting) != 1:
        return None
    return (*upper[:heads], *fitting[0])


def _named(cells: Sequence[TableCell]) -> bool:
    return all(kind_of(cell.text) in ("text", "date") for cell in cells)


def _laid_over(
    groups: Sequence[TableCell], lower: Sequence[TableCell], edges: Sequence[int]
) -> list[TableCell] | None:
    """The heads with each group over its part; None where a rate is not in per cent."""
    result: list[TableCell] = []
    for group, (start, end) in zip(groups, pairwise(edges), strict=True):
        for cell in lower[start:end]:
            per_cent = squeezed(cell.text) in _PER_CENT
            if per_cent is not (_RATE.search(squeezed(group.text)) is not None):
                return None
            result.append(TableCell(f"{group.text}（{cell.text}）", cell.span))
    return result


def _body(run: Sequence[Item], heads: int, values: int) -> tuple[list[Cells], set[int]]:
    """The rows, filled up to one width, and where the cells of those begin that are in doubt."""
    body: list[Cells] = []
    unsure: set[int] = set()
    held: Sequence[TableCell] | None = None  # none but words of a total above: ()
    waiting: TableCell | None = None
    for item in run:
        row = _trimmed(item)
        if item.form != "row":
            if len(row) == 1 and kind_of(row[0].text) in ("text", "date"):
                waiting = row[0]
            continue
        if waiting is not None and row[0].text.startswith(_OPENING):
            # The first cell of a row on two lines: 摆所 ⏎ （4个）.
            row[0] = TableCell(
                waiting.text + row[0].text, Range(waiting.span.start, row[0].span.end)
            )
        elif waiting is not None:
            empty = TableCell("", Range(waiting.span.end, waiting.span.end))
            body.append((waiting, *(empty,) * (heads + values - 1)))
        waiting = None
        words, count = _shape(row)
        total = any(_TOTAL.match(squeezed(cell.text)) for cell in row[:words])
        filled = list(_filled(row, words, count, heads, values, held or ()))
        if len(filled) != heads + values:
            filled = _padded(row, heads + values)
            unsure.update(cell.span.start for cell in row)
        elif total:
            held = ()
        elif words == heads:
            held = row[:heads]
        elif held is None and words < heads and len(row) < heads + values:
            unsure.update(cell.span.start for cell in row[words:])
        body.append(tuple(filled))
    return body, unsure


def _filled(
    row: Sequence[TableCell],
    words: int,
    count: int,
    heads: int,
    values: int,
    held: Sequence[TableCell],
) -> Iterator[TableCell]:
    """A row at full width; fewer cells where nobody can say what it lacks."""
    lacking = heads + values - len(row)
    if words < heads and count == values and lacking > 0:
        empty = Range(row[0].span.start, row[0].span.start)
        for place in range(lacking):
            above = held[place].span if place < len(held) else empty
            yield TableCell("", above, merged=place < len(held))
        yield from row
    elif lacking == 0 or (words == heads and lacking > 0):
        yield from row
        end = Range(row[-1].span.end, row[-1].span.end)
        yield from (TableCell("", end),) * lacking


def _padded(row: Sequence[TableCell], width: int) -> list[TableCell]:
    end = Range(row[-1].span.end, row[-1].span.end)
    return [*row, *(TableCell("", end),) * (width - len(row))][:width]
