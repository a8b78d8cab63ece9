"""Shares, multiples and proportions that have notations of their own: 三分之二, 八成, 翻番, 4∶6."""

from __future__ import annotations

from decimal import Decimal

from summarizer import patterns as re
from summarizer.anchors import numerals
from summarizer.anchors.raw import SUFFIX, Raw, qualified
from summarizer.patterns import lazy
from summarizer.vocabulary import FigureKind
from summarizer.words import worded

_PER = re.compile(
    rf"(?P<base>百|千|万|[二三四五六七八九十]{{1,2}})分之(?P<part>(?:[0-9.]+|[零〇一二三四五六七八九十百]+)(?:点[零〇一二三四五六七八九]+)?){SUFFIX}"
)
_TENTHS = re.compile(
    rf"(?P<n>[一二两三四五六七八九1-9])成(?P<half>半|[一二三四五六七八九])?(?P<more>多|余)?(?![立果为员绩熟效功长就都本交品分套群因语年才事人为型行])(?:(?<!.一成)|(?<=[占约近超足到过有仅长增降涨跌减少多幅至为达是]一成))(?!不变){SUFFIX}"
)
_FRACTION = re.compile(
    rf"(?P<a>[1-9][0-9]?)/(?P<b>[1-9][0-9]?)(?=的|以|左右|[,，。;；、)）]|$){SUFFIX}"
)
_DOUBLING = re.compile(r"翻了?近?(?P<n>[一二两三四1-9])?番(?P<post>多)?(?P<suffix>以上|左右)?")
# 打八五折: two digits are 8.5.
_DISCOUNT = re.compile(
    r"(?P<n>[一二三四五六七八九])(?P<m>[一二三四五六七八九])?折(?![叠扣腾射磨服算合断页线旧])"
)
_HALF = re.compile(
    r"半数(?P<suffix>以上)|半数?(?=[,，。;；、)）\n的]|$)|一半(?P<more>以上|多)?(?=[,，。;；、)）\n的]|$)"
)
_MOST = lazy("(?:过|超|近|不足|不到|占|达到?|逾)$")
_DECIMAL = r"[0-9]+(?:\.[0-9]+)?"
_PROPORTION = re.compile(
    rf"(?P<a>{_DECIMAL})(?P<rest>(?:[∶:比]{_DECIMAL}){{1,3}})(?![0-9.:∶年月日])"
)
# What a proportion or an index is one of: 收入比由2.9∶1缩小至2.52∶1, 满意度从84.7提升至89.6.
_PROPORTIONAL = lazy("(?:比(?![赛较如上前])|结构|系数)[^,，。;；\n]{0,24}$")
_INDEX = re.compile(
    rf"(?P<value>[0-9]+\.[0-9]+){SUFFIX}(?=[,，。;；、)）\n的]|提[升高]|上升|下降|降|缩小|扩大|增|$)"
)
_INDEXED = worded("measures", "(?:{indices})(?:{index_moves})*$")


def half(text: str, start: int) -> Raw | None:
    """半数以上, 过半, 超过一半: half, as a share, where a word before or behind calls for one."""
    match = _HALF.match(text, start)
    if match is None:
        return None
    before = _MOST.search(text, max(0, start - 2), start)
    if before is None and not (match["suffix"] or match["more"]):
        return None
    raw = Raw(start, match.end(), start, Decimal(50), "%", FigureKind.RATIO)
    raw = qualified(text, raw, match)
    if raw.qualifier is None and before is not None and before.group() == "过":
        raw = raw._replace(start=start - 1, qualifier="过", leads=True)
    return raw


def discount(text: str, start: int) -> Raw | None:
    """八五折, 八折."""
    match = _DISCOUNT.match(text, start)
    if match is None:
        return None
    digits = [Decimal("一二三四五六七八九".index(match[n]) + 1) for n in "nm" if match[n]]
    value = digits[0] + (digits[1] / 10 if len(digits) > 1 else 0)
    return Raw(start, match.end(), start, value, "折", FigureKind.RATIO)


def proportion(text: str, start: int) -> Raw | None:
    """2.9∶1 has the value 2.9 and the unit ∶1; 4∶37∶59 the value 4 and the unit ∶37∶59."""
    match = _PROPORTION.match(text, start)
    if match is None or not _PROPORTIONAL.search(text, max(0, start - 28), start):
        return None
    unit = match["rest"].replace(":", "∶").replace("比", "∶")
    return Raw(start, match.end(), start, Decimal(match["a"]), unit, FigureKind.RATIO)


def index(text: str, start: int) -> Raw | None:
    """满意度从84.7提升至89.6: a decimal without a unit, where the words before call for one."""
    match = _INDEX.match(text, start)
    if match is None or not _INDEXED.search(text, max(0, start - 20), start):
        return None
    raw = Raw(start, match.end(), start, Decimal(match["value"]), "", FigureKind.RATIO)
    return qualified(text, raw, match)


def per(text: str, start: int) -> Raw | None:
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
    return qualified(text, raw, match)


def tenths(text: str, start: int) -> Raw | None:
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
    return qualified(text, raw, match)


def fraction(text: str, start: int) -> Raw | None:
    """2/3 as a ratio in %; a number that is not below the other is no share."""
    match = _FRACTION.match(text, start)
    if match is None or int(match["a"]) >= int(match["b"]):
        return None
    value = Decimal(match["a"]) * 100 / Decimal(match["b"])
    raw = Raw(start, match.end(), start, value, "%", FigureKind.RATIO)
    return qualified(text, raw, match)


def doubling(text: str, start: int) -> Raw | None:
    """翻一番 = 2倍, 翻两番 = 4倍."""
    match = _DOUBLING.match(text, start)
    if match is None:
        return None
    numeral = numerals.parse(match["n"] or "一")
    times = int(numeral.value) if numeral is not None else 1
    raw = Raw(start, match.end(), start, Decimal(2**times), "倍", FigureKind.MULTIPLE)
    return qualified(text, raw, match)
