"""Markers → a tree of units: which holds which, and where each ends."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field

from summarizer.patterns import lazy
from summarizer.reading.document import Document
from summarizer.reading.outline.blocks import (
    block_markers,
    heading_family,
    markdown_heading,
    plain_headings,
)
from summarizer.reading.outline.inline import Candidate, inline_candidates, inline_items
from summarizer.reading.outline.markers import Family, Marker
from summarizer.reading.outline.running import running_units, without_lists

_HEADING_ONLY = 45
_ADDRESS = lazy(r"各位|同志们")


@dataclass(slots=True)
class Node:
    """A unit while the outline is built; all positions in the view.

    `own_end` is where the unit's own text ends: at its first child, or with the unit.
    """

    marker: Marker
    inline: bool
    end: int = 0
    own_end: int = 0
    children: list[Node] = field(default_factory=list)


class Tree:
    """The units in the view range `[start, end)` of a document."""

    def __init__(self, document: Document, start: int, end: int) -> None:
        self._document = document
        self._view = document.view
        self._text = document.view.text
        self._start, self._end = start, end
        self._breaks = _paragraph_starts(self._text, start, end)
        self._starts = frozenset(self._breaks)

    def grow(self) -> list[Node]:
        """Block units first, then what is enumerated in the own text of each."""
        candidates = inline_candidates(self._text, self._start, self._end)
        roots = self._blocks(candidates)
        if not roots:
            whole = Marker(self._start, self._start, Family("whole", 0, ""), 1)
            roots = [Node(whole, inline=False, end=self._end, own_end=self._end)]
        self._inline(roots, candidates)
        return roots

    def paragraph_end(self, position: int, limit: int) -> int:
        """The end of the paragraph that holds `position`, at most `limit`."""
        following = bisect_right(self._breaks, position)
        end = self._breaks[following] - 1 if following < len(self._breaks) else self._end
        return min(end, limit)

    def _blocks(self, candidates: list[Candidate]) -> list[Node]:
        markers = block_markers(self._document, self._start, self._end)
        markers = without_lists(self._text, markers, candidates, self._breaks)
        running = running_units(self._text, markers, candidates, self._breaks)
        if running:
            markers = sorted([*markers, *running], key=lambda marker: marker.start)
        plain = plain_headings(self._text, self._breaks, markers)
        markers = sorted([*markers, *plain], key=lambda marker: marker.start)
        markers = self._with_markdown(markers)
        roots: list[Node] = []
        stack: list[Node] = []
        for marker in markers:
            stop = self._trimmed(marker.start)
            if stack and not stack[-1].own_end:
                stack[-1].own_end = stop
            while stack and not _holds(stack, marker):
                closed = stack.pop()
                closed.end = stop
                if closed.marker.family.name == marker.family.name:
                    break
            node = Node(marker, inline=False)
            (stack[-1].children if stack else roots).append(node)
            stack.append(node)
        if stack and not stack[-1].own_end:
            stack[-1].own_end = self._end
        for node in stack:
            node.end = self._end
        return roots

    def _with_markdown(self, markers: list[Marker]) -> list[Marker]:
        if "#" not in self._document.text:
            return markers
        known = {marker.start for marker in markers}
        extra = []
        for place in self._breaks:
            if place in known:
                continue
            found = markdown_heading(self._document, self._view.offset(place))
            if found is not None:
                extra.append(Marker(place, place, heading_family(found[0]), 1))
        return sorted([*markers, *extra], key=lambda marker: marker.start) if extra else markers

    def _inline(self, roots: list[Node], candidates: list[Candidate]) -> None:
        if not candidates:
            return
        starts = [candidate.start for candidate in candidates]
        for node in _walk(roots):
            low = bisect_left(starts, node.marker.end)
            high = bisect_left(starts, node.own_end, lo=low)
            items = inline_items(candidates[low:high], self._breaks)
            if not items:
                continue
            stack: list[Node] = []
            added: list[Node] = []
            for item in items:
                stop = self._trimmed(item.marker.start)
                for closed in stack[item.depth :]:
                    closed.end = stop
                if stack and item.depth == len(stack):
                    stack[-1].own_end = stop
                del stack[item.depth :]
                child = Node(item.marker, inline=True)
                (stack[-1].children if stack else added).append(child)
                stack.append(child)
            for closed in stack:
                closed.end = self._item_end(closed, node.own_end)
            for child in _walk(added):
                child.own_end = child.own_end or child.end
            self._contain(added, node.own_end)
            node.own_end = self._trimmed(added[0].marker.start, node.marker.end)
            node.children[:0] = added

    def _item_end(self, node: Node, limit: int) -> int:
        """Where the last item of an enumeration ends: with its paragraph, or, where the paragraph
        is no more than its heading, with the unit."""
        start = node.marker.start
        end = self.paragraph_end(start, limit)
        if start in self._starts and end - start <= _HEADING_ONLY and end < limit:
            while end < limit:
                following = self.paragraph_end(end + 1, limit)
                if _ADDRESS.match(self._text, end + 1):
                    break
                end = following
        return end

    def _contain(self, nodes: list[Node], limit: int) -> None:
        for node in nodes:
            node.end = min(node.end, limit)
            if node.children:
                node.end = max(node.end, node.children[-1].end)
                self._contain(node.children, node.end)

    def _trimmed(self, position: int, lowest: int = 0) -> int:
        while position > lowest and self._text[position - 1] in "\n ":
            position -= 1
        return position


def _holds(stack: list[Node], marker: Marker) -> bool:
    """Whether a new marker is nested in the innermost open unit."""
    top = stack[-1].marker
    if top.family.slot != marker.family.slot:
        return top.family.slot < marker.family.slot
    if top.family.name == marker.family.name or marker.number != 1:
        return False
    # 1) below 1. : another notation of the same rank, starting anew, unless it is already open.
    return not any(node.marker.family.name == marker.family.name for node in stack)


def _paragraph_starts(text: str, start: int, end: int) -> list[int]:
    starts = [start]
    position = text.find("\n", start, end)
    while position >= 0:
        starts.append(position + 1)
        position = text.find("\n", position + 1, end)
    return starts


def _walk(nodes: list[Node]) -> list[Node]:
    found: list[Node] = []
    stack = list(reversed(nodes))
    while stack:
        node = stack.pop()
        found.append(node)
        stack.extend(reversed(node.children))
    return found
