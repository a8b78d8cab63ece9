"""The same event told twice with different figures.

Two sentences of different leaves, neither of them a plan, tell one event where most of their
figures are the same in the same order, or where they are the same word for word but for one figure.
A figure that is said in the same words in both and differs is the conflict. One clause in common is
no evidence: a budget tells 一般公共服务支出 for the city and for its own level, a work report an
indicator as result and as target (on twenty reports of eight genres all of some sixty conflicts
found that way were false).
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from summarizer import patterns as re
from summarizer.anchors.records import DateMention
from summarizer.checking.audit.notes import Note
from summarizer.checking.case import told
from summarizer.checking.equality import amounts, unit_name
from summarizer.checking.index import SourceIndex
from summarizer.checking.margins import PLAINLY
from summarizer.facts.records import Fact
from summarizer.spans import Range
from summarizer.vocabulary import Severity

_COMMON = 2  # quantities that both tell
_OFTEN = 6  # a figure that more sentences tell names no event
_SHORT = 20  # letters of a clause that fit a line beside another
_LONG = 12  # letters: a shorter sentence is no event
_MATTER = 6  # letters that two headings end in: three words
_INSPECTION = re.compile("(?:巡视|巡察)组?对.{2,20}(?:进行|开展)")


def conflicts(index: SourceIndex) -> Iterator[Note]:
    """Figures that differ between two tellings of one event."""
    tellings: dict[int, list[Fact]] = {}
    for fact in index.facts.facts:
        if fact.figure is not None and fact.firm and fact.near:
            tellings.setdefault(fact.clause_sentence, []).append(fact)
    results = {number: facts for number, facts in tellings.items() if not _plan(index, facts[0])}
    for first, second in _pairs(results):
        yield from _told_otherwise(index, results[first], results[second])
    yield from _inspections(index)


def _told_otherwise(index: SourceIndex, mine: list[Fact], theirs: list[Fact]) -> Iterator[Note]:
    """What differs of two sentences of different leaves that tell the same."""
    if _leaf(index, mine[0]) == _leaf(index, theirs[0]):
        return
    order = SequenceMatcher(None, [_amount(f) for f in mine], [_amount(f) for f in theirs], False)
    common = [
        (mine[block.a + at], theirs[block.b + at])
        for block in order.get_matching_blocks()
        for at in range(block.size)
    ]
    common = [(a, b) for a, b in common if a.near & b.near]
    paired = {id(fact) for pair in common for fact in pair}
    left = [[f for f in facts if id(f) not in paired] for facts in (mine, theirs)]
    one_event = len(common) >= _COMMON and all(2 * len(rest) <= len(common) for rest in left)
    same_words = (
        len(mine) == len(theirs)
        and [len(rest) for rest in left] == [1, 1]
        and len(_frame(mine)) >= _LONG
        and _frame(mine) == _frame(theirs)
        and not _frame(mine).startswith("其中")  # of two wholes
        and _first_month(mine[0]) == _first_month(theirs[0])
        and not _parallel(index, mine[0], theirs[0])
    )
    if one_event or same_words:
        for a, b in itertools.product(*left):
            same_kind = a.figure and b.figure and a.figure.kind is b.figure.kind
            if same_kind and _amount(a)[-1] == _amount(b)[-1] and _alike(a, b, index):
                said = {"first": _said(a), "other": _said(b)}
                yield Note("conflict", (a.span, b.span), said, severity=Severity.WARNING)


def _pairs(tellings: dict[int, list[Fact]]) -> list[tuple[int, int]]:
    """The sentences that share two amounts, or all words but the figures."""
    holders: dict[tuple[object, ...], list[int]] = {}
    frames: dict[str, list[int]] = {}
    for number, facts in tellings.items():
        frames.setdefault(_frame(facts), []).append(number)
        for fact in facts:
            held = holders.setdefault(_amount(fact), [])
            if number not in held[-1:]:
                held.append(number)
    shared: dict[tuple[int, int], int] = {}
    for numbers in holders.values():
        if 1 < len(numbers) <= _OFTEN:
            for pair in itertools.combinations(sorted(numbers), 2):
                shared[pair] = shared.get(pair, 0) + 1
    found = {pair for pair, count in shared.items() if count >= _COMMON}
    for alike in frames.values():
        found.update(itertools.combinations(alike[:_OFTEN], 2))
    return sorted(found)


def _said(fact: Fact) -> str:
    """The clause where it is short, else the figure with the words before it."""
    clause = fact.clause_text.strip()
    return clause if len(clause) <= _SHORT else told(fact)


def _frame(facts: Sequence[Fact]) -> str:
    """The sentence without its figures."""
    words = facts[0].sentence_text
    for fact in facts:
        words = words.replace(fact.text, "#", 1)
    return words


def _amount(fact: Fact) -> tuple[object, ...]:
    """What a figure says: its value or both ends, and its unit."""
    if fact.figure is None:
        return (None, "")
    return (*amounts(fact.figure), unit_name(fact.figure.unit))


def _first_month(fact: Fact) -> object:
    return fact.periods[0].first if fact.periods else None


def _alike(a: Fact, b: Fact, index: SourceIndex) -> bool:
    share = index.weights.share
    return share(a.near, b.near) >= PLAINLY and share(b.near, a.near) >= PLAINLY


def _plan(index: SourceIndex, fact: Fact) -> bool:
    unit = index.unit_at(fact.span.start)
    return unit is not None and unit.plan


def _leaf(index: SourceIndex, fact: Fact) -> str:
    unit = index.unit_at(fact.span.start)
    return unit.id if unit is not None else ""


def _parallel(index: SourceIndex, a: Fact, b: Fact) -> bool:
    """Whether the headings name one matter of two bodies: 全市…收支情况, 市本级…收支情况."""
    units = [index.unit_at(fact.span.start) for fact in (a, b)]
    first, second = ((unit.heading or "") if unit is not None else "" for unit in units)
    alike = zip(reversed(first), reversed(second), strict=False)
    ending = sum(1 for _ in itertools.takewhile(lambda pair: pair[0] == pair[1], alike))
    return first != second and ending >= _MATTER


def _inspections(index: SourceIndex) -> Iterator[Note]:
    """The period of one inspection, told with two different ends."""
    found: list[DateMention] = []
    for date in index.analysis.anchors.dates:
        if date.first == date.last or date.in_title or date.non_date or len(date.first) != 10:
            continue
        after = index.document.normalised(Range(date.span.end, date.span.end + 40))
        if _INSPECTION.search(after):
            found.append(date)
    for first, second in itertools.pairwise(found):
        if (first.first == second.first) != (first.last == second.last):
            names = {"first": index.printed(first.span), "other": index.printed(second.span)}
            yield Note("inspection", (first.span, second.span), names)
