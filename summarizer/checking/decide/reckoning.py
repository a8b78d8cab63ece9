"""What the statement reckons of its own figures, and reckons wrongly.

The source need not have the result: the statement itself says what was reckoned of what. Told is
only what its words name beyond doubt: the time between its two dates, a multiple of the figure
right before it, which of two amounts that lie so far apart is the greater, an average that is off
by noughts.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from summarizer import patterns as re
from summarizer.anchors.records import Figure
from summarizer.checking.align import Pair
from summarizer.checking.amounts import kinship
from summarizer.checking.case import Case
from summarizer.checking.decide.elapsed import elapsed
from summarizer.checking.derive import derivation
from summarizer.checking.equality import Kinship, amounts, unit_name
from summarizer.checking.evidence import evidence_for
from summarizer.checking.findings import Fault, Grade
from summarizer.checking.margins import LIKELY
from summarizer.checking.misreckoned import in_words
from summarizer.facts.records import Fact
from summarizer.facts.words import pairs
from summarizer.vocabulary import FigureKind

_OF_IT = re.compile("[)）]?的[约近]?")
# A share of what was told before, whose whole is named nowhere else.
_IS_SHARE = re.compile(
    "[,，、][约仅只]?(?:占比?|比重)[为达约近超过仅]*|[(（](?:占比?|比重)?[为达约近超过仅]*"
)
_CLOSES = (")", "）")
_COMPARED = re.compile("[比较](?P<what>[^,;]*?)(?:(?P<up>[多高快大长])|[少低慢小短])出?了?$")
_THAN = re.compile("(?:(?P<up>[多高快大长]于)|[少低慢小短]于)(?P<what>[^,;0-9]+)$")
_BOTH = re.compile(
    "前者|后者|[两二]者|[两二][项个年地]|相差|差距|差额|[上去]年|同期|同比|环比|分别"
)
_BALANCE = re.compile("(?:(?P<up>顺差)|逆差)[为达是约:]*$")
_SIDES = {side: re.compile(f"{side}[总额值]*[为达约]?$") for side in ("出口", "进口")}
_AVERAGE = re.compile("(?:平均每|每|[人户村亩])[一-龥]{0,4}?均?[约为达]*$")
_CONVERTED = re.compile("(?:约?合|折合?|换算[成为]|相当于|等于|即)约?$")
_MOST_OFF = Decimal("0.1")  # of a multiple: 近10倍 of 9.6倍
_EXACT = Decimal("0.005")  # an average that is told in another order of magnitude
_POWERS = tuple(Decimal(10) ** power for power in (-4, -3, -2, -1, 1, 2, 3, 4))
_NAMES = 2  # letters
_YEAR = 5  # of 2017年, of which all years begin alike
_TWO = 2  # sides: of more nobody knows which are meant


def reckonings(case: Case) -> Iterator[Fault]:
    """Every figure that the statement's own figures or dates contradict."""
    for pair in case.pairs:
        figure = pair.claim.figure
        if figure is None or figure.high is not None or case.is_literal(pair.claim.span):
            continue
        if any(pair.equals):
            continue
        for reckon in (_time, _multiple, _share, _sign, _balance, _average, _converted):
            found = reckon(case, pair, figure)
            if found is not None:
                yield found
                break


def _time(case: Case, pair: Pair, figure: Figure) -> Fault | None:
    found = elapsed(case, pair.claim, figure)
    return _told(case, pair.claim, *found) if found is not None else None


def _multiple(case: Case, pair: Pair, figure: Figure) -> Fault | None:
    """是5000元的5倍 behind the only amount that it can be: 5万元."""
    claim = pair.claim
    if figure.kind is not FigureKind.MULTIPLE or "翻" in claim.text:
        return None
    base = _right_before(case, claim)
    if base is None or base.figure is None:
        return None
    # A base in brackets, 乙（13.6%）的3.5倍, stands in a clause of its own.
    between = case.statement.text[base.span.end : claim.span.start]
    far = 2 if between.startswith(_CLOSES) else 1
    wholes = [
        fact
        for fact in case.said.facts[: base.order]
        if claim.clause - far <= fact.clause <= claim.clause
        and fact.clause_sentence == claim.clause_sentence
        and fact.figure is not None
        and kinship(base, fact) is Kinship.SAME
    ]
    low = amounts(base.figure)[0]
    if len(wholes) != 1 or not low or wholes[0].figure is None:
        return None
    result = amounts(wholes[0].figure)[0] / low
    if abs(result - figure.value) <= result * _MOST_OFF or result == figure.value + 1:
        return None
    return _told(case, claim, f"{wholes[0].text}、{base.text}", f"{result.normalize():.3g}倍")


def _share(case: Case, pair: Pair, figure: Figure) -> Fault | None:
    """共7000亿元，其中5365亿元（约66.6%）: the share of an amount in the only one before it."""
    claim = pair.claim
    before = case.said.facts[claim.order - 1] if claim.order else None
    if figure.kind is not FigureKind.RATIO or before is None or before.figure is None:
        return None
    if not _IS_SHARE.fullmatch(case.statement.text[before.span.end : claim.span.start]):
        return None
    part = amounts(before.figure)[0]
    wholes = [
        fact
        for fact in case.said.facts[: before.order]
        if fact.clause_sentence == claim.clause_sentence
        and fact.figure is not None
        and kinship(before, fact) is Kinship.SAME
    ]
    if len(wholes) != 1 or wholes[0].figure is None or before.figure.high is not None:
        return None
    whole = amounts(wholes[0].figure)[0]
    if not 0 < part < whole:
        return None
    result = 100 * part / whole
    if abs(result - figure.value) <= result * _MOST_OFF or _follows(case, pair):
        return None
    return _told(case, claim, f"{before.text}、{wholes[0].text}", f"{result:.3g}%", Grade.DOUBTFUL)


def _follows(case: Case, pair: Pair) -> bool:
    derived = derivation(pair.claim, evidence_for(case, pair, ()))
    return derived is not None and derived.sure


def _sign(case: Case, pair: Pair, figure: Figure) -> Fault | None:
    """98人, 比乙的86人少12人: so many less, of the two the greater."""
    claim = pair.claim
    left = claim.clause_text.rpartition(claim.text)[0]
    found = _COMPARED.search(left) or _THAN.search(left)
    if found is None or _BOTH.search(claim.clause_text):
        return None
    apart = [
        (mine, theirs)
        for mine, theirs in _operands(case, claim, found["what"])
        if abs(abs(mine.value) - abs(theirs.value)) == abs(figure.value)
    ] or list(_of_source(case, pair, found["what"]))
    signs = {abs(mine.value) > abs(theirs.value) for mine, theirs in apart}
    if signs != {found["up"] is None}:
        return None
    mine, theirs = apart[0]
    return _opposed(case, claim, f"{mine.text}、{theirs.text}")


def _of_source(case: Case, pair: Pair, what: str) -> Iterator[tuple[Figure, Figure]]:
    """The two figures that yield a difference, the one last that the words of the comparison name
    and the other's words do not: 出口增速比进口快4.6个百分点."""
    derived = derivation(pair.claim, evidence_for(case, pair, ()))
    operands = derived.operands if derived is not None else ()
    if len(operands) != _TWO or not all(map(_is_level, operands)):
        return
    words, share = pairs(what), case.index.weights.share
    first, last = sorted(operands, key=lambda fact: share(words, fact.near))
    names = [share(words, fact.near) for fact in (first, last)]
    if names[1] >= LIKELY and names[0] <= names[1] / _TWO and first.figure and last.figure:
        yield first.figure, last.figure


def _is_level(fact: Fact) -> bool:
    return fact.figure is not None and fact.figure.high is None and not _falls(fact)


def _operands(case: Case, claim: Fact, what: str) -> Iterator[tuple[Figure, Figure]]:
    """The last figure before a comparison, and the one that it is compared with: that of its own
    clause, else one of the source that the words of the comparison name and the first does not."""
    before = [
        fact
        for fact in case.said.facts[: claim.order]
        if fact.clause_sentence == claim.clause_sentence and _of_sort(fact, claim)
    ]
    inside = [fact for fact in before if fact.clause == claim.clause]
    outside = [fact for fact in before if fact.clause < claim.clause]
    if not outside or outside[-1].figure is None or _falls(outside[-1]):
        return
    mine, figure = outside[-1], outside[-1].figure
    if inside:
        if len(inside) == 1 and inside[0].figure is not None and not _falls(inside[0]):
            yield figure, inside[0].figure
        return
    name = what[: _YEAR if what[:_NAMES].isdigit() else _NAMES]
    if len(what) < _NAMES or any(name in part for part in (mine.left, *mine.subject)):
        return
    for fact in (*case.said.facts[: mine.order], *case.scope.facts):
        named = any(name in part for part in (fact.left, fact.head, *fact.subject))
        if fact.figure is not None and _of_sort(fact, claim) and named and not _falls(fact):
            yield figure, fact.figure


def _of_sort(fact: Fact, claim: Fact) -> bool:
    """True for what a difference is taken of: rates where it is in points, else its own unit."""
    mine, theirs = claim.figure, fact.figure
    if mine is None or theirs is None or theirs.high is not None:
        return False
    if mine.kind is FigureKind.PERCENTAGE_POINTS:
        return theirs.kind is FigureKind.RATIO
    return mine.kind is not FigureKind.RATIO and mine.unit == theirs.unit and fact is not claim


def _falls(fact: Fact) -> bool:
    figure = fact.figure
    return figure is not None and (figure.direction == "down" or figure.value < 0)


def _balance(case: Case, pair: Pair, figure: Figure) -> Fault | None:
    """逆差 of exports above the imports that are told beside them."""
    claim = pair.claim
    found = _BALANCE.search(claim.left)
    sides = {
        side: fact.figure
        for fact in case.said.facts[: claim.order]
        if fact.clause_sentence == claim.clause_sentence and fact.figure is not None
        for side in _SIDES
        if _SIDES[side].search(fact.left) and kinship(claim, fact) is Kinship.SAME
    }
    if found is None or len(sides) != _TWO:
        return None
    out, into = (amounts(sides[side])[0] for side in _SIDES)
    if out == into or (out > into) == (found["up"] is not None):
        return None
    return _opposed(case, claim, f"{sides['出口'].text}、{sides['进口'].text}")


def _average(case: Case, pair: Pair, figure: Figure) -> Fault | None:
    """平均每个5000万元 of 6000万元 for 12个: the right digits in another order of magnitude."""
    claim = pair.claim
    if not _AVERAGE.search(claim.left):
        return None
    near = [
        fact
        for fact in case.said.facts[: claim.order]
        if fact.clause_sentence == claim.clause_sentence and fact.figure is not None
    ]
    value = amounts(figure)[0]
    totals = [fact for fact in near if kinship(claim, fact) is Kinship.SAME]
    counts = [fact for fact in near if fact not in totals]
    for whole in totals:
        for count in counts:
            if whole.figure is None or count.figure is None or count.figure.value <= 1:
                continue
            result = amounts(whole.figure)[0] / count.figure.value
            if (
                value
                and any(abs(result * power - value) <= value * _EXACT for power in _POWERS)
                and abs(result - value) > value * _MOST_OFF
            ):
                return _told(case, claim, f"{whole.text}、{count.text}", in_words(result, figure))
    return None


def _converted(case: Case, pair: Pair, figure: Figure) -> Fault | None:
    """1640万亩, 约合1093万公顷: the same amount in another unit, and not the same."""
    claim = pair.claim
    before = case.said.facts[claim.order - 1] if claim.order else None
    if before is None or before.figure is None or before.figure.high is not None:
        return None
    base, (value, _) = amounts(before.figure)[0], amounts(figure)
    apart = unit_name(before.figure.unit) != unit_name(figure.unit)
    if not apart or kinship(claim, before) is not Kinship.SAME or not _CONVERTED.search(claim.left):
        return None
    if abs(value - base) <= base * _MOST_OFF or before.clause < claim.clause - 1 or not value:
        return None
    result = Decimal(f"{base / value * abs(figure.value):.4g}")
    return _told(case, claim, before.text, f"{in_words(result, figure)}{figure.unit}")


def _right_before(case: Case, claim: Fact) -> Fact | None:
    """The figure that stands right before the 的 of a multiple."""
    before = case.said.facts[claim.order - 1] if claim.order else None
    if before is None or before.clause != claim.clause or before.figure is None:
        return None
    between = case.statement.text[before.span.end : claim.span.start]
    return before if _OF_IT.fullmatch(between) else None


def _told(case: Case, claim: Fact, parts: str, theirs: str, grade: Grade = Grade.WRONG) -> Fault:
    details = {"parts": parts, "theirs": theirs}
    return case.fault("sum", grade, claim, "misreckoned", None, details)


def _opposed(case: Case, claim: Fact, parts: str) -> Fault:
    return case.fault("direction", Grade.WRONG, claim, "misordered", None, {"parts": parts})
