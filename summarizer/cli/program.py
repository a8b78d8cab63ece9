"""The program: which commands there are, and where each lives."""

from __future__ import annotations

from collections.abc import Sequence

import click

from summarizer.cli.groups import Entry, LazyGroup

PROGRAM = "summarize"
_HOME = "summarizer.cli.commands"

MAIN_JOB = Entry(
    PROGRAM,
    "Summarize long Chinese official reports, each claim checked against its source.",
    f"{_HOME}.main_job:main_job",
)
COMMANDS = (
    Entry(
        "verify",
        "Re-check a stored summary against its source, without any model.",
        f"{_HOME}.verify:verify",
    ),
    Entry(
        "compare",
        "Several reports beside each other: indicators, promises, copied passages.",
        f"{_HOME}.compare:compare",
    ),
    Entry("outline", "Print the outline, units and anchors as read.", f"{_HOME}.outline:outline"),
    Entry("batch", "Requests that a batch service answers.", f"{_HOME}.batch:group"),
    Entry("mcp", "Serve an assistant over the Model Context Protocol.", f"{_HOME}.mcp:mcp"),
    Entry("cache", "The answers that were paid for once.", f"{_HOME}.cache:group"),
    Entry("schema", "Print a published JSON Schema.", f"{_HOME}.schema:schema"),
)


def options() -> Sequence[click.Parameter]:
    """The options of the main job: these may stand before the name of any command."""
    return [param for param in MAIN_JOB.load().params if isinstance(param, click.Option)]


program = LazyGroup(PROGRAM, COMMANDS, options, default=MAIN_JOB)
