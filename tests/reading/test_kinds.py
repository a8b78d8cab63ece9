"""The kind of a file is told by its content; what cannot be read is refused by its name."""

from __future__ import annotations

from pathlib import Path

import pytest

from summarizer.errors import InputError
from summarizer.reading import read
from tests.reading.files import page, paragraph, word_file, zipped

PAGE = page("<p>一、整改</p><p>完成35个。</p>")
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512)


@pytest.mark.parametrize(
    "name", ["a.shtml", "a.aspx", "a.doc", "a.txt", "a", "a.wps", "a.php", "a.pdf"]
)
def test_a_page_under_any_name(name: str, tmp_path: Path) -> None:
    """The name of a file decides nothing that its content does not bear out."""
    path = tmp_path / name
    path.write_bytes(PAGE)
    assert read(path).encoding == "html"
    assert read(path).text.split() == ["一、整改", "完成35个。"]


@pytest.mark.parametrize(
    "data",
    [
        PAGE,
        b"\xef\xbb\xbf" + PAGE,
        b"<!-- saved from url -->\n" + PAGE,
        "<html><body><p>一、整改</p><p>完成35个。</p></body></html>".encode("utf-16"),
        "<p>一、整改</p>\n<div>完成35个。</div>".encode(),
        b'<?xml version="1.0" encoding="utf-8"?>' + PAGE,
    ],
)
def test_pages_by_their_first_tag(data: bytes) -> None:
    """Marks, comments and declarations before the first tag do not hide a page."""
    assert read(data).encoding == "html"


@pytest.mark.parametrize(
    "text",
    [
        "# 标题\n\n<div align=center>图</div>\n\n正文如下。\n\n一、整改\n\n完成35个。\n\n- 项\n",
        "正文中写到<p>标签。\n一、整改\n",
        "来源: 某网\n时间: 今天\n一、整改\n",
        "Content: 无\n一、整改\n",
        "文字。BM\n",
    ],
)
def test_text_with_tags_in_it_is_text(text: str) -> None:
    """Markdown with a tag, a label with a colon and the like are no page and no message."""
    assert read(text.encode()).encoding == "utf-8"


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (rb"{\rtf1\ansi report}", "RTF"),
        (OLE + "WordDocument".encode("utf-16-le"), "before 2007 or a WPS file"),
        (OLE + "Workbook".encode("utf-16-le"), r"Excel workbook \(.xls\)"),
        (OLE + "PowerPoint Document".encode("utf-16-le"), "PowerPoint"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "password"),
        (zipped({"mimetype": "application/vnd.oasis.opendocument.text"}), r"\(.odt\)"),
        (zipped({"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}), r"\(.ods\)"),
        (zipped({"mimetype": "application/epub+zip"}), "e-book"),
        (zipped({"OFD.xml": "<OFD/>"}), r"\(.ofd\)"),
        (zipped({"report.txt": "一、"}), "zip archive"),
        (zipped({"[Content_Types].xml": "", "xl/workbook.xml": "<w/>"}), r"\(.xlsx\)"),
        (zipped({"[Content_Types].xml": "", "ppt/presentation.xml": "<p/>"}), r"\(.pptx\)"),
        (zipped({"[Content_Types].xml": "<Types/>"}), "holds no document"),
        (b"\x89PNG\r\n\x1a\n" + bytes(40), "picture"),
        (b"\xff\xd8\xff\xe0" + bytes(40), "picture"),
        (b"GIF89a" + bytes(40), "picture"),
        (b"BM" + bytes(40), "picture"),
        (b"II*\0" + bytes(40), "picture"),
        (b"RIFF\0\0\0\0WEBPVP8 ", "picture"),
        (b"Rar!\x1a\x07\0" + bytes(40), "RAR"),
        (b"7z\xbc\xaf\x27\x1c" + bytes(40), "7z"),
        (b"\x1f\x8b\x08" + bytes(40), "gzip"),
    ],
)
def test_refused_by_name(data: bytes, what: str) -> None:
    """One line that says what the file is and, where something can be done, what."""
    with pytest.raises(InputError, match=what) as caught:
        read(data, name="file")
    assert str(caught.value).startswith("file: ")
    assert "\n" not in str(caught.value) + caught.value.hint
    assert caught.value.hint or "holds no document" in str(caught.value)


def test_word_file_under_any_name(tmp_path: Path) -> None:
    """A .docx that is called .doc is read."""
    path = tmp_path / "report.doc"
    path.write_bytes(word_file(paragraph("一、整改")))
    assert read(path).encoding == "docx"
