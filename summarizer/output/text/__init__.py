"""The report for a terminal: the one page, and as much below it as the style asks for."""

from __future__ import annotations

from summarizer.models import Report
from summarizer.output.style import Style
from summarizer.output.text.canvas import Canvas
from summarizer.output.text.page import draw, page_for


def render(report: Report, style: Style) -> str:
    """The page, then with `sections` or `full` the rest; the accounting is the last line."""
    canvas = Canvas(style)
    page = page_for(report, style.lang)
    draw(canvas, page)
    if style.detail in ("sections", "full"):
        from summarizer.output.text.full import draw_rest

        draw_rest(canvas, report)
        canvas.gap()
    canvas.lines.append([(page.accounting, "dim")])
    return canvas.text()


def render_findings(report: Report, style: Style) -> str:
    """What `verify` prints: every finding with its unit, coverage and the audit of the source."""
    from summarizer.output.text.findings import draw_verification

    canvas = Canvas(style)
    draw_verification(canvas, report)
    return canvas.text()
