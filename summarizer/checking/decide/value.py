"""The value: another number than the source's, another unit, an end of a range, an ordinal."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Context, Decimal

from summarizer import patterns as re
from summarizer.checking.amounts import rounds_little
from summarizer.checking.case import Case, told
from summarizer.checking.counters import is_choosy
from summarizer.checking.decide.meant import is_turned
from summarizer.checking.equality import Kinship, amounts, digits_of, unit_kinship, unit_name
from summarizer.checking.findings import Fault, Grade
from summarizer.checking.margins import LED_BY, PRECISE, RETOLD
from summarizer.facts.records import Fact
from summarizer.vocabulary import Bound, FigureKind

_MARK = re.compile("(?:离|距|距离)[^,、]{0,3}$|每$")
_ENOUGH = re.compile("(?:凡是?|只要|一旦|如果?|若|任何?)[^,、]{0,6}$")
_TOTAL = re.compile("(?:合计|共计|总计|(?<![公共])共(?![同享建和])|累计)[^,，、;；:：。0-9]{0,6}$")
_COARSE = re.compile("成|分之|半|翻")
_TIMES = frozenset(("年", "季", "季度", "月", "周", "日", "天", "小时"))
_TEN = 10  # a count up to that is told of many things
_WITHIN = re.compile("[之以]?内(?!容|部)")
_SMALL = (FigureKind.COUNT, FigureKind.DURATION)
_ROUNDED = Decimal("0.1")  # 6亿 is a rounding of 6.4亿, 1亿 is none of 1.4亿
_SCALES = frozenset(Decimal(10) ** power for power in range(1, 9))
_EXACT = Context(prec=120)  # sixty digits before and after the point
_RATES = frozenset((FigureKind.RATIO, FigureKind.PERCENTAGE_POINTS))

_BOUNDS = re.compile("及?以(?P<way>[上下])")


def paired(case: Case, claim: Fact, given: Fact, equal: Fact) -> Fault:
    """A value that the unit has, said of another thing or of another time."""
    mine, theirs = claim.periods[:1], equal.periods[:1]
    alike = case.index.weights.share(equal.near, given.near) >= RETOLD
    if mine and theirs and alike and mine[0].first != theirs[0].first:
        times = {"mine": mine[0].mention.text, "theirs": theirs[0].mention.text}
        return case.fault("period", Grade.WRONG, claim, "period", equal, times)
    return case.fault("pair", Grade.WRONG, claim, "paired", given, {"other": told(equal)})


def differs(case: Case, claim: Fact, given: Fact) -> Fault:
    """A value that differs from that of the fact which is meant."""
    kind = "sum" if is_total(claim, given) else _kind(claim, given)
    mine, theirs = claim.figure, given.figure
    little = (
        kind == "rounding"
        and mine is not None
        and theirs is not None
        and rounds_little(mine, amounts(mine)[0], amounts(theirs)[0])
    )
    return case.fault(kind, Grade.DOUBTFUL if little else Grade.WRONG, claim, kind, given)


def unknown(
    case: Case, claim: Fact, given: Fact | None, elsewhere: Fact | None, grade: Grade
) -> Fault:
    """A value that the unit does not have, of something that it does not clearly speak of."""
    if grade is Grade.OPEN:
        return case.fault("figure_invented", grade, claim, "undecided", given)
    if elsewhere is not None:
        return case.fault("scope", grade, claim, "scope", elsewhere)
    kind = "sum" if is_total(claim, given) else "figure_invented"
    return case.fault(kind, grade, claim, kind)


def is_total(claim: Fact, given: Fact | None) -> bool:
    """True for a sum that the claim tells and the fact which it comes nearest to does not."""
    before = claim.sentence_text.partition(claim.text)[0]
    told = _TOTAL.search(before) is not None
    return told and (given is None or not _TOTAL.search(given.left))


def is_vague(claim: Fact) -> bool:
    """True for a count up to ten, and for a share told in tenths or simple fractions."""
    figure = claim.figure
    if figure is None:
        return False
    if _COARSE.search(claim.text):
        return True
    whole = figure.value == figure.value.to_integral_value()
    return whole and figure.kind in _SMALL and abs(figure.value) <= _TEN


def is_precise(claim: Fact) -> bool:
    """True for a number of three digits or more, which hardly stands in two places by chance."""
    figure = claim.figure
    return figure is not None and len(digits_of(figure)) >= PRECISE


def is_pointed(claim: Fact, fact: Fact) -> bool:
    """True for per cent beside percentage points: no value of the one is ever told as the other."""
    mine, theirs = claim.figure, fact.figure
    return mine is not None and theirs is not None and {mine.kind, theirs.kind} == _RATES


def is_scaled(claim: Fact, fact: Fact) -> bool:
    """True for the digits of a fact in another order of magnitude: 3121亿 of 3121万."""
    mine, theirs = claim.figure, fact.figure
    return mine is not None and theirs is not None and _kind(claim, fact) == "scale"


def misprinted(claim: Fact, facts: Sequence[Fact]) -> Fact | None:
    """The fact that is meant where the claim rounds it."""
    mine = claim.figure
    if mine is None:
        return None
    for fact in facts:
        theirs = fact.figure
        if theirs is None or not fact.firm:
            continue
        if unit_kinship(mine, theirs) is Kinship.DIFFERENT or mine.high or theirs.high:
            continue
        a, b = amounts(mine)[0], amounts(theirs)[0]
        if ("万" in mine.text) != ("万" in theirs.text) or ("亿" in mine.text) != (
            "亿" in theirs.text
        ):
            continue  # told in another order of magnitude, whose digits nobody takes for all
        exact = claim.bound is Bound.EQUAL and not _COARSE.search(mine.text)
        if mine.unit == theirs.unit:
            a, b = abs(mine.value), abs(theirs.value)
        if exact and a and b and _is_rounded(a, b):
            return fact
    return None


def miscounted(claim: Fact, facts: Sequence[Fact]) -> Fact | None:
    """The fact whose number the claim tells in another unit: points for per cent, 4人 for 4个."""
    mine = claim.figure
    for fact in facts if mine is not None else ():
        theirs = fact.figure
        if theirs is None or mine is None or not fact.firm:
            continue
        if mine.unit == theirs.unit:
            if mine.value == theirs.value and is_of_other_time(claim, fact):
                return fact
            continue
        if FigureKind.MULTIPLE in (mine.kind, theirs.kind) or "∶" in mine.unit + theirs.unit:
            continue  # the writer's own reckoning: 两倍 beside 两条, 3∶45∶52 beside 3%
        points = FigureKind.PERCENTAGE_POINTS in (mine.kind, theirs.kind)
        if points and not is_pointed(claim, fact):
            continue  # 提高约15个百分点 beside 前15家
        if (mine.kind is FigureKind.DURATION) is not (theirs.kind is FigureKind.DURATION):
            continue  # 5名责任人 beside 五年内不得
        # 2村 of 两个贫困村: the noun stands for its counter.
        if mine.unit in fact.left[-LED_BY:] + fact.right[:LED_BY]:
            continue
        # 三段 of 3条: general counters are interchanged freely.
        if mine.kind is theirs.kind is FigureKind.COUNT and not is_choosy(unit_name(mine.unit)):
            continue
        same = (mine.value, mine.high) == (theirs.value, theirs.high)
        if same and unit_kinship(mine, theirs) is Kinship.DIFFERENT:
            return fact
    return None


def is_of_other_time(claim: Fact, fact: Fact) -> bool:
    """True for 1000元 a year beside 1000元 a month."""
    times = [
        _TIMES & set(re.split("[·/]", held.figure.per or "")) if held.figure is not None else set()
        for held in (claim, fact)
    ]
    return all(times) and times[0] != times[1]


def is_edge(claim: Fact, fact: Fact) -> bool:
    """True for 35岁及以下 of 31至35岁: where a range of the source ends, one of several may too."""
    mine, theirs = claim.figure, fact.figure
    if mine is None or theirs is None or theirs.high is None or mine.unit != theirs.unit:
        return False
    bounds = _BOUNDS.match(claim.text[len(claim.text.rstrip("以上下")) :] + claim.right)
    if bounds is None:
        return False
    return mine.value == (theirs.high if bounds["way"] == "下" else theirs.value)


def is_threshold(claim: Fact, given: Fact) -> bool:
    """True where both say how many of a thing are enough for a rule: 凡有一项, 只要有三次."""
    same = unit_kinship(claim.figure, given.figure) if claim.figure and given.figure else None
    told = all(_ENOUGH.search(fact.left) for fact in (claim, given))
    return told and same is not None and same is not Kinship.DIFFERENT


def is_only_term(case: Case, claim: Fact, fact: Fact) -> bool:
    """True for 20个工作日内 where the unit has one term in that unit, 十五个工作日内.

    Nobody reckons a term, whatever else of the sentence is told in other words.
    """
    terms = [other for other in case.scope.facts if _is_term(other) and other.unit == claim.unit]
    return _is_term(claim) and terms == [fact]


def _is_term(fact: Fact) -> bool:
    figure = fact.figure
    within = figure is not None and figure.kind is FigureKind.DURATION
    return within and _WITHIN.match(fact.right) is not None


def is_reference(claim: Fact, given: Fact | None) -> bool:
    """True for a mark that something is measured against: 离1000公里只差一步, 每四个人里有一个.

    What the source has behind such a word too (每三年, 垂直距离不小于0.6米) is told of it.
    """
    marked = _MARK.search(claim.left) is not None
    return marked and (given is None or _MARK.search(given.left) is None)


def _kind(claim: Fact, source: Fact) -> str:
    mine, theirs = claim.figure, source.figure
    if mine is None or theirs is None:
        return "ordinal"
    if {mine.kind, theirs.kind} == _RATES:
        return "points"
    if mine.value == theirs.value and mine.unit != theirs.unit:
        return "unit"
    if unit_kinship(mine, theirs) is Kinship.DIFFERENT:
        return "unit" if mine.value == theirs.value else "value"
    (a, a_high), (b, b_high) = amounts(mine), amounts(theirs)
    if (a_high is None) != (b_high is None) or a_high is not None:
        return "range" if a == b or a_high == b_high else "value"
    if not a or not b:
        return "value"
    if max(a, b) / min(a, b) in _SCALES:
        return "scale"
    if _is_rounded(*((abs(mine.value), abs(theirs.value)) if mine.unit == theirs.unit else (a, b))):
        return "rounding"
    return "transposed" if is_turned(claim, source) else "value"


def _is_rounded(a: Decimal, b: Decimal) -> bool:
    """True where the claim is the source's number with fewer digits."""
    digits = a.normalize().as_tuple()
    exponent = digits.exponent if isinstance(digits.exponent, int) else 0
    if a == b or abs(a - b) > abs(b) * _ROUNDED:
        return False
    return b.quantize(Decimal((0, (1,), exponent)), ROUND_HALF_UP, _EXACT) == a
