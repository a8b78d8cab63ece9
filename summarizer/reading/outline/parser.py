"""View of a document → numbered units with their headings, problems and source ranges."""

from __future__ import annotations

from summarizer import patterns as re
from summarizer.reading.document import Document
from summarizer.reading.outline.headings import (
    LONG_HEADING,
    SHORT_HEADING,
    block_heading,
    inline_heading,
    row_heading,
    sentence_end,
)
from summarizer.reading.outline.nodes import Node
from summarizer.reading.outline.notations import ANNEX, PROBLEM, QUESTION, WHOLE
from summarizer.reading.outline.numbering import NumberingWatch
from summarizer.reading.outline.opening import opening
from summarizer.reading.outline.problems import (
    labelled_problem,
    quoted_problem,
    stated_problem,
)
from summarizer.reading.outline.records import Outline, Unit
from summarizer.reading.outline.tense import told_tenses
from summarizer.reading.outline.tokens import markdown_heading
from summarizer.reading.outline.tree import Tree
from summarizer.spans import Range, ViewRange

# What says something: not the full stop that a heading leaves behind.
_PARAGRAPH = re.compile(r"[^\s。:!?;,、)][^\n]*")


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
        self._start = start
        self._tree = Tree(document, start, end)
        self._watch = NumberingWatch(self._text)

    def outline(self) -> Outline:
        """The tree as records, with the oddities in reading order."""
        grown = self._tree.grow()
        nodes = [node for node in grown if not self._only_labels(node)] or grown
        units = self._freeze_all(nodes, "", 1)
        if nodes[0].token.start > self._start:
            units = (*self._before(nodes[0].token.start), *units)
        oddities = sorted(self._watch.oddities, key=lambda oddity: oddity.span)
        return Outline(units=told_tenses(self._document, units), oddities=tuple(oddities))

    def _only_labels(self, node: Node) -> bool:
        """Whether an annex has no text beside its label: it is a table, which stands apart."""
        label = node.token.key == ANNEX and not node.children
        return label and self._content(node) >= node.end

    def _freeze_all(self, nodes: list[Node], path: str, level: int) -> tuple[Unit, ...]:
        units: list[Unit] = []
        row = self._head_all(nodes)
        for position, node in enumerate(nodes, start=1):
            heading = row.get(position) or self._heading(node, self._content(node))
            units.append(self._freeze(node, f"{path}{position}", level, heading))
        self._watch.see(units, nodes)
        return tuple(units)

    def _head_all(self, nodes: list[Node]) -> dict[int, tuple[int, int]]:
        """The headings of a row of inline items by their place in it, where all of them have one.

        Of a single item nobody can tell 落实政策，激发活力。 from what it was done by.
        """
        found: dict[int, tuple[int, int]] = {}
        for position, node in enumerate(nodes, start=1):
            end = node.end if node.children else node.own_end
            heading = row_heading(self._text, self._content(node), end) if node.inline else None
            if heading is None or heading[1] >= node.own_end:
                return {}
            found[position] = heading
        return found if len(found) > 1 else {}

    def _before(self, end: int) -> tuple[Unit, ...]:
        """The section `0`: what stands before the first unit, if it says more than usual."""
        while end > self._start and self._text[end - 1] in "\n ":
            end -= 1
        found = opening(self._text, self._start, end)
        if found is None:
            return ()
        span = self._view.source(*found)
        return (
            Unit(
                id="0",
                level=0,
                marker="",
                marker_span=Range(span.start, span.start),
                inline=False,
                span=span,
                text_span=span,
                own=self._paragraphs([found]),
            ),
        )

    def _own(self, node: Node, body: int) -> tuple[Range, ...]:
        """What belongs to a unit and to none of its children, a range a paragraph."""
        parts = []
        position = body
        for child in node.children:
            parts.append(ViewRange(position, child.token.start))
            position = max(position, child.end)
        parts.append(ViewRange(position, node.end))
        return self._paragraphs(parts)

    def _paragraphs(self, parts: list[ViewRange]) -> tuple[Range, ...]:
        found = []
        for start, end in parts:
            for match in _PARAGRAPH.finditer(self._text, start, end):
                first, last = match.span()
                while last > first and self._text[last - 1] == " ":
                    last -= 1
                found.append(self._view.source(first, last))
        return tuple(found)

    def _content(self, node: Node) -> int:
        start = node.token.end
        while start < node.end and self._text[start] in " \n":
            start += 1
        return start

    def _freeze(
        self,
        node: Node,
        unit_id: str,
        level: int,
        heading: tuple[int, int] | None,
    ) -> Unit:
        view, text = self._view, self._text
        start = self._content(node)
        problem = None if node.inline else self._problem(node, heading, start)
        body = heading[1] if heading else start
        while body < node.own_end and text[body] in "。:!?; \n":
            body += 1
        marker_start = node.token.start
        if node.token.end > marker_start:
            marker_span = view.source(marker_start, node.token.end)
            marker = "".join(view.printed[marker_start : node.token.end].split())
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
            own=self._own(node, body),
            children=self._freeze_all(node.children, f"{unit_id}.", level + 1),
        )

    def _empty_marker(self, position: int, node: Node) -> tuple[str, Range]:
        offset = self._view.offset(position)
        if node.token.key.startswith("heading-"):
            found = markdown_heading(self._document, offset)
            if found is not None:
                return "#" * found[0], Range(found[1], found[1] + found[0])
        return "", Range(offset, offset)

    def _heading(self, node: Node, start: int) -> tuple[int, int] | None:
        if node.token.key == WHOLE.key or start >= node.end:
            return None
        if node.inline:
            found = inline_heading(self._text, start, node.end if node.children else node.own_end)
            return found if found and found[1] < node.own_end else None
        first = self._tree.paragraph_end(start, node.end)
        if node.children:
            first = min(first, node.children[0].token.start)
        more = node.end > first
        longest = LONG_HEADING if node.token.notation.rank in (50, 60) else SHORT_HEADING
        if node.token.key == QUESTION:
            asked = sentence_end(self._text, start, first)
            return (start, asked) if asked > start else None
        return block_heading(self._text, start, first, more=more, longest=longest)

    def _problem(
        self, node: Node, heading: tuple[int, int] | None, start: int
    ) -> tuple[int, int] | None:
        text = self._text
        reach = heading[1] if heading else start
        if node.token.key == PROBLEM:
            sentence = sentence_end(text, start, self._tree.paragraph_end(start, node.own_end))
            return stated_problem(text, start, heading[1] if heading else sentence)
        if heading is not None and (quoted := quoted_problem(text, start, reach)):
            return quoted
        return labelled_problem(text, start, node.own_end)
