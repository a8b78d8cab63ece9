"""Amounts over time: a monthly one told for a year, and what two levels come to a year."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from summarizer import patterns as re
from summarizer.anchors.records import Figure
from summarizer.checking.operands import Operand, Result
from summarizer.facts.records import Fact

_MONTH, _YEAR, _DAY = 1.0, 12.0, 12 / 365  # in months
_TIMES = {"月": _MONTH, "个月": _MONTH, "年": _YEAR, "季": 3.0, "季度": 3.0, "日": _DAY, "天": _DAY}
_EVERY = re.compile(
    "(?:每|一)(年|个?月|季度?|[日天])[^,。;]{0,6}$|"
    "(?<![0-9])([月年日])(?:薪|收?入|工资|产|供)[^,。;]{0,4}$"
)


def over_time(figure: Figure, one: Operand) -> Iterator[Result]:
    """An amount a month told for a year or a day, and the reverse; over its own period."""
    theirs = one.fact.figure
    if theirs is None:
        return
    mine, other = _time_of(figure.per), _time_of(theirs.per) or _time_of(_said(one.fact))
    if other is not None:
        for unit in (_MONTH, _YEAR, _DAY) if mine is None else (mine,):
            if unit != other:
                yield Result(one.value * unit / other, (one.fact,), "ratio")
        return
    for months in {12.0, *(_months(one.fact))}:
        yield Result(one.value / months, (one.fact,), "ratio")
        if months % 12 == 0 and months > 12:
            yield Result(one.value * 12 / months, (one.fact,), "ratio")
    yield Result(one.value / 365, (one.fact,), "ratio")


def years_between(first: Fact, second: Fact, held: Sequence[Operand]) -> Iterator[float]:
    """How many years lie between two levels: of their own dates, or told in their sentence."""
    years = {
        fact.periods[0].first[:4] for fact in (first, second) if fact.periods
    } | {fact.periods[0].last[:4] for fact in (first, second) if fact.periods}
    if len(years) == 2 and all(year.isdigit() for year in years):
        yield float(abs(int(min(years)) - int(max(years))))
    for one in held if first.clause_sentence == second.clause_sentence else ():
        figure = one.fact.figure
        told = one.fact.clause_sentence == first.clause_sentence
        if told and figure is not None and figure.unit == "年" and figure.value > 1:
            yield float(figure.value)


def _time_of(per: str | None) -> float | None:
    """The length in months of the time that an amount is said per; None for no time."""
    if not per:
        return None
    return next((_TIMES[part] for part in re.split("[·/]", per) if part in _TIMES), None)


def _said(fact: Fact) -> str | None:
    clause = fact.said_in.text
    before = clause[: max(0, clause.find(fact.text))]  # 一个月能挣: a figure before cuts `left` off
    found = _EVERY.search(fact.left) or _EVERY.search(before)
    return (found[1] or found[2]).replace("个月", "月") if found is not None else None


def _months(fact: Fact) -> Iterator[float]:
    for period in fact.periods[:1]:
        first, last = period.first.split("-"), period.last.split("-")
        if len(first) == len(last) == 3 and first[0].isdigit() == last[0].isdigit():
            years = int(last[0]) - int(first[0]) if first[0].isdigit() else 0
            months = years * 12 + int(last[1]) - int(first[1]) + 1
            if months > 1:
                yield float(months)
