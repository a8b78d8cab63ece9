"""Answers that were paid for once, kept on disk.

diskcache would unpickle what it finds, and a row of its database can be rewritten to say that it
is a pickle. The disk below keeps text inside the database and fetches nothing else: any other row,
and any row that points to a file, reads as absent.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from summarizer.errors import OutputError
from summarizer.files import UnusableFileError, is_regular, opened

if TYPE_CHECKING:
    import diskcache  # type: ignore[import-untyped]

_ANSWER = "answer/"
_REQUEST = "request/"
_DATABASE = "cache.db"
_SOURCE = "source/"
_MAGIC = b"SQLite format 3\0"
_OURS = (_DATABASE, "modes.tsv")
_ELSEWHERE = "run with --no-cache, or set SUMMARIZE_CACHE_DIR to another directory"
_CLEAR = "run with --no-cache, or begin anew with `summarize cache clear`"
_TIMEOUT = 15.0
"""Seconds to wait for another process that is writing; a file system without locks keeps everybody
waiting for as long, and nobody would sit through minutes without a word."""


@dataclass(frozen=True, slots=True)
class CacheInfo:
    """What a cache holds: answers, requests exported, bytes on disk."""

    path: Path
    answers: int
    requests: int
    bytes: int


class DiskStore:
    """Texts by key in a private directory; safe for several processes at once.

    Nothing is ever thrown away on its own: an answer was paid for. The directory is created, and
    diskcache imported, at the first use. Raises OutputError, one line, where the directory cannot
    be used.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._opened: diskcache.Cache | None = None

    def get(self, key: str) -> str | None:
        """The answer stored under `key`, None where there is none that can be read."""
        return self._get(_ANSWER + key)

    def put(self, key: str, value: str) -> None:
        """Store one answer."""
        self.put_all({key: value})

    def put_all(self, values: Mapping[str, str]) -> None:
        """Store answers in one transaction: a process killed here leaves all of them or none."""
        self._put({_ANSWER + key: value for key, value in values.items()})

    def request(self, key: str) -> str | None:
        """The exported request stored under `key`."""
        return self._get(_REQUEST + key)

    def put_requests(self, values: Mapping[str, str]) -> None:
        """Store exported requests, so that answers can be checked without their report."""
        self._put({_REQUEST + key: value for key, value in values.items()})

    def source(self, sha256: str) -> str | None:
        """The exported source with this digest."""
        return self._get(_SOURCE + sha256)

    def put_sources(self, values: Mapping[str, str]) -> None:
        """Store the sources of exported requests, so that answers can be checked against them."""
        self._put({_SOURCE + key: value for key, value in values.items()})

    def requests(self) -> list[str]:
        """The keys of the requests that were exported."""
        return [key.removeprefix(_REQUEST) for key in self._keys() if key.startswith(_REQUEST)]

    def info(self) -> CacheInfo:
        """What is stored; opens nothing where there is no cache yet."""
        if not (self.path / _DATABASE).exists():
            return CacheInfo(self.path, 0, 0, 0)
        keys = list(self._keys())
        answers = sum(key.startswith(_ANSWER) for key in keys)
        with _told(self.path):
            requests = sum(key.startswith(_REQUEST) for key in keys)
            return CacheInfo(self.path, answers, requests, int(self._cache().volume()))

    def clear(self) -> int:
        """Forget everything; returns how many entries there were. A database that is damaged is
        deleted, and counts as none."""
        if not (self.path / _DATABASE).exists():
            return 0
        with _told(self.path):
            try:
                return int(self._cache().clear())
            except sqlite3.OperationalError:
                raise  # locked, full or read-only, but whole
            except sqlite3.DatabaseError:
                self.close()
                for suffix in ("", "-wal", "-shm"):
                    (self.path / (_DATABASE + suffix)).unlink(missing_ok=True)
                return 0

    def close(self) -> None:
        """Close the database; the next use opens it again."""
        if self._opened is not None:
            self._opened.close()
            self._opened = None

    def _get(self, key: str) -> str | None:
        with _told(self.path):
            found = self._cache().get(key)
        return found if isinstance(found, str) else None

    def _put(self, values: Mapping[str, str]) -> None:
        with _told(self.path):
            cache = self._cache()
            with cache.transact():
                for key, value in values.items():
                    cache.set(key, value)

    def _keys(self) -> Iterator[str]:
        with _told(self.path):
            for key in self._cache().iterkeys():
                if isinstance(key, str):
                    yield key

    def _cache(self) -> diskcache.Cache:
        if self._opened is None:
            self._opened = _open(self.path)
        return self._opened


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """Turns faults of the disk and of the database into one line."""
    try:
        yield
    except Exception as error:
        ours = isinstance(error, OSError | sqlite3.Error)
        if not ours and type(error).__module__ != "diskcache.core":  # its Timeout
            raise
        reason = (isinstance(error, OSError) and error.strerror) or " ".join(str(error).split())
        reason = reason or "another process keeps it locked"  # what diskcache says by silence
        damaged = isinstance(error, sqlite3.DatabaseError) and not isinstance(
            error, sqlite3.OperationalError
        )
        raise OutputError(
            f"the cache in {path} cannot be used: {reason}", hint=_CLEAR if damaged else _ELSEWHERE
        ) from None


def _open(path: Path) -> diskcache.Cache:
    import diskcache

    class TextDisk(diskcache.Disk):  # type: ignore[misc]  # diskcache is untyped
        """Stores and fetches str and bytes, inside the database only."""

        def put(self, key: Any) -> tuple[Any, bool]:
            _only_text(key)
            return super().put(key)  # type: ignore[no-any-return]

        def get(self, key: Any, raw: bool) -> Any:
            return super().get(key, raw) if raw and isinstance(key, str | bytes) else None

        def store(self, value: Any, read: bool, key: Any = None) -> Any:
            _only_text(value)
            return 0, diskcache.core.MODE_RAW, None, value

        def fetch(self, mode: int, filename: str | None, value: Any, read: bool) -> Any:
            inline = mode == diskcache.core.MODE_RAW and isinstance(value, str | bytes)
            return value if inline else None

    path.mkdir(mode=0o700, parents=True, exist_ok=True)
    if all(entry.name.startswith(_OURS) for entry in path.iterdir()):
        with suppress(PermissionError):  # a volume that somebody else owns
            path.chmod(0o700)
    # In a directory that is not ours to close, the files are private nevertheless.
    _need_file(path)
    os.close(os.open(path / _DATABASE, os.O_RDWR | os.O_CREAT, 0o600))
    _need_lock(path / _DATABASE)
    return diskcache.Cache(
        str(path), timeout=_TIMEOUT, disk=TextDisk, eviction_policy="none", cull_limit=0
    )


def _need_file(path: Path) -> None:
    """Raises OSError where the database is linked to what is no file, or to what blocks."""
    for place in path.glob(f"{_DATABASE}*"):
        if not is_regular(place):
            raise UnusableFileError(f"{place.name} is not a file")
    if (path / _DATABASE).exists():
        with opened(path / _DATABASE) as database:
            begins = database.read(len(_MAGIC))
        if begins and begins != _MAGIC:  # what blocks may have something to say first
            raise sqlite3.DatabaseError("file is not a database")


def _need_lock(database: Path) -> None:
    """Raises OperationalError where the database cannot be locked in time: diskcache would try for
    a minute of its own to open it, without a word."""
    with closing(sqlite3.connect(database, timeout=_TIMEOUT, isolation_level=None)) as probe:
        probe.execute("BEGIN IMMEDIATE")
        probe.execute("ROLLBACK")


def _only_text(value: object) -> None:
    if not isinstance(value, str | bytes):
        raise TypeError("the cache holds text only")
