"""How far one figure is from another, told by words that say another operation.

增长2.8倍 is 3.8 times as much, never 上年的2.8倍; between two shares lie points, not per cent; and
what is 多出 behind 为A的N倍 is the difference from A. The words name the operands, so that nothing
here depends on which fact the number might be.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from summarizer import patterns as re
from summarizer.anchors.records import Figure
from summarizer.checking.align import Pair
from summarizer.checking.amounts import Relation, kinship, relation
from summarizer.checking.case import Case
from summarizer.checking.equality import Kinship, amounts
from summarizer.checking.findings import Fault, Grade
from summarizer.facts.records import Fact
from summarizer.vocabulary import FigureKind

_OF_BEFORE = re.compile("[上去前][一]?年(?:同期|全年)?的[约近]?$")
_UP = "up"
_PER_CENT = 100  # by definition
_TO = re.compile("[,、]?[^,。;、0-9]{0,6}[到至为]了?")
_MOVED = re.compile("^(?:提[高升]|上升|增加|扩大|下降|降低|回落|减少|缩小|[升降])了?$")
_MARGIN = re.compile("^(?:[多高少低]出?了?|超出)$")
_RATE = re.compile(
    "(?:占比?|占[^,，。;；、0-9]{1,16}|[增降涨跌]幅|增速|[^效频概速]率)(?:[约近为达是]|达到|仅|只)*$"
)
# 占比提高1.4个百分点: what lies between two rates.
_APART = re.compile(
    "(?:[提升降增减高低多少快慢差]|[扩拉]大|缩小|收窄|回落|上涨|下[跌滑]|放缓|超[出过])[了约近达]*$"
)
_OPERANDS = 3  # figures before a margin: the whole, what it is a multiple of, the multiple
_MOST_OFF = Decimal("0.1")  # of a margin: 多出约30次 of 29
_OF_IT = re.compile("[)）]?的[约近]?$")


def compared(case: Case) -> Iterator[Fault]:
    """Every figure whose words name an operation that its operands contradict."""
    for pair in case.pairs:
        figure = pair.claim.figure
        if figure is None or figure.high is not None or case.is_literal(pair.claim.span):
            continue
        for judge in (_of_before, _points, _no_points, _margin):
            found = judge(case, pair, figure)
            if found is not None:
                yield found
                break


def _of_before(case: Case, pair: Pair, figure: Figure) -> Fault | None:
    """是上年的2.8倍 of what grew by 2.8 times, or by 280 %."""
    claim = pair.claim
    told = claim.clause_text.rpartition(claim.text)[0] + claim.text
    left = told[: -len(claim.text)] + claim.text.rstrip("0123456789.一二三四五六七八九十倍多余")
    if figure.kind is not FigureKind.MULTIPLE or not _OF_BEFORE.search(left):
        return None
    growths = [fact for fact in case.scope.facts if _is_growth(fact, figure.value)]
    levels = [fact for fact in case.scope.facts if _is_level(fact, figure.value)]
    before = case.said.facts[claim.order - 1] if claim.order else None
    if len(growths) != 1 or levels or before is None:
        return None
    # It grew by that much of what the figure right before tells rightly.
    base = [
        fact
        for fact in case.scope.facts
        if fact.clause_sentence == growths[0].clause_sentence
        and fact.order < growths[0].order
        and relation(before, fact) in (Relation.EQUAL, Relation.ROUGH)
    ]
    if not base:
        return None
    return case.fault("change", Grade.WRONG, claim, "change_to", growths[0])


def _is_growth(fact: Fact, value: Decimal) -> bool:
    figure = fact.figure
    if figure is None or figure.direction != _UP or figure.change == "to":
        return False
    if figure.kind is FigureKind.MULTIPLE:
        return figure.value == value
    return figure.kind is FigureKind.RATIO and figure.value == value * _PER_CENT


def _is_level(fact: Fact, value: Decimal) -> bool:
    figure = fact.figure
    return (
        figure is not None
        and figure.kind is FigureKind.MULTIPLE
        and figure.direction is None
        and figure.value == value
    )


def _points(case: Case, pair: Pair, figure: Figure) -> Fault | None:
    """提高25.8% behind 从47.6%升至73.4%."""
    claim = pair.claim
    if figure.kind is not FigureKind.RATIO or not figure.text.endswith("%"):
        return None
    if any(relation(claim, fact) is Relation.EQUAL for fact in case.scope.facts):
        return None
    rates = [
        fact
        for fact in case.said.facts[: claim.order]
        if fact.clause_sentence == claim.clause_sentence and _is_rate(fact)
    ]
    if len(rates) > 1 and _MOVED.match(claim.left):
        first, last = (fact.figure for fact in rates[-2:])
        ends = rates[-1].order == claim.order - 1 and rates[-2].order == claim.order - 2
        between = case.statement.text[rates[-2].span.end : rates[-1].span.start]
        ends = ends and _TO.fullmatch(between) is not None
        if ends and first and last and abs(last.value - first.value) == abs(figure.value):
            return _misnamed(case, claim, rates[-2:])
    return None


def _no_points(case: Case, pair: Pair, figure: Figure) -> Fault | None:
    """占85.5个百分点, 增幅达62个百分点: a share or a rate is told in per cent.

    Points are what lies between two rates, and a word that says so (提高, 高) stands before them.
    """
    claim = pair.claim
    if figure.kind is not FigureKind.PERCENTAGE_POINTS or not _RATE.search(claim.left):
        return None
    if _APART.search(claim.left):
        return None
    if any(relation(claim, fact) is Relation.EQUAL for fact in case.scope.facts):
        return None
    details = {"theirs": claim.text.replace("个百分点", "%")}
    return case.fault("points", Grade.WRONG, claim, "no_points", None, details)


def _is_rate(fact: Fact) -> bool:
    return fact.figure is not None and fact.figure.kind is FigureKind.RATIO


def _misnamed(case: Case, claim: Fact, rates: list[Fact]) -> Fault:
    parts = "、".join(fact.text for fact in rates)
    details = {"parts": parts, "theirs": claim.text.replace("%", "个百分点")}
    return case.fault("points", Grade.WRONG, claim, "misreckoned", None, details)


def _margin(case: Case, pair: Pair, figure: Figure) -> Fault | None:
    """48次，为19次的2.5倍，多出29次: the difference of the two that the multiple is of."""
    claim, facts = pair.claim, case.said.facts
    if claim.order < _OPERANDS or not _MARGIN.match(claim.left):
        return None
    whole, base, times = facts[claim.order - _OPERANDS : claim.order]
    sentence = {fact.clause_sentence for fact in (whole, base, times, claim)}
    between = case.statement.text[base.span.end : times.span.start]
    if len(sentence) != 1 or times.figure is None or times.figure.kind is not FigureKind.MULTIPLE:
        return None
    alike = all(kinship(claim, fact) is Kinship.SAME for fact in (whole, base))
    if not (alike and _OF_IT.search(between) and whole.figure and base.figure):
        return None
    if whole.figure.unit != base.figure.unit:
        return None
    result = abs(amounts(whole.figure)[0] - amounts(base.figure)[0])
    value = abs(amounts(figure)[0])
    if abs(result - value) <= value * _MOST_OFF:
        return None
    details = {"parts": f"{whole.text}、{base.text}", "theirs": f"{result.normalize():f}"}
    return case.fault("sum", Grade.WRONG, claim, "misreckoned", None, details)
