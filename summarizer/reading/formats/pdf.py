"""Text PDFs, through PDFium. Scanned pages hold pictures only, and that is said."""

from __future__ import annotations

import pypdfium2

from summarizer.errors import InputError
from summarizer.reading.formats.blocks import Extracted, Table
from summarizer.reading.formats.pages import PageListener
from summarizer.reading.formats.pdf_boxes import Boxes
from summarizer.reading.formats.pdf_font import use_one_font
from summarizer.reading.formats.pdf_layout import laid_out, lines_of
from summarizer.reading.formats.pdf_pages import whole, written
from summarizer.reading.formats.pdf_rules import rules_of
from summarizer.reading.formats.ruled import ruled_tables
from summarizer.reading.limits import Limits

_MOST_PAGES = 20_000  # bounds the work: half of them take a minute (limits.py)
_TOLD = 20  # pages: about a tenth of a second, as often as a line on a terminal need change


def extract_text(data: bytes, limits: Limits, told: PageListener | None = None) -> Extracted:
    """The text of all pages in reading order, their footnotes apart at the end.

    `told` hears how many pages are read. Raises InputError for a scanned or locked file, and for
    one of absurdly many pages.
    """
    use_one_font()
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        locked = "password" in str(error).lower()
        raise InputError(
            "the PDF is locked with a password" if locked else "not a readable PDF",
            hint="save it without the password" if locked else "",
        ) from error
    pages: list[list[str | Table]] = []
    notes: list[str] = []
    try:
        if len(document) > _MOST_PAGES:
            raise InputError(f"more than {_MOST_PAGES} pages", hint="split the file")
        for number, page in enumerate(document):
            if told is not None and number % _TOLD == 0:
                told(number, len(document))
            text_page = page.get_textpage()
            boxes = Boxes(text_page)
            tables = ruled_tables(*rules_of(page, boxes))
            shown, below = laid_out(lines_of(text_page, boxes, tables))
            pages.append(shown)
            notes.extend(below)
            text_page.close()
            page.close()
    finally:
        document.close()
    if not any(isinstance(part, Table) or part.strip() for page in pages for part in page):
        raise InputError(
            "no text in this PDF: it is scanned", hint="run it through OCR first, e.g. ocrmypdf"
        )
    return written([*whole(pages), *([note] for note in notes)])
