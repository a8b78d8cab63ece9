"""Units that follow each other within a paragraph: （1）…。（2）…。 or a whole text on one line."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

from summarizer.reading.outline.inline import Candidate
from summarizer.reading.outline.markers import BLOCK_FAMILIES, RUNNING_ON, Family, Marker

_COMMA = next(family for family in BLOCK_FAMILIES if family.name == "comma")
_INLINE_COMMA = RUNNING_ON[_COMMA.name]
_RUNNING = frozenset(RUNNING_ON.values())
_BRACKETED = frozenset({"inline-parenthesis", "inline-digit", "inline-circle"})
_STRONG = "。;:!?"


def running_units(
    text: str, markers: Sequence[Marker], candidates: Sequence[Candidate], breaks: Sequence[int]
) -> list[Marker]:
    """Those of `candidates` that are siblings of block units, in order.

    A paragraph that opens with a block marker goes on with the next number of its family after
    the end of a sentence or clause; the number one in between starts a list inside. A chain 一、
    二、 after sentence ends stands for the paragraphs that its text has lost.
    """
    opening = {marker.start: marker for marker in markers}
    found: list[Marker] = []
    heads: dict[str, tuple[Family, int]] = {}
    paragraph = -1
    for index, candidate in enumerate(candidates):
        name, number = candidate.family.name, candidate.number
        if name not in _RUNNING or number is None:
            continue
        start = breaks[max(0, bisect_right(breaks, candidate.start) - 1)]
        if start != paragraph:
            paragraph = start
            heads = _opened(opening.get(start))
        if candidate.start == start:
            continue
        before = text[candidate.start - 1]
        head = heads.get(name)
        if head is None:
            outer = opening.get(start)
            if (
                name == _INLINE_COMMA
                and number == 1
                and before in _STRONG
                and (outer is None or outer.family.slot <= _COMMA.slot)
                and _goes_on(candidates, index, breaks)
            ):
                head = (_COMMA, 0)
            else:
                continue
        family, latest = head
        if number == latest + 1 and (before in _STRONG or name in _BRACKETED):
            found.append(Marker(candidate.start, candidate.end, family, number))
            heads = {other: held for other, held in heads.items() if held[0].slot < family.slot} | {
                name: (family, number)
            }
        elif number == 1:
            heads.pop(name, None)
    return found


def without_lists(
    text: str, markers: list[Marker], candidates: Sequence[Candidate], breaks: Sequence[int]
) -> list[Marker]:
    """Drop a 一、 that starts a list in running text inside a section: 一、…；二、…；三、…"""
    if sum(1 for marker in markers if marker.family is _COMMA and marker.number == 1) < 2:
        return markers
    lists: set[int] = set()
    for one, two in pairwise(
        candidate for candidate in candidates if candidate.family.name == _INLINE_COMMA
    ):
        if (one.number, two.number) == (1, 2) and text[two.start - 1] == ";":
            place = bisect_right(breaks, one.start)
            if place == bisect_right(breaks, two.start) and breaks[place - 1] == one.start:
                lists.add(one.start)
    kept = []
    within = False
    for marker in markers:
        if marker.family is _COMMA and marker.start in lists and within:
            continue
        within = within or marker.family.slot > _COMMA.slot
        kept.append(marker)
    return kept


def _opened(marker: Marker | None) -> dict[str, tuple[Family, int]]:
    if marker is None or marker.family.name not in RUNNING_ON:
        return {}
    return {RUNNING_ON[marker.family.name]: (marker.family, marker.number)}


def _goes_on(candidates: Sequence[Candidate], index: int, breaks: Sequence[int]) -> bool:
    """Whether 二、 follows a 一、 within its paragraph."""
    following = bisect_right(breaks, candidates[index].start)
    for place in range(index + 1, len(candidates)):
        candidate = candidates[place]
        if following < len(breaks) and candidate.start >= breaks[following]:
            return False
        if candidate.family.name == _INLINE_COMMA:
            return candidate.number == 2
    return False
