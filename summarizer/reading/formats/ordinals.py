"""Numbers as automatic numbering prints them (ECMA-376 17.18.59 ST_NumberFormat, CSS counters)."""

from __future__ import annotations

from collections.abc import Callable

_DIGITS = "零一二三四五六七八九"
_CAPITAL = "零壹贰叁肆伍陆柒捌玖"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
LARGEST = 99_999
"""Higher numbers are printed in Arabic digits whatever the format."""


def ordinal(number: int, style: str) -> str:
    """`number` in a number format of Word; the decimal number where the format is not known."""
    if style == "none":
        return ""
    maker = _MAKERS.get(style)
    if maker is not None and 0 < number <= LARGEST:
        return maker(number) or str(number)
    if style == "decimalZero":
        return f"{number:02d}"
    if style == "numberInDash":
        return f"- {number} -"
    return str(number)


def _counted(number: int, digits: str, units: str) -> str:
    """A number with its places: 十一, 一百零五, 一万二千."""
    result, gap = "", False
    for place, digit in zip(range(len(str(number)) - 1, -1, -1), str(number), strict=True):
        if digit == "0":
            gap = bool(result)
            continue
        result += (digits[0] if gap else "") + digits[int(digit)] + units[place].strip()
        gap = False
    return result


def chinese(number: int) -> str:
    """一, 十, 十一, 二十, 一百零五."""
    counted = _counted(number, _DIGITS, " 十百千万")
    return counted[1:] if counted.startswith("一十") else counted


def _capital(number: int) -> str:
    return _counted(number, _CAPITAL, " 拾佰仟万")


def _positions(number: int) -> str:
    return "".join(_DIGITS[int(digit)] for digit in str(number)).replace("零", "〇")


def _letters(number: int) -> str:
    """a … z, then aa, bb … as Word counts."""
    repeats, letter = divmod(number - 1, 26)
    return chr(ord("a") + letter) * min(repeats + 1, 30)


def _roman(number: int) -> str:
    result = ""
    for value, letters in _ROMAN:
        count, number = divmod(number, value)
        result += letters * count
    return result


def _circled(number: int) -> str:
    if number <= 20:
        return chr(0x2460 + number - 1)
    if number <= 35:
        return chr(0x3251 + number - 21)
    return chr(0x32B1 + number - 36) if number <= 50 else ""


def _of(text: str, number: int) -> str:
    return text[number - 1] if number <= len(text) else ""


_COUNTING = (
    "chineseCounting", "chineseCountingThousand", "japaneseCounting", "taiwaneseCounting",
    "taiwaneseCountingThousand", "koreanCounting",
)  # fmt: skip
_MAKERS: dict[str, Callable[[int], str]] = {
    **dict.fromkeys(_COUNTING, chinese),
    "chineseLegalSimplified": _capital,
    "ideographLegalTraditional": _capital,
    "japaneseLegal": _capital,
    "ideographDigital": _positions,
    "japaneseDigitalTenThousand": _positions,
    "taiwaneseDigital": _positions,
    "ideographTraditional": lambda number: _of(_STEMS, number),
    "ideographZodiac": lambda number: _of(_BRANCHES, number),
    "lowerLetter": _letters,
    "upperLetter": lambda number: _letters(number).upper(),
    "lowerRoman": lambda number: _roman(number).lower(),
    "upperRoman": _roman,
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedCircleChinese": _circled,
    "ideographEnclosedCircle": lambda number: chr(0x3280 + number - 1) if number <= 10 else "",
    "decimalEnclosedParen": lambda number: chr(0x2474 + number - 1) if number <= 20 else "",
    "decimalEnclosedFullstop": lambda number: chr(0x2488 + number - 1) if number <= 20 else "",
    "decimalFullWidth": lambda number: str(number).translate(
        {ord(str(digit)): chr(0xFF10 + digit) for digit in range(10)}
    ),
}
