"""A statement with its facts, the evidence for them, and the pairs that were found."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from summarizer import patterns as re
from summarizer.anchors.records import DateMention
from summarizer.checking.align import Match, Pair, align, retold
from summarizer.checking.amounts import Relation, relation
from summarizer.checking.base import Statement
from summarizer.checking.equality import amounts, flat
from summarizer.checking.findings import Fault, Grade, Near
from summarizer.checking.index import SourceIndex
from summarizer.checking.margins import SCORES
from summarizer.checking.operands import TOTAL
from summarizer.checking.scope import Scope
from summarizer.checking.similarity import nearest, score
from summarizer.checking.textual import unquoted
from summarizer.facts.extract import facts_of_text
from summarizer.facts.records import Clause, Fact, Facts
from summarizer.spans import Range
from summarizer.vocabulary import Bound

_BEHIND = 4  # letters behind a figure that may say what it is of
_TOTAL = re.compile("合计|总计|共计")
_PARTS = ("其中", "分别", "包括")
_WITHIN = ("里", "中", "当中", "之内")  # 91件申请里，73件公开: the whole before its part
_MARK = re.compile("(?:离|距|距离)[^,、]{0,3}$")
_MARKER = re.compile(r"^(?:[一二三四五六七八九十]{1,2}[是要]|\d{1,2}[.、]\s*)")
_DIGIT = re.compile("[0-9一二三四五六七八九十百千万两]")
_EQUAL = 500  # facts of one value, as many as a yearbook has of a small number
_ROUND = Decimal("0.1")  # no round number that relation() accepts lies further off
_SHORTEST = 4  # letters: a shorter clause stands in any text


@dataclass(frozen=True, slots=True)
class Retelling:
    """A clause of the statement, by its number, beside the clause of the source that it retells.

    `mine` and `theirs` are their words without titles and quotations, `sentence` those of the
    source's whole sentence.
    """

    number: int
    clause: Clause
    match: Match
    mine: str
    theirs: str
    sentence: str

    @property
    def span(self) -> Range:
        """The place of the source's clause."""
        return self.match.clause.span

    def held(self, word: str) -> bool:
        """True where the source's sentence has the word."""
        return word in self.sentence


@dataclass(frozen=True, slots=True)
class Case:
    """One statement with all that is asked of it. Ranges of claims index `statement.text`."""

    statement: Statement
    scope: Scope
    said: Facts
    pairs: tuple[Pair, ...]
    index: SourceIndex
    matches: tuple[Match | None, ...]
    verbatim: frozenset[int]
    hanging: frozenset[int]
    told_rightly: tuple[Fact, ...]
    _elsewhere: dict[int, tuple[float, Fact] | None] = field(default_factory=dict)

    def clause_of(self, claim: Fact) -> Clause:
        """The clause of the statement that a figure stands in."""
        return self.said.clauses[claim.clause]

    def score_of(self, claim: Fact, source: Fact) -> float:
        """How likely it is that a claim of the statement speaks of a fact."""
        return next((p.score_of(source) for p in self.pairs if p.claim is claim), 0.0)

    def words_of(self, claim: Fact) -> str:
        """The words before a claim in its clause, and what beside it tells that it is a total."""
        clause = self.said.clauses[claim.clause]
        following = self.said.clauses[claim.clause + 1 :][:1]
        inside = clause.text.rstrip().endswith(_WITHIN)
        parts = [f.text for f in following if inside or f.text.startswith(_PARTS)]
        bare = not claim.left.strip("、, ") and _TOTAL.search(clause.sentence_text)
        if bare and not any(
            fact.clause_sentence == claim.clause_sentence for fact in self.said.facts[: claim.order]
        ):
            parts = [*parts, TOTAL]  # 3742户：2017年2144户、2018年1598户的合计数
        told = clause.text[: claim.span.end - clause.span.start] + claim.right[:_BEHIND]
        return "".join((told, *parts, TOTAL if parts else ""))

    def is_verbatim(self, claim: Fact) -> bool:
        """True where the claim's clause stands in the source literally, and of the same thing."""
        whole = claim.span.end <= self.clause_of(claim).span.end  # 19.5:42.9:37.6 is in three
        return whole and claim.clause in self.verbatim and claim.clause not in self.hanging

    def unit_name(self, offset: int) -> str:
        """The id of the unit that holds a source offset; — outside all units."""
        unit = self.index.unit_at(offset)
        return unit.id if unit is not None else "—"

    def near(self, fact: Fact) -> Near:
        """A fact of the source as the nearest anchor."""
        return Near(fact.text, fact.span)

    @property
    def clauses(self) -> Sequence[Clause]:
        """The clauses of the statement."""
        return self.said.clauses

    def match_at(self, span: Range) -> Match | None:
        """The clause of the source that the clause at a range of the statement retells."""
        for number, clause in enumerate(self.said.clauses):
            if clause.span.start <= span.start < clause.span.end:
                return self.matches[number]
        return None

    def dates_of_sentence(self, clause: Clause) -> list[DateMention]:
        """The dates of the sentence of the source that a clause stands in."""
        start, end = self.index.sentence_span(clause)
        return [date for date in self.scope.own.dates if start <= date.span.start < end]

    def retellings(self, share: float) -> Iterator[Retelling]:
        """The clauses of the statement, not literal ones, that retell at least so much."""
        for number, clause in enumerate(self.said.clauses):
            match = self.matches[number]
            if match is None or match.share < share or number in self.verbatim:
                continue
            yield Retelling(
                number,
                clause,
                match,
                unquoted(clause.text),
                unquoted(match.clause.text),
                unquoted(match.clause.sentence_text),
            )

    def of_clause(
        self,
        kind: str,
        clause: Clause,
        near: Range,
        message: str = "",
        grade: Grade = Grade.DOUBTFUL,
        /,
        **details: str,
    ) -> Fault:
        """A fault of a whole clause of the statement, beside a place of the source."""
        claim = (clause.text.strip(), clause.span)
        return self.says(kind, grade, claim, message or kind, near, details)

    def place(self, span: Range) -> Near:
        """A range of the source as the nearest anchor."""
        return Near(self.index.printed(span), span)

    def says(
        self,
        kind: str,
        grade: Grade,
        claim: tuple[str, Range],
        message: str,
        near: Range | None = None,
        details: Mapping[str, str] | None = None,
    ) -> Fault:
        """A fault of any words of the statement, given with their range."""
        found = {"unit": self.unit_name(near.start)} if near is not None else {}
        held = self.place(near) if near is not None else None
        return Fault(kind, grade, *claim[:1], message, claim[1], held, {**found, **(details or {})})

    def is_literal(self, span: Range) -> bool:
        """True where the clause at a range of the statement stands in the source literally."""
        for number, clause in enumerate(self.said.clauses):
            if clause.span.start <= span.start < clause.span.end:
                return number in self.verbatim
        return False

    def fault(
        self,
        kind: str,
        grade: Grade,
        claim: Fact,
        message: str,
        near: Fact | None = None,
        details: Mapping[str, str] | None = None,
    ) -> Fault:
        """A fault of one figure of the statement."""
        found = {"claim": told(claim)}
        if near is not None:
            found |= {"unit": self.unit_name(near.span.start), "near": told(near)}
        return Fault(
            kind,
            grade,
            claim.text,
            message,
            claim.span,
            self.near(near) if near is not None else None,
            {**found, **(details or {})},
        )

    def elsewhere(self, claim: Fact) -> tuple[float, Fact] | None:
        """The fact of the whole report with the claim's value that fits its words best.

        A claim that says it is a round one (约, 不足, 超) may tell a value beside its own.
        """
        if claim.order not in self._elsewhere:  # the evidence for each claim asks for all others
            self._elsewhere[claim.order] = self._find_elsewhere(claim)
        return self._elsewhere[claim.order]

    def _find_elsewhere(self, claim: Fact) -> tuple[float, Fact] | None:
        figure = claim.figure
        if figure is None:
            return None
        amount = amounts(figure)
        held = self.index.facts_by_amount.get(amount, ())
        if claim.bound is not Bound.EQUAL:
            held = self.index.facts_near(amount[0], _ROUND)
        found = [
            (score(claim, fact, self.index.weights), -fact.order, fact)
            for fact in nearest(held, claim.near, _EQUAL)
            if relation(claim, fact) in (Relation.EQUAL, Relation.ROUGH)
        ]
        best = max(found, default=None, key=lambda row: row[:2])
        return (best[0], best[2]) if best is not None else None

    def taken(self, pair: Pair) -> list[Fact]:
        """The facts of the source that other claims of the statement tell rightly."""
        return [
            other.given
            for other in self.pairs
            if other is not pair and other.given is not None and other.claim in self.told_rightly
        ]

    def marks(self, claim: Fact) -> list[Fact]:
        """The marks that the statement names to measure against, like the 1亿 of 离1亿元还差."""
        return [fact for fact in self.said.facts if fact is not claim and _MARK.search(fact.left)]


def told(fact: Fact) -> str:
    """A figure with the words right before it, from the last mark or particle on."""
    words = _MARKER.sub("", re.split("[、,，:：;；()（）]", fact.left)[-1].strip())
    return f"{words[-18:]}{fact.text}"


def case_of(statement: Statement, index: SourceIndex) -> Case:
    """The statement with its facts and their places in the source. Never raises."""
    scope = index.scope(statement.unit)
    said = facts_of_text(statement.text)
    verbatim = frozenset(
        number
        for number, clause in enumerate(said.clauses)
        if len(words := flat(clause.text).strip(",:.")) >= _SHORTEST
        and (
            scope.tells(words)
            or ((statement.portion or not _DIGIT.search(words)) and scope.states(words))
        )
    )
    hanging = frozenset(_hanging(said, scope, verbatim))
    pairs = align(said, scope, index, verbatim - hanging)
    rightly = tuple(
        pair.claim
        for pair in pairs
        if pair.given is not None and relation(pair.claim, pair.given) is Relation.EQUAL
    )
    anchored = {
        pair.claim.clause: index.facts.clauses[pair.given.clause]
        for pair in pairs
        if pair.given is not None
        and pair.given.firm
        and relation(pair.claim, pair.given) is Relation.EQUAL
        and pair.score_of(pair.given) >= SCORES.clear
    }
    matches = retold(said, scope, index, verbatim, anchored)
    return Case(statement, scope, said, pairs, index, matches, verbatim, hanging, rightly)


def _hanging(said: Facts, scope: Scope, verbatim: Collection[int]) -> Iterator[int]:
    """The literal clauses that name nothing of their own, behind another clause than the source's.

    比上年末增长19.6% stands in many sentences: it is told literally only with what it hangs on.
    """
    for fact in said.facts:
        if fact.carried and fact.clause in verbatim and fact.clause:
            clause, before = said.clauses[fact.clause], said.clauses[fact.clause - 1]
            first = said.facts[fact.order - 1].clause != fact.clause
            if first and not scope.states(flat(f"{before.text},{clause.text}").strip(",:.")):
                yield fact.clause
