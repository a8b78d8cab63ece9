"""A clause of a statement with what it is said of, and the clauses of the source that may be meant.

The words that are judged (how far, how many, which of two opposites) are left out of the look-up:
a changed word never finds its twin, and never hides the clause that it was changed in.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from summarizer import patterns as re
from summarizer.checking.case import Case
from summarizer.checking.index import SourceIndex
from summarizer.checking.margins import LIKELY, LOOKUP, PLAINLY
from summarizer.checking.scales import judged
from summarizer.checking.scope import Scope
from summarizer.checking.similarity import Weights
from summarizer.checking.textual import unquoted
from summarizer.facts.records import Clause
from summarizer.facts.words import pairs
from summarizer.spans import Range

_FEWEST = 4  # letter pairs: a clause with fewer speaks of what stands before it
_LAST = re.compile("[^,。;!?]+[,:]?$")
_BARE = 8  # letter pairs: a clause with so few says on what the one before it speaks of
_CANDIDATES = 6  # clauses looked at, as many as `align.retold` does
_DENIAL = re.compile("未能|尚未|暂未|从未|并未|没有|未")


@dataclass(frozen=True, slots=True)
class Reading:
    """A clause of the source that may be meant.

    `share` is the share of the content that it has, `told` the weight of the pairs of both.
    """

    clause: Clause
    share: float
    told: float
    weights: Weights = field(compare=False, repr=False)

    @property
    def back(self) -> float:
        """The share of the clause that is told."""
        return self.told / (self.weights.of(self.clause.pairs) or 1.0)

    @property
    def span(self) -> Range:
        """The place of the clause."""
        return self.clause.span

    @property
    def words(self) -> str:
        """The clause without titles and quotations."""
        return unquoted(self.clause.text)

    @property
    def sentence(self) -> str:
        """The whole sentence of the source without titles and quotations."""
        return unquoted(self.clause.sentence_text)


@dataclass(frozen=True, slots=True)
class Proposition:
    """A clause of a statement; `subject` are the words before it that it is said of, or empty.

    `content` are the letter pairs of both without the judged words; `readings` the clauses of the
    source that may be meant, best first.
    """

    number: int
    clause: Clause
    subject: str
    content: frozenset[str]
    readings: tuple[Reading, ...]

    @property
    def words(self) -> str:
        """The clause without titles and quotations."""
        return unquoted(self.clause.text)

    def within(self, margin: float) -> tuple[Reading, ...]:
        """The readings that fall behind the best one by no more than a margin."""
        best = self.readings[0].share if self.readings else 0.0
        return tuple(r for r in self.readings if r.share >= best - margin)

    @property
    def admissible(self) -> tuple[Reading, ...]:
        """The readings that are about as likely as the best one."""
        return self.within(LOOKUP.behind)


class Propositions:
    """The propositions of a statement, each looked up in the source when it is asked for."""

    def __init__(self, case: Case) -> None:
        self._case = case
        self._found: dict[int, Proposition] = {}

    def saying(self, words: re.Pattern[str] | None = None) -> Iterator[Proposition]:
        """Those of the clauses that hold one of the words and are not literal; all without."""
        for number, clause in enumerate(self._case.said.clauses):
            if number in self._case.verbatim or (words and not words.search(clause.text)):
                continue
            if self.of(number).readings:
                yield self.of(number)

    def every(self, words: re.Pattern[str]) -> Iterator[Proposition]:
        """Those of all clauses that hold one of the words, literal ones too."""
        for number, clause in enumerate(self._case.said.clauses):
            if words.search(clause.text) and self.of(number).readings:
                yield self.of(number)

    def of(self, number: int) -> Proposition:
        """The proposition of a clause, by its number in the statement."""
        found = self._found.get(number)
        if found is None:
            clause = self._case.said.clauses[number]
            found = _proposition(number, clause, self._case.scope, self._case.index)
            found = self._found[number] = self._drawn(found)
        return found

    def _drawn(self, prop: Proposition) -> Proposition:
        """The readings in the sentence in which the clause before was told come first."""
        if not prop.number or not prop.clause.head:
            return prop
        before = self._case.matches[prop.number - 1]
        if before is None or before.share < PLAINLY:
            return prop
        readings = [
            replace(r, share=min(1.0, r.share + LOOKUP.drawn))
            if r.clause.sentence == before.clause.sentence
            else r
            for r in prop.readings
        ]
        readings.sort(key=lambda reading: -reading.share)
        return replace(prop, readings=tuple(readings))


def _proposition(number: int, clause: Clause, scope: Scope, index: SourceIndex) -> Proposition:
    """The proposition of one clause."""
    own = _content(clause.text)
    subject = ""
    if clause.head and len(own) < _FEWEST:
        found = _LAST.search(clause.head)
        subject = found[0].strip(",:") if found is not None else ""
    content = own | _content(subject) if subject else own
    readings = _readings(content, scope, index)
    if subject:  # what tells the subject alone does not tell the clause
        share = index.weights.share
        readings = tuple(r for r in readings if not own or share(own, r.clause.pairs) >= LIKELY)
    return Proposition(number, clause, subject, content, readings)


def _readings(content: frozenset[str], scope: Scope, index: SourceIndex) -> tuple[Reading, ...]:
    """The clauses of the source that hold most of the content, best first."""
    weights = index.weights
    whole = weights.of(content) or 1.0
    readings = []
    if content:
        for _, source in index.nearest_clauses(content, most=_CANDIDATES, span=scope.span):
            inside = content & source.pairs
            beside = (content - inside) & (source.context | pairs(source.sentence_text))
            told = weights.of(inside)
            share = (told + LOOKUP.around * weights.of(beside)) / whole
            readings.append(Reading(source, share, told, weights))
    readings.sort(key=lambda reading: -reading.share)
    return tuple(readings)


def _content(text: str) -> frozenset[str]:
    return pairs(_DENIAL.sub(" ", judged().sub(" ", text)))


def going_on(case: Case, reading: Reading) -> str:
    """The clause behind a reading, where it only says on: 供应电煤2730万吨，居全省首位."""
    following = case.index.clause_after(reading.clause)
    if following is None or following.sentence != reading.clause.sentence:
        return ""
    return following.text if len(following.pairs) <= _BARE else ""
