"""The ledger as a workbook (.xlsx): measures, figures, findings; every text cell is a string.

XlsxWriter is asked for strings explicitly, so nothing from a report becomes a formula or a link.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from io import BytesIO
from typing import TYPE_CHECKING

from summarizer.errors import MissingExtraError
from summarizer.facts.indicator import Indicators
from summarizer.models import Report
from summarizer.output import ledger, phrases
from summarizer.output.style import Style
from summarizer.output.wording import word
from summarizer.vocabulary import Lang, Verdict, label

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

# Excel's specification: characters in a cell.
_MOST_CHARACTERS = 32_767
_WIDTHS = {
    "name": 14,
    "id": 10,
    "path": 34,
    "marker": 8,
    "heading": 22,
    "problem": 34,
    "measure": 56,
    "actors": 18,
    "figures": 40,
    "dates": 22,
    "documents": 40,
    "findings": 40,
    "text": 70,
    "label": 28,
    "indicator": 28,
    "reason": 60,
    "claim": 24,
    "unit_name": 10,
}
_FIGURE_COLUMNS = (
    "id",
    "text",
    "value",
    "value_high",
    "unit_name",
    "kind",
    "qualifier",
    "label",
    "indicator",
    "direction",
    "comparator",
    "period",
    "start",
    "end",
)
_FINDING_COLUMNS = ("id", "kind", "severity", "verdict", "claim", "reason", "nearest", "start")

Row = Sequence[str | int | float]


def render(report: Report, style: Style) -> bytes:
    """The workbook as bytes. Raises MissingExtraError without XlsxWriter."""
    try:
        import xlsxwriter
    except ImportError as error:
        raise MissingExtraError(
            "writing .xlsx needs an optional library", hint="pip install 'report-summarize[xlsx]'"
        ) from error
    sink = BytesIO()
    book = xlsxwriter.Workbook(sink, {"in_memory": True, "strings_to_urls": False})
    lang = style.lang
    _sheet(book, word("measures_sheet", lang), ledger.COLUMNS, ledger.rows(report, lang), lang)
    _sheet(book, word("figures", lang), _FIGURE_COLUMNS, _figures(report), lang)
    _sheet(book, word("findings", lang), _FINDING_COLUMNS, _findings(report, lang), lang)
    book.close()
    return sink.getvalue()


def _figures(report: Report) -> Iterable[Row]:
    names = Indicators(report.source.issuer, report.source.title)
    for measure in report.measures:
        for item in measure.figures:
            yield (
                measure.id,
                item.text,
                float(item.value),
                float(item.value_high) if item.value_high is not None else "",
                item.unit,
                item.kind,
                item.qualifier or "",
                item.label or "",
                names.of(item) or "",
                item.direction or "",
                item.comparator or "",
                item.period or "",
                item.span.start,
                item.span.end,
            )


def _findings(report: Report, lang: Lang) -> Iterable[Row]:
    for unit, item in phrases.all_findings(report):
        near = item.nearest
        yield (
            unit,
            item.kind,
            label(item.severity, lang),
            label(item.verdict, lang),
            item.claim,
            item.reason,
            near.text if near else "",
            near.span.start if near else "",
        )
    for note in report.audit:
        places = ", ".join(str(span.start) for span in note.spans)
        verdict = label(Verdict.UNVERIFIABLE, lang) if not note.spans else word("audit", lang)
        yield ("", note.kind, label(note.severity, lang), verdict, "", note.message, places, "")


def _sheet(
    book: Workbook, name: str, columns: Sequence[str], rows: Iterable[Row], lang: Lang
) -> None:
    sheet: Worksheet = book.add_worksheet(name[:31])
    head = book.add_format(
        {"bold": True, "bg_color": "#E8EEF5", "border": 1, "text_wrap": True, "valign": "vcenter"}
    )
    body = book.add_format({"text_wrap": True, "valign": "top"})
    for at, column in enumerate(columns):
        sheet.write_string(0, at, word(column, lang), head)
        sheet.set_column(at, at, _WIDTHS.get(column, 11))
    last = 0
    for last, row in enumerate(rows, start=1):
        for at, cell in enumerate(row):
            if cell == "":
                sheet.write_blank(last, at, None, body)
            elif isinstance(cell, (int, float)):
                sheet.write_number(last, at, cell, body)
            else:
                sheet.write_string(last, at, phrases.clean(str(cell))[:_MOST_CHARACTERS], body)
    sheet.freeze_panes(1, 2)
    sheet.autofilter(0, 0, max(last, 1), len(columns) - 1)
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
