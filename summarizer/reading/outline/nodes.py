"""A unit while the outline is built."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from summarizer.reading.outline.tokens import Token


@dataclass(slots=True, eq=False)
class Node:
    """A unit while the outline is built; positions in the view.

    `end` is where the unit ends, `own_end` where its own text before its first child does.
    `fresh` marks the first unit of a chain.
    """

    token: Token
    number: int
    inline: bool
    fresh: bool = False
    end: int = 0
    own_end: int = 0
    children: list[Node] = field(default_factory=list)
    index: int = -1

    @property
    def start(self) -> int:
        """Where the marker stands."""
        return self.token.start


def walk(nodes: Sequence[Node]) -> Iterator[Node]:
    """The units and all below them, in reading order."""
    stack = list(reversed(nodes))
    while stack:
        node = stack.pop()
        yield node
        stack.extend(reversed(node.children))


def trimmed(text: str, position: int, lowest: int) -> int:
    """A position without the white space before it, not before `lowest`."""
    while position > lowest and text[position - 1] in "\n ":
        position -= 1
    return position
