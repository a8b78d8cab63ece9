"""What follows from the figures of the source without standing there: it acquits, never convicts.

A difference, a sum of like things, a multiple, a share, an average, a value reckoned back from its
growth. Which operations are tried depends on the words of the claim; the printed precision decides.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import combinations

from summarizer.anchors.records import Figure
from summarizer.checking.amounts import DOWN, UP, step_of
from summarizer.checking.equality import Kinship, amounts, unit_kinship, unit_name
from summarizer.facts.records import Fact
from summarizer.vocabulary import Bound, FigureKind

_MOST = 26
_SUM = re.compile(
    "合计|共|总|累计|加起来|之和|在内|两[者项类年地家]|[两三四][者项类年地家级]|以及|连同|达|等"
)
_DIFFERENCE = re.compile(
    "多|少|超|高|低|差|增|减|净|余|剩|相距|距|比|较|快|慢|前移|后移|进|退|升|降|跃|领先|扩大|缩小|另|外|不足|还|原|欠|剩|推|尚|未"
)
_RATIO = re.compile("占|比|率|均|每|倍|相当|平均|折|其中|一半|翻|为[^,、]{0,8}的$|按[^,、]{1,12}计")
_MANY = 6
_NAME = 8
_CROWD = 14
_NEAR = 12
_BEHIND = 6
_REACH = 24
_COARSE = re.compile("成|分之|半")
_ADDED = re.compile("合计$|合计(?=其中|分别|包括)|加起来|之和|两者|三者")
_LETTER = re.compile("[一-龥]")
_OVER = re.compile("(?:[快慢高低]于|[高低多]出)[^,、]{0,8}$")
_EACH = re.compile("各|均|每")
_BACK = re.compile("推算|倒推|折算|上年|去年|上一年|此前|原")

Operation = tuple[float, tuple[Fact, ...], str]


def derivation(
    claim: Fact, words: str, facts: Sequence[Fact], taken: Collection[Fact] = ()
) -> tuple[Fact, ...] | None:
    """The facts that yield the claimed value, by an operation that the words name; None for none.

    `taken` are facts that the statement tells by themselves: such a part is in no sum.
    """
    return next((operands for operands in _matching(claim, words, facts, taken)), None)


def _matching(
    claim: Fact, words: str, facts: Sequence[Fact], taken: Collection[Fact]
) -> Iterator[tuple[Fact, ...]]:
    figure = claim.figure
    if figure is None:
        return
    value = float(amounts(figure)[0])
    slack = _slack(figure)
    for result, operands in _operations(
        claim, figure, words, [f for f in facts if f.figure][:_MOST], taken
    ):
        if _fits(value, result, slack, claim.bound):
            yield operands


def _slack(figure: Figure) -> float:
    """Half of one in the last printed place, in the smallest unit of the family."""
    return 0.51 * float(step_of(figure, amounts(figure)[0]))


def _fits(value: float, result: float, slack: float, bound: Bound) -> bool:
    if bound in UP:
        return value - slack * 0.1 <= result <= value + max(4 * slack, value * 0.1)
    if bound in DOWN:
        return value - max(4 * slack, value * 0.1) <= result <= value + slack * 0.1
    if bound is Bound.ABOUT:
        return abs(value - result) <= 2.2 * slack
    return abs(value - result) <= slack


def _operations(
    claim: Fact, figure: Figure, words: str, facts: Sequence[Fact], taken: Collection[Fact]
) -> Iterator[tuple[float, tuple[Fact, ...]]]:
    values = [(float(amounts(f.figure)[0]), f) for f in facts if f.figure is not None]
    like = [
        (value, f)
        for value, f in values
        if f.figure is not None and unit_kinship(figure, f.figure) is not Kinship.DIFFERENT
    ]
    share = figure.kind is FigureKind.RATIO
    points = figure.kind is FigureKind.PERCENTAGE_POINTS
    if share:
        like += [
            (v, f) for v, f in values
            if f.figure and f.figure.kind is FigureKind.PERCENTAGE_POINTS and _BACK.search(words)
        ]  # fmt: skip
    if points:
        like += [(v, f) for v, f in values if f.figure and f.figure.kind is FigureKind.RATIO]
    before = words[-_REACH:] if not _LETTER.search(claim.left) else claim.left[-_NEAR:]
    beside = before + claim.text + claim.right[:_BEHIND]
    if _COARSE.search(claim.text) or (share and not _LETTER.search(claim.left)):
        beside += "占"
    if claim.right.startswith("中"):
        yield from _sums(like)
    elif _SUM.search(before + claim.text + claim.right[:2]) or _ADDED.search(words):
        yield from _sums(like)
        for value, f in like if _EACH.search(words) else ():
            for count in range(2, 7):
                yield value * count, (f,)
    else:
        yield from _named(words, [row for row in like if row[1] not in taken])
    if _DIFFERENCE.search(beside):
        # One rate lies so many points over another, never so many per cent.
        apart = like if not (share and _OVER.search(claim.left)) else []
        for (a, f), (b, g) in combinations(apart, 2):
            yield abs(a - b), (f, g)
        if share:
            for value, f in like:
                yield abs(100 - value), (f,)
    if _RATIO.search(beside):
        for (a, f), (b, g) in combinations(values, 2):
            if f.figure is None or g.figure is None or not a or not b:
                continue
            same = unit_kinship(f.figure, g.figure) is not Kinship.DIFFERENT
            if share and same:
                yield 100 * min(a, b) / max(a, b), (f, g)
                yield 100 * abs(a - b) / a, (f, g)
                yield 100 * abs(a - b) / b, (f, g)
            elif figure.kind is FigureKind.MULTIPLE and same:
                yield max(a, b) / min(a, b), (f, g)
                yield max(a, b) / min(a, b) - 1, (f, g)
            elif not share:
                if _measures(figure, f.figure) and g.figure.value:
                    yield a / float(g.figure.value), (f, g)
                if _measures(figure, g.figure) and f.figure.value:
                    yield b / float(f.figure.value), (f, g)
        for value, f in like:
            for parts in (12, 365, 52):
                yield value / parts, (f,)
            yield value * 12, (f,)
    if _BACK.search(beside):
        for value, f in like:
            for rate, g in values:
                if g.figure is not None and g.figure.kind is FigureKind.MULTIPLE and rate:
                    yield value / rate, (f, g)
                if g.figure is not None and g.figure.kind is FigureKind.RATIO:
                    yield value / (1 + rate / 100), (f, g)
                    if rate < 100:
                        yield value / (1 - rate / 100), (f, g)
                        yield value * rate / 100, (f, g)


def _sums(like: Sequence[tuple[float, Fact]]) -> Iterator[tuple[float, tuple[Fact, ...]]]:
    """Sums of things counted in one unit, or in kindred ones in one sentence: 774个 and 65座."""
    by_unit: dict[str, list[tuple[float, Fact]]] = {}
    beside: dict[int, list[tuple[float, Fact]]] = {}
    for value, f in like:
        if f.figure is not None:
            by_unit.setdefault(unit_name(f.figure.unit), []).append((value, f))
        beside.setdefault(f.clause_sentence, []).append((value, f))
    rows = [row for row in beside.values() if len({unit_name(_unit(f)) for _, f in row}) > 1]
    for held in (*by_unit.values(), *rows):
        for size in (2, 3, 4):
            if len(held) > _CROWD and size > 2:
                yield from _runs(held, size)
                continue
            for group in combinations(held, size):
                yield sum(v for v, _ in group), tuple(f for _, f in group)
        if len(held) > 4:
            yield from _runs(held, range(5, min(len(held), 12) + 1))


def _unit(fact: Fact) -> str:
    return fact.figure.unit if fact.figure is not None else ""


def _named(
    words: str, like: Sequence[tuple[float, Fact]]
) -> Iterator[tuple[float, tuple[Fact, ...]]]:
    """Two things counted in one sentence and named together: 企业商户 of 企业 and 商户."""
    told = set(words)
    held = [
        (value, f, letters)
        for value, f in like[:_MANY]
        if (letters := set(_LETTER.findall(f.left[-_NAME:] + f.right[:_NAME])))
    ]
    for (v, f, a), (w, g, b) in combinations(held, 2):
        own, other = a - b, b - a
        together = f.clause_sentence == g.clause_sentence
        named = all(mine and len(mine & told) * 2 >= len(mine) for mine in (own, other))
        if together and named:
            yield v + w, (f, g)


def _runs(
    like: Sequence[tuple[float, Fact]], sizes: int | range
) -> Iterator[tuple[float, tuple[Fact, ...]]]:
    for size in (sizes,) if isinstance(sizes, int) else sizes:
        for start in range(len(like) - size + 1):
            group = like[start : start + size]
            yield sum(v for v, _ in group), tuple(f for _, f in group)


def _measures(claim: Figure, part: Figure) -> bool:
    return unit_kinship(claim, part) is not Kinship.DIFFERENT
