"""A value that the unit does not have: rounded, miscounted, reckoned, counted, unread, or wrong."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from summarizer import patterns as re
from summarizer.anchors.records import Ordinal
from summarizer.checking.align import Pair
from summarizer.checking.amounts import Relation, is_beyond, kinship, relation
from summarizer.checking.case import Case
from summarizer.checking.counting import is_as_often, is_count, lies_between
from summarizer.checking.decide import value
from summarizer.checking.decide.assumed import is_assumed
from summarizer.checking.decide.bound import told_bound
from summarizer.checking.decide.counted import counted, of_outline
from summarizer.checking.decide.extent import Extent, added, agrees
from summarizer.checking.decide.meant import in_its_place, is_misprint, is_turned
from summarizer.checking.decide.plain import altered, is_reckoned, unheard
from summarizer.checking.derive import Derived, Evidence, derivation, is_underived, reckons
from summarizer.checking.equality import Kinship, amounts, digits_of, flat, unit_kinship
from summarizer.checking.evidence import evidence_for, is_told
from summarizer.checking.findings import Fault, Grade
from summarizer.checking.margins import SCORES
from summarizer.checking.misreckoned import misreckoned
from summarizer.checking.similarity import same_role, score, with_its_unit
from summarizer.checking.unread import is_mostly_unread, is_unread
from summarizer.facts.records import Fact
from summarizer.vocabulary import Bound, FigureKind

_NUMBER = re.compile(r"\d+(?:\.\d+)?")
# Enough where the digits are the same too; of many units 2 of 4 false errors and 4 of 32 true ones
# lie below the second.
_LIKELY = {"measure": 3.0, "section": 6.5, "overview": 6.5}
_BARE = 2  # letters of 第一, which stands in any text
_DISTINCT = 5  # digits that stand for one number, in whatever unit
# What follows is told already, in other words.
_RESTATES = re.compile("也就是|即(?!将|使|便|日)|换言之|换句话|相当于|等于")
_SPAN = re.compile(r"[0-9一二两三四五六七八九十]{1,3}个?[年月][间来]")
_POWERS = (*(Decimal(10) ** power for power in (-8, -4, -3, 3, 4, 8)),)
_ROW = 6  # figures of one sentence: of more some always come to any round number


def absent(case: Case, pair: Pair, given: Fact | None, follows: Sequence[Fact]) -> Iterator[Fault]:
    """A value that the unit does not have."""
    claim = pair.claim
    if any(value.is_edge(claim, fact) for _, fact in pair.candidates):
        return
    spoken = pair.score_of(given) if given is not None else -9.0
    likely = _LIKELY[case.statement.role]
    plain = value.misprinted(claim, [fact for held, fact in pair.candidates if held >= likely])
    if plain is not None:
        yield value.differs(case, claim, plain)
        return
    if given is not None and is_as_often(claim, given):
        yield case.fault("counted", Grade.FINE, claim, "counted")
        return
    if given is not None and spoken >= SCORES.meant and is_beyond(claim, given):
        yield told_bound(case, claim, given, "qualifier_changed")
        return
    if spoken < SCORES.clear and (listed := counted(case, claim)) is not None:
        yield listed
        return
    rival = spoken if given is not None and alike(claim, given) else 0.0
    other = value.miscounted(
        claim,
        [
            f
            for held, f in pair.candidates
            if with_its_unit(held, claim, f)
            >= (SCORES.clear if value.is_pointed(claim, f) else max(SCORES.clear, rival))
        ],
    )
    if other is not None and (value.is_of_other_time(claim, other) or not reckons(claim)):
        yield value.differs(case, claim, other)
        return
    evidence = evidence_for(case, pair, follows)
    derived = derivation(claim, evidence)
    turned = given is not None and spoken >= SCORES.sure and is_turned(claim, given)
    if turned and given is not None and value.is_precise(claim) and not is_told(case, pair, given):
        yield value.differs(case, claim, given)  # whatever else its digits may be reckoned of
        return
    if derived is not None and derived.sure:
        if given is not None and _is_share_again(pair, given, derived, evidence):
            yield value.differs(case, claim, given)
            return
        yield reckoned(case, claim, derived)
        return
    if lies_between(case, claim):
        return
    if is_count(case, claim, spoken):
        yield case.fault("counted", Grade.FINE, claim, "counted")
        return
    if (outline := of_outline(case, claim)) is not None:
        yield outline
        return
    wide = case.elsewhere(claim)
    clear = SCORES.spoken if case.statement.role == "measure" else SCORES.clear
    total = value.is_total(claim, given)
    if claim.figure is not None and _SPAN.match(claim.text + claim.right):
        return  # 五年间 from 2010年 to 2015年
    if wide is not None and wide[0] >= max(SCORES.clear if total else SCORES.spoken, spoken):
        if given is not None and spoken >= clear and same_role(claim, given):
            yield case.fault("scope", Grade.DOUBTFUL, claim, "scope", wide[1])
        return
    bare = claim.figure is None and len(claim.text) <= _BARE
    if not bare and flat(claim.text) in case.index.aside.text:
        return
    # A number of a digit or two stands unread somewhere in any table.
    scaled = given is not None and spoken >= clear and value.is_scaled(claim, given)
    if is_unread(case, claim) and not scaled and (spoken < SCORES.clear or value.is_precise(claim)):
        same = _scaled(case, claim)
        if same is not None:
            yield case.fault("scale", Grade.WRONG, claim, "scale", same)
        else:
            yield case.fault("unread", Grade.OPEN, claim, "unread")
        return
    if claim.figure is None and not _ordered(claim, given, spoken):
        return  # a place in an order that the unit does not give may be the writer's own count
    plainly = given is not None and same_role(claim, given) and not is_told(case, pair, given)
    plainly = plainly and not (given is not None and _adds_up(case, claim, given))
    restated = _RESTATES.match(claim.clause_text) is not None
    if (total or restated or is_reckoned(claim)) and _follows(case, pair):
        yield case.fault("figure_invented", Grade.OPEN, claim, "undecided", given)
    elif (meant := misreckoned(case, pair)) is not None and not (
        given is not None and is_misprint(claim, given)
    ):
        details = {"parts": "、".join(fact.text for fact in meant[0]), "theirs": meant[1]}
        yield case.fault("sum", Grade.DOUBTFUL, claim, "misreckoned", None, details)
    elif given is not None and plainly and spoken >= clear and altered(case, pair, given):
        yield value.differs(case, claim, given)
    else:
        known = value.is_vague(claim) or derived is not None or _stands_aside(case, claim)
        known = known or is_assumed(case, pair)
        grade = Grade.OPEN if known else unheard(case, pair)
        if grade is Grade.OPEN and _is_unfounded(case, claim, evidence):
            grade = Grade.DOUBTFUL
        yield value.unknown(case, claim, given, wide[1] if wide else None, grade)


def _is_share_again(pair: Pair, given: Fact, derived: Derived, evidence: Evidence) -> bool:
    """True for 占被抽检企业的12% of 占被抽检企业的21%, whatever amounts that the statement does not
    tell come to so much of each other."""
    claim = pair.claim
    if not evidence.restated or pair.score_of(given) < SCORES.sure:
        return False
    figures = [fact.figure for fact in (claim, *derived.operands)]
    first, *others = [figure is not None and figure.kind is FigureKind.RATIO for figure in figures]
    own = {id(fact) for fact in evidence.own}
    of_own = all(id(fact) in own for fact in derived.operands)
    return first and not any(others) and not of_own and in_its_place(claim, given)


def _is_unfounded(case: Case, claim: Fact, evidence: Evidence) -> bool:
    """True for a rate that nowhere stands in the report and comes of no figures of its unit."""
    index = case.index
    if index.is_hardly_read(case.scope.span) or is_mostly_unread(index):
        return False
    every = [*evidence.beside, *evidence.own, *evidence.row, *evidence.named, *evidence.away]
    if not is_underived(claim, list({id(fact): fact for fact in every}.values())):
        return False
    return all(relation(claim, fact) is Relation.OTHER for fact in index.facts.facts)


def _follows(case: Case, pair: Pair) -> bool:
    """True where the other figures of its sentence yield it, whether the source has them or not.

    Those are judged by themselves: 辽宁5项、吉林4项、黑龙江3项 of a list that only the writer
    counted.
    """
    said = [
        other.claim
        for other in case.pairs
        if other is not pair and other.claim.clause_sentence == pair.claim.clause_sentence
    ]
    if _again(pair.claim, said):
        return True
    evidence = Evidence(said, (), case.words_of(pair.claim), restated=False, own=said)
    return derivation(pair.claim, evidence) is not None


def _again(claim: Fact, said: Sequence[Fact]) -> bool:
    """True for 合计0.16亿元，也就是1600万元."""
    return claim.figure is not None and any(
        held.figure is not None
        and unit_kinship(claim.figure, held.figure) is Kinship.SAME
        and amounts(held.figure) == amounts(claim.figure)
        for held in said
    )


def _adds_up(case: Case, claim: Fact, given: Fact) -> bool:
    """True for 近50起 of 13起 and 33起: what is told roughly of several in one sentence."""
    figure = claim.figure
    if figure is None or claim.bound is Bound.EQUAL or figure.kind is FigureKind.RATIO:
        return False
    row = [
        fact
        for fact in case.scope.facts
        if fact.clause_sentence == given.clause_sentence
        and kinship(claim, fact) is not Kinship.DIFFERENT
    ][:_ROW]
    return any(
        agrees(figure, claim, Extent(*[added(group).value] * 3))
        for size in range(2, len(row) + 1)
        for group in combinations(row, size)
    )


def _scaled(case: Case, claim: Fact) -> Fact | None:
    """The fact of the same five digits and words in another order of magnitude: 603.14万元, whose
    digits a table has too, told as 603.14亿元."""
    figure = claim.figure
    if figure is None or len(digits_of(figure)) < _DISTINCT:
        return None
    found = [
        (score(claim, fact, case.index.weights), fact)
        for power in _POWERS
        for fact in case.index.facts_by_amount.get((amounts(figure)[0] * power, None), ())
        if fact.figure is not None and fact.figure.unit == figure.unit and fact.firm
    ]
    best = max(found, default=None, key=lambda row: row[0])
    return best[1] if best is not None and best[0] >= SCORES.spoken else None


def _stands_aside(case: Case, claim: Fact) -> bool:
    """True where a note, the glossary or the head prints the number: nobody can say of what."""
    numbers = _NUMBER.findall(flat(claim.text)) if value.is_precise(claim) else ()
    return any(number in case.index.aside.numbers for number in numbers)


def reckoned(case: Case, claim: Fact, derived: Derived) -> Fault:
    """The note that names what a claim was reckoned of."""
    parts = {"parts": "、".join(fact.text for fact in derived.operands)}
    return case.fault("sum", Grade.ROUGH, claim, "derived", None, parts)


def alike(claim: Fact, given: Fact) -> bool:
    """True for two amounts in one unit, or two places in one order."""
    if claim.figure is None or given.figure is None:
        return _noun(claim) is not None and _noun(claim) == _noun(given)
    return kinship(claim, given) is not Kinship.DIFFERENT


def _noun(fact: Fact) -> str | None:
    return fact.anchor.noun if isinstance(fact.anchor, Ordinal) else None


def _ordered(claim: Fact, given: Fact | None, spoken: float) -> bool:
    """True where the unit has a place in the same order, and of the same thing."""
    if given is None or spoken < SCORES.spoken:
        return False
    return spoken >= SCORES.clear or (bool(_noun(claim)) and _noun(claim) == _noun(given))
