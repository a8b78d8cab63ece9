"""The ordered tables of checks.

A figure that stands in the source passes every row of `PRESENT`. One that does not is explained by
the first row of `ABSENT` that answers. Every other kind of claim has one row in `STATEMENT`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from summarizer.checking.checks.cause import causes
from summarizer.checking.checks.change import change
from summarizer.checking.checks.comparator import comparator
from summarizer.checking.checks.date import dates
from summarizer.checking.checks.deictic import deictics
from summarizer.checking.checks.direction import direction, directions
from summarizer.checking.checks.document_number import document_numbers
from summarizer.checking.checks.emphasis import degrees, scope_words
from summarizer.checking.checks.formula import formulas
from summarizer.checking.checks.headed import headed_clauses
from summarizer.checking.checks.label import label
from summarizer.checking.checks.listed import listed_pairs
from summarizer.checking.checks.name import names
from summarizer.checking.checks.negation import negations
from summarizer.checking.checks.pairs import pair
from summarizer.checking.checks.period import period
from summarizer.checking.checks.plan_as_result import plans
from summarizer.checking.checks.points import points
from summarizer.checking.checks.problem import problems
from summarizer.checking.checks.qualifier import qualifier
from summarizer.checking.checks.quotation import quotations
from summarizer.checking.checks.replaced import replacements
from summarizer.checking.checks.scope import invented, other_unit
from summarizer.checking.checks.status import overstated_clauses, statuses, typed_status
from summarizer.checking.checks.sums import added_up, derived, told_total, wrong_total
from summarizer.checking.checks.title import titles
from summarizer.checking.checks.unit import akin_unit, another_unit
from summarizer.checking.checks.value import (
    another_value,
    approximated,
    close_value,
    ends,
    rounding,
    scale,
    transposed,
)
from summarizer.checking.context import Context, Fault, Grade
from summarizer.checking.matching import FigureMatch

FigureCheck = Callable[[Context, FigureMatch], Fault | None]
StatementCheck = Callable[[Context], Iterator[Fault]]

PRESENT: tuple[FigureCheck, ...] = (
    akin_unit,
    qualifier,
    direction,
    comparator,
    change,
    period,
    pair,
    label,
)
ABSENT: tuple[FigureCheck, ...] = (
    points,
    added_up,
    told_total,
    approximated,
    another_unit,
    scale,
    transposed,
    rounding,
    ends,
    derived,
    wrong_total,
    other_unit,
    close_value,
    another_value,
    invented,
)
STATEMENT: tuple[StatementCheck, ...] = (
    listed_pairs,
    dates,
    deictics,
    directions,
    titles,
    document_numbers,
    quotations,
    formulas,
    names,
    replacements,
    statuses,
    overstated_clauses,
    headed_clauses,
    typed_status,
    plans,
    negations,
    scope_words,
    degrees,
    causes,
    problems,
)

_WORDED = frozenset(("name", "status", "label", "pair"))
_NEAR = 6


def faults_of(context: Context) -> tuple[Fault, ...]:
    """Everything the checks find in one statement, in the order of its claims."""
    found: list[Fault] = []
    for match in context.matches:
        if match.source is not None:
            answers = [check(context, match) for check in PRESENT]
            found.extend(fault for fault in answers if fault is not None)
        elif not match.claim.verbatim:
            answer = next(filter(None, (check(context, match) for check in ABSENT)))
            found.append(answer)
    for check_statement in STATEMENT:
        found.extend(check_statement(context))
    return _once(sorted(found, key=lambda fault: fault.at))


def _once(faults: list[Fault]) -> tuple[Fault, ...]:
    """One fault for one stretch of words: of two of a kind the graver."""
    kept: list[Fault] = []
    for fault in faults:
        rival = next((other for other in kept[-_NEAR:] if _repeats(other, fault)), None)
        if rival is None:
            kept.append(fault)
        elif rival.grade is not Grade.WRONG and fault.grade is Grade.WRONG:
            kept[kept.index(rival)] = fault
    return tuple(kept)


def _repeats(first: Fault, second: Fault) -> bool:
    if first.kind != second.kind or first.kind not in _WORDED or first.at < 0 or second.at < 0:
        return False
    return first.at <= second.at < first.at + max(len(first.claim), 1) or (
        second.at <= first.at < second.at + len(second.claim)
    )
