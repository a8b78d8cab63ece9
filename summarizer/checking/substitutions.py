"""Words of a clause that stand in place of others of its source.

Writers keep most of a clause and change a word; where the words on either side are the source's,
what stands between them there is what was replaced: of 兑现担保资金 beside 兑现扶持资金, 扶持.
An insertion replaces nothing. Offsets index the clause. Linear in clause and sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_LONGEST = 16  # letters: more is another clause
_LETTER = re.compile("[\u3400-\u9fffA-Za-z]")
_BESIDE = re.compile("[\u3400-\u9fffA-Za-z、“”]")
_GAP = re.compile("[，,。；;：:！？!?\n]")
_MARKER = re.compile("^(?:[一二三四五六七八九十]{1,3}[是要]|首先|其次|其中)")
_CLAUSE = 200
_SENTENCE = 2000


@dataclass(frozen=True, slots=True)
class Substitution:
    """`mine` at `start` of the clause stands where the source has `theirs` (empty: nothing).

    `left` and `right` are the letters that both have beside it; empty at an edge or a figure.
    """

    mine: str
    theirs: str
    start: int
    left: str
    right: str


def substitutions(clause: str, part: str, source: str) -> Iterator[Substitution]:
    """What of a clause is not the source's and stands between words that are.

    `part` is the clause of the sentence `source` to which the clause goes: looked at first.
    """
    clause, source = clause[:_CLAUSE], source[:_SENTENCE]
    start = None
    known = _known(clause, source)
    for place, kept in enumerate([*known, True]):
        if not kept and start is None:
            start = place
        elif kept and start is not None:
            found = _replaced(clause, start, place, part) or _replaced(clause, start, place, source)
            if found is not None:
                yield found
            start = None


def _known(clause: str, source: str) -> list[bool]:
    """For each letter, whether it and a neighbour stand together in the source."""
    pairs = [clause[place : place + 2] in source for place in range(len(clause) - 1)]
    before, after = [False, *pairs], [*pairs, False]
    return [
        (a or b) if _LETTER.match(letter) else True
        for a, b, letter in zip(before, after, clause, strict=True)
    ]


def _replaced(clause: str, start: int, end: int, source: str) -> Substitution | None:
    if end - start > _LONGEST:
        return None
    left = _beside(clause[max(0, start - 2) : start], last=True)
    right = _beside(clause[end : end + 2], last=False)
    mine = clause[start:end]
    if left and right:
        return _between(mine, start, left, right, source)
    return None if not (left or right) else _at_edge(mine, start, left, right, source)


def _beside(letters: str, *, last: bool) -> str:
    """The two letters beside a change; none where a mark or a digit comes first."""
    ordered = letters[::-1] if last else letters
    kept = []
    for letter in ordered:
        if not _BESIDE.match(letter):
            break
        kept.append(letter)
    return "".join(kept[::-1] if last else kept)


def _between(mine: str, start: int, left: str, right: str, source: str) -> Substitution | None:
    place = source.find(left)
    best: str | None = None
    while place >= 0:
        begin = place + len(left)
        end = source.find(right, begin, begin + _LONGEST + len(right))
        if end >= 0 and not _GAP.search(source, begin, end):
            words = source[begin:end]
            if best is None or abs(len(words) - len(mine)) < abs(len(best) - len(mine)):
                best = words
        place = source.find(left, place + 1)
    return Substitution(mine, best, start, left, right) if best is not None else None


def _at_edge(mine: str, start: int, left: str, right: str, source: str) -> Substitution | None:
    """A change at the edge of a clause or beside a figure: the source must have an edge too."""
    anchor = left or right
    if len(anchor) < 2:
        return None
    place = source.find(anchor)
    best: str | None = None
    while place >= 0:
        if left:
            words = _run(source, place + len(anchor), forward=True)
        else:
            words = _MARKER.sub("", _run(source, place, forward=False))
        if len(words) <= _LONGEST and (
            best is None or abs(len(words) - len(mine)) < abs(len(best) - len(mine))
        ):
            best = words
        place = source.find(anchor, place + 1)
    return Substitution(mine, best, start, left, right) if best is not None else None


def _run(source: str, place: int, *, forward: bool) -> str:
    """The letters from a place to the next mark or figure."""
    end = place
    if forward:
        while end < len(source) and end - place <= _LONGEST and _LETTER.match(source[end]):
            end += 1
        return source[place:end]
    while end > 0 and place - end <= _LONGEST and _LETTER.match(source[end - 1]):
        end -= 1
    return source[end:place]
