"""What can be reckoned from a handful of figures, by the kind of what is claimed.

Every operation is typed: a share comes of two amounts in one unit, points of two rates of one
sort, an average of an amount and a count, a sum of amounts in one unit of which none is part of
another. No word decides whether an operation is tried.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from summarizer import patterns as re
from summarizer.anchors.records import Figure
from summarizer.checking.amounts import kinship
from summarizer.checking.equality import Kinship, unit_name
from summarizer.checking.margins import TOLERANCE
from summarizer.checking.operands import Operand, Result, Sort, Window, sums
from summarizer.checking.timing import over_time, years_between
from summarizer.facts.records import Fact
from summarizer.vocabulary import FigureKind

_EACH = re.compile("([^,;。:]*[、和与及][^,;。:]+)各(?:约|近|超|有|[一-龥]{2})?$")
_MEMBERS = re.compile("[、和与及]")
_A_YEAR = re.compile("(?:年均|每年|年平均)[^,;。]{0,8}$")
_PARTS = "∶"
_TO_ONE = "∶1"


def results(
    claim: Fact, figure: Figure, held: Sequence[Operand], window: Window
) -> Iterator[Result]:
    """Everything of the claim's kind in a window that its operands come to."""
    return (row for row in _every(claim, figure, held, window) if window.has(row.value))


def _every(
    claim: Fact, figure: Figure, held: Sequence[Operand], window: Window
) -> Iterator[Result]:
    quotient = figure.kind is FigureKind.RATIO and not figure.unit  # 城乡收入比1.77
    if quotient or figure.unit == _TO_ONE:
        yield from _multiples(held)
    elif _PARTS in figure.unit:
        yield from _proportions(figure, held)
    elif figure.kind is FigureKind.RATIO:
        yield from _percentages(held)
    elif figure.kind is FigureKind.PERCENTAGE_POINTS:
        yield from _points(held)
    elif figure.kind is FigureKind.MULTIPLE:
        doubled, grows = "翻" in figure.text, figure.change == "by" and "翻" not in figure.text
        yield from _multiples(held, doubled=doubled, based=claim.left.endswith("的"), grows=grows)
    else:
        yield from _amounts(claim, figure, held, window)


def _proportions(figure: Figure, held: Sequence[Operand]) -> Iterator[Result]:
    """3∶1∶2 of amounts of 1.5亿、0.5亿和1亿, 3∶45∶52 of shares of 3%、45%和52%, in their order."""
    parts = [float(figure.value), *map(float, figure.unit.strip(_PARTS).split(_PARTS))]
    rates = [one for one in held if _rate(one) and not _moves(one)]
    for first in range(len(rates) - len(parts) + 1):
        listed = rates[first : first + len(parts)]
        pairs = zip((one.value for one in listed), parts, strict=True)
        if all(abs(rate - part) <= TOLERANCE.noughts * part for rate, part in pairs):
            yield Result(float(figure.value), tuple(one.fact for one in listed), "ratio")
    for group in combinations(_amounted(held), len(parts)):
        if any(kinship(group[0].fact, one.fact) is Kinship.DIFFERENT for one in group[1:]):
            continue
        scale = group[0].value / parts[0]
        shares = zip((one.value / scale for one in group), parts, strict=True)
        if all(abs(share - part) <= TOLERANCE.noughts * part for share, part in shares):
            yield Result(float(figure.value), tuple(one.fact for one in group), "ratio")


def _rate(operand: Operand) -> bool:
    return operand.kind is FigureKind.RATIO


def _moves(operand: Operand) -> bool:
    """True for a rate of change, which no share is compared with."""
    figure = operand.fact.figure
    return (
        figure is not None
        and not operand.share
        and figure.direction is not None
        and figure.change != "to"
    )


def _falls(operand: Operand) -> bool:
    figure = operand.fact.figure
    return figure is not None and figure.direction == "down"


def _alike(first: Operand, second: Operand) -> bool:
    """True for one unit, and for two counts: writers set 人次 against 人, and 人 against posts."""
    if kinship(first.fact, second.fact) is not Kinship.DIFFERENT:
        return True
    mine, theirs = first.fact.figure, second.fact.figure
    return mine is not None and theirs is not None and mine.kind is theirs.kind is FigureKind.COUNT


def _amounted(held: Sequence[Operand]) -> list[Operand]:
    rates = (FigureKind.RATIO, FigureKind.PERCENTAGE_POINTS, FigureKind.MULTIPLE, None)
    return [one for one in held if one.kind not in rates and one.value]


def _percentages(held: Sequence[Operand]) -> Iterator[Result]:
    for a, b in combinations(_amounted(held), 2):
        if kinship(a.fact, b.fact) is Kinship.DIFFERENT:
            continue
        both = (a.fact, b.fact)
        small, large = sorted((a.value, b.value))
        yield Result(100 * small / large, both, "share")
        yield Result(100 * large / small, both, "share")
        yield Result(100 * (large - small) / small, both, "growth")
        yield Result(100 * (large - small) / large, both, "growth")
        for level, moved in ((a, b), (b, a)):
            # 贷款余额671.8亿元，增加177.2亿元: a level and what was added to it or taken off.
            if _moves(moved) and not _moves(level):
                base = level.value - moved.value * (-1 if _falls(moved) else 1)
                if base > 0:
                    yield Result(100 * moved.value / base, both, "growth")
    yield from _shares_of_row(_amounted(held))
    rates = [one for one in held if _rate(one)]
    for one in rates:
        if one.share:
            yield Result(one.value, (one.fact,), "share")
        else:
            yield Result(abs(100 - one.value), (one.fact,), "difference")
    # Rates of change are never added, and one share is no share of another.
    for result in sums([one for one in rates if not _moves(one)]):
        if result.value <= 100.5:
            yield result
    for one in held:
        if one.kind is FigureKind.MULTIPLE:
            yield Result(100 * one.value, (one.fact,), "share")
            yield Result(100 * abs(one.value - 1), (one.fact,), "growth")
    points = [one for one in held if one.kind is FigureKind.PERCENTAGE_POINTS]
    for a in rates:
        for b in points:
            for value in (a.value + b.value, a.value - b.value):
                yield Result(abs(value), (a.fact, b.fact), "back")


def _shares_of_row(amounted: Sequence[Operand]) -> Iterator[Result]:
    """Shares of what the members of one row come to: 95.3亿元、708.8亿元和571.4亿元."""
    rows: dict[tuple[int, str | None], list[Operand]] = {}
    for one in amounted:
        rows.setdefault((one.fact.clause, _unit(one)), []).append(one)
    for row in rows.values():
        total = sum(one.value for one in row)
        if len(row) > 1:
            for one in row:
                yield Result(100 * one.value / total, tuple(o.fact for o in row), "share")


def _points(held: Sequence[Operand]) -> Iterator[Result]:
    for a, b in combinations([one for one in held if _rate(one)], 2):
        if _moves(a) == _moves(b):
            # 由10.2%降至0.6%: a level that was fallen to is no fall.
            apart = _moves(a) and _falls(a) != _falls(b)
            value = a.value + b.value if apart else abs(a.value - b.value)
            yield Result(value, (a.fact, b.fact), "difference")
    for one in held:
        if _rate(one) and not one.share and not _moves(one):
            # 完成预算的101.9%: so many points over or short of all of it.
            yield Result(abs(100 - one.value), (one.fact,), "difference")
    points = [one for one in held if one.kind is FigureKind.PERCENTAGE_POINTS]
    for a, b in combinations(points, 2):
        yield Result(a.value + b.value, (a.fact, b.fact), "sum")
        yield Result(abs(a.value - b.value), (a.fact, b.fact), "difference")


def _multiples(
    held: Sequence[Operand], *, doubled: bool = False, based: bool = False, grows: bool = False
) -> Iterator[Result]:
    """`based` tells that it is a multiple of what is named before it, and no growth, `grows` that
    it is by how much that grew: 增长154% is 增加1.5倍, and 是上年的2.5倍."""
    for one in held:
        if one.kind is FigureKind.MULTIPLE and _moves(one) and not _falls(one) and not grows:
            yield Result(1 + one.value, (one.fact,), "ratio")
        if _rate(one) and _moves(one):
            grown = one.fact.figure is not None and one.fact.figure.direction != "down"
            if grown and not grows:
                yield Result(1 + one.value / 100, (one.fact,), "ratio")
            if not based:
                yield Result(one.value / 100, (one.fact,), "ratio")
    for a, b in combinations([one for one in held if one.value], 2):
        if a.share != b.share or not (a.share or _alike(a, b)):
            continue
        if _moves(a) and doubled:
            continue  # 翻番 is what an amount does, no rate beside another
        small, large = sorted((a.value, b.value))
        yield Result(large / small, (a.fact, b.fact), "ratio")
        if not based:
            yield Result(large / small - 1, (a.fact, b.fact), "ratio")


def _amounts(
    claim: Fact, figure: Figure, held: Sequence[Operand], window: Window
) -> Iterator[Result]:
    every = _amounted(held)
    like = [one for one in every if kinship(claim, one.fact) is not Kinship.DIFFERENT]
    timed = [one for one in every if one not in like and _measures(figure, one)]
    for one in (*like, *timed):
        yield from over_time(figure, one)
    for one in like:
        # 刺梨、茶叶、皂角各20万亩 come to 60万亩.
        listed = _EACH.search(one.fact.left)
        if listed is not None:
            members = len(_MEMBERS.split(listed[1]))
            yield Result(one.value * members, (one.fact,), "sum")
    for one in every:
        # 每年2000名, 五年约1万人次: so many each time come to so many times.
        if figure.unit == "人次" and _unit(one) in ("人", "名") and one.single:
            for two in held:
                if two.kind is FigureKind.DURATION and two.fact.figure is not None:
                    number = float(two.fact.figure.value)
                    yield Result(one.value * number, (one.fact, two.fact), "ratio")
    for one in every:
        # 总额2万元, 每人次500元: so many times.
        for two in every:
            theirs = two.fact.figure
            per = _denominator(two.fact, theirs) if theirs is not None else None
            alike = per is not None and unit_name(per) == unit_name(figure.unit)
            if alike and one is not two and kinship(one.fact, two.fact) is not Kinship.DIFFERENT:
                yield Result(one.value / two.value, (one.fact, two.fact), "ratio")
    if figure.per == "年" or _A_YEAR.search(claim.left):
        for a, b in combinations(like, 2):
            for years in years_between(a.fact, b.fact, held):
                yield Result(abs(a.value - b.value) / years, (a.fact, b.fact), "ratio")
    per = _denominator(claim, figure)
    named = [one for one in held if _unit(one) == per]
    if not named:
        yield from sums(like, window)
        for a, b in combinations(like, 2):
            yield Result(abs(a.value - b.value), (a.fact, b.fact), "difference")
    for one in like:
        other = [two for two in held if two.fact is not one.fact and two.value]
        for two in other:
            if named and _unit(two) != per:
                continue  # 每条 is an average over the 条, whatever else there is
            for value, sort in _combined(one, two):
                if window.has(value):  # one in a hundred: there are as many as pairs of figures
                    yield Result(value, (one.fact, two.fact), sort)


_COUNTED = (FigureKind.COUNT, FigureKind.PHYSICAL, FigureKind.DURATION)
_PER = re.compile(
    "(?:每|平均每)个?([一-龥]{1,3}?)(?:约|近|超|均|为|补助|补|投资)*$|([户人台亩村])均约?$"
)


def _denominator(claim: Fact, figure: Figure) -> str | None:
    """The unit of what an average is taken over: 条 of 每条, 户 of 户均."""
    found = _PER.search(claim.left)
    if found is None:
        return figure.per
    return found[1] or found[2]


def _unit(one: Operand) -> str | None:
    return one.fact.figure.unit if one.fact.figure is not None else None


def _measures(figure: Figure, one: Operand) -> bool:
    """True where only the denominators differ: 324元/月 beside 3888元/年."""
    theirs = one.fact.figure
    return theirs is not None and (figure.kind, figure.unit) == (theirs.kind, theirs.unit)


def _combined(one: Operand, two: Operand) -> Iterator[tuple[float, Sort]]:
    """An amount and what divides, multiplies or lets it be reckoned back."""
    kind = two.kind
    if kind is FigureKind.RATIO:
        rate = two.value / 100
        if _moves(two):
            yield one.value / (1 + rate), "back"
            if rate < 1:
                yield one.value / (1 - rate), "back"
                yield one.value * rate / (1 + rate), "back"
        else:
            yield one.value * rate, "ratio"
            yield one.value / rate, "back"
    elif kind is FigureKind.MULTIPLE:
        yield one.value / two.value, "back"
        yield one.value * two.value, "back"
    elif kind not in (FigureKind.PERCENTAGE_POINTS, FigureKind.MONEY):
        figure = two.fact.figure
        if figure is None:
            return
        number = float(figure.value)
        if number > 1:
            yield one.value / number, "ratio"
            if one.single or two.single:
                yield one.value * number, "ratio"
