"""Items that running text enumerates behind the first of their paragraph."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.reading.outline.notations import RUNNING_ON, Notation
from summarizer.reading.outline.tokens import PLAIN_DEPTH, Token

# How many tokens ahead the second item of a paragraph is looked for.
_REACH = 40


def follower(tokens: Sequence[Token], index: int, token: Token) -> Token | None:
    """The token behind `token` (at `index`, or a reading of it) that counts on in running text.

    None where another stands there, or none in the same paragraph.
    """
    for place in range(index + 1, min(index + _REACH, len(tokens))):
        after = tokens[place]
        if after.paragraph != token.paragraph:
            return None
        if token.key in RUNNING_ON.get(after.key, ()):
            return after if after.number == (token.number or 0) + 1 else None
    return None


def list_item(text: str, tokens: Sequence[Token], index: int) -> Token | None:
    """A block token as the first item of a list in its paragraph: 一、…；二、…；三、…"""
    token = tokens[index]
    after = follower(tokens, index, token)
    if after is None or text[after.start - 1] != ";":
        return None
    return in_notation(token, after.notation, PLAIN_DEPTH)


def in_notation(token: Token, notation: Notation, depth: int) -> Token:
    """A token read as one of another notation."""
    return Token(
        token.start,
        token.end,
        notation,
        notation.key,
        token.number,
        token.paragraph,
        depth=depth,
    )
