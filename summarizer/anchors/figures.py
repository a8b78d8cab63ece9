"""Figures: a numeral, its scale, unit and qualifiers, from a view position.

`match_figure` reads the figure that begins at a numeral. What it reads is literal; whether a
figure is firm (`loose`) is decided in `loose.py`, what it is bound to in `binding.py`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal

from summarizer.anchors import numerals, units
from summarizer.anchors.dates import DASH
from summarizer.vocabulary import FigureKind

_SUFFIX = (
    r"(?P<suffix>(?:及|或|和)?以上|以下(?!简称|称|几|问题|措施|方面)|以内|左右|上下(?!功夫|级|联))?"
)
_HEAD = rf"(?P<more>余|多)?(?P<scale>{numerals.MULTIPLIER}{{1,2}})?(?P<mid>余|多)?"
_ARABIC_TAIL = re.compile(
    rf"{_HEAD}(?P<unit>{units.AFTER_ARABIC})(?P<post>余|多(?!元)|半)?{_SUFFIX}"
)
_CHINESE_TAIL = re.compile(
    rf"{_HEAD}(?P<unit>{units.AFTER_CHINESE})(?P<post>余|多(?!元)|半)?{_SUFFIX}"
)
_SPLIT_UNIT = re.compile(rf"个(?P<post>多|半)(?P<unit>月|小时|星期)(?!度){_SUFFIX}")
_BARE_TAIL = re.compile(rf"{_HEAD}{_SUFFIX}(?![0-9A-Za-z.+:×*/])")
_NOUN_TAIL = re.compile(
    rf"大(?P<unit>[项块条](?![目行件])|类(?![别型])|[一-龥]{{0,6}}?(?:{units.NOUNS})(?:{units.NOUNS})*)"
)
_RANGE = re.compile(
    rf"(?P<unit>(?:{units.AFTER_ARABIC})?)(?:{DASH}|至|到)(?P<high>{numerals.TOKEN.pattern})"
)
_PER = re.compile(
    rf"(?P<base>百|千|万|[二三四五六七八九十]{{1,2}})分之(?P<part>(?:[0-9.]+|[零〇一二三四五六七八九十百]+)(?:点[零〇一二三四五六七八九]+)?){_SUFFIX}"
)
_TENTHS = re.compile(
    rf"(?P<n>[一二三四五六七八九1-9])成(?P<half>半|[一二三四五六七八九])?(?P<more>多|余)?(?![立果为员绩熟效功长就都本交品分套群因语年才事人为型行])(?<!.一成){_SUFFIX}"
)
_FRACTION = re.compile(
    rf"(?P<a>[1-9][0-9]?)/(?P<b>[1-9][0-9]?)(?=的|以|左右|[,，。;；、)）]|$){_SUFFIX}"
)
_DOUBLING = re.compile(r"翻(?P<n>[一二两三四1-9])?番(?P<suffix>以上|左右)?")
_QUALIFIERS = (
    "不少于|不低于|不高于|不超过|不多于|不下于|不小于|不大于|不足|不到|不下|不止|超过|超出|将近|接近|大约|"
    "大于|小于|高于|低于|多于|少于|至少|最少|最多|约为|近|约|超|逾"
)
# A qualifier that ends another word is none: 节约, 附近, 赶超.
_PREFIX = re.compile(
    rf"(?<![节制大合预契公誓特解条签违履邀](?=约))(?<![最附临靠亲新就邻](?=近))(?<![赶反高](?=超))"
    rf"(?<![最提增升](?=高于))(?:{_QUALIFIERS})$"
)
_UNCOUNTED_PREFIX = re.compile("(?:(?<![迈跨登踏站冲走])上|(?<![超通经])过|成|近|约|超|逾|超过)$")
_CHINESE_DIGITS = frozenset("零〇一二三四五六七八九两")
_BEFORE_DASH = re.compile("[0-9A-Za-z%‰℃]")
_NEGATIVE = re.compile("[-−－]$")
_TIME_WORDS_BEFORE_NEAR = re.compile("(?:历时|耗时|用时|长达|达|经过|过去)近$")


@dataclass(frozen=True, slots=True)
class Raw:
    """A figure at `[start, end)` of the view; `number` is where its numeral begins."""

    start: int
    end: int
    number: int
    value: Decimal
    unit: str
    kind: FigureKind
    high: Decimal | None = None
    qualifier: str | None = None
    loose: bool = False


def _qualified(text: str, raw: Raw, tail: re.Match[str]) -> Raw:
    """The figure with its qualifiers: those before it and those `tail` holds."""
    groups = tail.groupdict()
    after = "".join(
        groups[name]
        for name in ("more", "mid", "post", "suffix")
        if groups.get(name) and groups[name] != "半"
    )
    before = _PREFIX.search(text, max(0, raw.start - 3), raw.start)
    near = before is not None and before.group() == "近" and raw.kind is FigureKind.DURATION
    if near and not _TIME_WORDS_BEFORE_NEAR.search(text, max(0, raw.start - 5), raw.start):
        before = None  # 近4年 are the last four years, not almost four
    prefix = before.group() if before else ""
    return replace(
        raw,
        start=before.start() if before else raw.start,
        qualifier=(prefix + after) or None,
    )


def _per(text: str, start: int) -> Raw | None:
    """百分之九十五, 三分之二, 千分之三: a ratio in %."""
    match = _PER.match(text, start)
    if match is None:
        return None
    whole, _, decimals = match["part"].partition("点")
    if whole[0] in "0123456789.":
        part = Decimal(whole) if re.fullmatch(r"[0-9]+(?:\.[0-9]+)?", whole) else None
    else:
        numeral = numerals.parse(whole)
        part = numeral.value if numeral is not None and numeral.high is None else None
    base = numerals.parse(match["base"])
    if part is None or base is None or base.value == 0:
        return None
    if decimals:
        digits = "".join(str("零一二三四五六七八九".index(c.replace("〇", "零"))) for c in decimals)
        part += Decimal("0." + digits)
    value = part if match["base"] == "百" else part * 100 / base.value
    raw = Raw(start, match.end(), start, value, "%", FigureKind.RATIO)
    return _qualified(text, raw, match)


def _tenths(text: str, start: int) -> Raw | None:
    """八成, 三成五, 七成半."""
    match = _TENTHS.match(text, start)
    if match is None:
        return None
    numeral = numerals.parse(match["n"])
    if numeral is None:
        return None
    value = numeral.value * 10
    if match["half"]:
        half = numerals.parse(match["half"])
        value += 5 if match["half"] == "半" or half is None else half.value
    raw = Raw(start, match.end(), start, value, "%", FigureKind.RATIO)
    return _qualified(text, raw, match)


def _fraction(text: str, start: int) -> Raw | None:
    match = _FRACTION.match(text, start)
    if match is None or int(match["a"]) >= int(match["b"]):
        return None
    value = Decimal(match["a"]) * 100 / Decimal(match["b"])
    raw = Raw(start, match.end(), start, value, "%", FigureKind.RATIO)
    return _qualified(text, raw, match)


def _doubling(text: str, start: int) -> Raw | None:
    """翻一番 = 2倍, 翻两番 = 4倍."""
    match = _DOUBLING.match(text, start)
    if match is None:
        return None
    numeral = numerals.parse(match["n"] or "一")
    times = int(numeral.value) if numeral is not None else 1
    raw = Raw(start, match.end(), start, Decimal(2**times), "倍", FigureKind.MULTIPLE)
    return _qualified(text, raw, match)


def _great(text: str, start: int) -> Raw | None:
    """六大领域, 六大特色产业园, 6大类: the noun is the unit."""
    token = numerals.TOKEN.match(text, start)
    if token is None:
        return None
    tail = _NOUN_TAIL.match(text, token.end())
    numeral = numerals.parse(token.group())
    if tail is None or numeral is None:
        return None
    return Raw(start, tail.end(), start, numeral.value, tail["unit"], FigureKind.COUNT)


def _plain(text: str, start: int) -> Raw | None:
    """A numeral with a unit, or with 万/亿 and none; a range of two."""
    token = numerals.TOKEN.match(text, start)
    if token is None:
        return None
    numeral = numerals.parse(token.group())
    if numeral is None:
        return None
    ranged = _range(text, start, token.end(), numeral)
    if ranged is not None:
        return ranged
    arabic = token.group()[0] in "0123456789"
    pattern = _ARABIC_TAIL if arabic else _CHINESE_TAIL
    tail = pattern.match(text, token.end())
    split = _SPLIT_UNIT.match(text, token.end())
    if split is not None:
        value = numeral.value + (Decimal("0.5") if split["post"] == "半" else 0)
        unit = "个" + split["unit"]
        raw = Raw(start, split.end(), start, value, unit, FigureKind.DURATION)
        return _checked(text, token.group(), _qualified(text, raw, split))
    if tail is None:
        return _bare(text, token, numeral)
    unit = units.canonical(tail["unit"])
    numeral = _scaled(token.group(), tail["scale"], numeral)
    raw = Raw(start, tail.end(), start, numeral.value, unit, units.kind_of(unit), numeral.high)
    if token.group() == "半" and raw.kind is not FigureKind.DURATION:
        return None
    if tail["post"] == "半":
        raw = replace(raw, value=raw.value + Decimal("0.5"))
    elif tail["post"] and raw.kind is FigureKind.COUNT:
        # 2省多分配: after a classifier 多 belongs to the verb.
        return _checked(text, token.group(), replace(raw, end=tail.start("post")))
    return _checked(text, token.group(), _qualified(text, raw, tail))


def _scaled(token: str, scale: str | None, numeral: numerals.Numeral) -> numerals.Numeral:
    """The numeral with the multiplier after its 余 or 多: 1亿3千多万 is about 1亿3千万."""
    return (numerals.parse(token + scale) or numeral) if scale else numeral


def _bare(text: str, token: re.Match[str], numeral: numerals.Numeral) -> Raw | None:
    tail = _BARE_TAIL.match(text, token.end())
    if tail is None:
        return None
    scaled = (token.group() + (tail["scale"] or ""))[-1] in "万亿"
    if not scaled or not (token.group()[0].isascii() or token.group()[0] in _CHINESE_DIGITS):
        return None
    numeral = _scaled(token.group(), tail["scale"], numeral)
    start, end = token.start(), tail.end()
    raw = Raw(start, end, start, numeral.value, "", FigureKind.COUNT, numeral.high)
    return _qualified(text, raw, tail)


def _checked(text: str, token: str, raw: Raw) -> Raw | None:
    """Drops 百名, 千家, 万元 …, where the multiplier counts nothing (but 近百名, 百余名)."""
    if token[0] not in "百千万亿":
        return raw
    if raw.qualifier and any(char in raw.qualifier for char in "余多"):
        return raw
    before = _UNCOUNTED_PREFIX.search(text, max(0, raw.number - 2), raw.number)
    if before is None:
        return None
    return replace(raw, start=before.start(), qualifier=before.group())


def _range(text: str, start: int, end: int, low: numerals.Numeral) -> Raw | None:
    """15—30%, 10至20个, 2—3万元, 5%到8%; after 从/由 the two ends are two figures."""
    match = _RANGE.match(text, end)
    if match is None or low.high is not None or text[start - 1 : start] in ("从", "由", "自"):
        return None
    numeral = numerals.parse(match["high"])
    token = text[start:end]
    if numeral is None or token[0].isascii() != match["high"][0].isascii():
        return None
    pattern = _ARABIC_TAIL if match["high"][0].isascii() else _CHINESE_TAIL
    tail = pattern.match(text, match.end())
    if tail is None:
        return None
    unit = units.canonical(tail["unit"])
    if match["unit"] and units.canonical(match["unit"]) != unit:
        return None
    factor = numerals.scale_of(tail["scale"] or "")
    high = numeral.value * factor
    shared = numerals.scale_of("".join(c for c in match["high"] if c in "万亿")) * factor
    value = low.value
    if shared > 1 and not match["unit"] and token[-1] not in "万亿" and value * shared < high:
        value *= shared
    if value >= high:
        return None
    raw = Raw(start, tail.end(), start, value, unit, units.kind_of(unit), high)
    return _qualified(text, raw, tail)


_Rule = Callable[[str, int], Raw | None]
RULES: tuple[_Rule, ...] = (_per, _fraction, _tenths, _doubling, _great, _plain)
_ARABIC_RULES: tuple[_Rule, ...] = (_fraction, _tenths, _great, _plain)


def match_figure(text: str, start: int) -> Raw | None:
    """The figure whose numeral begins at `start`, by the first rule that fits."""
    rules = _ARABIC_RULES if text[start].isascii() else RULES
    for rule in rules:
        raw = rule(text, start)
        if raw is not None:
            return _signed(text, raw)
    return None


def _signed(text: str, raw: Raw) -> Raw:
    """A minus sign that joins nothing belongs to a percentage or a temperature."""
    if raw.unit not in ("%", "‰", units.POINTS, "摄氏度", "℃") or raw.start != raw.number:
        return raw
    sign = _NEGATIVE.search(text, max(0, raw.start - 1), raw.start)
    if sign is None or _BEFORE_DASH.match(text, max(0, raw.start - 2)):
        return raw
    return replace(raw, start=raw.start - 1, value=-raw.value)
