"""Checking: the facts of a summary against the facts of its source."""

from __future__ import annotations

from summarizer.checking.audit import audit
from summarizer.checking.base import Statement
from summarizer.checking.foreign import CheckedText, check_text, checked_text
from summarizer.checking.index import SourceIndex, index_of
from summarizer.checking.report import check_draft, check_report
from summarizer.checking.statement import Checked, Tally, check_statement, places_of

__all__ = [
    "Checked",
    "CheckedText",
    "SourceIndex",
    "Statement",
    "Tally",
    "audit",
    "check_draft",
    "check_report",
    "check_statement",
    "check_text",
    "checked_text",
    "index_of",
    "places_of",
]
