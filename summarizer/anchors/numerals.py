"""Numerals: Arabic, Chinese and mixed notation as exact decimals.

`TOKEN` matches one numeral from its first character; `parse` gives its value. Chinese digits
in a row are either positions (二〇二四) or an approximation (三四百 = 300 to 400); 三、四百 is a
list and so two tokens. Nothing here knows units or qualifiers.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from summarizer.patterns import lazy

# A comma or a space groups thousands; a line may end after the point of a decimal.
ARABIC = (
    r"(?:[0-9]{1,3}(?:,[0-9]{3}){1,7}(?![0-9])(?:\.[0-9]+)?"
    r"|[0-9]{1,3}(?: [0-9]{3}){1,3}(?![0-9 ])(?:\.[0-9]+)?"
    r"|[0-9]+(?:\.(?:\n(?=[0-9]{1,4}(?:[%万亿]|个百分点)))?[0-9]+)?)"
)
# 千 and 百 also begin units (千瓦, 百分点), which are no multipliers.
MULTIPLIER = r"(?:[十万亿]|百(?!分)|千(?![瓦米克卡伏升帕兆乏字]))"
_HAN = r"(?:[零〇○一二三四五六七八九两]|" + MULTIPLIER + ")"
START = "0123456789零〇一二三四五六七八九十百千万两半"
TOKEN = re.compile(
    rf"{ARABIC}(?:{MULTIPLIER}{{1,3}}(?:零?{ARABIC}(?=[百千万亿]))?){{0,6}}|{_HAN}{{1,24}}|半"
)
LONGEST = 24
"""A numeral of more characters than this is an identifier, not a quantity."""

_IDENTIFIER = re.compile("[0-9]{13}")
_SIMPLE = re.compile(r"[0-9]+(?:\.[0-9]+)?")
_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0, "两": 2}
_SMALL = {"十": 10, "百": 100, "千": 1000}
_PIECE = lazy(r"[0-9][0-9., \n]*|.")
_LAYOUT = {ord(char): None for char in ", \n"}
_MULTIPLIERS = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8}
_NEIGHBOURS = frozenset("一二 两三 二三 三四 四五 五六 六七 七八 八九".replace(" ", "|").split("|"))


class Numeral(NamedTuple):
    """A value, with `high` where the numeral itself is an approximation (三四百)."""

    value: Decimal
    high: Decimal | None = None


def scale_of(text: str) -> int:
    """The product of multiplier characters: 万亿 = 10**12; 1 for an empty text."""
    product = 1
    for char in text:
        product *= _MULTIPLIERS[char]
    return product


def parse(text: str) -> Numeral | None:
    """The value of a numeral, or None where the characters are no number (三五, 一一, 万一)."""
    if len(text) > LONGEST:
        return None
    if text[0] == "半":
        return Numeral(Decimal("0.5")) if text == "半" else None
    if text[0] in "0123456789":
        # More digits in a row are an identifier, or the cells of a table that ran together.
        if _IDENTIFIER.match(text):
            return None
        return Numeral(Decimal(text)) if _SIMPLE.fullmatch(text) else _mixed(text)
    if all(char in _DIGITS for char in text):
        return _digits(text)
    for index in range(len(text) - 1):
        if text[index : index + 2] in _NEIGHBOURS:
            low = _chinese(text[:index] + text[index] + text[index + 2 :])
            high = _chinese(text[:index] + text[index + 1 :])
            return Numeral(low, high) if low is not None and high is not None else None
    value = _chinese(text)
    return Numeral(value) if value is not None else None


def _digits(text: str) -> Numeral | None:
    if len(text) == 1:
        return Numeral(Decimal(_DIGITS[text]))
    if text in _NEIGHBOURS:
        return Numeral(Decimal(_DIGITS[text[0]]), Decimal(_DIGITS[text[1]]))
    if len(text) >= 3 and any(char in "零〇○" for char in text) and "两" not in text:
        return Numeral(Decimal("".join(str(_DIGITS[char]) for char in text)))
    return None


def _chinese(text: str) -> Decimal | None:
    """A Chinese numeral with multipliers; 三百五 = 350, 一万二 = 12000."""
    total = section = 0
    digit: int | None = None
    last = 0
    zero = False
    for char in text:
        if char in _DIGITS:
            if _DIGITS[char] == 0:
                zero = True
                continue
            if digit is not None:
                return None
            digit = _DIGITS[char]
        elif char in _SMALL:
            if digit is None and last in (10, 100, 1000):
                return None
            section += (1 if digit is None else digit) * _SMALL[char]
            digit, last, zero = None, _SMALL[char], False
        else:
            factor = _MULTIPLIERS[char]
            section += digit or 0
            if section == 0 and total == 0:
                total = factor if not last else total * factor
            elif factor == 10**8:
                total = (total + section) * factor
            else:
                total += section * factor
            section, digit, last, zero = 0, None, factor, False
    if digit is not None:
        section += digit * (last // 10 if last > 10 and not zero else 1)
    return Decimal(total + section)


def _mixed(text: str) -> Numeral | None:
    """Arabic digits with multipliers: 1亿2000万, 1.2万亿, 3千万."""
    total = Decimal(0)
    current: Decimal | None = None
    for match in _PIECE.finditer(text):
        piece = match.group()
        if piece[0] in "0123456789":
            if current is not None:
                total += current
            current = Decimal(piece.translate(_LAYOUT))
        elif piece != "零":
            current = (current if current is not None else Decimal(1)) * _MULTIPLIERS[piece]
    return Numeral(total + (current or 0))
