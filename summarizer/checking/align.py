"""Which fact of the source each figure of a statement speaks of: one assignment for all of them."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from summarizer.checking.amounts import Relation, relation
from summarizer.checking.assign import assign
from summarizer.checking.equality import amounts
from summarizer.checking.index import SourceIndex
from summarizer.checking.margins import PLAINLY, PRICES, SCORES
from summarizer.checking.scope import Scope
from summarizer.checking.similarity import nearest, score
from summarizer.facts.records import Clause, Fact, Facts, within

_FEWEST = 2  # letter pairs: a shorter clause retells nothing
_EQUAL = 200  # facts of one value that are looked at; nobody tells which of more is meant
_WIDE = 40  # more facts than that, and a claim is routed to those whose words are nearest


@dataclass(frozen=True)  # without slots, so that what was found is kept
class Pair:
    """A claim, the fact that it was given, and every candidate with its score, best first.

    `relations` say how the values of the candidates, by their order, stand to the claim's.
    """

    claim: Fact
    given: Fact | None
    candidates: tuple[tuple[float, Fact], ...]
    relations: Mapping[int, Relation]

    def score_of(self, fact: Fact) -> float:
        """The score of a candidate; very low for a fact that was none."""
        return next((found for found, held in self.candidates if held is fact), -9.0)

    @cached_property
    def told(self) -> Fact | None:
        """The fact of equal or roughly equal value that the claim was found to tell."""
        claim, given = self.claim, self.given
        if given is not None and relation(claim, given) is not Relation.OTHER:
            return given
        for found, fact in self.candidates:
            if self.relations[fact.order] is not Relation.OTHER:
                lead = self.score_of(given) - found if given is not None else 0.0
                return fact if lead < SCORES.unsure else None
        return None

    @cached_property
    def equal(self) -> Fact | None:
        """The likeliest fact of the claim's very value."""
        return next(self.equals, None)

    @property
    def equals(self) -> Iterator[Fact]:
        """The candidates of the claim's very value, the likeliest first."""
        return (f for _, f in self.candidates if self.relations[f.order] is Relation.EQUAL)


@dataclass(frozen=True, slots=True)
class Match:
    """The clause of the source that a clause of a statement retells.

    `share` is the share of the statement's clause that stands there, `back` that of the source's
    clause that is told, both by weight; `lead` what the next best clause of another sentence falls
    behind.
    """

    clause: Clause
    share: float
    back: float
    lead: float


def retold(
    said: Facts,
    scope: Scope,
    index: SourceIndex,
    literal: Collection[int],
    anchored: Mapping[int, Clause],
) -> tuple[Match | None, ...]:
    """For every clause of a statement, literal ones left out, the one of its scope it retells.

    `anchored` are the clauses of the source, by number of clause, whose figures a clause tells.
    """
    return tuple(
        None
        if number in literal
        else _anchored_match(clause, anchored[number], index)
        if number in anchored
        else _match(clause, scope, index)
        for number, clause in enumerate(said.clauses)
    )


def _anchored_match(clause: Clause, source: Clause, index: SourceIndex) -> Match:
    share = index.weights.share
    found = share(clause.pairs, source.pairs)
    return Match(source, max(found, PLAINLY), share(source.pairs, clause.pairs), 1.0)


def _match(clause: Clause, scope: Scope, index: SourceIndex) -> Match | None:
    if len(clause.pairs) < _FEWEST:
        return None
    weights = index.weights
    ranked = []
    for share, source in index.nearest_clauses(clause.pairs, most=6, span=scope.span):
        back = weights.of(clause.pairs & source.pairs) / (weights.of(source.pairs) or 1.0)
        context = weights.of(clause.context & (source.context | source.pairs))
        around = context / (weights.of(clause.context) or 1.0)
        ranked.append((share + 0.3 * back + 0.2 * around, share, back, source))
    if not ranked:
        return None
    ranked.sort(key=lambda row: -row[0])
    best = ranked[0]
    other = next((row[0] for row in ranked[1:] if row[3].sentence != best[3].sentence), 0.0)
    return Match(best[3], best[1], best[2], best[0] - other)


def align(
    said: Facts, scope: Scope, index: SourceIndex, literal: Collection[int]
) -> tuple[Pair, ...]:
    """Every figure and ordinal of a statement with its place in the unit, in reading order.

    A figure of a literal clause speaks of a fact of its very value.
    """
    claims = said.facts
    if not claims:
        return ()
    own = scope.facts
    framed = scope.frame_facts
    if len(own) + len(framed) > _WIDE:
        kept: dict[Hashable, list[Fact]] = {}  # equal words look for equal facts
        pools = [_routed(claim, said, scope, index, kept) for claim in claims]
    else:
        pools = [[*own, *framed]] * len(claims)
    pools = [
        [fact for fact in pool if relation(claim, fact) is Relation.EQUAL]
        if claim.clause in literal
        else pool
        for claim, pool in zip(claims, pools, strict=True)
    ]
    columns: dict[int, Fact] = {fact.order: fact for pool in pools for fact in pool}
    facts = [columns[order] for order in sorted(columns)]
    place = {fact.order: number for number, fact in enumerate(facts)}
    rows: list[list[float]] = []
    relations: list[dict[int, Relation]] = []
    weights = index.weights
    for claim, pool in zip(claims, pools, strict=True):
        row = [-9.0] * len(facts)
        relations.append({fact.order: relation(claim, fact) for fact in pool})
        for fact in pool:
            inside = fact.span.start in scope.span
            found = score(claim, fact, weights) - (0.0 if inside and fact.firm else PRICES.frame)
            equal = relations[-1][fact.order] is Relation.EQUAL
            row[place[fact.order]] = found + (PRICES.even if equal else 0.0)
        rows.append(row)
    given = assign(rows, again=PRICES.again, none=PRICES.none)
    if _anchored(rows, given, said, facts):
        given = assign(rows, again=PRICES.again, none=PRICES.none)
    return tuple(
        Pair(
            claim=claim,
            given=facts[column] if column is not None else None,
            candidates=_ranked(row, facts),
            relations=held,
        )
        for claim, row, column, held in zip(claims, rows, given, relations, strict=True)
    )


def _anchored(
    rows: list[list[float]], given: Sequence[int | None], said: Facts, facts: Sequence[Fact]
) -> bool:
    """Draws a claim to the sentence in which its neighbours, rightly told, stand."""
    sure = [
        facts[column].clause_sentence
        if column is not None and relation(claim, facts[column]) is Relation.EQUAL
        else None
        for claim, column in zip(said.facts, given, strict=True)
    ]
    drawn = False
    orders = [
        facts[column].order if column is not None and held is not None else None
        for column, held in zip(given, sure, strict=True)
    ]
    for number, row in enumerate(rows):
        around = list(_neighbours(said, number))
        mine = said.facts[number].clause_sentence
        beside = {
            sure[other] for other, _ in around if said.facts[other].clause_sentence == mine
        } - {None}
        next_to = {
            held + further for other, further in around if (held := orders[other]) is not None
        }
        carried = number and said.facts[number].carried and not said.facts[number - 1].shared
        before = orders[number - 1] if carried else None
        hangs = before + 1 if before is not None else None
        for column, fact in enumerate(facts) if beside else ():
            if fact.clause_sentence in beside and row[column] > -9.0:
                row[column] += PRICES.drawn + (PRICES.next_to if fact.order in next_to else 0.0)
                if hangs is not None and fact.order == hangs and fact.carried:
                    row[column] += PRICES.hangs
                drawn = True
    return drawn


def _neighbours(said: Facts, number: int) -> Iterator[tuple[int, int]]:
    """The claims beside one, and how much further on its fact stands.

    增长5%和6% behind 甲、乙分别3亿元、4亿元: beside 5% stands 3亿元, though 4亿元 is printed there.
    """
    facts = said.facts
    claim = facts[number]
    row = _row_of(facts, number)
    if row.start and claim.shared and facts[row.start - 1].shared:
        above = _row_of(facts, row.start - 1)
        if len(above) == len(row) > 1 and claim.clause == facts[above.start].clause + 1:
            yield number - len(row), 1
            return
    for other in (number - 1, number + 1):
        if other in row or (0 <= other < len(facts) and not (claim.shared and facts[other].shared)):
            yield other, number - other


def _row_of(facts: Sequence[Fact], number: int) -> range:
    """The claims of one clause that share one list with a claim, or the claim alone."""
    first = last = number
    if facts[number].shared:
        clause = facts[number].clause
        while first and facts[first - 1].shared and facts[first - 1].clause == clause:
            first -= 1
        while last + 1 < len(facts) and facts[last + 1].shared and facts[last + 1].clause == clause:
            last += 1
    return range(first, last + 1)


def _ranked(row: Sequence[float], facts: Sequence[Fact]) -> tuple[tuple[float, Fact], ...]:
    found = [pair for pair in zip(row, facts, strict=True) if pair[0] > -9.0]
    return tuple(sorted(found, key=lambda pair: (-pair[0], pair[1].order)))


def _routed(
    claim: Fact,
    said: Facts,
    scope: Scope,
    index: SourceIndex,
    kept: dict[Hashable, list[Fact]],
) -> list[Fact]:
    """The facts beside the clauses of the scope whose words are nearest to the claim's."""
    around = said.clauses[claim.clause].pairs | claim.context
    told = [amounts(claim.figure)] if claim.figure is not None else []
    key = claim.near, around, *told
    if key in kept:
        return kept[key]
    found: dict[int, Fact] = {}
    for words in (claim.near, around):
        clauses = index.nearest_clauses(words, span=scope.span) if words else []
        for fact in index.facts_beside([held for _, held in clauses], words):
            if fact.span.start in scope.span:
                found[fact.order] = fact
    # The ends of 500元到2000元 may be printed apart: 五百元以上二千元以下.
    ends = [(end, None) for low, high in told if high is not None for end in (low, high)]
    for amount in (*told, *ends):
        held = within(index.facts_by_amount.get(amount, ()), scope.span)
        found |= {fact.order: fact for fact in nearest(held, claim.near, _EQUAL)}
    return kept.setdefault(key, [found[order] for order in sorted(found)])
