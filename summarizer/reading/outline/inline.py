"""Enumerations in running text: 一是…二是…, 第一，…第二，…, ①…②…"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from summarizer.reading.outline.markers import (
    INLINE_FAMILIES,
    Family,
    Marker,
    alternation,
    number_of,
)

# A quotation or a title is one token, so that nothing inside it can be taken for a marker.
_INLINE = re.compile(
    r"《[^》\n]{0,150}》|“[^”\n]{0,250}”"
    rf"|(?<![^\n。;:!?,…”’)》—])(?:{alternation(INLINE_FAMILIES)})|(?P<circle>[①-⑳])"
)
_CIRCLE = INLINE_FAMILIES[-1]
_WEAK = ",)”’》"
_LAST = "最后"


@dataclass(frozen=True, slots=True)
class Item:
    """An inline unit: its marker and its depth below the block unit, from 0."""

    marker: Marker
    depth: int


@dataclass(frozen=True, slots=True)
class _Candidate:
    start: int
    end: int
    family: Family
    number: int | None
    weak: bool


def inline_candidates(text: str, start: int, end: int) -> list[_Candidate]:
    """Everything in the view range `[start, end)` that has the form of an inline marker."""
    found = []
    for match in _INLINE.finditer(text, start, end):
        if match.lastgroup is None:
            continue
        place = match.start()
        found.append(
            _Candidate(
                place,
                match.end(),
                _CIRCLE
                if match.lastgroup == "circle"
                else INLINE_FAMILIES[int(match.lastgroup[1:])],
                number_of(match[0]),
                weak=place > start and text[place - 1] in _WEAK,
            )
        )
    return found


def inline_items(candidates: Sequence[_Candidate], breaks: Sequence[int]) -> list[Item]:
    """The items that `candidates`, all of one block unit, form; `breaks` are paragraph starts.

    An enumeration starts with its first item. Of the strict families, and after a comma, it must
    also go on to a second one. An item is nested in another only when its family differs.
    """
    goes_on = _goes_on(candidates)
    items: list[Item] = []
    stack: list[tuple[Family, int, int]] = []
    for index, candidate in enumerate(candidates):
        family, number = candidate.family, candidate.number
        depth = next((d for d, (open_, _, _) in enumerate(stack) if open_ is family), None)
        paragraph = bisect_right(breaks, candidate.start)
        if depth is not None:
            last = stack[depth][1]
            if number is None:
                number = last + 1
            if candidate.weak and number != last + 1:
                continue
            if number == 1 and not goes_on[index] and paragraph == stack[depth][2]:
                continue
            del stack[depth:]
        else:
            if number != 1 or (not goes_on[index] and (family.strict or candidate.weak)):
                continue
            if stack and paragraph != stack[-1][2]:
                stack.clear()
            depth = len(stack)
        stack.append((family, number, paragraph))
        items.append(Item(Marker(candidate.start, candidate.end, family, number), depth))
    return items


def _goes_on(candidates: Sequence[_Candidate]) -> list[bool]:
    """For each candidate, whether a second item of its family follows somewhere."""
    result = [False] * len(candidates)
    twos: set[str] = set()
    for index in range(len(candidates) - 1, -1, -1):
        name = candidates[index].family.name
        result[index] = name in twos
        if candidates[index].number in (2, None):
            twos.add(name)
        elif candidates[index].number == 1:
            twos.discard(name)
    return result
