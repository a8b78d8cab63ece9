"""What a claim may have been reckoned or counted from, and what its own words plainly mean."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations

from summarizer import patterns as re
from summarizer.checking.align import Pair
from summarizer.checking.amounts import Relation, kinship, relation
from summarizer.checking.case import Case
from summarizer.checking.decide.period import agree
from summarizer.checking.derive import Evidence, derivation
from summarizer.checking.equality import Kinship
from summarizer.checking.margins import PLAINLY, RETOLD, SCORES
from summarizer.checking.similarity import same_role
from summarizer.facts.moves import MOVED as _MOVED
from summarizer.facts.records import Fact
from summarizer.facts.words import pairs
from summarizer.vocabulary import FigureKind

_APART = re.compile("[高低快慢多少升降][^,、0-9]{0,2}$|相差$|差距$")
_AGAINST = re.compile("(?:(?<![占同环对])比|较|[高低快慢]于)[^,、0-9]{2,}$")  # 比工业投资增速高
_RATE = "(?:[增涨降跌减][速幅]|增长率|比重|占比|份额)"
_OF_RATES = re.compile(
    f"(?:{_RATE}[^,、0-9]{{0,2}}[比较][^,、0-9]{{2,}}|[比较][^,、0-9]*{_RATE}[^,、0-9]{{0,2}})[高低快慢]出?$"
    f"|[高低快慢]于[^,、0-9]*{_RATE}$"
)
_ROW = 3  # figures in one unit
_FEW = 8  # so few that chance hardly yields a value of three digits
_NEXT = 6  # letters right before a figure
_GAP = 4  # letters that an abbreviation leaves out between two that it keeps
_COMPARED = re.compile("同比|环比|[比较]上?(?:上年|去年)(?:同期)?|同期|分别|其中|增长|下降")
_TAIL = re.compile("[一-龥]{2}$")
_LABEL = re.compile("([^,;:。、]+)[:：]$")
_FRONT = re.compile("[一-龥]{2}")


def evidence_for(case: Case, pair: Pair, follows: Sequence[Fact]) -> Evidence:
    """The facts that a statement tells and those beside them first, then those of the unit."""
    claim, given = pair.claim, pair.given
    told = [other.given for other in case.pairs if other.claim in case.told_rightly]
    rough = [fact for other in case.pairs if other is not pair and (fact := other.told) is not None]
    sentences = {fact.clause_sentence for fact in (*told, *rough, given) if fact is not None}
    match = case.matches[claim.clause]
    if match is not None:
        sentences.add(match.clause.sentence)
    joined = {held for number in sentences for held in case.index.joined(number)}
    candidates = [fact for _, fact in pair.candidates]
    around = [fact for fact in candidates if fact.clause_sentence in sentences]
    beside = _once([*told, *rough, *follows, *case.marks(claim), *around])
    known = {id(fact) for fact in beside}
    row = [fact for fact in candidates if fact.clause_sentence in joined and id(fact) not in known]
    return Evidence(
        beside=beside,
        row=[*beside, *row] if row else (),
        away=[fact for fact in candidates if id(fact) not in known],
        words=case.words_of(claim),
        restated=restates(case, pair),
        told=case.taken(pair),
        own=_once([*told, *rough, *follows, *_away(case, pair)]),
        named=_once([*_beside(case, pair), *_named(case, claim)]),
        series=_series(case, pair),
    )


def _beside(case: Case, pair: Pair) -> Iterator[Fact]:
    """What the other figures of the statement tell, whichever fact of that value it is.

    Three and more in one row are taken as the statement tells them: they have one whole.
    """
    rows = Counter((other.claim.clause, other.claim.unit) for other in case.pairs)
    for other in case.pairs:
        if other is pair:
            continue
        claim, held = other.claim, other.told or other.equal
        if held is not None:
            yield claim if rows[claim.clause, claim.unit] >= _ROW else held


def _named(case: Case, claim: Fact) -> list[Fact]:
    """The facts of the scope whose own words stand in the claim's clause or sentence."""
    weights, span = case.index.weights, case.scope.span
    found: dict[int, Fact] = {}
    for words in (claim.clause_pairs, claim.sentence_pairs):
        nearest = case.index.nearest_clauses(words, span=span)
        ranked = [
            (weights.of(own & words), fact)
            for fact in case.index.facts_beside([clause for _, clause in nearest], words)
            if fact.span.start in span and weights.share(own := _own(fact), words) >= PLAINLY
        ]
        ranked.sort(key=lambda row: (-row[0], row[1].order))
        found |= {fact.order: fact for _, fact in ranked[:_FEW]}
    return list(found.values())


def _series(case: Case, pair: Pair) -> list[Fact]:
    """The likeliest fact in the claim's unit, and those that the source tells in the same words."""
    kin = [f for _, f in pair.candidates if kinship(pair.claim, f) is not Kinship.DIFFERENT]
    share = case.index.weights.share
    return [f for f in kin if min(share(kin[0].near, f.near), share(f.near, kin[0].near)) >= RETOLD]


def _own(fact: Fact) -> frozenset[str]:
    """The letter pairs of what a fact is named by: its label, else its own words."""
    label = fact.figure.label if fact.figure is not None else None
    return pairs(label) if label else fact.near


def follows_from(case: Case, claim: Fact, given: Fact) -> bool:
    """True where the sentence of the fact that is meant yields the claimed value."""
    beside = [fact for fact in case.scope.facts if fact.clause_sentence == given.clause_sentence]
    found = derivation(claim, Evidence((), (), "", restated=True, own=beside))
    return found is not None and found.sure


def _away(case: Case, pair: Pair) -> Iterator[Fact]:
    """What the other figures of the statement tell of another unit of the report."""
    for other in case.pairs:
        if other is not pair and other.told is None:
            found = case.elsewhere(other.claim)
            if found is not None and found[0] >= SCORES.clear:
                yield found[1]


def _once(facts: Sequence[Fact | None]) -> list[Fact]:
    return list({id(fact): fact for fact in facts if fact is not None}.values())


def restates(case: Case, pair: Pair) -> bool:
    """True where a claim plainly speaks of a fact that no other claim tells."""
    given = pair.given
    return (
        given is not None
        and pair.score_of(given) >= SCORES.clear
        and kinship(pair.claim, given) is not Kinship.DIFFERENT
        and same_role(pair.claim, given)
        and not is_told(case, pair, given)
    )


def is_told(case: Case, pair: Pair, fact: Fact) -> bool:
    """True where another claim of the statement tells the value of this very fact."""
    return any(
        other is not pair and other.given is fact and relation(other.claim, fact) is Relation.EQUAL
        for other in case.pairs
    )


def means(case: Case, claim: Fact, given: Fact, equal: Fact) -> bool:
    """True where the claim's own words name the one fact and speak against the other.

    What is understood from the words around (后者, 其中, a list told in one breath) names none.
    """
    when = claim.periods[0] if claim.periods else None
    dated = all(fact.periods and fact.periods[0].stated for fact in (given, equal))
    if when is not None and when.stated and dated:
        agreed = [any(agree(when, theirs) for theirs in fact.periods) for fact in (given, equal)]
        if agreed == [True, False]:
            return True
    weights = case.index.weights
    if claim.shared:
        words = claim.before
    else:
        own = f"{_label(case, claim)}、{claim.left}、{claim.right}"
        words = pairs(_COMPARED.sub("、", own))
        # Which of several told under 分别 a change behind them belongs to, nobody knows.
        before = case.said.facts[claim.order - 1] if claim.order else None
        if _MOVED.fullmatch(claim.left) and not (before is not None and before.shared):
            words |= claim.near
    for beside in (_tail(claim, given, equal), _front(claim, given, equal)):
        if beside is not None:
            return beside
    for_it = {word for word in words if _has(given, word) and not _has(equal, word)}
    against = {word for word in words if _has(equal, word) and not _has(given, word)}
    return weights.of(for_it) > 0 and weights.of(against) <= RETOLD * weights.of(for_it)


def subject_share(case: Case, claim: Fact, fact: Fact) -> float:
    """The share of the claim's own words, those of comparing aside, that the fact has around it."""
    weights = case.index.weights
    own = claim.near
    if not claim.carried:
        own &= pairs(f"{_COMPARED.sub('、', claim.left)}、{_COMPARED.sub('、', claim.right)}")
    return weights.share(own, fact.near | fact.sentence_pairs | fact.context)


def _tail(claim: Fact, given: Fact, equal: Fact) -> bool | None:
    """Whether the letters right before a figure are those of the one; None where of both."""
    found = None if claim.shared else _TAIL.search(claim.left)
    if found is None or _COMPARED.search(found[0]):
        return None
    return _which(found[0], [fact.left[-_NEXT:] for fact in (given, equal)], given, equal)


def _front(claim: Fact, given: Fact, equal: Fact) -> bool | None:
    """The same for the letters right behind it."""
    found = _FRONT.match(claim.right)
    if found is None or claim.shared:
        return None
    return _which(found[0], [fact.right[:_NEXT] for fact in (given, equal)], given, equal)


def _which(letters: str, beside: Sequence[str], given: Fact, equal: Fact) -> bool | None:
    """True for the first fact, False for the other, None where the letters are of both."""
    one, other = (letters in words for words in beside)
    if one and letters not in equal.left + equal.right:
        return True
    return False if other and not one else None


def _label(case: Case, claim: Fact) -> str:
    """What stands before the colon that a figure follows first: 处理率 of 处理率：目标85%."""
    first = not claim.order or case.said.facts[claim.order - 1].clause != claim.clause
    found = _LABEL.search(claim.head) if first else None
    return found[1] if found is not None else ""


def _has(fact: Fact, word: str) -> bool:
    """True where a fact's own words have two letters of an abbreviation near each other."""
    if word in fact.near or fact.shared:
        return word in fact.near  # the words before a list name all of its members
    text = f"{''.join(fact.subject)}、{fact.left}、{fact.right}"
    if len(word) < 2:
        return word in text
    return (
        re.search(f"{re.escape(word[0])}[^、,;。]{{0,{_GAP}}}{re.escape(word[1])}", text)
        is not None
    )


def points_apart(case: Case, pair: Pair) -> Fact | None:
    """One of two rates, told in the statement or meant by the claim (比工业投资增速高), that lie so
    many points apart as a claim says per cent."""
    claim = pair.claim
    figure = claim.figure
    before = case.words_of(claim).rpartition(claim.text)[0]
    if figure is None or figure.kind is not FigureKind.RATIO or not _APART.search(before):
        return None
    if any(
        held >= SCORES.clear and relation(claim, fact) is not Relation.OTHER
        for held, fact in pair.candidates
    ):
        return None  # 能耗降3% that the source has, whatever 9% and 6% beside it come to
    told = [other.told for other in case.pairs if other is not pair]
    meant = [pair.given] if _AGAINST.search(claim.left) else []
    rates = [
        (held.figure.value, held)
        for held in _once([*told, *meant])
        if held.figure is not None and held.figure.kind is FigureKind.RATIO
    ]
    for (first, given), (second, _) in combinations(rates, 2):
        if abs(first - second) == figure.value:
            return given
    # 比收入增幅高1.8%: what a rate lies above another is told in points, whatever the two are.
    return rates[0][1] if rates and _OF_RATES.search(before) else None
