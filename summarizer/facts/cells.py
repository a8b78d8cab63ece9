"""The cells of a table as figures: value and unit, and what row, column and caption say of them.

A cell is a figure where its unit is printed in it, in its column, its row, a column of units or
the unit note of the table. A number whose unit nobody tells is no figure: 2235 under a lost
单位：万元 would be ten thousand times too small.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from summarizer.anchors import anchors_of_text
from summarizer.anchors.records import Figure
from summarizer.facts.heads import (
    Column,
    columns_of,
    is_unit,
    of_these,
    period_of,
    plain,
    unit_in,
    without_unit,
    year_of,
)
from summarizer.facts.quantities import Quantities
from summarizer.reading.document import TableBlock, TableCell
from summarizer.reading.table_doubts import Doubt
from summarizer.reading.tables.values import kind_of, squeezed
from summarizer.reading.writing import simplified
from summarizer.vocabulary import PeriodFrom


@dataclass(frozen=True, slots=True)
class CellFigure:
    """A figure of a table and its place there: row and column, both from 0, header not counted."""

    row: int
    column: int
    figure: Figure


@dataclass(frozen=True, slots=True)
class TypedTable:
    """A table with the figures of its cells, in reading order.

    `read` is false where a cell that holds a number is no figure; `reason` says why, and `unread`
    how many there are.
    """

    block: TableBlock
    figures: tuple[CellFigure, ...] = ()
    unread: int = 0
    doubts: tuple[Doubt, ...] = ()

    @property
    def read(self) -> bool:
        return not self.doubts


def typed(block: TableBlock, context_year: int | None = None) -> TypedTable:
    """The figures of a table. Deterministic; never raises.

    `context_year` is the year of dates that print none, as of anchors of the text.
    """
    if block.doubt is not None:
        values = sum(kind_of(cell.text) == "value" for row in block.rows for cell in row)
        return TypedTable(block, unread=values, doubts=(block.doubt,))
    printed, block = block, _simplified(block)
    columns = columns_of(block)
    # Several columns of values without heads: a note of the unit alone does not say what they are.
    bare = not block.header and sum(column.role == "value" for column in columns) > 1
    named = any(column.role == "head" for column in columns)
    context_year = year_of(block.caption or "") or context_year
    read = partial(_figure, block, context_year, Quantities())
    found: list[CellFigure] = []
    missing: dict[Doubt, int] = {}
    for number, (row, heads) in enumerate(_headed(block.rows, columns)):
        for column in columns:
            cell = row[column.index]
            problem = None
            if column.role == "value" and kind_of(cell.text) in ("value", "date"):
                figure = None
                if number in block.unsure or (named and not heads):
                    problem = Doubt("rows")
                elif column.twin:
                    problem = Doubt("twins", (column.name,))
                elif bare and column.noted is not None:
                    problem = Doubt("no_header", (str(len(columns)),))
                else:
                    figure = read(cell, row, heads, column, columns)
                if problem is None and figure is None:
                    problem = Doubt("unit", (column.name,)) if column.name else Doubt("unnamed")
                elif figure is not None:
                    text = printed.rows[number][column.index].text
                    figure = replace(figure, text=text)
                    found.append(CellFigure(number, column.index, figure))
            elif column.role == "words" and _tells_figures(cell.text):
                problem = Doubt("words", (column.name or str(column.index + 1),))
            if problem is not None:
                missing[problem] = missing.get(problem, 0) + 1
    return TypedTable(printed, tuple(found), sum(missing.values()), tuple(missing))


def _simplified(block: TableBlock) -> TableBlock:
    """A table in simplified characters, as the grammars read it."""

    def cells(row: tuple[TableCell, ...]) -> tuple[TableCell, ...]:
        return tuple(replace(cell, text=simplified(cell.text)) for cell in row)

    return replace(
        block,
        header=cells(block.header),
        rows=tuple(map(cells, block.rows)),
        caption=simplified(block.caption or "") or None,
        unit_note=simplified(block.unit_note or "") or None,
    )


def _headed(
    rows: Sequence[tuple[TableCell, ...]], columns: Sequence[Column]
) -> list[tuple[tuple[TableCell, ...], tuple[TableCell, ...]]]:
    """Each row with the cells that name it, outermost first.

    Those are the heading of its group, heads that reach over several rows, and of a row 其中：住宅
    the row above that it is a part of.
    """
    result = []
    group: TableCell | None = None
    whole: TableCell | None = None
    above: dict[int, TableCell] = {}
    places = [column.index for column in columns if column.role == "head"]
    for row in rows:
        filled = [cell for cell in row if cell.text]
        if len(filled) == 1 and len(row) > 1 and kind_of(filled[0].text) == "text":
            group = filled[0]
        heads = [group] if group is not None and filled != [group] else []
        for place in places:
            cell = row[place]
            if not cell.merged:
                above[place] = cell
            held = above.get(place, cell)
            if held.text and (not cell.merged or held.span == cell.span) and held not in heads:
                heads.append(held)
        if not heads:
            # The name of a total stands in the columns of numbers and names together.
            heads = [cell for cell in filled[:1] if kind_of(cell.text) == "text"]
        if heads and of_these(heads[-1].text):
            heads = [*heads[:-1], *([whole] if whole is not None else []), heads[-1]]
        elif heads:
            whole = heads[-1]
        result.append((row, tuple(heads)))
    return result


def _tells_figures(text: str) -> bool:
    if not any(character.isdigit() for character in text):
        return False
    return any(not figure.non_quantity for figure in anchors_of_text(text).figures)


def _figure(
    block: TableBlock,
    context_year: int | None,
    quantities: Quantities,
    cell: TableCell,
    row: Sequence[TableCell],
    heads: Sequence[TableCell],
    column: Column,
    columns: Sequence[Column],
) -> Figure | None:
    printed = squeezed(cell.text)
    names = [plain(head.text) for head in heads if plain(head.text)]
    unit = _unit(block, printed, row, heads, column, columns)
    if unit is None:
        return None
    head = without_unit(column.name)
    figure = quantities.said("".join(names[-1:]), head, f"{printed}{unit}")
    if figure is None:
        return None
    period, source = _period(block, heads, column, context_year)
    label = "".join([*names[-1:], head]) or None
    path = [block.caption or "", *names, head]
    return replace(
        figure,
        span=cell.span,
        text=cell.text,
        label=label,
        label_place=None,
        subject=tuple(part for part in path if part),
        period=period,
        period_span=None,
        period_from=source,
        non_quantity=False,
    )


def _unit(
    block: TableBlock,
    printed: str,
    row: Sequence[TableCell],
    heads: Sequence[TableCell],
    column: Column,
    columns: Sequence[Column],
) -> str | None:
    """The unit that a cell lacks: empty where it prints its own, None where nobody tells it."""
    if not printed[-1].isdigit():
        return ""
    if column.unit is not None:
        return column.unit
    for other in columns:
        if other.role == "unit" and is_unit(told := squeezed(row[other.index].text)):
            return told
    for head in reversed(heads):
        unit = unit_in(head.text)
        if unit is not None:
            return unit
    return column.noted


def _period(
    block: TableBlock, heads: Sequence[TableCell], column: Column, context_year: int | None
) -> tuple[str | None, PeriodFrom]:
    for text in (column.name, *(head.text for head in reversed(heads))):
        period = period_of(text, context_year)
        if period is not None:
            return period, PeriodFrom.STATED
    period = period_of(block.caption or "", context_year)
    return period, PeriodFrom.INHERITED if period is not None else PeriodFrom.NONE
