"""The workbook, the Parquet file and the frames: complete, typed, and without formulas."""

from __future__ import annotations

import sys
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import pytest

from summarizer import Report, summarize, verify_text
from summarizer.errors import MissingExtraError
from summarizer.output import Style, by_name, csv_table, frame, phrases, workbook
from summarizer.output.many import gathering
from summarizer.output.told import all_figures
from summarizer.output.workbook.columns import OF_MANY, OF_ONE
from summarizer.output.workbook.writing import MOST_PRINTED, MOST_PRINTED_OF_MANY
from summarizer.reading import from_text
from tests.conftest import ROOT
from tests.output.reports import TEXT
from tests.output.reports import report as made_by_hand

HOSTILE = """关于整改情况的通报
一、=cmd|' /C calc'!A0整改
（一）针对“@SUM(1+1)*cmd”问题。一是印发《=HYPERLINK("http://x","y")》，新增岗位12个。二是+1+1项工作，投入35万元。
"""


@pytest.fixture(scope="module")
def report() -> Report:
    """A bundled report."""
    return summarize(ROOT / "examples" / "reports" / "xining-2025.txt")


@pytest.fixture(scope="module")
def book(report: Report):
    """Its workbook, read back."""
    openpyxl = pytest.importorskip("openpyxl", reason="openpyxl is not installed")
    return openpyxl.load_workbook(BytesIO(workbook.render(report, Style())))


def rows(sheet, head: int = 3) -> list[dict[str, object]]:
    """The rows of a sheet by the names of its columns."""
    names = [cell.value for cell in sheet[head]]
    found = sheet.iter_rows(min_row=head + 1, values_only=True)
    return [dict(zip(names, row, strict=True)) for row in found]


def test_workbook_has_its_sheets(book, report: Report) -> None:
    """Five sheets in Chinese, each with the report's title, issuer, date and file above it."""
    assert book.sheetnames == ["总览", "措施", "数据", "文件", "核对"]
    for sheet in book.worksheets:
        assert sheet.cell(1, 1).value == report.source.title
        about = sheet.cell(2, 1).value
        assert report.source.issuer in about
        assert report.source.name in about
        assert "2025年7月11日" in about
        assert sheet.freeze_panes == "B4"
        assert sheet.auto_filter.ref


def test_workbook_is_a_ledger(book, report: Report) -> None:
    """A row a measure with its points, a row a figure as a number, a row a document."""
    measures = rows(book["措施"])
    assert [row["编号"] for row in measures] == [measure.id for measure in report.measures]
    first = report.measures[0]
    assert [line.partition("〔")[0] for line in str(measures[0]["摘要"]).split("\n")] == [
        point.text for point in first.points
    ]
    figures = rows(book["数据"])
    told = list(all_figures(report))
    assert [row["编号"] for row in figures] == [unit for unit, _, _ in told]
    assert [row["数值"] for row in figures] == [float(figure.value) for _, _, figure in told]
    assert all(str(row["数据"]) in "".join(str(row["所在语句"]).split()) for row in figures)
    titles = {"".join(d.title.split()) for m in report.measures for d in m.documents}
    assert titles <= {row["文件名称"] for row in rows(book["文件"])}


def test_nobody_is_said_to_have_written_a_text_that_was_given() -> None:
    """The tables of somebody's own text call it that, not an extract of this program."""
    openpyxl = pytest.importorskip("openpyxl", reason="openpyxl is not installed")
    given = verify_text("一是开展培训3次，办结率83.6%。", from_text(TEXT))
    told = openpyxl.load_workbook(BytesIO(workbook.render(given, Style())))["措施"]
    assert {row["写法"] for row in rows(told)} == {"来文"}
    assert '"来文"' in csv_table.render(given, Style())
    assert phrases.accounting(given, "zh").startswith("来文 · 1 个单元 · ")


def test_workbook_tells_what_was_found() -> None:
    """Each cell of a check stands under its own head: claim, reason, the source's words, unit."""
    openpyxl = pytest.importorskip("openpyxl", reason="openpyxl is not installed")
    made = openpyxl.load_workbook(BytesIO(workbook.render(made_by_hand(), Style())))
    found, audit, omitted = rows(made["核对"])
    assert found == {
        "编号": "1.1",
        "核对": "与原文不符",
        "程度": "错误",
        "摘要所写": "83.6%",
        "说明": "83.6%：原文为83.2%（1.1）",
        "原文": "83.2%",
        "所在": "1.1",
    }
    assert audit["核对"] == "原文自身的疑点"
    assert audit["原文"] == "一是开展培训3次"
    assert audit["所在"] == "1.1"
    assert omitted["原文"] == "2件"
    page = rows(made["总览"])
    assert ("关键数字", "1.1") in [(row["项目"], row["编号"]) for row in page]


def test_workbook_fits_paper_and_both_programs(book) -> None:
    """A4 across, one page wide, heads repeated; widths by content, a height for every row."""
    for sheet in book.worksheets:
        assert sheet.page_setup.orientation == "landscape"
        assert sheet.page_setup.paperSize == 9
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.page_setup.fitToHeight == 0
        assert sheet.print_title_rows == "$3:$3"
        for number in range(4, sheet.max_row + 1):
            assert 15 < sheet.row_dimensions[number].height <= 409
    widths = book["数据"].column_dimensions
    assert widths["A"].width < widths["H"].width


def test_workbook_is_read_on_paper(book) -> None:
    """What is printed of a sheet is no wider than type of eight points allows, seven over many."""
    for sheet in OF_ONE:
        assert sum(most for _, most in sheet.columns[: sheet.printed]) <= MOST_PRINTED
    for sheet in OF_MANY:
        told = sum(most for _, most in sheet.columns[: sheet.printed_of_many])
        assert sum(workbook.FACT_WIDTHS) + told <= MOST_PRINTED_OF_MANY
    for row in rows(book["总览"]):
        assert str(row["编号"] or "").count("、") <= 1


def test_workbook_over_many_reports(report: Report, tmp_path: Path) -> None:
    """Each row says which report it is of; the reports stand in the order of the inputs."""
    openpyxl = pytest.importorskip("openpyxl", reason="openpyxl is not installed")
    path = tmp_path / "all.xlsx"
    opener = gathering(path)
    assert opener is not None
    gathered = opener(path, Style())
    gathered.add(1, made_by_hand())
    gathered.add(0, report)
    gathered.finish()
    made = openpyxl.load_workbook(path)
    assert made.sheetnames == ["总览", "措施", "数据", "文件", "核对"]
    names = [row["文件名"] for row in rows(made["措施"], head=1)]
    assert names == [report.source.name] * len(report.measures) + ["report.txt"] * 3
    for sheet in made.worksheets:
        first = rows(sheet, head=1)[0]
        assert [first[name] for name in ("报告标题", "发文单位", "成文日期")] == [
            report.source.title,
            report.source.issuer,
            report.source.issued_on,
        ]


def test_workbook_holds_no_formula() -> None:
    """Whatever a report says, every cell of text is a string."""
    openpyxl = pytest.importorskip("openpyxl", reason="openpyxl is not installed")
    made = summarize(from_text(HOSTILE, name="=1+1"))
    book = openpyxl.load_workbook(BytesIO(workbook.render(made, Style())))
    cells = [cell for sheet in book.worksheets for row in sheet.iter_rows() for cell in row]
    assert any(str(cell.value).startswith("=") for cell in cells)
    assert all(cell.value != "" for cell in cells)  # nothing at all, for filters and counts
    assert {cell.data_type for cell in cells} <= {"s", "n", "inlineStr"}
    assert not any(cell.hyperlink for cell in cells)


def test_long_text_fits_a_cell() -> None:
    """A unit longer than a cell may be is cut there; the workbook stays readable."""
    openpyxl = pytest.importorskip("openpyxl", reason="openpyxl is not installed")
    made = summarize(from_text("一、整改\n" + "推进整改落实。" * 9_000, name="long"))
    book = openpyxl.load_workbook(BytesIO(workbook.render(made, Style())))
    assert max(len(str(cell.value)) for cell in book["措施"][4]) == 32_767


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
