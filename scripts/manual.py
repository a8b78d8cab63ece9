"""The man page, from the commands themselves."""

from __future__ import annotations

import click

from summarizer.cli.groups import HELP, walk
from summarizer.cli.program import MAIN_JOB, PROGRAM, program

_SEE = "The documentation: docs/cli.md, docs/report.md and docs/checks.md of the distribution."


def man_page() -> str:
    """`summarize.1` in the man macros: the main job, then a section for each other command."""
    job = MAIN_JOB.load()
    parts = [
        f".TH {PROGRAM.upper()} 1",
        ".SH NAME",
        f"{PROGRAM} \\- {_text(MAIN_JOB.summary)}",
        ".SH SYNOPSIS",
        *_synopsis(PROGRAM, job),
        *(f".br\n.B {PROGRAM} {' '.join(words)}\n\\&..." for words, _ in walk(program)),
        ".SH DESCRIPTION",
        _paragraphs(job),
        ".SH OPTIONS",
        "They may stand before the name of a command too.",
        *_options(job),
        ".SH COMMANDS",
    ]
    for words, entry in walk(program):
        command = entry.load()
        name = f"{PROGRAM} {' '.join(words)}"
        parts += [f".SS {name}", *_synopsis(name, command), ".PP", _paragraphs(command)]
        parts += _options(command)
    parts += [".SH EXIT STATUS", _text(job.epilog or ""), ".SH SEE ALSO", _text(_SEE)]
    return "\n".join(parts) + "\n"


def _synopsis(name: str, command: click.Command) -> list[str]:
    context = click.Context(command, info_name=name)
    return [f".B {name}", _text(" ".join(command.collect_usage_pieces(context)))]


def _paragraphs(command: click.Command) -> str:
    paragraphs = (command.help or "").split("\n\n")
    return "\n.PP\n".join(_text(" ".join(paragraph.split())) for paragraph in paragraphs)


def _options(command: click.Command) -> list[str]:
    context = click.Context(command, help_option_names=HELP["help_option_names"])
    lines = []
    for param in command.get_params(context):
        record = param.get_help_record(context)
        if record is not None and isinstance(param, click.Option):
            lines += [".TP", f".B {_text(record[0])}", _text(record[1])]
    return lines


def _text(text: str) -> str:
    """As it is, whatever roff would make of it."""
    escaped = text.replace("\\", "\\e").replace("-", "\\-")
    return f"\\&{escaped}" if escaped.startswith((".", "'")) else escaped
