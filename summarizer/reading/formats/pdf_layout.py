"""The lines of a PDF page in reading order: columns, tables, raised marks, footnotes.

PDFium gives the characters in the order of the file with their boxes. Boxes are asked for only
where they can matter (ends of lines, blanks, digits), so that a page costs little more than its
text.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from statistics import median
from typing import Any

from summarizer import patterns as re
from summarizer.reading.characters import is_han
from summarizer.reading.formats.blocks import Table, raised
from summarizer.reading.formats.pdf_boxes import Boxes
from summarizer.reading.formats.pdf_segments import (
    PROSE,
    Line,
    Segment,
    by_columns,
    by_place,
    gutter_of,
)
from summarizer.reading.formats.pdf_tables import Filled, Piece
from summarizer.reading.formats.ruled import RuledCell, RuledTable

_LINE = re.compile(r"[^\r\n]+")
_BLANK = re.compile(r"(?<=\S) +(?=\S)")
_DIGITS = re.compile("[0-9]+")
# Of the height of the line: a blank as wide parts cells or columns; letters are never so far apart.
_GAP = 1.6
# In a line that such a blank parts, cells stand nearer; words and numbers in prose 0.3 apart.
_CELL_GAP = 0.9
# A raised digit is smaller than the line and its foot above the middle of the line's lower half.
_SMALL = 0.8
_LIFTED = 0.15  # of its size: between an uneven baseline and a raised mark
# Two characters of indent, in heights of the line (a character is a little higher than wide).
_INDENTED = (1.4, 2.6)
_INDENT = "\u3000\u3000"
_FEWEST_FLUSH = 3  # lines that begin at a margin
# Footnotes are set at most so large against the text, at the foot of the page, under their mark.
_NOTE_SIZE = 0.87
_NOTE = re.compile(r"\s*(?:[①-⑳⑴-⒇*]|[\[〔(（]?[0-9]{1,2}[\]〕)）]?(?=[\s\u4e00-\u9fff]))")


def lines_of(page: Any, boxes: Boxes, tables: Sequence[RuledTable] = ()) -> list[Line]:
    """The lines of an open text page, each in its segments from the left.

    A ruled table stands as one segment where its first words are.
    """
    count = page.count_chars()
    text = page.get_text_range()
    if len(text) != count:
        # Characters outside the basic plane: positions in the text are no longer those of the page.
        return [[Segment(line, 0, 0, 0, 0)] for line in text.replace("\r\n", "\n").split("\n")]
    lines: list[Line] = []
    filled = {table: Filled(table) for table in tables}
    for match in _LINE.finditer(text):
        line: Line = []
        for begin, end, table in _parts(boxes, text, match.start(), match.end(), tables):
            if table is None:
                line += _segments(boxes, text, begin, end)
                continue
            if not filled[table].pieces:
                box = table.box
                framed = Segment("", box.left, box.right, box.bottom, box.top, filled[table])
                lines.append([framed])
            _into(filled[table], boxes, text, begin, end)
        if line and lines and _goes_on(lines[-1][-1], line[0]):
            # PDFium starts a line behind a raised mark.
            before = lines[-1].pop()
            first = line[0]
            words = before.text + first.text
            line[0] = Segment(words, before.left, first.right, before.bottom, before.top)
            lines[-1] += line
        elif line:
            lines.append(line)
    return lines


def _parts(
    boxes: Boxes, text: str, start: int, end: int, tables: Sequence[RuledTable]
) -> Iterator[tuple[int, int, RuledTable | None]]:
    """A line in parts that stand in one table, or in none."""
    if not tables:
        yield start, end, None
        return
    begin, inside = start, _table_at(boxes, text, start, tables)
    for place in range(start + 1, end):
        if text[place] == " ":
            continue
        table = _table_at(boxes, text, place, tables)
        if table is not inside:
            yield begin, place, inside
            begin, inside = place, table
    yield begin, end, inside


def _middle(boxes: Boxes, place: int) -> tuple[float, float]:
    left, bottom, right, top = boxes.of(place)
    return (left + right) / 2, (bottom + top) / 2


def _table_at(
    boxes: Boxes, text: str, place: int, tables: Sequence[RuledTable]
) -> RuledTable | None:
    while text[place] == " " and place + 1 < len(text):
        place += 1
    middle = _middle(boxes, place)
    return next((table for table in tables if table.box.holds(*middle)), None)


def _into(filled: Filled, boxes: Boxes, text: str, start: int, end: int) -> None:
    """Put the words of a part of a line into the cells in which they stand."""
    begin, inside = start, None
    for place in range(start, end):
        if text[place] == " ":
            continue
        middle = _middle(boxes, place)
        if inside is not None and inside.box.holds(*middle):
            continue
        cell = next((each for each in filled.ruled.cells if each.box.holds(*middle)), inside)
        if cell is not inside:
            if inside is not None:
                _put(filled, inside, boxes, text, begin, place)
            begin, inside = place, cell
    if inside is not None:
        _put(filled, inside, boxes, text, begin, end)


def _put(
    filled: Filled, cell: RuledCell, boxes: Boxes, text: str, start: int, end: int
) -> None:
    for piece in _segments(boxes, text, start, end):
        middle = (piece.bottom + piece.top) / 2
        found = Piece(piece.text, piece.left, middle, piece.height)
        filled.pieces.setdefault(cell, []).append(found)


def _goes_on(before: Segment, after: Segment) -> bool:
    """Whether a line stands on the same height as the one before it, right behind it."""
    if before.table is not None:
        return False
    size = before.height
    near = -0.5 * size < after.left - before.right < _GAP * size
    return near and abs(after.bottom - before.bottom) < 0.2 * size


def _segments(boxes: Boxes, text: str, start: int, end: int) -> Iterator[Segment]:
    """The pieces of a line that wide gaps part; where there is one, narrower ones part too."""
    found = list(_parted(boxes, text, start, end, _GAP))
    yield from found if len(found) == 1 else _parted(boxes, text, start, end, _CELL_GAP)


def _parted(boxes: Boxes, text: str, start: int, end: int, least: float) -> Iterator[Segment]:
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
        if after[0] - before[2] > least * height and not _spelled(text, blank, begin, end):
            yield _segment(boxes, text, begin, blank.start())
            begin = blank.end()
    yield _segment(boxes, text, begin, end)


def _spelled(text: str, blank: re.Match[str], begin: int, end: int) -> bool:
    """Whether a gap stands between single characters of one word (项  目)."""
    before, after = text[begin : blank.start()], text[blank.end() : end]
    single = len(before) == 1 and (len(after) == 1 or after[1] == " ")
    return single and is_han(before) and is_han(after[0])


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


def laid_out(lines: Sequence[Line]) -> tuple[list[str | Table], list[str]]:
    """The lines and tables of a page in order, cells parted by tabs; and its footnotes."""
    lines = [line for line in lines if line]
    body, notes = _without_notes(lines)
    gutter = gutter_of(body)
    ordered = body if gutter is None else by_columns(body, gutter)
    margins = _margins(ordered)
    placed = by_place(ordered)
    shown: list[str | Table] = []
    for line in ordered:
        filled = line[0].table
        table = filled.table() if filled is not None else None
        if table is not None:
            shown.append(table)
        elif filled is not None:
            shown += filled.lines()
        else:
            words = placed.get(id(line)) or "\t".join(segment.text for segment in line)
            shown.append(_INDENT * _indented(line, margins) + words)
    return shown, _joined(notes)


def _margins(lines: Sequence[Line]) -> list[float]:
    """Where lines of prose begin on a page, most of them in each of its columns."""
    places = Counter(round(line[0].left) for line in lines if len(line[0].text) >= PROSE)
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
    sizes: list[float] = []
    for line in lines:
        sizes += [line[0].height] * len(line[0].text)
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
