"""The main job: summarize files."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import click

from summarizer import __version__
from summarizer.cli import console, options, targets
from summarizer.cli.tree import ENTRIES, PROGRAM
from summarizer.errors import SummarizerError, UsageError
from summarizer.settings import Settings
from summarizer.vocabulary import Origin

if TYPE_CHECKING:
    from summarizer.models import Report


class _MainJob(click.Command):
    """Lists the other commands below its own help."""

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Other commands (-h after their name tells more)"):
            formatter.write_dl([(" ".join(entry.words), entry.summary) for entry in ENTRIES])
        super().format_epilog(ctx, formatter)


@click.command(
    PROGRAM,
    cls=_MainJob,
    context_settings=options.HELP,
    epilog="Exit codes: 0 complete, nothing contradicted; 1 could not run; 2 wrong usage; "
    "3 a claim is contradicted by the source; 4 a unit has no model summary.",
)
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option(
    "-o",
    "--output",
    "outputs",
    multiple=True,
    metavar="PATH",
    help="Write there; the suffix chooses the format. May be given several times. "
    "A folder takes one file an input.",
)
@options.formats(*options.PRINTABLE, default="text")
@click.option(
    "-e",
    "--engine",
    type=click.Choice(["auto", "llm", "extractive"]),
    help="auto takes llm when a model and a key or base URL are configured [default: auto].",
)
@options.endpoint
@options.limits
@click.option("--no-cache", "cache", flag_value="off", help="Do not read or write the cache.")
@click.option("--refresh", "cache", flag_value="refresh", help="Ask again and overwrite.")
@options.cache_dir
@options.encoding
@options.common
@click.version_option(__version__, prog_name=PROGRAM, message="%(prog)s %(version)s")
def main_job(
    files: tuple[str, ...],
    outputs: tuple[str, ...],
    format_name: str | None,
    quiet: bool,
    verbose: bool,
    **flags: Any,
) -> int:
    """Summarize long Chinese official reports, each claim checked against its source.

    FILE is a report as text in UTF-8, UTF-16 or GB18030, a web page, .docx or text PDF; - reads
    standard input.
    """
    if files.count(targets.STANDARD) > 1:
        raise UsageError("standard input (-) can be read only once")
    settings = Settings.from_flags(flags)
    goal = targets.plan(outputs, files, format_name)
    chosen = settings.chosen_engine
    if settings.engine == "auto" and not quiet:
        console.say(f"engine: {_engine_line(settings)}")
    if verbose:
        console.log_to_stderr()
    worst = 0
    for file in files:
        try:
            code = _one(file, settings, goal, bar=chosen == "llm" and not (quiet or verbose))
        except SummarizerError as error:
            console.error(error, name=file)
            code = error.exit_code
        except BrokenPipeError:
            raise
        except Exception as error:  # one bad file never stops the others
            console.fault(error, name=file)
            code = 1
        worst = max(worst, code)
    return worst


def exit_code(report: Report) -> int:
    """4 where the LLM engine left a unit to the extractive one, 3 where a claim is contradicted."""
    if report.run.engine == "llm":
        written = [measure.origin for measure in report.measures]
        written += [s.origin for s in report.walk() if s.sections or len(s.measures) > 1]
        if Origin.EXTRACTIVE in (*written, report.overview.origin):
            return 4
    return 3 if report.verification.contradicted else 0


def _one(file: str, settings: Settings, goal: targets.Targets, *, bar: bool) -> int:
    from summarizer.pipeline import summarize

    if bar and sys.stderr.isatty():
        from summarizer.cli.progress import Bar

        with Bar(file) as listener:
            report = summarize(file, settings, progress=listener)
    else:
        report = summarize(file, settings)
    goal.deliver(report, file, console.style(settings.lang))
    return exit_code(report)


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
