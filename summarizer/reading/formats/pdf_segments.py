"""Pieces of the lines of a PDF page, and the columns of prose in which they stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from summarizer.reading.formats.pdf_tables import Filled

# Two columns: that many lines and that share of a page's lines leave the same gutter free, with
# prose on both sides (a row of a table has short cells).
_FEWEST_LINES = 5
_GUTTER_SHARE = 0.5  # two columns of prose leave their gap on most rows
PROSE = 8  # characters beside a gap: cells are shorter


@dataclass(slots=True)
class Segment:
    """A piece of a line that no wide gap parts; `top` and `bottom` grow upward, as in the file."""

    text: str
    left: float
    right: float
    bottom: float
    top: float
    table: Filled | None = None  # in place of words: a ruled table

    @property
    def height(self) -> float:
        return self.top - self.bottom


Line = list[Segment]


def gutter_of(lines: Sequence[Line]) -> float | None:
    """Where two columns of prose are parted, None on a page of one."""
    gaps = [
        (before.right, after.left)
        for line in lines
        if len(line) == 2
        for before, after in [line]
        if len(before.text) >= PROSE and len(after.text) >= PROSE
    ]
    rows = len({round(line[0].bottom) for line in lines})
    if len(gaps) < max(_FEWEST_LINES, _GUTTER_SHARE * rows):
        return None
    middle = median([(left + right) / 2 for left, right in gaps])
    free = sum(1 for left, right in gaps if left < middle < right)
    return middle if free >= 0.9 * len(gaps) else None


def by_columns(lines: Sequence[Line], gutter: float) -> list[Line]:
    """The left column before the right one, between lines that reach over both."""
    result: list[Line] = []
    left: list[Line] = []
    right: list[Line] = []
    for line in lines:
        if any(segment.left < gutter < segment.right for segment in line):
            result += [*left, *right, line]
            left, right = [], []
            continue
        beside = [segment for segment in line if segment.left >= gutter]
        before = [segment for segment in line if segment.left < gutter]
        left += [before] if before else []
        right += [beside] if beside else []
    return [*result, *left, *right]
