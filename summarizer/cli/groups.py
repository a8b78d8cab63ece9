"""A group of commands that imports none of them before it is called, and has a default.

Options may stand before the name of a command (`summarize -qf json verify …`): click's own parser
finds where the options in front end, and they are handed on to the command. What is no name of a
command belongs to the default one. A file that is called like a command is given with its folder
(`./verify`) or after `--`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import Any

import click

HELP: dict[str, Any] = {"help_option_names": ["-h", "--help"], "max_content_width": 100}


@dataclass(frozen=True, slots=True)
class Entry:
    """A command: its name, what it does in a line, and where its click command lives."""

    name: str
    summary: str
    home: str

    def load(self) -> click.Command:
        """The command itself; imports its module. `home` is `module:attribute`."""
        module, _, attribute = self.home.partition(":")
        command: click.Command = getattr(import_module(module), attribute)
        return command


class _Context(click.Context):
    @property
    def command_path(self) -> str:
        """Without a blank for the default command, which has no name on the command line."""
        return super().command_path.rstrip()


class LazyGroup(click.Group):
    """Commands by a table; `default` is called where no name of the table stands.

    `leading` gives the options that may stand before a name.
    """

    context_class = _Context

    def __init__(
        self,
        name: str,
        entries: Sequence[Entry],
        leading: Callable[[], Sequence[click.Parameter]],
        *,
        default: Entry | None = None,
        **settings: Any,
    ) -> None:
        super().__init__(name, context_settings=HELP, no_args_is_help=False, **settings)
        self.entries = {entry.name: entry for entry in entries}
        self.default = default
        self._leading = leading
        if default is not None:  # its -h is the one of the program
            self.add_help_option = False

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of the table, in its order."""
        return list(self.entries)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of this name, imported; the empty name is the default."""
        entry = self.entries.get(cmd_name) if cmd_name else self.default
        if entry is None:
            return None
        command = entry.load()
        command.context_class = _Context
        return command

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put the name of the command first, and the options that stood before it behind it."""
        front, rest = _split(self._leading(), args)
        named = bool(rest) and rest[0] in self.entries and not _ends_options(self._leading(), front)
        if named:
            args = [rest[0], *front, *rest[1:]]
        elif self.default is not None:
            args = ["", *args]
        elif not set(front) & set(HELP["help_option_names"]) and not ctx.resilient_parsing:
            raise click.UsageError(f"{self.name} needs one of: {', '.join(self.entries)}", ctx)
        return super().parse_args(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The table, without importing a command."""
        with formatter.section("Commands"):
            formatter.write_dl([(e.name, e.summary) for e in self.entries.values()])


def walk(group: LazyGroup, path: tuple[str, ...] = ()) -> list[tuple[tuple[str, ...], Entry]]:
    """Every command below a group with the words that call it; loads the groups below it only."""
    found: list[tuple[tuple[str, ...], Entry]] = []
    for entry in group.entries.values():
        words = (*path, entry.name)
        command = entry.load() if entry.home.endswith(":group") else None
        if isinstance(command, LazyGroup):
            found += walk(command, words)
        else:
            found.append((words, entry))
    return found


def _split(leading: Sequence[click.Parameter], args: list[str]) -> tuple[list[str], list[str]]:
    """The options in front with their values (and a `--` that ends them), and what follows.

    Where they cannot be parsed nothing follows: whoever is called then complains about them.
    """
    rest = _parse(leading, args)
    if rest is None:
        return args, []
    return args[: len(args) - len(rest)], args[len(args) - len(rest) :]


def _ends_options(leading: Sequence[click.Parameter], front: list[str]) -> bool:
    """Whether the last word is a `--` of its own and not the value of the option before it."""
    return front[-1:] == ["--"] and _parse(leading, front[:-1]) is not None


def _parse(leading: Sequence[click.Parameter], args: list[str]) -> list[str] | None:
    """What click's own parser leaves behind the options in front; None where it refuses them."""
    rest = click.Argument(["rest"], nargs=-1, type=click.UNPROCESSED)
    probe = click.Command("probe", params=[*leading, rest], context_settings=HELP)
    context = click.Context(
        probe, help_option_names=["-h", "--help"], allow_interspersed_args=False
    )
    try:
        found, _, _ = probe.make_parser(context).parse_args(list(args))
    except click.UsageError:
        return None
    left = found.get("rest")  # a mark of click's own where nothing is left
    return list(left) if isinstance(left, tuple) else []
