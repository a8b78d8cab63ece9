"""`summarize cache clear`: emptied."""

from __future__ import annotations

import json
from typing import Any

import click

from summarizer.cli import console, options
from summarizer.cli.groups import HELP
from summarizer.engines.llm.store.disk import DiskStore
from summarizer.output.wording import word
from summarizer.settings import Settings


@click.command("clear", context_settings=HELP)
@options.formats("text", "json", default="text")
@options.cache_dir
@options.common
def clear(format_name: str | None, quiet: bool, verbose: bool, **flags: Any) -> int:
    """Delete every cached answer and exported request."""
    settings = Settings.from_flags(flags)
    removed = DiskStore(settings.cache_dir).clear()
    if format_name == "json":
        console.put(json.dumps({"removed": removed}) + "\n")
    elif not quiet:
        console.put(f"{word('cache_removed', settings.lang)}{word(': ', settings.lang)}{removed}\n")
    return 0
