"""Set phrases with numbers: 四个意识, 1+7+N."""

from __future__ import annotations

from collections.abc import Iterator

from summarizer.anchors.records import SetPhrase
from summarizer.checking.case import Case
from summarizer.checking.equality import flat
from summarizer.checking.findings import Fault, Grade


def set_phrases(case: Case) -> Iterator[Fault]:
    """Every set phrase of the statement that its scope does not have literally."""
    for set_phrase in case.said.anchors.set_phrases:
        if not (case.is_literal(set_phrase.span) or case.scope.states(flat(set_phrase.text))):
            yield _fault(case, set_phrase)


def _fault(case: Case, set_phrase: SetPhrase) -> Fault:
    key, claim = flat(set_phrase.text), (set_phrase.text, set_phrase.span)
    for source in (*case.scope.own.set_phrases, *case.scope.around.set_phrases):
        if _altered(flat(source.text), key):
            return case.says("formula", Grade.WRONG, claim, "formula", source.span)
    return case.says("formula", Grade.OPEN, claim, "formula_unknown")


def _altered(printed: str, claimed: str) -> bool:
    """True for phrases of one build that differ in a number or in one letter."""
    if "+" in printed and "+" in claimed:
        return True
    if len(printed) != len(claimed):
        return False
    return sum(a != b for a, b in zip(printed, claimed, strict=True)) == 1
