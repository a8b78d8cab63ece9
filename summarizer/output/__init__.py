"""Renderers: one a format, in an ordered table; each imported when it is first used."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from summarizer.models import Report
from summarizer.output.style import Style

__all__ = ["RENDERERS", "Renderer", "Style", "by_name", "by_suffix"]

Render = Callable[[Report, Style], str | bytes]


@dataclass(frozen=True, slots=True)
class Renderer:
    """A format: its name, the file suffix that chooses it, and the function that writes it.

    `printable` formats may go to standard output. `further`, where given, renders a second and
    later report of the same stream (a table without its header).
    """

    name: str
    suffix: str
    render: Render
    printable: bool = True
    further: Render | None = None


def _text(report: Report, style: Style) -> str:
    from summarizer.output import text

    return text.render(report, style)


def _json(report: Report, style: Style) -> str:
    from summarizer.output import json_text

    return json_text.render(report, style)


def _jsonl(report: Report, style: Style) -> str:
    from summarizer.output import json_lines

    return json_lines.render(report, style)


def _markdown(report: Report, style: Style) -> str:
    from summarizer.output import markdown

    return markdown.render(report, style)


def _csv(report: Report, style: Style) -> str:
    from summarizer.output import csv_table

    return csv_table.render(report, style)


def _csv_rows(report: Report, style: Style) -> str:
    from summarizer.output import csv_table

    return csv_table.render_rows(report, style)


def _html(report: Report, style: Style) -> str:
    from summarizer.output import html

    return html.render(report, style)


def _workbook(report: Report, style: Style) -> bytes:
    from summarizer.output import workbook

    return workbook.render(report, style)


def _parquet(report: Report, style: Style) -> bytes:
    from summarizer.output import frame

    return frame.render_parquet(report, style)


def _source(report: Report, style: Style) -> str:
    return report.source.text


# The first whose suffix a file name ends with: `.source.txt` stands before `.txt`.
RENDERERS: tuple[Renderer, ...] = (
    Renderer("source", ".source.txt", _source, printable=False),
    Renderer("text", ".txt", _text),
    Renderer("json", ".json", _json),
    Renderer("jsonl", ".jsonl", _jsonl),
    Renderer("md", ".md", _markdown),
    Renderer("csv", ".csv", _csv, further=_csv_rows),
    Renderer("html", ".html", _html, printable=False),
    Renderer("xlsx", ".xlsx", _workbook, printable=False),
    Renderer("parquet", ".parquet", _parquet, printable=False),
)


def by_name(name: str) -> Renderer:
    """The renderer of a format. Raises KeyError."""
    for renderer in RENDERERS:
        if renderer.name == name:
            return renderer
    raise KeyError(name)


def by_suffix(name: str) -> Renderer | None:
    """The renderer that the end of a file's name (in any case) chooses, if any."""
    return next((r for r in RENDERERS if name.lower().endswith(r.suffix)), None)
