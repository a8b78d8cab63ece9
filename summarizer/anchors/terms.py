"""Spans of years that a heading names without printing them: 过去五年工作回顾, “十二五”工作回顾.

A government reports on its years (五年, 一年) early in the year that follows them; a report of
another time of the year is not known to end with a whole year, and its heading dates nothing.
"""

from __future__ import annotations

from collections.abc import Iterator

from summarizer import patterns as re
from summarizer.anchors.calendar import Point, year_before
from summarizer.anchors.calendar_words import PLAN_START
from summarizer.anchors.points import Found
from summarizer.anchors.scan import Dated

_TERM = re.compile(
    f"“?(?P<plan>{'|'.join(PLAN_START)})”?|(?P<past>过去的?(?P<gone>[一二两三四五])年|(?<![一-龥])(?P<since>[一二两三四五])年来|本届政府)"
    "|(?:今后|未来)的?(?P<coming>[一二两三四五])年"
)
# 2021年是…, 一年来，五年来，“十三五”时期，: a paragraph that turns to another span.
_PLANS = "|".join(PLAN_START)
# 2025年目标的完成，标志着“十四五”收官: what follows such a paragraph is of the five years.
_CLOSED = (
    f"(?:19|20)[0-9]{{2}}年[^\n]{{0,32}}标志着“(?P<closed>{_PLANS})”"
    f"|(?:19|20)[0-9]{{2}}年是“(?P<ended>{_PLANS})”[^\n。]{{0,6}}收官之年。(?:五年来|回望|过去五年|这五年)"
    f"|(?:透过|回望|回顾|回首)[^\n,，。]{{0,10}}“(?P<seen>{_PLANS})”|经过(?P<passed>五)年"
)
_TURN = re.compile(
    "(?:^—*|(?<=。))(?:[^\n!！,，。]{0,6}[!！,，])?(?:刚刚过去的)?(?:"
    + _CLOSED
    + "|(?P<year>(?:19|20)[0-9]{2})年(?![0-9来度至—-])"
    "|(?:过去的?|这)(?P<gone>[一二两三四五])年|(?P<since>[一二两三四五])年来"
    "|(?:[^\n。]{0,24}[，,])?(?:今后|未来)的?(?P<coming>[一二两三四五])年"
    f"|“(?P<plan>{_PLANS})”(?:时期|期间|以来))",
    re.M,
)
_YEARS = 5  # of a government
_NUMBERS = {"一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5}


def term_of(text: str, start: int, end: int, issued: str | None) -> Dated | None:
    """The span that the heading `[start, end)` names; `issued` is the report's own ISO date."""
    match = _TERM.search(text, start, end)
    if match is None:
        return None
    if match["plan"]:
        first = PLAN_START[match["plan"]]
        count = _YEARS
    else:
        gone = year_before(issued)
        if gone is None:
            return None
        told = match["gone"] or match["since"] or match["coming"]
        count = _NUMBERS[told] if told else _YEARS
        first = gone - count + 1 if match["past"] else gone + 1
    return _years(match.start(), match.end(), first, first + count - 1)


def turns(
    text: str,
    start: int,
    end: int,
    issued: str | None,
    under: Dated | None,
    *,
    within: bool = False,
) -> Iterator[tuple[int, Dated]]:
    """The paragraphs of `[start, end)` that turn to another span of time, and that span.

    `under` is the date of their heading. Only where it looks back does a text turn: from five years
    to the last of them, from a year to the five that it ends, and once to what is to come. With
    `within`, sentences inside a paragraph that turn to the years behind are given too.
    """
    gone = year_before(issued)
    last = int(under.last[:4]) if under is not None and under.last[:4].isdecimal() else gone
    if last is None or (gone is not None and last > gone):
        return
    for match in _TURN.finditer(text, start, end):
        inside = text[max(0, match.start() - 1) : match.start()] == "。"
        if inside and (not within or match["year"] or match["coming"]):
            continue
        if match["year"]:
            if int(match["year"]) in (last, gone):
                year = int(match["year"])
                yield match.start(), _years(match.start(), match.end(), year, year)
            continue
        plan = match["plan"] or match["closed"] or match["ended"] or match["seen"]
        if plan:
            first = PLAN_START[plan]
            stop = first + _YEARS - 1
        elif match["coming"] and under is not None and under.first[:4] < under.last[:4]:
            continue  # below “十一五”时期目标任务 they are the years of the heading
        elif match["coming"]:
            first = (gone or last) + 1
            stop = first + _NUMBERS[match["coming"]] - 1
        else:
            stop = gone or last
            first = stop - _NUMBERS[match["gone"] or match["since"] or match["passed"]] + 1
        yield match.start(), _years(match.start(), match.end(), first, stop)
        if first > last:
            return  # what is to come is not looked back from


def _years(start: int, end: int, first: int, last: int) -> Dated:
    found = Found(start, end, Point(first), Point(last), relative=True, non_date=True)
    days = f"{first}-01-01", f"{last}-12-31"
    return Dated(found, *days, inherited=True, in_title=False, non_date=True)
