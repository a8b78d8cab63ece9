"""The main job: summarize files."""

from __future__ import annotations

from contextlib import nullcontext
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import click
from click.shell_completion import CompletionItem

from summarizer import __version__
from summarizer.cli import console, exit_codes, inputs, interrupts, options, targets
from summarizer.cli.groups import HELP
from summarizer.cli.pages import PageLine
from summarizer.cli.program import COMMANDS, PROGRAM
from summarizer.corpus.finished import Keys
from summarizer.corpus.walk import Input
from summarizer.errors import SummarizerError, UsageError
from summarizer.output.style import Detail

if TYPE_CHECKING:
    from summarizer.models import Report
    from summarizer.settings import Settings


class _MainJob(click.Command):
    """Lists the other commands below its own help."""

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Other commands (-h after their name tells more)"):
            formatter.write_dl([(entry.name, entry.summary) for entry in COMMANDS])
        super().format_epilog(ctx, formatter)


def _complete(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Files, and before the first of them the names of commands."""
    found = [CompletionItem(incomplete, type="file")]
    if not ctx.params.get(param.name or ""):
        found += [
            CompletionItem(entry.name, help=entry.summary)
            for entry in COMMANDS
            if entry.name.startswith(incomplete)
        ]
    return found


@click.command(
    PROGRAM,
    cls=_MainJob,
    context_settings=HELP,
    epilog="Exit codes: 0 complete, nothing contradicted; 1 could not run; 2 wrong usage; "
    "3 a claim is contradicted by the source; 4 a unit has no model summary. 3 wins over 4, both "
    "over 1 and 0.",
)
@click.argument("files", nargs=-1, required=True, metavar="FILE...", shell_complete=_complete)
@options.outputs
@options.formats(*options.PRINTABLE, default="text")
@click.option(
    "-e",
    "--engine",
    type=click.Choice(["auto", "llm", "extractive"]),
    help="auto takes llm when a model and a key or base URL are configured [default: auto].",
)
@options.endpoint
@options.own
@options.limits
@click.option(
    "--second-opinion",
    is_flag=True,
    default=None,
    help="Ask the model about claims that the grammars cannot decide.",
)
@click.option("--no-cache", "cache", flag_value="off", help="Do not read or write the cache.")
@click.option("--refresh", "cache", flag_value="refresh", help="Ask again and overwrite.")
@click.option(
    "--resume",
    is_flag=True,
    help="Pass over inputs whose results in the folder of -o are there, of the same content and "
    "settings.",
)
@options.cache_dir
@options.encoding
@options.common
@click.version_option(__version__, prog_name=PROGRAM, message="%(prog)s %(version)s")
def main_job(
    files: tuple[str, ...],
    outputs: tuple[str, ...],
    detail: Detail | None,
    format_name: str | None,
    resume: bool,
    quiet: bool,
    verbose: bool,
    **flags: Any,
) -> int:
    """Summarize long Chinese official reports, each claim checked against its source.

    FILE is a report as text in UTF-8, UTF-16 or GB18030, a web page, .docx or text PDF, or a
    folder of such files; - reads standard input.
    """
    from summarizer.settings import Settings

    settings = Settings.from_flags(flags)
    found = inputs.find(files, ignored=targets.real_paths(outputs))
    many = found.walked or len(found.inputs) > 1
    style = console.style(settings.lang, detail)
    goal = targets.plan(outputs, found.inputs, format_name, style, many=many)
    if resume and (goal.stdout or goal.files or goal.gathered):
        raise UsageError("--resume needs a folder of results (-o out/), and no other place")
    if settings.engine == "auto" and not quiet:
        console.say(f"engine: {_engine_line(settings)}")
    if verbose:
        console.log_to_stderr()
    else:
        console.warn_on_stderr()
    if many or found.problems:
        from summarizer.cli.many import summarize_many

        return summarize_many(found, settings, goal, resume=resume, quiet=quiet, verbose=verbose)
    (source,) = found.inputs
    if resume and goal.reaches(source, Keys(settings).of(source)):
        return exit_codes.COMPLETE
    return _one(source, settings, goal, bar=not (quiet or verbose))


def _one(source: Input, settings: Settings, goal: targets.Targets, *, bar: bool) -> int:
    try:
        key = Keys(settings).of(source) if goal.folders else ""
        shown = bar and console.is_terminal()
        made = _by_model if settings.chosen_engine == "llm" else _by_extract
        report = made(source, settings, shown=shown)
        with goal.whole():
            goal.deliver(0, source, report, key if exit_codes.is_complete(report) else "")
        console.scope(report, source.path)
    except SummarizerError as error:
        console.error(error, name=source.path)
        return error.exit_code
    return exit_codes.of_report(report)


def _by_model(source: Input, settings: Settings, *, shown: bool) -> Report:
    from summarizer.cli.progress import ReportBar
    from summarizer.pipeline import asummarize

    with ReportBar(source.path) if shown else nullcontext() as bar:
        pages = bar.pages if bar else None
        return interrupts.run_in_loop(
            lambda: asummarize(source.source, settings, progress=bar, pages=pages)
        )


def _by_extract(source: Input, settings: Settings, *, shown: bool) -> Report:
    from summarizer.pipeline import summarize

    with PageLine(source.path) if shown else nullcontext() as line:
        return summarize(source.source, settings, pages=line)


def _engine_line(settings: Settings) -> str:
    if settings.chosen_engine == "llm":
        return f"llm, {settings.model} at {_endpoint(settings.base_url)}"
    if settings.model is None:
        return "extractive (no model configured)"
    return "extractive (no key or base URL configured)"


def _endpoint(base_url: str | None) -> str:
    """Host and path only: an address may carry a user, a password or a key."""
    if base_url is None:
        return "the default endpoint"
    parts = urlsplit(base_url)
    port = f":{parts.port}" if parts.port else ""
    return f"{parts.scheme}://{parts.hostname}{port}{parts.path}"
