"""From a text and its anchors to its facts: the same way for a source and for a summary."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from summarizer import patterns as re
from summarizer.anchors import extract_anchors
from summarizer.anchors.records import Anchors, DateMention, Figure, Ordinal
from summarizer.facts.bounds import beyond, bound_of, spread
from summarizer.facts.clauses import Clauses, SourceFacts
from summarizer.facts.governing import MARKER, Governing
from summarizer.facts.hanging import hangs_on
from summarizer.facts.lists import Shared, shared_out
from summarizer.facts.proportions import with_members
from summarizer.facts.records import Clause, Fact, Facts, Period
from summarizer.facts.tabular import with_tables
from summarizer.facts.unread import unread_in
from summarizer.facts.words import pairs
from summarizer.reading.document import View
from summarizer.reading.view import plain_view
from summarizer.vocabulary import Bound

if TYPE_CHECKING:
    from summarizer.analysis import Analysis

_EQUAL = Bound.EQUAL

_SENTENCE = re.compile("[^。;!?\n]{1,1200}")
_CLAUSE = re.compile(r"(?:[^,:()。;!?\n]|(?<=\d),(?=\d{3})|\((?=[^()\d]{1,8}\))|(?<=[^()\d])\))+")
_LEAD = re.compile(r"^[^,。;:]{1,24}(?=:)|^[^,。;:]{1,16}(?=,)")
_LEVEL = re.compile("(?:其中)?(?:全[国省市县区州]|[省市县区州]本?级|市本级|本级)")
_ENDS_RIGHT = re.compile("[、,/]|以及|并(?=.)|和(?=[^谐平])")
_DRAFT = 2000  # characters: no summary of a unit is longer; of a text without marks it is the text
_HEAD = 30  # characters: a marker, what leads a sentence, and the mark behind it
_NOUN = 3  # 22个方面83项: what is counted stands right behind its counter
_HAN = re.compile("[一-龥]+")


def facts_of_document(analysis: Analysis) -> SourceFacts:
    """The facts of a source; spans are in its decoded text. Deterministic; never raises."""
    view, anchors = analysis.document.view, analysis.anchors
    reader = _read(view, anchors, every=True)
    clauses, facts = reader.clauses, with_members(reader.facts)
    if analysis.tables:
        clauses, facts = with_tables(view.text, clauses, facts, analysis.tables)
    return SourceFacts(view.text, anchors, clauses, tuple(facts), tuple(unread_in(view, anchors)))


def facts_of_text(text: str, *, context_year: int | None = None) -> Facts:
    """The facts of a summary or a part of it; spans index `text`. Never raises.

    A line end ends a sentence, as nobody breaks the lines of a summary by hand.
    """
    read = _kept if len(text) <= _DRAFT else _of_text
    return read(text.replace("\n", "。"), context_year)


@lru_cache(maxsize=256)  # a draft is read when it is written and again in the whole report
def _kept(text: str, context_year: int | None) -> Facts:
    return _of_text(text, context_year)


def _of_text(text: str, context_year: int | None) -> Facts:
    view = plain_view(text)
    anchors = extract_anchors(view, context_year=context_year)
    reader = _read(view, anchors, every=False)
    unread = tuple(unread_in(view, anchors))
    return Facts(view.text, anchors, tuple(reader.clauses), tuple(reader.facts), unread)


@dataclass(frozen=True, slots=True)
class _Placed:
    """An anchor with its place in the view."""

    anchor: Figure | Ordinal
    start: int
    end: int


def _read(view: View, anchors: Anchors, *, every: bool) -> _Reader:
    text = view.text
    counted: list[Figure | Ordinal] = [
        *_counted(anchors.figures, every=every),
        *anchors.ordinals,
    ]
    numbers = sorted(
        (_Placed(anchor, *view.slice(anchor.span)) for anchor in counted),
        key=lambda placed: placed.start,
    )
    dates = [
        (view.locate(date.span.start), date)
        for date in anchors.dates
        if not (date.non_date or date.in_title) and date.first
    ]
    reader = _Reader(view, numbers, dates)
    for number, match in enumerate(_SENTENCE.finditer(text)):
        reader.sentence(number, match.start(), match.end())
    return reader


def _names(anchor: Figure | Ordinal) -> bool:
    """True for an ordinal that is the first word of what the next figure is of: 第三产业增加值."""
    return isinstance(anchor, Ordinal) and anchor.noun == "产业"


def _counted(figures: tuple[Figure, ...], *, every: bool) -> Iterator[Figure]:
    for figure in figures:
        article = figure.value == 1 and figure.text.startswith("一")
        if every or not (figure.non_quantity or article):
            yield figure


class _Reader:
    """Goes through a view sentence by sentence and gathers clauses and facts."""

    def __init__(
        self, view: View, numbers: list[_Placed], dates: list[tuple[int, DateMention]]
    ) -> None:
        self.view, self.numbers = view, numbers
        self.starts = [placed.start for placed in numbers]
        self.governing = Governing(view.text, dates)
        self.clauses = Clauses(view.text)
        self.facts: list[Fact] = []
        self.said: dict[frozenset[str], frozenset[str]] = {}

    def sentence(self, number: int, start: int, end: int) -> None:
        text = self.view.text
        self.governing.begin(start, end)
        inside = self.numbers[bisect_left(self.starts, start) : bisect_left(self.starts, end)]
        lists = shared_out(text, start, [(p.start, p.end, p.anchor) for p in inside])
        for match in _CLAUSE.finditer(text, start, end):
            self._clause(number, (start, end), match.span(), lists)
        self.governing.finish()

    def _clause(
        self,
        number: int,
        sentence: tuple[int, int],
        span: tuple[int, int],
        lists: dict[int, Shared],
    ) -> None:
        text = self.view.text
        first, last = sentence
        start, end = span
        if not text[start:end].strip():
            return
        place = len(self.clauses)
        low, high = bisect_left(self.starts, start), bisect_left(self.starts, end)
        clause = Clause(
            span=self.view.source(start, end),
            sentence=number,
            whole=text,
            first=first,
            length=last - first,
            begin=start - first,
            end=end - first,
            lead=self.governing.lead,
        )
        self.clauses.append(clause)
        previous = start
        if low < high and not pairs(text[start : self.starts[low]]) and place:
            before = self.clauses[place - 1]  # 总投资：1.06亿元, a row of a table
            if before.sentence == number and before.span.end <= clause.span.start:
                previous = start - len(before.text) - 1
                if previous < first or self._holds_number(previous, start):
                    previous = start
        first_fact = len(self.facts)
        # What leads the sentence is read in its first letters; a row of figures may be long.
        lead = _LEAD.match(MARKER.sub("", text[first : min(start, first + _HEAD)]))
        for number_in in range(low, high):
            placed = self.numbers[number_in]
            following = self.numbers[number_in + 1].start if number_in + 1 < high else end
            left, right = text[previous : placed.start], text[placed.end : following]
            noun = following < end and (
                (0 < len(right) <= _NOUN and _HAN.fullmatch(right) is not None)
                or (not pairs(left) and self._followed(number_in + 1, high, end))
            )
            cut = _ENDS_RIGHT.search(right)
            if cut is not None:
                right = right[: cut.start()]
            sides = lead[0] if lead else "", left, right
            self._fact(placed, (place, clause), end, sides, lists.get(placed.start))
            if not _names(placed.anchor):
                previous = following if noun else placed.end
        self.facts[first_fact:] = spread(self.facts[first_fact:])

    def _followed(self, number: int, high: int, end: int) -> bool:
        """True where a figure has words of its own behind it: 81个甲和63个乙."""
        following = self.numbers[number + 1].start if number + 1 < high else end
        return bool(pairs(self.view.text[self.numbers[number].end : following]))

    def _holds_number(self, start: int, end: int) -> bool:
        return bisect_left(self.starts, start) < bisect_left(self.starts, end)

    def _fact(
        self,
        placed: _Placed,
        numbered: tuple[int, Clause],
        clause_end: int,
        sides: tuple[str, str, str],
        shared: Shared | None,
    ) -> None:
        clause, said_in = numbered
        lead, left, right = sides
        anchor = placed.anchor
        label = anchor.label if isinstance(anchor, Figure) else None
        named = shared.label if shared is not None else left
        near, after = pairs(named), pairs(right)
        apart = bool(after) and left.endswith("、") and shared is None
        if apart:
            # 一起在甲地、三起在乙地: what stands before the mark is told of the other.
            left, named, near = "、", "", after
        elif after:
            near = near | after
        carried = self.facts[-1] if self.facts else None
        if carried is not None and carried.clause_sentence != said_in.sentence:
            carried = None
        bare = shared is None and carried is not None and carried.clause == clause
        hangs = carried is not None and (
            not near or (bare and not apart and not pairs(left)) or hangs_on(anchor, left)
        )
        # 全市预算收入41.3亿元，市级6.7亿元: of the same, at another level.
        level = carried is not None and _LEVEL.fullmatch(named.strip("、,，")) is not None
        near = near | carried.near if carried is not None and (hangs or level) else near
        if label and not hangs and label.endswith(words := left.strip("、,， ")) and words:
            near = near | pairs(label)  # 收入17亿元；支出34亿元: of the account told before
        near = near or pairs(label or "")
        near = self.said.setdefault(near, near)  # the same few things, again and again
        subject = tuple(
            dict.fromkeys(
                part
                for part in (
                    lead,
                    shared.label if shared else label or left.strip("、,"),
                )
                if part
            )
        )
        self.facts.append(
            Fact(
                kind="figure" if isinstance(anchor, Figure) else "ordinal",
                span=anchor.span,
                text=anchor.text,
                anchor=anchor,
                left=left,
                right=right,
                subject=subject,
                near=near,
                named=named,
                said_in=said_in,
                clause=clause,
                order=len(self.facts),
                bound=bound_of(anchor, left, beyond(self.view.text, placed.end, right))
                if isinstance(anchor, Figure)
                else _EQUAL,
                firm=not (isinstance(anchor, Figure) and anchor.non_quantity),
                periods=self._periods(placed, clause_end, shared),
                shared=shared is not None,
                carried=hangs and not after and shared is None,
            )
        )

    def _periods(
        self, placed: _Placed, clause_end: int, shared: Shared | None
    ) -> tuple[Period, ...]:
        """Every period that may be meant: of its list, else of what governs it."""
        if shared is not None and shared.period is not None:
            first, last, mention = shared.period
            return (Period(first, last, True, mention),)
        return self.governing.periods(placed.start, clause_end)
