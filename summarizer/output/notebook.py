"""How a report shows itself in a notebook: escaped HTML, no script."""

from __future__ import annotations

from collections.abc import Iterable

from summarizer.models import Report
from summarizer.output import phrases
from summarizer.output.html.markup import element, text
from summarizer.output.wording import word
from summarizer.vocabulary import label

_COLUMNS = ("id", "problem", "measure", "status", "category", "figures", "verdict")

# Notebooks align the cells of a table to the right, which suits numbers and no sentence.
_LEFT = "text-align:left"


def render(report: Report) -> str:
    """Overview and one table row a measure."""
    head = element(
        "tr", "".join(element("th", text(word(name, "zh")), style=_LEFT) for name in _COLUMNS)
    )
    body = []
    for path, measure in phrases.walk(report.sections):
        cells = (
            measure.id,
            phrases.problem_of(path) or "",
            measure.summary,
            label(measure.status),
            label(measure.category),
            "；".join(phrases.figures(measure.figures, "zh")),
            label(measure.verdict),
        )
        body.append(
            element("tr", "".join(element("td", text(cell), style=_LEFT) for cell in cells))
        )
    title = text(report.source.title or report.source.name)
    return (
        element("h3", title)
        + element("p", text(report.overview.summary))
        + element("table", element("thead", head) + element("tbody", "".join(body)))
    )


def _row(tag: str, cells: Iterable[str]) -> str:
    return element("tr", "".join(element(tag, text(cell), style=_LEFT) for cell in cells))
