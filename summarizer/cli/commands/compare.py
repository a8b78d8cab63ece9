"""`summarize compare`: several reports beside each other."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from summarizer.cli import console, exit_codes, inputs, interrupts, options, targets
from summarizer.cli.groups import HELP
from summarizer.corpus.walk import STANDARD, Input
from summarizer.errors import InputError, SummarizerError, UsageError
from summarizer.output import atomic
from summarizer.output.style import Style
from summarizer.settings import Settings

if TYPE_CHECKING:
    from summarizer.corpus.compare import Comparison
    from summarizer.corpus.compare.digest import Digest

_Render = Callable[["Comparison", Style], str | bytes]
_FORMATS = ("text", "md", "html", "json", "csv", "xlsx")
_SUFFIXES = {".txt": "text", ".htm": "html"} | {f".{name}": name for name in _FORMATS[1:]}
_STORED = ".json"
_LEAST = 2  # reports that can be compared


@click.command("compare", context_settings=HELP)
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option(
    "-o",
    "--output",
    "outputs",
    multiple=True,
    metavar="PATH",
    help="Write there; the suffix chooses the format. May be given several times.",
)
@options.formats(*_FORMATS[:5], default="text")
@options.encoding
@options.common
def compare(
    files: tuple[str, ...],
    outputs: tuple[str, ...],
    format_name: str | None,
    quiet: bool,
    verbose: bool,
    **flags: Any,
) -> int:
    """Compare several reports: indicators side by side, what is new, gone or changed, promises
    that come back, and copied passages; each with its place.

    FILE is a report, a folder of reports, or a .json of this program. No model is asked.
    """
    settings = Settings.from_flags(flags | {"engine": "extractive"})
    found = inputs.find(files, ignored=targets.real_paths(outputs))
    written = [(output, _renderer(output, format_name)) for output in outputs or (STANDARD,)]
    for output, _ in written:
        if output != STANDARD:
            targets.check_file(Path(output), found.inputs)
    if verbose:
        console.log_to_stderr()
    for path, error in found.problems:
        console.error(error, name=path)
    digests, failed = interrupts.run_in_loop(lambda: _digests(found.inputs, settings))
    if len(digests) < _LEAST:
        raise InputError(
            f"compare needs at least {_LEAST} reports, and {len(digests)} could be read"
        )

    from summarizer.corpus.compare import compare_digests

    comparison = compare_digests(digests)
    for output, render in written:
        if output == STANDARD:
            console.put(render(comparison, console.style(settings.lang)))
        else:
            atomic.write(Path(output), render(comparison, Style(lang=settings.lang)))
    if not quiet and any(output != STANDARD for output, _ in written):
        console.say(f"{len(digests)} of {len(found.inputs)} compared")
    return exit_codes.FAILED if failed or found.problems else exit_codes.COMPLETE


async def _digests(found: tuple[Input, ...], settings: Settings) -> tuple[list[Digest], int]:
    """What is compared of each input, and how many could not be read."""
    from summarizer.corpus.compare import digest
    from summarizer.corpus.run import run

    digests: list[Digest] = []
    failed = 0
    reports: list[tuple[int, Input]] = []
    for number, one in enumerate(found, start=1):
        if Path(one.path).suffix.lower() != _STORED:
            reports.append((number, one))
            continue
        try:
            digests.append(digest(_stored(one.path), number))
        except SummarizerError as error:
            failed += 1
            console.error(error, name=one.path)
    async for outcome in run((one.source for _, one in reports), settings):
        number, one = reports[outcome.place]
        if outcome.report is not None:
            digests.append(digest(outcome.report, number))
        elif outcome.error is not None:
            failed += 1
            console.error(outcome.error, name=one.path)
    return digests, failed


def _stored(path: str) -> Any:
    from summarizer.models import Report

    return Report.load(path)


def _renderer(output: str, format_name: str | None) -> _Render:
    """The renderer of a file's suffix, or of `-f` for standard output. Raises UsageError."""
    from summarizer.corpus.compare import printed, table

    renderers: dict[str, _Render] = {
        "text": printed.render_text,
        "md": printed.render_markdown,
        "html": printed.render_html,
        "json": printed.render_json,
        "csv": table.render_csv,
        "xlsx": table.render_xlsx,
    }
    if output == STANDARD:
        return renderers[format_name or "text"]
    name = _SUFFIXES.get(Path(output).suffix.lower())
    if name is None:
        known = " ".join(_SUFFIXES)
        raise UsageError(f"-o {output}: the suffix chooses the format, one of {known}")
    return renderers[name]
