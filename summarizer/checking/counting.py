"""What a claim counts by itself: the members of a list, the time from one date to another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from itertools import combinations

from summarizer import patterns as re
from summarizer.checking.case import Case
from summarizer.checking.margins import SCORES
from summarizer.facts.records import Fact
from summarizer.vocabulary import Bound, FigureKind

_MANY = 200  # a list that long is hardly counted by hand
_LISTS = 3  # sentences nearest to the claim's: of more some list is as long as any count
LAST = re.compile("[和与及]|以及")
_IN = re.compile("[每一]个?(?P<unit>半年|季度|[年月周])[^,;:。、0-9]{0,8}$")
_A_YEAR = {"半年": 2, "年": 1, "季度": 4, "月": 12, "周": 52}
_TIMES = frozenset(("次", "届", "轮", "倍"))
_LIMITS = frozenset((Bound.AT_LEAST, Bound.AT_MOST))
_LIMITED = re.compile("(?:最[多少高低]|至[多少]|不[得能可超少低])[^,、]{0,4}$")
_ROWS = re.compile("[,，:：;；。()（）]")


def lies_between(case: Case, claim: Fact) -> bool:
    """True for the time from one date of the claim's sentence to another: 相隔21个月."""
    figure = claim.figure
    if figure is None or figure.kind is not FigureKind.DURATION or figure.high is not None:
        return False
    sentence = [c.span for c in case.said.clauses if c.sentence == claim.clause_sentence]
    first, last = sentence[0].start, sentence[-1].end
    days = sorted(
        day
        for mention in case.said.anchors.dates
        if first <= mention.span.start < last
        for day in (mention.first, mention.last)
        if day[:4].isdigit()
    )
    return figure.value in lengths_between(days, figure.unit)


def lengths_between(days: Sequence[str], unit: str) -> frozenset[int]:
    """Every length of time from one of the days, in their order, to a later one."""
    pairs = combinations(days, 2)
    return frozenset(length for a, b in pairs for length in _lengths(a, b, unit))


def _lengths(first: str, last: str, unit: str) -> tuple[int, ...]:
    """The time from one day to another, both ends counted or not, in years, months or days."""
    a, b = date.fromisoformat(first), date.fromisoformat(last)
    months = 12 * (b.year - a.year) + b.month - a.month
    if unit == "年":
        return (b.year - a.year, b.year - a.year + 1)
    if unit in ("个月", "月"):
        return (months, months + 1)
    return ((b - a).days, (b - a).days + 1)


def times_a_year(before: str, number: Decimal) -> Decimal | None:
    """How many times in twelve months, by what stands before the number: 一年两次 is 每半年一次."""
    found = _IN.search(before)
    return number * _A_YEAR[found["unit"]] if found is not None else None


def is_as_often(claim: Fact, given: Fact) -> bool:
    """True for 一年开展两次 of 每半年开展一次."""
    often = [
        times_a_year(fact.clause_text.partition(fact.text)[0], fact.figure.value)
        for fact in (claim, given)
        if fact.figure is not None and fact.figure.unit == "次"
    ]
    return len(often) > 1 and often[0] is not None and often[0] == often[1]


def is_count(case: Case, claim: Fact, spoken: float) -> bool:
    """True where so many things are told beside the count, in the statement or the unit."""
    figure = claim.figure
    if figure is None or figure.kind is not FigureKind.COUNT or figure.value > _MANY:
        return False
    number = int(figure.value) if figure.value == int(figure.value) else 0
    if number < 2 or figure.unit in _TIMES or claim.bound in _LIMITS or _LIMITED.search(claim.left):
        return False  # a limit is no count, and how often a thing was done is no list
    told = [case.statement.text]
    if spoken < SCORES.meant:
        match = case.matches[claim.clause]
        told += [match.clause.sentence_text] if match is not None else []
        span = case.scope.span
        nearest = case.index.nearest_clauses(claim.sentence_pairs, most=_LISTS, span=span)
        told += [clause.sentence_text for _, clause in nearest]
    return (
        any(number in _sizes(text) for text in told)
        or number in set(_alike(case, claim))
        or (spoken < SCORES.clear and number in case.index.sizes(case.scope.unit))
    )


def _sizes(text: str) -> set[int]:
    """How many things each row of a text lists, between commas and between semicolons.

    甲、乙和丙 are three, and may be two where the last is 乙和丙部.
    """
    rows: set[int] = set()
    for row in _ROWS.split(text):
        if "、" in row:
            items = row.split("、")
            rows |= {len(items), len(items) + (LAST.search(items[-1], 1) is not None)}
    return rows | {
        len(re.findall("[;；]", text[: found.end()])) for found in re.finditer("[;；]", text)
    }


def _alike(case: Case, claim: Fact) -> Iterator[int]:
    """How many amounts in one unit the statement tells before the count."""
    units: dict[str, int] = {}
    for other in case.said.facts[: claim.order]:
        if other.figure is not None:
            units[other.figure.unit] = units.get(other.figure.unit, 0) + 1
    yield from units.values()
