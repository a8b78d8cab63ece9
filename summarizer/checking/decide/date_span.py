"""Spans of time that the source does not print as such, the date of a wire, and which dates agree.

Both ends of 2003年5月至8月 may be told one by one. The year of 新华社10月11日电 is printed nowhere:
what was filled in from the dates around it is no more than a guess.
"""

from __future__ import annotations

from summarizer import patterns as re
from summarizer.anchors.records import DateMention
from summarizer.checking.case import Case
from summarizer.checking.periods import (
    Interval,
    covers,
    ends_alike,
    retells,
    same_months,
    sense,
    without_year,
)

RANGE = re.compile("[0-9０-９月日年底初末旬][至到—–~～-]")
_DAY = re.compile("[日号]")
_MONTH = 7  # characters of 2003-05
_ALIKE = 20  # days
_LONG = 372  # days of a year, months taken as 31 days
_MONTH_DAYS = 31  # 中旬 and 5月 tell a day roughly, a year tells none
_DATE = 5  # characters of 10-11
_BEGINS = re.compile("[,，]?[^,，。;；]{0,4}(?:起|开始|启动|进驻|开展|以来|以后|开幕)")
_ENDS = re.compile("[,，]?[^,，。;；]{0,4}(?:止|结束|收官|完成|撤离|闭幕)")
_WIRE = "电"
LAST_MONTH = re.compile("上个?月|上一月|前一个?月|环比")
"""What a figure of one month is compared with when it is that of the month before."""
_YEAR = re.compile(r"(?<!\d)(?:1[89]|20)\d\d(?!\d)|[〇零○一二三四五六七八九]{4}年")


def spans_dates(case: Case, claim: DateMention) -> bool:
    """True for 2003年5月至8月 of a unit that tells of a day in May and of one in August.

    Not where it has a span of its own that begins or ends so: that one may be meant.
    """
    if RANGE.search(claim.text) is None or Interval(claim.first, claim.last).is_open:
        return False
    size = len(claim.first) if _DAY.search(claim.text) else _MONTH
    first, last = claim.first[:size], claim.last[:size]
    if first == last:
        return False
    begins = ends = False
    for source in case.scope.own.dates:
        if source.relative:
            continue
        start, stop = source.first[: len(first)], source.last[: len(last)]
        begins, ends = begins or start == stop == first, ends or start == stop == last
        if start != stop and (start == first or stop == last) and RANGE.search(source.text):
            return False
    return begins and ends


def ends_stated(case: Case, claim: DateMention) -> bool:
    """True for 2017年至2019年 of a report that tells 2017年 and 2019年 one by one."""
    if RANGE.search(claim.text) is None or not claim.first.endswith("-01-01"):
        return False
    years = {source.first[:4] for source in case.index.analysis.anchors.dates}
    return {claim.first[:4], claim.last[:4]} <= years and claim.last.endswith("-12-31")


def bounds(case: Case, claim: DateMention) -> bool:
    """True for 11月中旬起 of 11月15日至12月30日, and for 12月底结束: one end of a longer time."""
    text = case.statement.text[claim.span.end :]
    begins, ends = _BEGINS.match(text), _ENDS.match(text)
    days = {
        day
        for source in (*case.scope.own.dates, *case.scope.around.dates)
        if RANGE.search(source.text)
        for day, told in ((source.first, begins), (source.last, ends))
        if told is not None
    }
    return any(claim.first <= day <= claim.last for day in days)


def wired(case: Case, claim: DateMention) -> bool:
    """True for the day of a wire, whatever year was filled in: 2020年10月11日 of 10月11日电."""
    text = case.index.document.text
    return any(
        source.inherited
        and source.first[-_DATE:] == claim.first[-_DATE:]
        and source.last[-_DATE:] == claim.last[-_DATE:]
        and text.startswith(_WIRE, source.span.end)
        for source in case.index.analysis.anchors.dates
    )


def month_before(case: Case, claim: DateMention) -> bool:
    """True for 8月 of a unit that tells of 9月 and compares it with 上月."""
    mine = _month(claim)
    return (
        mine is not None
        and LAST_MONTH.search(case.scope.own_flat) is not None
        and any(_month(source) == mine % 12 + 1 for source in case.scope.own.dates)
    )


def _month(mention: DateMention) -> int | None:
    """The month of a date that lies in one."""
    first, last = mention.first[-5:-3], mention.last[-5:-3]
    return int(first) if first == last and first.isdecimal() else None


def has_year(mention: DateMention) -> bool:
    """True where a date prints its year."""
    return _YEAR.search(mention.text) is not None and not mention.inherited


def shares_end(claim: DateMention, source: DateMention) -> bool:
    """True where both are ranges and one end is the same, the year aside where it is not said."""
    if source.first == source.last or not re.search("[至到—–~～-]", claim.text):
        return False
    mine, theirs = Interval(claim.first, claim.last), Interval(source.first, source.last)
    if not has_year(claim) or not has_year(source):
        mine, theirs = without_year(mine), without_year(theirs)
    return mine != theirs and (mine.first == theirs.first or mine.last == theirs.last)


def same_sort(first: DateMention, second: DateMention) -> bool:
    """True for two years, two months or two days, and for parts of two years: 2006年, 2017年底."""
    mine, theirs = Interval(first.first, first.last), Interval(second.first, second.last)
    alike = sense(first.relation) == sense(second.relation)
    if has_year(first) and has_year(second) and alike:
        long = min(mine.days, theirs.days) >= _ALIKE and max(mine.days, theirs.days) < _LONG
        apart = mine.last < theirs.first or theirs.last < mine.first
        if long and apart and first.first[:4] != second.first[:4]:
            return True
    return abs(mine.days - theirs.days) < _ALIKE and alike


def agrees(claim: DateMention, source: DateMention) -> bool:
    """True where a date of the source is the claim's, told more or less exactly."""
    mine, theirs = Interval(claim.first, claim.last), Interval(source.first, source.last)
    if not has_year(claim) or theirs.is_open:
        mine, theirs = without_year(mine), without_year(theirs)
        if theirs.first > theirs.last:
            return mine.first in theirs or mine.last in theirs
    if mine == theirs:
        return True
    if mine.first == mine.last and mine.first in theirs:
        # 2018年11月19日 is no day of 2018年 as long as it is the writer who says which.
        return theirs.days <= _MONTH_DAYS or RANGE.search(source.text) is not None
    if RANGE.search(claim.text):
        return not re.search("[日号]", claim.text) and same_months(mine, theirs)
    if ends_alike(mine, theirs):
        return True
    if not covers(mine, theirs):
        return False
    return _is_year(claim) or retells(mine, theirs)


def _is_year(claim: DateMention) -> bool:
    return claim.first.endswith("-01-01") and claim.last.endswith("-12-31")
