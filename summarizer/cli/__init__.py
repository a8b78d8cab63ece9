"""The command line: finds the command, runs it, and turns every error into one line."""

from __future__ import annotations

import os
from collections.abc import Sequence

import click

from summarizer.cli import console, exit_codes, interrupts
from summarizer.cli.program import PROGRAM, program
from summarizer.errors import InternalError, SummarizerError

_COMPLETION = "_SUMMARIZE_COMPLETE"


def run(arguments: Sequence[str]) -> int:
    """Run one command line and return its exit code; nothing but the results is on stdout."""
    console.open_streams()
    with interrupts.handled() as met:
        try:
            code = _invoke(list(arguments))
            console.flush()
            met.check()
        except SummarizerError as error:
            console.error(error)
            return error.exit_code
        except click.UsageError as error:
            name = error.ctx.command_path if error.ctx else PROGRAM
            console.complain(f"{_first_line(error)} (see '{name} -h')")
            return exit_codes.USAGE
        except click.ClickException as error:
            console.complain(_first_line(error))
            return exit_codes.FAILED
        except (KeyboardInterrupt, click.Abort):
            return _cut_short(met)
        except BrokenPipeError:
            console.abandon_output()
            return exit_codes.CLOSED_PIPE
        except Exception as error:  # a fault of ours must not end in a traceback
            console.error(InternalError.of(error))
            console.abandon_output()
            return exit_codes.FAILED
        except BaseException:  # what a loop whose tasks were cancelled ends with
            if not met.pending:
                raise
            return _cut_short(met)
    return code


def _cut_short(met: interrupts.Met) -> int:
    console.complain("terminated" if met.terminated else "interrupted")
    return exit_codes.TERMINATED if met.terminated else exit_codes.INTERRUPTED


def _invoke(arguments: list[str]) -> int:
    if instruction := os.environ.get(_COMPLETION):
        from click.shell_completion import shell_complete

        return shell_complete(program, {}, PROGRAM, _COMPLETION, instruction)
    try:
        with program.make_context(PROGRAM, arguments) as context:
            code = program.invoke(context)
    except click.exceptions.Exit as done:
        return done.exit_code
    return code if isinstance(code, int) else exit_codes.COMPLETE


def _first_line(error: click.ClickException) -> str:
    message = " ".join(error.format_message().split())
    return message.removesuffix(".")
