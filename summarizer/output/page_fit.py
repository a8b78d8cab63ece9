"""How many items each part of the one page may have, so that it stays a page."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from summarizer.output.one_page import OnePage

MOST_LINES = 45
"""A printed page, or a terminal window of today: what is seen without scrolling far."""
SHARE = 0.06  # a page of ten thousand characters is told in six hundred
LONG = 15_000
"""Characters of a source that the share holds for; a page of a shorter one is a page all the same,
and its lines bound it."""

Measured = Callable[[OnePage], tuple[int, int]]
"""The lines and characters that a page takes in print."""


@dataclass(frozen=True, slots=True)
class Amounts:
    """Items shown of each part; sections down to `depth`, at most `sections` of them.

    `whole` lets what is open take two lines an item.
    """

    keys: int
    open: int
    look: int
    depth: int
    sections: int
    whole: bool = False


_LEAST = Amounts(keys=2, open=1, look=1, depth=0, sections=3)
# Grown in this order while there is room: the numbers to quote, the first look into the parts,
# then what is open and what is doubtful, then more of everything.
_STAGES = (
    Amounts(keys=8, open=3, look=1, depth=0, sections=12),
    Amounts(keys=8, open=3, look=1, depth=0, sections=12, whole=True),
    Amounts(keys=8, open=3, look=1, depth=1, sections=16, whole=True),
    Amounts(keys=8, open=4, look=2, depth=1, sections=16, whole=True),
    Amounts(keys=8, open=8, look=6, depth=1, sections=16, whole=True),
    Amounts(keys=8, open=8, look=6, depth=2, sections=30, whole=True),
    Amounts(keys=8, open=20, look=12, depth=9, sections=40, whole=True),
)


def fitted(page: OnePage, characters: int, measured: Measured) -> OnePage:
    """The page with as many items as fit a source of so many characters."""
    most = int(characters * SHARE) if characters > LONG else None

    def fits(amounts: Amounts) -> bool:
        lines, size = measured(_cut(page, amounts))
        return lines <= MOST_LINES and (most is None or size <= most)

    amounts = _LEAST
    for stage in _STAGES:
        grew = True
        while grew:
            grew = False
            for larger in _larger(amounts, stage, page):
                if fits(larger):
                    amounts, grew = larger, True
    return _cut(page, amounts)


def _larger(amounts: Amounts, stage: Amounts, page: OnePage) -> Iterator[Amounts]:
    """Each part one item larger than it is, where the stage allows it and the page has it."""
    if amounts.keys < min(stage.keys, len(page.key_figures)):
        yield replace(amounts, keys=amounts.keys + 1)
    if amounts.open < min(stage.open, len(page.open)):
        yield replace(amounts, open=amounts.open + 1)
    if stage.whole and not amounts.whole:
        yield replace(amounts, whole=True)
    if amounts.look < min(stage.look, len(page.look)):
        yield replace(amounts, look=amounts.look + 1)
    # A level of sections is shown whole or not at all: half a level misleads.
    deepest = max((line.depth for line in page.sections), default=0)
    shown = sum(line.depth <= amounts.depth for line in page.sections)
    deeper = sum(line.depth <= amounts.depth + 1 for line in page.sections)
    if amounts.sections < min(shown, stage.sections):
        yield replace(amounts, sections=amounts.sections + 1)
    elif amounts.depth < min(stage.depth, deepest) and deeper <= stage.sections:
        yield replace(amounts, depth=amounts.depth + 1, sections=deeper)


def _cut(page: OnePage, amounts: Amounts) -> OnePage:
    sections = [line for line in page.sections if line.depth <= amounts.depth]
    for place, (line, below) in enumerate(pairwise(sections[: amounts.sections])):
        if line.above and below.depth > line.depth:
            sections[place] = replace(line, text=line.above)
    return replace(
        page,
        key_figures=page.key_figures[: amounts.keys],
        open=page.open[: amounts.open],
        open_whole=amounts.whole,
        look=page.look[: amounts.look],
        sections=tuple(sections[: amounts.sections]),
        open_left=max(0, len(page.open) - amounts.open),
        look_left=max(0, len(page.look) - amounts.look),
        sections_left=max(0, len(sections) - amounts.sections),
    )
