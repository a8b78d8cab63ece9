"""Numbers and the words that go with them, each with the letters on both sides of it.

Where one such token is another than the source's and the letters beside it are the source's to the
letter, that very place is retold, whatever the grammar of figures made of either side. Here stands
how far the letters agree; what that means is for `decide.misprint`.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Hashable, Iterator
from functools import cache
from typing import NamedTuple

from summarizer import patterns as re
from summarizer.anchors.numerals import TOKEN, parse
from summarizer.checking.equality import flat

# Beside numbers, words of which one excludes another of its sort in the same place.
_TOKEN = re.compile(
    f"(?P<number>{TOKEN.pattern})|(?P<bound>以[上下内外]|左右)|(?P<side>[大小高低多少快慢]于)"
    r"|(?P<every>每(?:年度?|个?月|日|天|个?季度))|(?P<rate>%|个百分点|‰|(?<=\d)点(?!\d))"
)
# 每日 is 每天, and 每年度 每年: one length of time in two words.
_EVERY = str.maketrans({"日": "天", "个": None, "度": None})
_ENDS = frozenset(".;!?\0")
_PAUSES = frozenset(',:"()、<>《》[]/-')
_WORTH = 2  # letters that an equal number or word beside a token counts for
_FARTHEST = 40  # letters on one side: more say no more
_MOST = 200  # places that begin alike


class Token(NamedTuple):
    """A number or a word of a sort, with its value; `[start, end)` of the text."""

    sort: str
    value: Hashable
    start: int
    end: int


class Reach(NamedTuple):
    """How many letters before and behind a token agree with those of a token of the source."""

    before: int
    behind: int
    token: Token

    @property
    def total(self) -> int:
        """The letters of both sides."""
        return self.before + self.behind


class Framing:
    """The tokens of a text, looked up by the letters right beside them."""

    def __init__(self, text: str) -> None:
        self.text = text
        read = cache(_value)  # a long report prints the same numbers over and over
        self.tokens = [
            Token(found.lastgroup or "number", read(found[0], found.lastgroup), *found.span())
            for found in _TOKEN.finditer(text)
        ]
        # Looked up by halving: a table by place would take more than the tokens themselves.
        self._starts = array("Q", (token.start for token in self.tokens))
        self._ends = array("Q", (token.end for token in self.tokens))
        self._places: defaultdict[tuple[str, str, str], list[Token]] = defaultdict(list)
        self._printed: set[tuple[str, Hashable, str]] = set()
        for token in self.tokens:
            self._places[self._key(token)].append(token)
            self._printed.add((token.sort, token.value, self._beside(token.end, 1)))

    def prints(self, said: Framing, token: Token) -> bool:
        """True where a token of another text stands anywhere before the same letter."""
        return (token.sort, token.value, said._beside(token.end, 1)) in self._printed

    def reaches(self, said: Framing, token: Token) -> Iterator[Reach]:
        """The places beside which the letters are those beside a token of another text."""
        for other in self._places.get(said._key(token), ())[:_MOST]:
            before = _agreeing(said, token.start, self, other.start, -1)
            yield Reach(before, _agreeing(said, token.end, self, other.end, 1), other)

    def _key(self, token: Token) -> tuple[str, str, str]:
        return self._beside(token.start, -1), token.sort, self._beside(token.end, 1)

    def _beside(self, place: int, way: int) -> str:
        sort, _, _ = self.step(place, way)
        return "" if sort in _ENDS or sort in _PAUSES else sort

    def step(self, place: int, way: int) -> tuple[str, Hashable, int]:
        """The next letter or token one way, with its value, and the place behind it."""
        text = self.text
        while True:
            edge = place if way > 0 else place - 1
            if not 0 <= edge < len(text):
                return "\0", None, place
            places = self._starts if way > 0 else self._ends
            number = bisect_left(places, place)
            if number < len(places) and places[number] == place:
                token = self.tokens[number]
                return token.sort, token.value, token.end if way > 0 else token.start
            place += way
            letter = flat(text[edge])
            if letter:
                return "." if letter in "。" else letter, None, place


def _value(printed: str, sort: str | None) -> Hashable:
    if sort is not None and sort != "number":
        return printed.translate(_EVERY)
    return parse(printed) or printed


def _agreeing(mine: Framing, at: int, theirs: Framing, other: int, way: int) -> int:
    """How many letters agree one way from two places; the end of a clause in both counts for one,
    that of a sentence for two."""
    letters = 0
    while letters < _FARTHEST:
        a, value, at = mine.step(at, way)
        b, printed, other = theirs.step(other, way)
        closes = (a in _ENDS or a in _PAUSES) and (b in _ENDS or b in _PAUSES)
        if a != b or value != printed or a in _ENDS:
            return letters + closes + (a in _ENDS and b in _ENDS)
        if a not in _PAUSES:
            letters += 1 if value is None else _WORTH
    return letters
