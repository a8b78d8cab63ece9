"""Words on scales, of which each step excludes the others, from `lexicons/scales.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from summarizer import patterns as re
from summarizer.resources import text as resource


@dataclass(frozen=True, slots=True)
class Step:
    """A word of a scale at `[start, end)` of a text, with its step."""

    start: int
    end: int
    word: str
    step: int


@dataclass(frozen=True, slots=True)
class Scale:
    """The steps of one scale, each a pattern; a word that `governs` holds for the clauses behind it
    too, to the end of the sentence."""

    kind: str
    steps: tuple[re.Pattern[str], ...]
    governs: bool

    def words(self, text: str) -> Iterator[Step]:
        """Every word of the scale in a text; of two that overlap the longer."""
        found = sorted(
            (
                Step(held.start(), held.end(), held[0], step)
                for step, pattern in enumerate(self.steps)
                for held in pattern.finditer(text)
            ),
            key=lambda word: (word.start, -word.end),
        )
        end = 0
        for word in found:
            if word.start >= end:
                end = word.end
                yield word


@lru_cache(maxsize=1)
def scales() -> tuple[Scale, ...]:
    """All scales of the lexicon."""
    found = tomllib.loads(resource("lexicons", "scales.toml"))
    return tuple(_scale(row) for row in found["scale"])


def _scale(row: Mapping[str, Any]) -> Scale:
    steps = tuple(re.compile(step) for step in row["steps"])
    return Scale(row["kind"], steps, row.get("governs", False))
