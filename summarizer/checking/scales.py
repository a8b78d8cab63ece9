"""Closed classes of words, of which one excludes the others, from `lexicons/scales.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from summarizer import patterns as re
from summarizer.resources import text as resource

_DENIED = re.compile("[不未没非无]$")
# 并非对一切问题负责: what is denied of all is no word of all.
_NOT_SO = re.compile("(?:并非|绝非|未必|[并也]?不是|不等于)[^,;。]{0,12}$")
_NOT_SO_REACH = 16  # letters: the longest of these words and what may stand behind it
_STOP = re.compile("[,;:。]")


@dataclass(frozen=True, slots=True)
class Step:
    """A word of a scale at `[start, end)` of a text, with its step."""

    start: int
    end: int
    word: str
    step: int


@dataclass(frozen=True, slots=True, eq=False)  # one of each: a look-up need not hash its fields
class Scale:
    """The steps of one scale, each a pattern; the lexicon tells what the other fields mean."""

    name: str
    kind: str
    up: bool
    governs: bool
    own: bool
    steps: tuple[re.Pattern[str], ...]
    any: re.Pattern[str]
    names: re.Pattern[str] | None
    part: re.Pattern[str] | None
    alone: re.Pattern[str] | None
    warrants: tuple[re.Pattern[str], ...]

    def words(self, text: str) -> tuple[Step, ...]:
        """Every word of the scale in a text that is not denied, the longer of two that overlap.

        Of a scale that governs the first word of a clause decides: 将于年底完成.
        """
        return _words(self, text)

    def excludes(self, claimed: int, printed: int) -> bool:
        """True where a claim at the first step is wrong of a source at the second."""
        return claimed > printed if self.up else claimed != printed


@lru_cache(maxsize=4096)  # the sentences in hand, each asked for by several claims
def _words(scale: Scale, text: str) -> tuple[Step, ...]:
    if not scale.any.search(text):
        return ()
    names = [held.span() for held in scale.names.finditer(text)] if scale.names else []
    found = sorted(
        (
            Step(held.start(), held.end(), held[0], step)
            for step, pattern in enumerate(scale.steps)
            for held in pattern.finditer(text)
            if not any(start <= held.start() < end for start, end in names)
            and not _DENIED.search(text, max(0, held.start() - 1), held.start())
            and not _NOT_SO.search(text, max(0, held.start() - _NOT_SO_REACH), held.start())
        ),
        key=lambda word: (word.start, -word.end),
    )
    kept: list[Step] = []
    for word in found:
        if kept and word.start < kept[-1].end:
            continue
        if scale.governs and kept and not _STOP.search(text, kept[-1].end, word.start):
            continue
        kept.append(word)
    return tuple(kept)


@lru_cache(maxsize=1)
def scales() -> tuple[Scale, ...]:
    """All scales of the lexicon."""
    found = tomllib.loads(resource("lexicons", "scales.toml"))
    return tuple(_scale(row) for row in found["scale"])


@lru_cache(maxsize=1)
def judged() -> re.Pattern[str]:
    """Every word of every scale: what is judged is left out where the place is looked for."""
    return re.compile("|".join(scale.any.pattern for scale in scales()))


@lru_cache(maxsize=1)
def stages() -> Scale:
    """The scale of begun, done and in use."""
    return next(scale for scale in scales() if scale.name == "stages")


def _scale(row: Mapping[str, Any]) -> Scale:
    def pattern(name: str) -> re.Pattern[str] | None:
        return re.compile(row[name]) if name in row else None

    return Scale(
        name=row.get("name", ""),
        kind=row["kind"],
        up=row.get("up", False),
        governs=row.get("governs", False),
        own=row.get("own", False),
        steps=tuple(re.compile(step) for step in row["steps"]),
        any=re.compile("|".join(row["steps"])),
        names=pattern("names"),
        part=pattern("part"),
        alone=pattern("alone"),
        warrants=tuple(re.compile(word) for word in row.get("warrants", [])),
    )
