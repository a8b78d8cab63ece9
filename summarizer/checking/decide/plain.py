"""Whether what is meant is plain enough for an error: the one place that holds an error back.

A fault of a figure is an error only where its claim plainly speaks of the fact that it is told of.
The gates and their numbers come of all errors raised on honest statements (false) and on faults
(true): the natural statements and their altered figures, the labelled faults of three reports, and
eight texts of other genres, each once by its unit and once as a part of an overview. What a gate
costs and saves is told beside it, of those errors as they were before it: false ones held back,
true ones lost, and the range of the share lost with each file left out in turn. The false ones are
few, so that what a gate saves on other texts is known by its order only.
"""

from __future__ import annotations

from summarizer import patterns as re
from summarizer.checking.align import Pair
from summarizer.checking.amounts import Relation, kinship, relation
from summarizer.checking.case import Case
from summarizer.checking.decide import value
from summarizer.checking.equality import Kinship
from summarizer.checking.evidence import subject_share
from summarizer.facts.records import Fact
from summarizer.vocabulary import FigureKind

# Scores of the assignment and shares of the claim's own words; what each costs and saves, on which
# errors, stands in the function that uses it.
_SURE = 12.0  # `exchanged`
_NAMED = 0.55  # `exchanged`
_VAGUELY = 10.0  # `altered`, `bounded`: of a small count or a share in tenths
_WIDELY = 9.5  # `altered`, in a statement about many units
_HARDLY = 0.4  # `altered`, likewise
_FIELD = 6.0  # `bounded`
_RIVAL = 3.0  # `bounded`
_OTHER = 9.0  # `exchanged`: the fact that has the value is as likely meant
_REACH = 14  # letters before a figure that say how it came about
_OPERANDS = 2  # of the least that can be reckoned
# What says that a number is the writer's own reckoning or count.
_OWN = re.compile(
    "[倒反]推|[推折换估核测]算|折合|[人户亩台村年月日家社县乡镇]均|平均|均$|每[一-龥]{0,4}$|约为$|相差|差距|"
    "相当于|相隔|间隔|前后|合计|共计|总计|一共|之和|加起来|占|(?<!对)比(?!例|重|率)|较|[高低多少快慢]出?$|"
    "剩|其余|全部|尚[差余欠]|还[差有剩]|[两三四后][项者类年地家]|列名|点名|列[了出]"
)
_RECKONED = (FigureKind.MULTIPLE, FigureKind.PERCENTAGE_POINTS)


def exchanged(case: Case, pair: Pair, given: Fact, equal: Fact) -> bool:
    """True where a value of another fact is told of this one beyond doubt.

    Of one sentence the two facts are told apart by their words. A fact of another sentence may have
    the value by chance where fewer than 0.55 of the claim's own words are the fact's and its score
    is below 12, a small count always: 8 of 10 false errors, 78 of 1,211 true ones (5.7 to 6.9 %).
    """
    if equal.clause_sentence in case.index.joined(given.clause_sentence):
        return True
    index = case.index
    apart = index.unit_at(given.span.start) is not index.unit_at(equal.span.start)
    if apart and pair.score_of(equal) >= _OTHER:
        return False  # 苗木40万亩 beside 种苗40万亩 of another unit: either may be meant
    if pair.score_of(given) >= _SURE:
        return True
    few = value.is_vague(pair.claim)
    return not few and subject_share(case, pair.claim, given) >= _NAMED


def altered(case: Case, pair: Pair, given: Fact) -> bool:
    """True where a claim whose value the unit does not have plainly restates this fact.

    A small count or a share in tenths is told of many things: 1 of 3 false errors, 7 of 1,105 true
    ones (0.4 to 0.8 %). In a statement about many units a few common words are no name: 2 of 3 and
    16 of 1,105 (1.2 to 1.6 %).
    """
    spoken = pair.score_of(given)
    if value.is_vague(pair.claim) and spoken < _VAGUELY:
        return False
    wide = case.statement.role != "measure"
    return not (wide and spoken < _WIDELY and subject_share(case, pair.claim, given) < _HARDLY)


def bounded(pair: Pair, fact: Fact) -> bool:
    """True where the fact of equal value is the one whose bound, direction or time is compared.

    Below a score of 6 it is another of the same number: 3 of 6 false errors, 1 of 204 true ones (0
    to 0.9 %); a share in tenths needs 10: 3 of 6 and 2 of 70 (1.4 to 4.9 %). No other fact that its
    words do not exclude may agree in everything.
    """
    claim = pair.claim
    if value.is_vague(claim) and pair.score_of(fact) < _VAGUELY:
        return relation(claim, fact) is not Relation.BOUND
    others = [
        (held, relation(claim, other))
        for held, other in pair.candidates
        if other is not fact and _unit(other) == _unit(fact)
    ]
    if pair.score_of(fact) < _FIELD:
        alone = all(said is Relation.OTHER for _, said in others)
        return alone and value.is_precise(claim)
    return relation(claim, fact) is not Relation.BOUND or not any(
        said is Relation.EQUAL and held >= _RIVAL for held, said in others
    )


def invented(case: Case, pair: Pair) -> bool:
    """True where a value that the source does not have is told as the source's.

    What the writer reckoned of figures that stand elsewhere, or of tables that nobody could read,
    is nobody's to call invented: 15 of 23 false errors, 36 of 133 true ones (24 to 32 %), of which
    those stay that have operands beside them: a reckoning that does not come out of them is wrong.
    """
    claim = pair.claim
    if case.index.is_hardly_read(case.scope.span):
        return False
    if not is_reckoned(claim):
        return True
    operands = [
        other
        for other in case.pairs
        if other is not pair
        and other.claim.clause <= claim.clause
        and other.claim.clause_sentence == claim.clause_sentence
        and case.fact_of(other) is not None
        and _yields(claim, other.claim)
    ]
    near = any(other.claim.clause >= claim.clause - 1 for other in operands)
    return near and len(operands) >= _OPERANDS


def is_reckoned(claim: Fact) -> bool:
    """True where the claim's kind or the words before it say that the writer reckoned it."""
    figure = claim.figure
    return figure is not None and (
        figure.kind in _RECKONED or _OWN.search(claim.left[-_REACH:]) is not None
    )


def _yields(claim: Fact, other: Fact) -> bool:
    """True for a figure of the sort that a claim is reckoned of: rates for points."""
    mine, theirs = claim.figure, other.figure
    if mine is None or theirs is None:
        return False
    if mine.kind is FigureKind.PERCENTAGE_POINTS:
        return theirs.kind is FigureKind.RATIO
    if mine.kind in (FigureKind.MULTIPLE, FigureKind.RATIO):
        return theirs.kind not in (FigureKind.RATIO, *_RECKONED)
    return kinship(claim, other) is not Kinship.DIFFERENT


def _unit(fact: Fact) -> str | None:
    return fact.figure.unit if fact.figure is not None else None
