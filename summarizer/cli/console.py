"""What the command line says: results on standard output, everything else on standard error."""

from __future__ import annotations

import logging
import os
import shutil
import sys
from collections.abc import Iterator
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING

from summarizer.errors import OutputError, SummarizerError, one_line
from summarizer.output import Style
from summarizer.output.style import Detail
from summarizer.vocabulary import Lang

if TYPE_CHECKING:
    from summarizer.models import Report

_WIDEST = 120  # columns: longer lines are hard to follow


class _Nowhere(TextIOWrapper):
    """In place of a standard output that whoever started us had closed."""


def open_streams() -> None:
    """Make standard output and error able to take Chinese, whatever the locale."""
    if sys.stdout is None:
        # Its number must not go to the next file that is opened.
        nowhere = Path(os.devnull).open("wb")  # noqa: SIM115 (to the end)
        sys.stdout = _Nowhere(nowhere, encoding="utf-8")
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace")


def need_output() -> None:
    """Raises OutputError where standard output is closed: a result for it would be lost."""
    if isinstance(sys.stdout, _Nowhere):
        raise OutputError("standard output is closed: nothing can be printed (-o writes a file)")


def abandon_output() -> None:
    """Give up what is still in the buffer: the interpreter must not try again at exit."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, ValueError):
        return


def flush() -> None:
    """What was printed is out. Raises OSError."""
    sys.stdout.flush()


def say(line: str) -> None:
    """One line on standard error."""
    if sys.stderr is None:
        return
    try:
        sys.stderr.write(f"{line}\n")
        sys.stderr.flush()
    except (OSError, ValueError):  # nobody listens
        return


def complain(message: str) -> None:
    """An error, as one line on standard error."""
    say(f"summarize: {one_line(message)}")


def scope(report: Report, name: str) -> None:
    """What is out of scope in a whole text, one line each on standard error."""
    from summarizer.checking.audit.scope import scope_lines

    for line in scope_lines(report):
        complain(f"{name}: {line}")


def error(problem: SummarizerError, name: str = "") -> None:
    """An error of ours with its hint, as one line that names the input."""
    message, name = str(problem), one_line(name)
    if name and name not in message:
        # The library names a file without its folders; here the whole path is wanted, once.
        message = f"{name}: {message.removeprefix(f'{one_line(Path(name).name)}: ')}"
    complain(f"{message} ({problem.hint})" if problem.hint else message)


def put(content: str | bytes | Iterator[bytes]) -> None:
    """A result on standard output, at once. Raises BrokenPipeError, OutputError if closed."""
    need_output()
    if isinstance(content, str):
        sys.stdout.write(content)
    else:
        sys.stdout.flush()
        sys.stdout.buffer.writelines([content] if isinstance(content, bytes) else content)
    sys.stdout.flush()


def style(lang: Lang, detail: Detail | None = None) -> Style:
    """How results look on standard output: as wide as the terminal, plain where it is none."""
    if not sys.stdout.isatty():
        return Style(lang=lang, detail=detail)
    from summarizer.settings import colour_wanted

    width = min(max(shutil.get_terminal_size().columns, 40), _WIDEST)
    return Style(lang=lang, width=width, colour=colour_wanted(sys.stdout), detail=detail)


def is_terminal() -> bool:
    """Whether somebody watches standard error."""
    return sys.stderr is not None and sys.stderr.isatty()


class _Warnings(logging.Handler):
    """Says what the package warns of as one line, without anything a terminal would obey."""

    def emit(self, record: logging.LogRecord) -> None:
        complain(record.getMessage())


def warn_on_stderr() -> None:
    """Say what the package warns of: why units have no model summary, a prompt that was cut."""
    logger = logging.getLogger("summarizer")
    if not any(isinstance(handler, _Warnings) for handler in logger.handlers):
        logger.addHandler(_Warnings(logging.WARNING))
        logger.propagate = False


def log_to_stderr() -> None:
    """Show what the package logs (`-v`): one line a call, without texts or keys."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(logging.Formatter("%(levelname)s %(name)s: %(message)s"))
    logger = logging.getLogger("summarizer")
    logger.addHandler(handler)
    logger.setLevel(logging.DEBUG)
