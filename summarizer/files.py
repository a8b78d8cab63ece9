"""Files that somebody named, opened so that none of them blocks for ever.

A device may have no end, a pipe no writer, and what looks like a file (`/proc/kmsg`, a file of a
mount whose server is gone) may wait for what never comes. All of them end in an OSError.
"""

from __future__ import annotations

import errno
import io
import os
import stat
import threading
from collections.abc import Callable
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

# Seconds for one step: a disk that was asleep takes ten to turn, a command behind `<(…)` that has
# said nothing for so long is better waited for on standard input, where the wait is seen.
PATIENCE = 30.0
_MOST = 512 << 20
"""Bytes of a file that nobody set a limit for, as many as a report may have."""

_PIECE = 1 << 20
"""Bytes read at a time: each step has a thread of its own, which takes as long as 100 KB do."""

_T = TypeVar("_T")


class UnusableFileError(OSError):
    """What is named is no file that can be read to its end."""

    def __init__(self, reason: str) -> None:
        super().__init__(errno.EINVAL, reason)


def opened(path: str | os.PathLike[str], most: int = _MOST) -> io.BufferedReader:
    """A file or pipe to be read, of `most` bytes. Every step raises OSError where it would block,
    UnusableFileError with words of our own."""
    return io.BufferedReader(_Patient(path, most), _PIECE)


def is_regular(path: Path) -> bool:
    """False for a device, a pipe or a socket, or a link to one; true where nobody can tell."""
    try:
        return stat.S_ISREG(path.stat().st_mode)
    except (OSError, ValueError):
        return True  # reading it will say why


class _Patient(io.RawIOBase):
    """A file each step of which has an end: `opened` puts a buffer before it."""

    def __init__(self, path: str | os.PathLike[str], most: int) -> None:
        self._most, self._left = most, most
        self._file: io.FileIO | None = _in_time(lambda: _open(path))

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        size, file = len(memoryview(buffer)), self._file
        if file is None:
            raise ValueError("the file is closed")
        self._file = None  # one that blocks is left alone: closing it may block as well
        piece = _in_time(lambda: file.read(size))
        self._file = file
        if piece is None:
            raise UnusableFileError("reading it waits for what may never come")
        self._left -= len(piece)
        if self._left < 0:
            raise UnusableFileError(f"larger than {self._most >> 20 or 1} MB")
        memoryview(buffer)[: len(piece)] = piece
        return len(piece)

    def close(self) -> None:
        if self._file is not None:
            self._file.close()
            self._file = None
        super().close()


def _open(path: str | os.PathLike[str]) -> io.FileIO:
    mode = os.stat(path).st_mode  # noqa: PTH116 (Path would keep no line end of a str)
    if stat.S_ISDIR(mode):
        raise UnusableFileError("is a directory, not a file")
    if stat.S_ISCHR(mode) or stat.S_ISBLK(mode):
        raise UnusableFileError("is a device, not a file")
    # A pipe that is opened so would seem to be empty until somebody writes.
    at_once = 0 if stat.S_ISFIFO(mode) else getattr(os, "O_NONBLOCK", 0)
    return io.FileIO(os.fspath(path), opener=lambda name, flags: os.open(name, flags | at_once))


def _in_time(step: Callable[[], _T]) -> _T:
    """What a step gives, in a thread that nobody waits for where it does not end."""
    box: SimpleQueue[tuple[_T | None, BaseException | None]] = SimpleQueue()

    def run() -> None:
        try:
            box.put((step(), None))
        except BaseException as error:  # raised again below
            box.put((None, error))

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    try:
        result, error = box.get(timeout=PATIENCE)
    except Empty:
        raise UnusableFileError(
            f"nothing came from it for {PATIENCE:.0f} seconds; standard input (-) is waited for"
        ) from None
    thread.join()
    if error is not None:
        raise error
    return result  # type: ignore[return-value]  # it is what the step gave
