"""What governs the figures of a sentence from before them: the line with a colon above, its dates.

A line that ends in a colon leads all that follows, until another paragraph opens like it; the year
before the first mark of a paragraph holds for all of it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import islice

from summarizer import patterns as re
from summarizer.anchors.records import DateMention
from summarizer.facts.records import Period

_OPENING = re.compile("[^,:。;]{1,30}(?=[,:])")
_YEAR_HEAD = re.compile(r"^\D{0,6}(?:19|20)\d\d年[:,]")
MARKER = re.compile(
    r"^(?:[一二三四五六七八九十]{1,3}[是要、]|[(（]?[一二三四五六七八九十\d]{1,3}[)）.、])"
)
_FROM = re.compile("[由从自](?:最初|当时|原来)?的?$")
_SPAN_WORDS = 5  # 由 and what it may be followed by
_ENDS = 2  # of a span of time
_MOST = 5  # periods of one figure: those nearest to it


class Governing:
    """Goes with the sentences of a text and holds what governs the one that is read."""

    def __init__(self, text: str, dates: Sequence[tuple[int, DateMention]]) -> None:
        self._text, self._dates = text, dates
        self._starts = [start for start, _ in dates]
        self._lead: tuple[int, int] | None = None
        self._opening = (0, 0)
        self._sentence = (0, 0)
        self._near: Sequence[tuple[int, DateMention]] = ()
        self._framing: tuple[Period, ...] | None = None
        self.lead = ""

    def begin(self, start: int, end: int) -> None:
        """Go on to the sentence at `[start, end)`."""
        self._sentence = start, end
        self._near = self._dates[bisect_left(self._starts, start) : bisect_right(self._starts, end)]
        self._framing = None
        if start and self._text[start - 1] != "\n":
            return
        if self._lead is not None and _same_sort(self.lead, self._text[start:end]):
            self._lead, self.lead = None, ""
        found = _OPENING.match(self._text, start, end)
        self._opening = found.span() if found is not None else (start, start)

    def finish(self) -> None:
        """Leave a sentence, which leads those behind it where it ends in a colon."""
        words = self._text[slice(*self._sentence)]
        if words.rstrip().endswith(":"):
            self._lead, self.lead = self._sentence, words

    def periods(self, place: int, clause_end: int) -> tuple[Period, ...]:
        """Every period that may be meant at `place`: before it, after it, of the line above."""
        if self._framing is None:
            self._framing = tuple(islice(self._above(), _MOST))
        if not self._near:
            return self._framing
        before = [date for at, date in self._near if at < place]
        if self._begins_span(place):
            before[-2:] = before[:-3:-1]
        after = [date for at, date in self._near if place <= at < clause_end] if not before else []
        found = [Period(d.first, d.last, True, d) for d in (*reversed(before), *after)]
        return (*found, *self._framing)[:_MOST]

    def _begins_span(self, place: int) -> bool:
        """True for 从1949年的448万到2024年的1亿，占比由0.83%升到7.12%: what stands behind 由 is
        of the earlier of two times that span the sentence, not of the nearest."""
        if not _FROM.search(self._text, max(self._sentence[0], place - _SPAN_WORDS), place):
            return False
        led = [self._text[at - 1 : at] for at, _ in self._near if at < place][-2:]
        return len(led) == _ENDS and led[0] in ("从", "由", "自") and led[1] in ("到", "至")

    def _above(self) -> Iterator[Period]:
        """The periods that the opening of the paragraph and the line above give the sentence."""
        above = [self._opening] if self._opening[1] <= self._sentence[0] else []
        above += [self._lead] if self._lead is not None else []
        for stretch in above:
            low, high = (bisect_left(self._starts, at) for at in stretch)
            yield from (Period(d.first, d.last, False, d) for _, d in self._dates[low:high])


def _same_sort(lead: str, words: str) -> bool:
    """True where a line opens like the one whose colon governs: 2018年： after 2017年：."""
    if _YEAR_HEAD.match(lead) and _YEAR_HEAD.match(words):
        return True
    return bool(MARKER.match(words)) and bool(MARKER.match(lead))
