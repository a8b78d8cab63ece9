"""The source as checking looks things up in it: by unit, by fact, by title, by words."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Sequence
from decimal import Decimal
from functools import cached_property, partial
from heapq import nsmallest
from typing import Any

from summarizer import patterns as re
from summarizer.analysis import Analysis
from summarizer.anchors.records import Title
from summarizer.anchors.records import joined as joined_anchors
from summarizer.checking.aside import Aside
from summarizer.checking.equality import amounts, flat, flat_lines, title_key
from summarizer.checking.framing import Framing
from summarizer.checking.scope import Frame, Scope
from summarizer.checking.similarity import Weights, nearest, weights_of
from summarizer.facts.clauses import Sentences
from summarizer.facts.extract import facts_of_document
from summarizer.facts.records import Clause, Fact, within
from summarizer.reading.outline.records import Unit
from summarizer.spans import Range

_NUMBER = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
_PLAIN = re.compile(r"\d+(?:\.\d+)?")
_JOINED = re.compile(r"\s*[;；]")
_SHORT = 2  # digits: fewer are found anywhere
_KEPT = 64
"""Scopes and frames at a time. The parts of a report are checked in reading order, so that what is
asked for again is among the last; of a long report all of them would hold its text five times."""
_FRAME = 6000  # characters: no lead paragraph is longer, and a frame is read for every sentence
_BESIDE = 80  # facts of so many sentences: of reports 63 at most, of an endless list hundreds
_NEAREST = 12  # clauses looked at for one that is retold; propositions ask for half as many


class SourceIndex:
    """Look-ups over one analysed report. Built once a report; holds caches, changes nothing."""

    def __init__(self, analysis: Analysis) -> None:
        self.analysis = analysis
        self.document = analysis.document
        self.units = list(analysis.outline.walk())
        self._starts = [unit.span.start for unit in self.units]
        self.by_id = {unit.id: unit for unit in self.units}
        self.parents = {child.id: unit for unit in self.units for child in unit.children}
        self.facts = facts_of_document(analysis)
        self.clauses = self.facts.clauses
        self._scopes: dict[str, Scope] = {}
        self._frame_of: dict[str, Frame] = {}
        self.checked: dict[tuple[object, ...], Any] = {}
        """What was found of a statement: drafts are checked first, and again in their report."""

    @cached_property
    def weights(self) -> Weights:
        """How much each letter pair of the report tells."""
        return weights_of(self.clauses.pairs())

    def scope(self, unit: Unit | None) -> Scope:
        """The scope of a unit, or of the whole report."""
        if unit is None:
            return self._report_scope
        found = self._scopes.get(unit.id)
        if found is None:
            if len(self._scopes) >= _KEPT:
                self._scopes.clear()
            found = self._scopes[unit.id] = self._scope(unit)
        return found

    @cached_property
    def _report_scope(self) -> Scope:
        text = flat_lines(self.document.view.text)
        whole = Range(0, len(self.document.text))
        facts, nothing = self.facts, joined_anchors(())
        every = self.analysis.anchors
        return Scope(None, whole, every, nothing, text, "", facts.facts, (), facts.clauses, ())

    def _scope(self, unit: Unit) -> Scope:
        frame = self._frame(self.parents.get(unit.id))
        return Scope(
            unit=unit,
            span=unit.span,
            own=self.analysis.anchors_of(unit),
            around=frame.anchors,
            own_flat=flat_lines(self.document.normalised(unit.span)),
            around_flat=frame.flat,
            facts=within(self.facts.facts, unit.span),
            frame_facts=frame.facts,
            clauses=self.clauses.within(unit.span),
            frame_clauses=frame.clauses,
        )

    def _frame(self, parent: Unit | None) -> Frame:
        """What frames the children of a unit; of None, the first level."""
        key = parent.id if parent is not None else ""
        found = self._frame_of.get(key)
        if found is None:
            if len(self._frame_of) >= _KEPT:
                self._frame_of.clear()
            ranges = self._frames(parent)
            found = self._frame_of[key] = Frame(
                joined_anchors([self.analysis.anchors.within(place) for place in ranges]),
                "\n".join(flat_lines(self.document.normalised(place)) for place in ranges),
                tuple(fact for place in ranges for fact in within(self.facts.facts, place)),
                tuple(clause for place in ranges for clause in self.clauses.within(place)),
            )
        return found

    def _frames(self, parent: Unit | None) -> list[Range]:
        document, title = self.document, self.document.title_span
        frames = [title] if title is not None else []
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

    def sizes(self, unit: Unit | None) -> frozenset[int]:
        """How many units there are on each level of the outline below a unit, and leaves."""
        below = list(unit.walk())[1:] if unit is not None else self.units
        levels = Counter(held.level for held in below)
        return frozenset((*levels.values(), sum(held.is_leaf for held in below)))

    @cached_property
    def aside(self) -> Aside:
        """What the source prints outside its units."""
        return Aside(self.analysis)

    def unit_at(self, offset: int) -> Unit | None:
        """The deepest unit that holds a source offset."""
        place = bisect_right(self._starts, offset) - 1
        unit = self.units[place] if place >= 0 else None
        while unit is not None and offset not in unit.span:
            unit = self.parents.get(unit.id)
        return unit

    @cached_property
    def framing(self) -> Framing:
        """The numbers of the source with the letters beside them."""
        return Framing(self.document.text)

    @cached_property
    def facts_by_amount(self) -> dict[tuple[Decimal, Decimal | None], list[Fact]]:
        """Every quantity of the report by its amount in the smallest unit of its family."""
        table: dict[tuple[Decimal, Decimal | None], list[Fact]] = {}
        for fact in self.facts.facts:
            if fact.figure is not None:
                table.setdefault(amounts(fact.figure), []).append(fact)
        return table

    @cached_property
    def _amounts(self) -> list[tuple[Decimal, Decimal | None]]:
        return sorted(self.facts_by_amount, key=lambda amount: amount[0])

    def facts_near(self, amount: Decimal, reach: Decimal) -> list[Fact]:
        """The quantities of the report that lie within a share of an amount, its equals aside."""
        low = bisect_left(self._amounts, amount * (1 - reach), key=lambda row: row[0])
        high = bisect_right(self._amounts, amount * (1 + reach), key=lambda row: row[0])
        return [fact for key in self._amounts[low:high] for fact in self.facts_by_amount[key]]

    @cached_property
    def unread(self) -> frozenset[str]:
        """The numbers that stand in the source and are in no anchor: loose digits, cells."""
        text = self.document.text
        markers = {offset for unit in self.units for offset in range(*unit.marker_span)}
        found = {
            text[start:end].rstrip("%")
            for start, end in self.facts.unread
            if start not in markers and len(text[start:end].rstrip("%")) > _SHORT
        }
        for table in self.document.tables:
            read = {
                number
                for fact in within(self.facts.facts, table.span)
                for number in _NUMBER.findall(fact.text)
            }
            found.update(set(_NUMBER.findall(text[table.span.start : table.span.end])) - read)
        return frozenset(number.replace(",", "") for number in found)

    @cached_property
    def _unread_values(self) -> list[Decimal]:
        return sorted(Decimal(number) for number in self.unread if _PLAIN.fullmatch(number))

    def has_unread(self, low: Decimal, high: Decimal) -> bool:
        """True where a number between the two stands in the source unread."""
        values = self._unread_values
        return bisect_right(values, high) > bisect_left(values, low)

    def is_hardly_read(self, span: Range) -> bool:
        """True for a stretch with more numbers in tables whose cells were not read than facts."""
        tables = [t for t in self.analysis.tables if t.unread and t.block.span.start in span]
        return sum(t.unread for t in tables) > len(within(self.facts.facts, span))

    @cached_property
    def titles_by_key(self) -> dict[str, list[Title]]:
        """Every title of the report, nested ones included, by its canonical text."""
        table: dict[str, list[Title]] = {}
        for title in self.analysis.anchors.titles:
            for text in (title.text, *title.inner):
                table.setdefault(title_key(text), []).append(title)
        return table

    @cached_property
    def names(self) -> frozenset[str]:
        """The names of the report, flattened."""
        return frozenset(flat(name.text) for name in self.analysis.anchors.names)

    @cached_property
    def report_flat(self) -> str:
        """The flattened text of the whole report."""
        return self.scope(None).own_flat

    @cached_property
    def _postings(self) -> dict[str, array[int]]:
        table: defaultdict[str, array[int]] = defaultdict(partial(array, "I"))
        for number, pairs in enumerate(self.clauses.pairs()):
            for pair in pairs:
                table[pair].append(number)
        return table

    def nearest_clauses(
        self, found: frozenset[str], most: int = _NEAREST, span: Range | None = None
    ) -> list[tuple[float, Clause]]:
        """The clauses (of a range) that hold most of the pairs by weight, best first."""
        counts: dict[int, float] = {}
        weights = self.weights
        low, high = self.clauses.numbers(span) if span is not None else (0, len(self.clauses))
        for pair in found:
            numbers = self._postings.get(pair, ())
            weight = weights.rarity.get(pair, weights.unknown)
            first = bisect_left(numbers, low)
            for number in numbers[first : bisect_left(numbers, high, lo=first)]:
                counts[number] = counts.get(number, 0.0) + weight
        whole = weights.of(found) or 1.0
        ranked = nsmallest(most, counts, key=lambda number: (-counts[number], number))
        return [(counts[number] / whole, self.clauses[number]) for number in ranked]

    @cached_property
    def _sentences(self) -> Sentences:
        return self.clauses.sentences()

    def sentence_span(self, clause: Clause) -> Range:
        """The range of the source's sentence that a clause stands in."""
        return self._sentences[clause.sentence]

    def joined(self, sentence: int) -> range:
        """The sentences that a semicolon joins with one, itself among them."""
        spans, text = self._sentences, self.document.text
        first = last = sentence
        while first in spans and first - 1 in spans and _JOINED.match(text, spans[first - 1].end):
            first -= 1
        while last + 1 in spans and _JOINED.match(text, spans[last].end):
            last += 1
        return range(first, last + 1)

    def clause_after(self, clause: Clause) -> Clause | None:
        """The clause that follows one of the source's."""
        place = self.clauses.after(clause.span.start)
        return self.clauses[place] if place < len(self.clauses) else None

    def clause_before(self, clause: Clause) -> Clause | None:
        """The clause that stands before one of the source's in its sentence."""
        place = self.clauses.after(clause.span.start) - 2
        before = self.clauses[place] if place >= 0 else None
        return before if before is not None and before.sentence == clause.sentence else None

    def sentence_at(self, offset: int) -> str:
        """The normalised sentence around a source offset; empty where there is none."""
        place = self.clauses.after(offset) - 1
        return self.clauses[place].sentence_text if place >= 0 else ""

    def facts_beside(self, clauses: Sequence[Clause], words: frozenset[str]) -> list[Fact]:
        """The facts of the sentences that the clauses stand in, in reading order; of very many
        those whose own words are nearest."""
        sentences = {clause.sentence: self.sentence_span(clause) for clause in clauses}
        placed = ((held, within(self.facts.facts, span)) for held, span in sentences.items())
        found = [fact for held, facts in placed for fact in facts if fact.clause_sentence == held]
        return sorted(nearest(found, words, _BESIDE), key=lambda fact: fact.order)

    def printed(self, span: Range) -> str:
        """The source's own characters in `span`."""
        # The cells of a table are no running text: the view has nothing of them.
        return self.document.printed(span) or self.document.text[span.start : span.end]


def index_of(analysis: Analysis) -> SourceIndex:
    """The index of an analysis, built once for the drafts of an engine and for their report."""
    found: SourceIndex | None = analysis.made.get("index")
    if found is None:
        found = analysis.made["index"] = SourceIndex(analysis)
    return found
