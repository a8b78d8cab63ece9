"""`summarize mcp`: the tools for an assistant, over the Model Context Protocol."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from summarizer.cli import console, exit_codes, options
from summarizer.cli.groups import HELP
from summarizer.settings import Settings


@click.command("mcp", context_settings=HELP)
@click.argument(
    "folders", nargs=-1, required=True, metavar="FOLDER...", type=click.Path(path_type=Path)
)
@click.option(
    "-e",
    "--engine",
    type=click.Choice(["auto", "llm", "extractive"]),
    help="What the tool summarize uses [default: auto].",
)
@options.endpoint
@options.limits
@options.cache_dir
@options.encoding
@options.common
def mcp(folders: tuple[Path, ...], quiet: bool, verbose: bool, **flags: Any) -> int:
    """Serve outline, summarize, verify and find_figures to an assistant on standard input and
    output.

    Only reports below each FOLDER are read. Your client starts this command; see docs/mcp.md.
    """
    from summarizer.mcp.server import serve

    if verbose:
        console.log_to_stderr()
    serve(folders, Settings.from_flags(flags))
    return exit_codes.COMPLETE
