"""Renderers: one a format, in an ordered table; each imported when it is first used."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING

from summarizer.output.style import Style

if TYPE_CHECKING:
    from summarizer.models import Report

__all__ = ["RENDERERS", "Renderer", "Style", "by_name", "by_suffix"]

Render = Callable[["Report", Style], str | bytes]


@dataclass(frozen=True, slots=True)
class Renderer:
    """A format: its name, the file suffix that chooses it, and the function that writes it.

    `printable` formats may go to standard output. `further`, where given, renders a second and
    later report of the same stream (a table without its header), and `filed` gives the bytes of a
    file in pieces, where the whole would take much memory.
    """

    name: str
    suffix: str
    render: Render
    printable: bool = True
    further: Render | None = None
    filed: Callable[[Report, Style], Iterator[bytes]] | None = None

    def to_file(self, report: Report, style: Style) -> str | bytes | Iterator[bytes]:
        """What a file of this format holds."""
        return (self.filed or self.render)(report, style)


def _lazily(module: str, function: str = "render") -> Render:
    """A renderer whose module is imported when it is first used."""

    def render(report: Report, style: Style) -> str | bytes:
        found: Render = getattr(import_module(f"{__name__}.{module}"), function)
        return found(report, style)

    return render


def _source(report: Report, style: Style) -> str:
    return report.source.text


def _json_bytes(report: Report, style: Style) -> Iterator[bytes]:
    from summarizer.output.json_text import filed

    return filed(report, style)


# The first whose suffix a file name ends with: `.source.txt` stands before `.txt`.
RENDERERS: tuple[Renderer, ...] = (
    Renderer("source", ".source.txt", _source, printable=False),
    Renderer("text", ".txt", _lazily("text")),
    Renderer("json", ".json", _lazily("json_text"), filed=_json_bytes),
    Renderer("jsonl", ".jsonl", _lazily("json_lines")),
    Renderer("md", ".md", _lazily("markdown")),
    Renderer("csv", ".csv", _lazily("csv_table"), further=_lazily("csv_table", "render_rows")),
    Renderer("html", ".html", _lazily("html"), printable=False),
    Renderer("xlsx", ".xlsx", _lazily("workbook"), printable=False),
    Renderer("parquet", ".parquet", _lazily("frame", "render_parquet"), printable=False),
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
