"""What the command line says: results on standard output, everything else on standard error."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from summarizer.errors import SummarizerError
from summarizer.output import Style
from summarizer.settings import colour_wanted
from summarizer.vocabulary import Lang

_WIDEST = 120


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
    say(f"summarize: {' '.join(message.split())}")


def error(problem: SummarizerError, name: str = "") -> None:
    """An error of ours with its hint, as one line that names the input."""
    message = str(problem)
    if name and name not in message:
        # The library names a file without its folders; here the whole path is wanted, once.
        message = f"{name}: {message.removeprefix(f'{Path(name).name}: ')}"
    complain(f"{message} ({problem.hint})" if problem.hint else message)


def fault(problem: Exception, name: str = "") -> None:
    """An error that nobody foresaw: its kind and place, never the text that was at hand."""
    if isinstance(problem, MemoryError):
        reason = "too large for the memory of this machine"
    elif isinstance(problem, OSError):
        reason = f"{problem.strerror or type(problem).__name__}"
    else:
        trace = problem.__traceback__
        while trace is not None and trace.tb_next is not None:
            trace = trace.tb_next
        place = (
            f"{Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}" if trace else "?"
        )
        reason = f"internal error, please report it: {type(problem).__name__} at {place}"
    complain(f"{name}: {reason}" if name else reason)


def put(content: str | bytes) -> None:
    """A result on standard output, at once. Raises BrokenPipeError."""
    if isinstance(content, bytes):
        sys.stdout.flush()
        sys.stdout.buffer.write(content)
    else:
        sys.stdout.write(content)
    sys.stdout.flush()


def style(lang: Lang) -> Style:
    """How results look on standard output: as wide as the terminal, plain where it is none."""
    if not sys.stdout.isatty():
        return Style(lang=lang)
    width = min(max(shutil.get_terminal_size().columns, 40), _WIDEST)
    return Style(lang=lang, width=width, colour=colour_wanted(sys.stdout))


def log_to_stderr() -> None:
    """Show what the package logs (`-v`): one line a call, without texts or keys."""
    import logging

    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(logging.Formatter("%(levelname)s %(name)s: %(message)s"))
    logger = logging.getLogger("summarizer")
    logger.addHandler(handler)
    logger.setLevel(logging.DEBUG)
