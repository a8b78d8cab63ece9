"""Set phrases with numbers: 四个意识, 1+7+N."""

from __future__ import annotations

from collections.abc import Iterator

from summarizer.anchors.records import Formula
from summarizer.checking.context import Context, Fault, Grade
from summarizer.checking.equality import flat


def formulas(context: Context) -> Iterator[Fault]:
    """Every set phrase of the statement that its scope does not have literally."""
    for formula in context.claims.anchors.formulas:
        if context.claims.is_verbatim(formula.span.start):
            continue
        if not context.scope.states(flat(formula.text)):
            yield _fault(context, formula)


def _fault(context: Context, formula: Formula) -> Fault:
    key, place = flat(formula.text), formula.span.start
    for source in (*context.scope.own.formulas, *context.scope.around.formulas):
        if _altered(flat(source.text), key):
            return Fault(
                "formula", Grade.WRONG, formula.text, "formula", place, context.near(source.span)
            )
    return Fault("formula", Grade.DOUBTFUL, formula.text, "formula_unknown", place)


def _altered(printed: str, claimed: str) -> bool:
    """True for phrases of one build that differ in a number or in one letter."""
    if "+" in printed and "+" in claimed:
        return True
    if len(printed) != len(claimed):
        return False
    return sum(a != b for a, b in zip(printed, claimed, strict=True)) == 1
