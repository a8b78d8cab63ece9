"""`summarize batch export`: the requests that somebody else is to answer."""

from __future__ import annotations

import json
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from summarizer.cli import console, exit_codes, inputs, options, targets
from summarizer.cli.groups import HELP
from summarizer.corpus.walk import Found
from summarizer.errors import SummarizerError
from summarizer.settings import Settings

if TYPE_CHECKING:
    from summarizer.analysis import Analysis
    from summarizer.engines.llm.batch import BatchExport


@click.command("export", context_settings=HELP)
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option(
    "-o",
    "--output",
    "output",
    required=True,
    type=options.NewFile(),
    help="The requests, as JSONL; past the service's limits numbered files follow.",
)
@options.formats("text", "json", default="text")
@options.endpoint
@options.own
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
    from summarizer.checking import check_draft
    from summarizer.engines.llm.batch import export_requests

    settings = Settings.from_flags(flags)
    found = inputs.find(files, ignored=targets.real_paths([str(output)]))
    targets.check_file(output, found.inputs)
    if verbose:
        console.log_to_stderr()
    analyses, code = read_all(found, settings)
    check = partial(check_draft, lang=settings.lang)
    done = export_requests(analyses, settings, output, check=check)
    _tell_export(done, format_name, quiet=quiet)
    return code


def read_all(found: Found, settings: Settings) -> tuple[list[Analysis], int]:
    """The analyses of the readable files, and the exit code for the others."""
    from summarizer.analysis import analyse
    from summarizer.reading import read

    analyses = []
    codes = []
    for path, problem in found.problems:
        console.error(problem, name=path)
        codes.append(problem.exit_code)
    for one in found.inputs:
        try:
            analyses.append(
                analyse(read(one.source, encoding=settings.encoding, limits=settings.file_limits))
            )
        except SummarizerError as error:
            console.error(error, name=one.path)
            codes.append(error.exit_code)
    return analyses, exit_codes.of_run(codes)


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
