"""`summarize cache info`: what it holds."""

from __future__ import annotations

import json
from typing import Any

import click

from summarizer.cli import console, options
from summarizer.cli.groups import HELP
from summarizer.engines.llm.store.disk import DiskStore
from summarizer.output.wording import word
from summarizer.settings import Settings


@click.command("info", context_settings=HELP)
@options.formats("text", "json", default="text")
@options.cache_dir
@options.common
def info(format_name: str | None, quiet: bool, verbose: bool, **flags: Any) -> int:
    """Tell how many answers are cached, and how much room they take."""
    settings = Settings.from_flags(flags)
    found = DiskStore(settings.cache_dir).info()
    facts = {
        "path": str(found.path),
        "answers": found.answers,
        "requests": found.requests,
        "bytes": found.bytes,
    }
    if format_name == "json":
        console.put(json.dumps(facts, ensure_ascii=False) + "\n")
    else:
        lang = settings.lang
        names = [word(f"cache_{name}", lang) + word(": ", lang) for name in facts]
        console.put("".join(f"{n}{v}\n" for n, v in zip(names, facts.values(), strict=True)))
    return 0
