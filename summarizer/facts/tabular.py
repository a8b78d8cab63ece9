"""The cells of tables as facts: a row is a clause of its own, its caption the head above it."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from dataclasses import replace
from heapq import merge
from itertools import groupby
from operator import attrgetter

from summarizer.anchors.records import DateMention, Figure
from summarizer.facts.cells import TypedTable
from summarizer.facts.clauses import Clauses
from summarizer.facts.records import Clause, Fact, Period
from summarizer.facts.words import pairs
from summarizer.spans import Range

_Row = tuple[Clause, tuple[Figure, ...]]
"""The clause that a row is, and the figures of its cells; none for a clause of the prose."""


def with_tables(
    text: str, prose: Clauses, facts: list[Fact], tables: Sequence[TypedTable]
) -> tuple[Clauses, list[Fact]]:
    """The clauses and facts of a text and of cells, each cell under its row, column and caption.

    The list of facts is changed and given back: two of a long report would be held at once.
    """
    rows = sorted(_rows(prose, tables), key=_start)
    clauses = Clauses(text)
    moved = array("I")  # the new number of each clause of the prose
    of_rows: list[Fact] = []
    of_prose: Iterator[_Row] = ((clause, ()) for clause in prose)
    for clause, figures in merge(of_prose, rows, key=_start):
        place = len(clauses)
        if not figures:
            moved.append(place)
        of_rows += [_cell_fact(figure, clause, place) for figure in figures]
        clauses.append(clause)
    for number, fact in enumerate(facts):
        facts[number] = replace(fact, clause=moved[fact.clause])
    facts += of_rows
    facts.sort(key=lambda fact: fact.span.start)
    for order, fact in enumerate(facts):
        facts[order] = replace(fact, order=order)
    return clauses, facts


def _start(row: _Row) -> int:
    return row[0].span.start


def _rows(prose: Clauses, tables: Sequence[TypedTable]) -> Iterator[_Row]:
    """The rows that hold figures, numbered as sentences behind the last of the prose."""
    sentence = prose[-1].sentence if prose else 0
    for table in tables:
        caption = table.block.caption or ""
        for row, cells in groupby(table.figures, key=attrgetter("row")):
            sentence += 1
            figures = tuple(cell.figure for cell in cells)
            yield _row_clause(table, row, sentence, caption), figures


def _row_clause(table: TypedTable, row: int, sentence: int, caption: str) -> Clause:
    cells = table.block.rows[row]
    words = ",".join(cell.text for cell in cells if cell.text)
    placed = [cell.span for cell in cells if cell.span.end > cell.span.start] or [table.block.span]
    span = Range(placed[0].start, placed[-1].end)
    return Clause(span, sentence, words, 0, len(words), 0, len(words), caption=caption)


def _cell_fact(figure: Figure, clause: Clause, place: int) -> Fact:
    words = "".join(figure.subject) or figure.label or ""
    said = " ".join((*figure.subject, figure.label or ""))
    told = f"{clause.text},{said}"
    near = pairs(said)
    first, _, last = (figure.period or "").partition("/")
    periods: tuple[Period, ...] = ()
    if first:
        mention = DateMention(figure.span, first, first, last or first, inherited=True)
        periods = (Period(first, last or first, False, mention),)
    return Fact(
        kind="figure",
        span=figure.span,
        text=figure.text,
        anchor=figure,
        left=words,
        right="",
        subject=figure.subject,
        near=near,
        named=said,
        said_in=replace(clause, whole=told, first=0, length=len(told)),
        clause=place,
        order=0,
        bound=figure.bound,
        periods=periods,
    )
