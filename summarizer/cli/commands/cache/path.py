"""`summarize cache path`: where it lives."""

from __future__ import annotations

import json
from typing import Any

import click

from summarizer.cli import console, options
from summarizer.cli.groups import HELP
from summarizer.settings import Settings


@click.command("path", context_settings=HELP)
@options.formats("text", "json", default="text")
@options.cache_dir
@options.common
def path(format_name: str | None, quiet: bool, verbose: bool, **flags: Any) -> int:
    """Print the folder of the cache."""
    folder = str(Settings.from_flags(flags).cache_dir)
    if format_name == "json":
        console.put(json.dumps({"path": folder}, ensure_ascii=False) + "\n")
    else:
        console.put(f"{folder}\n")
    return 0
