"""The workbook, the Parquet file and the frames: complete, typed, and without formulas."""

from __future__ import annotations

import sys
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import pytest

from summarizer import Report, summarize
from summarizer.errors import MissingExtraError
from summarizer.output import Style, by_name, frame, ledger, workbook
from summarizer.reading import from_text
from tests.conftest import ROOT

HOSTILE = """关于整改情况的通报
一、=cmd|' /C calc'!A0整改
（一）针对“@SUM(1+1)*cmd”问题。一是印发《=HYPERLINK("http://x","y")》，新增岗位12个。二是+1+1项工作，投入35万元。
"""


@pytest.fixture(scope="module")
def report() -> Report:
    """A bundled report."""
    return summarize(ROOT / "examples" / "reports" / "xining-2025.txt")


def test_workbook_is_a_ledger(report: Report) -> None:
    """Three sheets; a row a measure and a row a figure; frozen header, filters, wrapped text."""
    openpyxl = pytest.importorskip("openpyxl", reason="openpyxl is not installed")
    book = openpyxl.load_workbook(BytesIO(workbook.render(report, Style())))
    measures, figures, findings = book.worksheets
    assert measures.max_row == 1 + len(report.measures)
    assert measures.max_column == len(ledger.COLUMNS)
    assert figures.max_row == 1 + sum(len(measure.figures) for measure in report.measures)
    for sheet in (measures, figures, findings):
        assert sheet.freeze_panes == "C2"
        assert sheet.auto_filter.ref
    at = ledger.COLUMNS.index("measure") + 1
    assert measures.cell(2, at).value == report.measures[0].summary
    assert measures.cell(2, at).alignment.wrap_text
    start = measures.cell(2, ledger.COLUMNS.index("start") + 1).value
    assert start == report.measures[0].span.start


def test_workbook_holds_no_formula() -> None:
    """Whatever a report says, every cell of text is a string."""
    openpyxl = pytest.importorskip("openpyxl", reason="openpyxl is not installed")
    made = summarize(from_text(HOSTILE, name="=1+1"))
    book = openpyxl.load_workbook(BytesIO(workbook.render(made, Style())))
    cells = [cell for sheet in book.worksheets for row in sheet.iter_rows() for cell in row]
    assert any(str(cell.value).startswith("=1+1") for cell in cells)
    assert all(cell.value != "" for cell in cells)  # nothing at all, for filters and counts
    assert {cell.data_type for cell in cells} <= {"s", "n", "inlineStr"}
    assert not any(cell.hyperlink for cell in cells)


def test_long_text_fits_a_cell() -> None:
    """A unit longer than a cell may be is cut there; the workbook stays readable."""
    openpyxl = pytest.importorskip("openpyxl", reason="openpyxl is not installed")
    made = summarize(from_text("一、整改\n" + "推进整改落实。" * 9_000, name="long"))
    book = openpyxl.load_workbook(BytesIO(workbook.render(made, Style())))
    assert max(len(str(cell.value)) for cell in book.worksheets[0][2]) <= 32_767


def test_parquet_round_trip(report: Report) -> None:
    """Parquet keeps every measure, its figures nested with exact values."""
    parquet = pytest.importorskip("pyarrow.parquet", reason="pyarrow is not installed")
    data = by_name("parquet").render(report, Style())
    assert isinstance(data, bytes)
    rows = parquet.read_table(BytesIO(data)).to_pylist()
    assert [row["id"] for row in rows] == [measure.id for measure in report.measures]
    for row, measure in zip(rows, report.measures, strict=True):
        assert [item["value"] for item in row["figures"]] == [
            figure.value for figure in measure.figures
        ]
        assert [item["period"] for item in row["figures"]] == [f.period for f in measure.figures]
        assert [item["first"] for item in row["dates"]] == [date.start for date in measure.dates]
        assert [item["text"] for item in row["points"]] == [p.text for p in measure.points]
        assert row["title"] == report.source.title
        assert row["issuer"] == report.source.issuer
        assert row["issued_on"] == report.source.issued_on
        assert row["status"] == measure.status
        assert row["text"] == report.source.text[row["start"] : row["end"]]


@pytest.mark.parametrize(
    ("given", "stored"),
    [("1.5", "1.5"), ("0.1234567891", "0.123456789"), ("1E+29", None), (None, None)],
)
def test_a_decimal_too_fine_or_too_large_for_a_table(given: str | None, stored: str | None) -> None:
    """A table file holds 38 digits, nine of them behind the point; more is rounded, or nothing."""
    value = frame.storable(Decimal(given) if given else None)
    assert value == (Decimal(stored) if stored else None)


def test_frames(report: Report, monkeypatch: pytest.MonkeyPatch) -> None:
    """pandas is used where it is installed, else polars, else the error says so."""
    pytest.importorskip("pandas", reason="pandas is not installed")
    pytest.importorskip("polars", reason="polars is not installed")
    assert list(report.to_frame()["id"]) == [measure.id for measure in report.measures]
    monkeypatch.setitem(sys.modules, "pandas", None)
    assert report.to_frame()["id"].to_list() == [measure.id for measure in report.measures]
    monkeypatch.setitem(sys.modules, "polars", None)
    with pytest.raises(MissingExtraError):
        report.to_frame()


def test_notebook_shows_escaped_text() -> None:
    """A notebook shows the measures; markup in a report stays text."""
    made = summarize(from_text("一、整改<script>x</script>\n（一）新增岗位12个。", name="n"))
    html = made._repr_html_()
    assert "<script>" not in html
    assert "12个" in html


def test_source_text_is_saved_as_it_was_read(report: Report, tmp_path: Path) -> None:
    """`.source.txt` is the text that the spans index."""
    saved = by_name("source").render(report, Style())
    assert saved == report.source.text
