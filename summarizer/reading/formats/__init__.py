"""Text out of web pages, word-processor files and text PDFs, through optional libraries.

Spans of a report read this way refer to the extracted text.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from summarizer.errors import InputError, MissingExtraError

# format, which is also the extra of this distribution → the module that extracts
_MODULES = {"html": "web", "docx": "word", "pdf": "pdf"}
_WEB_SUFFIXES = frozenset({".html", ".htm", ".xhtml"})


def format_of(data: bytes, suffix: str, *, name: str) -> str | None:
    """The format of a file that is no plain text, else None; `suffix` is lower-case with its dot.

    Raises InputError for word-processor files of before 2007, which no library here reads.
    """
    if data.startswith(b"%PDF-"):
        return "pdf"
    if data.startswith(b"PK\x03\x04"):
        return "docx"
    if data.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        raise InputError(f"{name}: a .doc file of before 2007: save it as .docx or text first")
    return "html" if suffix in _WEB_SUFFIXES else None


def extract(data: bytes, form: str, *, name: str) -> str:
    """The text of a file in one of the formats that `format_of` tells.

    Raises MissingExtraError where the library for it is not installed, and InputError where the
    file is damaged or holds no text (a scanned PDF).
    """
    extractor: Callable[[bytes], str]
    try:
        extractor = import_module(f"{__name__}.{_MODULES[form]}").extract_text
    except ImportError as error:
        raise MissingExtraError(
            f"{name}: reading {form} needs an optional library",
            hint=f"pip install 'report-summarize[{form}]'",
        ) from error
    try:
        return extractor(data)
    except InputError as error:
        raise InputError(f"{name}: {error}", hint=error.hint) from error
    except Exception as error:
        # The libraries raise whatever their parsers meet in a damaged file; no list is complete.
        raise InputError(f"{name}: not a readable {form} file") from error
