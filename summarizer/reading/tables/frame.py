"""What stands around the values of a table: caption, unit note, header; and what is regular."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from summarizer import patterns as re
from summarizer.reading.document import TableBlock, TableCell
from summarizer.reading.table_doubts import Doubt
from summarizer.reading.tables.items import Item
from summarizer.reading.tables.notes import NAMED, NOTE
from summarizer.reading.tables.values import kind_of, squeezed
from summarizer.spans import Range

# A sentence that leads to a table names it: 主要农产品产量如下：
_LEADING = re.compile(
    r"(?:[^。；;]{0,60}[。；;])?(?P<name>[^。；;，,]{2,40}?)(?:情况)?(?:如下表?|见下表)[:：]?$"
)
_LONGEST_NOTE = 40  # who made the table, as of when, and the unit
_LONGEST_NAME = 80  # a caption with its unit in brackets: the name of a statute has 60
_LABELLED = re.compile("[：:]")
_HEADER_ROWS = 4  # statistical tables have three; one to spare
_REACH = 3  # lines above a table: caption, unit note, number


@dataclass(frozen=True, slots=True)
class Draft:
    """A table before its frame is known: all its rows in order, and what is wrong with them.

    `headed` is the number of header rows where the layout itself tells (a Markdown rule), `exact`
    where that is so beyond doubt. `unsure` holds where the cells of rows begin whose names nobody
    can tell.
    """

    span: Range
    rows: tuple[tuple[TableCell, ...], ...]
    headed: int | None = None
    caption: str | None = None
    unit_note: str | None = None
    doubt: Doubt | None = None
    exact: bool = False
    unsure: frozenset[int] = frozenset()


def framed(text: str, draft: Draft, above: Sequence[Item]) -> tuple[TableBlock, int]:
    """The table with caption, unit note and header; and how many items above belong to it."""
    rows = [row for row in draft.rows if any(cell.text for cell in row)]
    caption, note, headed = draft.caption, draft.unit_note, draft.headed
    while not draft.exact and len(rows) > 1 and len(rows[0]) > 1:
        if sum(1 for cell in rows[0] if cell.text) != 1:
            break
        lone = next(cell.text for cell in rows[0] if cell.text)
        if kind_of(lone) != "text":
            break
        caption, note = _named(lone, caption, note)
        rows = rows[1:]
        headed = max(0, headed - 1) if headed is not None else None
    start = draft.span.start
    taken = 0
    for item in list(reversed(above))[:_REACH]:
        if item.form != "cell" or item.marker or item.heading:
            break
        noted = is_note(item)
        if not noted and (caption is not None or not _may_name(text, item)):
            break
        caption, note = _named(item.text, caption, note)
        taken += 1
        start = item.span.start
    if caption is None:
        caption = _told(text, start)
    count = headed if draft.exact and headed is not None else _header_rows(rows, headed)
    header = _header(rows[:count])
    body = tuple(rows[count:])
    doubt = draft.doubt or _irregular(body, header)
    block = TableBlock(
        span=Range(start, draft.span.end),
        rows=body,
        header=header,
        caption=caption,
        unit_note=note,
        doubt=doubt,
        unsure=frozenset(
            number
            for number, row in enumerate(body)
            if any(cell.text and cell.span.start in draft.unsure for cell in row)
        ),
    )
    return block, taken


def _named(printed: str, caption: str | None, note: str | None) -> tuple[str | None, str | None]:
    """Caption and unit note with what a line above the values adds to them."""
    found = NOTE.search(printed)
    if found is not None:
        note = note or found[0].strip("（(）)[]【】 ")
        printed = f"{printed[: found.start()]} {printed[found.end() :]}"
    printed = " ".join(printed.split())
    if found is not None and _LABELLED.search(printed):
        printed = ""  # who made it, as of when
    return (caption or printed or None), note


def _may_name(text: str, item: Item) -> bool:
    """Whether a line above a table is its caption rather than the end of a paragraph."""
    if item.parted or item.text[-1:] in "：:，,、":
        return False
    if NAMED.match(item.text):
        return True
    before = text[: item.span.start].rstrip()
    # The first line of a text is its title.
    return bool(before) and kind_of(item.text) == "text"


def _told(text: str, start: int) -> str | None:
    """The name that the sentence just above a table gives it."""
    line_start = max(text.rfind("\n", 0, len(text[:start].rstrip())) + 1, start - 200, 0)
    line = text[line_start:start].strip()
    match = _LEADING.search(line)
    return match["name"].strip("*#- \u3000") if match else None


def _header_rows(rows: Sequence[Sequence[TableCell]], headed: int | None) -> int:
    """How many leading rows are the header: those without a value, up to a heading of a group."""
    holding = [any(kind_of(cell.text) == "value" for cell in row) for row in rows]
    if not any(holding):
        return min(len(rows) - 1, headed or 0)
    leading = holding.index(True)
    lone = [sum(1 for cell in row if cell.text) == 1 and len(row) > 1 for row in rows[:leading]]
    return min(len(list(takewhile(lambda alone: not alone, lone))), _HEADER_ROWS)


def _header(rows: Sequence[Sequence[TableCell]]) -> tuple[TableCell, ...]:
    """One cell a column from the rows of a header, the outer heads before the inner."""
    if not rows:
        return ()
    width = max(len(row) for row in rows)
    texts = {cell.span: cell.text for row in rows for cell in row if not cell.merged}
    several = len(rows) > 1
    columns: list[TableCell] = []
    for column in range(width):
        parts: list[str] = []
        place = rows[0][min(column, len(rows[0]) - 1)].span
        for depth, row in enumerate(rows):
            if column >= len(row):
                continue
            cell = row[column]
            words = texts.get(cell.span, "") if cell.merged else cell.text
            if not words and several and depth < len(rows) - 1:
                # In a Markdown table a head that reaches over columns leaves the rest empty.
                below = any(column < len(r) and r[column].text for r in rows[depth + 1 :])
                left = next((c.text for c in reversed(row[:column]) if c.text), "")
                words = left if below and column else ""
            if words and words not in parts:
                parts.append(words)
                place = cell.span
        columns.append(TableCell(" ".join(parts), place))
    return tuple(columns)


def _irregular(rows: Sequence[Sequence[TableCell]], header: Sequence[TableCell]) -> Doubt | None:
    """Why rows and columns cannot be told apart, or None where they can."""
    widths = sorted({len(row) for row in rows})
    if not rows:
        return Doubt("no_rows")
    if len(widths) > 1:
        return Doubt("cells", (str(widths[0]), str(widths[-1])))
    if header and len(header) != widths[0]:
        return Doubt("header", (str(len(header)), str(widths[0])))
    return None


def padded(rows: Sequence[Sequence[TableCell]]) -> tuple[tuple[TableCell, ...], ...]:
    """Rows filled up with empty cells at their ends, as Markdown reads them."""
    width = max((len(row) for row in rows), default=0)
    return tuple(
        (*row, *(TableCell("", Range(row[-1].span.end, row[-1].span.end)),) * (width - len(row)))
        for row in rows
        if row
    )


def is_note(item: Item) -> bool:
    """Whether a line says the unit of all values: alone, or beside who made the table.

    A unit in the head of a column (收费金额（单位：万元）) is that column's.
    """
    found = NOTE.search(item.text)
    bracketed = found is not None and found[0][0] in "（([【" and len(item.cells) == 1
    longest = _LONGEST_NAME if bracketed else _LONGEST_NOTE
    if found is None or len(squeezed(item.text)) >= longest:
        return False
    rest = f"{item.text[: found.start()]} {item.text[found.end() :]}".strip()
    named = NAMED.match(rest) is not None or _LABELLED.search(rest) is not None
    return not rest or named or len(item.cells) == 1


def with_note(draft: Draft, items: Sequence[Item]) -> tuple[Draft, tuple[Item, ...]]:
    """A draft with the unit note among the items inside it, and the items that are left."""
    left = []
    for item in items:
        if is_note(item):
            caption, note = _named(item.text, draft.caption, draft.unit_note)
            draft = replace(draft, caption=caption, unit_note=note)
        else:
            left.append(item)
    return draft, tuple(left)
