"""`summarize outline`: how a report was read."""

from __future__ import annotations

from typing import Any

import click

from summarizer.cli import console, options
from summarizer.cli.groups import HELP
from summarizer.settings import Settings


@click.command("outline", context_settings=HELP)
@click.argument("file", metavar="FILE")
@options.formats("text", "json", default="text")
@options.encoding
@options.common
def outline(file: str, format_name: str | None, quiet: bool, verbose: bool, **flags: Any) -> int:
    """Print the outline, units, anchors and page furniture of FILE as they were read."""
    from summarizer.analysis import analyse
    from summarizer.corpus.walk import source_of
    from summarizer.models.values import legible
    from summarizer.output.reading_view import published, render
    from summarizer.reading import read

    settings = Settings.from_flags(flags)
    document = read(source_of(file), encoding=settings.encoding, limits=settings.file_limits)
    reading = published(analyse(document))
    if format_name == "json":
        console.put(legible(reading.model_dump_json(indent=2, by_alias=True)) + "\n")
    else:
        console.put(render(reading, document.text, settings.lang))
    return 0
