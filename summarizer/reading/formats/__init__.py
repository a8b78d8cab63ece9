"""Text and tables out of web pages, Word files and text PDFs.

Spans of a report read this way refer to the extracted text.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from summarizer.errors import InputError, MissingExtraError
from summarizer.reading.formats.blocks import Extracted
from summarizer.reading.formats.child import extracted_apart
from summarizer.reading.formats.pages import PageListener
from summarizer.reading.formats.signatures import format_of
from summarizer.reading.limits import Limits

__all__ = ["Extracted", "extract", "extracted_here", "format_of"]

# format → the module that extracts
_MODULES = {"html": "web", "mht": "web.mail", "docx": "word", "pdf": "pdf"}
_NAMES = {"html": "web page", "mht": "saved web page", "docx": "docx file", "pdf": "PDF"}
_PAGED = frozenset({"pdf"})  # whose readers tell how many pages are read


def extract(
    data: bytes, form: str, *, name: str, limits: Limits, told: PageListener | None = None
) -> Extracted:
    """The text of a file in one of the formats that `format_of` tells, read in a process apart.

    Raises MissingExtraError where the library for it is not installed, and InputError where the
    file is damaged, holds no text (a scanned PDF) or reaches a limit.
    """
    try:
        return extracted_apart(data, form, limits, told)
    except InputError as error:
        raise type(error)(f"{name}: {error}", hint=error.hint) from error


def extracted_here(
    data: bytes, form: str, limits: Limits, told: PageListener | None = None
) -> Extracted:
    """Like `extract`, in this process and without the file's name in the message."""
    reader: Callable[..., Extracted]
    try:
        reader = import_module(f"{__name__}.{_MODULES[form]}").extract_text
    except ImportError as error:
        raise MissingExtraError(
            f"reading a {_NAMES[form]} needs an optional library",
            hint=f"pip install 'report-summarize[{form}]'",
        ) from error
    try:
        return reader(data, limits, told) if form in _PAGED else reader(data, limits)
    except (InputError, MemoryError):
        raise
    except Exception as error:
        # Parsers raise whatever they meet in a damaged file; no list is complete.
        raise InputError(f"not a readable {_NAMES[form]}") from error
