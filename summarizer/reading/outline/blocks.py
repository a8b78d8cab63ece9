"""Numbered units that start a paragraph."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from summarizer.patterns import lazy
from summarizer.reading.document import Document
from summarizer.reading.outline.markers import (
    BLOCK_FAMILIES,
    NUMERALS,
    PROBLEM,
    Family,
    Marker,
    alternation,
    number_of,
    opens_heading,
)

_BLOCK = re.compile(rf"^(?:{alternation(BLOCK_FAMILIES)})", re.MULTILINE)
_DIVISION = lazy(rf"第[{NUMERALS}]{{1,3}}[章节]")
_DIVISIONS = 30
_MANY = 3
_CONTENTS_REACH = 400
_PLAIN = Family("plain", 40, "")
_PLAIN_HEADING = lazy(r"(?=[^\n]*[\u4e00-\u9fff])[^\n。;:!?]{4,40}\n[^\n]{0,200}。")
_PERIOD_HEADING = re.compile(
    r"[^\n。;:!?]{0,12}(?:20\d\d年|“十[一二三四五六七八九]?五”)[^\n。;:!?]{0,24}"
    r"(?:回顾|成就|成绩|目标|任务|工作|安排|要求)\n[^\n]{0,200}。"
)
_HIGHER = frozenset({"comma", "parenthesis"})
_NOTES = frozenset({"dot", "digit-comma"})
_TABLE = lazy(r"(?:专栏|附?表|图)\s?\d|备?注:")
_HASHES = lazy(r"(#{1,6})[ \t\u3000*_]*\Z")


def block_markers(document: Document, start: int, end: int) -> list[Marker]:
    """The markers of block units in the view range `[start, end)`, in order.

    A strict family counts only where its numbering starts at one and goes on to two: a paragraph
    that begins with 第三条 or ② by chance is none.
    """
    markers = _without_contents(
        document.view.text, list(_candidates(document.view.text, start, end))
    )
    seen: dict[str, set[int]] = {}
    for marker in markers:
        seen.setdefault(marker.family.name, set()).add(marker.number)
    kept = _without_notes(
        document.view.text,
        [
            marker
            for marker in markers
            if not marker.family.strict or {1, 2} <= seen[marker.family.name]
        ],
    )
    return _problems_above(kept)


def _problems_above(markers: list[Marker]) -> list[Marker]:
    """Rank 问题一： above 一、 or （一） where these start anew below each problem."""
    below = Counter(
        after.family.slot
        for before, after in pairwise(markers)
        if before.family.name == PROBLEM and after.family.name in _HIGHER and after.number == 1
    )
    outer = min((slot for slot, times in below.items() if times > 1), default=0)
    if not outer:
        return markers
    return [
        marker._replace(family=marker.family._replace(slot=outer - 1))
        if marker.family.name == PROBLEM
        else marker
        for marker in markers
    ]


def _without_notes(text: str, markers: list[Marker]) -> list[Marker]:
    """Drop the notes below a table that go on from a first one inside it: 2. 3. 4."""
    kept: list[Marker] = []
    noted: Marker | None = None
    for marker in markers:
        if marker.family.name not in _NOTES or marker.number < 2:
            noted = None
        elif (
            marker.number == noted.number + 1
            if noted is not None
            else marker.number == 2
            and _TABLE.match(text, _paragraph_before(text, marker.start)) is not None
        ):
            noted = marker
            continue
        kept.append(marker)
    return kept


def _paragraph_before(text: str, start: int) -> int:
    return text.rfind("\n", 0, max(0, start - 1)) + 1


def _without_contents(text: str, markers: list[Marker]) -> list[Marker]:
    """Drop a table of contents: headings without a sentence between them, then all over again."""
    markers = [
        marker
        for marker in markers
        if not marker.family.strict
        or marker.family.slot > _DIVISIONS
        or len(_DIVISION.findall(text, marker.end, _paragraph_end(text, marker.end))) < _MANY
    ]
    for again in range(1, len(markers)):
        marker = markers[again]
        if "。" in text[markers[again - 1].start : marker.start]:
            break
        if (marker.family, marker.number) == (markers[0].family, markers[0].number):
            return markers[again:]
    return markers


def _paragraph_end(text: str, position: int) -> int:
    end = text.find("\n", position)
    return min(len(text) if end < 0 else end, position + _CONTENTS_REACH)


def _candidates(text: str, start: int, end: int) -> Iterator[Marker]:
    for match in _BLOCK.finditer(text, start, end):
        family = BLOCK_FAMILIES[int((match.lastgroup or "f0")[1:])]
        number = number_of(match[0])
        if family.heading and not opens_heading(text[match.end() : min(match.end() + 1, end)]):
            continue
        if number is not None:
            yield Marker(match.start(), match.end(), family, number)


def plain_headings(text: str, starts: Sequence[int], markers: Sequence[Marker]) -> list[Marker]:
    """Headings without numbers above numbered units.

    Such a heading is a short paragraph without a full stop above running text; where the text
    has 一、 too, it must name a period. One alone is none.
    """
    if not markers or any(marker.family.slot <= _PLAIN.slot for marker in markers):
        return []
    numbered = any(marker.family.name == "comma" for marker in markers)
    pattern = _PERIOD_HEADING if numbered else _PLAIN_HEADING
    known = {marker.start for marker in markers}
    found = [
        Marker(start, start, _PLAIN, index)
        for index, start in enumerate(starts, start=1)
        if start not in known and pattern.match(text, start)
    ]
    return found if len(found) > 1 else []


def markdown_heading(document: Document, source_start: int) -> tuple[int, int] | None:
    """Depth of the Markdown heading whose text starts at a source offset, and where its # are."""
    line = document.text.rfind("\n", max(0, source_start - 24), source_start) + 1
    found = _HASHES.search(document.text, max(line, source_start - 24), source_start)
    return (len(found[1]), found.start(1)) if found else None


def heading_family(depth: int) -> Family:
    """The family of Markdown headings of a depth; they stand above all numbered units."""
    return Family(f"markdown-{depth}", depth - 10, "")
