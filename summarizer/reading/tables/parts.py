"""Several tables that are printed as one: each begins with a header of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from summarizer.reading.document import TableCell
from summarizer.reading.tables.frame import Draft
from summarizer.reading.tables.values import kind_of
from summarizer.spans import Range

Row = Sequence[TableCell]


def parts_of(draft: Draft) -> list[Draft]:
    """The tables of a draft, in order; most are one.

    A row of words begins another one below rows of values, where its first head is that of the
    first header again or it stands right below a heading of its own: 第（六）项 | 信息内容 | 数量.
    """
    starts = [0]
    valued = False
    for index, row in enumerate(draft.rows):
        if _holds_value(row):
            valued = True
        elif valued and _is_head(draft.rows, index):
            starts.append(index - 1 if _lone(draft.rows[index - 1]) else index)
            valued = False
    if not valued and len(starts) > 1:
        starts.pop()  # nothing stands below the last one
    if len(starts) == 1:
        return [draft]
    places = [draft.span.start, *(_start(draft.rows[index]) for index in starts[1:])]
    ends = [*places[1:], draft.span.end]
    rows = [
        draft.rows[start:end]
        for start, end in zip(starts, [*starts[1:], len(draft.rows)], strict=True)
    ]
    found = [
        replace(draft, span=Range(place, end), rows=_narrowed(part), headed=None)
        for place, end, part in zip(places, ends, rows, strict=True)
    ]
    found[0] = replace(found[0], headed=draft.headed)
    return found


def _narrowed(rows: Sequence[tuple[TableCell, ...]]) -> tuple[tuple[TableCell, ...], ...]:
    """Rows of words no wider than those of values, where only empty cells make them so."""
    widths = {len(row) for row in rows if _holds_value(row)}
    if len(widths) != 1:
        return tuple(rows)
    (width,) = widths
    return tuple(row[:width] if not any(cell.text for cell in row[width:]) else row for row in rows)


def _words(row: Row) -> list[str]:
    return [cell.text for cell in row if cell.text]


def _lone(row: Row) -> bool:
    """Whether a row is no more than a heading."""
    return len(_words(row)) == 1


def _holds_value(row: Row) -> bool:
    return any(kind_of(cell.text) == "value" for cell in row)


def _is_head(rows: Sequence[Row], index: int) -> bool:
    words = _words(rows[index])
    if len(words) < 2 or any(kind_of(text) != "text" for text in words):
        return False
    heads = {_words(row)[0] for row in rows[:index] if len(_words(row)) > 1 and _all_words(row)}
    return _lone(rows[index - 1]) or words[0] in heads


def _all_words(row: Row) -> bool:
    return all(kind_of(text) == "text" for text in _words(row))


def _start(row: Row) -> int:
    return min(cell.span.start for cell in row if cell.text and not cell.merged)
