"""A reckoning that its own words and figures nearly yield: the result with a slip in it."""

from __future__ import annotations

from decimal import Decimal
from math import log10

from summarizer import patterns as re
from summarizer.anchors.records import Figure
from summarizer.checking.align import Pair
from summarizer.checking.amounts import place_of, step_of
from summarizer.checking.case import Case
from summarizer.checking.derive import Evidence, named_sorts
from summarizer.checking.equality import amounts
from summarizer.checking.margins import CHANCE, TOLERANCE
from summarizer.checking.operands import Window, operands_for
from summarizer.checking.operations import results
from summarizer.facts.records import Fact
from summarizer.vocabulary import Bound

_FEWEST = 2  # digits: any other number is one digit away from a single one
# An average or what is reckoned back may be over days, heads or months that nobody prints.
_PLAIN = frozenset(("sum", "difference", "share", "growth"))
_ENDS = re.compile("[。!?！？\n]")  # what a semicolon joins is reckoned with
_HUNDRED_MILLION = 10**8
_TEN_THOUSAND = 10**4


def misreckoned(case: Case, pair: Pair) -> tuple[tuple[Fact, ...], str] | None:
    """What a claim is reckoned of, and the result that it misprints: one digit is another, they
    stand in another order, or it is off by noughts. Of so few results that chance hardly comes so
    near.

    Reckoned with are the figures of its sentence, and the fact that the claim comes nearest to.
    """
    claim = pair.claim
    figure = claim.figure
    if figure is None or figure.high is not None:
        return None
    value = amounts(figure)[0]
    place = float(place_of(figure, value))
    told = [
        other.told
        for other in case.pairs
        if other is not pair and not _ENDS.search(_between(case, claim, other.claim))
    ]
    held = list({id(fact): fact for fact in (*told, pair.given) if fact is not None}.values())
    said = named_sorts(claim, Evidence(held, (), case.words_of(claim), restated=False))
    printed = round(float(value) / place)
    size = len(str(printed))
    if size < _FEWEST or not value:
        return None
    every = results(claim, figure, operands_for(claim, held), Window())
    rows = [row for row in every if row.sort in said & _PLAIN]
    step = float(step_of(figure, value))
    if claim.bound is not Bound.EQUAL and any(abs(r.value - float(value)) <= step for r in rows):
        return None  # 4100元左右 of 4108元
    near = {round(row.value / place): row for row in rows}
    alike = [number for number in near if len(str(number)) == size]
    hits = [number for number in alike if _is_misprint(str(printed), str(number))]
    if hits and len(alike) * size / 10 ** (size - 1) <= CHANCE.beside:
        return near[hits[0]].operands, _worded(hits[0], figure)
    scaled = [row for row in rows if _is_scaled(float(value), row.value)]
    if scaled:
        return scaled[0].operands, _worded(round(scaled[0].value / place), figure)
    return None


def _between(case: Case, first: Fact, second: Fact) -> str:
    start, end = sorted((first.span, second.span))
    return case.statement.text[start.end : end.start]


def _worded(places: int, figure: Figure) -> str:
    """So many of the claim's last place, in its own unit."""
    value = amounts(figure)[0]
    step = place_of(figure, value) * abs(figure.value) / value
    return f"{in_words(places * step, figure)}{figure.unit}"


def _is_misprint(mine: str, theirs: str) -> bool:
    other = sum(a != b for a, b in zip(mine, theirs, strict=True))
    return other == 1 or (other > 1 and sorted(mine) == sorted(theirs))


def _is_scaled(value: float, result: float) -> bool:
    power = log10(value / result) if result > 0 else 0.0
    return round(power) != 0 and abs(power - round(power)) < TOLERANCE.scale


def in_words(result: Decimal, figure: Figure) -> str:
    """A result in the writer's own unit."""
    text = figure.text
    scale = _HUNDRED_MILLION if "亿" in text else _TEN_THOUSAND if "万" in text else 1
    letter = "亿" if scale == _HUNDRED_MILLION else "万" if scale > 1 else ""
    return f"{(result / scale).normalize():f}{letter}"
