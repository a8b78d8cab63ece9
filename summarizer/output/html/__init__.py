"""Self-contained HTML pages: of a report, of somebody's own text, of many reports."""

from __future__ import annotations

from summarizer.output.html.answer import render_answer
from summarizer.output.html.page import render

__all__ = ["render", "render_answer"]
