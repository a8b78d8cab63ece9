"""Dates and periods told by a summary."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from summarizer.anchors.records import DateMention
from summarizer.checking.align import Match
from summarizer.checking.case import Case
from summarizer.checking.decide.date_span import (
    agrees,
    bounds,
    ends_stated,
    has_year,
    month_before,
    same_sort,
    shares_end,
    spans_dates,
    wired,
)
from summarizer.checking.decide.date_words import deictic, number_of, share_of, spans
from summarizer.checking.equality import flat
from summarizer.checking.findings import Fault, Grade
from summarizer.checking.margins import DATE_LEAD, NEARLY_WHOLE, PLAINLY, RETOLD
from summarizer.checking.periods import (
    Interval,
    covers,
    sense,
)
from summarizer.facts.words import pairs

_ENDS = ("末", "底", "初")
_ONE_PART = 2  # of the six parts of both ends: a day or month of both, a year of both
_TELLING = 3  # letter pairs
_PARTS = 3  # of a date: year, month, day


def dates(case: Case) -> Iterator[Fault]:
    """Every date of the statement that its scope does not have, or has for another thing."""
    for claim in case.said.anchors.dates:
        if claim.in_title or case.is_literal(claim.span):
            continue
        if claim.relative:
            yield from deictic(case, claim)
            continue
        if claim.non_date or spans_dates(case, claim):
            continue
        fault = _before_clause(case, claim) or (
            _moved(case, claim) if is_supported(case, claim) else _fault(case, claim)
        )
        if fault is not None:
            if _is_plain(case, claim, fault) or _is_strange(case, claim):
                yield fault
            else:
                yield replace(fault, grade=Grade.OPEN)
    yield from spans(case)


def _is_plain(case: Case, claim: DateMention, fault: Fault) -> bool:
    """True where the clause of a date is retold, or one of year, month and day is another.

    Of three false errors at a first reading this holds back all, of 17 true ones one.
    """
    if fault.near is None:
        return share_of(case, claim) >= RETOLD
    place = fault.near.span
    dates = case.index.analysis.anchors.dates
    other = next((date for date in dates if date.span == place), None)
    if other is None or _is_finer(claim, other):
        return False  # 2023年末 of 2023年: the finer time may be told in other words
    if fault.kind == "range" or share_of(case, claim) >= RETOLD:
        return True
    parts = list(zip(_parts(claim), _parts(other), strict=True))
    if not has_year(claim):
        parts = [part for place, part in enumerate(parts) if place % _PARTS]
    return same_sort(claim, other) and sum(a != b for a, b in parts) <= _ONE_PART


def _is_strange(case: Case, claim: DateMention) -> bool:
    """True for a day, printed with its year, that the whole report does not print.

    Nobody reckons a day: of the right statements about forty-five texts none tells one so.
    """
    if claim.first != claim.last or "日" not in claim.text:
        return False
    return not any(agrees(claim, other) for other in case.index.analysis.anchors.dates)


def _is_finer(claim: DateMention, other: DateMention) -> bool:
    mine, theirs = Interval(claim.first, claim.last), Interval(other.first, other.last)
    return claim.text.endswith(_ENDS) and mine != theirs and covers(theirs, mine)


def _moved(case: Case, claim: DateMention) -> Fault | None:
    """A date of the unit in the place of the one that the clause of the source has."""
    number = number_of(case, claim)
    match = case.matches[number] if number is not None else None
    sure = PLAINLY if case.statement.role == "measure" else NEARLY_WHOLE
    if number is None or match is None or match.share < sure:
        return None
    if not has_year(claim):
        return _of_another_month(case, claim, match)
    if _of_issue(case, claim):
        return None
    title = case.index.document.title_span
    if title is not None and match.clause.span.start in title:
        return None  # a report of a year looks back on the one before
    clause = case.clauses[number]
    for share, other in case.index.nearest_clauses(clause.pairs, span=case.scope.span):
        if share >= match.share - DATE_LEAD and any(
            agrees(claim, source) for source in case.dates_of_sentence(other)
        ):
            return None
    sentence = [d for d in case.dates_of_sentence(match.clause) if not d.relative]
    own = [d for d in sentence if d.span.start in match.clause.span]
    beside = [d for d in own if same_sort(claim, d) or shares_end(claim, d)]
    if not own:
        # 拟从2020年起，由我局申请: the clause before says when.
        before = case.index.clause_before(match.clause)
        beside = [d for d in sentence if before is not None and d.span.start in before.span]
        beside = [d for d in beside if same_sort(claim, d)]
    if not beside or any(agrees(claim, source) for source in sentence):
        return None
    # 2024年 of another clause says nothing of the month in which this was done.
    if any(agrees(source, claim) for source in own or sentence):
        return None
    return _swapped(case, claim, beside[0])


def _of_another_month(case: Case, claim: DateMention, match: Match) -> Fault | None:
    """8月份结束 told as 6月份结束: the clause retold has one month alone, and it is another."""
    own = [d for d in case.dates_of_sentence(match.clause) if d.span.start in match.clause.span]
    if len(own) != 1 or not _is_finer_than_a_year(own[0]) or not same_sort(claim, own[0]):
        return None
    if agrees(claim, own[0]) or agrees(own[0], claim):
        return None
    number = number_of(case, claim) or 0
    rest = pairs(case.clauses[number].text.replace(claim.text, "、"))
    before = case.matches[number - 1] if number else None
    follows = before is not None and before.clause.sentence == match.clause.sentence
    if len(rest) < _TELLING and not follows:
        return None  # 4月23日召开: so much is held on many days
    words = case.clauses[number].pairs
    for share, other in case.index.nearest_clauses(words, span=case.scope.span):
        if share < match.share - DATE_LEAD:
            break
        dates = [d for d in case.dates_of_sentence(other) if d.span.start in other.span]
        if any(agrees(claim, source) for source in dates):
            return None
    return _swapped(case, claim, own[0])


def _is_finer_than_a_year(date: DateMention) -> bool:
    return bool(date.first) and date.first[-5:-3] == date.last[-5:-3]


def _before_clause(case: Case, claim: DateMention) -> Fault | None:
    """9月底前，各县建立系统 of 6月底前，各县建立系统: a date in a clause of its own, before what
    retells one sentence alone, which has another date of its sort."""
    number = number_of(case, claim)
    if number is None or claim.span.start in case.clauses[number].span:
        return None
    ranked = case.index.nearest_clauses(case.clauses[number].pairs, span=case.scope.span)
    if not ranked or ranked[0][0] < NEARLY_WHOLE:
        return None
    share, best = ranked[0]
    rivals = (held for held, other in ranked[1:] if other.sentence != best.sentence)
    if share - next(rivals, 0.0) < DATE_LEAD:
        return None
    sentence = [d for d in case.dates_of_sentence(best) if not d.relative and same_sort(claim, d)]
    if len(sentence) != 1 or agrees(claim, sentence[0]) or agrees(sentence[0], claim):
        return None
    return _swapped(case, claim, sentence[0])


def _swapped(case: Case, claim: DateMention, source: DateMention) -> Fault:
    return case.says("date", Grade.WRONG, (claim.text, claim.span), "date_swapped", source.span)


def is_supported(case: Case, claim: DateMention) -> bool:
    """True where the scope has the date, a finer one inside it, or an interval that it ends."""
    return (
        ends_stated(case, claim)
        or _of_issue(case, claim)
        or wired(case, claim)
        or bounds(case, claim)
        or month_before(case, claim)
        or _stands(flat(claim.text), case)
        or flat(claim.text) in case.index.aside.text
        or any(agrees(claim, source) for source in _sources(case))
    )


def _of_issue(case: Case, claim: DateMention) -> bool:
    """Whether a date is that of issue; what begins or ends on that day is another matter."""
    at = sense(claim.relation) == "at"
    return at and claim.first == claim.last == case.index.document.issued_on


def support(case: Case, claim: DateMention) -> DateMention | None:
    """The date of the source that a supported one tells: in the sentence that its clause retells,
    or the only one that agrees with it. None where several might be meant."""
    agreeing = [source for source in _sources(case) if agrees(claim, source)]
    match = case.match_at(claim.span)
    if match is not None:
        start, end = case.index.sentence_span(match.clause)
        near = [source for source in agreeing if start <= source.span.start < end]
        if near:
            return near[0]
    return agreeing[0] if len(agreeing) == 1 else None


def _sources(case: Case) -> Iterator[DateMention]:
    yield from case.scope.own.dates
    yield from case.scope.around.dates


def _stands(text: str, case: Case) -> bool:
    tables = case.index.aside.table_words
    for whole in (case.scope.own_flat, case.scope.around_flat, tables):
        place = whole.find(text)
        while place >= 0:
            if place == 0 or not whole[place - 1].isdigit():
                return True
            place = whole.find(text, place + 1)
    return False


def _fault(case: Case, claim: DateMention) -> Fault:
    told = (claim.text, claim.span)
    nearest = _retold(case, claim) or _nearest(claim, list(_sources(case)))
    elsewhere = [source for source in case.index.analysis.anchors.dates if agrees(claim, source)]
    if nearest is not None and not (elsewhere and claim.inherited):
        kind = "range" if shares_end(claim, nearest) else "date"
        return case.says(kind, Grade.WRONG, told, "date", nearest.span)
    if elsewhere:
        # A year filled in from the report's context is no fault where the unit prints no date.
        bare = not any(not source.relative for source in case.scope.own.dates)
        grade = Grade.OPEN if bare or claim.inherited else Grade.WRONG
        return case.says("date", grade, told, "date_elsewhere", elsewhere[0].span)
    fallback = _nearest(claim, list(case.index.analysis.anchors.dates))
    message = "date" if fallback is not None else "date_invented"
    return case.says("date", Grade.WRONG, told, message, fallback.span if fallback else None)


def _retold(case: Case, claim: DateMention) -> DateMention | None:
    """The only date of its sort in the clause of the source that its clause retells."""
    match = case.match_at(claim.span)
    if match is None or match.share < RETOLD:
        return None
    beside = [
        date
        for date in case.dates_of_sentence(match.clause)
        if not date.relative and date.span.start in match.clause.span and same_sort(claim, date)
    ]
    return beside[0] if len(beside) == 1 else None


def _nearest(claim: DateMention, sources: list[DateMention]) -> DateMention | None:
    """The source's date that shares most of year, month, day and end; None where none does."""
    best, most = None, 1
    for source in sources:
        if source.relative:
            continue
        pairs = zip(_parts(claim), _parts(source), strict=True)
        common = sum(mine == theirs for mine, theirs in pairs)
        if common > most:
            best, most = source, common
    return best


def _parts(mention: DateMention) -> tuple[str, ...]:
    ends = (mention.first, mention.last)
    return tuple(part for end in ends for part in (end[:-6], end[-5:-3], end[-2:]))
