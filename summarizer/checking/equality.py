"""What compares equal: the one place that knows the equivalences of the notation.

Sources of the rules: GB/T 15835-2011 (20余次 and 二十余次 are the same), and the equivalences that
writers of summaries use without changing the fact (2235万元 = 0.2235亿元, 上半年 = 1—6月).
Figures arrive with their value in a base unit, so most rows of that list hold by arithmetic; what
is left is written down here.
"""

from __future__ import annotations

from decimal import Decimal
from enum import Enum
from functools import lru_cache
from typing import Literal

from summarizer import patterns as re
from summarizer.anchors.records import Figure
from summarizer.checking.counters import akin
from summarizer.reading.writing import simplified
from summarizer.vocabulary import FigureKind

_DASHES = "—–―－─~～〜﹣−‐‑"
_DOUBLE_QUOTES = "“”„‟＂「」『』‘’'＇`"
_FLAT = {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
_FLAT |= dict.fromkeys(_DASHES, "-") | dict.fromkeys(_DOUBLE_QUOTES, '"')
_FLAT |= dict(zip("〔〕【】〈〉○•・・﹒", "[][]《》〇····", strict=True))
_FLAT |= dict.fromkeys(" \t\n\r\f\v\u3000\u00a0\u200b\ufeff*", "")
# Six times as fast as str.translate, which looks up every character.
_UNEVEN = re.compile(f"[{re.escape(''.join(_FLAT))}]")


def flat(text: str) -> str:
    """`text` without white space and emphasis marks, one form for each width, dash and quote."""
    return _UNEVEN.sub(_even, text)


def _even(match: re.Match[str]) -> str:
    return _FLAT[match[0]]


def flat_lines(text: str) -> str:
    """Like `flat`, line by line: the ends of paragraphs are kept."""
    return "\n".join(map(flat, text.split("\n")))


class Kinship(Enum):
    """How two units relate."""

    SAME = "same"
    AKIN = "akin"
    DIFFERENT = "different"


_UNIT_NAMES = {
    "名": "人", "位": "人", "员": "人", "百分点": "个百分点", "％": "%",
    "千米": "公里", "周岁": "岁", "月": "个月", "公斤": "千克",
    "人民币": "元", "元人民币": "元", "块钱": "元", "美金": "美元",
    "度": "千瓦时", "立方": "立方米",
    "日": "天", "年度": "年", "场次": "场", "批次": "批", "轮次": "轮", "班次": "班",
    "金": "枚", "银": "枚", "铜": "枚",
    "摄氏度": "℃", "人(次)": "人次", "件(次)": "件次", "平米": "平方米",
}  # fmt: skip
# Areas in thirds of a square metre, since 15亩 are one hectare; 半年 are 6个月, no number of days.
_CONVERSION = {
    "年": ("个月", Decimal(12)),
    "周": ("天", Decimal(7)),
    "小时": ("分钟", Decimal(60)),
    "公里": ("米", Decimal(1000)),
    "里": ("米", Decimal(500)),
    "厘米": ("米", Decimal("0.01")),
    "毫米": ("米", Decimal("0.001")),
    "吨": ("千克", Decimal(1000)),
    "斤": ("千克", Decimal("0.5")),
    "克": ("千克", Decimal("0.001")),
    "兆瓦": ("千瓦", Decimal(1000)),
    "吉瓦": ("千瓦", Decimal(1_000_000)),
    "个季度": ("个月", Decimal(3)),
    "平方米": ("面积", Decimal(3)),
    "亩": ("面积", Decimal(2000)),
    "公顷": ("面积", Decimal(30_000)),
    "平方公里": ("面积", Decimal(3_000_000)),
}


@lru_cache(maxsize=4096)
def unit_name(unit: str) -> str:
    """The canonical name of a unit."""
    unit = flat(unit).partition("/")[0]
    return _UNIT_NAMES.get(unit, unit)


def unit_kinship(first: Figure, second: Figure) -> Kinship:
    """Whether two figures count in the same unit, in one that writers interchange, or not.

    A list may print its unit once (22万、14万、13万元), so that no unit differs from none.
    """
    if not (first.unit and second.unit) and ({first.kind, second.kind} <= _AMOUNTS):
        return Kinship.SAME
    if first.kind is not second.kind and not {first.kind, second.kind} <= _LOOSE_KINDS:
        return Kinship.DIFFERENT
    a, b = unit_name(first.unit), unit_name(second.unit)
    if other_denominator(first, second):
        return Kinship.DIFFERENT
    if a == b or _base(a)[0] == _base(b)[0] or not a or not b:
        return Kinship.SAME
    if a.casefold() == b.casefold() or (len(a) > 1 and len(b) > 1 and (a in b or b in a)):
        return Kinship.SAME
    if "个" in (a, b) and len(a) + len(b) > 2 and first.kind is second.kind is FigureKind.COUNT:
        return Kinship.AKIN  # 21个 and 21个点位: the thing itself stands for its counter
    return Kinship.AKIN if akin(a, b) else Kinship.DIFFERENT


def other_denominator(first: Figure, second: Figure) -> bool:
    """True where both are said per something, and neither names the other's: 每个 names nothing."""
    mine, theirs = (_denominators(figure.per) for figure in (first, second))
    return not (mine <= theirs or theirs <= mine)


@lru_cache(maxsize=1024)
def _denominators(per: str | None) -> frozenset[str]:
    """The things that an amount is said per: 人 and 月 of 元/人·月."""
    found = (part.lstrip("个每") for part in re.split("[·/]", per or ""))
    return frozenset(unit_name(part) for part in found if part)


_AMOUNTS = {FigureKind.COUNT, FigureKind.MONEY, FigureKind.PHYSICAL}
_LOOSE_KINDS = {FigureKind.COUNT, FigureKind.PHYSICAL, FigureKind.DURATION}


def _base(unit: str) -> tuple[str, Decimal]:
    return _CONVERSION.get(unit, (unit, Decimal(1)))


def amounts(figure: Figure) -> tuple[Decimal, Decimal | None]:
    """Value and upper end in the smallest unit of the figure's family, signs taken off."""
    factor = _base(unit_name(figure.unit))[1]
    high = figure.high * factor if figure.high is not None else None
    return abs(figure.value * factor), high


def same_amount(first: Figure, second: Figure) -> bool:
    """True where two figures state the same number or range, whatever their units."""
    if first.unit == second.unit:
        return bare_amount(first) == bare_amount(second)
    return amounts(first) == amounts(second)


def bare_amount(figure: Figure) -> tuple[Decimal, Decimal | None]:
    """Value and upper end as they stand, signs taken off: a key that needs no unit."""
    return abs(figure.value), figure.high


def direction_of(figure: Figure) -> Literal["up", "down", "flat"] | None:
    """The direction a figure tells: 增长−3% goes down."""
    if figure.value < 0 and figure.direction in (None, "up"):
        return "down"
    if figure.value < 0 and figure.direction == "down":
        return "up"
    return figure.direction


# 同期全国农民 is others at the same time, 同期 by itself the same time of another year.
_YEARLY = re.compile("同比|同期(?=[-数值水增减]|相比|的?$)|[上去]年|上一年")
_YEAR = re.compile("[0-9]{4}年")
_PREVIOUS = re.compile("环比|上月|上季|上个月|上一季|上期")


# What of a year is compared with: each excludes the others of its sort.
_BASES = (re.compile("预算|执行|决算|计划|目标"), re.compile("全年|同期|[一二三四]季度|上半年"))


def comparator_name(comparator: str) -> str:
    """The canonical base: 同比 = 比上年同期 = 较去年; 环比 = 比上月; else its own words."""
    comparator = flat(comparator)
    if _PREVIOUS.search(comparator):
        return "环比"
    if _YEARLY.search(comparator):
        return "同比"
    return re.sub("^[较比与和同]|相比(?:较)?$|[,、]", "", comparator)


def same_comparator(first: str, second: str) -> bool:
    """True where two comparisons have the same base.

    A year that one side names may be the last year of the other: 较2011年 in a report on 2012.
    """
    a, b = comparator_name(first), comparator_name(second)
    for kinds in _BASES:
        mine, theirs = (set(kinds.findall(words)) for words in (first, second))
        if mine and theirs and not mine & theirs:
            return False
    if "同比" in (a, b) and (_YEAR.fullmatch(a) or _YEAR.fullmatch(b)):
        return True
    return a == b or a in b or b in a


@lru_cache(maxsize=4096)
def title_key(title: str) -> str:
    """A title without its outer marks, spaces and quotation marks; nested 〈〉 as 《》."""
    key = flat(simplified(title)).replace('"', "")
    return key[1:-1] if key.startswith("《") and key.endswith("》") else key


def number_key(number: str) -> str:
    """A document number with [ ] and 〔 〕 as one and without spaces."""
    return flat(number).replace("(", "[").replace(")", "]")


@lru_cache(maxsize=1024)
def quotation_key(text: str) -> str:
    """The letters of a quotation, simplified: punctuation and nested quotation marks put aside."""
    return re.sub(r"[^\u3400-\u9fff0-9A-Za-z%〇+.]", "", flat(simplified(text))).strip(".")


def digits_of(figure: Figure) -> tuple[int, ...]:
    """The digits of a number as printed, without noughts at its end."""
    return abs(figure.value).normalize().as_tuple().digits
