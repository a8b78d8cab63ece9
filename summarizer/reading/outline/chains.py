"""Tokens → a tree of units, by their numbers.

One pass with a stack of the units that are open. A token that continues an open chain closes what
stands below that chain; a first number opens a chain inside the innermost open unit, or beside it
where its notation is the outer one, unless the chain of the open unit goes on behind it: then the
new chain is nested whatever its notation.
"""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.reading.outline.nodes import Node
from summarizer.reading.outline.notations import (
    ANNEX,
    DASH,
    QUESTION,
    RUNNING_ON,
)
from summarizer.reading.outline.running import follower, in_notation, list_item
from summarizer.reading.outline.succession import DASH_REACH, Runs, below, led, successors
from summarizer.reading.outline.tokens import PLAIN_DEPTH, Token, strong

# A word such as 抓 or 靠 behind a numeral makes a series from three items on: two clauses that
# begin with 一审 and 二审 are none.
_WORDS_NEEDED = 3
_BRACKETED = frozenset({"parenthesis~", "digit~", "circle~"})
_UNNUMBERED = frozenset({ANNEX, DASH, QUESTION})
_MARK = "circle~"  # also that of a note: 社会总产值①16242亿元
# A chain that opens with another number than one: the text is an excerpt, or numbers run on.
_MAY_START_LATE = frozenset({"comma", "parenthesis"})
_SECTION = 60  # the rank of （一）: deeper notations do not break a series
# From how many items on a chain needs no look ahead to take what could be a figure.
_ESTABLISHED = 2

# Long reports have some hundred units, the largest collections some thousands. What follows more
# than this many belongs to the last one: a text of nothing but markers must not cost minutes.
_MOST_UNITS = 10_000


class Chains:
    """The chains that a text's tokens form."""

    def __init__(self, text: str, tokens: Sequence[Token], breaks: Sequence[int]) -> None:
        self._text = text
        self._openings = frozenset(breaks)
        self._tokens = tokens
        self._next = successors(tokens)
        self._runs = Runs(tokens)
        self._stack: list[Node] = []
        self._roots: list[Node] = []
        self._latest: dict[str, int] = {}
        self._units = 0
        # Which notation was seen inside which, against their ranks.
        self._inside: set[tuple[str, str]] = set()

    def roots(self) -> list[Node]:
        """The outermost units with all below them; `end` and `own_end` are not set yet."""
        for index, token in enumerate(self._tokens):
            if self._units >= _MOST_UNITS:
                break
            self._take(index, token)
        return self._roots

    def _take(self, index: int, token: Token) -> None:
        if self._stack and self._stack[-1].start == token.start:
            # Read as the other thing that it could be.
            return
        if token.notation.pattern == "":
            self._close_for_heading(token)
            self._push(index, token, 0)
            return
        if not token.block:
            running = self._running(index, token)
            if running is not None:
                self._push(index, *running)
                return
        elif token.number == 1 and self._depth(token.key) is not None:
            # Its chain is open: it cannot be the first section again.
            token = list_item(self._text, self._tokens, index) or token
        depth = self._due(token)
        if depth is None:
            depth = self._depth(token.key)
        if depth is None:
            depth = self._sibling(token)
        if depth is not None:
            self._continue(index, token, depth)
        elif self._starts(index, token):
            self._close_for(token)
            self._push(index, token, token.number or 1, fresh=True)

    def _depth(self, key: str) -> int | None:
        for depth in range(len(self._stack) - 1, -1, -1):
            if self._stack[depth].token.key == key:
                return depth
        return None

    def _due(self, token: Token) -> int | None:
        """The innermost open unit of a token's notation whose next number the token has."""
        for depth in range(len(self._stack) - 1, -1, -1):
            open_ = self._stack[depth]
            if open_.token.key == token.key and open_.number + 1 == token.number:
                return depth
        return None

    def _sibling(self, token: Token) -> int | None:
        """The open unit that a token of the same rank goes on from: 1、 2、 3．"""
        if not token.block or token.number in (None, 1):
            return None
        for depth in range(len(self._stack) - 1, -1, -1):
            open_ = self._stack[depth]
            if open_.token.rank == token.rank and open_.number + 1 == token.number:
                return depth
        return None

    def _push(
        self,
        index: int,
        token: Token,
        number: int,
        *,
        fresh: bool = False,
        inline: bool | None = None,
    ) -> None:
        node = Node(
            token,
            number,
            inline=token.notation.item if inline is None else inline,
            fresh=fresh,
            index=index,
        )
        (self._stack[-1].children if self._stack else self._roots).append(node)
        self._stack.append(node)
        self._units += 1
        self._latest[token.key] = number

    def _continue(self, index: int, token: Token, depth: int) -> None:
        last = self._stack[depth].number
        number = token.number
        if number is None:
            number = 1 if self._parted(token, depth) else last + 1
        if token.doubtful and last < _ESTABLISHED and not self._goes_on(index, token):
            return
        if number != last + 1:
            if number == 1:
                if not self._restarts(index, token, depth):
                    return
                if self._outer_goes_on(index, last) and self._count(token.key) == 1:
                    self._push(index, token, 1, fresh=True)
                    return
            elif not self._odd(token, number, last):
                return
        # A second first unit right behind the first repeats its number, and opens nothing.
        fresh = number == 1 and (last > 1 or not token.block)
        del self._stack[depth:]
        self._push(index, token, number, fresh=fresh)

    def _parted(self, token: Token, depth: int) -> bool:
        """Whether a dash opens a new series: other paragraphs stand between, and none did."""
        if token.key != DASH:
            return False
        siblings = (self._stack[depth - 1].children if depth else self._roots)[-2:]
        step = token.paragraph - siblings[-1].token.paragraph
        before = siblings[-1].token.paragraph - siblings[0].token.paragraph
        return step > DASH_REACH or (step > 1 and siblings[-1].number > 1 and before == 1)

    def _count(self, key: str) -> int:
        return sum(1 for node in self._stack if node.token.key == key)

    def _restarts(self, index: int, token: Token, depth: int) -> bool:
        """Whether a first number behind others of its notation starts anew."""
        if token.doubtful or token.weak:
            return self._goes_on(index, token)
        if token.block and not token.notation.strict:
            return True
        return self._goes_on(index, token) or (
            token.key == "is" and token.paragraph != self._stack[depth].token.paragraph
        )

    def _odd(self, token: Token, number: int, last: int) -> bool:
        """Whether a number that skips, repeats or goes back is one of its chain all the same."""
        if token.weak or token.doubtful:
            return False
        if token.block:
            return True
        return token.key == "is" or (not token.key.endswith("~") and number > last)

    def _outer_goes_on(self, index: int, last: int) -> bool:
        """Whether, behind the chain that starts here, the number that is due comes after all."""
        following = self._runs.behind(index)
        return following is not None and following.number == last + 1

    def _starts(self, index: int, token: Token) -> bool:
        """Whether a token opens a chain of a notation that is not open."""
        number = token.number
        if token.key in _UNNUMBERED and number is None:
            return token.key == ANNEX or self._goes_on(index, token)
        if number is None:
            return False
        if number != 1:
            if not token.block or token.doubtful:
                return False
            if self._latest.get(token.key, 0) + 1 == number:
                return True
            if token.notation.strict:
                return False
            if token.key in _MAY_START_LATE:
                return True
            return self._goes_on(index, token)
        if token.notation.strict or token.weak or token.doubtful:
            return self._goes_on(index, token) or below(self._text, token, self._stack)
        return True

    def _goes_on(self, index: int, token: Token) -> bool:
        following = self._next[index]
        if following is None:
            return token.block and follower(self._tokens, index, token) is not None
        after = self._tokens[following]
        if token.weak and token.number == 1:
            apart = after.paragraph != token.paragraph
            # The marks of notes stand behind a word each, in sentences of their own.
            noted = after.weak and "。" in self._text[token.end : after.start]
            if apart or (noted and token.key == _MARK):
                before = self._text[token.start - 1 : token.start]
                return not ("\u4e00" <= before <= "\u9fff")
        if token.key.startswith("word:"):
            return self._runs.length(index) >= _WORDS_NEEDED
        return True

    def _close_for(self, token: Token) -> None:
        """Close what the first unit of a new chain cannot be part of."""
        if self._stack and token.block and led(self._text, token):
            return
        while self._stack:
            top = self._stack[-1]
            if token.notation.item:
                if not top.token.notation.item or top.token.paragraph == token.paragraph:
                    return
            elif top.token.rank < token.rank or (
                top.token.rank == token.rank and token.number == 1 and top.token.key != token.key
            ):
                return
            pair = (top.token.key, token.key)
            # No section stands inside an item that only a running text enumerates.
            running = top.inline and top.start not in self._openings
            if running and token.block and token.notation.rank <= _SECTION:
                self._stack.pop()
                continue
            if pair in self._inside or self._resumes(len(self._stack) - 1):
                self._inside.add(pair)
                return
            self._stack.pop()

    def _close_for_heading(self, token: Token) -> None:
        while self._stack:
            top = self._stack[-1].token
            if top.depth < token.depth or (token.depth == PLAIN_DEPTH and top.rank < token.rank):
                return
            self._stack.pop()

    def _resumes(self, depth: int) -> bool:
        """Whether the chain of an open unit goes on, before any that holds it does."""
        place = self._next[self._stack[depth].index]
        if place is None:
            return False
        for outer in self._stack[:depth]:
            other = self._next[outer.index]
            if other is not None and other < place:
                return False
        return True

    def _running(self, index: int, token: Token) -> tuple[Token, int] | None:
        """A sibling of the unit that opened this paragraph: （1）…。（2）…。"""
        number = token.number
        before = self._text[token.start - 1 : token.start]
        if number is None or not (strong(before) or token.key in _BRACKETED):
            return None
        for key in RUNNING_ON.get(token.key, ()):
            depth = self._depth(key)
            if depth is None:
                continue
            open_ = self._stack[depth]
            if open_.token.paragraph == token.paragraph and number == open_.number + 1:
                del self._stack[depth:]
                return in_notation(token, open_.token.notation, open_.token.depth), number
        return None
