"""Numerals: Arabic, Chinese and mixed notation as exact decimals (GB/T 15835-2011, 4 and 5).

`TOKEN` matches one numeral from its first character; `parse` gives its value. Chinese digits
in a row are either positions (二〇二四) or an approximation (三四百 = 300 to 400); 三、四百 is a
list and so two tokens. Nothing here knows units or qualifiers.
"""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from summarizer import patterns as re
from summarizer.patterns import lazy

# A comma or a space groups thousands; a line may end after the point of a decimal.
ARABIC = (
    r"(?:[0-9]{1,3}(?:,[0-9]{3}){1,7}(?![0-9])(?:\.[0-9]+)?"
    r"|[0-9]{1,3}(?: [0-9]{3}){1,3}(?![0-9 ])(?:\.[0-9]+)?"
    r"|[0-9]+(?:\.(?:\n(?=[0-9]{1,4}(?:[%万亿]|个百分点)))?[0-9]+)?)"
)
# 千 and 百 also begin units (千瓦, 百分点), which are no multipliers.
MULTIPLIER = r"(?:[十万亿]|百(?!分)|千(?![瓦米克卡伏升帕兆乏字]))"
_DIGIT = "零〇○一二三四五六七八九"
_COUNTED = "一二三四五六七八九两"
_HAN = rf"(?:[{_DIGIT}两]|{MULTIPLIER})"
# 一点二万亿, 零点五; 三点二十 and 三点五分 are hours.
_DECIMAL = rf"{_HAN}{{1,8}}点[{_DIGIT}]{{1,6}}(?![{_DIGIT}十百千刻半]|分(?!之))(?:万亿|[万亿])?"
# 壹佰贰拾叁万, 參拾: a digit and its multiplier, since 陆, 伍, 拾 and 參 alone are words.
_CAPITALS = dict(zip("壹贰貳弍叁參参肆伍陆陸柒捌玖", "一二二二三三三四五六六七八九", strict=True))
_CAPITALS |= {"拾": "十", "佰": "百", "仟": "千", "萬": "万", "億": "亿", "兩": "两"}
_FORMAL = "壹贰貳弍叁參参肆伍陆陸柒捌玖"
_CAPITAL = (
    rf"(?<![登大着队内落])[{_FORMAL}](?:[拾佰仟]|[万萬亿億](?=[元人户件吨亩个壹贰貳叁參肆伍陆陸柒捌玖零]))"
    rf"[{_FORMAL}零拾佰仟万萬亿億]{{0,22}}"
)
# 4亿7,270万9,000元, 182万5000元: what is left below 万, behind whole numbers of it.
_UNITS = (
    r"(?:(?<=[0-9]万)(?<!\.[0-9]万)(?<!\.[0-9]{2}万)(?<!\.[0-9]{3}万)"
    r"(?:[0-9],[0-9]{3}|[0-9]{3,4})(?![0-9万亿]|[.,][0-9]))?"
)
# 4万一千: Arabic digits before, Chinese ones behind.
_REST = rf"(?:(?<=[万亿])零?[{_COUNTED}][千百](?:[{_DIGIT}两]|百(?!分)|十){{0,6}}万?)?"
_TENS = {"廿": "二十", "卅": "三十"}
START = "".join(["0123456789零〇一二三四五六七八九十百千万亿两半", *_TENS, _FORMAL])
"""Characters with which a numeral may begin."""
CHARACTERS = frozenset(START + "○点拾佰仟萬億")
"""Characters that may stand within a numeral."""
TOKEN = re.compile(
    rf"{ARABIC}(?:(?:{MULTIPLIER}{{1,3}}|兆(?=[0-9元]))(?:零?{ARABIC}(?=[百千万亿]))?){{0,6}}"
    rf"{_UNITS}{_REST}"
    rf"|{_DECIMAL}|[{''.join(_TENS)}][一二三四五六七八九]?|{_HAN}{{1,24}}|半|{_CAPITAL}"
)
LONGEST = 24
"""A numeral of more characters than this is an identifier, not a quantity."""

_IDENTIFIER = re.compile("[0-9]{13}")
_SIMPLE = re.compile(r"[0-9]+(?:\.[0-9]+)?")
_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0, "两": 2}
_SMALL = {"十": 10, "百": 100, "千": 1000}
_PIECE = lazy(r"[0-9][0-9., \n]*|.")
_LAYOUT = {ord(char): None for char in ", \n"}
_TO_PLAIN = {ord(char): plain for char, plain in _CAPITALS.items()}
_MULTIPLIERS = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8, "兆": 10**12}
_NEIGHBOURS = frozenset("一二 两三 二三 三四 四五 五六 六七 七八 八九".replace(" ", "|").split("|"))


class Numeral(NamedTuple):
    """A value, with `high` where the numeral itself is an approximation (三四百)."""

    value: Decimal
    high: Decimal | None = None


def scale_of(text: str) -> int:
    """The product of multiplier characters: 万亿 = 10**12; 1 for an empty text. Raises KeyError for
    any other character."""
    product = 1
    for char in text:
        product *= _MULTIPLIERS[char]
    return product


def parse(text: str) -> Numeral | None:
    """The value of what `TOKEN` matched, None where that is no number (三五, 一一, 万一).

    Never raises, however long the numeral or mixed its notation.
    """
    return _parsed(text) if len(text) <= LONGEST else None


@lru_cache(maxsize=4096)  # a report prints the same few numbers over and over
def _parsed(text: str) -> Numeral | None:
    if text[0] == "半":
        return Numeral(Decimal("0.5")) if text == "半" else None
    if text[0] in _TENS:
        return parse(_TENS[text[0]] + text[1:])
    if text[0] in _FORMAL:
        return parse(text.translate(_TO_PLAIN))
    if text[0] in "0123456789":
        # More digits in a row are an identifier, or the cells of a table that ran together.
        if _IDENTIFIER.match(text):
            return None
        return Numeral(Decimal(text)) if _SIMPLE.fullmatch(text) else _mixed(text)
    if all(char in _DIGITS for char in text):
        return _digits(text)
    if "点" in text:
        return _decimal(text)
    for index in range(len(text) - 1):
        if text[index : index + 2] in _NEIGHBOURS:
            low = _chinese(text[:index] + text[index] + text[index + 2 :])
            high = _chinese(text[:index] + text[index + 1 :])
            return Numeral(low, high) if low is not None and high is not None else None
    value = _chinese(text)
    return Numeral(value) if value is not None else None


def _decimal(text: str) -> Numeral | None:
    """十点三, 零点五, 一点二万亿."""
    whole, _, rest = text.partition("点")
    digits = rest.rstrip("万亿")
    before = parse(whole) if whole else None
    if before is None or before.high is not None or not digits:
        return None
    fraction = Decimal("0." + "".join(str(_DIGITS[char]) for char in digits))
    return Numeral((before.value + fraction) * scale_of(rest[len(digits) :]))


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
    """Arabic digits with multipliers: 1亿2000万, 1.2万亿, 3千万, 4万一千."""
    total = Decimal(0)
    current: Decimal | None = None
    for match in _PIECE.finditer(text):
        piece = match.group()
        if piece[0] in "0123456789":
            if current is not None:
                total += current
            current = Decimal(piece.translate(_LAYOUT))
        elif piece in _COUNTED:
            rest = _chinese(text[match.start() :])
            return Numeral(total + (current or 0) + rest) if rest is not None else None
        elif piece != "零":
            current = (current if current is not None else Decimal(1)) * _MULTIPLIERS[piece]
    return Numeral(total + (current or 0))
