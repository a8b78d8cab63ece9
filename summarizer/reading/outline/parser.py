"""View of a document → nested units with their ranges."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field

from summarizer.reading.document import Document
from summarizer.reading.outline import plans
from summarizer.reading.outline.blocks import (
    block_markers,
    heading_family,
    markdown_heading,
    plain_headings,
)
from summarizer.reading.outline.headings import (
    LONG_HEADING,
    SHORT_HEADING,
    block_heading,
    inline_heading,
    quoted_problem,
)
from summarizer.reading.outline.inline import inline_candidates, inline_items
from summarizer.reading.outline.markers import Family, Marker
from summarizer.reading.outline.numbering import NumberingWatch
from summarizer.reading.outline.records import Outline, Unit
from summarizer.spans import Range

_HEADING_ONLY = 45
_ADDRESS = re.compile(r"各位|同志们")


@dataclass(slots=True)
class _Node:
    """A unit while the outline is built; all positions in the view."""

    marker: Marker
    inline: bool
    end: int = 0
    own_end: int = 0
    children: list[_Node] = field(default_factory=list)


def parse_outline(document: Document) -> Outline:
    """The numbered units of a document, inline enumerations included. Never raises.

    A text without any marker gives one unit with the id `1` and an empty marker.
    """
    view = document.view
    start, end = view.slice(Range(document.body.start, document.closing))
    while end > start and view.text[end - 1] == "\n":
        end -= 1
    if end <= start:
        return Outline(units=())
    return _Parser(document, start, end).outline()


class _Parser:
    def __init__(self, document: Document, start: int, end: int) -> None:
        self._document = document
        self._view = document.view
        self._text = document.view.text
        self._start, self._end = start, end
        self._breaks = _paragraph_starts(self._text, start, end)
        self._starts = frozenset(self._breaks)
        self._watch = NumberingWatch()

    def outline(self) -> Outline:
        """Parse blocks, then what is enumerated inside them, then freeze."""
        roots = self._blocks()
        if not roots:
            whole = Marker(self._start, self._start, Family("whole", 0, ""), 1)
            roots = [_Node(whole, inline=False, end=self._end, own_end=self._end)]
        self._inline(roots)
        everything = plans.plan_title(self._document.title or "")
        units = self._freeze_all(roots, "", 1, everything)
        return Outline(units=units, oddities=tuple(self._watch.oddities))

    def _blocks(self) -> list[_Node]:
        markers = block_markers(self._document, self._start, self._end)
        plain = plain_headings(self._text, self._breaks, markers)
        markers = sorted([*markers, *plain], key=lambda marker: marker.start)
        markers = self._with_markdown(markers)
        roots: list[_Node] = []
        stack: list[_Node] = []
        for marker in markers:
            stop = self._trimmed(marker.start)
            if stack and not stack[-1].own_end:
                stack[-1].own_end = stop
            while stack and not _holds(stack, marker):
                stack.pop().end = stop
            node = _Node(marker, inline=False)
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

    def _inline(self, roots: list[_Node]) -> None:
        candidates = inline_candidates(self._text, self._start, self._end)
        if not candidates:
            return
        starts = [candidate.start for candidate in candidates]
        for node in _walk(roots):
            low = bisect_left(starts, node.marker.end)
            high = bisect_left(starts, node.own_end, lo=low)
            items = inline_items(candidates[low:high], self._breaks)
            if not items:
                continue
            stack: list[_Node] = []
            added: list[_Node] = []
            for item in items:
                stop = self._trimmed(item.marker.start)
                for closed in stack[item.depth :]:
                    closed.end = stop
                if stack and item.depth == len(stack):
                    stack[-1].own_end = stop
                del stack[item.depth :]
                child = _Node(item.marker, inline=True)
                (stack[-1].children if stack else added).append(child)
                stack.append(child)
            for closed in stack:
                closed.end = self._item_end(closed, node.own_end)
            for child in _walk(added):
                child.own_end = child.own_end or child.end
            self._contain(added, node.own_end)
            node.own_end = self._trimmed(added[0].marker.start, node.marker.end)
            node.children[:0] = added

    def _item_end(self, node: _Node, limit: int) -> int:
        """Where the last item of an enumeration ends: with its paragraph, or, where the paragraph
        is no more than its heading, with the unit."""
        start = node.marker.start
        end = self._paragraph_end(start, limit)
        if start in self._starts and end - start <= _HEADING_ONLY and end < limit:
            while end < limit:
                following = self._paragraph_end(end + 1, limit)
                if _ADDRESS.match(self._text, end + 1):
                    break
                end = following
        return end

    def _contain(self, nodes: list[_Node], limit: int) -> None:
        for node in nodes:
            node.end = min(node.end, limit)
            if node.children:
                node.end = max(node.end, node.children[-1].end)
                self._contain(node.children, node.end)

    def _trimmed(self, position: int, lowest: int = 0) -> int:
        while position > lowest and self._text[position - 1] in "\n ":
            position -= 1
        return position

    def _paragraph_end(self, position: int, limit: int) -> int:
        following = bisect_right(self._breaks, position)
        end = self._breaks[following] - 1 if following < len(self._breaks) else self._end
        return min(end, limit)

    def _freeze_all(
        self, nodes: list[_Node], path: str, level: int, plan: bool
    ) -> tuple[Unit, ...]:
        units: list[Unit] = []
        before: list[tuple[Family, int]] = []
        titles: list[str] = []
        turned = plan
        for position, node in enumerate(nodes, start=1):
            last = level == 1 and position > 1 and position == len(nodes)
            heading = self._heading(node, self._content(node))
            title = self._text[slice(*heading)] if heading else ""
            if level == 1 and not node.inline:
                # Once a report has turned to the coming period, it does not go back.
                turned = plan or (turned and not plans.past_heading(title))
                turned = turned or plans.plan_heading(title) or plans.later_year(title, titles)
                titles.append(title)
            unit = self._freeze(node, f"{path}{position}", level, turned, last, heading)
            units.append(unit)
        for unit, node in zip(units, nodes, strict=True):
            if unit.marker and not unit.marker.startswith("#"):
                self._watch.see(unit, node.marker.family, node.marker.number, before)
                before = [(node.marker.family, node.marker.number)]
        return tuple(units)

    def _content(self, node: _Node) -> int:
        start = node.marker.end
        while start < node.end and self._text[start] in " \n":
            start += 1
        return start

    def _freeze(
        self,
        node: _Node,
        unit_id: str,
        level: int,
        plan: bool,
        last: bool,
        heading: tuple[int, int] | None,
    ) -> Unit:
        view, text = self._view, self._text
        start = self._content(node)
        problem = None
        if not node.inline:
            reach = heading[1] if heading else min(node.own_end, start)
            problem = quoted_problem(text, start, reach)
        body = heading[1] if heading else start
        while body < node.own_end and text[body] in "。:!?; \n":
            body += 1
        plan = plan or self._plan(node, heading, start, last)
        marker_start = node.marker.start
        if node.marker.end > marker_start:
            marker_span = view.source(marker_start, node.marker.end)
            marker = "".join(view.printed[marker_start : node.marker.end].split())
        else:
            marker, marker_span = self._empty_marker(marker_start, node)
        whole = view.source(marker_start, max(node.end, marker_start + 1))
        own_end = max(body, node.own_end)
        text_span = (
            view.source(body, own_end)
            if body < own_end
            else Range(*(2 * (view.offset(max(body - 1, marker_start)) + 1,)))
        )
        return Unit(
            id=unit_id,
            level=level,
            marker=marker,
            marker_span=marker_span,
            inline=node.inline,
            span=Range(min(marker_span.start, whole.start), whole.end),
            text_span=text_span,
            heading=view.printed[slice(*heading)] if heading else None,
            heading_span=view.source(*heading) if heading else None,
            problem=view.printed[slice(*problem)] if problem else None,
            problem_span=view.source(*problem) if problem else None,
            plan=plan,
            children=self._freeze_all(node.children, f"{unit_id}.", level + 1, plan),
        )

    def _empty_marker(self, position: int, node: _Node) -> tuple[str, Range]:
        offset = self._view.offset(position)
        if node.marker.family.name.startswith("markdown"):
            found = markdown_heading(self._document, offset)
            if found is not None:
                return "#" * found[0], Range(found[1], found[1] + found[0])
        return "", Range(offset, offset)

    def _heading(self, node: _Node, start: int) -> tuple[int, int] | None:
        if node.marker.family.name == "whole" or start >= node.end:
            return None
        if node.inline:
            return inline_heading(self._text, start, node.own_end)
        first = self._paragraph_end(start, node.end)
        if node.children and node.children[0].inline:
            first = min(first, node.children[0].marker.start)
        more = node.end > first
        longest = LONG_HEADING if node.marker.family.slot in (5, 6) else SHORT_HEADING
        return block_heading(self._text, start, first, more=more, longest=longest)

    def _plan(self, node: _Node, heading: tuple[int, int] | None, start: int, last: bool) -> bool:
        title = self._text[slice(*heading)] if heading else ""
        if plans.plan_heading(title):
            return True
        if node.inline or last:
            own = self._text[(heading[1] if heading else start) : node.own_end]
            if last and plans.closing_section(title, own):
                return True
            return plans.plan_text(own, has_children=bool(node.children) and not node.inline)
        return False


def _holds(stack: list[_Node], marker: Marker) -> bool:
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


def _walk(nodes: list[_Node]) -> list[_Node]:
    found: list[_Node] = []
    stack = list(reversed(nodes))
    while stack:
        node = stack.pop()
        found.append(node)
        stack.extend(reversed(node.children))
    return found
