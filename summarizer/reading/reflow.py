"""Hard-wrapped lines → paragraphs.

A text counts as wrapped when its longest lines, or most of its lines, end at nearly the same
width and in the middle of a sentence. Then a line that reaches the width goes on in the next one,
across a column break too, unless a marker or an indent starts a paragraph there. In any text, a
line that breaks off in the middle of a sentence goes on.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from summarizer.reading.characters import HAN, SENTENCE_END, fold
from summarizer.reading.furniture import furniture_reason
from summarizer.reading.lines import MARKER, Line
from summarizer.reading.metadata import DATE, ISSUER

_TERMINAL = re.compile(rf"[{SENTENCE_END}…:：;；][”’」』）)]*$")
_SENTENCE = re.compile(rf"[{SENTENCE_END}][”’」』）)]*$")
_WIDEST = 160
_NARROWEST = 14
_RAGGED = 6
_SLACK = 8
_EDGE = 40
_PROSE_COLUMNS = 60
_SHARED_EDGE = 0.1
_BEYOND_EDGE = 0.02
_EDGE_COLUMNS = 30
_NEVER_FIRST = "，。、；：）】》”’,;:)!！?？%％"
_HAN = re.compile(f"[{HAN}]")
_CUT_FIGURE = re.compile(r"[0-9０-９.．]")
_FIGURE_REST = re.compile(rf"[0-9０-９%％.．{HAN}]")
_FIGURE = re.compile(
    r"[0-9０-９]+(?:[.．,，][0-9０-９]+)*(?:[%％]|[万亿千百余多个]|[\u4e00-\u9fff](?<!年))"
)
_LABEL = re.compile(r"[^，。；：,;:\n]{2,10}[：:]")
# Starts no sentence ever goes on with: the paragraph that invites comments.
_OPENING = re.compile(
    r"(?:热忱|诚恳|诚挚|真诚|衷心)?(?:欢\s?迎|希\s?望)广\s?大|各位代表[:：!！,，]|下一?步[,，]"
)
_TITLE_END = re.compile(r"(?:情况的?(?:通报|报告|公告|公示)|工作报告)$")
# How the text below a heading begins, other than with the name of a place.
_LEAD_IN = re.compile(
    r"[省市区县州旗盟党校院厅局我本全](?!面)|公司|集团|根据|按照|经过|通过|今年|去年|近年|一年来"
    r"|集中|自|截至|下一?步|当前|目前|[12１２]"
)
_ORDINAL_BEFORE = re.compile(r"第$|[0-9０-９.、一二三四五六七八九十]$")


@dataclass(frozen=True, slots=True)
class Wrapping:
    """How a text is wrapped: lines of `width` ± `slack`, measured in `unit`."""

    unit: Literal["characters", "columns"]
    width: int
    slack: int
    indented: bool
    column_breaks: bool

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
    )


def _indents_tell(text: str, lines: Sequence[Line], wrapping: Wrapping) -> bool:
    """Whether paragraphs are indented and the lines that go on inside them are not."""
    if sum(1 for line in lines if _indented(text, line)) < 2:
        return False
    inside = within = 0
    for before, line in pairwise(lines):
        if wrapping.full(before) and not _TERMINAL.search(text, before.end - 3, before.end):
            inside += 1
            within += _indented(text, line)
    return within <= 0.4 * inside


def _indents_alone_tell(text: str, lines: Sequence[Line]) -> bool:
    """Whether most lines are indented, and those that are not go on where one broke off."""
    flush = within = 0
    for before, line in pairwise(lines):
        if not _indented(text, line):
            flush += 1
            within += before.columns >= _PROSE_COLUMNS
    return 0 < flush <= 0.5 * len(lines) and within >= 0.8 * flush


def _indented(text: str, line: Line) -> bool:
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
    if _around(columns, width) >= 0.5 * total:
        return "columns", width, _SLACK
    return _shared_edge(lines, characters, columns)


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


def paragraphs(text: str, lines: Sequence[Line], wrapping: Wrapping | None) -> list[list[Line]]:
    """The paragraphs of `lines`, in order; each holds at least one line."""
    result: list[list[Line]] = []
    flush = wrapping.indented if wrapping is not None else _indents_alone_tell(text, lines)
    breaks = _edge_breaks(text, lines, wrapped=wrapping is not None)
    for index, line in enumerate(lines):
        if (
            result
            and index not in breaks
            and _continues(text, result[-1], line, wrapping, flush=flush)
        ):
            result[-1].append(line)
        else:
            result.append([line])
    return result if wrapping is None else _split_full_headings(text, result)


def _complete(text: str, line: Line) -> bool:
    return sentence_ended(text, line) or _HAN.match(text, line.end - 1) is None


def _edge_breaks(text: str, lines: Sequence[Line], *, wrapped: bool) -> set[int]:
    """Lines near either end that start a paragraph for what they are: furniture, signature."""
    breaks: set[int] = set()
    count = len(lines)
    for index in sorted({*range(min(_EDGE, count)), *range(max(0, count - _EDGE), count)}):
        line = lines[index]
        squeezed = fold("".join(text[line.start : min(line.end, line.start + 200)].split()))
        if furniture_reason(squeezed) is not None:
            breaks |= {index, index + 1}
        elif _TITLE_END.search(squeezed):
            breaks.add(index + 1)
        elif DATE.fullmatch(squeezed.strip("()")):
            breaks |= {index, index + 1}
            below = lines[index + 1] if index + 1 < count else line
            if ISSUER.fullmatch("".join(text[below.start : below.end].split())):
                breaks.add(index + 2)
            above = lines[index - 1]
            if (
                index > 1
                and (not wrapped or _complete(text, lines[index - 2]))
                and ISSUER.fullmatch("".join(text[above.start : above.end].split()))
            ):
                breaks.add(index - 1)
    return breaks


def _split_full_headings(text: str, blocks: list[list[Line]]) -> list[list[Line]]:
    """Part a heading that fills its line exactly from the text below it.

    Nothing in the line itself tells; but where the other headings with the same notation stand
    alone, this one does too.
    """
    alone: Counter[str] = Counter()
    run_on: list[int] = []
    for index, block in enumerate(blocks):
        if not block[0].marker:
            continue
        kind = _notation(text, block[0])
        if "。" not in text[block[0].start : block[-1].end]:
            alone[kind] += 1
        elif len(block) > 1 and "。" not in text[block[0].start : block[0].end]:
            run_on.append(index)
    kinds = Counter(_notation(text, block[0]) for block in blocks if block[0].marker)
    result = list(blocks)
    for index in reversed(run_on):
        kind = _notation(text, blocks[index][0])
        if kind == "、" and alone[kind] and alone[kind] * 3 >= kinds[kind]:
            place = _heading_lines(text, blocks[index])
            result[index : index + 1] = [blocks[index][:place], blocks[index][place:]]
    return result


def _heading_lines(text: str, block: list[Line]) -> int:
    for place, line in enumerate(block[1:5], start=1):
        if "。" in text[block[place - 1].start : block[place - 1].end]:
            break
        if _LEAD_IN.match(text, line.start, line.end):
            return place
    return 1


def _notation(text: str, line: Line) -> str:
    match = MARKER.match(text, line.start, line.end)
    return match[0][-1] if match else ""


def sentence_ended(text: str, line: Line) -> bool:
    """Whether a line ends with a full stop, question or exclamation mark."""
    return _SENTENCE.search(text, max(line.start, line.end - 3), line.end) is not None


def closed(text: str, line: Line) -> bool:
    """Whether a line ends like a sentence, a clause of its own or a label: with . ; or a colon."""
    return _TERMINAL.search(text, max(line.start, line.end - 3), line.end) is not None


def _interrupted(text: str, paragraph: list[Line], line: Line, *, flush: bool) -> bool:
    """Whether a line that need not be full still goes on: it stops in the middle of a sentence.

    `flush` says that a line that is not indented starts no paragraph.
    """
    before = paragraph[-1]
    last = text[before.end - 1]
    if line.heading or before.heading:
        return False
    prose = any(mark in text[before.start : before.end] for mark in "，。；,")
    long = prose and before.columns >= _PROSE_COLUMNS and not closed(text, before)
    if line.marker:
        return (last == "第" and before.columns > 2) or (
            flush and long and not _indented(text, line)
        )
    if text[line.start] in _NEVER_FIRST:
        return True
    if line.indent > 1:
        return False
    if last in ",，、":
        return before.columns > 2
    if prose and _CUT_FIGURE.match(text, before.end - 1) and _FIGURE_REST.match(text, line.start):
        return True
    if _HAN.match(last) is None or _LABEL.match(text, line.start, line.end):
        return False
    if prose and _FIGURE.match(text, line.start, line.end):
        return True
    if flush and long:
        return True
    # A heading has no full stop; a line with one that ends without one breaks off.
    return (
        (flush or before.columns > _PROSE_COLUMNS)
        and text.rfind("。", paragraph[0].start, before.end) > 0
        and _HAN.match(text, line.start) is not None
    )


def _continues(
    text: str, paragraph: list[Line], line: Line, wrapping: Wrapping | None, *, flush: bool
) -> bool:
    before = paragraph[-1]
    if line.goes_on:
        return True
    if wrapping is None or not wrapping.full(before):
        return _interrupted(text, paragraph, line, flush=flush and not line.gap)
    if before.heading or line.heading:
        return False
    if wrapping.size(line) > wrapping.width + wrapping.slack + 6:
        return False
    if wrapping.indented and _indented(text, line):
        return False
    tail = max(before.start, before.end - 3)
    ended = sentence_ended(text, before)
    if line.marker and not _ORDINAL_BEFORE.search(text, tail, before.end):
        if ended or line.gap:
            return False
        if _TERMINAL.search(text, tail, before.end):
            return False
        # A heading that fills its line exactly, and the first marker below it.
        if (
            paragraph[0].marker
            and len(paragraph) < _EDGE
            and "。" not in text[paragraph[0].start : before.end]
        ):
            return False
    if line.gap:
        return wrapping.column_breaks and not ended
    return not (ended and _OPENING.match(text, line.start, line.end))
