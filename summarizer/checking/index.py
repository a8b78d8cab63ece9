"""The source as the checks look things up in it: by unit, by value, by title, by sentence."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from summarizer.analysis import Analysis
from summarizer.anchors.records import Anchors, Figure, Title
from summarizer.checking.equality import bare_amount, flat, flat_lines, title_key
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


@dataclass(frozen=True, slots=True)
class Scope:
    """What a statement may speak of: `own` is the unit itself, `around` what frames it.

    `around` holds the headings, problems and running text of the units above, the report's title
    and its lead paragraph. For the whole report (`unit` None) it is empty.
    """

    unit: Unit | None
    span: Range
    own: Anchors
    around: Anchors
    own_flat: str
    around_flat: str

    @property
    def figures(self) -> tuple[Figure, ...]:
        """The figures of the unit and of its frame."""
        return self.own.figures + self.around.figures

    def states(self, flat_text: str) -> bool:
        """True where the unit or its frame holds this flattened text literally."""
        return flat_text in self.own_flat or flat_text in self.around_flat

    def tells(self, flat_text: str) -> bool:
        """True where the text stands there as whole clauses: 65% is not told by 65%以上."""
        return stands_whole(flat_text, self.own_flat) or stands_whole(flat_text, self.around_flat)


_TRIES = 20
_EDGE = frozenset(',.:;!?。，；：！？\n()"')
_MARKER = re.compile(
    r"(?:[一二三四五六七八九十]{1,3}[是要、]|第[一二三四五六七八九十]|[)\d.、①-⑳])$"
)


def stands_whole(part: str, whole: str) -> bool:
    """True where `part` stands in `whole` between the edges of clauses or after a marker."""
    place = whole.find(part)
    for _ in range(_TRIES):
        if place < 0:
            return False
        end = place + len(part)
        before = whole[max(0, place - 4) : place]
        if (end == len(whole) or whole[end] in _EDGE) and (
            not before or before[-1] in _EDGE or _MARKER.search(before)
        ):
            return True
        place = whole.find(part, place + 1)
    return False


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
        self._surroundings: dict[int, Surroundings] = {}
        self._pairs: dict[Range, frozenset[str]] = {}

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
        return Scope(None, whole, self.analysis.anchors, Anchors(), flat_lines(text), "")

    def _scope(self, unit: Unit) -> Scope:
        frames = self._frames(unit)
        anchors = [self.analysis.anchors.within(frame) for frame in frames]
        return Scope(
            unit=unit,
            span=unit.span,
            own=self.analysis.anchors_of(unit),
            around=_joined(anchors),
            own_flat=flat_lines(self.document.normalised(unit.span)),
            around_flat="\n".join(flat_lines(self.document.normalised(frame)) for frame in frames),
        )

    def _frames(self, unit: Unit) -> list[Range]:
        frames = []
        document = self.document
        if document.title_span is not None:
            frames.append(document.title_span)
        first = self.units[0].span.start if self.units else document.body.end
        if document.body.start < first:
            frames.append(Range(document.body.start, first))
        parent = self.parents.get(unit.id)
        above = []
        while parent is not None:
            above.append(Range(parent.span.start, parent.text_span.end))
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
    def figures_by_amount(self) -> dict[tuple[Decimal, Decimal | None], list[Figure]]:
        """Every figure of the report by its bare value and upper end."""
        table: dict[tuple[Decimal, Decimal | None], list[Figure]] = {}
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
            for number in _between(self._postings.get(pair, []), allowed):
                counts[number] += 1
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


def _between(numbers: list[int], allowed: range) -> Iterator[int]:
    low = bisect_left(numbers, allowed.start)
    for place in range(low, len(numbers)):
        if numbers[place] >= allowed.stop:
            return
        yield numbers[place]


def _joined(parts: list[Anchors]) -> Anchors:
    return Anchors(
        figures=tuple(anchor for part in parts for anchor in part.figures),
        dates=tuple(anchor for part in parts for anchor in part.dates),
        titles=tuple(anchor for part in parts for anchor in part.titles),
        document_numbers=tuple(anchor for part in parts for anchor in part.document_numbers),
        quotations=tuple(anchor for part in parts for anchor in part.quotations),
        formulas=tuple(anchor for part in parts for anchor in part.formulas),
        statuses=tuple(anchor for part in parts for anchor in part.statuses),
        names=tuple(anchor for part in parts for anchor in part.names),
    )
