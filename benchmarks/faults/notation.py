"""A deliberately small reader of figures, independent of the package's grammars.

It only has to find figures that can be tampered with, and to know which numbers a unit already
states, so that a tampered figure is really false.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation

_WIDE = str.maketrans("０１２３４５６７８９％", "0123456789%")
_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0, "两": 2}
_PLACES = {"十": 10, "百": 100, "千": 1000}
_SCALES = {"": 1, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8, "万亿": 10**12}

UNIT = (
    r"个百分点|%|平方米|人次|条次|PFlops|个月|元|亩|吨|公里|架|只|"
    r"个|人|名|家|条|项|次|处|户|所|件|起|份|座|宗|期|册|场|块|株|轮|支|类"
)
FIGURE = re.compile(
    r"(?<![0-9.,+亿万\-—－~至第])(?P<number>[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?)"
    rf"(?P<scale>万亿|亿|万)?(?P<mid>余|多)?(?P<unit>{UNIT})(?P<post>以上|以下)?"
)
HAN_FIGURE = re.compile(
    rf"(?<![第每零一二两三四五六七八九十百千万点分])(?P<number>[二两三四五六七八九十百千][一二三四五六七八九十百千]*)"
    rf"(?P<mid>余|多)?(?P<unit>{UNIT})"
)
TITLE = re.compile(r"《[^《》]*》")
QUOTATION = re.compile(r"“[^“”]*”")
QUALIFIER_BEFORE = re.compile(r"(?:近|(?<![签预制])约|超过|超|突破|不足|逾)$")
_NUMBER = re.compile(
    r"(?P<plain>[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?|[零〇○一二三四五六七八九十百千两]+(?:点[一二三四五六七八九零]+)?)"
    r"(?P<scale>万亿|亿|万)?"
)


def narrow(text: str) -> str:
    """The text with half-width digits; same length."""
    return text.translate(_WIDE)


def squeeze(text: str) -> str:
    """The text without layout white space, digits half-width."""
    return re.sub(r"[\s\u3000]+", "", narrow(text))


def loosen(text: str) -> str:
    """For comparing words: no white space, one form of brackets, commas and dashes."""
    return squeeze(text).translate(str.maketrans("（），－-[]", "(),——〔〕"))


def masked(text: str) -> str:
    """The text with everything inside 《》 and quotation marks blanked out; same length."""
    for pattern in (TITLE, QUOTATION):
        text = pattern.sub(lambda found: "□" * len(found[0]), text)
    return text


def _han(numeral: str) -> Decimal:
    if "点" in numeral:
        whole, fraction = numeral.split("点")
        return Decimal(f"{_han(whole)}." + "".join(str(_DIGITS[c]) for c in fraction))
    if not any(c in _PLACES for c in numeral):
        return Decimal("".join(str(_DIGITS[c]) for c in numeral))
    total = pending = 0
    for c in numeral:
        if c in _PLACES:
            total += (pending or 1) * _PLACES[c]
            pending = 0
        else:
            pending = _DIGITS[c]
    return Decimal(total + pending)


def value(number: str, scale: str = "") -> Decimal:
    """The value of a number as printed. Raises InvalidOperation where it is none."""
    plain = number.replace(",", "")
    read = Decimal(plain) if plain[0].isascii() else _han(plain)
    return (read * _SCALES[scale]).normalize()


def numbers(text: str) -> frozenset[Decimal]:
    """Every number in a text, scaled and bare (so that 2235万 forbids both 22350000 and 2235)."""
    found: set[Decimal] = set()
    for match in _NUMBER.finditer(squeeze(text)):
        try:
            found.add(value(match["plain"], match["scale"] or ""))
            found.add(value(match["plain"]))
        except (InvalidOperation, KeyError, ValueError):
            continue
    return frozenset(found)


def figures(text: str) -> Iterator[re.Match[str]]:
    """Figures in Arabic digits outside titles and quotations; offsets are the text's own."""
    return FIGURE.finditer(masked(narrow(text)))


def han_figures(text: str) -> Iterator[re.Match[str]]:
    """Figures in Chinese numerals, two and more, outside titles and quotations."""
    return HAN_FIGURE.finditer(masked(text))


def replace(text: str, start: int, end: int, new: str) -> str:
    """The text with `[start, end)` replaced."""
    return text[:start] + new + text[end:]


def clause_around(text: str, position: int) -> tuple[int, int]:
    """The clause, between marks of punctuation, that holds a position."""
    start = max((text.rfind(mark, 0, position) for mark in "，,；;。、：:"), default=-1) + 1
    ends = [e for mark in "，,；;。：:" if (e := text.find(mark, position)) >= 0]
    return start, min(ends, default=len(text))


def append(text: str, clause: str) -> str:
    """The statement with one more clause at its end."""
    return text.rstrip("。;；,，") + "，" + clause + "。"
