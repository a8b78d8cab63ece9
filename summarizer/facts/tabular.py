"""The cells of tables as facts: a row is a clause of its own, its caption the head above it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from summarizer.anchors.records import DateMention, Figure
from summarizer.facts.cells import TypedTable
from summarizer.facts.records import Clause, Fact, Facts, Period
from summarizer.facts.words import pairs
from summarizer.spans import Range


def with_tables(prose: Facts, tables: Sequence[TypedTable]) -> Facts:
    """The facts of the prose and of the cells, each cell under its row, column and caption."""
    clauses, facts = list(prose.clauses), list(prose.facts)
    sentence = clauses[-1].sentence if clauses else 0
    for table in tables:
        caption = table.block.caption or ""
        row, place = -1, 0
        for cell in table.figures:
            if cell.row != row:
                row, place, sentence = cell.row, len(clauses), sentence + 1
                clauses.append(_row_clause(table, row, sentence, caption))
            facts.append(_cell_fact(cell.figure, clauses[place], place, caption))
    numbers = sorted(range(len(clauses)), key=lambda number: clauses[number].span.start)
    moved = {old: new for new, old in enumerate(numbers)}
    facts.sort(key=lambda fact: fact.span.start)
    return replace(
        prose,
        clauses=tuple(clauses[number] for number in numbers),
        facts=tuple(
            replace(fact, order=order, clause=moved[fact.clause])
            for order, fact in enumerate(facts)
        ),
    )


def _row_clause(table: TypedTable, row: int, sentence: int, caption: str) -> Clause:
    cells = table.block.rows[row]
    words = ",".join(cell.text for cell in cells if cell.text)
    placed = [cell.span for cell in cells if cell.span.end > cell.span.start] or [table.block.span]
    span = Range(placed[0].start, placed[-1].end)
    return Clause(span, sentence, words, 0, len(words), caption=caption)


def _cell_fact(figure: Figure, clause: Clause, place: int, caption: str) -> Fact:
    words = "".join(figure.subject) or figure.label or ""
    said = " ".join((*figure.subject, figure.label or ""))
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
        said_in=replace(clause, sentence_text=f"{clause.text},{said}"),
        clause=place,
        order=0,
        bound=figure.bound,
        periods=periods,
    )
