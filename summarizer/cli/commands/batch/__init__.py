"""`summarize batch`: requests that somebody else answers, and their answers."""

from __future__ import annotations

from summarizer.cli.groups import Entry, LazyGroup
from summarizer.cli.program import options

COMMANDS = (
    Entry(
        "run", "Submit, wait, take and ask again, until nothing is missing.", f"{__name__}.run:run"
    ),
    Entry(
        "export", "Write the missing requests as OpenAI Batch JSONL.", f"{__name__}.export:export"
    ),
    Entry("import", "Take the responses of a batch into the cache.", f"{__name__}.import_:import_"),
)

group = LazyGroup("batch", COMMANDS, options, help="Requests that a batch service answers.")
