"""The inputs of a command, with what is wrong with them told by whoever runs it."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from summarizer.corpus.walk import STANDARD, Found, find_inputs
from summarizer.errors import UsageError


def find(files: Sequence[str], *, ignored: Collection[str] = ()) -> Found:
    """The files, and the reports below folders. Raises UsageError for `-` given twice."""
    once(files)
    return find_inputs(files, ignored=ignored)


def once(files: Sequence[str]) -> None:
    """Raises UsageError where standard input is to be read twice."""
    if list(files).count(STANDARD) > 1:
        raise UsageError("standard input (-) can be read only once")
