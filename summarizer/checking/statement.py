"""One statement against the source: facts, one assignment, a decision for every field."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace

from summarizer.checking.amounts import Relation, relation
from summarizer.checking.base import Statement
from summarizer.checking.case import Case, case_of
from summarizer.checking.claims import Claim, claims_of
from summarizer.checking.decide.added import added
from summarizer.checking.decide.cause import causes
from summarizer.checking.decide.crossed import crossed
from summarizer.checking.decide.date import dates
from summarizer.checking.decide.degree import degrees
from summarizer.checking.decide.denial import denials, nothings
from summarizer.checking.decide.displaced import displaced
from summarizer.checking.decide.document_number import document_numbers
from summarizer.checking.decide.inversion import inversions
from summarizer.checking.decide.label import labels
from summarizer.checking.decide.misprint import misprints
from summarizer.checking.decide.ordering import orderings, rankings
from summarizer.checking.decide.polarity import polarities
from summarizer.checking.decide.quotation import quotations
from summarizer.checking.decide.rank import ranks
from summarizer.checking.decide.reckoning import reckonings
from summarizer.checking.decide.scale import steps
from summarizer.checking.decide.set_phrase import set_phrases
from summarizer.checking.decide.title import titles
from summarizer.checking.decide.ways import ways
from summarizer.checking.equality import number_key, title_key
from summarizer.checking.figures import figures
from summarizer.checking.findings import Fault, Grade, moved, render
from summarizer.checking.index import SourceIndex
from summarizer.checking.margins import SCORES
from summarizer.checking.portions import beyond, portions
from summarizer.checking.propositions import Propositions
from summarizer.models import Finding
from summarizer.spans import Range
from summarizer.vocabulary import Lang, Severity, Verdict, worst

ANCHORED: tuple[Callable[[Case], Iterator[Fault]], ...] = (
    figures,
    dates,
    titles,
    document_numbers,
    set_phrases,
    quotations,
    misprints,
    reckonings,
    orderings,
    rankings,
    ways,
    degrees,
    crossed,
    labels,
)
"""What is decided of figures, dates, titles, numbers and quotations."""
WORDED: tuple[Callable[[Case, Propositions], Iterator[Fault]], ...] = (
    polarities,
    denials,
    nothings,
    steps,
    displaced,
    ranks,
    causes,
    inversions,
    added,
)
"""What is decided of the words, after the anchors: of two faults of one stretch of words the first
is told."""


@dataclass(frozen=True, slots=True)
class Tally:
    """Claims by verdict; `unread` are the numbers that the grammars did not take."""

    supported: int = 0
    approximated: int = 0
    unverifiable: int = 0
    contradicted: int = 0
    unread: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(
            self.supported + other.supported,
            self.approximated + other.approximated,
            self.unverifiable + other.unverifiable,
            self.contradicted + other.contradicted,
            self.unread + other.unread,
        )


@dataclass(frozen=True, slots=True)
class Checked:
    """What checking says of one statement.

    `cited` holds the ranges of the source's facts that the statement tells.
    """

    findings: tuple[Finding, ...] = ()
    tally: Tally = Tally()
    cited: frozenset[Range] = field(default_factory=frozenset)

    def __add__(self, other: Checked) -> Checked:
        return Checked(
            self.findings + other.findings, self.tally + other.tally, self.cited | other.cited
        )

    def moved(self, by: int) -> Checked:
        """The same of a statement that begins so much further on."""
        return replace(self, findings=tuple(moved(finding, by) for finding in self.findings))

    @property
    def verdict(self) -> Verdict:
        """The worst verdict of the findings."""
        return worst([finding.verdict for finding in self.findings])


def check_statement(statement: Statement, index: SourceIndex, lang: Lang = "zh") -> Checked:
    """Compare every claim of a statement with the source. Deterministic; never raises."""
    unit = statement.unit.id if statement.unit is not None else None
    key = (statement.text, unit, statement.role, lang)
    known: Checked | None = index.checked.get(key)
    if known is None:
        known = _checked(statement, index, lang)
        if len(index.checked) < _KEPT:
            index.checked[key] = known
    return known


def _checked(statement: Statement, index: SourceIndex, lang: Lang) -> Checked:
    found = Checked()
    ranges = portions(statement.text)
    for start, end in ranges:
        part = replace(statement, text=statement.text[start:end], portion=len(ranges) > 1)
        found += check_case(case_of(part, index), lang).moved(start)
    return found + unchecked(statement.text, lang)


def unchecked(text: str, lang: Lang) -> Checked:
    """What is said of the part of a text that is beyond what is checked."""
    told = beyond(text)
    if told is None:
        return Checked()
    return Checked((render(told[0], lang),), Tally(unread=told[1]))


def check_case(case: Case, lang: Lang = "zh") -> Checked:
    """What is decided of a statement."""
    faults = decided(case)
    return outcome(case, faults, claims_of(case, faults), lang)


def decided(case: Case, inside: Range | None = None) -> list[Fault]:
    """The faults of a statement, or those in a range of it, in their order, none twice."""
    said = Propositions(case)
    faults = _once(
        [
            *(fault for decide in ANCHORED for fault in decide(case)),
            *(fault for decide_words in WORDED for fault in decide_words(case, said)),
        ]
    )
    if inside is not None:
        faults = [f for f in faults if f.span is not None and f.span.start in inside]
    return faults


def outcome(case: Case, faults: list[Fault], claims: Iterable[Claim], lang: Lang) -> Checked:
    """Faults and claims as they are published: findings, counts, and the facts that are told."""
    return Checked(
        findings=tuple(render(fault, lang) for fault in faults if fault.grade is not Grade.OPEN),
        tally=_tally(claims),
        cited=_cited(case, faults),
    )


def _once(faults: list[Fault]) -> list[Fault]:
    """One fault for one stretch of words: the gravest, of two alike the one decided first."""
    kept: list[Fault] = []
    for fault in sorted(faults, key=lambda fault: _WEIGHT[fault.grade.severity]):
        span = fault.span
        if span is None or not any(
            other.span is not None and span.start < other.span.end and other.span.start < span.end
            for other in kept
        ):
            kept.append(fault)
    return sorted(kept, key=lambda fault: fault.span or Range(0, 0))


_KEPT = 4096  # statements: a report of 3,000 measures is checked once, a longer one twice
_WEIGHT = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.NOTE: 2}


def _tally(claims: Iterable[Claim]) -> Tally:
    """Claims by verdict."""
    counts = Counter(claim.verdict for claim in claims)
    return Tally(
        supported=counts[Verdict.SUPPORTED],
        approximated=counts[Verdict.APPROXIMATED],
        unverifiable=counts[Verdict.UNVERIFIABLE],
        contradicted=counts[Verdict.CONTRADICTED],
        unread=counts[None],
    )


def _cited(case: Case, faults: list[Fault]) -> frozenset[Range]:
    """The ranges of the figures, dates, titles and numbers of the unit that are told."""
    own, said = case.scope.own, case.said.anchors
    wrong = {fault.span for fault in faults if fault.grade.severity is Severity.ERROR}
    cited: set[Range] = set()
    for pair in case.pairs:
        fact = pair.told
        if fact is not None and pair.claim.span not in wrong:
            cited.add(fact.span)
    keys = {title_key(text) for title in said.titles for text in (title.text, *title.inner)}
    cited.update(
        title.span
        for title in own.titles
        if (key := title_key(title.text)) in keys
        or any(key.endswith(told) for told in keys if told)
    )
    numbers = {number_key(number.text) for number in said.document_numbers}
    cited.update(n.span for n in own.document_numbers if number_key(n.text) in numbers)
    ends = {(date.first[-5:], date.last[-5:]) for date in said.dates}
    cited.update(d.span for d in own.dates if (d.first[-5:], d.last[-5:]) in ends)
    return frozenset(cited)


def places_of(text: str, index: SourceIndex) -> tuple[Range, ...]:
    """The figures of the source that the figures of a text speak of, where that is beyond doubt."""
    cases = (
        case_of(Statement(text[start:end], None, "overview"), index)
        for start, end in portions(text)
    )
    found: list[Range] = []
    for pair in (pair for case in cases for pair in case.pairs):
        fact = pair.told
        if fact is None or not fact.firm or fact.figure is None:
            continue
        rivals = [
            score
            for score, other in pair.candidates
            if other is not fact and relation(pair.claim, other) is Relation.EQUAL
        ]
        if (
            pair.score_of(fact) - max(rivals, default=-9.0) >= SCORES.unsure
            and fact.span not in found
        ):
            found.append(fact.span)
    return tuple(found)
