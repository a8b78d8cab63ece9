"""Cutting running text into clauses.

Offsets are positions in the string that was given. A comma inside brackets, quotation marks, a
title or a figure never ends a clause. Linear in the text.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from summarizer import patterns as re
from summarizer.anchors.verbs import verb_at
from summarizer.engines.extractive import cues
from summarizer.engines.extractive.topics import verbless

_TOKEN = re.compile(r"[《〈（(\[【“‘「『》〉）)\]】”’」』\"]|[,，;；。！!？?\n]")
_CLOSER = {
    "《": "》",
    "〈": "〉",
    "（": "）",
    "(": ")",
    "[": "]",
    "【": "】",
    "“": "”",
    "‘": "’",
    "「": "」",
    "『": "』",
}
_CLOSERS = frozenset(_CLOSER.values())
_DASHES = "—―"  # before the items of a list
_STOPS = frozenset(",，;；。！!？?\n")
_TWIN = {")": "）", "）": ")"}
_THOUSANDS = re.compile(r"(?<=\d)[,，](?=\d{3}(?!\d))")
_MAX_NESTED = 300  # longer "quotations" are an unmatched mark and its chance partner
_MAX_DEPTH = 8  # no pair of marks nests deeper in print; bounds the stack
_MAX_SPANNED = 4  # a list of more clauses than a point holds
# Behind a full stop, of the sentence before it: 完善统计制度。（甲部牵头，乙委参与）
_AFTERWORD = re.compile(r"[（(][^（()）]*[）)]\s*")
# The same where the sentence is a heading, and this all that stands below it.
_CHARGED = re.compile(r"[（(](?=[^（()）]{0,30}(?:负责|牵头|责任))[^（()）]*[）)]\s*")
_NAME = re.compile(r"(?![与同对向为由在从以])[^\d,，:：“]{4,}")
_MATTER = 8  # characters behind 等: what they all are, 项目建设
_VERB = 4  # characters: an adverb and a verb, 加快推进
_TAIL = 20  # longer than any name of a body that is looked for

COMMAS = ",，"
SEMICOLONS = ";；"


class Clause(NamedTuple):
    """A clause `[start, end)`, the mark that ends it (empty at the end of the text) and its place.

    `segment` counts the parts between semicolons, `sentence` those between full stops.
    """

    start: int
    end: int
    stop: str
    stop_at: int
    segment: int
    sentence: int


def split_clauses(text: str) -> list[Clause]:
    """The clauses of `text`, without their marks, the white space and the dashes of lists.

    What stands in brackets behind a full stop is no clause and opens none.
    """
    clauses: list[Clause] = []
    segment = sentence = start = 0
    for position, stop in _cuts(text):
        low, high = start, position
        while low < high and (text[low].isspace() or text[low] in _DASHES):
            low += 1
        while high > low and text[high - 1].isspace():
            high -= 1
        if not clauses or clauses[-1].stop not in COMMAS:
            named = (_AFTERWORD if clauses else _CHARGED).match(text, low, high)
            low = named.end() if named is not None else low
        if low < high:
            clauses.append(Clause(low, high, stop, position, segment, sentence))
        start = position + 1
        if stop not in COMMAS:
            segment += 1
            if stop not in SEMICOLONS:
                sentence += 1
    return clauses


def join_spanning(text: str, clauses: list[Clause]) -> list[Clause]:
    """`clauses` with those put together that a comma only seems to part.

    成立由甲任组长，乙任副组长的领导小组 is one clause, as is a list of bodies told with commas.
    """
    joined: list[Clause] = []
    left = 0
    listed = _lists(text, clauses)
    for place, clause in enumerate(clauses):
        words = text[clause.start : clause.end]
        if place in listed:
            joined[-1] = joined[-1]._replace(
                end=clause.end, stop=clause.stop, stop_at=clause.stop_at
            )
            continue
        before = joined[-1] if joined else None
        if before is not None and before.segment == clause.segment:
            if _is_height(text, before, words) or cues.ALL_IN_ONE.match(words):
                joined[-1] = before._replace(
                    end=clause.end, stop=clause.stop, stop_at=clause.stop_at
                )
                continue
            if left:
                left = 0 if "的" in words else left - 1
                joined[-1] = before._replace(
                    end=clause.end, stop=clause.stop, stop_at=clause.stop_at
                )
                continue
            if (
                cues.BODIES.search(text, before.start, before.end)
                and cues.BODIES_START.match(words)
                and cues.BODIES_END.search(text[max(before.start, before.end - _TAIL) : before.end])
            ):
                joined[-1] = before._replace(
                    end=clause.end, stop=clause.stop, stop_at=clause.stop_at
                )
                continue
        spans = "的" not in words and any(opening in words for opening in "由以一指")
        left = _MAX_SPANNED if spans and cues.SPANNING.match(words) else 0
        joined.append(clause)
    return joined


def _lists(text: str, clauses: Sequence[Clause]) -> set[int]:
    """The clauses that go on naming what a verb before them governs: 推进甲园区，乙港口，丙等项目.

    Names alone, up to the one that 等 closes; the clause before them is what they belong to.
    """
    found: set[int] = set()
    for last, clause in enumerate(clauses):
        named, mark, closed = text[clause.start : clause.end].partition("等")
        if not mark or not _NAME.fullmatch(named) or not verbless(named):
            continue
        if len(closed) > _MATTER or not verbless(closed):
            continue  # they are told of: 抢抓工期，甲小学、乙小学等项目已开工
        first = last
        while first and last - first <= _MAX_SPANNED and _goes_on(text, clauses, first):
            first -= 1
        if first == last or last - first > _MAX_SPANNED:
            continue
        opening = text[clauses[first].start : clauses[first].end]
        governs = any(verb_at(opening, at, len(opening)) for at in range(_VERB))
        if (
            "等" not in opening
            and governs
            and _NAME.fullmatch(opening)
            and verbless(opening[_VERB:])
        ):
            found.update(range(first + 1, last + 1))
    return found


def _goes_on(text: str, clauses: Sequence[Clause], place: int) -> bool:
    """Whether the clause at `place`, up to its 等, names nothing but more of a list."""
    clause, before = clauses[place], clauses[place - 1]
    named = text[clause.start : clause.end].partition("等")[0]
    return (
        before.segment == clause.segment
        and before.stop in COMMAS
        and _NAME.fullmatch(named) is not None
        and verbless(named)
    )


def _is_height(text: str, before: Clause, words: str) -> bool:
    """Whether a clause ends what the one before it looks from: 从甲，维护乙的高度."""
    if not cues.HEIGHT.search(words):
        return False
    opening = text[before.start : before.end]
    return cues.HEIGHT.search(opening) is None and cues.FROM.match(opening) is not None


def _cuts(text: str) -> list[tuple[int, str]]:
    cuts: list[tuple[int, str]] = []
    stack: list[tuple[str, int, int]] = []
    for match in _TOKEN.finditer(text):
        mark, position = match.group(), match.start()
        if mark in _STOPS:
            if mark == "\n":
                stack.clear()
            if mark not in COMMAS or not _THOUSANDS.match(text, position):
                cuts.append((position, mark))
        elif mark in _CLOSER:
            _open(stack, _CLOSER[mark], len(cuts), position)
        elif mark in _CLOSERS or any(closer == mark for closer, _, _ in stack):
            _close(stack, mark, cuts, position)
        else:
            _open(stack, mark, len(cuts), position)
    cuts.append((len(text), ""))
    return cuts


def _open(stack: list[tuple[str, int, int]], closer: str, mark: int, position: int) -> None:
    if len(stack) == _MAX_DEPTH:
        del stack[0]
    stack.append((closer, mark, position))


def _close(
    stack: list[tuple[str, int, int]], mark: str, cuts: list[tuple[int, str]], position: int
) -> None:
    for index in range(len(stack) - 1, -1, -1):
        closer, kept, opened = stack[index]
        if closer == mark or closer == _TWIN.get(mark):
            if position - opened <= _MAX_NESTED:
                del cuts[kept:]
            del stack[index:]
            return


_PAIRED = re.compile(r"[《〈（(\[【“‘「『》〉）)\]】”’」』]")


def sound(text: str) -> bool:
    """True where every clause that `split_clauses` cuts from `text` is balanced for certain."""
    if '"' in text:
        return False
    stack: list[tuple[str, int]] = []
    for match in _PAIRED.finditer(text):
        mark = match.group()
        if mark in _CLOSER:
            stack.append((_CLOSER[mark], match.start()))
        elif not stack or len(stack) > _MAX_DEPTH:
            return False
        else:
            closer, opened = stack.pop()
            if closer not in (mark, _TWIN.get(mark)) or match.start() - opened > _MAX_NESTED:
                return False
    return not stack


def balanced(text: str) -> bool:
    """True where every bracket, title mark and quotation mark of `text` has its partner."""
    if _PAIRED.search(text) is None:
        return '"' not in text or text.count('"') % 2 == 0
    stack: list[str] = []
    for match in _PAIRED.finditer(text):
        mark = match.group()
        if mark in _CLOSER:
            stack.append(_CLOSER[mark])
        elif not stack or stack.pop() not in (mark, _TWIN.get(mark)):
            return False
    return not stack and ('"' not in text or text.count('"') % 2 == 0)
