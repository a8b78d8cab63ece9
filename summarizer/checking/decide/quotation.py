"""Quotations: the words between quotation marks are the source's own."""

from __future__ import annotations

from collections.abc import Iterator

from summarizer import patterns as re
from summarizer.anchors.records import Quotation
from summarizer.checking.case import Case
from summarizer.checking.equality import quotation_key
from summarizer.checking.findings import Fault, Grade
from summarizer.checking.margins import RETOLD
from summarizer.checking.short_names import runs_through
from summarizer.checking.textual import compared_at_most, likeness

_SHORTEST = 2  # letters: a single one is like every other
_LONGER = 3  # letters that one changed stretch may add
_SHORT = 4  # letters: no longer quotation is a short form
_COUNTED = {"两": 2, "双": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8}
_ELLIPSIS = re.compile("…+|\\.{3,}|。{3,}")


def quotations(case: Case) -> Iterator[Fault]:
    """Every quotation of the statement whose words do not stand in scope."""
    found = case.said.anchors.quotations
    if not found:
        return
    texts = (quotation_key(case.scope.own_flat), quotation_key(case.scope.around_flat))
    told = {quotation_key(quotation.text) for quotation in found}
    for quotation in found:
        key = quotation_key(quotation.text)
        parts = [quotation_key(part) for part in _ELLIPSIS.split(quotation.text)]
        if not key or any(all(part in text for part in parts) for text in texts):
            continue
        yield _fault(case, quotation, key, told)


def _fault(case: Case, quotation: Quotation, key: str, told: set[str]) -> Fault:
    claim = (quotation.text, quotation.span)
    most = compared_at_most(len(case.said.anchors.quotations))
    own = [
        (quotation_key(source.text), source)
        for source in case.scope.own.quotations[:most]
        if quotation_key(source.text) not in told
    ]
    near = max(own, key=lambda row: _closeness(row[0], key), default=None)
    # The words of another unit are somebody's own, set in the wrong place, not a slip.
    elsewhere = key in quotation_key(case.index.report_flat)
    short = any(_abbreviates(key, printed) for printed, _ in own)
    if short:
        return case.says("quotation", Grade.OPEN, claim, "quotation_unknown")
    if near is not None and _closeness(near[0], key) >= RETOLD and not elsewhere:
        return case.says("quotation", Grade.WRONG, claim, "quotation", near[1].span)
    match = case.match_at(quotation.span)
    beside = [row for row in own if match is not None and row[1].span.start in match.clause.span]
    if len(beside) == 1 and match is not None and match.share >= RETOLD and not elsewhere:
        return case.says("quotation", Grade.WRONG, claim, "quotation", beside[0][1].span)
    return case.says("quotation", Grade.OPEN, claim, "quotation_unknown")


def _abbreviates(key: str, printed: str) -> bool:
    """True for the short form of a phrase: its letters in their order, or its number and head.

    “两山” of “绿水青山就是金山银山”, “三无” of “无物业、无主管部门、无人防物防”.
    """
    if len(key) > _SHORT or len(printed) <= len(key):
        return False
    numbered = key[0] in _COUNTED and all(
        printed.count(letter) >= _COUNTED[key[0]] for letter in key[1:]
    )
    return runs_through(key, printed) or numbered


def _closeness(printed: str, key: str) -> float:
    """Likeness by letter pairs, or by what is the same before and after one changed stretch."""
    if min(len(printed), len(key)) < _SHORTEST or abs(len(printed) - len(key)) > _LONGER:
        return likeness(printed, key)
    common = min(len(printed), len(key))
    head = next((n for n in range(common) if printed[n] != key[n]), common)
    rest = common - head
    tail = next((n for n in range(rest) if printed[-1 - n] != key[-1 - n]), rest)
    same = (head + tail) / max(len(printed), len(key))
    if sorted(printed) == sorted(key):
        same = 1.0
    return max(likeness(printed, key), same)
