"""The folder beside a file that is being made of many reports.

What waits there for its place in the file stays behind where the run is killed; the next run into
the same file takes up what it can and clears the rest.
"""

from __future__ import annotations

import shutil
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from summarizer.output import atomic


def folder_of(target: Path) -> Path:
    """Where what belongs to the file at `target` waits; beside it, since not every /tmp holds the
    rows of a million reports."""
    return target.with_name(f".{target.name[:60]}.unfinished")


def new_folder(target: Path) -> Path:
    """A folder of its own in there. Raises OutputError."""
    place = folder_of(target)
    with atomic.told(target):
        place.mkdir(exist_ok=True)
        return Path(tempfile.mkdtemp(dir=place))


def spool(target: Path) -> BinaryIO:
    """A file without a name on the disk of `target`, gone when it is closed. Raises OutputError."""
    with atomic.told(target):
        return tempfile.TemporaryFile(dir=target.parent)


def drop(target: Path, folder: Path) -> None:
    """Remove what `new_folder` gave, and what it stood in where nothing else is left there."""
    shutil.rmtree(folder, ignore_errors=True)
    with suppress(OSError):
        folder_of(target).rmdir()


def clear(target: Path, *, kept: str = "") -> None:
    """Remove what a killed run has left for `target`, apart from the file called `kept`."""
    place = folder_of(target)
    for path in place.iterdir() if place.is_dir() else ():
        if path.is_dir():
            shutil.rmtree(path, ignore_errors=True)
        elif not (kept and path.name.startswith(kept)):
            path.unlink(missing_ok=True)
    with suppress(OSError):
        place.rmdir()
