"""Figures: a numeral, its scale, unit and qualifiers, from a view position (GB/T 15835-2011, 5.1).

`match_figure` reads the figure that begins at a numeral. What it reads is literal; what is
no firm quantity is told in `non_quantity.py`, what a figure is bound to in `binding.py`.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from summarizer import patterns as re
from summarizer.anchors import numerals, shares, units, vague
from summarizer.anchors.plain import BARE_TAIL, plain, tail_of
from summarizer.anchors.raw import SUFFIX, Raw, bounded, qualified
from summarizer.models.values import is_sane
from summarizer.patterns import lazy
from summarizer.vocabulary import Bound, FigureKind
from summarizer.words import worded

_HUNDRED_MILLIONS = re.compile(
    rf"个(?:(?P<post>多)亿(?P<unit>{units.COMMON})?|亿(?=[,，。;；、)）的]|$)){SUFFIX}"
)
_NOUN_TAIL = worded(
    "figures",
    "大(?P<unit>[项块条](?![目行件])|类(?![别型])|(?:(?![的会以来报精对作提召闭强胜])[一-龥]){0,6}?(?:{great})+)",
)
# 2小时30分: one span of time in its smaller unit.
_HOURS = re.compile("(?P<hours>[0-9]{1,3})(?:个)?小时(?P<minutes>[0-9]{1,2})分钟?(?![之0-9])")
# 十五日内, 满三十日: so many days. A day of the month has its month before it (3月15日前), or the
# day that it stands in a row with.
_DAYS = re.compile("日(?=之?内(?![部外容地在设生陆河蒙资需控业勤存科瓦])|以[内上下]|期[满限]|届满)")
_DAYS_AFTER = re.compile("日(?!报|常|[均产用记照])")
_SPANNED = re.compile("(?:满|超过|[少多]于|至少|至多|连续|提前|期限[为是]?|[为是]期|每)$")
_LEADING = 4  # letters of the words above, with 为
_DAY_TAIL = re.compile(SUFFIX)
_DAY_OF_MONTH = frozenset("年月日号、,至到和与及—–-~～")
_SEVERAL = frozenset("数几")
_ONE_OF_A_KIND = frozenset("统同唯专单")
_BEFORE_DASH = lazy("[0-9A-Za-z%‰℃]")
_NEGATIVE = re.compile("(?:[-−－]|(?P<cold>零下))$")
_SIGN_ENDS = frozenset("-−－下\n")
_SIGNED_AFTER = lazy("(?:[长为是达增差额润余盈损入益率到至])[-−－]$")
_MULTIPLIED = re.compile("(?P<n>[0-9]{1,2})[×xX*](?=[0-9])")


def _great(text: str, start: int) -> Raw | None:
    """六大领域, 六大特色产业园, 6大类: the noun is the unit."""
    token = numerals.TOKEN.match(text, start)
    if token is None or not text.startswith("大", token.end()):
        return None
    if text[start - 1 : start] in _ONE_OF_A_KIND and token.group() == "一":
        return None  # 统一大市场
    tail = _NOUN_TAIL.match(text, token.end())
    numeral = numerals.parse(token.group()) if tail is not None else None
    if tail is None or numeral is None:
        return None
    return Raw(start, tail.end(), start, numeral.value, tail["unit"], FigureKind.COUNT)


def _vague(text: str, start: int) -> Raw | None:
    """数千万元, 几十人, 十几亿: an amount that is known to its order only."""
    found = vague.several(text, start)
    if found is None:
        return None
    tail = tail_of(text, found.end, arabic=False)
    if tail is None or tail["scale"]:
        tail = BARE_TAIL.match(text, found.end) if text[found.end - 1] in "万亿" else None
    if tail is None:
        return None
    unit = units.canonical(tail.groupdict().get("unit") or "")
    raw = Raw(
        found.start, tail.end(), found.start, found.value, unit, units.kind_of(unit), found.high
    )
    raw = qualified(text, raw, tail)
    return raw._replace(qualifier=(raw.qualifier or "") + found.word, bound=Bound.ABOUT)


def _hundred_millions(text: str, start: int) -> Raw | None:
    """1个多亿元, 3个亿."""
    token = numerals.TOKEN.match(text, start)
    match = _HUNDRED_MILLIONS.match(text, token.end()) if token is not None else None
    numeral = numerals.parse(token.group()) if token is not None and match is not None else None
    if match is None or numeral is None:
        return None
    unit = units.canonical(match["unit"] or "")
    value = numeral.value * 10**8
    return qualified(text, Raw(start, match.end(), start, value, unit, units.kind_of(unit)), match)


def _hours(text: str, start: int) -> Raw | None:
    """2小时30分."""
    match = _HOURS.match(text, start)
    if match is None:
        return None
    value = Decimal(match["hours"]) * 60 + Decimal(match["minutes"])
    return qualified(
        text, Raw(start, match.end(), start, value, "分钟", FigureKind.DURATION), match
    )


def _days(text: str, start: int) -> Raw | None:
    """十五日内, 不少于三十日."""
    token = numerals.TOKEN.match(text, start)
    if token is None or text[start - 1 : start] in _DAY_OF_MONTH:
        return None
    spanned = _SPANNED.search(text, max(0, start - _LEADING), start)
    match = (_DAYS_AFTER if spanned else _DAYS).match(text, token.end())
    numeral = numerals.parse(token.group()) if match is not None else None
    if match is None or numeral is None:
        return None
    tail = _DAY_TAIL.match(text, match.end())
    end = tail.end() if tail is not None else match.end()
    raw = Raw(start, end, start, numeral.value, "日", FigureKind.DURATION)
    return qualified(text, raw, tail) if tail is not None else raw


def _multiplied(text: str, start: int) -> Raw | None:
    """2×35万千瓦: that many machines of a size make one quantity."""
    match = _MULTIPLIED.match(text, start)
    raw = plain(text, match.end()) if match is not None else None
    if match is None or raw is None or raw.kind is not FigureKind.PHYSICAL or raw.high:
        return None
    return raw._replace(start=start, number=start, value=raw.value * int(match["n"]))


_Rule = Callable[[str, int], Raw | None]
# By the first character, and by what follows an Arabic numeral: the rules before `plain`.
_CHINESE_RULES: dict[str, tuple[_Rule, ...]] = {
    "半": (shares.half,),
    "一": (
        shares.half,
        shares.per,
        shares.tenths,
        shares.discount,
        _great,
        _hundred_millions,
        _days,
    ),
    "翻": (shares.doubling,),
}
_OTHER_RULES: tuple[_Rule, ...] = (
    shares.per, shares.tenths, shares.discount, _great, _hundred_millions, _days,
)  # fmt: skip
_ARABIC_RULES: dict[str, tuple[_Rule, ...]] = {
    "∶": (shares.proportion,), ":": (shares.proportion,), "比": (shares.proportion,),
    "/": (shares.fraction,), "成": (shares.tenths,), "大": (_great,),
    "个": (_hundred_millions,), "小": (_hours,), "日": (_days,),
    "×": (_multiplied,), "x": (_multiplied,), "X": (_multiplied,), "*": (_multiplied,),
}  # fmt: skip
_ENDING_RULES: tuple[_Rule, ...] = (plain, shares.index)


def match_figure(text: str, start: int) -> Raw | None:
    """The figure whose numeral begins at `start`, by the first rule that fits, or None."""
    for rule in _rules(text, start):
        raw = rule(text, start)
        if raw is not None:
            return _signed(text, bounded(text, raw)) if _is_quantity(raw) else None
    return None


def _is_quantity(raw: Raw) -> bool:
    return is_sane(raw.value) and (raw.high is None or is_sane(raw.high))


def _rules(text: str, start: int) -> tuple[_Rule, ...]:
    char = text[start]
    if char.isascii():
        token = numerals.TOKEN.match(text, start)
        following = text[token.end() : token.end() + 1] if token is not None else ""
        own = _ARABIC_RULES.get(following)
        return own + _ENDING_RULES if own is not None else _ENDING_RULES
    rules = _CHINESE_RULES.get(char, _OTHER_RULES)
    if text[start - 1 : start] in _SEVERAL or "几" in text[start : start + 3]:
        rules += (_vague,)
    return (*rules, plain)


def _signed(text: str, raw: Raw) -> Raw:
    """The figure with its minus sign: one that joins nothing (净利润-3.5亿元), or 零下."""
    if raw.start != raw.number or text[raw.start - 1 : raw.start] not in _SIGN_ENDS:
        return raw
    sign = _NEGATIVE.search(text, max(0, raw.start - 2), raw.start)
    if sign is None:
        return raw
    if sign["cold"]:
        cold = raw.unit in ("度", "摄氏度", "℃")
        return raw._replace(start=sign.start(), value=-raw.value) if cold else raw
    if raw.unit in ("%", "‰", units.POINTS, "摄氏度", "℃"):
        if _BEFORE_DASH.match(text, max(0, raw.start - 2)):
            return raw
    elif not _SIGNED_AFTER.search(text, max(0, raw.start - 2), raw.start):
        return raw
    return raw._replace(start=raw.start - 1, value=-raw.value)
