"""Writing a file so that a failure at any point leaves the old one as it was."""

from __future__ import annotations

import os
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from summarizer.errors import OutputError

_PIECE = 2**20
"""Characters encoded at a time: beside 80 million in one text, all their bytes took 240 MB."""


def write(path: Path, content: str | bytes | Iterator[bytes]) -> None:
    """Replace the file at `path` in one step, keeping its permissions and any link to it.

    Devices and pipes are written to directly. Raises OutputError.
    """
    with opened(path) as sink:
        if isinstance(content, bytes):
            sink.write(content)
        else:
            sink.writelines(_encoded(content) if isinstance(content, str) else content)


def _encoded(text: str) -> Iterator[bytes]:
    for start in range(0, len(text), _PIECE):
        yield text[start : start + _PIECE].encode("utf-8", "replace")


@contextmanager
def opened(path: Path) -> Iterator[BinaryIO]:
    """A binary file that takes the place of the one at `path` when the context ends without an
    error; see `write`. Raises OutputError."""
    with told(path):
        # A link stays a link: what it points to is replaced.
        target = Path(os.path.realpath(path))
        if target.exists() and not target.is_file():
            with target.open("wb") as sink:
                yield sink
        else:
            with _replacing(target) as sink:
                yield sink


@contextmanager
def told(path: Path) -> Iterator[None]:
    """What the system says against writing, as an OutputError that names the file."""
    try:
        yield
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise OutputError(f"cannot write {path}: {reason}") from error


@contextmanager
def _replacing(target: Path) -> Iterator[BinaryIO]:
    mode = stat.S_IMODE(target.stat().st_mode) if target.exists() else None
    handle, name = tempfile.mkstemp(prefix=f".{target.name[:60]}.", dir=target.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as sink:
            yield sink
            sink.flush()
            os.fsync(sink.fileno())
        temporary.chmod(mode if mode is not None else 0o666 & ~_umask())
        temporary.replace(target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def _umask() -> int:
    # The only portable way to read it is to set it; the command line has one thread here.
    mask = os.umask(0o077)
    os.umask(mask)
    return mask
