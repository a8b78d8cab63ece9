"""The options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar, get_args

import click

from summarizer.output import RENDERERS
from summarizer.output.style import Detail


class NewFile(click.Path):
    """A file to write, as a path; the empty name, which pathlib takes for `.`, is refused.

    With `folder` it is one to write into.
    """

    def __init__(self, *, folder: bool = False) -> None:
        super().__init__(path_type=Path, dir_okay=folder, file_okay=not folder)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        if value == "":
            self.fail("an empty path", param, ctx)
        return super().convert(value, param, ctx)


F = TypeVar("F", bound=Callable[..., Any])

DETAILS = get_args(Detail)
PRINTABLE = tuple(renderer.name for renderer in RENDERERS if renderer.printable)


def formats(*names: str, default: str) -> Callable[[F], F]:
    """`-f/--format` with these choices, and `--json` as its short form for JSON."""

    def decorate(function: F) -> F:
        function = click.option(
            "-f",
            "--format",
            "format_name",
            type=click.Choice(names),
            default=None,
            help=f"Format on standard output [default: {default}].",
        )(function)
        return click.option(
            "--json", "format_name", flag_value="json", default=None, help="Short for -f json."
        )(function)

    return decorate


def outputs(function: F) -> F:
    """`-o/--output` and `-d/--detail`."""
    function = click.option(
        "-d",
        "--detail",
        type=click.Choice(DETAILS),
        help="How much of the summary is printed: one page, the sections, or every measure "
        "[default: page for text, full for files].",
    )(function)
    return click.option(
        "-o",
        "--output",
        "outputs",
        multiple=True,
        metavar="PATH",
        help="Write there; the suffix chooses the format. May be given several times. With several "
        "inputs a file holds them all, and a folder (out/) takes a file each.",
    )(function)


def common(function: F) -> F:
    """`--lang`, `-q` and `-v`."""
    for option in (
        click.option("-v", "--verbose", is_flag=True, help="Say more on standard error."),
        click.option("-q", "--quiet", is_flag=True, help="Say nothing but errors and results."),
        click.option(
            "--lang",
            type=click.Choice(["zh", "en"]),
            help="Language of labels and reasons [default: zh].",
        ),
    ):
        function = option(function)
    return function


def encoding(function: F) -> F:
    """How files are read: `--encoding` and `--file-limits`."""
    for option in (
        click.option(
            "--file-limits",
            type=float,
            metavar="TIMES",
            help="Raise the limits of what is read of a file [default: 1].",
        ),
        click.option("--encoding", metavar="NAME", help="Encoding of the input, if not found."),
    ):
        function = option(function)
    return function


def own(function: F) -> F:
    """A user's own questions and wording."""
    for option in (
        click.option(
            "--prompts-dir",
            type=click.Path(path_type=Path),
            help="Files here replace those of the same name among the prompts.",
        ),
        click.option(
            "--fields",
            metavar="MODULE:CLASS",
            help="Questions of your own to each measure: a subclass of summarizer.MeasureFields.",
        ),
    ):
        function = option(function)
    return function


def cache_dir(function: F) -> F:
    """`--cache-dir`."""
    return click.option(
        "--cache-dir", type=click.Path(path_type=Path), help="Where answers are cached."
    )(function)


def endpoint(function: F) -> F:
    """The options that say which model answers, and how."""
    for option in (
        click.option(
            "--extra-body",
            metavar="JSON",
            help="Put into every request, such as '{\"enable_thinking\": false}'.",
        ),
        click.option(
            "--max-output",
            "max_output_tokens",
            type=int,
            metavar="N",
            help="Tokens that an answer may have at most [default: 4096].",
        ),
        click.option(
            "--context",
            "context_tokens",
            type=int,
            metavar="N",
            help="Tokens of prompt and answer that the model holds [default: as it says].",
        ),
        click.option(
            "--mode",
            type=click.Choice(["auto", "json_schema", "tools", "json", "md_json"]),
            help="How structured answers are asked for [default: auto].",
        ),
        click.option("--base-url", metavar="URL", help="OpenAI-compatible endpoint."),
        click.option("-m", "--model", metavar="NAME", help="Model id."),
    ):
        function = option(function)
    return function


def limits(function: F) -> F:
    """The limits on calls, time and money."""
    for option in (
        click.option("--max-cost", type=float, metavar="USD", help="Stop asking at this cost."),
        click.option("--timeout", type=float, metavar="SECONDS", help="A request may take this."),
        click.option("--tpm", type=int, metavar="N", help="Tokens a minute."),
        click.option("--rpm", type=int, metavar="N", help="Requests a minute."),
        click.option("--concurrency", type=int, metavar="N", help="Requests in flight."),
    ):
        function = option(function)
    return function
