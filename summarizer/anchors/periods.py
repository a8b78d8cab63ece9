"""Periods: the date of the sentence that a figure belongs to."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

from summarizer.anchors.raw import Raw
from summarizer.anchors.scan import Dated
from summarizer.patterns import lazy

SENTENCE = 400
_CANDIDATES = 6
_SENTENCE_END = re.compile("[。！？!?\n]")
_LISTED = re.compile("[、和及与]")
_SHARED_OUT = lazy("分别|依次|各")
# What makes the date before it one to compare with: 2010年的2.6倍, 2010年的基础上, 2010年相比.
_BASE = re.compile("(?:的?(?:基础上|水平|[0-9.]+倍)|相比|底?的[约近超]?[0-9.]+倍|同期|底?以来的)")
_BASE_BEFORE = re.compile("(?:较|比|与|同|相当于|是)$")
_START = re.compile("[从由自](?:人均|每人|每月)?$")
_GOAL = re.compile("到$")
# 提高到2025年的14万元: such a date is of that figure alone.
_OWN = re.compile("的[约近超]?(?=[0-9])")


class Periods:
    """The dates of a text as the figures' periods; figures must be asked in order."""

    def __init__(self, text: str, dates: Sequence[Dated]) -> None:
        self._text = text
        self._dates = [
            date for date in dates if date.found.known and not date.in_title and date.first
        ]
        self._starts = [date.found.start for date in self._dates]

    def nearest(self, position: int) -> int:
        """The index of the last date that begins before a position, or -1."""
        return bisect_left(self._starts, position) - 1

    def before(self, position: int) -> Dated | None:
        """The last date that begins before a position, unless it is loose."""
        index = self.nearest(position)
        return self._dates[index] if index >= 0 and not self._dates[index].loose else None

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
            if self._base(date) or (date.loose and found.first.year is None):
                continue
            own = _OWN.match(self._text, found.end)
            if own is not None and own.end() <= previous_end:
                continue
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
        before = _BASE_BEFORE.search(self._text, max(0, found.start - 3), found.start)
        return before is not None and self._text[found.end : found.end + 1] in ("的", "相")

    def _goal(self, date: Dated) -> bool:
        start = date.found.start
        return _GOAL.search(self._text, max(0, start - 1), start) is not None
