"""What stands between the lines of a report: page numbers, running heads, rules, images."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from summarizer import patterns as re
from summarizer.reading.document import NoiseSpan
from summarizer.reading.furniture import ANYWHERE, ANYWHERE_REASONS
from summarizer.reading.lines import Line
from summarizer.reading.reflow import sentence_ended
from summarizer.reading.wrapping import closed
from summarizer.spans import Range

_BARE = re.compile("[0-9]{1,3}")
_DIGITS = re.compile("[0-9０-９]+")
_PROSE_COLUMNS = 30  # fifteen characters, as in joins.py
_LONGEST_HEAD = 80  # forty characters: a running head has one line
_PAGE = "page number"
_HEAD = "running head"


def without_page_furniture(text: str, found: Sequence[Line]) -> tuple[list[Line], list[NoiseSpan]]:
    """The lines that belong to the report, and what was taken out from between them.

    A line that a page break cuts off from the sentence it goes on with is marked so.
    """
    reasons = _reasons(text, found)
    lines: list[Line] = []
    noise: list[NoiseSpan] = []
    interrupted = False
    for index, line in enumerate(found):
        reason = reasons.get(index)
        if reason is not None:
            interrupted = True
            noise.append(NoiseSpan(Range(line.start, line.end), reason))
            continue
        if interrupted and lines and not sentence_ended(text, lines[-1]):
            goes_on = _broken_off(text, lines[-1]) and not (line.marker or line.heading)
            line = line._replace(gap=0 if line.gap else line.gap, goes_on=goes_on)
        interrupted = False
        lines.append(line)
    return lines, noise


def _broken_off(text: str, line: Line) -> bool:
    """Whether a line before a page break stops in the middle of a sentence."""
    return not closed(text, line) and not line.heading and line.columns >= _PROSE_COLUMNS


def _reasons(text: str, lines: Sequence[Line]) -> dict[int, str]:
    reasons: dict[int, str] = {}
    for index, line in enumerate(lines):
        match = ANYWHERE.match(text, line.start, line.end)
        if match is not None and match.lastgroup is not None:
            reasons[index] = ANYWHERE_REASONS[match.lastgroup]
    for index in _bare_numbers(text, lines):
        reasons.setdefault(index, _PAGE)
    reasons.update(dict.fromkeys(_running_heads(text, lines, reasons), _HEAD))
    return reasons


def _bare_numbers(text: str, lines: Sequence[Line]) -> list[int]:
    """Page numbers without any dress: numbers that only grow, on lines of their own.

    What stands before one is the end of a sentence or a whole line of text; numbers that a page
    put on lines of their own in a table or between two words do not grow, or follow short lines.
    """
    bare = [
        (int(text[line.start : line.end]), index)
        for index, line in enumerate(lines)
        if not line.marker
        and line.end - line.start <= 3
        and _BARE.fullmatch(text, line.start, line.end)
    ]
    steps = list(pairwise(number for number, _ in bare))
    if len(bare) > 1 and all(after == before + 1 for before, after in steps):
        return [index for _, index in bare]
    if any(after <= before for before, after in steps):
        return []
    if all(
        0 < index < len(lines) - 1
        and (
            sentence_ended(text, lines[index - 1])
            or (lines[index - 1].columns >= _PROSE_COLUMNS and not lines[index - 1].marker)
            or lines[index - 1].columns >= 2 * _PROSE_COLUMNS
        )
        for _, index in bare
    ):
        return [index for _, index in bare]
    return []


def _running_heads(text: str, lines: Sequence[Line], reasons: dict[int, str]) -> list[int]:
    """Short lines printed again and again next to page numbers."""
    beside = [
        index
        for index, line in enumerate(lines)
        if index not in reasons
        and line.columns <= _LONGEST_HEAD
        and not line.marker
        and _PAGE in (reasons.get(index - 1), reasons.get(index + 1))
        and not closed(text, line)
    ]
    printed = {
        index: _DIGITS.sub("", text[lines[index].start : lines[index].end]) for index in beside
    }
    seen = Counter(printed.values())
    return [index for index in beside if seen[printed[index]] > 2]
