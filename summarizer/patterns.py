"""Regular expressions that are compiled at their first use, and once for all runs.

The grammars hold some 700 expressions with large sets of characters: compiling them took two
fifths of a short run. A drop-in for `re` (`from summarizer import patterns as re`): `compile`
gives a pattern that is compiled when it is first used; what that made is taken from a table beside
the bytecode of this package, where the command line keeps it (`patterns_kept`).

Only for expressions that are the program's own, never for such as are made of a text.
"""

from __future__ import annotations

import re
from re import DOTALL, IGNORECASE, MULTILINE, Match, Pattern, escape, findall, finditer, fullmatch
from re import M as M
from re import search as search
from re import split as split
from re import sub as sub
from typing import Any, cast

from summarizer import patterns_kept

__all__ = [
    "DOTALL",
    "IGNORECASE",
    "MULTILINE",
    "Lazy",
    "M",
    "Match",
    "Pattern",
    "compile",
    "escape",
    "findall",
    "finditer",
    "fullmatch",
    "lazy",
    "search",
    "split",
    "sub",
]

_METHODS = ("match", "fullmatch", "search", "finditer", "findall", "split", "sub", "subn")


class Lazy:
    """Stands for a compiled pattern; holds its methods once one of them is called."""

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern, self.flags = pattern, flags

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        compiled = patterns_kept.compiled(self.pattern, int(self.flags))
        self.__dict__.update((method, getattr(compiled, method)) for method in _METHODS)
        return getattr(compiled, name)


def lazy(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """`re.compile`, put off until the pattern is used; an invalid one raises only then."""
    return cast("re.Pattern[str]", Lazy(pattern, flags))


compile = lazy
