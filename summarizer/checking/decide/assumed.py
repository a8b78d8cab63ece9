"""An example of the writer's: 采购额100万元对应预付30万元, where the source has only the 30%.

The base of an example is a round number that the source does not have, and what stands beside it
follows from it by a rate that the source has. Neither is anything that the source could contradict.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from summarizer import patterns as re
from summarizer.anchors.records import Figure
from summarizer.checking.align import Pair
from summarizer.checking.case import Case
from summarizer.checking.equality import Kinship, amounts, unit_kinship
from summarizer.vocabulary import Bound, FigureKind

_LEAST = 100  # a smaller round number is a count of something
_WHOLE = 100  # per cent
_EACH = {"100": 100, "百": 100, "1000": 1000, "千": 1000, "1万": 10_000, "万": 10_000}
_OF_EACH = re.compile(f"每({'|'.join(sorted(_EACH, key=len, reverse=True))})元[^,，]*$")
_SUPPOSED = re.compile("假[如设定使]|设想|譬如|例如|比如|打个比方")


def is_assumed(case: Case, pair: Pair) -> bool:
    """True for the base of an example, and for what follows from it by a rate of the source."""
    claim = pair.claim
    figure = claim.figure
    if figure is None or claim.bound is not Bound.EQUAL:
        return False
    said = claim.said_in
    each = _OF_EACH.search(claim.left)
    if each is not None and amounts(figure)[0] * _WHOLE / _EACH[each[1]] in set(_rates(case)):
        return True  # 每100元生产总值里有3.25元 of 研发投入强度3.25%
    if _SUPPOSED.search(said.sentence_text[: said.begin] + claim.left):
        return True
    beside = [
        other.claim.figure
        for other in case.pairs
        if other.claim.clause_sentence == claim.clause_sentence and other.claim.figure is not None
    ]
    if _is_base(case, figure):
        return any(_follows(case, other, figure) for other in beside)
    return any(_is_base(case, other) and _follows(case, figure, other) for other in beside)


def _is_base(case: Case, figure: Figure) -> bool:
    """True for 100万元 that the source does not have."""
    if figure.kind in (FigureKind.RATIO, FigureKind.PERCENTAGE_POINTS) or figure.high is not None:
        return False
    digits = abs(figure.value).normalize().as_tuple().digits
    known = case.index.facts_by_amount.get(amounts(figure), ())
    return digits == (1,) and figure.value >= _LEAST and not known


def _follows(case: Case, figure: Figure, base: Figure) -> bool:
    """True for a part of the base by a rate of the source, or for what that leaves."""
    if figure is base or unit_kinship(figure, base) is Kinship.DIFFERENT:
        return False
    ends = [figure.value] if figure.high is None else [figure.value, figure.high]
    rates = set(_rates(case))
    shares = [_WHOLE * end / base.value for end in ends]
    return all(0 < share < _WHOLE for share in shares) and (
        all(share in rates for share in shares) or all(_WHOLE - share in rates for share in shares)
    )


def _rates(case: Case) -> Iterator[Decimal]:
    for fact in case.index.facts.facts:
        if fact.figure is not None and fact.figure.kind is FigureKind.RATIO:
            yield fact.figure.value
            if fact.figure.high is not None:
                yield fact.figure.high
