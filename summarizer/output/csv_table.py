"""The ledger as CSV: with a byte order mark, so that spreadsheets open Chinese, and no formulas.

Spreadsheets run a cell that begins with one of = + - @ (or a tab or carriage return before it),
in full width too. Such a cell gets an apostrophe, which spreadsheets take as "this is text".
The same holds after a semicolon, where a spreadsheet of another locale may start a cell.
"""

from __future__ import annotations

import csv
from io import StringIO
from pathlib import Path

from summarizer import patterns as re
from summarizer.models import Report
from summarizer.output import ledger, many, phrases
from summarizer.output.style import Style

BYTE_ORDER_MARK = "\ufeff"

_TRIGGERS = "=+\\-@＝＋－＠−﹢﹣﹦﹫"
_FORMULA = re.compile(f"(^|[;\t])(?=\\s*[{_TRIGGERS}]|[\t\r\n])")


def harmless(cell: ledger.Cell) -> ledger.Cell:
    """The cell as text that no spreadsheet runs."""
    if isinstance(cell, int):
        return cell
    return _FORMULA.sub(r"\1'", phrases.clean(cell))


def head(style: Style) -> str:
    """The byte order mark and the header, quoted throughout."""
    sink = StringIO()
    sink.write(BYTE_ORDER_MARK)
    csv.writer(sink, quoting=csv.QUOTE_ALL).writerow(ledger.header(style.lang))
    return sink.getvalue()


def render(report: Report, style: Style) -> str:
    """Header and rows, quoted throughout, lines ended by CR LF as RFC 4180 says."""
    return head(style) + render_rows(report, style)


def gather(path: Path, style: Style) -> many.Stream:
    """One table over many reports."""
    return many.Stream(path, head(style), lambda report: render_rows(report, style))


def render_rows(report: Report, style: Style) -> str:
    """The rows alone, to follow those of another report."""
    sink = StringIO()
    writer = csv.writer(sink, quoting=csv.QUOTE_NONNUMERIC)
    writer.writerows([harmless(cell) for cell in row] for row in ledger.rows(report, style.lang))
    return sink.getvalue()
