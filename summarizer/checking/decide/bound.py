"""What a figure bounds: 不少于 told as 不超过, 余 lost, 以上 added."""

from __future__ import annotations

from summarizer import patterns as re
from summarizer.checking.align import Pair
from summarizer.checking.amounts import UP, Relation, opposed, relation
from summarizer.checking.case import Case
from summarizer.checking.equality import amounts
from summarizer.checking.findings import Fault, Grade
from summarizer.checking.margins import SCORES
from summarizer.facts.records import Fact
from summarizer.vocabulary import Bound, FigureKind

_HEADED = re.compile("上限|下限|以内|不超过|不低于|最[高低多少]")
_LINE = re.compile("[^,]{0,6}(?:线|上限|标准)")  # 100%警戒线 is a bound by its noun
_LIMIT = re.compile("不得?(?:少于|低于|超过|多于|高于)|不[超低]过?|至少|至多")
_AT_LEAST = ("不少于", "不得少于", "不低于", "不得低于", "至少")
# Behind a number that one has to reach: whom that fits, or what one may not reach.
_WHOSE = re.compile("[^,。;、]{0,4}(?:的|[就即便才方]|、?[但而]?不[满足到超])")
_NEAR = 6  # letters before a figure that may say what it bounds
_BEHIND = 3
# What may say that a number bounds, in whatever words: where the other side has none of it, and
# this side only in the figure itself, one of the two left it out.
_LIMITED = re.compile(
    "最|限|[超不未][过足到满]|[以之][内外上下]|内$|近|约|余|多|至少|逾|历|经|左右|上下"
)
_SUPERLATIVE = re.compile("最[多高大少低小]|至多|至少")


def bound(case: Case, claim: Fact, source: Fact, held: Relation) -> Fault | None:
    """The same number with another bound, printed for itself and not for a whole row."""
    if held is not Relation.BOUND or claim.spread or source.spread:
        return None
    mine, theirs = claim.bound, source.bound
    if opposed(claim, source):
        if _parts_at(case, claim, source):
            return None  # 不满五倍的, 五倍以上的: what lies on either side of one mark
        return told_bound(case, claim, source, "qualifier_changed")
    if mine is Bound.EQUAL:
        if theirs is Bound.AT_MOST and _within(source):
            return None  # 五年累计 for 5年内累计: the time in which, with or without its 内
        if _HEADED.search(case.clause_of(claim).head):
            return None
        if theirs is Bound.AT_LEAST and _is_least(claim):
            return None  # 达到2000吨的单位 of 2000吨以上的单位
        if theirs is Bound.ABOUT and claim.figure is not None and claim.figure.high is not None:
            return None  # 5到10年 of 5—10年左右: a range is no exact number
        limit = _LIMIT.search(claim.left)
        if limit is not None and (theirs in UP) == (limit[0] in _AT_LEAST):
            return None  # 至少要到企业实训1个月: the limit and its figure stand apart
        # A fact that is not plainly meant may be another one of that number.
        if case.score_of(claim, source) < SCORES.clear:
            return None
        if _converted(case, claim, source):
            return None
        if _LIMITED.search(_around(claim)):
            return None  # 最长扣48个月 of 不能超过48个月: the limit in other words
        return told_bound(case, claim, source, "qualifier_lost")
    if _within(claim):
        return None  # 5年内: the time in which something is done
    if _LINE.match(source.right):
        return None
    limit = _LIMIT.search(claim.left[-_NEAR:] + claim.text)
    if limit is not None and limit[0] in source.left:
        return None  # 不得少于董事总额四分之一: the limit and its figure stand apart
    if _SUPERLATIVE.search(claim.left + claim.text):
        return None  # 最多5000元: the highest of several, not a bound of one
    if theirs is Bound.ABOUT:
        return told_bound(case, claim, source, "qualifier_changed")
    if _LIMITED.search(_around(source)) or not _LIMITED.search(claim.text):
        return None  # 不能超过每月1000元, and a bound that was read out of words further off
    return told_bound(case, claim, source, "qualifier_added")


def ends(case: Case, pair: Pair) -> Fault | None:
    """1000元以上5000元以下 of 1000元以上3000元以下, the lower limit being told rightly.

    Not where the source has that very range of something that may be meant as well.
    """
    claim = pair.claim
    if claim.figure is not None and claim.figure.high is not None:
        return _both_ends(case, pair)
    before = case.pairs[claim.order - 1] if claim.order else None
    if before is None or not _is_range(before.claim, claim) or before.given is None:
        return None
    facts = case.index.facts.facts
    ranges = [
        (score, facts[low.order + 1])
        for score, low in before.candidates
        if relation(before.claim, low) is Relation.EQUAL
        and low.order + 1 < len(facts)
        and _is_range(low, facts[low.order + 1])
    ]
    if not ranges or relation(claim, ranges[0][1]) is not Relation.OTHER:
        return None
    return case.fault("range", Grade.WRONG, claim, "range", ranges[0][1])


def _both_ends(case: Case, pair: Pair) -> Fault | None:
    """罚5万至20万元 of 五万元以上十万元以下, the range that is so spoken of and has one of its
    ends, though that of another thing has both."""
    claim, facts = pair.claim, case.index.facts.facts
    if claim.figure is None:
        return None
    ranges = [
        (score, low, [amounts(end.figure)[0] for end in (low, high) if end.figure is not None])
        for score, low in pair.candidates
        for high in facts[low.order + 1 : low.order + 2]
        if _is_range(low, high)
    ]
    ends = list(amounts(claim.figure))
    own = [score for score, _, held in ranges if held == ends]
    best, fact, held = max(ranges, key=lambda row: row[0], default=(0.0, None, []))
    common = [mine == theirs for mine, theirs in zip(ends, held, strict=False)]
    apart = bool(own) and best - max(own) >= SCORES.exchanged and best >= SCORES.spoken
    if fact is None or not apart or sum(common) != 1:
        return None
    return case.fault("range", Grade.WRONG, claim, "range", facts[fact.order + common[0]])


def _is_range(low: Fact, high: Fact) -> bool:
    """True for two limits of one thing, side by side."""
    bounds = (low.bound, high.bound) == (Bound.AT_LEAST, Bound.AT_MOST)
    return bounds and low.clause == high.clause and low.unit == high.unit and not high.left.strip()


def _around(fact: Fact) -> str:
    return f"{fact.left[-_NEAR - _BEHIND :]}、{fact.right[:_BEHIND]}"


def _is_least(claim: Fact) -> bool:
    """True for 达到2000吨的单位 and 满2000吨、不满1万吨: whoever has reached so much."""
    before, found, behind = claim.said_in.text.partition(claim.text)
    return bool(found) and before.endswith(("达", "达到", "满")) and bool(_WHOSE.match(behind))


def _parts_at(case: Case, claim: Fact, source: Fact) -> bool:
    """True where the statement tells the source's bound too, of the same number."""
    return any(
        pair.claim is not claim and relation(pair.claim, source) is Relation.EQUAL
        for pair in case.pairs
        if pair.claim.clause_sentence == claim.clause_sentence
    )


def _within(fact: Fact) -> bool:
    inside = fact.figure is not None and fact.figure.kind is FigureKind.DURATION
    return inside and (fact.right.startswith(("内", "之内")) or fact.text.endswith("内"))


def _converted(case: Case, claim: Fact, source: Fact) -> bool:
    """True for 300万亩以上（折20万公顷）: the statement gives the bound with the source's unit."""
    mine, theirs = claim.figure, source.figure
    if mine is None or theirs is None or mine.unit == theirs.unit:
        return False
    return any(
        pair.claim is not claim and pair.claim.bound is source.bound
        for pair in case.pairs
        if pair.given is source
    )


def told_bound(case: Case, claim: Fact, source: Fact, message: str) -> Fault:
    """Another bound than the source's."""
    details = {"mine": claim.bound.value, "theirs": source.bound.value}
    return case.fault("qualifier", Grade.WRONG, claim, message, source, details)
