"""The pages of a PDF as one text: tables that a page break cuts are whole again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from summarizer import patterns as re
from summarizer.reading.formats.blocks import Cell, Extracted, Paragraph, Table, Writer, words
from summarizer.reading.limits import Limits
from summarizer.reading.tables.values import Kind, kind_of

Part = str | Table

# What stands between the halves of a table: the number of the page, and nothing else.
_PAGE_NUMBER = re.compile(r"\W*(?:第\s*)?[0-9]{1,4}(?:\s*页)?(?:\W*共?\s*[0-9]{1,4}\s*页?)?\W*")


def whole(pages: Sequence[Sequence[Part]]) -> list[list[Part]]:
    """The pages with each table that goes on at the top of the next page put together."""
    result: list[list[Part]] = []
    open_table: Table | None = None
    for page in pages:
        parts = [part for part in page if isinstance(part, Table) or part.strip()]
        said = [part for part in parts if isinstance(part, Table) or not _is_number(part)]
        first: Part | None = said[0] if said else None
        if open_table is not None and isinstance(first, Table) and _goes_on(open_table, first):
            open_table.rows += _without_heads(open_table, first)
            parts = [part for part in parts if part is not first]
            said = said[1:]
            last: Part | None = said[-1] if said else open_table
        else:
            last = said[-1] if said else None
        open_table = last if isinstance(last, Table) else None
        result.append(parts)
    return result


def _is_number(part: str) -> bool:
    return _PAGE_NUMBER.fullmatch(part.strip()) is not None


def _width(table: Table) -> int:
    return max(sum(cell.columns for cell in row) for row in table.rows)


def _goes_on(before: Table, after: Table) -> bool:
    """Whether a table has the columns of the one at the end of the page before it.

    Below values a row of words alone is the header printed again, or that of another table.
    """
    if not (before.rows and after.rows) or _width(before) != _width(after):
        return False
    again = _texts(before.rows[0]) == _texts(after.rows[0])
    valued = any("value" in _kinds(row) for row in before.rows)
    return again or not (valued and set(_kinds(after.rows[0])) <= {"text", "date"})


def _kinds(row: Iterable[Cell]) -> list[Kind]:
    return [kind_of(words(cell)) for cell in row]


def _without_heads(before: Table, after: Table) -> list[list[Cell]]:
    """The rows below those that the page prints again."""
    start = 0
    for above, row in zip(before.rows, after.rows, strict=False):
        if _texts(above) != _texts(row):
            break
        start += 1
    return after.rows[start:]


def _texts(row: Iterable[Cell]) -> list[tuple[str, int]]:
    return [(words(cell), cell.columns) for cell in row]


def written(pages: Sequence[Sequence[Part]]) -> Extracted:
    """The text of pages, a line a line and a row a row, and where their tables are."""
    lines = sum(len(part.rows) if isinstance(part, Table) else 1 for page in pages for part in page)
    writer = Writer(Limits(paragraphs=lines * 2 + 1))  # a page is bounded by its characters
    for page in pages:
        for part in page:
            if isinstance(part, Table):
                writer.table(part)
            else:
                writer.write([Paragraph(part)])
        writer.write([Paragraph("")])
    return Extracted("".join(writer.pieces).rstrip("\n"), tuple(writer.grids))
