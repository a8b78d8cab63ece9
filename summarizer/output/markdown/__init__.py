"""The report as Markdown (CommonMark; nothing from the source acts as markup or HTML)."""

from __future__ import annotations

from summarizer.models import Report
from summarizer.output.markdown.answer import render_answer
from summarizer.output.markdown.escape import inline
from summarizer.output.markdown.full import Body
from summarizer.output.markdown.notes import Notes
from summarizer.output.markdown.page import page_lines
from summarizer.output.places import Places
from summarizer.output.style import Style
from summarizer.output.text.page import page_for

__all__ = ["render", "render_answer"]


def render(report: Report, style: Style) -> str:
    """The page, the summary with footnotes to the source, and the accounting of the run."""
    lang, detail = style.lang, style.detail or "full"
    places = Places(report, lang)
    notes = Notes(places)
    page = page_for(report, lang)
    lines = page_lines(page, report, notes, lang)
    if detail != "page":
        lines += Body(report, notes, places, lang, detail).lines()
    lines += ["", *notes.lines()]
    lines += ["", "---", "", inline(page.accounting), ""]
    return "\n".join(lines)
