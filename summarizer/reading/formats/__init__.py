"""Text out of web pages, word-processor files and text PDFs, through optional libraries.

Spans of a report read this way refer to the extracted text, which `-o name.txt` saves.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from summarizer.errors import InputError, MissingExtraError

# suffix → (module that extracts, extra of this distribution, encoding to report)
_FORMATS = {
    ".html": ("web", "html"),
    ".htm": ("web", "html"),
    ".docx": ("word", "docx"),
    ".pdf": ("pdf", "pdf"),
}

SUFFIXES = frozenset(_FORMATS)


def extract(data: bytes, suffix: str, *, name: str) -> str:
    """The text of a file in one of `SUFFIXES`.

    Raises MissingExtraError where the library for it is not installed, and InputError where the
    file is damaged or holds no text (a scanned PDF).
    """
    module, extra = _FORMATS[suffix]
    extractor: Callable[[bytes], str]
    try:
        extractor = import_module(f"{__name__}.{module}").extract_text
    except ImportError as error:
        raise MissingExtraError(
            f"{name}: reading {suffix} needs an optional library",
            hint=f"pip install 'report-summarize[{extra}]'",
        ) from error
    try:
        text = extractor(data)
    except InputError as error:
        raise InputError(f"{name}: {error}") from error
    except Exception as error:
        # The libraries raise whatever their parsers meet in a damaged file; no list is complete.
        raise InputError(f"{name}: not a readable {suffix} file") from error
    if not text.strip():
        raise InputError(f"{name}: no text in this file")
    return text
