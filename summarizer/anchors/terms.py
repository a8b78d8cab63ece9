"""Spans of years that a heading names without printing them: 过去五年工作回顾, “十二五”工作回顾.

A government reports on its years (五年, 一年) early in the year that follows them; a report of
another time of the year is not known to end with a whole year, and its heading dates nothing.
"""

from __future__ import annotations

from summarizer import patterns as re
from summarizer.anchors.calendar import Point
from summarizer.anchors.calendar_words import PLAN_START
from summarizer.anchors.points import Found
from summarizer.anchors.scan import Dated

_TERM = re.compile(
    f"“?(?P<plan>{'|'.join(PLAN_START)})”?|(?P<past>过去的?(?P<gone>[一二两三四五])年|(?<![一-龥])(?P<since>[一二两三四五])年来|本届政府)"
    "|(?:今后|未来)的?(?P<coming>[一二两三四五])年"
)
# 2021年是…, 一年来，: a paragraph that turns from the span to its last year.
_TURN = re.compile(
    "^(?:[^\n!！,，。]{0,6}[!！,，])?(?:(?P<year>(?:19|20)[0-9]{2})年(?![0-9来度])|一年来|过去的?一年)",
    re.M,
)
# “十三五”时期是…: a paragraph that turns from the span to the one that follows it.
_NEXT = re.compile(
    f"^“?(?P<plan>{'|'.join(PLAN_START)})”?(?:时期|期间)"
    "|^(?:[^\n。]{0,24}[，,])?(?:今后|未来)的?五年",
    re.M,
)
_YEARS = 5  # of a government
_NUMBERS = {"一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5}
_EARLY = 4  # of 80 work reports of governments 77 were given by April


def term_of(text: str, start: int, end: int, issued: str | None) -> Dated | None:
    """The span that the heading `[start, end)` names; `issued` is the report's own ISO date."""
    match = _TERM.search(text, start, end)
    if match is None:
        return None
    if match["plan"]:
        first = PLAN_START[match["plan"]]
        count = _YEARS
    elif issued is None or len(issued) < len("2022-02") or int(issued[5:7]) > _EARLY:
        return None
    else:
        told = match["gone"] or match["since"] or match["coming"]
        count = _NUMBERS[told] if told else _YEARS
        first = int(issued[:4]) - (count if match["past"] else 0)
    return _years(match.start(), match.end(), first, first + count - 1)


def last_year(text: str, start: int, end: int, term: Dated) -> Dated | None:
    """The last year of a span, where a paragraph of its part `[start, end)` turns to it."""
    last = int(term.last[:4])
    for match in _TURN.finditer(text, start, end):
        if match["year"] in (None, str(last)):
            return _years(match.start(), match.end(), last, last)
    return None


def next_term(text: str, start: int, end: int, term: Dated) -> Dated | None:
    """The span that follows `term`, where a paragraph of its part `[start, end)` turns to it."""
    first = int(term.last[:4]) + 1
    for match in _NEXT.finditer(text, start, end):
        if match["plan"] is None or PLAN_START[match["plan"]] == first:
            return _years(match.start(), match.end(), first, first + _YEARS - 1)
    return None


def _years(start: int, end: int, first: int, last: int) -> Dated:
    found = Found(start, end, Point(first), Point(last), relative=True, loose=True)
    days = f"{first}-01-01", f"{last}-12-31"
    return Dated(found, *days, inherited=True, in_title=False, loose=True)
