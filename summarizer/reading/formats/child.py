"""A parser of a foreign format in a process of its own, with limits of time and memory.

A PDF of 775 bytes can take all the memory of a machine. What a parser does there ends with its
process, in one clear line, and the files behind it are read all the same. Memory is limited where
the system can (`resource`: Linux; macOS ignores it, Windows has none); time is limited everywhere.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import astuple
from typing import Any

from summarizer.errors import DecodingError, InputError, MissingExtraError
from summarizer.reading.formats.blocks import Extracted
from summarizer.reading.formats.pages import PageListener, heard, say_pages
from summarizer.reading.limits import MEGABYTE, Limits
from summarizer.reading.tables.grids import Grid, GridCell
from summarizer.spans import Range

_ERRORS: dict[str, type[InputError]] = {
    "InputError": InputError,
    "DecodingError": DecodingError,
    "MissingExtraError": MissingExtraError,
}
_OUT_OF_MEMORY = 86  # an exit code that no signal and no shell gives
_SIGNALS = {9: "killed", 24: "out of time", 25: "too large"}


def extracted_apart(
    data: bytes, form: str, limits: Limits, told: PageListener | None = None
) -> Extracted:
    """What the reader of `form` extracts, in a process of its own.

    Raises InputError (MissingExtraError, DecodingError) as the reader does, and InputError where
    a limit was reached or the parser crashed.
    """
    if not sys.executable:
        # An interpreter that is part of another program has nothing to start.
        from summarizer.reading.formats import extracted_here

        return extracted_here(data, form, limits, told)
    request = json.dumps([form, *astuple(limits)]).encode() + b"\n"
    try:
        with heard(told) as stderr:
            done = subprocess.run(  # noqa: S603 (this interpreter and this module)
                [sys.executable, "-P", "-m", __name__],
                input=request + data,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL if stderr is None else stderr,
                timeout=limits.seconds * 2,
                env=_environment(),
                check=False,
            )
    except subprocess.TimeoutExpired:
        raise InputError(*_reached(f"{limits.seconds} seconds", form)) from None
    except OSError as error:
        raise InputError(f"cannot start a process to read it ({error.strerror})") from error
    if done.returncode == _OUT_OF_MEMORY:
        raise InputError(*_reached(f"{limits.memory} MB of memory", form))
    if done.returncode == -24:
        raise InputError(*_reached(f"{limits.seconds} seconds", form))
    try:
        answer = json.loads(done.stdout)
    except ValueError:
        raise InputError(
            f"the {form} is damaged or hostile: its reader stopped "
            f"({_SIGNALS.get(-done.returncode, f'code {done.returncode}')}; limits are "
            f"{limits.seconds} seconds and {limits.memory} MB)"
        ) from None
    return _unpacked(answer)


def _reached(limit: str, form: str) -> tuple[str]:
    return (f"reading this {form} takes more than {limit}, the limit for one file",)


def _environment() -> dict[str, str]:
    """The child finds this package where its parent did, wherever that was started."""
    paths = [path for path in sys.path if path]
    return os.environ | {"PYTHONPATH": os.pathsep.join(paths), "PYTHONIOENCODING": "utf-8"}


def _unpacked(answer: dict[str, Any]) -> Extracted:
    if "error" in answer:
        kind = _ERRORS.get(answer["error"], InputError)
        error = kind(answer["message"])
        error.hint = answer["hint"]
        raise error
    grids = tuple(
        Grid(
            Range(start, end),
            tuple(tuple(GridCell(Range(a, b), c, r) for a, b, c, r in row) for row in rows),
        )
        for start, end, rows in answer["grids"]
    )
    return Extracted(answer["text"], grids, tuple(answer["names"]))


def _packed(found: Extracted) -> dict[str, Any]:
    return {
        "text": found.text,
        "names": found.names,
        "grids": [
            [*grid.span, [[[*c.span, c.columns, c.rows] for c in row] for row in grid.rows]]
            for grid in found.grids
        ],
    }


def _limit(limits: Limits) -> None:
    try:
        import resource
    except ImportError:  # Windows
        return
    for what, most in (
        (resource.RLIMIT_AS, limits.memory * MEGABYTE),
        (resource.RLIMIT_CPU, limits.seconds),
        (resource.RLIMIT_CORE, 0),
    ):
        try:
            _, hard = resource.getrlimit(what)
            wanted = most if hard == resource.RLIM_INFINITY else min(most, hard)
            resource.setrlimit(what, (wanted, hard))
        except (ValueError, OSError):  # a system that does not limit this
            continue


def main() -> int:
    """Read a request and a file from standard input, write the answer to standard output."""
    from summarizer.reading.formats import extracted_here

    form, *numbers = json.loads(sys.stdin.buffer.readline())
    limits = Limits(*numbers)
    data = sys.stdin.buffer.read()
    _limit(limits)
    try:
        answer = _packed(extracted_here(data, form, limits, say_pages))
    except InputError as error:
        kind = type(error).__name__
        answer = {"error": kind, "message": str(error), "hint": error.hint}
    except MemoryError:
        return _OUT_OF_MEMORY
    sys.stdout.buffer.write(json.dumps(answer).encode())
    sys.stdout.buffer.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main())
