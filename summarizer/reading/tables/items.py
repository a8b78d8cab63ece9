"""Physical lines as pieces of a table: rows of several cells, single cells, or prose.

A line here is what stands between two line ends, wide gaps and all; `reading.lines` parts it
further for prose. Only what can stand in a table becomes an item; everything else ends a group.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from summarizer import patterns as re
from summarizer.reading.characters import LINE_END, SPACE, display_width, is_han
from summarizer.reading.document import TableCell
from summarizer.reading.furniture import ANYWHERE
from summarizer.reading.lines import MARKER, SPACED
from summarizer.reading.tables.notes import heads_a_table
from summarizer.reading.tables.pipes import BARS, GAP, TRIM, joined, piped, trimmed
from summarizer.reading.tables.values import is_sentence, kind_of
from summarizer.spans import Range

Form = Literal["grid", "pipe", "rule", "row", "words", "cell"]

_LINE = re.compile(f"[^{LINE_END}]+")
_MARK = re.compile(rf"(?:[-*•●■◆▪○]|#{{1,6}}|>)[{SPACE}]+|\*\*|__")
_RULE = re.compile(r"[|│┃║\s:+=─━═┄┈╌┌┬┐├┼┤└┴┘┏┳┓┣╋┫┗┻┛╔╦╗╠╬╣╚╩╝-]{3,}")
_FRAME = re.compile("[|│┃║+─━═]")
# Wider than this a line is prose; the widest cell of a stacked table measured has 38 columns.
_ROW = 300
_CELL = 44  # 22 characters: 99 % of labels have 17
_WRAPPED = 24  # characters: a long name in a cell is wrapped sooner
# Tabs part no prose: a line that two of them part may hold sentences, as a table of duties does.
_TABBED = re.compile("\\S[^\\S\n]*\t\\s*\\S[^\t]*\t\\s*\\S")
_TABBED_ROW = 4 * _ROW  # the longest cell of such a table measured has 300 characters
_PAIRED = ("：", ":")  # 索引号：<tab>000014349: a label and its value, in the head of a page
_TIGHT = 120  # a line of 60 characters, the widest that is printed
# A line with a sentence or clause in it is prose, unless bars or gaps part it.
# Not a comma inside a figure, which old texts print as wide as any other (2，716 万吨), and not
# one between two bounds (<150，≥50).
_COMMA = "(?<![0-9０-９])[，,]|[，,](?![0-9０-９]{3}(?![0-9０-９])|[≥≤≧≦<>＜＞])"
_PROSE = re.compile(f"[。；！？]|(?!,)(?:{_COMMA})")
_GAPPED = re.compile("[|│┃║\t]|(?<=\\S)[ \u3000\u00a0]{2,}(?=\\S)")
_DIGIT = re.compile("[0-9０-９|│┃║]")
_PROMISING = 2  # one line with a gap is no table
_APART = 6  # gaps of a line whose letters are set apart; as many short names are one as well
_LETTERS = 2.6  # of a cell of such a line on the average: a figure among single letters
_COMMA_CELL = re.compile("[ \u3000\u00a0][，、；。：,]")
_STOP = re.compile(f"[；;！？!?]|{_COMMA}")
_CLAUSE = re.compile(f"[。；;！？!?]|{_COMMA}")


@dataclass(frozen=True, slots=True)
class Item:
    """A line that may belong to a table.

    `cells` are its cells in order, `parted` says that tabs or wide gaps part them, `gap` that
    blank lines precede it, `marker` that it begins like a unit of the outline, `heading` that it
    is a Markdown heading, `clause` that it has a clause: a long name wrapped in its cell, if
    anything; it is a heading for all but the rows around it.
    """

    form: Form
    span: Range
    cells: tuple[TableCell, ...]
    parted: bool = False
    gap: bool = False
    marker: bool = False
    heading: bool = False
    clause: bool = False

    @property
    def text(self) -> str:
        return " ".join(cell.text for cell in self.cells if cell.text)


def groups(text: str, start: int, grids: Sequence[Range] = ()) -> Iterator[list[Item]]:
    """Runs of lines that may be tables, from `start` on, in order.

    A table that the file itself told (`grids`, sorted) is one item, whatever its lines hold.
    """
    for run in _runs(text, start, grids):
        found: list[Item] = []
        previous = run[0][0]  # what stands before the first line of all parts nothing
        for low, high, told in run:
            blank = _blank(text, previous, low)
            item = Item("grid", Range(low, high), ()) if told else _item(text, low, high, blank)
            if item is not None:
                found.append(item)
            elif not _transparent(text[low:high]):
                if found:
                    yield _with_parts(found)
                found = []
            previous = high
        if found:
            yield _with_parts(found)


def _with_parts(items: list[Item]) -> list[Item]:
    """The items with those as cells whose # is no mark of a heading: a value alone is below it.

    In tables of statistics # says 其中, also where they print one cell a line.
    """
    for place, (item, below) in enumerate(pairwise(items)):
        alone = item.heading and item.form == below.form == "cell" and not below.parted
        if alone and not item.clause and kind_of(below.cells[0].text) == "value":
            items[place] = replace(item, heading=False)
    return items


def _set_apart(line: str, *, goes_on: bool) -> bool:
    """Whether a line of prose has its letters set apart: 全  市  收  入  5亿  元  ，  支  出.

    No cell begins with a comma; a line without one `goes_on` with such a line.
    """
    if line.count("  ") < _APART:
        return False
    cells = line.split()
    letters = sum(map(len, cells))
    if letters > _LETTERS * len(cells) or 2 * sum(map(is_han, "".join(cells))) < letters:
        return False
    return goes_on or _COMMA_CELL.search(line) is not None


def _runs(text: str, start: int, grids: Sequence[Range]) -> Iterator[list[tuple[int, int, bool]]]:
    """Runs of lines without sentences that hold figures, each line with its place.

    Nearly all lines of a report are told to be prose by one search.
    """
    run: list[tuple[int, int, bool]] = []
    promising = 0
    waiting = iter(grids)
    grid = next(waiting, None)
    spaced = False  # whether the line before has its letters set apart
    for match in _LINE.finditer(text, start):
        low, high = match.span()
        spaced = _set_apart(text[low:high], goes_on=spaced)
        if spaced:
            if promising >= _PROMISING:
                yield run
            run, promising = [], 0
            continue
        while grid is not None and low >= grid.end:
            grid = next(waiting, None)
        if grid is not None and high > grid.start:
            if not run or run[-1][0] != grid.start:
                run.append((grid.start, grid.end, True))
                promising = _PROMISING
            continue
        if high - low <= 2 * _ROW and not _PROSE.search(text, low, high):
            if not text[low:high].isspace():
                run.append((low, high, False))
                promising += _DIGIT.search(text, low, high) is not None
            continue
        wrapped = promising >= _PROMISING and high - low <= _WRAPPED and "。" not in text[low:high]
        if wrapped or _GAPPED.search(text, low, high):
            run.append((low, high, False))
            promising += _DIGIT.search(text, low, high) is not None
            continue
        if promising >= _PROMISING:
            yield run
        run, promising = [], 0
    if promising >= _PROMISING:
        yield run


def _blank(text: str, previous: int, start: int) -> bool:
    """Whether a blank line stands between two lines."""
    between = text[previous:start].replace("\r\n", "\n")
    return sum(between.count(end) for end in "\n\r\x0b\x0c\x85\u2028\u2029") > 1


def _transparent(line: str) -> bool:
    """A page number or the like between two lines of a table."""
    return ANYWHERE.match(line.strip()) is not None


def _item(text: str, start: int, end: int, blank: bool) -> Item | None:
    start, end = trimmed(text, start, end)
    if start == end:
        return None
    if _RULE.fullmatch(text, start, end) and _FRAME.search(text, start, end):
        return Item("rule", Range(start, end), (), gap=blank)
    if BARS.search(text, start, end):
        return Item("pipe", Range(start, end), piped(text, start, end), gap=blank)
    tabbed = _TABBED.search(text, start, end) is not None
    if end - start > (_TABBED_ROW if tabbed else _ROW) or _transparent(text[start:end]):
        return None
    body, heading = start, False
    while (mark := _MARK.match(text, body, end)) and mark.end() < end:
        heading = heading or text[body] == "#"
        body = mark.end()
    body, end = trimmed(text, body, end, marks=True)
    marker = any(form.match(text, body, end) for form in (MARKER, SPACED))
    row = _row(text, body, end)
    if row is not None:
        cells, parted = row
        # In front of cells a # marks a part of the row above: no heading has cells.
        heading = heading and not parted
        return Item("row", Range(start, end), cells, parted, blank, marker, heading)
    cells = tuple(_cells(text, body, end))
    parted = len(cells) > 1
    clause = _CLAUSE.search(text, body, end) is not None
    wide = max(display_width(cell.text) for cell in cells) > _CELL
    if wide and end - start <= _TIGHT:
        wide = not heads_a_table(text[body:end])
    if wide or (clause and (parted or "。" in text[body:end])):
        if not tabbed or any(cell.text[-1:] in _PAIRED for cell in cells[:-1]):
            return None
        return Item("words", Range(start, end), cells, parted=True, gap=blank, marker=marker)
    whole = cells if parted else (_cell(text, body, end),)
    return Item("cell", Range(start, end), whole, parted, blank, marker, heading or clause, clause)


def _cell(text: str, start: int, end: int) -> TableCell:
    return TableCell(joined(text[start:end]), Range(start, end))


def _cells(text: str, start: int, end: int) -> Iterator[TableCell]:
    """The cells of a line that tabs part, or gaps of two blanks where it has no tabs."""
    begin = start
    tabs = "\t" in text[start:end]
    for gap in GAP.finditer(text, start, end):
        wide = "\t" in gap[0] if tabs else len(gap[0]) > 1
        if not wide or _spaced_out(text, begin, gap.start(), gap.end(), end):
            continue
        yield _cell(text, begin, gap.start())
        begin = gap.end()
    yield _cell(text, begin, end)


def _spaced_out(text: str, begin: int, start: int, after: int, end: int) -> bool:
    """Whether a gap stands between two single characters of one word (指  标)."""
    if not (is_han(text[start - 1]) and is_han(text[after])) or "\t" in text[start:after]:
        return False
    single_before = start - 1 == begin or text[start - 2] in TRIM
    single_after = after + 1 == end or text[after + 1] in TRIM
    return single_before and single_after and start - 1 == begin


def _row(text: str, start: int, end: int) -> tuple[tuple[TableCell, ...], bool] | None:
    """The cells of a row with at least one value behind its head; and whether gaps part them."""
    cells = tuple(_cells(text, start, end))
    if len(cells) > 1:
        kinds = [kind_of(cell.text) for cell in cells]
        if "value" in kinds and not any(is_sentence(cell.text) for cell in cells):
            return cells, True
    if not any(text[at].isdigit() for at in range(max(start, end - 12), end)):
        return None
    if _STOP.search(text, start, end) or is_sentence(text[start:end]):
        return None
    if display_width(text[start:end]) > _TIGHT:
        return None
    tight = _tight(text, start, end)
    return (tight, False) if tight is not None else None


def _tight(text: str, start: int, end: int) -> tuple[TableCell, ...] | None:
    """The cells of a row that single blanks part: words, then values, each with its unit."""
    words: list[tuple[int, int]] = []
    begin = start
    for gap in GAP.finditer(text, start, end):
        words.append((begin, gap.start()))
        begin = gap.end()
    words.append((begin, end))
    kinds = [kind_of(text[first:last]) for first, last in words]
    head = next((i for i, kind in enumerate(kinds) if kind == "value"), len(words))
    if head == len(words) or len(words) < 2:
        return None
    values: list[TableCell] = []
    for index in range(head, len(words)):
        first, last = words[index]
        if kinds[index] in ("value", "blank", "date"):
            values.append(_cell(text, first, last))
            continue
        before = values[-1].span
        if kind_of(text[before.start : before.end] + text[first:last]) != "value":
            return None
        values[-1] = TableCell(f"{values[-1].text} {text[first:last]}", Range(before.start, last))
    if head == 0:
        # One value alone is a line as 1 总则 is: no row.
        return tuple(values) if len(values) > 1 else None
    return (_cell(text, start, words[head - 1][1]), *values)
