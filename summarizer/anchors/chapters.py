"""Dates of chapters: what the heading above a figure names, and paragraphs that turn from it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from summarizer import patterns as re
from summarizer.anchors.scan import Dated
from summarizer.anchors.terms import term_of, turns
from summarizer.anchors.years import HEADING
from summarizer.patterns import lazy

_TWO_PERIODS = lazy("[及和与暨]")
_THIS_YEAR = lazy("(?m)^—*[^\n,，。；;]{0,6}(?:今年(?!以来)|(?P<year>(?:19|20)[0-9]{2})年)")
_DATED_TWICE = 2  # a heading of more dates is a list of them


class Chapters:
    """The dates of the headings of a text, found when they are first asked for.

    `starts` are where `dates` begin; `issued` is the ISO date on which the text was given.
    """

    def __init__(
        self, text: str, dates: Sequence[Dated], starts: Sequence[int], issued: str | None
    ) -> None:
        self._text = text
        self._dates = dates
        self._starts = starts
        self._issued = issued
        self._chapters: list[tuple[int, Dated | None]] | None = None

    def at(self, position: int) -> Dated | None:
        """The date of the nearest heading that has one and governs a position."""
        if self._chapters is None:
            self._chapters = list(self._dated_headings())
        index = bisect_right(self._chapters, position, key=lambda chapter: chapter[0]) - 1
        return self._chapters[index][1] if index >= 0 else None

    def _dated_headings(self) -> Iterator[tuple[int, Dated | None]]:
        """The end of each heading, and the date of it or of the heading above it.

        Paragraphs that turn to another span are given as well; a turn before the first section of
        a chapter holds for its sections.
        """
        part: Dated | None = None
        chapter: Dated | None = None
        headings = list(HEADING.finditer(self._text))
        behind: Dated | None = None
        for number, match in enumerate(headings):
            own, span = self._heading_date(*match.span())
            of_two = span
            if span and own is not None:
                rest = (
                    later.start()
                    for later in headings[number + 1 :]
                    if later["part"] or (later["chapter"] and not match["part"])
                )
                own, span = self._ordered(match, own, next(rest, len(self._text)))
            if match["section"] == "一" and behind is not None:
                chapter = behind  # the sections begin anew behind a turn
            behind = None
            if match["part"]:
                part = chapter = own
            elif match["chapter"]:
                chapter = own or part
            dated = own or chapter
            yield match.end(), dated
            last = number + 1 == len(headings)
            stop = len(self._text) if last else headings[number + 1].start()
            # “十五五”时期主要目标和2026年重点工作: what is done is of the year
            year = self._year_of_works(*match.span())
            if year is not None:
                told = _THIS_YEAR.finditer(self._text, match.end(), stop)
                of_year = (one.start() for one in told if one["year"] in (None, year.first[:4]))
                yield next(of_year, stop), year
                part = chapter = year
                continue
            found = turns(self._text, match.end(), stop, self._issued, dated, within=of_two)
            for place, turned in found:
                yield place, turned
                if dated is not None and turned.first > dated.last:
                    part = chapter = turned  # what is to come: nothing behind it is of the past
                elif span and turned.first[:4] == turned.last[:4]:
                    line_end = self._text.find("\n", turned.found.end, stop)
                    yield (line_end if line_end >= 0 else stop), dated
                elif not match["section"]:
                    chapter = turned
                else:
                    behind = turned

    def _ordered(
        self, heading: re.Match[str], span: Dated, stop: int
    ) -> tuple[Dated | None, bool]:
        """The date with which the text below a heading of a year and a span begins.

        2025年和“十四五”时期工作: first the year, behind a turn the span; “十四五”时期和2025年:
        first the span. Where nothing turns to the span, only paragraphs that say so are of the
        year.
        """
        index = bisect_left(self._starts, heading.start())
        first = self._dates[index]
        if first.first[:4] != first.last[:4]:
            return span, False
        spans = turns(self._text, heading.end(), stop, self._issued, first, within=True)
        if any(turned.first[:4] < turned.last[:4] <= first.last[:4] for _, turned in spans):
            return first, False
        return span, True

    def _year_of_works(self, start: int, end: int) -> Dated | None:
        """The year that a heading names behind a span that begins with it."""
        low, high = (bisect_left(self._starts, place) for place in (start, end))
        if high - low != _DATED_TWICE:
            return None
        span, year = self._dates[low], self._dates[high - 1]
        begins = span.first[:4] == year.first[:4] == year.last[:4] < span.last[:4]
        return year if begins else None

    def _heading_date(self, start: int, end: int) -> tuple[Dated | None, bool]:
        """The date of a heading, and whether it names a year and the span that it ends.

        Of 2015年及“十二五”工作 that is the span, `_ordered` tells which comes first. Of two dates
        further apart (2025年工作回顾和“十四五”时期成就) it is the first, of two that have no day in
        common (2025年总结和2026年打算) neither.
        """
        low, high = (bisect_left(self._starts, place) for place in (start, end))
        if low == high:
            return term_of(self._text, start, end, self._issued), False
        first, last = self._dates[low], self._dates[high - 1]
        if _TWO_PERIODS.match(self._text, first.found.end):
            span = term_of(self._text, first.found.end, end, self._issued)
            if span is not None:
                return span, True
        apart = first.last < last.first or last.last < first.first
        return (None if apart or high - low > _DATED_TWICE else first), False
