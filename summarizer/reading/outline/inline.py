"""Enumerations in running text: 一是…二是…, 第一，…第二，…, ①…②…"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from summarizer.patterns import lazy
from summarizer.reading.outline.markers import (
    INLINE_FAMILIES,
    NUMERALS,
    Family,
    Marker,
    alternation,
    number_of,
)

# A quotation or a title is one token, so that nothing inside it can be taken for a marker.
_INLINE = re.compile(
    # The first characters of all alternatives: most positions are ruled out at once.
    rf"(?=[《“(第首其再最\d①-⑳⑴-⒇{NUMERALS}])(?:"
    r"《[^》\n]{0,150}》|“[^”\n]{0,250}”"
    rf"|(?<![^\n。;:!?,、…”’)》—])(?:{alternation(INLINE_FAMILIES[:-1])})"
    rf"|(?P<circle>{INLINE_FAMILIES[-1].pattern})"
    # An enumeration that completes a clause: 将一要…、二要…
    r"|(?:(?<=[将应须需])|(?<=做到|坚持|着力|重点|主要|必须|就是|包括))"
    rf"一(?:(?P<is>是(?![{NUMERALS}][,，。;、]))|(?P<must>要))"
    # The first unit behind a heading without a full stop.
    r"|(?P<behind>\(一\)))"
)
_NAMED = {
    "circle": INLINE_FAMILIES[-1],
    "is": next(family for family in INLINE_FAMILIES if family.name == "is"),
    "must": next(family for family in INLINE_FAMILIES if family.name == "must"),
    "behind": next(family for family in INLINE_FAMILIES if family.name == "inline-parenthesis"),
}
_RAISED = ("关于", "针对", "“")
_SHORT_HEADING = lazy(rf"[{NUMERALS}]{{1,3}}、[^\n,。;:()“”]{{2,24}}\Z")
_CIRCLE = _NAMED["circle"]
_WEAK = ",、)”’》"
# Families that may stand behind 、 too, and the one that needs a sentence end before it.
_IN_LISTS = frozenset({"is", "must", "first", "inline-circle"})
# Labels whose lists are notes and attachments.
_NO_LISTS = ("注:", "附件:", "附:", "附表:")
_AFTER_SENTENCES = "inline-comma"
_LAST = "最后"


class Item(NamedTuple):
    """An inline unit: its marker and its depth below the block unit, from 0."""

    marker: Marker
    depth: int


class Candidate(NamedTuple):
    """What has the form of an inline marker; `weak` where no sentence or clause ends before."""

    start: int
    end: int
    family: Family
    number: int | None
    weak: bool


def inline_candidates(text: str, start: int, end: int) -> list[Candidate]:
    """Everything in the view range `[start, end)` that has the form of an inline marker."""
    found = []
    for match in _INLINE.finditer(text, start, end):
        group = match.lastgroup
        if group is None:
            continue
        named = _NAMED.get(group)
        family = named or INLINE_FAMILIES[int(group[1:])]
        place = match.start()
        before = text[place - 1] if place > start else "\n"
        weak = before in _WEAK or (named is not None and named is not _CIRCLE)
        if (
            (before == "、" and family.name not in _IN_LISTS)
            or (weak and family.name == _AFTER_SENTENCES)
            or (before == ":" and text.endswith(_NO_LISTS, max(start, place - 4), place))
            or (group == "behind" and not _behind_heading(text, place, match.end(), end))
        ):
            continue
        found.append(Candidate(place, match.end(), family, number_of(match[0]), weak))
    return found


def _behind_heading(text: str, place: int, end: int, limit: int) -> bool:
    """Whether （一） stands right behind the heading of its section."""
    before, after = text[place - 1 : place], text[end : min(end + 1, limit)]
    if not ("\u4e00" <= before <= "\u9fff" and ("\u4e00" <= after <= "\u9fff" or after == "“")):
        return False
    if text.startswith(_RAISED, end):
        return True
    line = text.rfind("\n", max(0, place - 30), place) + 1
    return _SHORT_HEADING.match(text[line:place]) is not None


def inline_items(candidates: Sequence[Candidate], breaks: Sequence[int]) -> list[Item]:
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
            if family is _CIRCLE and 1 < number <= last:
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


def _goes_on(candidates: Sequence[Candidate]) -> list[bool]:
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
