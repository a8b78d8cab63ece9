"""Vague amounts: 数千万, 几十, 十几亿, and what only a word before it makes a number (近亿).

Approximate numbers (概数) in Chinese digits: GB/T 15835-2011, 4.2 and 5.2.

几 and 数 stand for any digit from two to nine, so that 数千万 is 2000万 up to 1亿 and 十几 is ten
up to twenty: a range with the bound `~`.
"""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from summarizer import patterns as re
from summarizer.anchors import numerals, units

# 人数十万 is a number of people: 数 behind a classifier or one of these is a noun.
_NOUN = "".join(unit for unit in units.COUNT if len(unit) == 1)
_SEVERAL = re.compile(
    rf"(?P<word>几|(?<![多少总指基倍系分参函半无位算充悉整负级年天字页层床{_NOUN}])数)"
    r"(?P<scale>[十百千][万亿]{0,2}|[万亿]{1,2})(?!分之)"
)
_TEENS = re.compile(r"(?P<tens>[一二三四五六七八九]?十)几(?P<scale>[万亿]{0,2})")
_UNCOUNTED = re.compile("[十百千万亿]{1,3}")


class Vague(NamedTuple):
    """An amount at `[start, end)`: from `value` up to `high`."""

    start: int
    end: int
    value: Decimal
    high: Decimal
    word: str


def several(text: str, start: int) -> Vague | None:
    """The amount whose first multiplier stands at `start`: 数|千万, 几|十, |十几亿."""
    if text[start - 1 : start] in ("数", "几"):
        match = _SEVERAL.match(text, start - 1)
        if match is None:
            return None
        scale = Decimal(numerals.scale_of(match["scale"]))
        return Vague(start - 1, match.end(), scale * 2, scale * 10, match["word"])
    match = _TEENS.match(text, start)
    if match is None:
        return None
    tens = numerals.parse(match["tens"])
    if tens is None:
        return None
    scale = Decimal(numerals.scale_of(match["scale"]))
    return Vague(start, match.end(), tens.value * scale, (tens.value + 10) * scale, "几")


def is_uncounted(token: str) -> bool:
    """Whether a numeral is multipliers alone (百, 千万), which count nothing by themselves."""
    return _UNCOUNTED.fullmatch(token) is not None
