"""What an endpoint takes and holds.

OpenAI-compatible services disagree on how a schema travels, on a few parameters and on sizes.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from summarizer import patterns as re

WireMode = Literal["json_schema", "tools", "json", "md_json"]
MODES: tuple[WireMode, ...] = get_args(WireMode)


@dataclass(frozen=True, slots=True)
class Capabilities:
    """One way to ask, and what is known of the room for it.

    `strict` is the strict flag of json_schema; `bounds` whether lengths and numbers stand in the
    schema, `own_schema` whether each request may have one of its own; `newer_limit` sends the limit
    of the answer as max_completion_tokens instead of max_tokens; `system` whether there is a system
    role; `thinks` that thoughts count as answer. `context` and `max_output` are limits in tokens.
    """

    mode: WireMode = "json_schema"
    strict: bool = True
    bounds: bool = True
    own_schema: bool = True
    newer_limit: bool = False
    temperature: bool = True
    system: bool = True
    thinks: bool = False
    context: int | None = None
    max_output: int | None = None


# Hosts whose documentation says what they take; all others are found out. Those two compile every
# new schema before they answer by it, and know no lengths of strings.
_OPENAI = Capabilities(newer_limit=True, bounds=False, own_schema=False)
_KNOWN: tuple[tuple[re.Pattern[str], Capabilities], ...] = (
    (re.compile(r"(^|\.)deepseek\.com$"), Capabilities(mode="json")),
    (re.compile(r"(^|\.)(openai|azure)\.com$"), _OPENAI),
)


def presumed(host: str) -> Capabilities:
    """Where to begin with a host: as its documentation says, else with the strictest way."""
    return next((known for rule, known in _KNOWN if rule.search(host)), Capabilities())
