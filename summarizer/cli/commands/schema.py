"""`summarize schema`: the published JSON Schemas."""

from __future__ import annotations

import click

from summarizer import resources
from summarizer.cli import console, options
from summarizer.cli.groups import HELP
from summarizer.errors import UsageError

_SUFFIX = ".schema.json"


@click.command("schema", context_settings=HELP)
@click.argument("name", default="report")
@options.formats("json", default="json")
@options.common
def schema(name: str, **_: object) -> int:
    """Print the JSON Schema called NAME.

    NAME is report (the default), measure-line (a line of jsonl) or outline.
    """
    known = resources.names("schemas", _SUFFIX)
    if name not in known:
        raise UsageError(f"no schema is called {name}; there are {', '.join(known)}")
    console.put(resources.text("schemas", name + _SUFFIX))
    return 0
