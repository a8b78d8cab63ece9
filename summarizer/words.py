"""Lists of words, from `lexicons/`: read when a pattern that names one is first used.

A list is a text with an entry a line, two blanks between the entry and its example. An entry is a
word, or a pattern of one with its guards: 增(?!值). A test runs every example.
"""

from __future__ import annotations

import tomllib
from functools import cache
from typing import Any, cast

from summarizer import patterns as re
from summarizer.patterns import Lazy
from summarizer.resources import text as resource

_NAMED = re.compile(r"\{([a-z_]+)\}")  # no quantifier of a pattern has letters


@cache
def lists(file: str) -> dict[str, tuple[str, ...]]:
    """The lists of `lexicons/FILE.toml` by their names: the entries of each in their order."""
    return {
        name: tuple(row.partition("  ")[0] for row in rows.splitlines() if row)
        for name, rows in tomllib.loads(resource("lexicons", f"{file}.toml")).items()
    }


class Worded(Lazy):
    """A pattern in which `{name}` stands for the entries of a list, as alternatives."""

    def __init__(self, file: str, template: str) -> None:
        self.file, self.template, self.flags = file, template, 0

    def filled(self, words: dict[str, tuple[str, ...]]) -> str:
        """The expression with these lists. Raises KeyError for one that there is not."""
        return _NAMED.sub(lambda name: "|".join(words[name[1]]), self.template)

    def __getattr__(self, name: str) -> Any:
        if name == "pattern":
            self.pattern = self.filled(lists(self.file))
            return self.pattern
        return super().__getattr__(name)


def worded(file: str, template: str) -> re.Pattern[str]:
    """`re.compile` of a pattern with the lists of `lexicons/FILE.toml`, at its first use."""
    return cast("re.Pattern[str]", Worded(file, template))
