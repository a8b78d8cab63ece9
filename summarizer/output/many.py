"""One file over many reports: a table, a page or a database, by the suffix.

Reports come in as they are ready, in any order, and are not held: what is kept of each is the part
of the file that it gives. The parts stand in the file in the order of the inputs.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from summarizer.output import atomic, unfinished
from summarizer.output.style import Style

if TYPE_CHECKING:
    from summarizer.models import Report


class Gathering(Protocol):
    """A file that is being made of many reports; nothing stands at its path before `finish`."""

    def add(self, place: int, report: Report) -> None:
        """Take the report of the input at this place (from 0). Raises OutputError."""
        ...

    def finish(self) -> None:
        """Write the file in one step. Raises OutputError."""
        ...

    def abandon(self) -> None:
        """Leave nothing behind; what stood at the path stays."""
        ...


Opener = Callable[[Path, Style], Gathering]


def _lazily(module: str, function: str = "gather") -> Opener:
    """An opener whose module is imported when it is first used."""

    def opened(path: Path, style: Style) -> Gathering:
        opener: Opener = getattr(import_module(module), function)
        return opener(path, style)

    return opened


# The formats that hold many reports, by suffix.
GATHERINGS: Mapping[str, Opener] = {
    ".csv": _lazily("summarizer.output.csv_table"),
    ".jsonl": _lazily("summarizer.output.json_lines"),
    ".html": _lazily("summarizer.output.html.index"),
    ".xlsx": _lazily("summarizer.output.workbook"),
    ".parquet": _lazily("summarizer.output.database.parquet"),
    ".duckdb": _lazily("summarizer.output.database.duckdb"),
}


def gathering(path: Path) -> Opener | None:
    """How the file at this path is made of many reports; None where its suffix holds only one."""
    name = path.name.lower()
    return next((found for suffix, found in GATHERINGS.items() if name.endswith(suffix)), None)


def pages_beside(path: Path) -> Path:
    """The folder beside a page over many reports that holds the page of each."""
    return path.with_name(f"{path.stem}_pages")


class Stream:
    """A text file of parts: a head, then what `part` gives for each report."""

    def __init__(self, path: Path, head: str, part: Callable[[Report], str]) -> None:
        self._path = path
        self._head = head
        self._part = part
        self._spool = unfinished.spool(path)
        self._places: list[tuple[int, int, int]] = []

    def add(self, place: int, report: Report) -> None:
        """Keep the part of one report."""
        data = self._part(report).encode("utf-8", "replace")
        with atomic.told(self._path):
            self._places.append((place, self._spool.tell(), len(data)))
            self._spool.write(data)

    def finish(self) -> None:
        """Put the parts in the order of the inputs."""
        with atomic.opened(self._path) as sink, self._spool:
            sink.write(self._head.encode())
            for _, start, length in sorted(self._places):
                self._spool.seek(start)
                sink.write(self._spool.read(length))

    def abandon(self) -> None:
        """Drop the parts."""
        self._spool.close()
