"""One statement against the source: the claims, the checks, and what they come to."""

from __future__ import annotations

from dataclasses import dataclass, field

from summarizer.checking.alignment import align
from summarizer.checking.base import Statement
from summarizer.checking.checks import faults_of
from summarizer.checking.citations import cited_in
from summarizer.checking.claims import claims_of
from summarizer.checking.context import Alignment, Context, Fault, Replaced
from summarizer.checking.index import SourceIndex
from summarizer.checking.matching import match_figures
from summarizer.checking.messages import word
from summarizer.checking.substitutions import substitutions
from summarizer.checking.textual import brief
from summarizer.models import Finding, Nearest, Span
from summarizer.spans import Range
from summarizer.vocabulary import Lang, Verdict, worst

_RETOLD = 0.4  # a clause that shares less with its source is no retelling of it


@dataclass(frozen=True, slots=True)
class Tally:
    """Claims by verdict."""

    supported: int = 0
    approximated: int = 0
    unverifiable: int = 0
    contradicted: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(
            self.supported + other.supported,
            self.approximated + other.approximated,
            self.unverifiable + other.unverifiable,
            self.contradicted + other.contradicted,
        )


@dataclass(frozen=True, slots=True)
class Checked:
    """What the checks say of one statement.

    `cited` holds the ranges of the source's figures, dates, titles and document numbers that the
    statement mentions.
    """

    findings: tuple[Finding, ...] = ()
    tally: Tally = Tally()
    cited: frozenset[Range] = field(default_factory=frozenset)

    @property
    def verdict(self) -> Verdict:
        """The worst verdict of the findings."""
        return worst([finding.verdict for finding in self.findings])


def check_statement(statement: Statement, index: SourceIndex, lang: Lang = "zh") -> Checked:
    """Compare every claim of a statement with the source. Deterministic; never raises."""
    context = context_of(statement, index)
    faults = faults_of(context)
    return Checked(
        findings=tuple(render(fault, lang) for fault in faults),
        tally=_tally(context, faults),
        cited=cited_in(context),
    )


def context_of(statement: Statement, index: SourceIndex) -> Context:
    """The statement with its claims and their places in the source."""
    scope = index.scope(statement.unit)
    claims = claims_of(statement, scope)
    matches = match_figures(index, claims, scope)
    aligned = align(claims, matches, scope, index)
    return Context(statement, scope, claims, matches, aligned, _replaced(aligned), index)


def _replaced(aligned: tuple[Alignment, ...]) -> tuple[Replaced, ...]:
    return tuple(
        Replaced(
            change.mine,
            change.theirs,
            alignment.start + change.start,
            change.right,
            change.left,
            alignment,
        )
        for alignment in aligned
        if alignment.share >= _RETOLD
        for change in substitutions(alignment.text, alignment.clause, alignment.source.text)
    )


def render(fault: Fault, lang: Lang) -> Finding:
    """A fault as the published finding, worded in `lang`."""
    near = fault.near
    claim = brief(fault.claim)
    fields = {"claim": claim, **fault.details}
    if near is not None:
        fields |= {"near": brief(near.text), "at": str(near.span.start)}
    return Finding(
        kind=fault.kind,
        severity=fault.grade.severity,
        verdict=fault.grade.verdict,
        claim=claim,
        reason=word(fault.message, lang, fields),
        nearest=None
        if near is None
        else Nearest(text=near.text, span=Span(start=near.span.start, end=near.span.end)),
    )


def _tally(context: Context, faults: tuple[Fault, ...]) -> Tally:
    """Claims by verdict: a claim is what stands at one offset, its verdict the worst said of it."""
    anchors = context.claims.anchors
    places = {claim.figure.span.start for claim in context.claims.figures}
    places |= {date.span.start for date in anchors.dates if not date.loose and not date.in_title}
    for group in (anchors.titles, anchors.document_numbers, anchors.quotations, anchors.formulas):
        places |= {anchor.span.start for anchor in group}
    verdicts: dict[int, Verdict] = dict.fromkeys(places, Verdict.SUPPORTED)
    for fault in faults:
        verdicts[fault.at] = worst([verdicts.get(fault.at, Verdict.SUPPORTED), fault.grade.verdict])
    said = list(verdicts.values())
    return Tally(
        supported=said.count(Verdict.SUPPORTED),
        approximated=said.count(Verdict.APPROXIMATED),
        unverifiable=said.count(Verdict.UNVERIFIABLE),
        contradicted=said.count(Verdict.CONTRADICTED),
    )
