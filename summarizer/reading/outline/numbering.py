"""Markers that skip, repeat or go back."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Literal

from summarizer.reading.characters import fold
from summarizer.reading.outline.nodes import Node
from summarizer.reading.outline.notations import renumbered
from summarizer.reading.outline.records import NumberingOddity, Unit

# How far above the first unit of a chain its missing elder may be printed unread.
_REACH = 2000


class NumberingWatch:
    """Collects what the source's own numbering does, in any order of siblings.

    Numbers may restart under every parent or run on across parents: both are in order. Where the
    number that is due is printed in between, the marker was not read, and nothing is said.
    """

    def __init__(self, text: str) -> None:
        self.oddities: list[NumberingOddity] = []
        self._text = text
        self._latest: dict[str, int] = {}

    def see(self, units: Sequence[Unit], nodes: Sequence[Node]) -> None:
        """Judge the units below one parent, given with the nodes they were made from."""
        if not nodes:
            return
        self._first(units[0], nodes[0], max(0, nodes[0].start - _REACH))
        for unit, (before, node) in zip(units[1:], pairwise(nodes), strict=True):
            if before.token.key != node.token.key:
                self._first(unit, node, before.start)
                continue
            due = before.number + 1
            if node.token.number is not None and not node.fresh and node.number != due:
                self._odd(unit, node, before.number, before.start)
            self._latest[node.token.key] = node.number

    def _first(self, unit: Unit, node: Node, above: int) -> None:
        latest = self._latest.get(node.token.key, 0)
        if unit.level > 1 and node.token.number not in (None, 1, latest + 1):
            self._odd(unit, node, 0 if node.number <= latest else latest, above)
        self._latest[node.token.key] = node.number

    def _odd(self, unit: Unit, node: Node, last: int, since: int) -> None:
        due = last + 1
        expected = renumbered(unit.marker, due)
        if fold(expected) in self._text[since : node.start]:
            return
        kind: Literal["skip", "repeat", "back"] = "skip"
        if node.number == last:
            kind = "repeat"
        elif node.number < due:
            kind = "back"
        self.oddities.append(
            NumberingOddity(kind, unit.id, unit.marker, expected, unit.marker_span)
        )
