"""Every figure and ordinal of a statement: supported, contradicted or undecided."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from summarizer import patterns as re
from summarizer.checking.align import Pair
from summarizer.checking.amounts import Relation, relation
from summarizer.checking.case import Case
from summarizer.checking.decide import value
from summarizer.checking.decide.absent import absent, alike, reckoned
from summarizer.checking.decide.base import base
from summarizer.checking.decide.bound import ends
from summarizer.checking.decide.counted import aspects
from summarizer.checking.decide.fields import FIELDS
from summarizer.checking.decide.meant import follows_on, goes_on_with, is_called
from summarizer.checking.decide.namesake import namesake
from summarizer.checking.decide.period import of_another_time
from summarizer.checking.decide.plain import bounded, exchanged, gated, is_reckoned
from summarizer.checking.derive import derivation
from summarizer.checking.equality import flat
from summarizer.checking.evidence import (
    evidence_for,
    follows_from,
    is_told,
    means,
    points_apart,
)
from summarizer.checking.findings import Fault, Grade
from summarizer.checking.margins import SCORES
from summarizer.checking.similarity import same_role
from summarizer.facts.records import Fact
from summarizer.vocabulary import Severity

# The lead over the fact of equal value from which that one is not meant; more where few words
# speak of many units.
_SWAPPED = {"measure": 2.6, "section": 6.0, "overview": 3.8}
_SHARE = re.compile("[,，、]?[约仅只]?占比?约?")  # of what, nothing says but what stands before
_HEADING = 2  # letters: a shorter name stands before many sentences
_HEADED = 30  # letters before a sentence in which what heads it stands


def figures(case: Case) -> Iterator[Fault]:
    """The faults of the figures of a statement, and the notes that acquit them."""
    follows: list[Fact] = []
    for pair in case.pairs:
        faults = [gated(case, pair, fault) for fault in _judged(case, pair, follows)]
        quiet = all(fault.grade.severity is Severity.NOTE for fault in faults)
        if quiet and pair.told is None:
            follows.append(pair.claim)
        yield from faults


def _judged(case: Case, pair: Pair, follows: list[Fact]) -> Iterator[Fault]:
    claim, given = pair.claim, pair.given
    if case.is_verbatim(claim) or value.is_reference(claim, given):
        yield from _of_another_year(case, pair)
        return
    if given is not None and not given.firm and relation(claim, given) is Relation.OTHER:
        if pair.score_of(given) >= SCORES.clear and value.is_threshold(claim, given):
            yield value.differs(case, claim, given)
            return
        given = next((fact for _, fact in pair.candidates if fact.firm), None)
    if (torn := ends(case, pair)) is not None:
        yield torn
        return
    if (listed := aspects(case, claim)) is not None:
        yield listed
        return
    rate = points_apart(case, pair)
    if rate is not None:
        yield case.fault("points", Grade.WRONG, claim, "points", rate)
        return
    equal = [
        (score, fact, held)
        for score, fact in pair.candidates
        if (held := pair.relations[fact.order]) is not Relation.OTHER
    ]
    if not equal:
        yield from absent(case, pair, given, follows)
        return
    score, fact, held = max(
        equal, key=lambda row: (row[0] + SCORES.even * (row[2] is Relation.EQUAL), -row[1].order)
    )
    lead = pair.score_of(given) - score if given is not None and given is not fact else 0.0
    if given is not None and relation(claim, given) is not Relation.OTHER:
        fact, held, lead = given, relation(claim, given), 0.0
    enough = _SWAPPED[case.statement.role]
    vague = held is Relation.ROUGH and value.is_vague(claim) and not follows_on(case, pair, fact)
    if vague and given and (given.clause, given.order + 1) == (fact.clause, fact.order):
        lead = 0.0  # 超过一半 of 由35.45%提高到50.72%
    if lead >= enough and vague:
        # 近六成 is not of the one share among many that happens to lie between five and six tenths.
        yield from absent(case, pair, given, follows)
        return
    named_so = namesake(case, pair, [f for _, f, _ in equal])
    if named_so is not None:
        yield value.paired(case, claim, named_so, fact)
        return
    mirrored = _mirrored(case, pair, given) if lead > 0 else None
    if mirrored is not None:
        lead, enough = lead + mirrored, SCORES.exchanged
    like = given is not None and alike(claim, given)
    if lead >= SCORES.unsure and given is not None and value.is_pointed(claim, given):
        rate = value.miscounted(claim, [given])
        if rate is not None:
            yield value.differs(case, claim, rate)
            return
    named = lead >= SCORES.unsure and _goes_on(case, pair, given, fact)
    if named:
        enough = lead
    taken = lead > 0 and not named and mirrored is None and _taken(case, pair, given, fact)
    if lead > 0 and given is not None and _is_of_other_base(case, claim, given, fact):
        taken = True
    if lead > 0 and given is not None and _joins(case, pair, given, fact):
        taken = True
    called = is_called(claim, fact) and not is_told(case, pair, fact)
    if lead > 0 and given is not None and called and not is_called(claim, given):
        named, taken = False, True
    if lead > 0 and _is_modified(case, claim, fact):
        named, taken = False, True
    apart = lead >= enough and given is not None and like and not taken
    if apart and given is not None and _open(case, claim, given, fact):
        return
    if apart and is_reckoned(claim):
        # 处分3人、处分8人，合计11人 is of the two, though the unit has 11人 of something else.
        derived = derivation(claim, evidence_for(case, pair, follows))
        sure = derived is not None and derived.sure
        if derived is not None and sure and _is_of_its_amount(case, claim, derived.operands):
            yield reckoned(case, claim, derived)
            return
    if apart and given is not None:
        if _is_topic(claim, given, fact) or _is_headed(case, claim, given, fact):
            return
        if named or is_told(case, pair, fact) or means(case, claim, given, fact):
            # 只有1个没有增长 of 39个 and 38个 is no 一次 that stands elsewhere.
            far = score < SCORES.spoken and value.is_vague(claim)
            derives = far and follows_from(case, claim, given)
            if not derives and exchanged(case, pair, given, fact):
                yield value.paired(case, claim, given, fact)
    elif fact.firm and bounded(pair, fact):
        answers = (field(case, claim, fact, held) for field in FIELDS)
        told = next(filter(None, answers), None)
        # Between the two leads it is open which is meant; a value that stands once in the unit
        # is wrong there as well where its own fact says otherwise of it.
        alone = len(equal) == 1 and value.is_precise(claim)
        if told is not None and (lead < SCORES.unsure or taken or alone):
            yield told


def _is_of_its_amount(case: Case, claim: Fact, operands: Sequence[Fact]) -> bool:
    """False for a share of other amounts than that right before it: 转移支付77.2亿元，占20.6%."""
    before = case.pairs[claim.order - 1] if claim.order else None
    if before is None or not _SHARE.fullmatch(claim.left) or before.given is None:
        return True
    beside = before.claim.clause_sentence == claim.clause_sentence
    amount = beside and before.claim.unit != claim.unit
    return not amount or before.given in operands


def _of_another_year(case: Case, pair: Pair) -> Iterator[Fault]:
    """A clause in the words of the source, in a sentence of another year than all that have it."""
    claim = pair.claim
    faults = [of_another_time(case, claim, fact) for fact in pair.equals]
    if faults and all(faults) and faults[0] is not None:
        yield faults[0]


def _is_topic(claim: Fact, given: Fact, equal: Fact) -> bool:
    """True for 葡萄是主角:全年产量171.35万吨 of 其中,葡萄171.35万吨: the sentence opens with what
    the member of equal value is called, and the fact held against it is not called so."""
    figure, said = equal.figure, claim.said_in
    name = flat(figure.label or "") if figure is not None else ""
    # The label of a member is all that it has: where it has a measure too, that has to agree.
    return (
        len(name) > 1
        and flat(said.sentence_text[: said.begin]).endswith(":")
        and flat(said.sentence_text).startswith(name)
        and name not in flat(given.named)
    )


def _is_headed(case: Case, claim: Fact, given: Fact, equal: Fact) -> bool:
    """True for 污染防治29396万元 of 打好污染防治攻坚战。各级投入29396万元: what the claim is called
    stands right before the sentence of the one fact, and nowhere about the other."""
    name = flat(claim.figure.label or "") if claim.figure is not None else ""
    if len(name) <= _HEADING or name in flat(given.named + given.said_in.sentence_text):
        return False
    about, other = (
        flat(case.index.document.text[max(0, start - _HEADED) : start])
        for start in (case.index.sentence_span(fact.said_in)[0] for fact in (equal, given))
    )
    return name in about and name not in other


def _taken(case: Case, pair: Pair, given: Fact | None, equal: Fact) -> bool:
    """True where another claim tells the fact rightly, and none a fact beside the one of equal
    value: what is told already is hardly meant again, but where two have changed places."""
    if given is None or not is_told(case, pair, given):
        return False
    if follows_on(case, pair, equal):
        return True  # 占比33%，环比增长14.9% of 占比33%，同比增长14.9%
    return not any(
        other.given is not None
        and other.given.clause_sentence == equal.clause_sentence
        and relation(other.claim, other.given) is Relation.EQUAL
        for other in case.pairs
        if other is not pair
    )


def _is_modified(case: Case, claim: Fact, equal: Fact) -> bool:
    """True for 产值超亿元的规上工业企业150户 of 其中产值超亿元企业150户: the figure before tells of
    which of them it is, in both clauses."""
    before = case.pairs[claim.order - 1] if claim.order else None
    return (
        before is not None
        and before.told is not None
        and before.claim.clause == claim.clause
        and before.claim.unit != claim.unit
        and before.told.order + 1 == equal.order
        and before.told.clause == equal.clause
    )


def _joins(case: Case, pair: Pair, given: Fact, equal: Fact) -> bool:
    """True for a share that goes on with the sentence of the one fact, and not of the other."""
    joined = equal.clause_sentence in case.index.joined(given.clause_sentence)
    of_whole = base(case, pair.claim, equal, Relation.EQUAL) is None
    return not joined and of_whole and goes_on_with(case, pair, equal)


def _is_of_other_base(case: Case, claim: Fact, given: Fact, equal: Fact) -> bool:
    """True where the words that drew a claim to a fact are those of the base of comparison alone:
    较去年全年快0.9个百分点 of 比同期提高0.9个百分点，比去年全年提高3.8个百分点."""
    joined = equal.clause_sentence in case.index.joined(given.clause_sentence)
    return (
        joined
        and base(case, claim, given, Relation.EQUAL) is None
        and (base(case, claim, equal, Relation.EQUAL) is not None)
    )


def _mirrored(case: Case, pair: Pair, given: Fact | None) -> float | None:
    """The lead of the claim that stands in this one's place, where two have changed places: below
    nothing where that one's words are rather of its own value."""
    for other in case.pairs:
        if (
            other is not pair
            and given is not None
            and other.given is not None
            and relation(other.claim, given) is not Relation.OTHER
            and relation(pair.claim, other.given) is not Relation.OTHER
            and other.given is not given
        ):
            return other.score_of(other.given) - other.score_of(given)
    return None


def _goes_on(case: Case, pair: Pair, given: Fact | None, equal: Fact) -> bool:
    """True where the figure before is told rightly, and the source goes on with the one, not here
    with the other: 38枚、88枚，列第二位, and a first place of another sentence."""
    claim, order = pair.claim, pair.claim.order
    if given is None or not order or claim.shared:
        return False
    if not claim.carried and claim.figure is not None:
        return False  # what has words of its own is found by them
    before = case.pairs[order - 1]
    held = before.given
    if held is None or equal.clause_sentence == held.clause_sentence:
        return False
    between = case.index.facts.facts[held.order + 1 : given.order]
    return (
        not before.claim.shared
        and before.claim.clause_sentence == claim.clause_sentence
        and relation(before.claim, held) is Relation.EQUAL
        and before.score_of(held) >= SCORES.clear
        and given.order > held.order
        and all(fact.carried for fact in between)  # 增长34.3% that the statement leaves out
        and given.clause_sentence == held.clause_sentence
        and (
            value.is_precise(before.claim)
            or equal.clause_sentence not in case.index.joined(held.clause_sentence)
        )
        and same_role(given, equal)
    )


def _open(case: Case, claim: Fact, given: Fact, equal: Fact) -> bool:
    """True where the head of the report has the value, or only an undated time tells them apart."""
    if flat(claim.text) in case.index.aside.text:
        return True
    dated = claim.periods[:1]
    return (
        bool(dated)
        and dated[0].stated
        and not given.periods
        and case.index.unit_at(given.span.start) is not case.index.unit_at(equal.span.start)
    )
