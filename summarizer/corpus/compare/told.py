"""A comparison in words: what every printed form shows, in one order and one language."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from summarizer.corpus.compare.records import (
    Comparison,
    Copy,
    Edition,
    Move,
    Place,
    Promise,
    Series,
    Value,
)
from summarizer.facts.indicator import ADDED
from summarizer.output.wording import word
from summarizer.vocabulary import Lang, label


@dataclass(frozen=True, slots=True)
class Entry:
    """What is told, and below it where it stands or what became of it. Plain text."""

    head: str
    below: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the page; `note` says how to read it or that there is nothing."""

    title: str
    note: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """The series as a table: a head, and rows of cells; a cell holds several lines."""

    head: tuple[str, ...]
    rows: tuple[tuple[tuple[str, ...], ...], ...]


def title(lang: Lang) -> str:
    """The name of the page."""
    return word("comparison", lang)


def edition(one: Edition, lang: Lang) -> str:
    """A report in one line: its number, title, issuer, date and file."""
    facts = [one.title or word("untitled", lang), one.issuer or "", one.issued_on or "", one.name]
    return f"[{one.number}] " + "　".join(fact for fact in facts if fact)


def grid(comparison: Comparison, lang: Lang) -> Grid:
    """The series side by side: a row an indicator, a column a report."""
    numbers = [one.number for one in comparison.editions]
    head = (word("indicator", lang), *(f"[{number}]" for number in numbers))
    rows = []
    for series in comparison.series:
        cells: list[tuple[str, ...]] = [(series_name(series, lang),)]
        for number in numbers:
            held = [value for value in series.values if value.place.report == number]
            cells.append(tuple(_cell(value, lang) for value in held))
        rows.append(tuple(cells))
    return Grid(head, tuple(rows))


def series_name(series: Series, lang: Lang) -> str:
    """An indicator with its unit, and that its values say how much it moved."""
    change = word("series_change", lang) if series.change and not _added(series) else ""
    unit = word("()", lang).format(series.unit) if series.unit else ""
    return f"{series.indicator}{change}{unit}"


def _added(series: Series) -> bool:
    """Whether the name says already that what came anew is told."""
    return series.indicator.startswith(ADDED)


def parts(comparison: Comparison, lang: Lang) -> Iterator[Part]:
    """Everything but the reports and the series."""
    if not comparison.pairs:
        # What changed, and which promises came back, can be told of one place alone.
        yield Part(word("moved", lang), word("no_pairs", lang), ())
        yield _part("copied_passages", [_copy(copy, lang) for copy in comparison.copies], lang)
        return
    for term, kind in (("moved", "changed"), ("appeared", "new"), ("vanished", "gone")):
        moves = [move for move in comparison.moves if move.kind == kind]
        yield _part(term, [_move(move, lang) for move in moves], lang)
    back = [promise for promise in comparison.promises if promise.later is not None]
    silent = [promise for promise in comparison.promises if promise.later is None]
    yield _part("promises_back", [_promise(promise, lang) for promise in back], lang)
    yield _part("promises_silent", [_promise(promise, lang) for promise in silent], lang)
    yield _part("copied_passages", [_copy(copy, lang) for copy in comparison.copies], lang)


def _part(term: str, entries: list[Entry], lang: Lang) -> Part:
    note = word("n_items", lang).format(n=len(entries)) if entries else word("none_found", lang)
    return Part(word(term, lang), note, tuple(entries))


def _cell(value: Value, lang: Lang) -> str:
    facts = [period(value.period), word("planned_value", lang) if value.planned else ""]
    facts.append(value.place.unit)
    told = " · ".join(fact for fact in facts if fact)
    return f"{value.text}{word('()', lang).format(told)}" if told else value.text


def period(interval: str | None) -> str:
    """An interval as short as it can be said: a year, a month, a day, or both ends."""
    if not interval:
        return ""
    first, _, last = interval.partition("/")
    if first[:4] == last[:4] and first.endswith("-01-01") and last.endswith("-12-31"):
        return first[:4]
    if first[:7] == last[:7]:
        return first if first == last else first[:7]
    return f"{first}–{last}"


def where(place: Place) -> str:
    """A place in one phrase: report, unit, words."""
    return f"[{place.report}] {place.unit} “{place.words}”"


def _move(move: Move, lang: Lang) -> Entry:
    before, after = move.before, move.after
    unit = word("()", lang).format(move.unit) if move.unit else ""
    if before is not None and after is not None:
        told = f"{move.indicator}：{before.text} → {after.text}{_difference(move, lang)}"
    else:
        told = f"{move.indicator}{unit}：{(before or after).text}"  # type: ignore[union-attr]
    pair = f"{told} [{move.reports[0]}→{move.reports[1]}]"
    values = [value for value in (before, after) if value is not None]
    return Entry(pair, tuple(f"{where(v.place)} {period(v.period)}".rstrip() for v in values))


def _difference(move: Move, lang: Lang) -> str:
    if move.difference is None:
        return ""
    told = f"{_signed(move.difference)}{move.unit}"
    if move.percent is not None:
        told += f" {_signed(move.percent)}%"
    return word("()", lang).format(told)


def _signed(value: Decimal) -> str:
    text = format(value, "+f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def _promise(promise: Promise, lang: Lang) -> Entry:
    place = promise.promise.place
    head = f"{promise.promise.text} [{place.report}] {place.unit}"
    later = promise.later
    if later is None:
        return Entry(head, (word("not_told_in", lang).format(n=promise.following),))
    status = label(later.status, lang)
    return Entry(head, (f"{status}：{later.text} [{later.place.report}] {later.place.unit}",))


def _copy(copy: Copy, lang: Lang) -> Entry:
    places = "、".join(f"[{place.report}] {place.unit}" for place in copy.places)
    return Entry(copy.text, (f"{len(copy.text)} {word('characters', lang)}：{places}",))
