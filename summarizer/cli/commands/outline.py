"""`summarize outline`: how a report was read."""

from __future__ import annotations

from typing import Any

import click

from summarizer.cli import console, options
from summarizer.cli.groups import HELP
from summarizer.settings import Settings


@click.command("outline", context_settings=HELP)
@click.argument("file", metavar="FILE")
@click.option(
    "--explain",
    is_flag=True,
    help="Say below each unit which notation made it, and below each figure where its label, "
    "period and bound come from (in text).",
)
@options.formats("text", "json", default="text")
@options.encoding
@options.common
def outline(
    file: str, explain: bool, format_name: str | None, quiet: bool, verbose: bool, **flags: Any
) -> int:
    """Print the outline, units, anchors and page furniture of FILE as they were read."""
    from summarizer.analysis import analyse
    from summarizer.corpus.walk import source_of
    from summarizer.models.values import legible
    from summarizer.output.reading_reasons import reasons
    from summarizer.output.reading_view import published, render
    from summarizer.reading import read

    settings = Settings.from_flags(flags)
    document = read(source_of(file), encoding=settings.encoding, limits=settings.file_limits)
    analysis = analyse(document)
    reading = published(analysis, settings.lang)
    if format_name == "json":
        console.put(legible(reading.model_dump_json(indent=2, by_alias=True)) + "\n")
    else:
        why = reasons(analysis, settings.lang) if explain else None
        console.put(render(reading, document.text, settings.lang, reasons=why))
    return 0
