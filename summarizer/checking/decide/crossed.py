"""Two figures of a statement of which each is told of what the other is said of.

The values are given, and what is asked is which words belong to which: where the words of both
claims fit the two facts better the other way round, whichever facts of those values are taken, the
figures have changed places. All words count, whose common part drops out, and once more those alone
in which the two claims differ (第一, 第三产业; 4A, 5A级), by their share.

Of 1,631 pairs of figures in right statements (rounds 1 to 10), both of which the source has, none
is told, of the same exchanged 81 %; of 395 (rounds 11 and 12, none read before) none and 79 %.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import combinations, product

from summarizer import patterns as re
from summarizer.checking.align import Pair
from summarizer.checking.amounts import Relation, kinship
from summarizer.checking.case import Case
from summarizer.checking.decide.meant import is_nameless, led_by
from summarizer.checking.decide.value import paired
from summarizer.checking.equality import Kinship
from summarizer.checking.findings import Fault
from summarizer.checking.margins import SCORES
from summarizer.checking.similarity import same_role, score
from summarizer.facts.records import Fact
from summarizer.facts.words import pairs

_MOST = 8  # facts of one value: more are no evidence
_SIGN = re.compile(r"[A-Za-z0-9.]*[A-Za-z][A-Za-z0-9.]*")  # PM2.5, 4A, B2C: no pair holds a digit

_Exchange = tuple[float, tuple[Fact, Fact, Fact], tuple[Fact, Fact, Fact]]


def crossed(case: Case) -> Iterator[Fault]:
    """Both figures of every pair that has changed places, of several the plainest."""
    told: set[int] = set()
    for _, *sides in sorted(_exchanges(case), key=lambda found: -found[0]):
        for claim, given, equal in sides:
            if claim.order not in told:
                told.add(claim.order)
                yield paired(case, claim, given, equal)


def _exchanges(case: Case) -> Iterator[_Exchange]:
    rows = [
        _Row(case, pair)
        for pair in case.pairs
        if not (case.is_verbatim(pair.claim) or is_nameless(pair.claim))
    ]
    for first, second in combinations([row for row in rows if row.held], 2):
        if not _comparable(first.claim, second.claim):
            continue
        fits = first.beside(second), second.beside(first)
        best = [max(map(fit, row.held)) for fit, row in zip(fits, (first, second), strict=True)]
        plainest: _Exchange | None = None
        for a, b in product(first.held, second.held):
            ways = _tells_way(first.claim, a, b) or _tells_way(second.claim, b, a)
            if a is b or (ways and not _by_words(case, first, second, a, b)):
                continue
            leads = fits[0](b) - best[0], fits[1](a) - best[1]
            least = plainest[0] if plainest is not None else SCORES.exchanged
            if min(leads) >= SCORES.even and sum(leads) >= least:
                plainest = sum(leads), (first.claim, b, a), (second.claim, a, b)
        if plainest is not None:
            yield plainest


class _Row:
    """A claim with the facts of its value and how well its words fit any fact."""

    def __init__(self, case: Case, pair: Pair) -> None:
        self.claim = pair.claim
        held = [
            fact
            for _, fact in pair.candidates
            if fact.firm and _is_held(pair.claim, fact, pair.relations[fact.order])
        ]
        self.held = held if len(held) <= _MOST else []
        self._case = case
        self.words = _words(self.claim, case.said.facts)
        self._known: dict[int, float] = {}

    def beside(self, other: _Row) -> Callable[[Fact], float]:
        """How well a fact fits this claim rather than the other one."""
        own, theirs = self.words - other.words, other.words - self.words

        def fit(fact: Fact) -> float:
            near = _around(self._case, fact)
            if not (own | theirs) & near:
                near = near | _signs(fact.head)  # 专项债务限额41亿元，余额39亿元
            return self._score(fact) + _share(own, near) - _share(theirs, near)

        return fit

    def _score(self, fact: Fact) -> float:
        """The score without what the value and the neighbours add to it."""
        found = self._known.get(fact.order)
        if found is None:
            weights = self._case.index.weights
            found = self._known[fact.order] = score(self.claim, fact, weights)
        return found


def _is_held(claim: Fact, fact: Fact, relation: Relation) -> bool:
    """True for a fact of the claim's value; one that it gives roughly is also told alike: 占三成半
    is no 增长36.9%."""
    if relation is Relation.ROUGH:
        return same_role(claim, fact)
    return relation is not Relation.OTHER


def _words(fact: Fact, facts: Sequence[Fact]) -> frozenset[str]:
    """What names a figure, with the place in an order right before it (4A级26个) and of one that
    hangs on its neighbour that one's words; where nothing stands before it what stands behind."""
    own = _signs(led_by(fact, facts) + fact.named) | _signs(_led(fact, facts))
    own = own or _signs(fact.right)
    return own | fact.near if fact.carried else own


def _led(fact: Fact, facts: Sequence[Fact]) -> str:
    """What stands before the place in an order that leads to a figure: 核电项目|一期投资50亿元."""
    before = facts[fact.order - 1] if fact.order and not fact.shared else fact
    return before.left if before.figure is None and before.clause == fact.clause else ""


def _around(case: Case, fact: Fact) -> frozenset[str]:
    """What a fact of the source is named by, and its clause where that has no other in its unit."""
    words = _words(fact, case.index.facts.facts)
    near = words | _signs("、".join((*fact.subject[-1:], fact.named)))
    if fact.shared or any(
        kinship(fact, other) is Kinship.SAME for other in _of_its_clause(case, fact)
    ):
        return near
    return near | _signs(fact.clause_text)


def _of_its_clause(case: Case, fact: Fact) -> Iterator[Fact]:
    """The other facts of the clause of a fact, its neighbours first."""
    facts = case.index.facts.facts
    for way in (1, -1):
        at = fact.order + way
        while 0 <= at < len(facts) and facts[at].clause == fact.clause:
            yield facts[at]
            at += way


def _signs(text: str) -> frozenset[str]:
    return pairs(text).union(_SIGN.findall(text))


def _share(words: frozenset[str], near: frozenset[str]) -> float:
    return len(words & near) / len(words) if words else 0.0


def _by_words(case: Case, first: _Row, second: _Row, a: Fact, b: Fact) -> bool:
    """True where what tells each claim from the other stands by the other's fact alone."""
    own, theirs = first.words - second.words, second.words - first.words
    here, there = _around(case, a), _around(case, b)
    apart = own and theirs and not (own & here or theirs & there)
    return bool(apart) and own <= there and theirs <= here


def _tells_way(claim: Fact, own: Fact, other: Fact) -> bool:
    """True where the claim's 升 or 降 is that of the fact of its value alone: what is exchanged is
    the numbers, and the words stay."""
    way, kept, turned = (
        fact.figure.direction if fact.figure is not None else None for fact in (claim, own, other)
    )
    return None not in (way, kept, turned) and way == kept != turned


def _comparable(mine: Fact, theirs: Fact) -> bool:
    if mine.figure is None or theirs.figure is None or mine.figure.value == theirs.figure.value:
        return False
    return kinship(mine, theirs) is Kinship.SAME
