"""`summarize cache`: the answers that were paid for once."""

from __future__ import annotations

from summarizer.cli.groups import Entry, LazyGroup
from summarizer.cli.program import options

COMMANDS = (
    Entry("info", "Tell what the cache of answers holds.", f"{__name__}.info:info"),
    Entry("clear", "Delete every cached answer.", f"{__name__}.clear:clear"),
    Entry("path", "Print where the cache lives.", f"{__name__}.path:path"),
)

group = LazyGroup("cache", COMMANDS, options, help="The answers that were paid for once.")
