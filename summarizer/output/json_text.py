"""The published JSON."""

from __future__ import annotations

from summarizer.models import Report
from summarizer.output.style import Style


def render(report: Report, style: Style) -> str:
    """The report as one JSON document."""
    return report.to_json() + "\n"
