"""Finding out how an endpoint wants to be asked: by trying, and by what it says.

Every endpoint starts with the strictest way; what it refuses, or ignores again and again, is
changed, and what worked is kept for the next run.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from summarizer import patterns as re
from summarizer.engines.llm.client.base_url import BaseUrl
from summarizer.engines.llm.client.capabilities import MODES, Capabilities, WireMode, presumed
from summarizer.engines.llm.client.capabilities_file import recall, remember
from summarizer.engines.llm.client.interface import Endpoint

_IGNORED_LIMIT = 2
"""Answers without any JSON after which a mode is left; one that has worked gets more chances."""
_IGNORED_LIMIT_PROVED = 6  # twice as patient with a mode that has worked
_UNSUPPORTED = r"(?:not support|unsupported|unknown|unrecogni[sz]ed|unexpected|not permitted|extra)"
_OTHER_LIMIT = re.compile(
    rf"max_(?:completion_)?tokens.*{_UNSUPPORTED}|{_UNSUPPORTED}.*max_(?:c|t)"
)
_BOUNDS = re.compile(r"m(?:ax|in)(?:length|items)|_length\b|repetition")
_STRICT = re.compile(r"\bstrict\b|invalid schema")
_SYSTEM = re.compile(
    r"system[^.]{0,20}(?:role|message|instruction|prompt)[^.]{0,30}(?:not|unsupported|n't)"
    r"|(?:only|must)[^.]{0,40}user[^.]{0,10}assistant|roles must alternate"
    r"|developer instruction is not enabled"
)


@dataclass(slots=True)
class Negotiation:
    """The capabilities in use for one endpoint and model; shared by all calls in flight.

    `proved` is true once an answer has followed the schema, in this run or an earlier one.
    """

    endpoint: Endpoint
    current: Capabilities = field(init=False)
    proved: bool = field(init=False, default=False)
    _tried: set[WireMode] = field(init=False, default_factory=set)
    _ignored: int = field(init=False, default=0)
    _limit_changed: bool = field(init=False, default=False)

    def __post_init__(self) -> None:
        remembered = recall(self.endpoint)
        used = remembered or presumed(BaseUrl(self.endpoint.base_url).host)
        if self.endpoint.mode != "auto":
            used = replace(used, mode=self.endpoint.mode)
        self.current = replace(used, context=self.endpoint.context or used.context)
        self.proved = remembered is not None and remembered.mode == used.mode

    def refused(self, used: Capabilities, told: str) -> bool:
        """Change what the endpoint refused; `told` is its message in lower case. False where there
        is nothing left to change."""
        if used != self.current:  # another call in flight has changed it already
            return True
        if is_system_role(told) and used.system:
            self.current = replace(used, system=False)
        elif "temperature" in told and used.temperature and self.endpoint.temperature is not None:
            self.current = replace(used, temperature=False)
        elif _OTHER_LIMIT.search(told) and not self._limit_changed:
            self._limit_changed = True
            self.current = replace(used, newer_limit=not used.newer_limit)
        elif used.bounds and used.mode in ("json_schema", "tools") and _BOUNDS.search(told):
            self.current = replace(used, bounds=False)
        elif used.mode == "json_schema" and used.strict and _STRICT.search(told):
            self.current = replace(used, strict=False, bounds=False)
        else:
            return self._next_mode(used)
        return True

    def ignored(self, used: Capabilities) -> bool:
        """Note an answer that does not even try to follow the schema. True where asking again makes
        sense: another mode is in use now, or the present one is given another chance."""
        if used != self.current:
            return True
        self._ignored += 1
        if self._ignored < (_IGNORED_LIMIT_PROVED if self.proved else _IGNORED_LIMIT):
            return not self.proved
        return self._next_mode(used)

    def thinks(self, used: Capabilities) -> bool:
        """Note that thoughts count as answer. True where that was not known."""
        if self.current.thinks:
            return not used.thinks
        self.current = replace(self.current, thinks=True)
        return True

    def holds(self, *, context: int | None = None, max_output: int | None = None) -> bool:
        """Keep limits that the endpoint has named; true where one of them is news."""
        before = self.current
        self.current = replace(
            before,
            context=_least(before.context, context),
            max_output=_least(before.max_output, max_output),
        )
        if self.current != before and self.proved:
            remember(self.endpoint, self.current)
        return self.current != before

    def worked(self, used: Capabilities) -> None:
        """Note an answer that follows the schema, and remember how it was asked for."""
        if used != self.current:
            return
        self._ignored = 0
        if not self.proved:
            self.proved = True
            remember(self.endpoint, used)

    def _next_mode(self, used: Capabilities) -> bool:
        self._tried.add(used.mode)
        left = [mode for mode in MODES if mode not in self._tried]
        if self.endpoint.mode != "auto" or not left:
            return False
        self.current = replace(used, mode=left[0], strict=True)
        self._ignored, self.proved = 0, False
        return True


def is_system_role(told: str) -> bool:
    """True for a message, in lower case, that says that there is no system role."""
    return _SYSTEM.search(told) is not None


def _least(known: int | None, told: int | None) -> int | None:
    return min((value for value in (known, told) if value), default=None)
