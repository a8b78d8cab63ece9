"""`summarize batch import`: what a batch service answered."""

from __future__ import annotations

import json
from functools import partial
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any

import click

from summarizer.cli import console, exit_codes, options, targets
from summarizer.cli.groups import HELP
from summarizer.corpus.walk import Input
from summarizer.settings import Settings

if TYPE_CHECKING:
    from summarizer.engines.llm.batch import BatchImport


@click.command("import", context_settings=HELP)
@click.argument("responses", type=click.Path(path_type=Path), metavar="RESPONSES")
@click.option(
    "-o",
    "--output",
    "again",
    type=options.NewFile(),
    help="The requests to ask again, as JSONL [default: RESPONSES with -again in its name].",
)
@options.formats("text", "json", default="text")
@options.endpoint
@options.own
@options.cache_dir
@options.common
def import_(
    responses: Path,
    again: Path | None,
    format_name: str | None,
    quiet: bool,
    verbose: bool,
    **flags: Any,
) -> int:
    """Take the responses of a batch into the cache, validated and checked like live answers.

    RESPONSES is JSONL in the format of the OpenAI Batch service. Tells what the source contradicts
    and what is still missing, and writes what to ask again; the exit code is 4 while there is any.
    """
    from summarizer.checking import check_draft
    from summarizer.engines.llm.batch import import_responses

    settings = Settings.from_flags(flags)
    if again is not None:
        targets.check_file(again, [Input(str(responses), PurePath(responses.name))])
    check = partial(check_draft, lang=settings.lang)
    done = import_responses(responses, settings, check=check, again=again)
    _tell_import(done, format_name, quiet=quiet)
    incomplete = done.missing or done.declined or done.again
    return exit_codes.INCOMPLETE if incomplete else exit_codes.COMPLETE


def tell_faults(done: BatchImport) -> None:
    """What was declined and what the source contradicts, a line each."""
    for refused in done.declined:
        named = f"{refused.custom_id[:16]}: " if refused.custom_id else ""
        console.complain(f"line {refused.line}: {named}{refused.reason}")
    for unit in done.contradicted:
        console.complain(f"{unit.name}, {unit.unit_id or 'overview'}: “{unit.claim}”: {unit.why}")


def _tell_import(done: BatchImport, format_name: str | None, *, quiet: bool) -> None:
    tell_faults(done)
    if format_name == "json":
        facts = {
            "taken": done.taken,
            "already": done.already,
            "declined": len(done.declined),
            "contradicted": [
                {"name": unit.name, "unit": unit.unit_id, "claim": unit.claim, "why": unit.why}
                for unit in done.contradicted
            ],
            "missing": list(done.missing),
            "again": None if done.again is None else str(done.again),
        }
        console.put(json.dumps(facts, ensure_ascii=False) + "\n")
    elif not quiet:
        console.put(
            f"{done.taken} taken, {done.already} known before, {len(done.declined)} declined, "
            f"{len(done.contradicted)} contradicted, {len(done.missing)} still missing"
            + (f"; to ask again: {done.again}" if done.again else "")
            + "\n"
        )
