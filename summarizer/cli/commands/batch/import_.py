"""`summarize batch import`: what a batch service answered."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from summarizer.cli import console, exit_codes, options
from summarizer.cli.groups import HELP
from summarizer.settings import Settings

if TYPE_CHECKING:
    from summarizer.engines.llm.batch import BatchImport


@click.command("import", context_settings=HELP)
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
    return exit_codes.INCOMPLETE if done.missing or done.declined else exit_codes.COMPLETE


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
