"""How a text is hard-wrapped, from the widths of its lines.

A text counts as wrapped when its longest lines, or most of its lines, end at nearly the same
width and in the middle of a sentence; one that mixes wrapped lines with whole paragraphs, when most
of the lines that break off in a sentence do so at nearly the same width.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import Literal, NamedTuple

from summarizer import patterns as re
from summarizer.reading.characters import SENTENCE_END, is_han
from summarizer.reading.lines import Line

_TERMINAL = re.compile(rf"[{SENTENCE_END}…:：;；][”’」』）)]*$")
_WIDEST = 160  # columns: eighty characters; longer lines are whole paragraphs
_NARROWEST = 24  # columns: twelve characters, a column of a newspaper
_NARROWEST_COLUMN = 28  # columns: fourteen characters, told by width alone
_RAGGED = 6  # columns: three characters that a line may fall short by
_SLACK = 8  # a Latin word or a number that is not broken
PROSE_COLUMNS = 60  # thirty characters: an A4 page has 28 (GB/T 9704) to 40
_SHARED_EDGE = 0.1  # of all lines that must end at the edge before it counts as one
_BEYOND_EDGE = 0.02  # a line in fifty may be longer (tables, addresses)
_EDGE_COLUMNS = 30  # fifteen characters: an edge nearer in is that of headings
# Of 200 texts without a width of their own three mix the two, each with 40 such lines or more;
# of the others none comes to a width with 8.
_BROKEN = 12
_BROKEN_SHARE = 0.6
_CLAUSES = re.compile("[，。；]")


class Wrapping(NamedTuple):
    """How a text is wrapped: lines of `width` ± `slack`, measured in `unit`."""

    unit: Literal["characters", "columns"]
    width: int
    slack: int
    indented: bool
    column_breaks: bool
    partly: bool = False  # whole paragraphs, in lines of any length, stand among the wrapped ones

    def size(self, line: Line) -> int:
        return line.characters if self.unit == "characters" else line.columns

    def full(self, line: Line) -> bool:
        size = self.size(line)
        # A wrapped line may end in a space that belongs between two words.
        return self.width - self.slack <= size + min(line.trailing, 1) and (
            size <= self.width + self.slack + 4
        )

    @property
    def columns(self) -> int:
        return self.width * 2 if self.unit == "characters" else self.width

    @property
    def exact(self) -> bool:
        """True for a machine's wrapping, which splits words; a typesetter's does not."""
        return self.slack <= 1


def wrapping_of(text: str, lines: Sequence[Line]) -> Wrapping | None:
    """How `text` is hard-wrapped, or None when every line is a paragraph."""
    if len(lines) < 4:
        return None
    best = _best_width(lines)
    partly = best is None
    best = best or _width_of_broken(text, lines)
    if best is None:
        return None
    unit, width, slack = best
    draft = Wrapping(unit, width, slack, indented=False, column_breaks=False)
    full = [line for line in lines if draft.full(line)]
    if draft.exact and len(full) >= 0.5 * len(lines) and _ragged(text, lines, draft):
        width = _typeset_width(Counter(line.columns for line in lines))
        unit, slack = "columns", _SLACK
        draft = Wrapping(unit, width, slack, indented=False, column_breaks=False)
        full = [line for line in lines if draft.full(line)]
    open_ended = sum(1 for line in full if not _TERMINAL.search(text, line.end - 3, line.end))
    if open_ended * 2 < len(full):
        return None
    gaps = odd = 0
    for before, line in pairwise(lines):
        if line.gap:
            gaps += 1
            odd += (
                draft.full(before)
                and not line.marker
                and not _TERMINAL.search(text, before.end - 3, before.end)
            )
    return Wrapping(
        unit,
        width,
        slack,
        indented=_indents_tell(text, lines, draft),
        column_breaks=odd > max(1, gaps // 12),
        partly=partly,
    )


def _indents_tell(text: str, lines: Sequence[Line], wrapping: Wrapping) -> bool:
    """Whether paragraphs are indented and the lines that go on inside them are not."""
    if sum(1 for line in lines if indented_line(text, line)) < 2:
        return False
    inside = within = 0
    for before, line in pairwise(lines):
        if wrapping.full(before) and not _TERMINAL.search(text, before.end - 3, before.end):
            inside += 1
            within += indented_line(text, line)
    return within <= 0.4 * inside


def indents_alone_tell(text: str, lines: Sequence[Line]) -> bool:
    """Whether most lines are indented, and those that are not go on where one broke off."""
    flush = within = 0
    for before, line in pairwise(lines):
        if not indented_line(text, line):
            flush += 1
            within += before.columns >= PROSE_COLUMNS
    return 0 < flush <= 0.5 * len(lines) and within >= 0.8 * flush


def indented_line(text: str, line: Line) -> bool:
    """Whether a line is indented like a paragraph."""
    return line.indent > 1 or (line.indent == 1 and text[line.start - 1] == "\u3000")


def _best_width(lines: Sequence[Line]) -> tuple[Literal["characters", "columns"], int, int] | None:
    total = len(lines)
    columns = Counter(line.columns for line in lines if _NARROWEST <= line.columns <= _WIDEST)
    characters = Counter(line.characters for line in lines if line.columns <= _WIDEST)
    if not columns or sum(columns.values()) < 0.5 * total:
        return None
    length = characters.most_common(1)[0][0]
    same_length = characters[length] + characters[length + 1]
    width = max(columns, key=lambda size: (columns[size] + columns[size - 1], -size))
    same_width = columns[width] + columns[width - 1]
    if length >= _NARROWEST // 2 and same_length >= max(0.5 * total, same_width):
        return "characters", length, 0
    if same_width >= 0.5 * total:
        return "columns", width, 1
    width = _typeset_width(columns)
    if width >= _NARROWEST_COLUMN and _around(columns, width) >= 0.5 * total:
        return "columns", width, _SLACK
    return _shared_edge(lines, characters, columns)


def _width_of_broken(
    text: str, lines: Sequence[Line]
) -> tuple[Literal["columns"], int, int] | None:
    """The width of the lines that break off in a sentence, in a text of whole paragraphs too."""
    broken = Counter(
        line.columns
        for line, below in pairwise(lines)
        if _NARROWEST_COLUMN <= line.columns <= _WIDEST
        and not (line.marker or line.heading or below.marker or below.gap or below.indent > 1)
        and is_han(text[line.end - 1])
        and is_han(text[below.start])
        and _CLAUSES.search(text, line.start, line.end)
    )
    if broken.total() < _BROKEN:
        return None
    width = _typeset_width(broken)
    near = _around(broken, width)
    enough = near >= max(_BROKEN, _BROKEN_SHARE * broken.total())
    return ("columns", width, _SLACK) if enough else None


def _shared_edge(
    lines: Sequence[Line], characters: Counter[int], columns: Counter[int]
) -> tuple[Literal["characters", "columns"], int, int] | None:
    """The width of a text of short paragraphs: few of its lines are full, but none is longer."""
    total = len(lines)
    widest = sum(1 for line in lines if line.columns > _WIDEST)
    best: tuple[Literal["characters", "columns"], int, int] | None = None
    most = max(3, _SHARED_EDGE * total) - 0.5
    units: tuple[tuple[Literal["characters", "columns"], Counter[int], int, int, int], ...] = (
        ("characters", characters, 0, 1, _EDGE_COLUMNS // 2),
        ("columns", columns, 1, 2, _EDGE_COLUMNS),
    )
    for unit, sizes, slack, hanging, narrowest in units:
        for size in sorted(sizes, reverse=True):
            # Punctuation may hang over the edge, and nothing else.
            beyond = widest + sum(sizes[more] for more in sizes if more > size + hanging)
            if size < narrowest or beyond > max(1, _BEYOND_EDGE * total):
                break
            full = sum(sizes[size + more] for more in range(-slack, hanging + 1))
            if full > most:
                most, best = full, (unit, size, slack)
    return best


def _around(columns: Counter[int], width: int) -> int:
    return sum(columns[width - back] for back in range(_RAGGED + 1))


def _typeset_width(columns: Counter[int]) -> int:
    sizes = [size for size in columns if size <= _WIDEST]
    return max(sizes, key=lambda size: (_around(columns, size), -size))


def _ragged(text: str, lines: Sequence[Line], wrapping: Wrapping) -> bool:
    """Whether many lines go on in the next one though they do not quite reach the width."""
    full = near = 0
    for line, following in pairwise(lines):
        if wrapping.full(line):
            full += 1
        elif (
            line.columns * 4 >= wrapping.columns * 3
            and not (following.gap or following.indent or following.marker)
            and not _TERMINAL.search(text, max(line.start, line.end - 3), line.end)
        ):
            near += 1
    return near >= 3 and near * 20 > full


def closed(text: str, line: Line) -> bool:
    """Whether a line ends like a sentence, a clause of its own or a label: with . ; or a colon."""
    return _TERMINAL.search(text, max(line.start, line.end - 3), line.end) is not None
