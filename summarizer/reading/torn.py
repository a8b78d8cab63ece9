"""Prose that stands on a line of its own around every number: 2018 / 年 / 6 / 月 / 15 / 日，….

Pages that put each number into an element of its own become such text when they are copied or
converted. Cells that stand one a line look alike; what tells prose is that its lines are clauses,
parted by commas and stops, and that two numbers never meet. Page numbers grow one by one.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from summarizer import patterns as re
from summarizer.reading.characters import LINE_END
from summarizer.reading.lines import Line
from summarizer.reading.reflow import sentence_ended

_NUMBER = re.compile(r"[0-9０-９]{1,12}(?:[.．,，][0-9０-９]{1,12}){0,3}[%％‰]?")
_LINE_END = re.compile(f"[{LINE_END}]")  # a wide gap alone parts cells
_CLAUSES = re.compile("[，。；,;、]")
_OF_A_DATE = frozenset("年月日")
_LEAST_PARTS = 3  # numbered headings: two may be anything
_HEADING = 40  # columns: twenty characters, as headings of parts have
_FEWEST = 5  # numbers: fewer may be anything, and cost little
_MOST_MEETING = 0.1  # of the numbers beside another number or beside no prose: a list among prose


def torn_around_numbers(text: str, lines: Sequence[Line]) -> list[Line] | None:
    """The lines with those marked as going on that a number was torn out of; None where none was.

    `lines` are all lines of the text. A line begins a paragraph all the same where a line was left
    blank above it, or where it follows the end of a sentence or a heading.
    """
    numbers = [
        index
        for index, line in enumerate(lines)
        if _NUMBER.fullmatch(text, line.start, line.end) is not None
        and (not index or _LINE_END.search(text, lines[index - 1].end, line.start) is not None)
    ]
    if len(numbers) < _FEWEST or _growing(text, lines, numbers):
        return None
    torn = sum(_in_prose(text, lines, index) for index in numbers)
    if torn < len(numbers) * (1 - _MOST_MEETING):
        return None
    result = list(lines)
    for index in numbers:
        if index and not _begins(text, lines, index):
            result[index] = result[index]._replace(goes_on=True)
        if index + 1 < len(lines) and not lines[index + 1].gap:
            result[index + 1] = result[index + 1]._replace(goes_on=True, marker=False)
    return result


def _growing(text: str, lines: Sequence[Line], numbers: Sequence[int]) -> bool:
    """Whether most numbers are one more than the last, as those of pages are."""
    values = [text[lines[index].start : lines[index].end] for index in numbers]
    steps = list(pairwise(int(value) if value.isdecimal() else 0 for value in values))
    return sum(after == before + 1 for before, after in steps) * 2 > len(steps)


def _in_prose(text: str, lines: Sequence[Line], index: int) -> bool:
    beside = [lines[at] for at in (index - 1, index + 1) if 0 <= at < len(lines)]
    told = [text[line.start : line.end] for line in beside]
    return not any(_NUMBER.fullmatch(words) for words in told) and any(
        words in _OF_A_DATE or _CLAUSES.search(words) for words in told
    )


def _begins(text: str, lines: Sequence[Line], index: int) -> bool:
    """Whether the number on this line opens a paragraph."""
    before, line = lines[index - 1], lines[index]
    if line.gap or before.heading or sentence_ended(text, before):
        return True
    # Below a heading the text may begin with a year, its marker aside.
    dated = text.startswith("年", lines[index + 1].start) if index + 1 < len(lines) else False
    return dated and before.marker and not _CLAUSES.search(text, before.start + 3, before.end)


def with_their_numbers(text: str, lines: Sequence[Line]) -> list[Line]:
    """The lines, with headings that stand below their number put beside it: 01 / 综合.

    Such numbers count on from one through the text, each behind the end of a sentence and above a
    short line; numbers of pages stand in the middle of the text. White space parts the two still.
    """
    places = _counting(text, lines)
    if len(places) < _LEAST_PARTS:
        return list(lines)
    result = list(lines)
    for place in places:
        result[place] = lines[place]._replace(marker=True)
        result[place + 1] = lines[place + 1]._replace(goes_on=True, heading=True)
    return result


def _counting(text: str, lines: Sequence[Line]) -> list[int]:
    """The lines of the numbers 1, 2, 3 … that stand above a heading of their own."""
    found: list[int] = []
    for at, line in enumerate(lines[:-2]):
        words = text[line.start : line.end]
        if not words.isdecimal() or len(words) > 2 or int(words) != len(found) + 1:
            continue
        below, after = lines[at + 1], lines[at + 2]
        short = below.columns <= _HEADING and after.columns > _HEADING
        closed = not found or sentence_ended(text, lines[at - 1])
        if short and closed and not sentence_ended(text, below) and not below.marker:
            found.append(at)
    return found
