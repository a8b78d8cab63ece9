"""`summarize batch`: requests that somebody else answers, and their answers."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from summarizer.cli import console, options
from summarizer.errors import OutputError, SummarizerError
from summarizer.settings import Settings

if TYPE_CHECKING:
    from summarizer.analysis import Analysis
    from summarizer.engines.llm.batch import BatchExport, BatchImport

_INCOMPLETE = 4


@click.command("export", context_settings=options.HELP)
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option(
    "-o",
    "--output",
    "output",
    required=True,
    type=click.Path(path_type=Path, dir_okay=False),
    help="The requests, as JSONL; past the service's limits numbered files follow.",
)
@options.formats("text", "json", default="text")
@options.endpoint
@options.cache_dir
@options.encoding
@options.common
def export(
    files: tuple[str, ...],
    output: Path,
    format_name: str | None,
    quiet: bool,
    verbose: bool,
    **flags: Any,
) -> int:
    """Write the requests that the cache cannot answer yet as OpenAI Batch JSONL.

    Sections are summarised from the summaries of their units, so a first round exports the units
    and a second, after the import of their answers, the sections.
    """
    from summarizer.engines.llm.batch import export_requests

    settings = Settings.from_flags(flags)
    if not output.parent.is_dir():
        raise OutputError(f"cannot write {output}: there is no folder {output.parent}")
    analyses, code = _read(files, settings)
    done = export_requests(analyses, settings, output)
    _tell_export(done, format_name, quiet=quiet)
    return code


@click.command("import", context_settings=options.HELP)
@click.argument("responses", type=click.Path(path_type=Path), metavar="RESPONSES")
@options.formats("text", "json", default="text")
@options.endpoint
@options.cache_dir
@options.common
def import_(
    responses: Path, format_name: str | None, quiet: bool, verbose: bool, **flags: Any
) -> int:
    """Take the responses of a batch into the cache, validated like live answers.

    RESPONSES is JSONL in the format of the OpenAI Batch service. Tells what is still missing; the
    exit code is 4 while something is, or was declined.
    """
    from summarizer.engines.llm.batch import import_responses

    done = import_responses(responses, Settings.from_flags(flags))
    _tell_import(done, format_name, quiet=quiet)
    return _INCOMPLETE if done.missing or done.declined else 0


def _read(files: tuple[str, ...], settings: Settings) -> tuple[list[Analysis], int]:
    """The analyses of the readable files, and the exit code for the others."""
    from summarizer.analysis import analyse
    from summarizer.reading import read

    analyses = []
    code = 0
    for file in files:
        try:
            analyses.append(analyse(read(file, encoding=settings.encoding)))
        except SummarizerError as error:
            console.error(error, name=file)
            code = max(code, error.exit_code)
    return analyses, code


def _tell_export(done: BatchExport, format_name: str | None, *, quiet: bool) -> None:
    if format_name == "json":
        facts = {
            "files": [str(path) for path in done.files],
            "requests": done.requests,
            "cached": done.cached,
            "later": done.later,
        }
        console.put(json.dumps(facts, ensure_ascii=False) + "\n")
    elif not quiet:
        names = ", ".join(str(path) for path in done.files) or "nothing written"
        later = f", {done.later} sections in a later round" if done.later else ""
        console.put(f"{names}: {done.requests} requests, {done.cached} answered{later}\n")


def _tell_import(done: BatchImport, format_name: str | None, *, quiet: bool) -> None:
    for refused in done.declined:
        console.complain(f"line {refused.line}: {refused.custom_id[:16]}: {refused.reason}")
    if format_name == "json":
        facts = {
            "taken": done.taken,
            "already": done.already,
            "declined": len(done.declined),
            "missing": list(done.missing),
        }
        console.put(json.dumps(facts, ensure_ascii=False) + "\n")
    elif not quiet:
        console.put(
            f"{done.taken} taken, {done.already} known before, {len(done.declined)} declined, "
            f"{len(done.missing)} still missing\n"
        )
