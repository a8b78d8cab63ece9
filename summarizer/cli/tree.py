"""Which command a line of arguments means: the main job, or one named by the first operand.

Options may stand before or after the name of a command (`summarize -q verify …`). A file that
is called like a command is given with its folder (`./verify`) or after `--`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import click

PROGRAM = "summarize"

Loader = Callable[[], click.Command]


def _main_job() -> click.Command:
    from summarizer.cli.main_job import main_job

    return main_job


def _verify() -> click.Command:
    from summarizer.cli.verify import verify

    return verify


def _outline() -> click.Command:
    from summarizer.cli.outline import outline

    return outline


def _batch_export() -> click.Command:
    from summarizer.cli.batch import export

    return export


def _batch_import() -> click.Command:
    from summarizer.cli.batch import import_

    return import_


def _cache_info() -> click.Command:
    from summarizer.cli.cache import info

    return info


def _cache_clear() -> click.Command:
    from summarizer.cli.cache import clear

    return clear


def _cache_path() -> click.Command:
    from summarizer.cli.cache import path

    return path


def _schema() -> click.Command:
    from summarizer.cli.schema import schema

    return schema


@dataclass(frozen=True, slots=True)
class Entry:
    """A command of one or two words, what it does, and how to load it."""

    words: tuple[str, ...]
    summary: str
    load: Loader


ENTRIES: tuple[Entry, ...] = (
    Entry(("verify",), "Re-check a stored summary against its source, without any model.", _verify),
    Entry(("outline",), "Print the outline, units and anchors as read.", _outline),
    Entry(("batch", "export"), "Write the missing requests as OpenAI Batch JSONL.", _batch_export),
    Entry(("batch", "import"), "Take the responses of a batch into the cache.", _batch_import),
    Entry(("cache", "info"), "Tell what the cache of answers holds.", _cache_info),
    Entry(("cache", "clear"), "Delete every cached answer.", _cache_clear),
    Entry(("cache", "path"), "Print where the cache lives.", _cache_path),
    Entry(("schema",), "Print a published JSON Schema.", _schema),
)
_BY_WORDS: Mapping[tuple[str, ...], Entry] = {entry.words: entry for entry in ENTRIES}
_FIRST_WORDS = {entry.words[0] for entry in ENTRIES}

# Options that take a value, so that the value is not mistaken for an operand.
VALUED = frozenset(
    [
        *("-o", "--output", "-f", "--format", "-e", "--engine", "-m", "--model", "--base-url"),
        *("--mode", "--concurrency", "--rpm", "--tpm", "--timeout", "--max-cost"),
        *("--cache-dir", "--lang", "--encoding"),
    ]
)


def route(arguments: list[str]) -> tuple[str, click.Command, list[str]]:
    """The name, the command and the arguments left for it. Raises click.UsageError."""
    places = _operands(arguments)
    first = arguments[places[0]] if places else ""
    if first not in _FIRST_WORDS:
        return PROGRAM, _main_job(), arguments
    words: tuple[str, ...] = (first,)
    used = {places[0]}
    if words not in _BY_WORDS:
        actions = [entry.words[1] for entry in ENTRIES if entry.words[0] == first]
        if {"-h", "--help"} & set(arguments):
            return f"{PROGRAM} {first}", _family(first), ["-h"]
        if len(places) < 2 or arguments[places[1]] not in actions:
            raise click.UsageError(f"{first} needs one of: {', '.join(actions)}")
        words = (first, arguments[places[1]])
        used.add(places[1])
    rest = [argument for place, argument in enumerate(arguments) if place not in used]
    return f"{PROGRAM} {' '.join(words)}", _BY_WORDS[words].load(), rest


def _family(first: str) -> click.Command:
    """The commands that begin with a word, as a page of help."""
    lines = [f"{' '.join(e.words)}  {e.summary}" for e in ENTRIES if e.words[0] == first]
    return click.Command(
        first,
        help="\b\n" + "\n".join(lines),
        options_metavar="",
        context_settings={"help_option_names": ["-h", "--help"]},
    )


def _operands(arguments: list[str]) -> list[int]:
    """The places of the first two operands before any `--`."""
    places: list[int] = []
    skip = False
    for place, argument in enumerate(arguments):
        if skip:
            skip = False
        elif argument == "--":
            break
        elif argument in VALUED:
            skip = True
        elif argument == "-" or not argument.startswith("-"):
            places.append(place)
        if len(places) == 2:
            break
    return places
