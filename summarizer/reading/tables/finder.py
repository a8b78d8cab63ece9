"""From the lines of a source to its tables, by what makes them tables, surest first.

A table that the file itself tells, then rows that bars part, then rows that gaps or blanks part,
then cells that stand one a line.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from summarizer.reading.document import TableBlock, TableCell
from summarizer.reading.table_doubts import Doubt
from summarizer.reading.tables.frame import Draft, framed, padded, with_note
from summarizer.reading.tables.grids import Grid
from summarizer.reading.tables.heads import heads_above
from summarizer.reading.tables.items import Item, groups
from summarizer.reading.tables.notes import NOTE
from summarizer.reading.tables.parts import parts_of
from summarizer.reading.tables.placed import placed
from summarizer.reading.tables.spread import spread
from summarizer.reading.tables.stacked import stacked
from summarizer.reading.tables.tabbed import every_tab, tabbed
from summarizer.reading.tables.values import kind_of, squeezed
from summarizer.spans import Range

_FEWEST_ROWS = 3  # two rows of words and values are two sentences as often
_FEWEST_VALUES = 4  # in one line that tabs part: no sentence has them
_FEWEST_PARTED = 2  # bars and tabs part nothing else
_FEWEST_LISTED = 4  # one figure a row: three may be a list
# Between two rows of one table: a heading of a group and its continuation, never more.
_BETWEEN = 2
_WORDED_CELLS = 3  # two cells of words are a name and what is said of it, as in a list
_NAME_LINES = 5  # where tabs or gaps part the rows: a long name in a narrow cell, below its group
# Rows that one after the other begin no table with what is below them, after which none of these
# lines does. In 99 reports a table began below one such row at most.
_FALSE_STARTS = 16


class _Run(NamedTuple):
    """Items that go on with each other, up to `end`, and the table that they are, if any.

    `headed` says that the heads of its columns may stand on lines above, `heads` how many lines
    above are known to be its header.
    """

    end: int
    draft: Draft | None = None
    headed: bool = False
    heads: int = 0


def find_tables(text: str, start: int = 0, grids: Sequence[Grid] = ()) -> tuple[TableBlock, ...]:
    """The tables of `text` from `start` on, in order; none overlaps another. Never raises."""
    known = {grid.span: grid for grid in grids}
    found: list[TableBlock] = []
    for group in groups(text, start, sorted(known)):
        found.extend(_of_group(text, group, known))
    return tuple(sorted(found, key=lambda table: table.span))


def _of_group(text: str, items: Sequence[Item], grids: dict[Range, Grid]) -> Iterator[TableBlock]:
    before: list[Item] = []
    index = failed = failed_end = 0
    while index < len(items):
        run = _starting(text, items, index, grids, before)
        if run.draft is None:
            if run.end > failed_end:
                failed, failed_end = 0, run.end
            failed += run.end > index + 1
            # Without an end to its trials a list of contents is looked at once for each entry.
            end = failed_end if failed >= _FALSE_STARTS else index + 1
            before.extend(items[index:end])
            index = end
            continue
        draft = run.draft
        if run.headed:
            draft, taken = heads_above(text, draft, before)
            del before[len(before) - taken :]
        del before[len(before) - run.heads :]
        first, *others = [draft] if draft.exact else parts_of(draft)
        table, taken = framed(text, first, before)
        del before[len(before) - taken :]
        yield from _stacks(text, before)
        yield table
        yield from (framed(text, other, ())[0] for other in others)
        before = []
        index = run.end
    yield from _stacks(text, before)


def _stacks(text: str, items: Sequence[Item]) -> Iterator[TableBlock]:
    for stack in stacked(items):
        table, _ = framed(text, stack.draft, items[: stack.first])
        yield table


def _starting(
    text: str,
    items: Sequence[Item],
    index: int,
    grids: dict[Range, Grid],
    above: Sequence[Item],
) -> _Run:
    item = items[index]
    if item.form == "grid":
        rows = tuple(tuple(row) for row in grids[item.span].cells(text))
        return _Run(index + 1, Draft(item.span, rows))
    if item.form in ("pipe", "rule"):
        return _piped(items, index)
    run = _rows(text, items, index, above) if item.form == "row" else _Run(index + 1)
    if run.draft is None and item.form in ("row", "words"):
        worded = _worded(items, index)
        return worded if worded.draft is not None or worded.end > run.end else run
    return run


def _piped(items: Sequence[Item], index: int) -> _Run:
    end = index
    while end < len(items) and items[end].form in ("pipe", "rule"):
        heads = [item.form for item in items[end : end + 2]] == ["pipe", "rule"]
        if items[end].gap and heads and end > index:
            break  # the header of the next table
        end += 1
    run = items[index:end]
    rows = [item.cells for item in run if item.form == "pipe"]
    if len(rows) < 2 or max(len(row) for row in rows) < 2:
        return _Run(end)
    ruled = next((place for place, item in enumerate(run) if item.form == "rule"), None)
    rows, doubt = spread(rows)
    span = Range(run[0].span.start, run[-1].span.end)
    return _Run(end, Draft(span, padded(rows), headed=ruled, doubt=doubt))


def _worded(items: Sequence[Item], index: int) -> _Run:
    """A run of rows that tabs part into three cells or more, whatever stands in them."""
    end = index
    while end < len(items) and items[end].form in ("row", "words", "cell"):
        if not items[end].parted or len(items[end].cells) < _WORDED_CELLS:
            break
        end += 1
    run = items[index:end]
    if len(run) < _FEWEST_ROWS or all(item.form != "words" for item in run):
        return _Run(end)
    rows = padded([item.cells for item in run])
    return _Run(end, Draft(Range(run[0].span.start, run[-1].span.end), rows), headed=True)


def _rows(text: str, items: Sequence[Item], index: int, above: Sequence[Item]) -> _Run:
    """A run of rows with values, and between them headings of groups and names on lines."""
    end = last = index
    between = 0
    first = items[index]
    width = len(first.cells)
    most = _NAME_LINES if first.parted else _BETWEEN
    while end < len(items) and between <= most:
        item = items[end]
        wrapped = item.clause and first.parted
        if item.form not in ("row", "cell") or (item.heading and not wrapped):
            break
        if item.form == "row":
            end = last = end + 1
            between = 0
        elif len(item.cells) in (1, width) or (item.parted and first.parted):
            # In a table of numbered rows, a number without a value is a row as well; a character
            # alone is one of a name that stands upright.
            numbered = item.marker and first.marker
            between += not (numbered or len(item.text) == 1)
            end += 1
        else:
            break
    run = items[index:last]
    rows = [item for item in run if item.form == "row"]
    if not _is_table(rows):
        return _Run(last)
    uneven = _uneven(text, run, rows, above)
    if uneven is not None:
        draft, taken, heads = uneven
        return _Run(index + taken, draft, heads=heads)
    width = Counter(len(item.cells) for item in rows).most_common(1)[0][0]
    draft = Draft(Range(run[0].span.start, run[-1].span.end), ())
    draft, kept = with_note(draft, run)
    if any(_is_other_header(text, item, width) for item in kept):
        draft = replace(draft, doubt=Doubt("inner_header"))
    return _Run(last, replace(draft, rows=tuple(_with_names(kept, width))), headed=True)


def _uneven(
    text: str, run: Sequence[Item], rows: Sequence[Item], above: Sequence[Item]
) -> tuple[Draft, int, int] | None:
    """The table of rows that are not all as wide as the line of heads, how many lines it takes and
    how many of those above are its header.

    Where gaps part the cells, their places tell the columns; where tabs do, what a row lacks.
    """
    if not run[0].parted:
        return None
    strict = every_tab(text, run, above)
    if strict is not None:
        return strict
    tabs = any("\t" in text[item.span.start : item.span.end] for item in rows[:3])
    widths = {len(item.cells) for item in rows}
    even = len(widths) == 1 and above and len(above[-1].cells) in widths and len(rows) == len(run)
    # A line of heads that begins above the values leaves the column of names without one.
    if even and (tabs or _indent(text, above[-1].cells[0]) < _indent(text, rows[0].cells[1])):
        return None
    return tabbed(run, above) if tabs else placed(text, run, above)


def _is_other_header(text: str, item: Item, width: int) -> bool:
    """Whether a line of words between rows has heads that only their places could tell apart."""
    words = sum(1 for cell in item.cells if cell.text)
    tabs = "\t" in text[item.span.start : item.span.end]
    return item.form == "cell" and item.parted and 1 < words < width and not tabs


def _indent(text: str, cell: TableCell) -> int:
    """How many characters stand before a cell on its line."""
    return cell.span.start - text.rfind("\n", 0, cell.span.start) - 1


def _with_names(items: Sequence[Item], width: int) -> Iterator[tuple[TableCell, ...]]:
    """The rows, each with its name where that stands on lines above its values."""
    waiting: list[Item] = []
    for item in items:
        if item.form != "row":
            waiting.append(item)
            continue
        nameless = len(item.cells) == width - 1 and kind_of(item.cells[0].text) == "value"
        start = len(waiting)
        if nameless and waiting:
            marked = [place for place, line in enumerate(waiting) if line.marker]
            start = marked[-1] if marked else 0
        yield from (_grouped(line, width) for line in waiting[:start])
        if start < len(waiting):
            span = Range(waiting[start].span.start, waiting[-1].span.end)
            name = "".join(line.text for line in waiting[start:])
            yield (TableCell(name, span), *item.cells)
        else:
            yield item.cells
        waiting = []
    yield from (_grouped(line, width) for line in waiting)


def _grouped(item: Item, width: int) -> tuple[TableCell, ...]:
    """The heading of a group filled up to the width of the rows."""
    empty = TableCell("", Range(item.span.end, item.span.end))
    return (*item.cells, *(empty,) * (width - len(item.cells)))


def _is_table(rows: Sequence[Item]) -> bool:
    """Whether rows of words and values are a table and neither a list nor the contents."""
    counts = [sum(kind_of(cell.text) == "value" for cell in row.cells) for row in rows]
    fewest = _FEWEST_PARTED if all(row.parted for row in rows) else _FEWEST_ROWS
    if len(rows) == 1 and rows[0].parted and counts[0] >= _FEWEST_VALUES:
        return True
    if max(counts, default=0) < 2:
        # One figure behind each name: a list of that, unless it is what stands on which page.
        if len(rows) < _FEWEST_LISTED:
            return False
        numbers = [squeezed(row.cells[-1].text) for row in rows]
        if any(row.marker for row in rows):
            # 一、债务余额 | 4,804.41: no page has such a number, and no tab parts a list.
            return all(row.parted for row in rows) and not any(map(str.isdecimal, numbers))
        if all(number.isdecimal() for number in numbers):
            pages = [int(number) for number in numbers if len(number) < 5]
            return len(pages) != len(numbers) or pages != sorted(pages)
        return True
    return len(rows) >= fewest and not any(NOTE.search(row.text) for row in rows[:1])
