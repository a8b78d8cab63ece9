"""The stretches of points that stand by themselves, weighed by what a reader would quote."""

from __future__ import annotations

from bisect import bisect_left
from typing import NamedTuple

from summarizer.analysis import Analysis
from summarizer.engines.base import PointDraft
from summarizer.engines.digest import rank_figures
from summarizer.engines.extractive.segments import segments, telling
from summarizer.spans import Range

_MOST_FIGURES = 3  # of a part, so that lists of figures do not crowd out everything else


class Part(NamedTuple):
    """A stretch of a point without its full stop, its worth, and where the point stands."""

    worth: float
    start: int
    text: str
    point: PointDraft


class Weigher:
    """Weighs the points of one report; made once, as it ranks all figures of the report.

    `ranked` is that ranking, the worthiest figure first.
    """

    def __init__(self, analysis: Analysis) -> None:
        self.ranked = rank_figures(analysis)
        self._ranked = sorted(
            (row.figure.span.start, row.worth, row.figure.text) for row in self.ranked
        )
        self._starts = [start for start, _, _ in self._ranked]
        self._known: dict[tuple[Range, str, int], list[Part]] = {}

    def parts(self, point: PointDraft, limit: int) -> list[Part]:
        """The stretches of a point within `limit` characters, in the order of the source."""
        key = (point.span, point.text, limit)
        if key not in self._known:
            self._known[key] = self._parts(point, limit)
        return self._known[key]

    def _parts(self, point: PointDraft, limit: int) -> list[Part]:
        low = bisect_left(self._starts, point.span.start)
        high = bisect_left(self._starts, point.span.end)
        near = self._ranked[low:high]
        found = []
        for order, text in enumerate(segments(point.text, limit)):
            worths = [worth for _, worth, printed in near if printed in text]
            worths.sort(reverse=True)
            worth = sum(worths[:_MOST_FIGURES]) + telling(text)
            found.append(Part(worth, point.span.start + order, text, point))
        return found
