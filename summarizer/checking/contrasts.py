"""Words that exclude each other in one place of a sentence, from `lexicons/contrasts.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from summarizer import patterns as re
from summarizer.resources import text as resource


@dataclass(frozen=True, slots=True)
class Mark:
    """A word of a group at `[start, end)` of a text, with its step."""

    start: int
    end: int
    word: str
    step: int


@dataclass(frozen=True, slots=True)
class Group:
    """Alternatives of one place. Of a `ladder` only a higher step than the source's is a fault."""

    kind: str
    ladder: bool
    steps: Mapping[str, int]
    pattern: re.Pattern[str]

    def marks(self, text: str) -> Iterator[Mark]:
        """The words of the group in a text, the longer of two at one place."""
        for found in self.pattern.finditer(text):
            if found[0] not in self.steps:
                continue  # a name that merely holds a word
            yield Mark(found.start(), found.end(), found[0], self.steps[found[0]])

    def excludes(self, claimed: int, printed: int) -> bool:
        """True where a claim at the first step is wrong of a source at the second."""
        return claimed > printed if self.ladder else claimed != printed


@lru_cache(maxsize=1)
def groups() -> tuple[Group, ...]:
    """All groups of the lexicon."""
    found = tomllib.loads(resource("lexicons", "contrasts.toml"))
    return tuple(
        _group(row, ladder=name == "ladder" and not row.get("both", False))
        for name in ("class", "ladder")
        for row in found[name]
    )


def _group(row: Mapping[str, Any], *, ladder: bool) -> Group:
    steps: dict[str, int] = {}
    for number, words in enumerate(row["steps"]):
        steps |= dict.fromkeys(words, number)
    longest = sorted([*steps, *row.get("names", ())], key=len, reverse=True)
    return Group(
        row["kind"],
        ladder,
        steps,
        re.compile(f"(?<![不未没非无])(?:{'|'.join(map(re.escape, longest))})"),
    )


@lru_cache(maxsize=1)
def judged() -> re.Pattern[str]:
    """Every word of every group: what is judged is left out where the place is looked for."""
    words = {word for group in groups() for word in group.steps}
    return re.compile("|".join(map(re.escape, sorted(words, key=len, reverse=True))))
