"""Structured, source-checked summaries of long Chinese official reports.

Every figure, date, document title and status in a `Report` carries a span into the decoded
source (half-open, in Unicode code points) and a verdict on whether the source supports it.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from summarizer import shows

__version__ = "0.2.0"
__distribution__ = "report-summarize"

if TYPE_CHECKING:
    from summarizer.corpus.run import summarize_all
    from summarizer.errors import SummarizerError
    from summarizer.models import Report
    from summarizer.models.fields import MeasureFields, OwnWords
    from summarizer.pipeline import asummarize, summarize, verify, verify_text
    from summarizer.reading import Document, read
    from summarizer.settings import Settings

__all__ = [
    "Document",
    "MeasureFields",
    "OwnWords",
    "Report",
    "Settings",
    "SummarizerError",
    "__version__",
    "asummarize",
    "read",
    "summarize",
    "summarize_all",
    "verify",
    "verify_text",
]

_HOMES = {
    "Document": "summarizer.reading",
    "MeasureFields": "summarizer.models.fields",
    "OwnWords": "summarizer.models.fields",
    "Report": "summarizer.models",
    "Settings": "summarizer.settings",
    "SummarizerError": "summarizer.errors",
    "asummarize": "summarizer.pipeline",
    "read": "summarizer.reading",
    "summarize": "summarizer.pipeline",
    "summarize_all": "summarizer.corpus.run",
    "verify": "summarizer.pipeline",
    "verify_text": "summarizer.pipeline",
}
_OF_ANOTHER = frozenset({"Summarizer", "TransformerSummarizer"})

# A report saves and shows itself; the models do not know by whom.
shows.provide(lambda: import_module("summarizer.output.report_methods"))


def __getattr__(name: str) -> object:
    # Imported on first use, so that `summarize --help` does not pay for what it does not need.
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    if name in _OF_ANOTHER:
        raise ImportError(
            f"{name} is of bert-extractive-summarizer, which installs the same import name as "
            f"{__distribution__} and was overwritten by it: keep them in two environments"
        )
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(__all__)
