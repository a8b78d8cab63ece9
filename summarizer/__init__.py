"""Structured, source-checked summaries of long Chinese official reports.

Every figure, date, document title and status in a `Report` carries a span into the decoded
source (half-open, in Unicode code points) and a verdict on whether the source supports it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

__version__ = "0.2.0"

if TYPE_CHECKING:
    from summarizer.errors import SummarizerError
    from summarizer.models import Report
    from summarizer.pipeline import asummarize, summarize, verify
    from summarizer.reading import Document, read
    from summarizer.settings import Settings

__all__ = [
    "Document",
    "Report",
    "Settings",
    "SummarizerError",
    "__version__",
    "asummarize",
    "read",
    "summarize",
    "verify",
]

_HOMES = {
    "Document": "summarizer.reading",
    "Report": "summarizer.models",
    "Settings": "summarizer.settings",
    "SummarizerError": "summarizer.errors",
    "asummarize": "summarizer.pipeline",
    "read": "summarizer.reading",
    "summarize": "summarizer.pipeline",
    "verify": "summarizer.pipeline",
}


def __getattr__(name: str) -> object:
    # Imported on first use, so that `summarize --help` does not pay for what it does not need.
    if name in _HOMES:
        from importlib import import_module

        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
