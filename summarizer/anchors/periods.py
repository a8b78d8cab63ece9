"""Periods: what a figure is dated by, stated in its sentence or inherited from what frames it.

A figure takes the date of its sentence that governs it; else the date that opens its paragraph;
else that of the heading of its chapter; else what the whole report covers. Consecutive dates of a
list are one period (一季度、二季度), 以来 runs to the end of what the report covers.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from summarizer import patterns as re
from summarizer.anchors import numerals
from summarizer.anchors.calendar import follows, years_earlier
from summarizer.anchors.chapters import Chapters
from summarizer.anchors.phrases import ACTION
from summarizer.anchors.raw import Raw
from summarizer.anchors.scan import Dated
from summarizer.anchors.verbs import verb_at
from summarizer.patterns import lazy
from summarizer.vocabulary import PeriodFrom
from summarizer.words import worded

SENTENCE = 400  # 99.9 % of 4,208 sentences of twelve reports are shorter
OPENING = 16
"""A date opens its paragraph where it begins within so many characters of it."""
OPEN = ".."
"""The end of an interval that nothing in the text closes (ISO 8601-2)."""
_CANDIDATES = 6  # dates that one figure is compared with: bounds the work in a text of dates alone
# A sentence that begins with 其中 goes on with the one before it.
_SENTENCE_END = re.compile("[。！？!?\n](?!其中)")
_LISTED = re.compile("[、和及与]")
_SHARED_OUT = lazy("分别|依次|各(?![类级种项地界族校县区市国])")
# What makes the date before it one to compare with: 2010年的2.6倍, 2010年的基础上, 2010年相比.
_BASE = re.compile(
    "(?:的?(?:基础上|水平|[0-9.]+倍)|相比|底?的[约近超]?[0-9.]+倍|同期|底?以来的|持平"
    # 超过1978年到2000年的投资总和
    "|的[一-龥]{0,6}(?:总和|之和|总量))"
)
_BASE_BEFORE = re.compile("(?:较|比|与|同|相当于|是)$")
# 按不高于2019年支出控制数编制: what bounds what is told is no time of it.
_BOUNDED_BY = lazy("(?:[高低多少]于|不超过)$")
_START = re.compile("[从由自](?:人均|每人|每月)?$")
_GOAL = re.compile("到$")
# 提高到2025年的14万元: such a date is of that figure alone.
_OWN = re.compile("的[约近超]?(?=[0-9])")
# 到2020年，…。粮食产量达到…: a paragraph that is set for a year says so once.
_SET_FOR = lazy("[底末]?[,，]")
# 年初确定的六件实事: when something was set says not when it came of it.
_SET_THEN = worded("measures", "(?:{set_then})的")


# What is averaged or told over several years is not of the year that a heading names; 累计 may well
# be the sum of that year.
_OVER_YEARS = lazy(
    "年均|历年|连续(?:[一-龥]|[0-9]+)年|(?<![第0-9])(?:[两二三四五六七八九十]|[2-9]|1[0-9])年[来间]"
)
_ADDED = lazy(
    "(?:这|过去)?(?P<years>[两二三四五六七八九十]|[2-9]|10)年"
    "(?:间|来)?(?P<sum>累计|总?共计?|合计)?"
)
_ENDS = ("\n,，。;；:：、", "\n。;；")  # of the clause before, of the sentence before
_CLAUSE_START = frozenset("。；;！？!?\n")


_AVERAGED = re.compile("年均[^,，、。;；0-9]{0,12}$")
_ONWARD = frozenset(("以来", "至今"))
_EARLIER = lazy("(?:上年|去年)(?:同期|同月)(?:的|为|是|仅|只有|数)+$")
_EARLIER_ENDS = frozenset("的为是仅有数")
_NEAR = 30  # two clauses of the usual 13
_EDGES = frozenset(("年初", "年末", "年底"))
_PARTED = re.compile("[;；]")
_COMMA = re.compile("[,，]")
_SENTENCE_PARTED = re.compile("[;；。]")
_CLAUSE_BEGINS = frozenset(("", *"\n,，。、;；:：是至)） "))
_NO_OPENING = frozenset(("较", "比", "同", "前", "之前", "以前", "到", "自", "从"))


class Period(NamedTuple):
    """An interval of ISO dates, the view range of the words that state it, and how it was found."""

    first: str
    last: str
    place: tuple[int, int] | None
    how: PeriodFrom

    @property
    def iso(self) -> str:
        """`first/last`."""
        return f"{self.first}/{self.last}"


class Periods:
    """The dates of a text as the figures' periods.

    `whole` is what the report covers, `issued` the ISO date on which it was given.
    """

    def __init__(
        self,
        text: str,
        dates: Sequence[Dated],
        whole: tuple[str, str] | None = None,
        issued: str | None = None,
    ) -> None:
        self._text = text
        self._dates = [
            date for date in dates if date.found.known and not date.in_title and date.first
        ]
        self._starts = [date.found.start for date in self._dates]
        self._whole = whole
        self._chapters = Chapters(text, self._dates, self._starts, issued)

    def period(self, raw: Raw, stated: Dated | None) -> Period | None:
        """The period of a figure, given the date of its sentence that governs it, if any."""
        found = self._as_period(stated, raw, PeriodFrom.STATED) if stated is not None else None
        if found is None:
            opening = self._opening(raw.start) or self._chapters.at(raw.start)
            if opening is not None:
                found = self._as_period(opening, raw, PeriodFrom.INHERITED)
            elif self._whole is not None:
                found = Period(*self._whole, None, PeriodFrom.INHERITED)
        if found is not None and found.first[:4] == found.last[:4]:
            added = self._added(raw)
            if added is not None and (stated is None or stated.found.relation != "起"):
                return Period(years_earlier(found.first, added - 1), found.last, None, found.how)
            since = self._since(raw, found.last)
            if since is not None and (stated is None or not self._goal(stated)):
                return Period(since, found.last, None, found.how)
            if found.how is PeriodFrom.INHERITED and self._over_years(raw):
                return None
        if found is None or found.first.startswith("-") or found.last == OPEN:
            return found
        if self._text[raw.start - 1 : raw.start] not in _EARLIER_ENDS:
            return found
        earlier = _EARLIER.search(self._text, max(0, raw.start - 10), raw.start)
        if earlier is None:
            return found
        first, last = years_earlier(found.first, 1), years_earlier(found.last, 1)
        return Period(first, last, earlier.span(), found.how)

    def _as_period(self, date: Dated, raw: Raw, how: PeriodFrom) -> Period:
        first, last, start = date.first, date.last, date.found.start
        apart = how is PeriodFrom.STATED and _SHARED_OUT.search(
            self._text, date.found.end, min(raw.start, date.found.end + _NEAR)
        )
        if apart:
            return Period(first, last, (start, date.found.end), how)
        for index in range(self.nearest(start), -1, -1):
            before = self._dates[index]
            gap = self._text[before.found.end : start]
            if len(gap) != 1 or not _LISTED.fullmatch(gap) or not follows(before.last, first):
                break
            first, start = before.first, before.found.start
        if date.found.relation in _ONWARD:
            cover = self._whole[1] if self._whole is not None else OPEN
            last = cover if cover == OPEN or cover > first else last
        return Period(first, last, (start, date.found.end), how)

    def _added(self, raw: Raw) -> int | None:
        """How many years a figure adds up, by the head of its clause: 五年累计完成1515亿元."""
        low = max(0, raw.start - SENTENCE)
        if "年" not in self._text[low : raw.start]:
            return None
        ends = [[self._text.rfind(mark, low, raw.start) + 1 for mark in row] for row in _ENDS]
        heads = (max(low, *row) for row in ends)
        found = filter(None, (_ADDED.match(self._text, at, raw.start) for at in heads))
        told = next((one for one in found if one["sum"] or self._acts(one.end(), raw)), None)
        numeral = numerals.parse(told["years"]) if told is not None else None
        return int(numeral.value) if numeral is not None else None

    def _since(self, raw: Raw, last: str) -> str | None:
        """Where the years begin that a figure averages: 2010年…比2005年增加…，年均增长12%."""
        if _AVERAGED.search(self._text, max(0, raw.start - _NEAR), raw.start) is None:
            return None
        for index in range(self.nearest(raw.start), -1, -1):
            date = self._dates[index]
            if _SENTENCE_END.search(self._text, date.found.end, raw.start):
                return None
            if raw.start - date.found.end > SENTENCE:
                return None
            if self._base(date) and date.last[:4] < last[:4]:
                return f"{int(date.last[:4]) + 1}-01-01"
        return None

    def _acts(self, place: int, raw: Raw) -> bool:
        """Whether a verb begins there: 五年|引进企业9家, not 五年规划."""
        window = self._text[place : raw.start]
        return ACTION.match(window) is not None or verb_at(self._text, place, raw.start)

    def _over_years(self, raw: Raw) -> bool:
        """Whether the words of a figure since the last full stop add up or average years."""
        begin = raw.start
        while begin > max(0, raw.start - SENTENCE) and self._text[begin - 1] not in _CLAUSE_START:
            begin -= 1
        return _OVER_YEARS.search(self._text, begin, raw.end) is not None

    def _opening(self, position: int) -> Dated | None:
        """The date that opens the paragraph of a position."""
        begin = self._text.rfind("\n", 0, position) + 1
        index = bisect_left(self._starts, begin)
        if index == len(self._dates):
            return None
        date = self._dates[index]
        opens = date.found.start - begin <= OPENING and date.found.end <= position
        goal = date.found.relation == "到" and _SET_FOR.match(self._text, date.found.end)
        start = date.found.start - (1 if goal else 0)
        opens = opens and self._text[max(start - 1, 0) : start] in _CLAUSE_BEGINS
        if not opens or self._base(date) or (date.found.relation in _NO_OPENING and not goal):
            return None
        if "。" in self._text[begin : date.found.start]:
            return None
        words = self._text[date.found.start : date.found.end]
        if words.endswith("初") and _COMMA.search(self._text, date.found.end, position):
            return None  # 年初代编数1720亿元，加上新增128亿元: only the first is of that day
        if words in _EDGES and _SENTENCE_PARTED.search(self._text, date.found.end, position):
            return None  # 年末营业部16家；证券交易额6516亿元: that is of the year
        return date

    def nearest(self, position: int) -> int:
        """The index of the last date that begins before a position, or -1."""
        return bisect_left(self._starts, position) - 1

    def before(self, position: int) -> Dated | None:
        """The last date that begins before a position, unless it is `non_date`."""
        index = self.nearest(position)
        return self._dates[index] if index >= 0 and not self._dates[index].non_date else None

    def of(self, raw: Raw, previous_end: int) -> Dated | None:
        """The nearest date before the figure in its sentence that governs it.

        The start of a rise (由2020年的82.4岁提升至83.9岁) governs its own figure only, a goal
        (到2020年从8.7万元提高到12万元) all but the figure from which the rise begins.
        """
        nearest = self.nearest(raw.start)
        rising = _START.search(self._text, max(0, raw.start - 3), raw.start)
        for index in range(nearest, max(-1, nearest - _CANDIDATES), -1):
            date = self._dates[index]
            found = date.found
            if raw.start - found.end > SENTENCE:
                return None
            if _SENTENCE_END.search(self._text, found.end, raw.start):
                return None
            if self._base(date) or (date.non_date and found.first.year is None):
                continue
            own = _OWN.match(self._text, found.end)
            if own is not None and own.end() <= previous_end:
                continue
            if _SET_THEN.match(self._text, found.end):
                continue
            if found.end <= previous_end and self._text[found.end - 1] == "初":
                continue  # 年初预算10亿元，加上新增2亿元: only the first is of that day
            if found.end <= previous_end and self._text[found.start - 1 : found.start] == "的":
                continue  # 省委提出的2010年收入20亿元的目标: such a date is of that goal alone
            if self._text[found.start : found.end] in _EDGES and _PARTED.search(
                self._text, found.end, raw.start
            ):
                continue  # 年末登记失业率3.7%；居民人均可支配收入1.5万元: that is of the year
            begins = _START.search(self._text, max(0, found.start - 1), found.start)
            if begins and found.end <= previous_end and found.relation != "起":
                continue
            if rising and self._goal(date):
                return None
            return date
        return None

    def listed(self, first: int, count: int) -> list[Dated]:
        """The `count` dates before 分别 and a row of figures that begins at `first`, or none."""
        nearest = self.nearest(first)
        dates = self._dates[max(0, nearest - count + 1) : nearest + 1]
        if len(dates) != count or count < 2 or first - dates[-1].found.end > 30:
            return []
        if not _SHARED_OUT.search(self._text, dates[-1].found.end, first):
            return []
        for before, after in pairwise(dates):
            gap = self._text[before.found.end : after.found.start]
            if not _LISTED.fullmatch(gap):
                return []
        return dates

    def _base(self, date: Dated) -> bool:
        found = date.found
        if found.relation in ("较", "比", "同") or _BASE.match(self._text, found.end):
            return True
        if _BOUNDED_BY.search(self._text, max(0, found.start - 3), found.start):
            return True
        before = _BASE_BEFORE.search(self._text, max(0, found.start - 3), found.start)
        return before is not None and self._text[found.end : found.end + 1] in ("的", "相", "持")

    def _goal(self, date: Dated) -> bool:
        start = date.found.start
        return _GOAL.search(self._text, max(0, start - 1), start) is not None
