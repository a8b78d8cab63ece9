"""Checking: every claim of a summary against the anchors of its unit in the source."""

from __future__ import annotations

from summarizer.checking.audit import audit
from summarizer.checking.base import Statement
from summarizer.checking.foreign import read_summary
from summarizer.checking.index import SourceIndex
from summarizer.checking.report import check_draft, check_report
from summarizer.checking.statement import Checked, Tally, check_statement

__all__ = [
    "Checked",
    "SourceIndex",
    "Statement",
    "Tally",
    "audit",
    "check_draft",
    "check_report",
    "check_statement",
    "read_summary",
]
