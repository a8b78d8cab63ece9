"""The same indicator over several reports, and what became of it from one to the next."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from summarizer.corpus.compare.digest import Counted, Digest
from summarizer.corpus.compare.records import Move, MoveKind, Series, Value
from summarizer.facts.indicator import same_words


class _Key(NamedTuple):
    words: str
    unit: str
    change: bool


def series_of(digests: Iterable[Digest]) -> tuple[Series, ...]:
    """Every series: those of most reports first, of these the ones whose name means one thing, then
    in the order of their first place."""
    values: dict[_Key, list[Counted]] = {}
    for digest in digests:
        for counted in digest.counted:
            key = _Key(same_words(counted.indicator), counted.unit, counted.change)
            values.setdefault(key, []).append(counted)
    made = [
        Series(found[0].indicator, key.unit, key.change, tuple(_distinct(found)))
        for key, found in values.items()
    ]
    return tuple(sorted(made, key=lambda series: (-series.reports, series.surplus)))


def _distinct(found: list[Counted]) -> Iterator[Value]:
    """The values, one that a report repeats for the same period only where it stands first."""
    seen: set[tuple[int, Decimal, Decimal | None, str | None]] = set()
    for counted in found:
        value = counted.value
        fact = (value.place.report, value.value, value.high, value.period)
        if fact not in seen:
            seen.add(fact)
            yield value


def following(digests: Sequence[Digest]) -> list[tuple[int, int]]:
    """The numbers of reports that follow each other: of one place and one kind, in the given order;
    where two reports alone are compared, these two.

    镜湖区 may be 芜湖市镜湖区; where it may be that of two cities, it follows neither.
    """
    if len(digests) == 2:
        return [(digests[0].number, digests[1].number)]
    pairs = []
    named: dict[str, list[Digest]] = {}  # by the innermost place
    for digest in digests:
        if not digest.area:
            continue
        known = named.setdefault(digest.area[-1], [])
        before = [one for one in known if _alike(one, digest)]
        if before and all(_alike(one, other) for one in before for other in before):
            pairs.append((before[-1].number, digest.number))
        known.append(digest)
    return pairs


def _alike(one: Digest, other: Digest) -> bool:
    """Whether two reports are of one place, as far as they name it, and of one kind."""
    inner, outer = sorted((one.area, other.area), key=len)
    kinds = sorted((one.kind, other.kind), key=len)
    return outer[-len(inner) :] == inner and kinds[1].endswith(kinds[0])


def moves_of(series: Iterable[Series], pairs: Iterable[tuple[int, int]]) -> tuple[Move, ...]:
    """What is changed, new and gone in each pair, in this order. What stays the same is no move."""
    latest = [(one, _latest(one)) for one in series]
    found: list[Move] = []
    for pair in pairs:
        moved = [move for one, values in latest if (move := _move(one, values, pair)) is not None]
        order = {"changed": 0, "new": 1, "gone": 2}
        found += sorted(moved, key=lambda move: order[move.kind])
    return tuple(found)


def _move(series: Series, values: _Latest, pair: tuple[int, int]) -> Move | None:
    before, after = values.get(pair[0]), values.get(pair[1])
    many = any(number in values and values[number] is None for number in pair)
    if many or (before is None and after is None):
        return None
    if before is not None and after is not None:
        if (before.value, before.high) == (after.value, after.high):
            return None
        return Move("changed", series.indicator, series.unit, pair, before, after)
    kind: MoveKind = "new" if before is None else "gone"
    return Move(kind, series.indicator, series.unit, pair, before, after)


_Latest = dict[int, Value | None]


def _latest(series: Series) -> _Latest:
    """By report the value that stands for it: what is so rather than what is planned, of the latest
    period. None where several stand for it: which of them moved, nobody can say."""
    chosen: dict[int, list[Value]] = {}
    for value in series.values:
        held = chosen.setdefault(value.place.report, [])
        if not held or _rank(value) > _rank(held[0]):
            held[:] = [value]
        elif _rank(value) == _rank(held[0]):
            held.append(value)
    return {report: held[0] if len(held) == 1 else None for report, held in chosen.items()}


def _rank(value: Value) -> tuple[bool, str]:
    return (not value.planned, (value.period or "").split("/")[-1])
