"""Numbers and the words that go with them, each with the letters on both sides of it.

Where one such token is another than the source's and the letters beside it are the source's to the
letter, that very place is retold, whatever the grammar of figures made of either side. Here stands
how far the letters agree; what that means is for `decide.misprint`.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Hashable, Iterator
from functools import cache
from typing import NamedTuple

from summarizer import patterns as re
from summarizer.anchors.numerals import TOKEN, parse
from summarizer.checking.equality import flat
from summarizer.facts.clauses import COLUMN, NONE

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
_RATE = "rate"  # but for the mark behind a number, which stands behind any share
_FARTHEST = 40  # letters on one side: more say no more
FULL = 2 * (_FARTHEST - 1 + _WORTH)
"""The most letters of both sides that may agree."""
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
    """The tokens of a text, looked up by the letters right beside them.

    Of a report of 50 MB they are a million: columns of numbers, and a `Token` when one is asked
    for. Those with the same letters on both sides are a chain, each with the number of the next.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        read = cache(_value)  # a long report prints the same numbers over and over
        self._sorts: list[str] = []
        self._values: list[Hashable] = []
        self._starts, self._ends = array(COLUMN), array(COLUMN)
        for found in _TOKEN.finditer(text):
            sort = found.lastgroup or "number"
            self._sorts.append(sort)
            self._values.append(read(found[0], sort))
            self._starts.append(found.start())
            self._ends.append(found.end())
        self._next = array(COLUMN, [NONE]) * len(self._sorts)
        self._first: dict[tuple[str, str, str], int] = {}
        self._printed: set[tuple[str, Hashable, str]] = set()
        for number in reversed(range(len(self._sorts))):
            key = self._near(number, -1), self._sorts[number], self._near(number, 1)
            self._next[number] = self._first.get(key, NONE)
            self._first[key] = number
            self._printed.add((key[1], self._values[number], key[2]))

    @property
    def tokens(self) -> Iterator[Token]:
        """All of them, in reading order."""
        return map(self._token, range(len(self._sorts)))

    def _token(self, number: int) -> Token:
        place = self._starts[number], self._ends[number]
        return Token(self._sorts[number], self._values[number], *place)

    def prints(self, said: Framing, token: Token) -> bool:
        """True where a token of another text stands anywhere before the same letter."""
        return (token.sort, token.value, said._beside(token.end, 1)) in self._printed

    def reaches(self, said: Framing, token: Token) -> Iterator[Reach]:
        """The places beside which the letters are those beside a token of another text."""
        number = self._first.get(said._key(token), NONE)
        for _ in range(_MOST):
            if number == NONE:
                return
            before = _agreeing(said, token.start, self, self._starts[number], -1)
            behind = _agreeing(said, token.end, self, self._ends[number], 1)
            yield Reach(before, behind, self._token(number))
            number = self._next[number]

    def _key(self, token: Token) -> tuple[str, str, str]:
        return self._beside(token.start, -1), token.sort, self._beside(token.end, 1)

    def _near(self, number: int, way: int) -> str:
        """What stands beside a token of its own: as `_beside`, by the token's number."""
        place, other = (self._ends if way > 0 else self._starts)[number], number + way
        facing = self._starts if way > 0 else self._ends
        if 0 <= other < len(facing) and facing[other] == place:
            return self._sorts[other]
        edge = place if way > 0 else place - 1
        letter = _letter(self.text[edge]) if 0 <= edge < len(self.text) else ""
        return _telling(letter) if letter else self._beside(place, way)

    def _beside(self, place: int, way: int) -> str:
        return _telling(self.step(place, way)[0])

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
                end = self._ends[number] if way > 0 else self._starts[number]
                return self._sorts[number], self._values[number], end
            place += way
            letter = _letter(text[edge])
            if letter:
                return "." if letter in "。" else letter, None, place


def _telling(sort: str) -> str:
    """A letter or a sort, but no mark: those that end and part clauses are nothing."""
    return "" if sort in _ENDS or sort in _PAUSES or sort == "。" else sort


@cache
def _letter(character: str) -> str:
    """One character as it is compared: nothing for a blank."""
    return flat(character)


def _value(printed: str, sort: str | None) -> Hashable:
    if sort is not None and sort != "number":
        return printed.translate(_EVERY)
    return parse(printed) or printed


def _agreeing(mine: Framing, at: int, theirs: Framing, other: int, way: int) -> int:
    """How many letters agree one way from two places; the end of a clause in both counts for one,
    that of a sentence for two."""
    letters, edge = 0, False
    while letters < _FARTHEST:
        a, value, at = mine.step(at, way)
        b, printed, other = theirs.step(other, way)
        closes = (a in _ENDS or a in _PAUSES) and (b in _ENDS or b in _PAUSES)
        if a != b or value != printed or a in _ENDS:
            return letters + (closes or edge) + (a in _ENDS and b in _ENDS)
        edge = a in _PAUSES and way < 0  # the clause begins alike
        if a not in _PAUSES:
            letters += 1 if value is None or a == _RATE else _WORTH
    return letters
