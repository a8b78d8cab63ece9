"""Times told by words: 去年 or 今后五年 where the sentence that tells the same has 今年."""

from __future__ import annotations

from collections.abc import Iterator

from summarizer import patterns as re
from summarizer.anchors.records import DateMention
from summarizer.checking.amounts import Relation, relation
from summarizer.checking.case import Case
from summarizer.checking.decide.plain import is_reckoned
from summarizer.checking.findings import Fault, Grade
from summarizer.checking.margins import RETOLD
from summarizer.facts.records import Clause
from summarizer.spans import Range

_YEARS = {-1: ("去年", "上年", "上一年"), 0: ("今年", "本年"), 1: ("明年", "来年", "下一年")}
_BASES = frozenset("与比较同")
# 今后五年 is no date, but says of what time a thing is told as 今年 does.
_SPAN = re.compile("(?P<way>今后|未来|过去)的?(?:[一二两三四五六七八九十]|[0-9]{1,2})年")


def share_of(case: Case, claim: DateMention) -> float:
    """How much of the clause of a date the source has; of the next one behind a bare date."""
    number = number_of(case, claim)
    if number is None:
        return 0.0
    match = case.matches[number]
    return 1.0 if number in case.verbatim else match.share if match is not None else 0.0


def number_of(case: Case, claim: DateMention) -> int | None:
    """The clause that a date is told of: its own, or the next one behind a bare date."""
    for number, clause in enumerate(case.clauses):
        if claim.span.start in clause.span:
            rest = clause.text.replace(claim.text, "").strip("，,前底初末起至自在从到于-•·* ")
            following = case.clauses[number + 1 : number + 2]
            bare = not rest and following and following[0].sentence == clause.sentence
            return number + 1 if bare else number
    return None


def spans(case: Case) -> Iterator[Fault]:
    """今后五年 where the sentence that tells the same figures has 今年."""
    for held in case.clauses:
        found = _SPAN.search(held.text)
        if found is None or case.is_literal(held.span):
            continue
        start = held.span.start + found.start()
        claim = DateMention(Range(start, start + len(found[0])), found[0], "", "", relative=True)
        clause = _told_in(case, claim)
        if clause is None or found["way"] in clause.sentence_text:
            continue
        dates = [d for d in case.dates_of_sentence(clause) if _year_meant(d) is not None]
        if dates:
            yield case.says("date", Grade.WRONG, (claim.text, claim.span), "date", dates[0].span)


def deictic(case: Case, claim: DateMention) -> Iterator[Fault]:
    """去年 or 明年 where the sentence that tells the same figures has 今年."""
    mine, clause = _year_meant(claim), _told_in(case, claim)
    if mine is None or clause is None or claim.text in clause.sentence_text:
        return
    # 推算上年为6.5亿元: the year is the writer's as the figure is.
    own = next((p.claim for p in case.pairs if p.claim.span.start >= claim.span.end), None)
    if own is not None and claim.span.start in case.clause_of(own).span and is_reckoned(own):
        return
    if share_of(case, claim) < RETOLD:
        return
    text = case.index.document.text
    dates = [
        date
        for date in case.dates_of_sentence(clause)
        if date.relative
        and _year_meant(date) is not None
        # 与上年基本持平: the year that it is compared with, and not its own.
        and text[date.span.start - 1 : date.span.start] not in _BASES
    ]
    if dates and all(_year_meant(date) != mine for date in dates):
        yield case.says("date", Grade.WRONG, (claim.text, claim.span), "date", dates[0].span)
        return
    span = None if dates else _SPAN.search(clause.sentence_text)
    if span is not None:
        whole = case.index.sentence_span(clause)
        details = {"near": span[0]}
        near = Range(*whole)
        yield case.says("date", Grade.WRONG, (claim.text, claim.span), "date", near, details)


def _year_meant(date: DateMention) -> int | None:
    """-1 for 去年, 0 for 今年, 1 for 明年; None for other words."""
    return next((year for year, words in _YEARS.items() if date.text.startswith(words)), None)


def _told_in(case: Case, claim: DateMention) -> Clause | None:
    """The clause of the source whose figure or words the clause of a date retells."""
    for pair in case.pairs:
        clause, given = case.clause_of(pair.claim), pair.given
        if claim.span.start in clause.span and claim.span.end <= pair.claim.span.start:
            if given is not None and given.firm and relation(pair.claim, given) is Relation.EQUAL:
                return case.index.facts.clauses[given.clause]
            break
    match = case.match_at(claim.span)
    return match.clause if match is not None else None
