"""How often a thing is done: 每月 told of what is done 每季度, 三年一次 of 五年一次."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from summarizer import patterns as re
from summarizer.checking.case import Case
from summarizer.checking.findings import Fault, Grade
from summarizer.checking.margins import PLAINLY

_NUMBER = "半|[一二两三四五六七八九十]|[0-9]{1,2}"
_OFTEN = re.compile(
    f"(?<![平人户日年月])(?<!对于)每(?P<n>{_NUMBER})?个?(?P<u>年度?|季度?|月份?|周|星期|[日天])(?![均末初底])"
    f"|(?P<m>{_NUMBER})个?(?P<v>年|季度|月|周|星期|[日天])[一1](?=[次修轮回届期])"
)
_DAYS = {"年": 360, "季": 90, "月": 30, "周": 7, "星": 7, "日": 1, "天": 1}
_DIGITS = dict(zip("一二三四五六七八九十两", (*range(1, 11), 2), strict=True))


def frequencies(case: Case) -> Iterator[Fault]:
    """Every frequency in a clause that is retold, where the source's sentence has one other."""
    for held in case.retellings(PLAINLY):
        told = list(_OFTEN.finditer(held.mine))
        stated = {_often(found) for found in _OFTEN.finditer(held.sentence)}
        if len(told) != 1 or len(stated) != 1 or _often(told[0]) in stated:
            continue
        near = _OFTEN.search(held.sentence)
        if near is None:
            continue
        details = {"mine": told[0][0], "theirs": near[0]}
        place = held.match.clause.span
        yield case.of_clause("unit", held.clause, place, "status", Grade.WRONG, **details)


def _often(found: re.Match[str]) -> Fraction:
    """The days from one time to the next."""
    number, unit = found["n"] or found["m"] or "1", (found["u"] or found["v"])[0]
    if number == "半":
        return Fraction(_DAYS[unit], 2)
    return Fraction(_DIGITS.get(number) or int(number)) * _DAYS[unit]
