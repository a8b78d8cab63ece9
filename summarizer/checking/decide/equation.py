"""What a sentence reckons of its own figures, where it names both the figures and the operation.

合计 behind the members of a row, 增加 behind 由5亿元调整为8.5亿元, 占603万元的 behind what is a
part of it, 平均每条 beside an amount and a number of 条, 比86人多 behind 98人: such a sentence is
an equation, and where no figure of it that may be meant solves it something is wrong, whatever
the source has. A result that the source itself gives, or that follows from its figures, is not
judged here: the equation may be its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from summarizer import patterns as re
from summarizer.anchors.records import Figure
from summarizer.checking.amounts import Relation, kinship, relation
from summarizer.checking.case import Case
from summarizer.checking.decide.extent import (
    Extent,
    added,
    agrees,
    apart,
    extent,
    grown,
    number,
    over,
    ratio,
)
from summarizer.checking.equality import Kinship, amounts
from summarizer.checking.findings import Fault, Grade
from summarizer.facts.records import Fact
from summarizer.vocabulary import FigureKind

_NUMBERS = {number: value for value, number in enumerate("二三四五六七八九", start=2)} | {"两": 2}
_TOTAL = re.compile(
    "(?P<bare>^[)）]?[,，、]?)?(?:(?P<n>[两二三四五六七八九])[者项类地家个种年次块村市县区省]"
    "[^,，、;；:：。0-9]{0,6}?)?(?:合计|共计|总计|一共|相加|加起来|之和)[^,，、;；:：。0-9]{0,3}$"
)
_TWO = 2  # amounts to reckon with, or ends of a span
_DIGIT = re.compile("[0-9０-９一二三四五六七八九十百千万亿]")
_MOST = 9  # figures in one unit: of more, some always come to any number
_MOVED = re.compile(
    "^[,，;；]?(?:[净共仅累计]{0,2}(?:增加|提高|提升|上升|扩大|减少|下降|降低|缩短|缩小|回落|压缩|增|减|升|降|多|少)"
    "|[增降升涨减]幅)[出了约近达为]{0,3}$"
)
_FROM = re.compile("[由从自以][^,，。;；]{0,14}$")
_TO = re.compile("[到至为成][了约近]{0,2}$")
_FAR = 20  # letters between the two ends of a move
_SHARE_OF = re.compile("[占为达]|相当于|完成")
_OF_IT = re.compile("^[)）]?的[约近]?$")
_EACH = re.compile(
    "(?:平均每|每)个?(?P<unit>[一-龥]{1,3}?)(?:约|近|为|有|达)*$|(?P<head>[户村])均(?:约|近|为)*$"
)
_AMONG = (FigureKind.RATIO, FigureKind.PERCENTAGE_POINTS, FigureKind.MULTIPLE)


@dataclass(frozen=True, slots=True)
class Equation:
    """The results that the operands named may have, and those operands as printed."""

    results: tuple[Extent, ...]
    operands: tuple[Fact, ...]
    kind: str = "sum"


def equations(case: Case) -> Iterator[Fault]:
    """Every figure that the operation and the operands of its own sentence contradict."""
    for pair in case.pairs:
        claim, figure = pair.claim, pair.claim.figure
        if figure is None or figure.high is not None or case.is_literal(claim.span):
            continue
        if any(relation(claim, fact) is Relation.EQUAL for fact in case.scope.facts):
            continue
        for read in (_total, _margin, _move, _share, _average):
            found = read(case, claim, figure)
            if found is not None and not any(agrees(figure, claim, r) for r in found.results):
                parts = "、".join(fact.text for fact in found.operands)
                details = {"parts": parts, "theirs": _printed(found, figure)}
                kind = "sum" if found.results else "points"
                yield case.fault(kind, Grade.WRONG, claim, "misreckoned", None, details)
                break


def _total(case: Case, claim: Fact, figure: Figure) -> Equation | None:
    """两项合计 behind two figures of a row."""
    before = _before(case, claim)
    held = [fact for fact in before if _alike(fact, claim)]
    if len(held) < _TWO or len(held) > _MOST:
        return None
    found = _TOTAL.search(_between(case, held[-1], claim))
    if found is None:
        return None
    size = _NUMBERS.get(found["n"] or "", 0)
    if size:
        if len(held) < size or held[-1].clause < claim.clause - 1:
            return None
        groups = list(combinations(held, size))
        row = held[-size:]
    else:
        row = _row(before, claim)
        if found["bare"] is None or found.start() or len(row) < _TWO:
            return None
        sizes = range(_TWO, len(held) + 1)
        groups = [group for many in sizes for group in combinations(held, many)]
    if _has_more(case, row):
        return None
    return Equation((*map(added, groups), added(row)), tuple(row))


def _row(before: Sequence[Fact], claim: Fact) -> list[Fact]:
    """The figures right before a total that are of its sort."""
    row: list[Fact] = []
    for fact in reversed(before):
        if not _alike(fact, claim):
            break
        row.insert(0, fact)
    return row


def _has_more(case: Case, row: Sequence[Fact]) -> bool:
    """True where a number stands between the members of a row that is none of them."""
    gaps = (_between(case, first, last) for first, last in pairwise(row))
    return any(_DIGIT.search(gap) for gap in gaps)


def _margin(case: Case, claim: Fact, figure: Figure) -> Equation | None:
    """98人, 比乙的86人多12人."""
    facts = case.said.facts
    before = facts[claim.order - 1] if claim.order else None
    if before is None or before.clause != claim.clause or not _comparable(before, claim):
        return None
    between = _between(case, before, claim)
    left = claim.said_in.text.partition(before.text)[0]
    if not re.fullmatch("[)）]?[还仍]?(?:多|高|快|大|长|少|低|慢|小|短)出?[了约近]?", between):
        return None
    if not re.search("[比较][^,，;；]*$|[高低快慢多少]于[^,，;；]*$", left):
        return None
    others = [
        fact
        for fact in _before(case, before)
        if _comparable(fact, claim) and _alike(fact, before) and fact.order < before.order
    ]
    if not others:
        return None
    return Equation(
        tuple(apart(fact, before) for fact in others), (others[-1], before)
    )


def _move(case: Case, claim: Fact, figure: Figure) -> Equation | None:
    """由5亿元调整为8.5亿元，增加3.5亿元，增幅70%."""
    if not _MOVED.fullmatch(claim.left.strip("、 ")):
        return None
    levels = [fact for fact in _before(case, claim) if not _MOVED.search(fact.left)]
    ends = [
        (first, last)
        for place, last in enumerate(levels)
        for first in [fact for fact in levels[:place] if _alike(fact, last)][-1:]
        if _FROM.search(first.left)
        and _TO.search(between := _between(case, first, last))
        and len(between) <= _FAR
    ]
    if not ends or ends[-1][1] is not [f for f in levels if _alike(f, ends[-1][1])][-1]:
        return None
    first, last = ends[-1]
    if last.clause < claim.clause - 2:
        return None
    rates = first.figure is not None and first.figure.kind is FigureKind.RATIO
    if figure.kind is FigureKind.PERCENTAGE_POINTS and not rates:
        return Equation((), (first, last))  # points lie between two rates only
    if _comparable(first, claim) and not (rates and figure.kind is FigureKind.RATIO):
        return Equation((apart(first, last),), (first, last))
    if figure.kind is FigureKind.RATIO and not rates:
        return Equation((grown(first, last), grown(last, first)), (first, last))
    return None


def _share(case: Case, claim: Fact, figure: Figure) -> Equation | None:
    """584.77万元，占603.14万元的97%."""
    before = case.said.facts[claim.order - 1] if claim.order else None
    if (
        before is None
        or before.clause != claim.clause
        or before.figure is None
        or before.figure.kind in _AMONG
        or figure.kind not in (FigureKind.RATIO, FigureKind.MULTIPLE)
        or not _OF_IT.fullmatch(_between(case, before, claim))
        or "翻" in claim.text
    ):
        return None
    parts = [
        fact
        for fact in case.said.facts[: before.order]
        if _alike(fact, before) and fact.clause_sentence >= claim.clause_sentence - 1
    ]
    if not parts:
        return None
    scale = 100.0 if figure.kind is FigureKind.RATIO else 1.0
    results = [over(part, before, scale) for part in parts]
    few = parts[:_MOST]
    for size in range(2, len(few) + 1):
        groups = combinations(few, size)
        results += [ratio(added(group), extent(before), scale) for group in groups]
    return Equation((*results, results[len(parts) - 1]), (parts[-1], before))


def _average(case: Case, claim: Fact, figure: Figure) -> Equation | None:
    """6000万元、12个, 平均每个500万元."""
    found = _EACH.search(claim.left)
    if found is None or figure.kind in _AMONG:
        return None
    unit = found["unit"] or found["head"]
    near = _before(case, claim)
    wholes = [fact for fact in near if _alike(fact, claim)]
    counts = [
        fact
        for fact in near
        if fact.figure is not None and fact.figure.kind not in _AMONG and not _alike(fact, claim)
    ]
    if not wholes or not any(
        f.figure is not None and (f.figure.unit == unit or f.right.startswith(unit)) for f in counts
    ):
        return None
    results = [
        ratio(extent(whole), number(count), 1.0) for whole in wholes for count in counts
    ]
    return Equation(tuple(results), (wholes[-1], counts[-1]))


def _before(case: Case, claim: Fact) -> list[Fact]:
    """The figures of the sentence before a claim, in their order."""
    return [
        fact
        for fact in case.said.facts[: claim.order]
        if fact.clause_sentence == claim.clause_sentence
        and fact.figure is not None
        and fact.figure.high is None
    ]


def _between(case: Case, first: Fact, last: Fact) -> str:
    return case.statement.text[first.span.end : last.span.start]


def _alike(one: Fact, other: Fact) -> bool:
    """True for one unit, and for counters that stand for each other: 774个、65座."""
    return kinship(one, other) is not Kinship.DIFFERENT


def _comparable(fact: Fact, claim: Fact) -> bool:
    """True for what a difference is taken of: rates where it is in points, else its own unit."""
    mine, theirs = claim.figure, fact.figure
    if mine is None or theirs is None or theirs.high is not None:
        return False
    if mine.kind is FigureKind.PERCENTAGE_POINTS:
        return theirs.kind is FigureKind.RATIO
    return mine.kind not in (FigureKind.RATIO, FigureKind.MULTIPLE) and _alike(fact, claim)


def _printed(found: Equation, figure: Figure) -> str:
    """The last result in the writer's own unit; of what has none, per cent."""
    if not found.results:
        return f"{grown(*found.operands).value:.3g}%"
    value = found.results[-1].value
    factor = float(amounts(figure)[0] / figure.value) if figure.value else 1.0
    scale = 1e8 if "亿" in figure.text else 1e4 if "万" in figure.text else 1.0
    word = "亿" if scale == 1e8 else "万" if scale > 1 else ""
    return f"{value / factor / scale:.4g}{word}{figure.unit}"
