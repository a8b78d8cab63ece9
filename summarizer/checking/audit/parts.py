"""Parts against the whole that they are said to be of, and a rise against its two ends.

其中 need not name all parts, so that only parts that come to more than their whole are told; each
may be rounded by half of its last digit.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import groupby

from summarizer import patterns as re
from summarizer.checking.amounts import step_of
from summarizer.checking.audit.notes import Note
from summarizer.checking.case import told
from summarizer.checking.equality import amounts, unit_name
from summarizer.checking.index import SourceIndex
from summarizer.facts.records import Fact
from summarizer.vocabulary import Bound, FigureKind

_AMONG = re.compile("其中[,:]?")
_FROM_TO = re.compile("^(?:提高|提升|上升|下降|降低|增长|增加|降|升)?(?:到|至)")
_CHANGE = re.compile("增|新|净|减|降|升|较|比")
_NEAR = 12  # letters of a clause in which 其中 opens a list of parts
_POINT = Decimal("0.1")


def parts(index: SourceIndex) -> Iterator[Note]:
    """Parts and differences told in one sentence that do not come out."""
    exact = [
        fact
        for fact in index.facts.facts
        if fact.figure is not None
        and fact.firm
        and fact.bound is Bound.EQUAL
        and fact.figure.high is None
    ]
    for _, group in groupby(exact, key=lambda fact: fact.clause_sentence):
        facts = list(group)
        yield from _sums(index, facts)
        yield from _differences(facts)


def _sums(index: SourceIndex, facts: Sequence[Fact]) -> Iterator[Note]:
    for place, whole in enumerate(facts[:-1]):
        following = facts[place + 1]
        if whole.figure is None or not _counts(whole):
            continue
        if _opens(index, whole) or not _opens(index, following):
            continue
        same = [
            part
            for part in facts[place + 1 :]
            if part.figure is not None
            and unit_name(part.figure.unit) == unit_name(whole.figure.unit)
        ]
        rest = same if all(_counts(part) for part in same) else []
        if rest and not _AMONG.search("".join(part.left for part in rest[1:])):
            yield from _exceeding(whole, rest)


def _opens(index: SourceIndex, fact: Fact) -> bool:
    """Whether 其中 stands before a fact, so that it is a part and no whole."""
    clause = index.facts.clauses[fact.clause].text
    return _AMONG.search(fact.left) is not None or _AMONG.search(clause[:_NEAR]) is not None


def _exceeding(whole: Fact, same: Sequence[Fact]) -> Iterator[Note]:
    values = [amounts(part.figure)[0] for part in same if part.figure is not None]
    if whole.figure is None:
        return
    total = amounts(whole.figure)[0]
    slack = step_of(whole.figure, total) / 2
    if values[0] > total + slack:
        names = {"whole": told(whole), "parts": told(same[0])}
        yield Note("part_exceeds", (whole.span, same[0].span), names)


def _counts(fact: Fact) -> bool:
    """True for a level that parts can add up to; increments and rates are none."""
    figure = fact.figure
    return (
        figure is not None
        and figure.kind in (FigureKind.COUNT, FigureKind.MONEY, FigureKind.PHYSICAL)
        and figure.direction is None
        and not _CHANGE.search(fact.left[-_NEAR:])
    )


def _differences(facts: Sequence[Fact]) -> Iterator[Note]:
    for low, high, change in zip(facts, facts[1:], facts[2:], strict=False):
        a, b, c = low.figure, high.figure, change.figure
        if a is None or b is None or c is None or c.comparator:
            continue
        if c.kind is not FigureKind.PERCENTAGE_POINTS or not a.kind is b.kind is FigureKind.RATIO:
            continue
        if not _FROM_TO.search(low.right.lstrip("的")) or len(change.left) > _NEAR:
            continue
        difference = abs(b.value - a.value)
        if abs(difference - abs(c.value)) > _POINT:
            yield Note(
                "difference",
                (change.span, low.span, high.span),
                {
                    "claimed": c.text,
                    "parts": f"{b.text}−{a.text}",
                    "total": format(difference.normalize(), "f"),
                },
            )
