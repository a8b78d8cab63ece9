"""The command line: finds the command, runs it, and turns every error into one line."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from summarizer.cli import console
from summarizer.cli.tree import PROGRAM, route
from summarizer.errors import SummarizerError

INTERRUPTED = 130
CLOSED_PIPE = 141


def run(arguments: Sequence[str]) -> int:
    """Run one command line and return its exit code; nothing but the results is on stdout."""
    _readable_streams()
    try:
        code = _invoke(list(arguments))
        sys.stdout.flush()
    except SummarizerError as error:
        console.error(error)
        return error.exit_code
    except click.UsageError as error:
        name = error.ctx.command_path if error.ctx else PROGRAM
        console.complain(f"{_first_line(error)} (see '{name} -h')")
        return 2
    except click.ClickException as error:
        console.complain(_first_line(error))
        return 1
    except (KeyboardInterrupt, click.Abort):
        console.complain("interrupted")
        return INTERRUPTED
    except BrokenPipeError:
        _abandon_output()
        return CLOSED_PIPE
    except Exception as error:  # a fault of ours must not end in a traceback
        console.fault(error)
        _abandon_output()
        return 1
    return code


def _invoke(arguments: list[str]) -> int:
    name, command, rest = route(arguments)
    try:
        with command.make_context(name, rest) as context:
            code = command.invoke(context)
    except click.exceptions.Exit as done:
        return done.exit_code
    return code if isinstance(code, int) else 0


def _first_line(error: click.ClickException) -> str:
    message = " ".join(error.format_message().split())
    return message.removesuffix(".")


def _readable_streams() -> None:
    # Chinese must survive a terminal or pipe whose locale cannot encode it.
    if sys.stdout is None:  # closed by whoever started us
        sys.stdout = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 (to the end)
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace")


def _abandon_output() -> None:
    # What is still in the buffer cannot be written; the interpreter must not try again at exit.
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, ValueError):
        return
