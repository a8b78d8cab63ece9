"""`summarize batch run`: a batch service answers everything, from the first request to the last."""

from __future__ import annotations

import json
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from summarizer.cli import console, exit_codes, inputs, options, targets
from summarizer.cli.commands.batch.export import read_all
from summarizer.cli.commands.batch.import_ import tell_faults
from summarizer.cli.groups import HELP
from summarizer.errors import OutputError
from summarizer.settings import Settings

if TYPE_CHECKING:
    from summarizer.engines.llm.batch.running import BatchRun


@click.command("run", context_settings=HELP)
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option(
    "-o",
    "--output",
    "folder",
    required=True,
    type=options.NewFile(folder=True),
    help="A folder for what is under way; the same folder goes on with a run that was stopped.",
)
@click.option(
    "--poll",
    type=click.FloatRange(min=0.0, max=3600.0),
    default=30.0,
    metavar="SECONDS",
    help="Ask the service how far it is as often as this [default: 30].",
)
@click.option("--max-cost", type=float, metavar="USD", help="Submit no round past this cost.")
@options.formats("text", "json", default="text")
@options.endpoint
@options.own
@options.cache_dir
@options.encoding
@options.common
def run(
    files: tuple[str, ...],
    folder: Path,
    poll: float,
    format_name: str | None,
    quiet: bool,
    verbose: bool,
    **flags: Any,
) -> int:
    """Submit batches, wait for them, take their answers and ask again, until nothing is missing.

    For services with OpenAI's Batch API (OpenAI, DashScope, Zhipu). It may be stopped at any point:
    the same command goes on. Afterwards `summarize FILE...` with the same model makes no call.
    """
    from summarizer.checking import check_draft
    from summarizer.engines.llm.batch.running import run_batches

    settings = Settings.from_flags(flags)
    found = inputs.find(files, ignored=targets.real_paths([str(folder)]))
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(f"cannot make the folder {folder}: {error.strerror}") from error
    if verbose:
        console.log_to_stderr()
    analyses, code = read_all(found, settings)
    told = run_batches(
        lambda: analyses,
        settings,
        folder,
        check=partial(check_draft, lang=settings.lang),
        poll=poll,
        say=(lambda line: None) if quiet else console.say,
        imported=tell_faults,
    )
    missing = _missing(analyses, settings)
    _tell(told, missing, format_name, quiet=quiet)
    return exit_codes.of_run([code, exit_codes.INCOMPLETE if missing else exit_codes.COMPLETE])


def _missing(analyses: Any, settings: Settings) -> list[str]:
    from summarizer.engines.llm.batch.export import missing_units

    return missing_units(analyses, settings)


def _tell(told: BatchRun, missing: list[str], format_name: str | None, *, quiet: bool) -> None:
    usage = told.usage
    if format_name == "json":
        facts = {
            "rounds": told.rounds,
            "requests": told.requests,
            "answered": told.taken,
            "declined": told.declined,
            "prompt_tokens": usage.prompt,
            "completion_tokens": usage.completion,
            "cost": told.cost,
            "missing": missing,
        }
        console.put(json.dumps(facts, ensure_ascii=False) + "\n")
    elif not quiet:
        price = "price not known" if told.cost is None else f"{told.cost:.4f} USD at list price"
        console.put(
            f"{told.rounds} rounds, {told.requests} requests, {told.taken} answered, "
            f"{usage.prompt} + {usage.completion} tokens, {price}; {len(missing)} units missing"
            + (f": {', '.join(missing[:20])}" if missing else "")
            + "\n"
        )
