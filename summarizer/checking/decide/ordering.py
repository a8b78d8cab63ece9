"""Which of two figures of a statement is said to be the greater: 6.2%慢于0.3%.

The statement gives both, so that nothing else is asked: 快于, 高于, 多于 or 比…高 between them, and
the first is the smaller one, or the other way round. Told is nothing of what falls, of which the
greater number may be called the slower one, and nothing of other units.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from summarizer import patterns as re
from summarizer.checking.amounts import kinship
from summarizer.checking.case import Case
from summarizer.checking.equality import Kinship, amounts
from summarizer.checking.findings import Fault, Grade
from summarizer.facts.records import Fact
from summarizer.vocabulary import Bound

_FIRST = "[)）]?[,，]?[一-龥]{0,4}?"
_NAME = "[^,，;；。0-9]{0,12}[(（]?"
_THAN = re.compile(f"{_FIRST}(?:(?P<up>[快高多大]于|超过)|[慢低少小]于){_NAME}")
_AGAINST = re.compile(f"{_FIRST}比{_NAME}")
_WAY = re.compile(
    "[)）]?的?(?:要|明显|显著|略|稍|还|更)*(?:(?P<up>[快高多大])|[慢低少小])(?![于中学型])"
)
_DENIED = re.compile("[不未没]|差距|[升降涨跌减增]幅|降|跌|减|收窄|逆差|亏")


def orderings(case: Case) -> Iterator[Fault]:
    """Every figure that is said to lie on the wrong side of the one before it."""
    for first, second in pairwise(case.said.facts):
        mine, theirs = first.figure, second.figure
        if mine is None or theirs is None or first.clause_sentence != second.clause_sentence:
            continue
        if mine.high is not None or theirs.high is not None or not _comparable(first, second):
            continue
        way = _way(case, first, second)
        if way is None or amounts(mine)[0] == amounts(theirs)[0]:
            continue
        if (amounts(mine)[0] > amounts(theirs)[0]) != way:
            parts = {"parts": f"{first.text}、{second.text}"}
            yield case.fault("direction", Grade.WRONG, second, "misordered", None, parts)


def _comparable(first: Fact, second: Fact) -> bool:
    sides = first.figure, second.figure
    levels = all(side is not None and side.direction != "down" for side in sides)
    if first.left.endswith("、") or second.right.startswith(("、", "和")):
        return False  # 30元、60元，低于50元、140元: the members of two lists
    exact = first.bound is second.bound is Bound.EQUAL
    return levels and exact and kinship(first, second) is Kinship.SAME


def _way(case: Case, first: Fact, second: Fact) -> bool | None:
    """True where the first figure is said to be the greater, None where nothing is said."""
    text = case.statement.text
    between = text[first.span.end : second.span.start]
    if _DENIED.search(between) or case.is_literal(second.span):
        return None
    found = _THAN.fullmatch(between)
    if found is None and _AGAINST.fullmatch(between):
        found = _WAY.match(text, second.span.end)
    return None if found is None else found["up"] is not None
