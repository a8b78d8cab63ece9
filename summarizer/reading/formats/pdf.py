"""Text PDFs, through PDFium. Scanned pages hold pictures only, and that is said."""

from __future__ import annotations

import pypdfium2

from summarizer.errors import InputError


def extract_text(data: bytes) -> str:
    """The text of all pages in reading order. Raises InputError for a scanned or locked file."""
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        locked = "password" in str(error).lower()
        raise InputError("the PDF is locked" if locked else "not a readable PDF") from error
    try:
        pages = []
        for page in document:
            text_page = page.get_textpage()
            pages.append(text_page.get_text_bounded().replace("\r\n", "\n"))
            text_page.close()
            page.close()
    finally:
        document.close()
    if not any(page.strip() for page in pages):
        raise InputError(
            "no text in this PDF: it is scanned", hint="run it through OCR first, e.g. ocrmypdf"
        )
    return "\n\n".join(pages)
