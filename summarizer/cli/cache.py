"""`summarize cache`: the answers that were paid for once."""

from __future__ import annotations

import json
from typing import Any

import click

from summarizer.cli import console, options
from summarizer.engines.llm.cache import AnswerCache
from summarizer.settings import Settings


@click.command("info", context_settings=options.HELP)
@options.formats("text", "json", default="text")
@options.cache_dir
@options.common
def info(format_name: str | None, quiet: bool, verbose: bool, **flags: Any) -> int:
    """Tell how many answers are cached, and how much room they take."""
    settings = Settings.from_flags(flags)
    found = AnswerCache(settings.cache_dir).info()
    facts = {
        "path": str(found.path),
        "answers": found.answers,
        "requests": found.requests,
        "bytes": found.bytes,
    }
    if format_name == "json":
        console.put(json.dumps(facts, ensure_ascii=False) + "\n")
    else:
        console.put("".join(f"{name}: {value}\n" for name, value in facts.items()))
    return 0


@click.command("clear", context_settings=options.HELP)
@options.formats("text", "json", default="text")
@options.cache_dir
@options.common
def clear(format_name: str | None, quiet: bool, verbose: bool, **flags: Any) -> int:
    """Delete every cached answer and exported request."""
    settings = Settings.from_flags(flags)
    removed = AnswerCache(settings.cache_dir).clear()
    if format_name == "json":
        console.put(json.dumps({"removed": removed}) + "\n")
    elif not quiet:
        console.put(f"removed: {removed}\n")
    return 0


@click.command("path", context_settings=options.HELP)
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
