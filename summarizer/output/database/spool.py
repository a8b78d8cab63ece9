"""The rows of many reports on disk, until they can be written in the order of the inputs."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import BinaryIO

from summarizer.models import Report
from summarizer.output import atomic, unfinished
from summarizer.output.database.rows import Row, rows_of
from summarizer.output.database.tables import TABLES


class Spool:
    """A file of JSON lines a table; of a report only the places of its rows stay in memory."""

    def __init__(self, target: Path) -> None:
        self._target = target
        self._folder: Path | None = None
        self._files: dict[str, BinaryIO] = {
            table.name: unfinished.spool(target) for table in TABLES
        }
        self._places: dict[str, list[tuple[int, int, int]]] = {table.name: [] for table in TABLES}

    @property
    def folder(self) -> Path:
        """A folder on the disk of the target, for what is made of the rows. Raises OutputError."""
        if self._folder is None:
            self._folder = unfinished.new_folder(self._target)
        return self._folder

    def add(self, place: int, report: Report) -> None:
        """Keep the rows of the input at this place (from 0). Raises OutputError."""
        self.add_rows(place, rows_of(report, place + 1))

    def add_rows(self, place: int, tables: Mapping[str, Sequence[Row]]) -> None:
        """Keep rows that were made elsewhere. Raises OutputError."""
        with atomic.told(self._target):
            for name, rows in tables.items():
                data = b"".join(_line(row) for row in rows)
                sink = self._files[name]
                self._places[name].append((place, sink.tell(), len(data)))
                sink.write(data)

    def ordered(self, name: str) -> Path:
        """A table's rows as a file of JSON lines, in the order of the inputs."""
        path = self.folder / f"{name}.jsonl"
        with path.open("wb") as sink:
            for part in self._parts(name):
                sink.write(part)
        self._files[name].close()
        return path

    def batches(self, name: str) -> Iterator[list[Row]]:
        """A table's rows in the order of the inputs, those of one report at a time."""
        for part in self._parts(name):
            yield [json.loads(line) for line in part.splitlines()]

    def _parts(self, name: str) -> Iterator[bytes]:
        source = self._files[name]
        for _, start, length in sorted(self._places[name]):
            source.seek(start)
            yield source.read(length)

    def remove(self) -> None:
        """Leave nothing behind."""
        for file in self._files.values():
            file.close()
        if self._folder is not None:
            unfinished.drop(self._target, self._folder)


def _line(row: Row) -> bytes:
    # A lone surrogate of a damaged text is no UTF-8.
    return (json.dumps(row, ensure_ascii=False, default=str) + "\n").encode("utf-8", "replace")
