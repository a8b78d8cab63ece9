"""How an endpoint wants to be spoken to, found out by trying and remembered.

A dialect is the mode in which the schema travels and the few parameters on which OpenAI-compatible
services disagree. Every endpoint starts with the strictest one; what it refuses, or ignores again
and again, is changed, and what worked is kept for the next run.
"""

from __future__ import annotations

import os
import re
import tempfile
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Literal, get_args
from urllib.parse import urlsplit

from summarizer.engines.llm.completion import Endpoint

WireMode = Literal["json_schema", "tools", "json", "md_json"]
MODES: tuple[WireMode, ...] = get_args(WireMode)
_IGNORED_LIMIT = 2
_IGNORED_LIMIT_PROVED = 6


@dataclass(frozen=True, slots=True)
class Dialect:
    """One way to ask. `strict` is the strict flag of json_schema; `newer_limit` sends the limit of
    the answer as max_completion_tokens instead of max_tokens."""

    mode: WireMode = "json_schema"
    strict: bool = True
    newer_limit: bool = False
    temperature: bool = True


# Hosts whose documentation says what they take; all others are found out.
_KNOWN: tuple[tuple[re.Pattern[str], Dialect], ...] = (
    (re.compile(r"(^|\.)deepseek\.com$"), Dialect(mode="json")),
    (re.compile(r"(^|\.)(openai|azure)\.com$"), Dialect(newer_limit=True)),
)
_UNSUPPORTED = r"(?:not support|unsupported|unknown|unrecogni[sz]ed|unexpected|not permitted|extra)"
_OTHER_LIMIT = re.compile(
    rf"max_(?:completion_)?tokens.*{_UNSUPPORTED}|{_UNSUPPORTED}.*max_(?:c|t)"
)
_STRICT = re.compile(r"\bstrict\b|invalid schema")


@dataclass(slots=True)
class Dialects:
    """The dialect in use for one endpoint and model; shared by all calls in flight."""

    endpoint: Endpoint
    current: Dialect = field(init=False)
    _tried: set[WireMode] = field(init=False, default_factory=set)
    _ignored: int = field(init=False, default=0)
    _proved: bool = field(init=False, default=False)
    _limit_changed: bool = field(init=False, default=False)

    def __post_init__(self) -> None:
        host = urlsplit(self.endpoint.base_url or "https://api.openai.com").hostname or ""
        start = next((known for rule, known in _KNOWN if rule.search(host)), Dialect())
        remembered = recall(self.endpoint)
        if self.endpoint.mode != "auto":
            self.current = replace(remembered or start, mode=self.endpoint.mode)
        else:
            self.current = remembered or start
        self._proved = remembered == self.current

    def refused(self, used: Dialect, told: str) -> bool:
        """Change what the endpoint refused; `told` is its message in lower case. False where there
        is nothing left to change."""
        if used != self.current:  # another call in flight has changed it already
            return True
        if "temperature" in told and used.temperature and self.endpoint.temperature is not None:
            self.current = replace(used, temperature=False)
        elif _OTHER_LIMIT.search(told) and not self._limit_changed:
            self._limit_changed = True
            self.current = replace(used, newer_limit=not used.newer_limit)
        elif used.mode == "json_schema" and used.strict and _STRICT.search(told):
            self.current = replace(used, strict=False)
        else:
            return self._next_mode(used)
        return True

    def ignored(self, used: Dialect) -> bool:
        """Note an answer that does not even try to follow the schema. True where asking again makes
        sense: another mode is in use now, or the present one is given another chance."""
        if used != self.current:
            return True
        self._ignored += 1
        if self._ignored < (_IGNORED_LIMIT_PROVED if self._proved else _IGNORED_LIMIT):
            return not self._proved
        return self._next_mode(used)

    def worked(self, used: Dialect) -> None:
        """Note an answer that follows the schema, and remember its dialect."""
        if used != self.current:
            return
        self._ignored = 0
        if not self._proved:
            self._proved = True
            remember(self.endpoint, used)

    def _next_mode(self, used: Dialect) -> bool:
        self._tried.add(used.mode)
        left = [mode for mode in MODES if mode not in self._tried]
        if self.endpoint.mode != "auto" or not left:
            return False
        self.current = replace(used, mode=left[0], strict=True)
        self._ignored, self._proved = 0, False
        return True


def recall(endpoint: Endpoint) -> Dialect | None:
    """What an earlier run found out, if anything."""
    if endpoint.modes_file is None:
        return None
    for line in reversed(_lines(endpoint.modes_file)):
        where, _, how = line.rpartition("\t")
        if where == _key(endpoint):
            words = how.split()
            mode = next((mode for mode in MODES if mode in words), None)
            return mode and Dialect(
                mode=mode,
                strict="loose" not in words,
                newer_limit="newer-limit" in words,
                temperature="no-temperature" not in words,
            )
    return None


def remember(endpoint: Endpoint, dialect: Dialect) -> None:
    """Keep a dialect that worked: one line of text, in a private directory, written atomically.
    A cache that cannot be written costs a refused call at the next run, so nothing is raised."""
    path = endpoint.modes_file
    if path is None or endpoint.mode != "auto":
        return
    words = [
        dialect.mode,
        *(["loose"] if not dialect.strict else []),
        *(["newer-limit"] if dialect.newer_limit else []),
        *(["no-temperature"] if not dialect.temperature else []),
    ]
    key = _key(endpoint)
    others = [line for line in _lines(path) if line.rpartition("\t")[0] != key]
    with suppress(OSError):
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=path.name)  # mode 0600
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            file.writelines(f"{line}\n" for line in (*others, f"{key}\t{' '.join(words)}"))
        Path(name).replace(path)


def _key(endpoint: Endpoint) -> str:
    parts = urlsplit(endpoint.base_url or "https://api.openai.com/v1")
    # Neither user information nor a query: both may hold keys.
    where = f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}{parts.path.rstrip('/')}"
    return "\t".join(" ".join(part.split()) for part in (where, endpoint.model))


def _lines(path: Path) -> list[str]:
    try:
        return path.read_text(encoding="utf-8").splitlines()
    except (OSError, ValueError):
        return []
