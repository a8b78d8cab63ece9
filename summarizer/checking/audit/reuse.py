"""The same words used in two units."""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from itertools import pairwise

from summarizer import patterns as re
from summarizer.checking.audit.notes import Note
from summarizer.checking.equality import flat
from summarizer.checking.index import SourceIndex
from summarizer.facts.records import within
from summarizer.reading.outline.records import Unit
from summarizer.spans import Range

_LONG = 40  # letters told twice that are no set phrase
_WITH_FIGURE = 20  # and where a figure is among them
_CLAUSE = re.compile(r"[^,，。；;！!？?：:\n]+")
_SEEN_OFTEN = 4  # places: of what stands in more, a form, only the first are compared
_FEWEST = 4  # letters of a clause that a run may begin with
_SHOWN = 60  # letters of a run in a note
_LONGEST_RUN = 60  # clauses: a text printed twice from end to end is compared in such pieces


def reuse(index: SourceIndex) -> Iterator[Note]:
    """Runs of clauses that stand in two units, once for two: long ones, or some with a figure.

    The articles of a law say the same in the same words, and are right to.
    """
    if index.analysis.is_law:
        return
    clauses = _Clauses(index)
    again: dict[int, list[int]] = {}  # the places of a repeated clause behind its first
    told: set[str] = set()
    done = -1
    for number, first in enumerate(clauses.firsts):
        if first == number or first in clauses.short:
            continue
        later = again.setdefault(first, [])
        if number > done:
            run = max(
                (
                    clauses.run(place, number)
                    for place in (first, *later)
                    if clauses.apart(place, number)
                ),
                key=lambda found: found[1],
                default=(0, 0),
            )
            note = clauses.note(run[0], number, run[1])
            if note is not None:
                if note.details["units"] not in told:
                    yield note
                told.add(note.details["units"])
                done = number + run[1] - 1
        if len(later) < _SEEN_OFTEN - 1:
            later.append(number)


class _Clauses:
    """The clauses of the body in columns: where they stand, and which is the first of its words.

    Their words are kept for those alone that are told again, by a sum over each: a long report has
    a million clauses, and hardly any twice.
    """

    def __init__(self, index: SourceIndex) -> None:
        self.index = index
        self.view = index.document.view
        body = self.view.slice(index.document.body)
        self.starts, self.ends, sums = array("I"), array("I"), array("q")
        for match in _CLAUSE.finditer(self.view.text, body.start, body.end):
            self.starts.append(match.start())
            self.ends.append(match.end())
            sums.append(hash(flat(match[0])))
        told_again = {one for one, following in pairwise(sorted(sums)) if one == following}
        self.firsts = array("I")
        self.short: set[int] = set()
        known: dict[str, int] = {}
        for number, found in enumerate(sums):
            if found not in told_again:
                self.firsts.append(number)
                continue
            words = self.words(number)
            self.firsts.append(known.setdefault(words, number))
            if len(words) < _FEWEST:
                self.short.add(number)

    def words(self, number: int) -> str:
        """A clause as it is compared."""
        return flat(self.view.text[self.starts[number] : self.ends[number]])

    def source(self, first: int, last: int) -> Range:
        """The range of the source from one clause to another."""
        return self.view.source(self.starts[first], self.ends[last])

    def apart(self, first: int, second: int) -> bool:
        """True where two clauses lie in different leaves."""
        units = [_leaf(self.index, self.source(place, place)) for place in (first, second)]
        return None not in units and units[0] is not units[1]

    def run(self, first: int, second: int) -> tuple[int, int]:
        """The first place of a common run of clauses, and how many clauses it holds."""
        size, firsts = 0, self.firsts
        while (
            size < _LONGEST_RUN
            and first + size < second
            and second + size < len(firsts)
            and firsts[first + size] == firsts[second + size]
        ):
            size += 1
        return first, size

    def _counts(self, span: Range) -> bool:
        """Whether a figure stands in a range; a term that many measures have is none."""
        return any(fact.figure is not None for fact in within(self.index.facts.facts, span))

    def note(self, first: int, second: int, size: int) -> Note | None:
        """The observation of a run, where it is long enough."""
        letters = "".join(map(self.words, range(second, second + size)))
        spans = tuple(self.source(start, start + size - 1) for start in (first, second))
        if len(letters) < _WITH_FIGURE or (len(letters) < _LONG and not self._counts(spans[0])):
            return None
        units = [_leaf(self.index, span) for span in spans]
        if units[0] is None or units[1] is None or units[0] is units[1]:
            return None
        shown = self.index.printed(spans[0])
        return Note(
            "reused",
            spans,
            {
                "units": f"{units[0].id}、{units[1].id}",
                "claimed": shown if len(shown) <= _SHOWN else shown[:_SHOWN] + "…",
            },
        )


def _leaf(index: SourceIndex, span: Range) -> Unit | None:
    unit = index.unit_at(span.start)
    return unit if unit is not None and unit.is_leaf else None
