"""Web pages, word-processor files and PDFs become the same report as their text."""

from __future__ import annotations

import sys
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from summarizer.errors import InputError, MissingExtraError
from summarizer.reading import Document, read
from summarizer.reading.formats import extracted_here
from summarizer.reading.limits import Limits
from summarizer.reading.outline import parse_outline

REPORT = Path(__file__).parents[1] / "data" / "reports" / "chengzhong-2025.txt"


def _shape(document: Document) -> list[tuple[str, str, str | None]]:
    return [(unit.id, unit.marker, unit.heading) for unit in parse_outline(document).walk()]


@pytest.fixture(scope="module")
def paragraphs() -> list[str]:
    """The paragraphs of a bundled report."""
    return REPORT.read_text(encoding="utf-8").splitlines()


def _docx(paragraphs: list[str]) -> bytes:
    docx = pytest.importorskip("docx", reason="python-docx is not installed")
    document = docx.Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    sink = BytesIO()
    document.save(sink)
    return sink.getvalue()


def test_web_page_in_gbk_gives_the_same_outline(paragraphs: list[str], tmp_path: Path) -> None:
    """Markup, navigation and scripts of a page change nothing of its outline."""
    body = "".join(f"<p>　　{paragraph}</p>\n" for paragraph in paragraphs)
    page = (
        '<html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312">'
        "<title>通报</title><style>p{color:red}</style></head><body><div><a href='/'>首页</a>&gt;"
        f"<a href='/x'>巡视巡察</a></div>{body}<script>alert(1)</script></body></html>"
    )
    path = tmp_path / "report.html"
    path.write_bytes(page.encode("gb18030"))
    document = read(path)
    assert document.encoding == "html"
    assert "alert" not in document.text
    assert _shape(document) == _shape(read(REPORT))


def test_docx_gives_the_same_outline(paragraphs: list[str], tmp_path: Path) -> None:
    """A word-processor file is told by its first bytes, whatever it is called."""
    path = tmp_path / "report.bin"
    path.write_bytes(_docx(paragraphs))
    assert _shape(read(path)) == _shape(read(REPORT))


def test_automatic_numbers_of_a_docx_are_printed(tmp_path: Path) -> None:
    """A marker that only the numbering definition holds is part of the extracted text."""
    docx = pytest.importorskip("docx", reason="python-docx is not installed")
    document = docx.Document()
    for text in ("坚持统筹推进。", "坚持问题导向。"):
        document.add_paragraph(text, style="List Number")
    path = tmp_path / "numbered.docx"
    document.save(path)
    assert read(path).text.splitlines() == ["1. 坚持统筹推进。", "2. 坚持问题导向。"]


def test_tables_of_a_docx_are_kept_in_place(tmp_path: Path) -> None:
    """A table stands where it stood, a row a line."""
    docx = pytest.importorskip("docx", reason="python-docx is not installed")
    document = docx.Document()
    document.add_paragraph("整改台账如下。")
    table = document.add_table(rows=2, cols=2)
    for row, texts in zip(table.rows, (("责任单位", "事项"), ("区委办", "3项")), strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    document.add_paragraph("特此通报。")
    path = tmp_path / "table.docx"
    document.save(path)
    lines = [line for line in read(path).text.splitlines() if line]
    assert lines == ["整改台账如下。", "责任单位\t事项", "区委办\t3项", "特此通报。"]


def broken_archive(part: str) -> bytes:
    """An archive with one part whose compressed bytes are destroyed."""
    sink = BytesIO()
    with zipfile.ZipFile(sink, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(part, "application/epub+zip " * 40)
    data = bytearray(sink.getvalue())
    start = data.index(part.encode()) + len(part)
    data[start : start + 12] = b"\xff" * 12
    return bytes(data)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"%PDF-1.7 broken", "not a readable PDF"),
        (b"PK\x03\x04broken", "not a readable docx file"),
        (broken_archive("mimetype"), "not a readable docx file"),
        (broken_archive("[Content_Types].xml"), "not a readable docx file"),
    ],
)
def test_damaged_files_are_one_clear_line(data: bytes, message: str, tmp_path: Path) -> None:
    """What no library can read is an InputError that names the file."""
    pytest.importorskip("pypdfium2", reason="pypdfium2 is not installed")
    path = tmp_path / "broken"
    path.write_bytes(data)
    with pytest.raises(InputError, match=message) as caught:
        read(path)
    assert str(caught.value).startswith("broken: ")
    assert "\n" not in str(caught.value)


def test_scanned_pdf_says_so(tmp_path: Path) -> None:
    """A PDF of pictures is told apart from an empty file."""
    pdfium = pytest.importorskip("pypdfium2", reason="pypdfium2 is not installed")
    document = pdfium.PdfDocument.new()
    document.new_page(200, 200)
    path = tmp_path / "scan.pdf"
    document.save(path)
    with pytest.raises(InputError, match="scanned"):
        read(path)


def test_missing_library_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the optional library the error says what to install."""
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    monkeypatch.delitem(sys.modules, "summarizer.reading.formats.pdf", raising=False)
    with pytest.raises(MissingExtraError) as caught:
        extracted_here(b"%PDF-1.7", "pdf", Limits())
    assert "report-summarize[pdf]" in caught.value.hint
