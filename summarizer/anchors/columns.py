"""Anchors that are a place and a few words, by the ten thousand: columns in place of records."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, TypeVar, overload

from summarizer.spans import Range

_COLUMN = "I"  # four bytes: no text that fits into memory has more characters than it counts

T = TypeVar("T")


class Columns(Sequence[T]):
    """Records sorted by position, each made of its range and its words when it is asked for.

    Words that are printed again and again are held once. A stretch of them is no copy.
    """

    __slots__ = ("_ends", "_make", "_numbers", "_starts", "_words")

    def __init__(
        self, make: Callable[..., T], rows: Iterable[tuple[Range, tuple[Any, ...]]]
    ) -> None:
        self._make = make
        self._starts, self._ends = array(_COLUMN), array(_COLUMN)
        self._words: list[tuple[Any, ...]] = []
        kept: dict[tuple[Any, ...], tuple[Any, ...]] = {}
        for (start, end), words in rows:
            self._starts.append(start)
            self._ends.append(end)
            self._words.append(kept.setdefault(words, words))
        self._numbers = range(len(self._starts))

    def within(self, span: Range) -> Columns[T]:
        """Those that start inside `span`."""
        numbers = self._numbers
        low = bisect_left(self._starts, span.start, numbers.start, numbers.stop)
        high = bisect_left(self._starts, span.end, low, numbers.stop)
        found = Columns.__new__(Columns)
        found._make, found._starts, found._ends = self._make, self._starts, self._ends
        found._words, found._numbers = self._words, range(low, high)
        return found

    def __len__(self) -> int:
        return len(self._numbers)

    def __iter__(self) -> Iterator[T]:
        return map(self._record, self._numbers)

    @overload
    def __getitem__(self, place: int) -> T: ...

    @overload
    def __getitem__(self, place: slice) -> tuple[T, ...]: ...

    def __getitem__(self, place: int | slice) -> T | tuple[T, ...]:
        numbers = self._numbers[place]
        if isinstance(numbers, range):
            return tuple(map(self._record, numbers))
        return self._record(numbers)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        return hash(tuple(self))

    def _record(self, number: int) -> T:
        place = Range(self._starts[number], self._ends[number])
        return self._make(place, *self._words[number])
