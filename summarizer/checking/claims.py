"""The claims of a statement one by one: how each was decided, and by which place of the source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from summarizer.checking.case import Case
from summarizer.checking.decide.date import is_supported, support
from summarizer.checking.equality import number_key, title_key
from summarizer.checking.findings import Fault, Grade
from summarizer.facts.records import Fact
from summarizer.spans import Range
from summarizer.vocabulary import Verdict

UNREAD = "unread"
"""The kind of what is said of a number that nobody could read; such are counted apart."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A figure, date, title, number or quotation of a statement, or words that were judged.

    `span` indexes the statement. `verdict` is None where the claim could not be read. `place` is
    the range of the source that bears the claim out, where one is known. `figure` is the figure
    for which no fact was found and of which no fault tells why.
    """

    span: Range
    verdict: Verdict | None
    place: Range | None = None
    figure: Fact | None = None


def claims_of(
    case: Case, faults: Iterable[Fault], inside: Range | None = None, *, placed: bool = False
) -> Iterator[Claim]:
    """Every claim of a statement, or of a range of it, each once; `placed` looks up where the
    dates and titles of the source stand.

    Supported is a claim for which a fact was found, never mere silence; a claim within the words
    of a fault is told by the fault.
    """
    told = [fault for fault in faults if fault.span is not None]
    for fault in told:
        if fault.span is not None:
            yield Claim(fault.span, None if fault.kind == UNREAD else fault.grade.verdict)
    for claim in _untold(case, placed):
        if inside is not None and claim.span.start not in inside:
            continue
        if not any(_holds(fault.span, claim.span) for fault in told):
            yield claim


def _holds(span: Range | None, claim: Range) -> bool:
    return span is not None and span.start <= claim.start and claim.end <= span.end


def _untold(case: Case, placed: bool) -> Iterator[Claim]:
    """The claims by the facts that were found for them, whatever faults tell."""
    said, own = case.said.anchors, case.scope.own
    for pair in case.pairs:
        fact = pair.told
        if fact is not None or case.is_verbatim(pair.claim):
            place = fact.span if fact is not None else None
            yield Claim(pair.claim.span, Verdict.SUPPORTED, place)
        else:
            yield Claim(pair.claim.span, Verdict.UNVERIFIABLE, figure=pair.claim)
    for date in said.dates:
        if date.non_date or date.in_title or date.relative or not is_supported(case, date):
            continue
        source = support(case, date) if placed else None
        yield Claim(date.span, Verdict.SUPPORTED, source.span if source is not None else None)
    titles, numbers = dict[str, Range](), dict[str, Range]()
    if placed:
        titles = {title_key(title.text): title.span for title in reversed(own.titles)}
        numbers = {number_key(item.text): item.span for item in reversed(own.document_numbers)}
    for title in said.titles:
        yield Claim(title.span, Verdict.SUPPORTED, titles.get(title_key(title.text)))
    for number in said.document_numbers:
        yield Claim(number.span, Verdict.SUPPORTED, numbers.get(number_key(number.text)))
    for quotation in said.quotations:
        yield Claim(quotation.span, Verdict.SUPPORTED)
    for set_phrase in said.set_phrases:
        yield Claim(set_phrase.span, Verdict.SUPPORTED)
    for unread in case.said.unread:
        yield Claim(unread, None)


def undecided(case: Case, claims: Iterable[Claim], faults: Iterable[Fault]) -> Iterator[Fault]:
    """Why a claim that no fault tells of could not be decided, as remarks.

    A figure that the source has somewhere is told with that place.
    """
    told = {fault.span for fault in faults}
    for claim in claims:
        if claim.span in told:
            continue
        words = case.statement.text[claim.span.start : claim.span.end]
        if claim.figure is not None:
            found = case.elsewhere(claim.figure)
            if found is not None:
                yield case.fault("undecided", Grade.OPEN, claim.figure, "not_sure", found[1])
            else:
                yield case.fault("undecided", Grade.OPEN, claim.figure, "not_given")
        elif claim.verdict is None:
            yield Fault(UNREAD, Grade.OPEN, words, UNREAD, claim.span)
