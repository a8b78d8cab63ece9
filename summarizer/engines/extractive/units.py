"""From a unit of the outline to its scored clauses."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from summarizer.analysis import Analysis
from summarizer.anchors.records import within
from summarizer.engines.extractive import cues, rules
from summarizer.engines.extractive.clauses import join_spanning, split_clauses
from summarizer.engines.extractive.scoring import Marks, Scored, score_clauses
from summarizer.reading.document import View
from summarizer.reading.outline.records import Tense, Unit
from summarizer.reading.outline.tense import Turn, turns
from summarizer.spans import Range
from summarizer.vocabulary import FigureKind

READ_AT_MOST = 6000  # characters of a unit that are weighed; longer ones have no outline
_REACH = 160  # 95 % of sentences are shorter than 115
_LONGEST_NAME = 12  # characters by which an article is called (法律责任); longer ones are sentences
LEADING_MARKS = "：:、，,。；;．. \n"


class ScoredUnit(NamedTuple):
    """The running text of a unit (normalised, and as printed) and its scored clauses.

    `start` is its position in the view: clauses count from there. `turns` are the tenses of its
    sentences.
    """

    text: str
    printed: str
    scored: list[Scored]
    start: int = 0
    turns: Sequence[Turn] = ()

    def tense(self, position: int) -> Tense | None:
        """The tense in which the text tells at a position of its own."""
        told = None
        for turn in self.turns:
            if turn.start > position:
                break
            told = turn.tense
        return told


class Places:
    """From source offsets to view positions; neighbours take no search through the view."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._shift = self._start = self._end = 0

    def of(self, offset: int) -> int:
        """The view position of the first kept character at or after `offset`."""
        position = offset - self._shift
        if self._start <= position < self._end:
            return position
        view = self._view
        position = view.locate(offset)
        run = bisect_right(view.runs, position) - 1
        self._shift, self._start = view.shifts[run], view.runs[run]
        self._end = view.runs[run + 1] if run + 1 < len(view.runs) else len(view.text)
        return position


def score_span(
    analysis: Analysis,
    span: Range,
    tense: Tense | None = None,
    ahead: int | None = None,
    heading: str = "",
) -> ScoredUnit:
    """The clauses of a source range, scored with the anchors inside it.

    `tense`, `ahead` and `heading` are those of the unit which holds the range.
    """
    if span.start >= span.end:
        return ScoredUnit("", "", [])
    view = analysis.document.view
    start, end = view.slice(span)
    end = min(end, start + READ_AT_MOST)
    while start < end and view.text[start] in LEADING_MARKS:
        start += 1
    if start >= end:
        return ScoredUnit("", "", [])
    text, printed = view.text[start:end], view.printed[start:end]
    clauses = join_spanning(text, split_clauses(text))
    source = view.source(start, end)
    places = Places(view)
    figures: list[tuple[int, int, bool]] = []
    for figure in within(analysis.anchors.figures, source):
        if figure.non_quantity:
            continue
        offset = figure.span.start
        place = reach = places.of(offset) - start
        for other in (figure.label_span, figure.period_span):
            if other is not None and 0 < offset - other.start <= _REACH:
                reach = min(reach, places.of(other.start) - start)
        label = figure.label_span
        low = places.of(label.start) - start if label is not None else place
        # What an earlier sentence names is not named where the figure stands; 5年内 needs no name.
        named = figure.label is not None and "。" not in text[max(0, low) : place]
        ends = place + len(figure.text)
        named = named or (figure.kind is FigureKind.DURATION and text.startswith("内", ends))
        figures.append((place, reach, named))
    titles = [
        places.of(title.span.start) - start for title in within(analysis.anchors.titles, source)
    ]
    scored = score_clauses(clauses, text, printed, Marks(figures, titles), heading)
    turned = view.locate(ahead) - start if ahead is not None else len(text)
    if turned <= 0:
        return ScoredUnit(text, printed, scored, start, turns(text, "plan"))
    found = turns(text[:turned], tense)
    if turned < len(text):
        found.append(Turn(turned, "plan"))
    return ScoredUnit(text, printed, scored, start, found)


def score_unit(analysis: Analysis, unit: Unit) -> ScoredUnit:
    """The clauses of a unit's own running text; of its heading where it has no other text."""
    told = score_span(analysis, unit.text_span, unit.tense, unit.ahead, unit.heading or "")
    if not told.text and unit.heading_span is not None:
        return score_span(analysis, unit.heading_span, unit.tense)
    return told


def score_with_heading(analysis: Analysis, unit: Unit) -> ScoredUnit:
    """As `score_unit`, with the heading, where there is one, before the running text."""
    if unit.heading_span is None:
        return score_unit(analysis, unit)
    end = max(unit.text_span.end, unit.heading_span.end)
    return score_span(analysis, Range(unit.heading_span.start, end), unit.tense, unit.ahead)


def goes_on(unit: Unit) -> bool:
    """Whether the heading is the first sentence of the text, which goes on behind it.

    That of an article or of a rule (第二条 停车场的管理，适用本条例), or one longer than its text.
    """
    heading = unit.heading or ""
    if len(heading) > _LONGEST_NAME and unit.is_article:
        return True
    if rules.MODAL.search(heading) or rules.RULE.search(heading) or rules.AMOUNT.search(heading):
        return True
    length = unit.text_span.end - unit.text_span.start
    return 0 < length < len(heading) and "，" in heading and cues.ACTION.search(heading) is not None
