"""The workbook (.xlsx): overview, measures, figures, documents and checks of one report or many."""

from __future__ import annotations

import json
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from summarizer.errors import MissingExtraError
from summarizer.models import Report
from summarizer.output import atomic, phrases, unfinished
from summarizer.output.style import Style
from summarizer.output.workbook.columns import FACTS, OF_MANY, OF_ONE, Row, facts
from summarizer.output.workbook.writing import Formats, Widths, write_sheet

if TYPE_CHECKING:
    from xlsxwriter import Workbook

FACT_WIDTHS = (14, 20, 12, 11)
"""Characters of `FACTS`: they stand before every row and leave the room to what it tells."""


def render(report: Report, style: Style) -> bytes:
    """The workbook of one report, which each sheet names. Raises MissingExtraError."""
    sink = BytesIO()
    book = _book(sink)
    formats = Formats(book)
    lang = style.lang
    source = report.source
    about = [phrases.issued(source, lang), phrases.length(source, lang)]
    titles = (source.title or source.name, " · ".join(fact for fact in about if fact))
    for sheet in OF_ONE:
        rows = list(sheet.rows(report, lang))
        widths = Widths(sheet.columns, lang)
        for row in rows:
            widths.take(row)
        write_sheet(
            book,
            formats,
            sheet.name,
            sheet.columns,
            rows,
            widths.all,
            lang,
            printed=sheet.printed,
            titles=titles,
        )
    book.close()
    return sink.getvalue()


def gather(path: Path, style: Style) -> Book:
    """The workbook at `path`, made of many reports. Raises MissingExtraError."""
    return Book(path, style)


class Book:
    """Rows of many reports on disk until all are there; each row says which report it is of."""

    def __init__(self, path: Path, style: Style) -> None:
        _book(BytesIO())  # without the library nothing is begun
        self._path = path
        self._lang = style.lang
        self._spools = [unfinished.spool(path) for _ in OF_MANY]
        self._places: list[list[tuple[int, int, int]]] = [[] for _ in OF_MANY]
        of_report = tuple(zip(FACTS, FACT_WIDTHS, strict=True))
        self._columns = [(*of_report, *sheet.columns) for sheet in OF_MANY]
        self._widths = [Widths(columns, self._lang) for columns in self._columns]

    def add(self, place: int, report: Report) -> None:
        """Keep the rows of one report. Raises OutputError."""
        told = facts(report)
        for at, sheet in enumerate(OF_MANY):
            rows = [[*told, *row] for row in sheet.rows(report, self._lang)]
            for row in rows:
                self._widths[at].take(row)
            data = json.dumps(rows, ensure_ascii=False).encode("utf-8", "replace")
            with atomic.told(self._path):
                self._places[at].append((place, self._spools[at].tell(), len(data)))
                self._spools[at].write(data)

    def finish(self) -> None:
        """Write the workbook in one step, the reports in the order of the inputs."""
        with atomic.opened(self._path) as sink:
            book = _book(sink, constant_memory=True)
            formats = Formats(book)
            for at, sheet in enumerate(OF_MANY):
                columns, widths = self._columns[at], self._widths[at].all
                write_sheet(
                    book,
                    formats,
                    sheet.name,
                    columns,
                    self._rows(at),
                    widths,
                    self._lang,
                    printed=len(FACTS) + sheet.printed_of_many,
                )
            book.close()
        self.abandon()

    def abandon(self) -> None:
        """Drop the rows."""
        for spool in self._spools:
            spool.close()

    def _rows(self, at: int) -> Iterator[Row]:
        for _, start, length in sorted(self._places[at]):
            self._spools[at].seek(start)
            yield from json.loads(self._spools[at].read(length))


def _book(sink: object, *, constant_memory: bool = False) -> Workbook:
    """Raises MissingExtraError without XlsxWriter."""
    try:
        import xlsxwriter
    except ImportError as error:
        raise MissingExtraError(
            "writing .xlsx needs an optional library", hint="pip install 'report-summarize[xlsx]'"
        ) from error
    options = {"strings_to_urls": False, "constant_memory": constant_memory}
    return xlsxwriter.Workbook(sink, options | {"in_memory": not constant_memory})
