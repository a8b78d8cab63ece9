"""The source as the checks look things up in it: by unit, by value, by title, by sentence."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from summarizer.analysis import Analysis
from summarizer.anchors.records import Anchors, Figure, Title
from summarizer.checking.equality import amounts, bare_amount, flat, flat_lines, title_key
from summarizer.checking.scope import Amount, Frame, Scope, joined
from summarizer.checking.textual import bigrams, clause_at, sentences
from summarizer.reading.outline.records import Unit
from summarizer.spans import Range


@dataclass(frozen=True, slots=True)
class SourceSentence:
    """A sentence of the source: its range there, its normalised text and its letter pairs."""

    span: Range
    text: str
    pairs: frozenset[str]


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The words around a figure: its clause and its sentence, as letter pairs."""

    clause: str
    near: frozenset[str]
    wide: frozenset[str]
    sentence: int


_NOTHING: list[int] = []
_FRAME = 6000  # characters: no lead paragraph is longer, and a frame is read for every sentence


class SourceIndex:
    """Look-ups over one analysed report. Built once a report; holds caches, changes nothing."""

    def __init__(self, analysis: Analysis) -> None:
        self.analysis = analysis
        self.document = analysis.document
        self.units = list(analysis.outline.walk())
        self._starts = [unit.span.start for unit in self.units]
        self.by_id = {unit.id: unit for unit in self.units}
        self.parents = {child.id: unit for unit in self.units for child in unit.children}
        self._scopes: dict[str, Scope] = {}
        self._frame_of: dict[str, Frame] = {}
        self._surroundings: dict[int, Surroundings] = {}
        self._pairs: dict[Range, frozenset[str]] = {}
        self._amounts: dict[int, Amount] = {}
        self.beside: dict[int, frozenset[str]] = {}
        """A cache of the pairs check: by a figure's start, the letter pairs right beside it."""

    def scope(self, unit: Unit | None) -> Scope:
        """The scope of a unit, or of the whole report."""
        key = unit.id if unit is not None else ""
        found = self._scopes.get(key)
        if found is None:
            found = self._scopes[key] = self._report_scope if unit is None else self._scope(unit)
        return found

    @cached_property
    def _report_scope(self) -> Scope:
        text = self.document.view.text
        whole = Range(0, len(self.document.text))
        anchors = self.analysis.anchors
        table = self._by_amount(anchors.figures)
        return Scope(None, whole, anchors, Anchors(), flat_lines(text), "", table, {})

    def _scope(self, unit: Unit) -> Scope:
        own = self.analysis.anchors_of(unit)
        frame = self._frame(self.parents.get(unit.id))
        return Scope(
            unit=unit,
            span=unit.span,
            own=own,
            around=frame.anchors,
            own_flat=flat_lines(self.document.normalised(unit.span)),
            around_flat=frame.flat,
            own_amounts=self._by_amount(own.figures),
            around_amounts=frame.amounts,
        )

    def _frame(self, parent: Unit | None) -> Frame:
        """What frames the children of a unit; of None, the first level."""
        key = parent.id if parent is not None else ""
        found = self._frame_of.get(key)
        if found is None:
            ranges = self._frames(parent)
            anchors = joined([self.analysis.anchors.within(place) for place in ranges])
            text = "\n".join(flat_lines(self.document.normalised(place)) for place in ranges)
            found = Frame(anchors, text, self._by_amount(anchors.figures))
            self._frame_of[key] = found
        return found

    def _by_amount(self, figures: Sequence[Figure]) -> dict[Amount, list[Figure]]:
        table: dict[Amount, list[Figure]] = {}
        for figure in figures:
            amount = self._amounts.get(figure.span.start)
            if amount is None:
                amount = self._amounts[figure.span.start] = amounts(figure)
            table.setdefault(amount, []).append(figure)
        return table

    def _frames(self, parent: Unit | None) -> list[Range]:
        frames = []
        document = self.document
        if document.title_span is not None:
            frames.append(document.title_span)
        first = self.units[0].span.start if self.units else document.body.end
        if document.body.start < first:
            start = max(document.body.start, first - _FRAME)
            frames.append(Range(start, first))
        above = []
        while parent is not None:
            end = min(parent.text_span.end, parent.span.start + _FRAME)
            above.append(Range(parent.span.start, end))
            parent = self.parents.get(parent.id)
        return frames + above[::-1]

    def unit_at(self, offset: int) -> Unit | None:
        """The deepest unit that holds a source offset."""
        place = bisect_right(self._starts, offset) - 1
        unit = self.units[place] if place >= 0 else None
        while unit is not None and offset not in unit.span:
            unit = self.parents.get(unit.id)
        return unit

    @cached_property
    def figures_by_amount(self) -> dict[Amount, list[Figure]]:
        """Every figure of the report by its bare value and upper end."""
        table: dict[Amount, list[Figure]] = {}
        for figure in self.analysis.anchors.figures:
            table.setdefault(bare_amount(figure), []).append(figure)
        return table

    @cached_property
    def titles_by_key(self) -> dict[str, list[Title]]:
        """Every title of the report, nested ones included, by its canonical text."""
        table: dict[str, list[Title]] = {}
        for title in self.analysis.anchors.titles:
            for text in (title.text, *title.inner):
                table.setdefault(title_key(text), []).append(title)
        return table

    @cached_property
    def latest_year(self) -> int:
        """The latest year of a printed date outside titles; 0 if none."""
        years = [
            int(date.first[:4])
            for date in self.analysis.anchors.dates
            if date.first[:4].isdigit() and not (date.in_title or date.loose or date.relative)
        ]
        return max(years, default=0)

    @cached_property
    def report_flat(self) -> str:
        """The flattened text of the whole report."""
        return self.scope(None).own_flat

    @cached_property
    def sentences(self) -> list[SourceSentence]:
        """The sentences of the report, in reading order."""
        view = self.document.view
        return [
            SourceSentence(view.source(start, end), text := view.text[start:end], bigrams(text))
            for start, end in sentences(view.text)
        ]

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [sentence.span.start for sentence in self.sentences]

    @cached_property
    def _postings(self) -> dict[str, list[int]]:
        table: dict[str, list[int]] = {}
        for number, sentence in enumerate(self.sentences):
            for pair in sentence.pairs:
                table.setdefault(pair, []).append(number)
        return table

    def sentences_in(self, span: Range) -> range:
        """The numbers of the sentences that overlap a source range."""
        low = bisect_right(self._sentence_starts, span.start) - 1
        if low < 0 or self.sentences[low].span.end <= span.start:
            low += 1
        return range(low, bisect_left(self._sentence_starts, span.end))

    def nearest_sentence(
        self, pairs: frozenset[str], span: Range
    ) -> tuple[SourceSentence, float] | None:
        """The sentence in `span` that holds most of `pairs`, with their share; None if none."""
        if not pairs:
            return None
        allowed = self.sentences_in(span)
        counts: Counter[int] = Counter()
        for pair in pairs:
            numbers = self._postings.get(pair, _NOTHING)
            low = bisect_left(numbers, allowed.start)
            counts.update(numbers[low : bisect_left(numbers, allowed.stop, low)])
        if not counts:
            return None
        best = max(counts, key=lambda number: (counts[number], -number))
        return self.sentences[best], counts[best] / len(pairs)

    def nearest_numbers(self, pairs: frozenset[str], most: int) -> list[int]:
        """The numbers of the sentences that hold most of `pairs`, best first."""
        counts: Counter[int] = Counter()
        for pair in pairs:
            counts.update(self._postings.get(pair, ()))
        ranked = sorted(counts, key=lambda number: (-counts[number], number))
        return ranked[:most]

    def pairs_in(self, span: Range) -> frozenset[str]:
        """All letter pairs of the sentences in a source range."""
        found = self._pairs.get(span)
        if found is None:
            parts = [self.sentences[number].pairs for number in self.sentences_in(span)]
            found = self._pairs[span] = frozenset().union(*parts)
        return found

    def surroundings(self, figure: Figure) -> Surroundings:
        """The words around a figure of the source."""
        found = self._surroundings.get(figure.span.start)
        if found is None:
            view = self.document.view
            start, end = view.slice(figure.span)
            place = clause_at(view.text, start, end)
            before, after = view.text[place.start : start], view.text[end : place.end]
            numbers = self.sentences_in(figure.span)
            number = numbers[0] if numbers else -1
            wide = self.sentences[number].pairs if numbers else frozenset()
            near = bigrams(f"{before} {after} {figure.label or ''}")
            found = Surroundings(flat(before + after), near, wide, number)
            self._surroundings[figure.span.start] = found
        return found

    def printed(self, span: Range) -> str:
        """The source's own characters in `span`."""
        return self.document.printed(span)
