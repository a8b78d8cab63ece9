"""Paragraphs side by side that each open with a heading: 采矿业支撑稳固。从三大门类看，….

The heading is a short sentence of one clause that gives no measure; the paragraph goes on with what
it is about. One such paragraph is prose like any other: only where every paragraph of a section,
behind what leads it and before what closes it or its numbered units, opens so, or three in a row
do behind a colon or with the same letters (五年来，…), and others in the text do, they are units.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from summarizer import patterns as re
from summarizer.reading.outline.nodes import Node, trimmed, walk
from summarizer.reading.outline.notations import WHOLE
from summarizer.reading.outline.tokens import PLAIN_DEPTH, heading_token

_HEADING = re.compile(r"(?P<said>[^\n。;:!?,]{4,25})。(?=[^\n ])")
_CLAUSES = re.compile(r"(?P<said>[^\n。;:!?]{6,40})。(?=[^\n ])")  # where several open alike
# What is measured is told, and heads nothing; so is what somebody says, or when.
_MEASURED = re.compile(r"\d[\d.,]*[余多]?(?:%|亿|万|千|百分点|[元吨人户家件起次倍名亩])")
_TELLS = re.compile(
    r"(?:我|(?:刚刚)?过去|这|那|该|其|此|他|它|同时|目前|当前|现在|今[年天]|去年|近年|截[至止]|全[年国省市县区]|年末|会议|同志|各[位地级]|\d{4}年)"
)
_GOES_ON = 3  # times as long as its heading: the rest of the paragraph
_SIDE_BY_SIDE = 2  # paragraphs of one section
_LED = 3  # paragraphs behind a colon, or whose headings open alike, whatever stands around them
_ALIKE = 3  # letters: 五年来, 上市公
_FEWEST = 4  # in the whole text: two may open alike by chance
_MOST = 10_000  # of one section: as many units as a text of markers may have
_MOST_AROUND = 2  # paragraphs that lead a section, or close it


def with_run_ins(text: str, breaks: Sequence[int], roots: Sequence[Node]) -> None:
    """Give every section of such paragraphs a unit for each."""
    found = [(node, run) for node in walk(roots) if (run := _run(text, breaks, node))]
    if sum(len(run) for _, run in found) < _FEWEST:
        return
    for node, run in found:
        _part(text, breaks, node, run)


def _run(text: str, breaks: Sequence[int], node: Node) -> range:
    """The paragraphs, by number, that open with a heading; none where that is no series.

    None either in a text without any number, where nothing says what a paragraph is.
    """
    if node.inline or node.token.key == WHOLE.key:
        return range(0)
    blocks = [child for child in node.children if not child.inline]
    first = bisect_left(breaks, blocks[-1].end) if blocks else node.token.paragraph + 1
    last = first
    while last < len(breaks) and breaks[last] < node.end:
        last += 1
    counted = {child.start for child in node.children}  # 一是…。, a unit of its own as it is
    free = range(first, last)
    led = _led(text, breaks, node, free) or _parallel(text, breaks, node, free)
    led = led or _before(text, breaks, node, blocks)
    if led or blocks:
        return range(0) if any(breaks[place] in counted for place in led) else led
    headed = [place for place in range(first, last) if _is_headed(text, breaks[place], node.end)]
    if any(breaks[place] in counted for place in headed):
        return range(0)
    if len(headed) < _SIDE_BY_SIDE or headed[-1] - headed[0] + 1 != len(headed):
        return range(0)
    if headed[0] - first > _MOST_AROUND or last - 1 - headed[-1] > _MOST_AROUND:
        return range(0)
    return range(headed[0], headed[-1] + 1)


def _before(
    text: str, breaks: Sequence[int], node: Node, blocks: Sequence[Node]
) -> range:
    """The paragraphs between the lead of a section and its numbered units, each with a heading."""
    first = node.token.paragraph + 1
    last = bisect_left(breaks, blocks[0].start) if blocks else first
    headed = [place for place in range(first, last) if _is_headed(text, breaks[place], node.end)]
    if len(headed) < _LED or headed[-1] - headed[0] + 1 != len(headed):
        return range(0)
    if headed[0] - first > _MOST_AROUND or last - 1 - headed[-1] > _MOST_AROUND:
        return range(0)
    return range(headed[0], headed[-1] + 1)


def _led(text: str, breaks: Sequence[int], node: Node, free: range) -> range:
    """The paragraphs behind one that ends in a colon, each with a heading: 突出表现在：."""
    for lead in free[:-1]:
        if text[breaks[lead + 1] - 2] != ":":
            continue
        stop = lead + 1
        while stop in free and _is_headed(text, breaks[stop], node.end):
            stop += 1
        if stop - lead > _LED:
            return range(lead + 1, stop)
    return range(0)


def _parallel(text: str, breaks: Sequence[int], node: Node, free: range) -> range:
    """The first paragraphs in a row whose headings open alike: 五年来，…不断显现。"""
    for begin in free:
        opening = text[breaks[begin] : breaks[begin] + _ALIKE]
        stop = begin
        while (
            stop in free
            and text.startswith(opening, breaks[stop])
            and _is_headed(text, breaks[stop], node.end, _CLAUSES)
        ):
            stop += 1
        if stop - begin >= _LED:
            return range(begin, stop)
    return range(0)


def _is_headed(
    text: str, start: int, end: int, form: re.Pattern[str] = _HEADING
) -> bool:
    heading = form.match(text, start, end)
    if heading is None or _MEASURED.search(heading["said"]) or _TELLS.match(heading["said"]):
        return False
    line = text.find("\n", heading.end(), end)
    rest = (line if line >= 0 else end) - heading.end()
    return rest >= _GOES_ON * len(heading["said"])


def _part(text: str, breaks: Sequence[int], node: Node, run: range) -> None:
    """Put units for the paragraphs of a run under a node, its items under theirs."""
    inner, node.children = node.children, []
    run = run[:_MOST]
    stop = breaks[run.stop] if run.stop < len(breaks) else node.end
    end = min(stop, node.end)
    units: list[Node] = []
    for number, place in enumerate(run, start=1):
        token = heading_token(breaks[place], place, PLAIN_DEPTH)
        units.append(Node(token, number, inline=False, fresh=number == 1))
    starts = [child.start for child in inner]
    before, rest = bisect_left(starts, units[0].start), bisect_left(starts, end)
    low = before
    for unit, after in zip(units, [*(unit.start for unit in units[1:]), end], strict=True):
        unit.end = unit.own_end = trimmed(text, after, unit.start)
        high = bisect_left(starts, after, low)
        unit.children = inner[low:high]
        low = high
        if unit.children:
            unit.own_end = trimmed(text, unit.children[0].start, unit.start)
    node.children = [*inner[:before], *units, *inner[rest:]]
    node.own_end = trimmed(text, node.children[0].start, node.token.end)
