"""What kind of file this is, told by its content; and what is refused, by its name."""

from __future__ import annotations

import re
import zipfile
import zlib
from io import BytesIO
from typing import NamedTuple

from summarizer.errors import InputError

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# What a damaged archive raises while a part of it is read. RuntimeError stands also for one that is
# encrypted, and for a compression that `zipfile` does not know.
BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, RuntimeError)
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_HEAD = 65_536  # bytes that tell a format; bounds the work
# The first tag of a page, behind comments, declarations and a byte order mark.
_BEFORE = rb"(?:\s|<!--.{0,4000}?-->|<\?xml[^>]{0,200}\?>)*"
_PAGE = re.compile(
    _BEFORE + rb"<(?:!doctype\s+html|html|head|body|meta|title)[\s>/]", re.IGNORECASE | re.DOTALL
)
_PART = re.compile(
    _BEFORE + rb"<(?:table|div|p|h[1-6]|span|font|article|section)[\s>/]", re.IGNORECASE | re.DOTALL
)
_TAGS = re.compile(rb"</?(?:html|head|body|div|p|br|table|tr|td|span|script)[\s/>]", re.IGNORECASE)
_HEADER = re.compile(rb"[A-Za-z][A-Za-z0-9-]{1,60}:")
_MIME = re.compile(
    rb"^(?:mime-version|content-type)\s*:.{0,400}?(?:1\.0|multipart/|text/html)",
    re.IGNORECASE | re.MULTILINE | re.DOTALL,
)
_SUFFIXES = frozenset({".html", ".htm", ".xhtml", ".shtml", ".mht", ".mhtml"})


class _Refused(NamedTuple):
    what: str
    hint: str


_AS_DOCX = "save it as .docx, PDF or text first"
_AS_TEXT = "run it through OCR first, e.g. ocrmypdf"
_TABLE = "export the report's text; a workbook of figures alone is no report"
_SIGNATURES: tuple[tuple[bytes, _Refused], ...] = (
    (b"{\\rtf", _Refused("an RTF file (.rtf)", _AS_DOCX)),
    (b"\x89PNG\r\n\x1a\n", _Refused("a picture (PNG)", _AS_TEXT)),
    (b"\xff\xd8\xff", _Refused("a picture (JPEG)", _AS_TEXT)),
    (b"GIF8", _Refused("a picture (GIF)", _AS_TEXT)),
    (b"BM", _Refused("a picture (BMP)", _AS_TEXT)),
    (b"II*\0", _Refused("a picture (TIFF)", _AS_TEXT)),
    (b"MM\0*", _Refused("a picture (TIFF)", _AS_TEXT)),
    (b"AT&TFORM", _Refused("a DjVu file", _AS_TEXT)),
    (b"%!PS", _Refused("a PostScript file", "make a PDF of it first")),
    (b"Rar!\x1a\x07", _Refused("a RAR archive", "unpack it and name the report in it")),
    (b"7z\xbc\xaf\x27\x1c", _Refused("a 7z archive", "unpack it and name the report in it")),
    (b"\x1f\x8b", _Refused("a gzip archive", "unpack it first")),
    (b"CAJ\0", _Refused("a CAJ file", "export it as PDF first")),
    (b"SQLite format 3\0", _Refused("a database (SQLite)", "name the report's own file")),
    (b"\x7fELF", _Refused("a program", "name the report's own file")),
    (b"PAR1", _Refused("a Parquet table", "name the report's own file")),
)
_OLE_STREAMS: tuple[tuple[str, _Refused], ...] = (
    ("WordDocument", _Refused("a Word file of before 2007 or a WPS file (.doc, .wps)", _AS_DOCX)),
    ("Workbook", _Refused("an Excel workbook (.xls)", _TABLE)),
    ("Book", _Refused("an Excel workbook (.xls)", _TABLE)),
    ("PowerPoint Document", _Refused("a PowerPoint presentation (.ppt)", _AS_DOCX)),
    ("EncryptedPackage", _Refused("a file locked with a password", "save it without the password")),
)
_OPEN_DOCUMENT = {
    "text": _Refused("an OpenDocument text (.odt)", _AS_DOCX),
    "spreadsheet": _Refused("an OpenDocument spreadsheet (.ods)", _TABLE),
    "presentation": _Refused("an OpenDocument presentation (.odp)", _AS_DOCX),
}
# The main part of an Office package that is no Word file.
_OFFICE = {
    "xl/": _Refused("an Excel workbook (.xlsx)", _TABLE),
    "ppt/": _Refused("a PowerPoint presentation (.pptx)", _AS_DOCX),
    "visio/": _Refused("a Visio drawing (.vsdx)", _AS_DOCX),
}


def format_of(data: bytes, suffix: str, *, name: str) -> str | None:
    """`pdf`, `docx`, `html` or `mht`; None for plain text.

    `suffix`, lower-case with its dot, decides nothing that the content does not bear out. Raises
    InputError for a file of another kind, by its name and with what to do.
    """
    head = data[:_HEAD]
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if head.startswith(_ZIP):
        return _archive(data, name)
    if head.startswith(_OLE):
        raise _refusal(name, _ole(data))
    for signature, refused in _SIGNATURES:
        if head.startswith(signature) and (signature != b"BM" or b"\0" in head[:32]):
            raise _refusal(name, refused)
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        raise _refusal(name, _Refused("a picture (WebP)", _AS_TEXT))
    return _textual(head, suffix)


def _textual(head: bytes, suffix: str) -> str | None:
    """A page or a saved page among what is text."""
    if b"\0" in head[:1024]:
        # UTF-16: the zero bytes between ASCII characters hide the tags.
        head = head.replace(b"\0", b"")
    plain = head.removeprefix(b"\xef\xbb\xbf").removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff")
    headers = plain.lstrip()[:8192].split(b"\n\n")[0].split(b"\r\n\r\n")[0]
    if _HEADER.match(headers) and _MIME.search(headers):
        return "mht"
    tags = len(_TAGS.findall(plain))
    if _PAGE.match(plain) and tags > 1:
        return "html"
    if _PART.match(plain) and tags > 3:
        # A part of a page; in Markdown with some tags most lines have none.
        lines = [line.lstrip() for line in plain.split(b"\n") if line.strip()]
        if sum(line.startswith(b"<") for line in lines) * 2 >= len(lines):
            return "html"
    # A page that begins in its middle is told by its tags and its name together.
    return "html" if suffix in _SUFFIXES and tags > 1 else None


def _refusal(name: str, refused: _Refused) -> InputError:
    return InputError(f"{name}: this is {refused.what}", hint=refused.hint)


def _ole(data: bytes) -> _Refused:
    """What a compound file holds, by the names in its directory, which are UTF-16."""
    for stream, refused in _OLE_STREAMS:
        if stream.encode("utf-16-le") in data:
            return refused
    return _Refused("an Office file of before 2007", _AS_DOCX)


def _archive(data: bytes, name: str) -> str:
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            names = archive.namelist()[:5000]
            mime = archive.read("mimetype")[:200] if "mimetype" in names else b""
    except BROKEN:
        # Damaged, encrypted or of an unknown compression: the bytes began as an archive does, so
        # the reader of archives says what is wrong.
        return "docx"
    if "[Content_Types].xml" in names:
        for folder, refused in _OFFICE.items():
            if any(each.startswith(folder) for each in names):
                raise _refusal(name, refused)
        return "docx"
    for word, refused in _OPEN_DOCUMENT.items():
        if f"opendocument.{word}".encode() in mime:
            raise _refusal(name, refused)
    if b"epub" in mime:
        raise _refusal(name, _Refused("an e-book (.epub)", _AS_DOCX))
    if "OFD.xml" in names:
        raise _refusal(name, _Refused("an OFD file (.ofd)", "print or export it as PDF first"))
    raise _refusal(name, _Refused("a zip archive", "unpack it and name the report in it"))
