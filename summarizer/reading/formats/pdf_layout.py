"""The lines of a PDF page in reading order: columns, cells, raised marks, footnotes.

PDFium gives the characters in the order of the file with their boxes. Boxes are asked for only
where they can matter (ends of lines, blanks, digits), so that a page costs little more than its
text.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Any

from summarizer import patterns as re
from summarizer.reading.formats.blocks import raised
from summarizer.reading.formats.pdf_boxes import Boxes

_LINE = re.compile(r"[^\r\n]+")
_BLANK = re.compile(r"(?<=\S) +(?=\S)")
_DIGITS = re.compile("[0-9]+")
# Of the height of the line: a blank as wide parts cells or columns; letters are never so far apart.
_GAP = 1.6
# A raised digit is smaller than the line and its foot above the middle of the line's lower half.
_SMALL = 0.8
_LIFTED = 0.15  # of its size: between an uneven baseline and a raised mark
# Two columns: that many lines and that share of a page's lines leave the same gutter free, with
# prose on both sides (a row of a table has short cells).
_FEWEST_LINES = 5
_GUTTER_SHARE = 0.5  # two columns of prose leave their gap on most rows
_PROSE = 8  # characters beside a gap: cells are shorter
# Two characters of indent, in heights of the line (a character is a little higher than wide).
_INDENTED = (1.4, 2.6)
_INDENT = "\u3000\u3000"
_FEWEST_FLUSH = 3  # lines that begin at a margin
# Footnotes are set at most so large against the text, at the foot of the page, under their mark.
_NOTE_SIZE = 0.87
_NOTE = re.compile(r"\s*(?:[①-⑳⑴-⒇*]|[\[〔(（]?[0-9]{1,2}[\]〕)）]?(?=[\s\u4e00-\u9fff]))")


@dataclass(slots=True)
class Segment:
    """A piece of a line that no wide gap parts; `top` and `bottom` grow upward, as in the file."""

    text: str
    left: float
    right: float
    bottom: float
    top: float

    @property
    def height(self) -> float:
        return self.top - self.bottom


Line = list[Segment]


def lines_of(page: Any) -> list[Line]:
    """The lines of an open text page, each in its segments from the left."""
    boxes = Boxes(page)
    count = page.count_chars()
    text = page.get_text_range()
    if len(text) != count:
        # Characters outside the basic plane: positions in the text are no longer those of the page.
        return [[Segment(line, 0, 0, 0, 0)] for line in text.replace("\r\n", "\n").split("\n")]
    lines: list[Line] = []
    for match in _LINE.finditer(text):
        line = list(_segments(boxes, text, match.start(), match.end()))
        if line and lines and _goes_on(lines[-1][-1], line[0]):
            # PDFium starts a line behind a raised mark.
            before = lines[-1].pop()
            first = line[0]
            text_of = before.text + first.text
            line[0] = Segment(text_of, before.left, first.right, before.bottom, before.top)
            lines[-1] += line
        elif line:
            lines.append(line)
    return lines


def _goes_on(before: Segment, after: Segment) -> bool:
    """Whether a line stands on the same height as the one before it, right behind it."""
    size = before.height
    near = -0.5 * size < after.left - before.right < _GAP * size
    return near and abs(after.bottom - before.bottom) < 0.2 * size


def _segments(boxes: Boxes, text: str, start: int, end: int) -> Iterator[Segment]:
    end = start + len(text[start:end].rstrip(" "))
    start = end - len(text[start:end].lstrip(" "))
    if start == end:
        return
    first = boxes.of(start)
    height = max(first[3] - first[1], 1.0)
    begin = start
    for blank in _BLANK.finditer(text, start, end):
        before = boxes.of(blank.start() - 1)
        after = boxes.of(blank.end())
        if after[0] - before[2] > _GAP * height:
            yield _segment(boxes, text, begin, blank.start())
            begin = blank.end()
    yield _segment(boxes, text, begin, end)


def _segment(boxes: Boxes, text: str, start: int, end: int) -> Segment:
    first, last = boxes.of(start), boxes.of(end - 1)
    bottom, top = first[1], first[3]
    piece = text[start:end]
    for digits in reversed(list(_DIGITS.finditer(text, start, end))):
        low, high = digits.start(), digits.end()
        if high - low == end - start:
            continue
        # The mark follows its word: of 35.21 the last digit may be one.
        lifted = high
        while lifted > low and _is_raised(boxes, lifted - 1, bottom, top):
            lifted -= 1
        if lifted < high:
            mark = raised(text[lifted:high], text[lifted - 1 : lifted])
            piece = piece[: lifted - start] + mark + piece[high - start :]
    return Segment(piece, first[0], last[2], bottom, top)


def _is_raised(boxes: Boxes, place: int, bottom: float, top: float) -> bool:
    _, low, _, high = boxes.of(place)
    size = top - bottom
    return bool(high - low < _SMALL * size and low - bottom > _LIFTED * size)


def laid_out(lines: Sequence[Line]) -> tuple[str, list[str]]:
    """The text of a page, a line a line, cells parted by tabs; and its footnotes."""
    lines = [line for line in lines if line]
    body, notes = _without_notes(lines)
    gutter = _gutter(body)
    ordered = body if gutter is None else _by_columns(body, gutter)
    margins = _margins(ordered)
    shown = "\n".join(
        _INDENT * _indented(line, margins) + "\t".join(segment.text for segment in line)
        for line in ordered
    )
    return shown, _joined(notes)


def _margins(lines: Sequence[Line]) -> list[float]:
    """Where lines of prose begin on a page, most of them in each of its columns."""
    places = Counter(round(line[0].left) for line in lines if len(line[0].text) >= _PROSE)
    return sorted(place for place, count in places.items() if count >= _FEWEST_FLUSH)


def _indented(line: Line, margins: Sequence[float]) -> bool:
    """Whether a line begins two characters behind a margin, as a paragraph does."""
    first = line[0]
    return len(line) == 1 and any(
        _INDENTED[0] < (first.left - margin) / max(first.height, 1.0) < _INDENTED[1]
        for margin in margins
    )


def _without_notes(lines: Sequence[Line]) -> tuple[list[Line], list[Line]]:
    """The lines of the text, and those of the footnotes below it."""
    sizes = [line[0].height for line in lines for _ in line[0].text]
    if not sizes or not max(sizes):
        return list(lines), []
    usual = median(sizes)
    end = len(lines)
    while end and lines[end - 1][0].height < _NOTE_SIZE * usual:
        end -= 1
    below = lines[end:]
    lowest = min((line[0].bottom for line in lines[:end]), default=0)
    first = next((i for i, line in enumerate(below) if _NOTE.match(line[0].text)), None)
    if first is None or any(line[0].bottom > lowest for line in below[first:]):
        return list(lines), []
    return list(lines[: end + first]), list(below[first:])


def _joined(notes: Sequence[Line]) -> list[str]:
    """Each footnote as one paragraph."""
    result: list[str] = []
    for line in notes:
        text = " ".join(segment.text for segment in line)
        if result and not _NOTE.match(text):
            result[-1] += text
        else:
            result.append(text)
    return result


def _gutter(lines: Sequence[Line]) -> float | None:
    """Where two columns of prose are parted, None on a page of one."""
    gaps = [
        (before.right, after.left)
        for line in lines
        if len(line) == 2
        for before, after in [line]
        if len(before.text) >= _PROSE and len(after.text) >= _PROSE
    ]
    rows = len({round(line[0].bottom) for line in lines})
    if len(gaps) < max(_FEWEST_LINES, _GUTTER_SHARE * rows):
        return None
    middle = median([(left + right) / 2 for left, right in gaps])
    free = sum(1 for left, right in gaps if left < middle < right)
    return middle if free >= 0.9 * len(gaps) else None


def _by_columns(lines: Sequence[Line], gutter: float) -> list[Line]:
    """The left column before the right one, between lines that reach over both."""
    result: list[Line] = []
    left: list[Line] = []
    right: list[Line] = []
    for line in lines:
        if any(segment.left < gutter < segment.right for segment in line):
            result += [*left, *right, line]
            left, right = [], []
            continue
        beside = [segment for segment in line if segment.left >= gutter]
        before = [segment for segment in line if segment.left < gutter]
        left += [before] if before else []
        right += [beside] if beside else []
    return [*result, *left, *right]
