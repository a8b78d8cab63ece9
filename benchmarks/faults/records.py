"""What the benchmark works on: a faithful statement, its scope in the source, and a fault."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from random import Random
from typing import Literal

Role = Literal["measure", "section", "overview"]
Expect = Literal["supported", "approximated", "derived"]
Split = Literal["tune", "held-out"]


def digest(*parts: str) -> int:
    """A number that is the same on every machine and run."""
    return int.from_bytes(hashlib.sha256("|".join(parts).encode()).digest()[:8], "big")


@dataclass(frozen=True, slots=True)
class Faithful:
    """A true statement about one unit, or about the whole report where `unit` is empty.

    `origin` tells who wrote it: `paraphrase` and `overall` are by hand, `sentence` is the
    source's own, `extractive` and `recorded` come from the engines. `uses` names the equivalences
    it relies on.
    """

    report: str
    unit: str
    role: Role
    text: str
    origin: str
    expect: Expect = "supported"
    uses: tuple[str, ...] = ()

    @property
    def split(self) -> Split:
        """By unit, so that no unit of the held-out half is seen while tuning."""
        key = self.unit or (self.text if self.uses else self.origin)
        return "tune" if digest("split", self.report, key) % 2 else "held-out"


@dataclass(frozen=True, slots=True)
class Scope:
    """What is known of the source around a statement, read without the package's grammars.

    `text` is the unit's own text without layout white space, `numbers` every number in it.
    `titles` and `foreign_titles` are with their 《》; `foreign_figures` are (number, rest) as
    printed in other measures of the report. `problem` is the problem that the unit answers.
    """

    text: str
    numbers: frozenset[Decimal]
    titles: frozenset[str]
    foreign_titles: tuple[str, ...]
    foreign_figures: tuple[tuple[str, str], ...]
    problem: str | None
    plan: bool


@dataclass(frozen=True, slots=True)
class Fault:
    """A statement made false in one respect; `change` tells what was done."""

    kind: int
    base: Faithful
    text: str
    change: str


Variant = tuple[str, str]
Injector = Callable[[Faithful, Scope, Random], Iterator[Variant]]
"""Yields (faulted text, what was changed), nothing where the fault does not apply."""
