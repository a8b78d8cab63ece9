"""Writing a sheet: every text cell is a string, widths by content, heights that all programs show.

XlsxWriter is asked for strings explicitly, so nothing from a report becomes a formula or a link.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from rich.cells import cell_len

from summarizer.output.phrases import clean
from summarizer.output.wording import word
from summarizer.output.workbook.columns import Cell, Row
from summarizer.vocabulary import Lang

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

# Excel's specification: characters in a cell, and points of a row's height.
_MOST_CHARACTERS = 32_767
_MOST_HEIGHT = 409  # points; Excel takes no higher row
_LINE = 15.5
"""Points of a line at ten points of type, Chinese included, in Excel and LibreOffice."""
_LEAST_WIDTH = 6  # a heading of three characters
_A4 = 9  # the number of A4 in the format
_UNBROKEN = "text"
"""The unit's own text stands in one line: it would make every row as high as itself."""


MOST_PRINTED = 150
"""Characters across a sheet of A4 at a size of eight points: about 122 stand there at ten."""
MOST_PRINTED_OF_MANY = 175
"""The same at seven points, the report's name, title, issuer and date before each row."""


class Widths:
    """The widest cell of each column so far, in columns of a terminal, up to what it may be."""

    def __init__(self, columns: Sequence[tuple[str, int]], lang: Lang) -> None:
        self._most = [most for _, most in columns]
        self._wide = [cell_len(word(name, lang)) for name, _ in columns]

    def take(self, row: Row) -> None:
        """Widen the columns for a row."""
        for at, cell in enumerate(row):
            if self._wide[at] < self._most[at]:
                longest = max((cell_len(line[:200]) for line in str(cell).split("\n")), default=0)
                self._wide[at] = max(self._wide[at], longest)

    @property
    def all(self) -> list[int]:
        """The width of each column."""
        return [
            max(_LEAST_WIDTH, min(wide + 2, most))
            for wide, most in zip(self._wide, self._most, strict=True)
        ]


class Formats:
    """The looks of cells, made once for a workbook."""

    def __init__(self, book: Workbook) -> None:
        font = {"font_name": "Microsoft YaHei", "font_size": 10, "valign": "top"}
        self.title: Format = book.add_format(font | {"bold": True, "font_size": 13})
        self.facts: Format = book.add_format(font | {"font_color": "#59626D"})
        self.head: Format = book.add_format(
            font | {"bold": True, "bg_color": "#E8EEF5", "bottom": 1, "text_wrap": True}
        )
        self.body: Format = book.add_format(font | {"text_wrap": True})
        self.unbroken: Format = book.add_format(font)
        self.number: Format = book.add_format(font | {"num_format": "#,##0.##########"})


def write_sheet(
    book: Workbook,
    formats: Formats,
    name: str,
    columns: Sequence[tuple[str, int]],
    rows: Iterable[Row],
    widths: Sequence[int],
    lang: Lang,
    *,
    printed: int,
    titles: Sequence[str] = (),
) -> None:
    """A sheet with its heads frozen and filtered, set for A4 across. `titles` stand above it."""
    sheet: Worksheet = book.add_worksheet(word(name, lang)[:31])
    for at, width in enumerate(widths):
        sheet.set_column(at, at, width)
    for at, title in enumerate(titles):
        sheet.set_row(at, _LINE + (3 if at else 8))
        sheet.write_string(at, 0, clean(title), formats.facts if at else formats.title)
    head = len(titles)
    for at, (column, _) in enumerate(columns):
        sheet.write_string(head, at, word(column, lang), formats.head)
    last = head
    for last, row in enumerate(rows, start=head + 1):
        sheet.set_row(last, _height(row, columns, widths))
        for at, cell in enumerate(row):
            _write(sheet, last, at, cell, formats, broken=columns[at][0] != _UNBROKEN)
    sheet.freeze_panes(head + 1, 1)
    sheet.autofilter(head, 0, max(last, head + 1), len(columns) - 1)
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.set_margins(left=0.4, right=0.4, top=0.6, bottom=0.6)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(head)
    sheet.set_footer(f"&L{word(name, lang)}&R&P / &N")
    sheet.print_area(0, 0, max(last, head + 1), printed - 1)


def _write(
    sheet: Worksheet, row: int, at: int, cell: Cell, formats: Formats, *, broken: bool
) -> None:
    body = formats.body if broken else formats.unbroken
    if cell == "":
        sheet.write_blank(row, at, None, body)
    elif isinstance(cell, (int, float)):
        sheet.write_number(row, at, cell, formats.number)
    else:
        lines = str(cell).split("\n") if broken else [str(cell)]
        sheet.write_string(row, at, "\n".join(map(clean, lines))[:_MOST_CHARACTERS], body)


def _height(row: Row, columns: Sequence[tuple[str, int]], widths: Sequence[int]) -> float:
    """Points for the cell that breaks into most lines; programs differ in doing this themselves."""
    most = 1
    for cell, (name, _), width in zip(row, columns, widths, strict=True):
        if isinstance(cell, str) and name != _UNBROKEN:
            room = max(width - 1, 1)
            lines = sum(max(1, -(-cell_len(line) // room)) for line in cell.split("\n"))
            most = max(most, lines)
    return min(most * _LINE + 3, _MOST_HEIGHT)
