"""The heads above rows that only blanks part: words on one to three lines, spelled out or not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from summarizer import patterns as re
from summarizer.reading.characters import SPACE, ZERO_WIDTH, display_width, is_han
from summarizer.reading.document import TableCell
from summarizer.reading.table_doubts import Doubt
from summarizer.reading.tables.frame import Draft, is_note
from summarizer.reading.tables.items import Item
from summarizer.spans import Range

_WORD = re.compile(f"[^{SPACE}{ZERO_WIDTH}]+")
_DEEPEST = 32  # lines of words: eight heads in narrow columns, each wrapped to four lines
_LONGEST_HEAD = 16  # characters of a line of a head: a column is no wider
_LINES = 3  # as long as a name in a narrow column is wrapped
# A head that ends so goes on in the next line: 一九八四年比 ⏎ 一九八三年增长％.
_UNFINISHED = ("比", "较", "与", "和", "及", "、", "（", "(")


def heads_above(text: str, draft: Draft, above: Sequence[Item]) -> tuple[Draft, int]:
    """The draft with the header found among the lines above it, and how many lines it took."""
    width = max((len(row) for row in draft.rows), default=0)
    if _groups(above, width):
        heading, header = above[-1], above[-2]
        empty = TableCell("", Range(heading.span.end, heading.span.end))
        group = (*heading.cells, *(empty,) * (width - 1))
        span = Range(header.span.start, draft.span.end)
        return replace(draft, span=span, rows=(header.cells, group, *draft.rows)), 2
    lines: list[Item] = []
    for item in reversed(above):
        if len(lines) == _LINES or item.form != "cell" or item.marker or item.heading:
            break
        if is_note(item):
            break
        lines.insert(0, item)
        heads = _spelled(text, lines)
        unnamed = len(heads) == width - 1 and _behind_names(text, lines[0], draft.rows[0])
        if unnamed and not _goes_on(above, len(lines)):
            first = heads[0].span.start
            heads.insert(0, TableCell("", Range(first, first)))
        if len(heads) == width and not _goes_on(above, len(lines)):
            span = Range(item.span.start, draft.span.end)
            return replace(draft, span=span, rows=(tuple(heads), *draft.rows)), len(lines)
    return _unread(draft, above)


def _behind_names(text: str, heads: Item, row: Sequence[TableCell]) -> bool:
    """Whether a line of heads leaves the column of names without one: it begins behind them."""
    before = text[text.rfind("\n", 0, heads.span.start) + 1 : heads.cells[0].span.start]
    if not heads.parted or "\t" in before:
        return True
    return display_width(before) >= display_width(row[0].text)


def _unread(draft: Draft, above: Sequence[Item]) -> tuple[Draft, int]:
    """The draft with the lines of words between its unit note and its rows, whatever they head.

    They are no prose, even where nobody can say which column each of them heads.
    """
    heads = [cell for cell in above[-1].cells if cell.text] if above else []
    if len(heads) > 1 and above[-1].parted and above[-1].form == "cell" and not is_note(above[-1]):
        # Heads that are more or fewer than the cells: which is over which nobody can say.
        width = max((len(row) for row in draft.rows), default=0)
        draft = replace(draft, doubt=Doubt("header", (str(len(heads)), str(width))))
    for taken, item in enumerate(reversed(above[-_DEEPEST - 1 :])):
        if item.form == "cell" and taken and is_note(item):
            start = above[-taken].span.start
            return replace(draft, span=Range(start, draft.span.end)), taken
        if item.form != "cell" or item.marker or item.heading:
            break
        if max(len(cell.text) for cell in item.cells) > _LONGEST_HEAD:
            break
    return draft, 0


def _groups(above: Sequence[Item], width: int) -> bool:
    """Whether the heading of a group stands between the header and the first row."""
    if len(above) < 2:
        return False
    first, heading = above[-2:]
    return (
        heading.form == first.form == "cell"
        and first.parted
        and len(first.cells) == width > len(heading.cells) == 1
    )


def _goes_on(above: Sequence[Item], taken: int) -> bool:
    """Whether the line above those taken ends in a head that is not finished."""
    if len(above) <= taken:
        return False
    before = above[-taken - 1]
    return before.form == "cell" and before.text.endswith(_UNFINISHED)


def _spelled(text: str, lines: Sequence[Item]) -> list[TableCell]:
    """The heads on some lines, in order, with words put together that are printed with blanks."""
    heads: list[TableCell] = []
    unfinished = False
    for item in lines:
        cells = list(item.cells) if item.parted else _words(text, item)
        if unfinished and heads and cells:
            last = heads[-1]
            heads[-1] = TableCell(
                last.text + cells[0].text, Range(last.span.start, cells[0].span.end)
            )
            cells = cells[1:]
        heads += cells
        unfinished = bool(heads) and heads[-1].text.endswith(_UNFINISHED)
    return heads


def _words(text: str, item: Item) -> list[TableCell]:
    """The words of a line; single characters in a row are one word, an even number of two each."""
    cell = item.cells[0].span
    places = [match.span() for match in _WORD.finditer(text, cell.start, cell.end)]
    words: list[TableCell] = []
    index = 0
    while index < len(places):
        end = index
        while end < len(places) and _single(text, places[end]):
            end += 1
        size = end - index
        step = 1 if size < 2 else (2 if size % 2 == 0 else size)
        chosen = places[index : index + step]
        words.append(
            TableCell(
                "".join(text[start:stop] for start, stop in chosen),
                Range(chosen[0][0], chosen[-1][1]),
            )
        )
        index += step
    return words


def _single(text: str, place: tuple[int, int]) -> bool:
    return place[1] - place[0] == 1 and is_han(text[place[0]])
