"""A comparison as a table: a row a place, so that a spreadsheet can filter and pivot it."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from io import BytesIO, StringIO

from summarizer.corpus.compare import told
from summarizer.corpus.compare.records import Comparison, Place, Value
from summarizer.errors import MissingExtraError
from summarizer.output.csv_table import BYTE_ORDER_MARK, harmless
from summarizer.output.phrases import clean
from summarizer.output.style import Style
from summarizer.output.wording import word
from summarizer.vocabulary import Lang, label

COLUMNS = (
    *("part", "group", "indicator", "unit_name", "report_number", "name", "title", "issued_on"),
    *("period", "value", "text", "planned_value", "status", "id", "start", "sentence"),
)
Cell = str | int
_MOST_CHARACTERS = 32_767  # of a cell, by Excel's specification


def rows(comparison: Comparison, lang: Lang) -> Iterator[tuple[Cell, ...]]:
    """A row a place, as `COLUMNS` say; the places of one series, move, promise or passage share
    the number in `group`."""
    editions = {one.number: one for one in comparison.editions}
    group = 0

    def row(
        part: str,
        place: Place,
        *,
        indicator: str = "",
        unit: str = "",
        value: Value | None = None,
        status: str = "",
        sentence: str = "",
    ) -> tuple[Cell, ...]:
        edition = editions[place.report]
        return (
            *(part, group, indicator, unit, place.report, edition.name, edition.title or ""),
            *(edition.issued_on or "", told.period(value.period) if value else ""),
            *(format(value.value, "f") if value else "", value.text if value else ""),
            *(word("planned_value", lang) if value and value.planned else "", status),
            *(place.unit, place.start, sentence or place.words),
        )

    for series in comparison.series:
        group += 1
        part = word("series_change" if series.change else "series", lang)
        for value in series.values:
            yield row(part, value.place, indicator=series.indicator, unit=series.unit, value=value)
    for move in comparison.moves:
        group += 1
        part = word({"changed": "moved", "new": "appeared", "gone": "vanished"}[move.kind], lang)
        for moved in (move.before, move.after):
            if moved is not None:
                yield row(part, moved.place, indicator=move.indicator, unit=move.unit, value=moved)
    for promise in comparison.promises:
        group += 1
        part = word("promises_back" if promise.later else "promises_silent", lang)
        for one in (promise.promise, promise.later):
            if one is not None:
                status = label(one.status, lang)
                yield row(part, one.place, status=status, sentence=one.text)
    for copy in comparison.copies:
        group += 1
        for place in copy.places:
            yield row(word("copied_passages", lang), place, sentence=copy.text)


def render_csv(comparison: Comparison, style: Style) -> str:
    """The rows as CSV, with a byte order mark; no cell is run by a spreadsheet."""
    sink = StringIO()
    sink.write(BYTE_ORDER_MARK)
    writer = csv.writer(sink, quoting=csv.QUOTE_NONNUMERIC)
    writer.writerow([word(column, style.lang) for column in COLUMNS])
    writer.writerows([harmless(cell) for cell in row] for row in rows(comparison, style.lang))
    return sink.getvalue()


def render_xlsx(comparison: Comparison, style: Style) -> bytes:
    """The rows as a workbook, text as strings only. Raises MissingExtraError without XlsxWriter."""
    try:
        import xlsxwriter
    except ImportError as error:
        raise MissingExtraError(
            "writing .xlsx needs an optional library", hint="pip install 'report-summarize[xlsx]'"
        ) from error
    sink = BytesIO()
    book = xlsxwriter.Workbook(sink, {"in_memory": True, "strings_to_urls": False})
    sheet = book.add_worksheet(word("comparison", style.lang)[:31])
    bold = book.add_format({"bold": True})
    for at, column in enumerate(COLUMNS):
        sheet.write_string(0, at, word(column, style.lang), bold)
    value_at = COLUMNS.index("value")
    last = 0
    for last, row in enumerate(rows(comparison, style.lang), start=1):
        for at, cell in enumerate(row):
            if isinstance(cell, int):
                sheet.write_number(last, at, cell)
            elif at == value_at and cell:
                sheet.write_number(last, at, float(cell))
            else:
                sheet.write_string(last, at, clean(cell)[:_MOST_CHARACTERS])
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(last, 1), len(COLUMNS) - 1)
    book.close()
    return sink.getvalue()
