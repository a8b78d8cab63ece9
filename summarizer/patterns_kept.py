"""The table of compiled patterns beside the package's bytecode.

A pattern cannot be pickled in its compiled form. What compiling makes of it is a list of numbers,
from which the interpreter builds the pattern in a few microseconds; that list is kept as Python
keeps bytecode: in `__pycache__`, for one version of the interpreter; silently not at all where the
folder cannot be written, the numbers are damaged or the interpreter is one that this was not tried
with. An entry is found by the whole expression and its flags, so that a changed grammar never meets
an old one.

The file: a line of JSON (who wrote it, a checksum, an entry for each pattern), then the numbers,
four bytes each.
"""

from __future__ import annotations

import importlib.util
import json
import os
import re
import sys
from array import array
from contextlib import suppress
from pathlib import Path
from typing import Any
from zlib import crc32

# The functions of `re` that are called here are the same in these three; others compile anew.
_TRIED = ((3, 11), (3, 12), (3, 13))
# Twice the expressions of the package: more are those of earlier versions, and all begin anew.
_MOST = 1_500
_Key = tuple[str, int]  # an expression and the flags it was given

try:
    import _sre  # type: ignore[import-not-found]
    from re import _compiler, _parser  # type: ignore[attr-defined]

    _ABLE = sys.implementation.name == "cpython" and sys.version_info[:2] in _TRIED
except ImportError:
    _ABLE = False


class Table:
    """The patterns that were kept, and the numbers of those that were compiled since."""

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._made: dict[_Key, tuple[list[Any], list[int]]] = {}
        self._entries: dict[_Key, tuple[list[Any], int, int]] = {}
        self._numbers = array("I")
        if path is not None:
            # Whatever is wrong with the file, everything is compiled as if there were none.
            with suppress(OSError, ValueError, TypeError, KeyError):
                self._read(path)

    def _read(self, path: Path) -> None:
        head, _, body = path.read_bytes().partition(b"\n")
        told = json.loads(head)
        if told["by"] != _by() or told["sum"] != crc32(body):
            return
        numbers = array("I", body)
        at, entries = 0, {}
        for expression, given, length, *rest in told["patterns"]:
            entries[expression, given] = (rest, at, at + length)
            at += length
        self._entries, self._numbers = entries, numbers

    def compiled(self, expression: str, flags: int) -> re.Pattern[str]:
        """A pattern as kept, or compiled and remembered. Raises `re.error`."""
        if (expression, flags) in self._entries:
            rest, start, end = self._entries[expression, flags]
            # Numbers that the interpreter refuses are made again.
            with suppress(RuntimeError, TypeError, ValueError, OverflowError):
                return _built(expression, rest, self._numbers[start:end].tolist())
        tree = _parser.parse(expression, flags)
        numbers = _compiler._code(tree, flags)
        state = tree.state
        rest = [flags | state.flags, state.groups - 1, state.groupdict]
        self._made[expression, flags] = (rest, numbers)
        return _built(expression, rest, numbers)

    def write(self) -> None:
        """Keep what was compiled since; silently not, where that cannot be written."""
        if self._path is None or not self._made or sys.dont_write_bytecode:
            return
        kept = {
            key: (rest, self._numbers[start:end].tolist())
            for key, (rest, start, end) in self._entries.items()
        } | self._made
        if len(kept) > _MOST:
            kept = self._made
        body = array("I", [number for _, numbers in kept.values() for number in numbers]).tobytes()
        told = {
            "by": _by(),
            "sum": crc32(body),
            "patterns": [[*key, len(numbers), *rest] for key, (rest, numbers) in kept.items()],
        }
        beside = self._path.with_suffix(f".{os.getpid()}.tmp")
        with suppress(OSError):
            self._path.parent.mkdir(exist_ok=True)
            try:
                beside.write_bytes(json.dumps(told).encode() + b"\n" + body)
                beside.replace(self._path)
            finally:
                beside.unlink(missing_ok=True)


_table: Table | None = None


def compiled(expression: str, flags: int) -> re.Pattern[str]:
    """`re.compile`, from the table where it has the pattern. Raises `re.error` as that does."""
    global _table
    if not _ABLE:
        return re.compile(expression, flags)
    if _table is None:
        _table = Table(_place())
    return _table.compiled(expression, flags)


def keep() -> None:
    """Write the patterns that this process compiled into the table; never raises."""
    if _table is not None:
        _table.write()


def _built(expression: str, rest: list[Any], numbers: list[int]) -> re.Pattern[str]:
    flags, groups, index = rest
    names: list[str | None] = [None] * (groups + 1)
    for name, group in index.items():
        names[group] = name
    pattern: re.Pattern[str] = _sre.compile(expression, flags, numbers, groups, index, tuple(names))
    return pattern


def _by() -> list[Any]:
    """Whose numbers a table's are: those of another interpreter are not used."""
    return [sys.version, _sre.MAGIC, sys.byteorder, array("I").itemsize]


def _place() -> Path | None:
    if sys.implementation.cache_tag is None:
        return None  # an interpreter that keeps no bytecode has no place for a table either
    return Path(importlib.util.cache_from_source(__file__)).with_suffix(".table")
