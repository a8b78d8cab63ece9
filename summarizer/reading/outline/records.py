"""What the outline grammar yields."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from summarizer.spans import Range

Tense = Literal["result", "plan", "problem"]
"""What a text tells: what was done, what is intended, or what still falls short."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A numbered unit of a report, with everything below it.

    `id` is the dotted path of positions; `marker` is as printed without white space, and empty
    for the single unit of a text that has no outline. `inline` units are enumerated in running
    text (一是…二是…). `text_span` is the unit's own running text: after marker and heading, up to
    its first child. `own` are all paragraphs (and the rest of a line) that belong to the unit and
    to none of its children: its lead and what closes it, markers and headings left out. `tense` is
    what the unit tells as a whole; None where it does not say. `ahead` is where its paragraphs turn
    to a time to come, which the rest of them is about. The unit `0` (level 0, no marker) is what
    stands before the first unit.
    """

    id: str
    level: int
    marker: str
    marker_span: Range
    inline: bool
    span: Range
    text_span: Range
    heading: str | None = None
    heading_span: Range | None = None
    problem: str | None = None
    problem_span: Range | None = None
    tense: Tense | None = None
    ahead: int | None = None
    own: tuple[Range, ...] = ()
    children: tuple[Unit, ...] = ()

    @property
    def plan(self) -> bool:
        """True where the unit tells only what is intended."""
        return self.tense == "plan"

    @property
    def is_leaf(self) -> bool:
        """True where the unit gives a measure."""
        return not self.children

    @property
    def is_article(self) -> bool:
        """True for an article of a law or of rules: 第二条."""
        return self.marker.startswith("第") and self.marker.endswith("条")

    def walk(self) -> Iterator[Unit]:
        """This unit and all below it, in reading order."""
        stack = [self]
        while stack:
            unit = stack.pop()
            yield unit
            stack.extend(reversed(unit.children))


@dataclass(frozen=True, slots=True)
class NumberingOddity:
    """A marker that skips, repeats or goes back, kept as printed."""

    kind: Literal["skip", "repeat", "back"]
    unit_id: str
    marker: str
    expected: str
    span: Range


@dataclass(frozen=True, slots=True)
class Outline:
    """The units of a report in reading order, and the oddities of their numbering."""

    units: tuple[Unit, ...]
    oddities: tuple[NumberingOddity, ...] = ()

    def walk(self) -> Iterator[Unit]:
        """Every unit, in reading order."""
        for unit in self.units:
            yield from unit.walk()

    def leaves(self) -> list[Unit]:
        """The measures, in reading order."""
        return [unit for unit in self.walk() if unit.is_leaf]

    @property
    def is_law(self) -> bool:
        """True for a text more than half of which is articles: its norms are not left to do."""
        whole = sum(unit.span.end - unit.span.start for unit in self.units)
        articles = (unit.span for unit in self.walk() if unit.is_article)
        return 2 * sum(span.end - span.start for span in articles) > whole
