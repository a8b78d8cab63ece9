"""Whether what is meant is plain enough for an error: the one place that holds an error back.

A fault of a figure is an error only where there is evidence that its claim means exactly the fact
that it is held against (`meant`): unit, role and period are the fact's, its words name the fact and
the fact's words are told, or it stands in the very place, or the rest of its sentence is told
rightly of the fact's. What the writer reckoned or counted, told again in brackets, or gave roughly,
is no error; of a text whose tables nobody could read only a misprint is one.

The numbers come of all errors raised at the first reading of three sets of eight texts of other
genres, and of those on the labelled faults of three reports: what a gate holds back of the false
ones and costs of the true ones stands beside it.
"""

from __future__ import annotations

from summarizer import patterns as re
from summarizer.checking.align import Pair
from summarizer.checking.amounts import Relation, is_finer, kinship, opposed, relation
from summarizer.checking.case import Case
from summarizer.checking.decide import value
from summarizer.checking.decide.meant import (
    follows_on,
    goes_on_elsewhere,
    in_its_place,
    is_called,
    is_misprint,
    is_named_by,
    is_nameless,
    is_nearly_plain,
    is_spoken_of,
    is_turned,
    named,
    rest_agrees,
    told_again,
    told_roughly,
    turned_round,
)
from summarizer.checking.decide.namesake import is_another, stands_before
from summarizer.checking.equality import Kinship, direction_of
from summarizer.checking.evidence import is_told, subject_share
from summarizer.checking.findings import Fault, Grade
from summarizer.checking.margins import BARELY, LED_BY, NAMED, NEARLY_WHOLE, RETOLD, SCORES
from summarizer.checking.similarity import period_agrees, same_role
from summarizer.checking.unread import is_mostly_unread
from summarizer.facts.records import Fact
from summarizer.spans import Range
from summarizer.vocabulary import Bound, FigureKind, Severity

_LISTED = 60  # `unheard`: more things are hardly counted by hand
_OPERANDS = 2  # of the least that can be reckoned
# What says that a number is the result of the writer's own reckoning.
_RESULT = re.compile(
    "[推折换估测]算|折合|[人户亩台村年月日家社县乡镇]均|平均|均$|每(?![年月日天周季])[一-龥]{0,4}$|各[^,、]{0,2}$|"
    "相差|差距|相当于|相隔|前后|合计|共计|总计|一共|共$|之和|占|[高低多少快慢]出?$|剩|其余|尚[差余欠]|还[差有剩]"
)
# The same, or that it is reckoned of what stands beside it.
_OWN = re.compile(
    f"{_RESULT.pattern}|[倒反]推|约为$|间隔|加起来|(?<!对)比(?!例|重|率)|较|全部|"
    "[两三四后][项者类年地家]|列名|点名|列[了出]"
)
_MEMBERS = re.compile("[、;；]|[一二三四五六七八九十]是")  # what may be counted one by one
_BY_TIME = re.compile("(?:每[天日周月年]|[日周月年]均)[^,、]{0,4}$")
_AVERAGE = re.compile("[均每][^,、]{0,4}$")
_RECKONED = (FigureKind.MULTIPLE, FigureKind.PERCENTAGE_POINTS)
_OF_VALUE = frozenset(("value", "rounding", "pair", "sum"))
_OF_EQUALS = frozenset(("direction", "change", "period", "comparator", "unit", "qualifier"))


def gated(case: Case, pair: Pair, fault: Fault) -> Fault:
    """An error as it is where it is plain, else as what nobody decided.

    Of the errors that name a fact, at the first reading of three sets, 13 of 22 false ones and 6 of
    88 true ones are held back, 24 of 454 true ones with those on three labelled reports, each file
    left out in turn; a share from 0.3 to 0.7 holds back 12 to 14 and 22 to 25.
    """
    if fault.grade.severity is not Severity.ERROR or fault.near is None:
        return fault
    fact, kind, given = _held_against(pair, fault.near.span), fault.kind, pair.given
    if kind == "period" and given is not None and relation(pair.claim, given) is Relation.OTHER:
        fact, kind = given, "pair"  # told is the time of the value, meant the value of another
    if fact is None or _is_plain(case, pair, fact, kind):
        return fault
    for score, other in pair.candidates if kind in _OF_VALUE else ():
        # 制度措施14项 of 41项制度措施, though another of that unit comes nearer by its words.
        spoken = score >= SCORES.spoken and other.firm and is_turned(pair.claim, other)
        if spoken and _is_plain(case, pair, other, "value"):
            return value.differs(case, pair.claim, other)
    if fault.kind == "sum" and _looks_wrong(case, pair, fact):
        return case.fault(fault.kind, Grade.DOUBTFUL, pair.claim, fault.message, fact)
    if kind == "value" and is_nearly_plain(case, pair, fact):
        return case.fault("value", Grade.DOUBTFUL, pair.claim, "value", fact)
    if kind == "value" and value.is_only_term(case, pair.claim, fact):
        return case.fault("value", Grade.DOUBTFUL, pair.claim, "value", fact)
    known = kind != "value" or is_finer(pair.claim, fact)
    grade = Grade.OPEN if known else unheard(case, pair)
    return value.unknown(case, pair.claim, fact, None, grade)


def _held_against(pair: Pair, place: Range) -> Fact | None:
    return next((held for _, held in pair.candidates if held.span == place), None)


def _is_plain(case: Case, pair: Pair, fact: Fact, kind: str) -> bool:
    claim = pair.claim
    place = in_its_place(claim, fact) or follows_on(case, pair, fact)
    share = named(case, claim, fact)
    both = share >= RETOLD
    if kind in _OF_EQUALS:
        if kind == "qualifier" and told_again(claim):
            return False
        if kind == "unit" and value.is_of_other_time(claim, fact):
            return is_spoken_of(case, pair, fact) or share >= BARELY
        return place or both or rest_agrees(case, pair, fact) or _is_sole(pair, fact, kind)
    if kind not in _OF_VALUE:
        return True
    misprint = kind == "rounding" or is_misprint(claim, fact)
    if not _comparable(claim, fact, place=place) or is_finer(claim, fact):
        return False
    if is_nameless(claim) and not (misprint and is_nameless(fact) and value.is_precise(claim)):
        return False
    if kind == "pair" and goes_on_elsewhere(case, pair):
        return False
    by_name = kind == "pair" and is_called(claim, fact) and stands_before(claim)
    if by_name and is_another(case, pair, fact, list(pair.equals)):
        return True
    rest = rest_agrees(case, pair, fact)
    exact = misprint and (place or rest)
    sure = is_spoken_of(case, pair, fact)
    meant = sure and kind != "pair" and (place or rest or share >= NAMED)
    loose = (told_roughly(claim, fact) and not meant) or told_again(claim)
    own, printed = (_RESULT.search(held.left[-LED_BY:]) for held in (claim, fact))
    if (loose or (own and not printed)) and not exact:
        return False
    if kind == "sum" and not misprint:
        return False
    if misprint and kind != "pair" and (place or rest or share >= NAMED):
        return True
    if sure and pair.score_of(fact) >= SCORES.sure:
        return True
    if claim.carried:
        return rest or (sure and is_called(claim, fact))
    mine = subject_share(case, claim, fact) >= RETOLD and not is_mostly_unread(case.index)
    return both or (place and (rest or (mine and share >= BARELY)))


def _is_sole(pair: Pair, fact: Fact, kind: str) -> bool:
    """True for three digits that the unit has once or that move one way wherever they stand, and
    for a limit turned round everywhere."""
    claim, score = pair.claim, pair.score_of(fact)
    found = [f for _, f in pair.candidates if relation(claim, f) is not Relation.OTHER]
    turned = score >= SCORES.spoken and all(opposed(claim, held) for held in found)
    ways = {direction_of(held.figure) for held in [*found, fact] if held.figure}
    alone = found == [fact] or (kind == "direction" and len(ways) == 1)
    return turned or (score >= SCORES.clear and alone and not value.is_vague(claim))


def _comparable(claim: Fact, fact: Fact, *, place: bool) -> bool:
    """True for one unit, role and period, as far as both tell them."""
    if claim.figure is None or fact.figure is None:
        return True
    if kinship(claim, fact) is Kinship.DIFFERENT:
        return False
    return place or (same_role(claim, fact) and period_agrees(claim, fact))


def _looks_wrong(case: Case, pair: Pair, fact: Fact) -> bool:
    """True for a total that nothing yields, of parts that the statement tells rightly, or where
    the source has the like."""
    if is_mostly_unread(case.index):
        return False
    return named(case, pair.claim, fact) >= NAMED or len(_operands(case, pair)) >= _OPERANDS


def exchanged(case: Case, pair: Pair, given: Fact, equal: Fact) -> bool:
    """True where a value of another fact is told of this one beyond doubt.

    Of one sentence the two facts are told apart by their words. A fact of another sentence may have
    the value by chance where fewer than 0.55 of the claim's own words are the fact's and its score
    is below 12, a small count always: 8 of 10 false errors, 78 of 1,211 true ones (5.7 to 6.9 %).
    """
    if follows_on(case, pair, equal) and case.is_verbatim(case.pairs[pair.claim.order - 1].claim):
        return False  # 高于全省增幅0.7个百分点；税收占比52.84%: the source goes on with it
    again = is_told(case, pair, equal)  # by another claim: hardly twice
    if is_named_by(pair.claim, equal) and not (is_named_by(pair.claim, given) or again):
        return False  # 基金收入54.86亿元 of 基金收入预算为53.62亿元，实际完成54.86亿元
    if turned_round(pair.claim, equal) and not turned_round(pair.claim, given):
        return False  # 26个贫困县 of 贫困县26个, not of 1707个贫困村
    if equal.clause_sentence in case.index.joined(given.clause_sentence):
        return True
    index = case.index
    apart = index.unit_at(given.span.start) is not index.unit_at(equal.span.start)
    if apart and pair.score_of(equal) >= SCORES.clear:
        return False  # 苗木40万亩 beside 种苗40万亩 of another unit: either may be meant
    if pair.score_of(given) >= SCORES.sure:
        return True
    few = value.is_vague(pair.claim)
    return not few and subject_share(case, pair.claim, given) >= RETOLD


def altered(case: Case, pair: Pair, given: Fact) -> bool:
    """True where a claim whose value the unit does not have plainly restates this fact.

    A small count or a share in tenths is told of many things: 1 of 3 false errors, 7 of 1,105 true
    ones (0.4 to 0.8 %). In a statement about many units a few common words are no name: 2 of 3 and
    16 of 1,105 (1.2 to 1.6 %).
    """
    spoken = pair.score_of(given)
    if value.is_vague(pair.claim) and spoken < SCORES.clear:
        return False
    wide = case.statement.role != "measure"
    return not (wide and spoken < SCORES.clear and subject_share(case, pair.claim, given) < NAMED)


def bounded(pair: Pair, fact: Fact) -> bool:
    """True where the fact of equal value is the one whose bound, direction or time is compared.

    Below a score of 6 it is another of the same number: 3 of 6 false errors, 1 of 204 true ones (0
    to 0.9 %); a share in tenths needs 10: 3 of 6 and 2 of 70 (1.4 to 4.9 %). No other fact that its
    words do not exclude may agree in everything.
    """
    claim = pair.claim
    others = [
        (held, pair.relations[other.order])
        for held, other in pair.candidates
        if other is not fact and other.unit == fact.unit
    ]
    if pair.score_of(fact) < SCORES.spoken:
        alone = all(said is Relation.OTHER for _, said in others)
        return alone and value.is_precise(claim)
    return relation(claim, fact) is not Relation.BOUND or not any(
        said is Relation.EQUAL and held >= SCORES.spoken for held, said in others
    )


def unheard(case: Case, pair: Pair) -> Grade:
    """How loudly it is told that the source does not have a value.

    No fact speaks against it, so that it is an error only for what the writer can hardly have
    reckoned, counted or converted: an amount, or a count past sixty, with words of its own, or a
    smaller count in a clause that stands in the source without it. Worth a look is a reckoning that
    does not come out of the figures beside it, and a count of more than the unit lists or a limit,
    of what it counts and measures nowhere.
    """
    claim = pair.claim
    if case.index.is_hardly_read(case.scope.span) or is_mostly_unread(case.index):
        return Grade.OPEN
    if _BY_TIME.search(claim.left):
        return Grade.OPEN  # over how many days, its dates tell the writer
    if is_reckoned(claim) or claim.carried:
        return Grade.DOUBTFUL if len(_operands(case, pair)) >= _OPERANDS else Grade.OPEN
    figure, match = claim.figure, case.matches[claim.clause]
    if figure is None or is_nameless(claim) or told_again(claim):
        return Grade.OPEN
    if figure.kind is FigureKind.DURATION:
        return Grade.OPEN
    share = match.share if match is not None else 0.0
    kin = any(kinship(claim, fact) is not Kinship.DIFFERENT for _, fact in pair.candidates)
    counted = figure.kind is FigureKind.COUNT and figure.value <= _LISTED
    if claim.bound is not Bound.EQUAL:
        return Grade.DOUBTFUL if share >= RETOLD and not (kin or counted) else Grade.OPEN
    if counted and share < NEARLY_WHOLE:
        listed = len(_MEMBERS.findall(case.scope.own_flat)) + 1
        return Grade.OPEN if kin or figure.value <= listed else Grade.DOUBTFUL
    return Grade.ASTRAY


def _operands(case: Case, pair: Pair) -> list[Fact]:
    """What the claim may be reckoned of: figures right before it that are told rightly."""
    claim = pair.claim
    found = [
        other.claim
        for other in case.pairs
        if other is not pair
        and other.claim.clause <= claim.clause
        and other.claim.clause_sentence == claim.clause_sentence
        and other.told is not None
        and _yields(claim, other.claim)
    ]
    near = any(held.clause >= claim.clause - 1 for held in found)
    return found if near else []


def is_reckoned(claim: Fact) -> bool:
    """True where the claim's kind or the words before it say that the writer reckoned it."""
    figure = claim.figure
    return figure is not None and (
        figure.kind in _RECKONED or _OWN.search(claim.left[-LED_BY:]) is not None
    )


def _yields(claim: Fact, other: Fact) -> bool:
    """True for a figure of the sort that a claim is reckoned of: rates for points."""
    mine, theirs = claim.figure, other.figure
    if mine is None or theirs is None:
        return False
    if mine.kind is FigureKind.PERCENTAGE_POINTS:
        return theirs.kind is FigureKind.RATIO
    if mine.kind in (FigureKind.MULTIPLE, FigureKind.RATIO) or _AVERAGE.search(claim.left):
        return theirs.kind not in (FigureKind.RATIO, *_RECKONED)
    return kinship(claim, other) is not Kinship.DIFFERENT
