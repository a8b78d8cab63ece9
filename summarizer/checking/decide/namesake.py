"""Which of two facts a claim's name is that of, where their names differ in a word."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer import patterns as re
from summarizer.checking.align import Pair
from summarizer.checking.amounts import kinship
from summarizer.checking.case import Case
from summarizer.checking.decide import value
from summarizer.checking.equality import Kinship, flat
from summarizer.checking.evidence import is_told
from summarizer.checking.similarity import same_role
from summarizer.facts.records import Fact
from summarizer.vocabulary import FigureRole

# Of the whole place, or of all of it: says nothing of what sets two names apart.
_OF_ALL = re.compile(
    "全[国省市区县州盟旗]|地方|总[额量数值]?|[额量数值的]|实际|完成|[增降][速幅]|增长率"
)
_NOT = frozenset("非")
_WORD = 2  # letters


def namesake(case: Case, pair: Pair, equal: Sequence[Fact]) -> Fact | None:
    """The fact that the claim's name is that of, where it is of none that has its value: the one
    that its words speak for most, or one of all of its name."""
    given, least = pair.given, max(map(pair.score_of, equal))
    if given is not None and pair.score_of(given) > least and is_another(case, pair, given, equal):
        return given
    return next(
        (
            fact
            for _, fact in pair.candidates
            if stands_before(pair.claim)
            and _has_whole_name(pair.claim, fact)
            and kinship(pair.claim, fact) is Kinship.SAME
            and is_another(case, pair, fact, equal)
        ),
        None,
    )


def is_another(case: Case, pair: Pair, given: Fact, equal: Sequence[Fact]) -> bool:
    """True where the claim's name is that of the fact, and of none that has its value.

    In another sentence a name that is only part of the fact's may be another thing's as well.
    """
    claim = pair.claim
    if is_told(case, pair, given) or not same_role(claim, given):
        return False
    if claim.carried and case.said.facts[claim.order - 1].shared:
        return False  # which of several told under 分别 a change behind them belongs to
    if any(_role(fact) is _role(claim) is not _role(given) for fact in equal):
        return False  # 新增高速公路222公里 of 新增通车里程, not of 高速公路通车里程达979公里
    if not all(_names_other(claim, given, fact) for fact in equal):
        return False
    joined = case.index.joined(given.clause_sentence)
    if any(fact.clause_sentence in joined for fact in equal):
        return True
    unit = case.index.unit_at(given.span.start)
    beside = any(case.index.unit_at(fact.span.start) is unit for fact in equal)
    return beside and _has_whole_name(claim, given) and value.is_precise(claim)


def stands_before(claim: Fact) -> bool:
    """Whether a claim's name is its own, not that of the amount before: 销售额2470亿元，占38%."""
    return claim.figure is not None and flat(claim.figure.label or "") in flat(claim.left)


def _names_other(claim: Fact, given: Fact, equal: Fact) -> bool:
    """True where the claim's name is the one fact's and sets it apart from the other: 进口 of
    进口总额 beside 出口总额, 税收收入 beside 非税收入."""
    mine, theirs, other = (_name(fact) for fact in (claim, given, equal))
    if not (mine and theirs and other) or mine - theirs:
        return False
    if mine != theirs and (claim.shared or claim.carried):
        return False
    mark, apart = mine & theirs - other, other - mine
    return (bool(mark) and bool(apart)) or _NOT in (mark, apart)


def _role(fact: Fact) -> FigureRole | None:
    return fact.figure.role if fact.figure is not None else None


def _has_whole_name(claim: Fact, fact: Fact) -> bool:
    """True for 工业用电总量 of 工业用电量: one name of several words, all of it."""
    return len(_name(claim)) > _WORD and _name(claim) == _name(fact)


def _name(fact: Fact) -> frozenset[str]:
    """The letters of a figure's label, but for what says nothing of which thing it is."""
    label = flat(fact.figure.label or "") if fact.figure is not None else ""
    return frozenset(_OF_ALL.sub("", label))
