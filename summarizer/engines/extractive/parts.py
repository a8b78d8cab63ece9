"""The stretches of points that stand by themselves, weighed by what a reader would quote."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from summarizer import patterns as re
from summarizer.analysis import Analysis
from summarizer.engines.base import PointDraft
from summarizer.engines.digest import Ranked, rank_figures
from summarizer.engines.extractive.scoring import pairs
from summarizer.engines.extractive.segments import segments, telling
from summarizer.spans import Range
from summarizer.vocabulary import Status
from summarizer.words import worded

_MOST_FIGURES = 3  # of a part, so that lists of figures do not crowd out everything else
# The report's own word on the whole: 整改任务均已完成, 集中整改取得预期目标.
_OUTCOME = re.compile(
    r"(?:整改任务|反馈(?:的)?(?:问题|意见)|整改工作|集中整改|总体|目标任务|主要指标)(?:[^,，]{0,30}|[^,，]{0,12}[,，](?:现?已|均)[^,，]{0,4})(?:完成|取得|成效|成果|实现)"
)
_AIM = worded("cues", "{aim}")


_OFTEN = 3  # headings; what more of them name is the report's matter and not one's own
_NO_RESULTS = (Status.PLANNED, Status.PROBLEM)
_OF_THE_WHOLE = 4.0  # more than the figures of any part
_GOES_ON = 1.0  # what only goes on from the main action is shorter, and no better a headline


def _is_outcome(text: str) -> bool:
    return _OUTCOME.search(text) is not None and _AIM.search(text) is None


class Part(NamedTuple):
    """A stretch of a point without its full stop, its worth, and where the point stands.

    `whole` is true where it says what came of all that the report is about. `rows` are the
    figures that it tells.
    """

    worth: float
    start: int
    text: str
    point: PointDraft
    whole: bool = False
    rows: tuple[Ranked, ...] = ()


class Weigher:
    """Weighs the points of one report; made once, as it ranks all figures of the report.

    `ranked` is that ranking, the worthiest figure first.
    """

    def __init__(self, analysis: Analysis) -> None:
        self.ranked = rank_figures(analysis)
        self.is_law = analysis.is_law
        self._ranked = sorted(self.ranked, key=lambda row: row.figure.span.start)
        self._starts = [row.figure.span.start for row in self._ranked]
        self._worths: dict[tuple[Range, str], float] = {}
        self._known: dict[tuple[Range, str, int], list[Part]] = {}
        self._headings: Counter[str] = Counter()
        for unit in analysis.outline.walk():
            self._headings.update(pairs(unit.heading or ""))

    def matters(self, heading: str) -> set[str]:
        """The pairs of characters by which a heading names its matter: few others have them."""
        return {pair for pair in pairs(heading) if self._headings[pair] < _OFTEN}

    def parts(self, point: PointDraft, limit: int) -> list[Part]:
        """The stretches of a point within `limit` characters, in the order of the source."""
        key = (point.span, point.text, limit)
        if key not in self._known:
            self._known[key] = self._parts(point, limit)
        return self._known[key]

    def worth(self, point: PointDraft) -> float:
        """What a whole point is worth to a reader of what stands above it."""
        key = (point.span, point.text)
        if key not in self._worths:
            told = [row for row in self._near(point) if row.figure.text in point.text]
            worth = self._weigh(point, point.text, told)
            self._worths[key] = worth + (_OF_THE_WHOLE if _is_outcome(point.text) else 0.0)
        return self._worths[key]

    def _near(self, point: PointDraft) -> list[Ranked]:
        low = bisect_left(self._starts, point.span.start)
        high = bisect_left(self._starts, point.span.end)
        return self._ranked[low:high]

    def _weigh(self, point: PointDraft, text: str, told: Sequence[Ranked]) -> float:
        # A target is worth what it is among what is told as one; among results it is aside.
        ahead = point.status in _NO_RESULTS
        worths = sorted((row.of_its_kind if ahead else row.worth for row in told), reverse=True)
        return sum(worths[:_MOST_FIGURES]) + telling(text)

    def _parts(self, point: PointDraft, limit: int) -> list[Part]:
        near = self._near(point)
        found = []
        for order, text in enumerate(segments(point.text, limit)):
            whole = _is_outcome(text)
            told = tuple(row for row in near if row.figure.text in text)
            worth = self._weigh(point, text, told) - (_GOES_ON if order and not told else 0.0)
            found.append(Part(worth, point.span.start + order, text, point, whole, told))
        return found
