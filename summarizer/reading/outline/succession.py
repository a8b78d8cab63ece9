"""What follows each token among those of its own key, known before any chain is built."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.reading.outline.nodes import Node
from summarizer.reading.outline.notations import DASH, DECIMAL, LABEL
from summarizer.reading.outline.tokens import Token

# Dashes have no numbers: a chain of them is broken by what is longer than an item.
DASH_REACH = 3
_BETWEEN = 8  # blanks and line ends between two paragraphs


def successors(tokens: Sequence[Token]) -> list[int | None]:
    """For each token, the next one of its key with the number that follows, before a restart."""
    result: list[int | None] = [None] * len(tokens)
    ahead: dict[str, dict[int | None, int]] = {}
    for index in range(len(tokens) - 1, -1, -1):
        token = tokens[index]
        known = ahead.setdefault(token.key, {})
        if token.number is None:
            place = known.get(None)
            near = place is None or tokens[place].paragraph - token.paragraph <= DASH_REACH
            result[index] = place if near or token.key != DASH else None
        else:
            result[index] = known.get(token.number + 1, known.get(None))
            if result[index] is None and token.notation.key == LABEL:
                # A word with a number at the head of a paragraph is a label, if one was misread.
                result[index] = known.get(token.number + 2)
        if token.number == 1:
            known.clear()
        known[token.number] = index
    return result


def below(text: str, token: Token, units: Sequence[Node]) -> bool:
    """Whether a token's number begins with that of an open unit: 2.1 inside 2."""
    if not token.key.startswith(DECIMAL):
        return False
    above = int(text[token.start : token.end].rstrip(".、").split(".")[-2])
    return any(
        node.token.block and node.token.rank < token.rank and node.number == above for node in units
    )


def led(text: str, token: Token) -> bool:
    """Whether a paragraph is the first item of a list: a colon ends the paragraph above, ; its own.

    Such a list is a part of the unit that its sentence stands in, whatever its numbers look like.
    """
    if text[max(0, token.start - _BETWEEN) : token.start].rstrip()[-1:] != ":":
        return False
    end = text.find("\n", token.start)
    return text[token.start : end if end >= 0 else len(text)].rstrip().endswith(";")


class Runs:
    """For each token, how far the tokens of its key count on without a gap."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self._tokens = tokens
        self._end: list[int] = [0] * len(tokens)
        self._behind: list[int | None] = [None] * len(tokens)
        self._length: list[int] = [1] * len(tokens)
        latest: dict[str, int] = {}
        for index in range(len(tokens) - 1, -1, -1):
            token = tokens[index]
            after = latest.get(token.key)
            if (
                after is not None
                and token.number is not None
                and tokens[after].number == token.number + 1
            ):
                self._behind[index] = self._behind[after]
                self._length[index] = self._length[after] + 1
            else:
                self._behind[index] = after
            latest[token.key] = index

    def length(self, index: int) -> int:
        """How many tokens the run that starts here has."""
        return self._length[index]

    def behind(self, index: int) -> Token | None:
        """The token of the same key behind the run."""
        place = self._behind[index]
        return None if place is None else self._tokens[place]
