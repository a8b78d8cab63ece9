"""The clauses of a text, by the hundred thousand: columns of numbers in place of records.

A report of 50 MB has a million clauses. As records with their ranges they would take a third of a
run's memory; a record is made when a clause is asked for.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import overload

from summarizer.facts.records import Clause, Facts
from summarizer.facts.words import pairs
from summarizer.spans import Range

COLUMN = "I"  # four bytes: no text that fits into memory has more characters than it counts
NONE = 2**32 - 1  # the largest number of four bytes: no position


class Clauses(Sequence[Clause]):
    """A sequence of clauses sorted by position; what stands over many of them is held once."""

    __slots__ = (
        "_begins", "_ends", "_firsts", "_headed", "_heads", "_lengths", "_others", "_sentences",
        "_sizes", "_starts", "_whole",
    )  # fmt: skip

    def __init__(self, whole: str) -> None:
        self._whole = whole
        self._starts = array(COLUMN)
        self._ends = array(COLUMN)
        self._sentences = array(COLUMN)
        self._begins = array(COLUMN)
        self._lengths = array(COLUMN)
        self._firsts = array(COLUMN)
        self._sizes = array(COLUMN)
        self._others: dict[int, str] = {}  # by sentence: the rows of tables are of no text
        self._heads: list[tuple[str, str]] = []  # what many clauses on end stand under
        self._headed = array(COLUMN)

    def append(self, clause: Clause) -> None:
        """Add the clause that follows all others."""
        self._starts.append(clause.span.start)
        self._ends.append(clause.span.end)
        self._sentences.append(clause.sentence)
        self._begins.append(clause.begin)
        self._lengths.append(clause.end - clause.begin)
        self._firsts.append(clause.first)
        self._sizes.append(clause.length)
        if clause.whole is not self._whole:
            self._others[clause.sentence] = clause.whole
        head = clause.lead, clause.caption
        if not self._heads or self._heads[-1] != head:
            self._heads.append(head)
        self._headed.append(len(self._heads) - 1)

    def __len__(self) -> int:
        return len(self._starts)

    @overload
    def __getitem__(self, number: int) -> Clause: ...

    @overload
    def __getitem__(self, number: slice) -> tuple[Clause, ...]: ...

    def __getitem__(self, number: int | slice) -> Clause | tuple[Clause, ...]:
        if isinstance(number, slice):
            return tuple(map(self._clause, range(*number.indices(len(self)))))
        return self._clause(number if number >= 0 else len(self) + number)

    def __iter__(self) -> Iterator[Clause]:
        return map(self._clause, range(len(self)))

    def _clause(self, number: int) -> Clause:
        sentence = self._sentences[number]
        begin = self._begins[number]
        return Clause(
            Range(self._starts[number], self._ends[number]),
            sentence,
            self._others.get(sentence, self._whole),
            self._firsts[number],
            self._sizes[number],
            begin,
            begin + self._lengths[number],
            *self._heads[self._headed[number]],
        )

    def pairs(self) -> Iterator[frozenset[str]]:
        """The letter pairs of each."""
        whole = self._whole
        columns = zip(self._sentences, self._firsts, self._begins, self._lengths, strict=True)
        for sentence, first, begin, length in columns:
            text = self._others.get(sentence, whole)
            yield pairs(text[first + begin : first + begin + length])

    def numbers(self, span: Range) -> tuple[int, int]:
        """The half-open range of the numbers of those that start inside `span`."""
        low = bisect_left(self._starts, span.start)
        return low, bisect_left(self._starts, span.end, lo=low)

    def within(self, span: Range) -> Sequence[Clause]:
        """Those that start inside `span`, each made when it is asked for."""
        return _Stretch(self, range(*self.numbers(span)))

    def after(self, offset: int) -> int:
        """The number of the first that starts behind an offset; the length where there is none."""
        return bisect_right(self._starts, offset)

    def sentences(self) -> Sentences:
        """Where each sentence begins and ends."""
        size = max(self._sentences, default=-1) + 1
        starts, ends = array(COLUMN, [NONE]) * size, array(COLUMN, [0]) * size
        for start, end, sentence in zip(self._starts, self._ends, self._sentences, strict=True):
            if starts[sentence] == NONE:
                starts[sentence] = start
            ends[sentence] = end
        return Sentences(starts, ends)


class _Stretch(Sequence[Clause]):
    """Some clauses that follow each other: a unit may hold nearly all of a long report."""

    __slots__ = ("_clauses", "_numbers")

    def __init__(self, clauses: Clauses, numbers: range) -> None:
        self._clauses, self._numbers = clauses, numbers

    def __len__(self) -> int:
        return len(self._numbers)

    @overload
    def __getitem__(self, number: int) -> Clause: ...

    @overload
    def __getitem__(self, number: slice) -> Sequence[Clause]: ...

    def __getitem__(self, number: int | slice) -> Clause | Sequence[Clause]:
        found = self._numbers[number]
        return self._clauses[found] if isinstance(found, int) else _Stretch(self._clauses, found)

    def __iter__(self) -> Iterator[Clause]:
        return map(self._clauses.__getitem__, self._numbers)


class Sentences:
    """The ranges of sentences by their numbers; some numbers have no clause and no range."""

    __slots__ = ("_ends", "_starts")

    def __init__(self, starts: array[int], ends: array[int]) -> None:
        self._starts, self._ends = starts, ends

    def __contains__(self, sentence: int) -> bool:
        return 0 <= sentence < len(self._starts) and self._starts[sentence] != NONE

    def __getitem__(self, sentence: int) -> Range:
        return Range(self._starts[sentence], self._ends[sentence])


@dataclass(frozen=True, slots=True)
class SourceFacts(Facts):
    """Everything read out of a source."""

    clauses: Clauses = field(default_factory=partial(Clauses, ""))
