"""What a run has finished, so that one that was killed goes on where it was.

Finished is a report of the same bytes under the same name, made by this version with these
settings. For files over all inputs whole reports wait in a database beside the first of them, until
all files are written; a folder of results keeps the keys of what stands in it.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
import zlib
from collections.abc import Sequence
from dataclasses import astuple
from pathlib import Path
from typing import Self

from summarizer import __version__
from summarizer.corpus.walk import STANDARD, Input
from summarizer.errors import OutputError
from summarizer.files import is_regular, opened
from summarizer.models import Report
from summarizer.output import atomic, unfinished
from summarizer.settings import Settings

_DATABASE = "finished.db"
_LEDGER = ".finished"
# How a service is reached and how hard it is used; a report does not depend on it.
_WITHOUT = {"api_key", "cache_dir", "concurrency", "rpm", "tpm", "timeout", "max_cost",
            "max_attempts"}  # fmt: skip


class Keys:
    """Keys of what a run with these settings makes."""

    def __init__(self, settings: Settings) -> None:
        told = [__version__, settings.model_dump(mode="json", exclude=_WITHOUT)]
        if settings.chosen_engine == "llm":
            # Prompts and questions by what they say, not by where they stand.
            from summarizer.engines.llm.packing import keys_of
            from summarizer.engines.llm.prompt.templates import prompts_of

            told.append(astuple(keys_of(settings, prompts_of(settings))))
        self._told = json.dumps(told, sort_keys=True)

    def of(self, source: Input) -> str:
        """The key of an input's report; empty where the input cannot be read now, or only once."""
        path = Path(source.path)
        if source.path == STANDARD or not is_regular(path):
            return ""
        try:
            with opened(path) as file:
                content = hashlib.file_digest(file, "sha256").hexdigest()
        except (OSError, ValueError):
            return ""  # its own line tells the error
        return digest(self._told, path.name, content)


def digest(*parts: str) -> str:
    """Parts in short."""
    return hashlib.sha256(json.dumps(parts).encode("ascii")).hexdigest()


class Finished:
    """Finished reports by key, until the files over all inputs are written.

    Belongs to one run at a time: raises OutputError where another is writing the same file, and
    where the database cannot be written. What a killed run has left behind of anything else is
    cleared.
    """

    def __init__(self, targets: Sequence[Path]) -> None:
        self._targets = targets
        folder = unfinished.folder_of(targets[0])
        with atomic.told(targets[0]):
            folder.mkdir(exist_ok=True)
        self._path = folder / _DATABASE
        try:
            self._opened = self._open()
        except sqlite3.OperationalError as error:
            told = "another run is writing it" if "locked" in str(error) else str(error)
            raise OutputError(f"cannot write {targets[0]}: {told}") from None
        except sqlite3.DatabaseError:  # cut off by a full disk, or no database at all
            for path in folder.glob(f"{_DATABASE}*"):
                path.unlink(missing_ok=True)
            self._opened = self._open()
        for target in targets:
            unfinished.clear(target, kept=_DATABASE)

    def _open(self) -> sqlite3.Connection:
        opened = sqlite3.connect(self._path, timeout=1.0, isolation_level=None)
        try:
            # Held to the end of the process, however it ends.
            opened.execute("PRAGMA locking_mode = EXCLUSIVE")
            opened.execute("PRAGMA journal_mode = WAL")
            opened.execute("PRAGMA synchronous = NORMAL")
            opened.execute(
                "CREATE TABLE IF NOT EXISTS finished (key TEXT PRIMARY KEY, report BLOB, text BLOB)"
            )
        except sqlite3.DatabaseError:
            opened.close()
            raise
        return opened

    def __bool__(self) -> bool:
        """Whether an earlier run has left anything."""
        return self._opened.execute("SELECT 1 FROM finished LIMIT 1").fetchone() is not None

    def report(self, key: str) -> Report | None:
        """The report under this key, with its text; None where there is none that can be read."""
        row = self._opened.execute(
            "SELECT report, text FROM finished WHERE key = ?", [key]
        ).fetchone()
        try:
            report, text = (zlib.decompress(part).decode("utf-8") for part in row or ())
            found = Report.model_validate_json(report)
        except (ValueError, zlib.error):
            return None
        return found.model_copy(update={"source": found.source.with_text(text)})

    def add(self, key: str, report: Report) -> None:
        """Keep a report. Raises OutputError."""
        parts = [report.to_json(indent=None), report.source.text]
        packed = [zlib.compress(part.encode("utf-8", "replace"), 1) for part in parts]
        try:
            self._opened.execute("INSERT OR REPLACE INTO finished VALUES (?, ?, ?)", [key, *packed])
        except sqlite3.Error as error:
            raise OutputError(f"cannot write {self._path}: {error}") from None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        """Leave nothing where all is written, and to the next run what is there where it is not."""
        self._opened.close()
        if kind is None:
            for target in self._targets:
                unfinished.clear(target)


class Ledger:
    """The keys of what stands in a folder of results, a line each."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / _LEDGER
        try:
            with opened(self._path) as file:
                self._known = set(file.read().decode("ascii", "replace").split("\n"))
        except FileNotFoundError:
            self._known = set()
        except OSError as error:
            raise OutputError(f"cannot read {self._path}: {error.strerror}") from None

    def __contains__(self, key: str) -> bool:
        return key in self._known

    def add(self, key: str) -> None:
        """Note that a result is written. Raises OutputError."""
        if key in self._known:
            return
        self._known.add(key)
        with atomic.told(self._path), self._path.open("a", encoding="ascii") as file:
            file.write(f"\n{key}")  # the break first: what a killed run wrote half is a line alone
