"""Headings without a number that govern numbered units: Markdown headings, parts of a report."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence

from summarizer import patterns as re
from summarizer.patterns import lazy
from summarizer.reading.document import Document
from summarizer.reading.outline.nodes import Node
from summarizer.reading.outline.notations import ANNEX
from summarizer.reading.outline.tokens import (
    PLAIN_DEPTH,
    Token,
    heading_token,
    markdown_heading,
)

# A short paragraph without a full stop above running text.
_SHORT = re.compile(r"(?=[^\n]*[\u4e00-\u9fff])[^\n。;:!?,]{2,40}(?=\n|\Z)")
_PLAIN = lazy(r"(?=[^\n]*[\u4e00-\u9fff])[^\n。;:!?]{4,40}\n[^\n]{0,200}。")
# 2024年工作回顾, and 2019年：砥砺前行开新局.
_PERIOD = lazy(
    r"(?:[^\n。;:!?]{0,12}(?:20\d\d年|“十[一二三四五六七八九]?五”)[^\n。;:!?]{0,24}"
    r"(?:回顾|成就|成绩|目标|任务|工作|安排|要求)|"
    r"(?:20\d\d年|“十[一二三四五六七八九]?五”(?:时期)?|[过今]去?[一五]年|今年|今后五年):[^\n\d。;:!?]{4,24})"
    r"\n[^\n]*[。!]"
)
_SPOKEN_TO = lazy(r"[^\n。;]{0,12}(?:各位[^\n。;]{2,12}|同志们)[:!,](?=\n)")
_WORDS = lazy(r"[^\n\d,()《》]{4,24}\n")  # no sentence, no title, no figure
_FEWEST_PARTS = 2
_FEWEST_ALONE = 3
_OUTERMOST = 50  # the rank of 一、
_PLAIN_RANK = 40  # the rank of 第一条: texts with chapters or articles have no plain parts


def part_headings(
    document: Document, breaks: Sequence[int], tokens: Sequence[Token], start: int, end: int
) -> list[Token]:
    """The headings without a number in the view range `[start, end)`, in order."""
    marked = _markdown(document, breaks, tokens)
    known = {token.start for token in marked}
    plain = [
        heading_token(place, bisect_right(breaks, place) - 1, PLAIN_DEPTH)
        for place in _parts(document, breaks, tokens)
        if place not in known
    ]
    return sorted([*marked, *plain], key=lambda token: token.start)


def chain_headings(
    text: str, breaks: Sequence[int], roots: Sequence[Node], headings: Sequence[Token]
) -> list[Token]:
    """The headings above outermost chains of any notation, if every one has one.

    A single chain has one above it where another part has (`headings`); otherwise its heading is
    no more than a title. No heading that is marked as one leaves others unmarked.
    """
    if any(heading.depth != PLAIN_DEPTH for heading in headings):
        return []
    blocks = [node for node in roots if not node.inline and node.token not in headings]
    starts = [node for node in blocks if node.fresh or node.number == 1]
    if len(starts) + min(1, len(headings)) < _FEWEST_PARTS or starts[:1] != blocks[:1]:
        return []
    found: list[Token] = []
    for node in starts:
        place = roots.index(node)
        elder = _last(roots[place - 1]) if place else None
        low = elder.token.paragraph + 1 if elder is not None else 0
        above = [
            paragraph
            for paragraph in range(low, node.token.paragraph)
            if _SHORT.match(text, breaks[paragraph])
        ]
        if not above:
            return []
        found.append(heading_token(breaks[above[-1]], above[-1], PLAIN_DEPTH))
    return found


def _last(node: Node) -> Node:
    """The last unit that a unit holds."""
    while node.children:
        node = node.children[-1]
    return node


def _markdown(document: Document, breaks: Sequence[int], tokens: Sequence[Token]) -> list[Token]:
    if "#" not in document.text:
        return []
    numbered = {token.start: token for token in tokens if token.block}
    found: list[Token] = []
    depths: Counter[int] = Counter()
    for paragraph, place in enumerate(breaks):
        token = numbered.get(place)
        if token is not None:
            depths[token.depth] += 1
            continue
        heading = markdown_heading(document, document.view.offset(place))
        if heading is not None:
            depths[heading[0]] += 1
            found.append(heading_token(place, paragraph, heading[0]))
    return found[1:] if found and _is_title(found[0], depths, tokens) else found


def _is_title(heading: Token, depths: Mapping[int, int], tokens: Sequence[Token]) -> bool:
    """Whether the first heading holds everything: then it is the title, and divides nothing."""
    return (
        depths[heading.depth] == 1
        and min(depths) == heading.depth
        and all(heading.start < token.start for token in tokens if token.block)
    )


def _parts(document: Document, breaks: Sequence[int], tokens: Sequence[Token]) -> list[int]:
    """Where parts begin that hold chains of their own.

    Where 一、 starts anew, the short paragraph above it, behind the last unit before, names the
    part; the first part has such a heading too. In a text without outer numbers every short
    paragraph above running text is one; one alone is none. Headings of periods (2024年工作回顾) and
    those in bold need no number below them, and the last part may hold none.
    """
    text = document.view.text
    annexed = [token.start for token in tokens if token.notation.key == ANNEX]
    if annexed:  # what is behind has a form of its own
        tokens = [token for token in tokens if token.start < annexed[0]]
        breaks = breaks[: bisect_left(breaks, annexed[0])]
    blocks = [token for token in tokens if token.block and not token.notation.item]
    if any(token.notation.rank <= _PLAIN_RANK for token in blocks):
        return []
    outer = [token for token in blocks if token.notation.rank == _OUTERMOST]
    known = {token.start for token in tokens}
    free = [place for place in breaks if place not in known]
    found = {
        place for place in free if (_PERIOD if outer else _PLAIN).match(text, place) is not None
    }
    if not outer:
        found -= set(_within(blocks, found))
    bold = {place for place in free if _in_bold(document, place)}
    if not blocks:
        return sorted(_alone(text, found, bold))
    found |= bold
    found = found if len(found) >= _FEWEST_PARTS else set()
    firsts = [token for token in outer if token.number == 1]
    if len(firsts) > 1:
        found |= _above(text, breaks, blocks, firsts)
    if found and outer:
        behind = [
            place
            for place in free[bisect_right(free, outer[-1].start) :]
            if _PLAIN.match(text, place) and place not in found
        ]
        found |= set(behind) if len(behind) == 1 else set()
    return sorted(found)


def _alone(text: str, plain: Collection[int], bold: Collection[int]) -> Collection[int]:
    """What parts a text without any number: its lines in bold, else short ones of words alone.

    What stands under pictures is as short as a heading: two such lines are none.
    """
    if len(bold) >= _FEWEST_PARTS:
        return bold
    named = [place for place in plain if _WORDS.match(text, place)]
    return named if len(named) >= _FEWEST_ALONE else ()


def _within(blocks: Sequence[Token], places: Collection[int]) -> Iterator[int]:
    """The places between two numbers of a series that goes on: what stands there parts nothing."""
    starts = [token.start for token in blocks]
    for place in places:
        index = bisect_left(starts, place)
        if 0 < index < len(blocks):
            before, behind = blocks[index - 1], blocks[index]
            if before.notation is behind.notation and behind.number == (before.number or 0) + 1:
                yield place


def _in_bold(document: Document, place: int) -> bool:
    """Whether a short paragraph without a full stop is in bold as a whole, above running text."""
    view = document.view
    if _PLAIN.match(view.text, place) is None:
        return False
    last = view.offset(view.text.index("\n", place) - 1) + 1
    first = view.offset(place)
    opened = document.text[max(0, first - 3) : first].rstrip(" \u3000").endswith("**")
    return opened and document.text.startswith("**", last)


def _behind_address(text: str, breaks: Sequence[int], low: int, first: Token) -> int:
    """The paragraph behind the words to the assembly above a unit; no part begins above."""
    return next(
        (
            paragraph + 1
            for paragraph in range(first.paragraph - 1, low - 1, -1)
            if _SPOKEN_TO.match(text, breaks[paragraph])
        ),
        low,
    )


def _above(
    text: str, breaks: Sequence[int], blocks: Sequence[Token], firsts: Sequence[Token]
) -> set[int]:
    """The headings above each 一、, if every restart has one."""
    starts = [token.start for token in blocks]
    found: list[int | None] = []
    for first in firsts:
        place = bisect_left(starts, first.start)
        low = blocks[place - 1].paragraph + 1 if place else 0
        spoken = _behind_address(text, breaks, low, first)
        # The title of another document in the same file stands above the words to the assembly.
        above = [*range(spoken, first.paragraph), *(range(low, spoken) if place else ())]
        found.append(
            next(
                (breaks[each] for each in above if _SHORT.match(text, breaks[each])),
                None,
            )
        )
    if any(place is None for place in found[1:]):
        return set()
    return {place for place in found if place is not None}
