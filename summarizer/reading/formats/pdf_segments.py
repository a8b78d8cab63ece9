"""Pieces of the lines of a PDF page, and the columns of prose in which they stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from summarizer.reading.characters import display_width
from summarizer.reading.formats.pdf_tables import Filled

# Two columns: that many lines and that share of a page's lines leave the same gutter free, with
# prose on both sides (a row of a table has short cells).
_FEWEST_LINES = 5
_GUTTER_SHARE = 0.5  # two columns of prose leave their gap on most rows
PROSE = 8  # characters beside a gap: cells are shorter
# A table without rules: so many lines of several pieces, with a name on a line or two between.
_FEWEST_ROWS = 3
_BETWEEN = 2
_FEWEST_CHARACTERS = 3  # of a piece by which characters are measured: one alone is uneven


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


def by_place(lines: Sequence[Line]) -> dict[int, str]:
    """The lines of tables without rules, by identity, each with its cells as far apart as printed.

    Those are lines of several pieces that follow each other; their places tell the columns.
    """
    result: dict[int, str] = {}
    run: list[Line] = []
    single = 0
    for line in [*lines, []]:
        if len(line) > 1:
            run.append(line)
            single = 0
        elif line and line[0].table is None and single < _BETWEEN:
            run.append(line)
            single += 1
        else:
            several = [each for each in run if len(each) > 1]
            if len(several) >= _FEWEST_ROWS:
                result |= _spread(run, several)
            run, single = [], 0
    return result


def _spread(run: Sequence[Line], several: Sequence[Line]) -> dict[int, str]:
    """Lines printed as wide as they stand: a half of a Chinese character is one blank."""
    widths = [
        (piece.right - piece.left) / display_width(piece.text)
        for line in several
        for piece in line
        if len(piece.text) >= _FEWEST_CHARACTERS
    ]
    if not widths or median(widths) <= 0:
        return {}
    unit = median(widths)
    margin = min(line[0].left for line in run)
    result: dict[int, str] = {}
    for line in run:
        words = ""
        for piece in line:
            place = round((piece.left - margin) / unit)
            gap = place - display_width(words)
            words += " " * (max(gap, 2) if words else max(gap, 0)) + piece.text
        if len(line) > 1 or words.startswith("  "):
            result[id(line)] = words
    return result
