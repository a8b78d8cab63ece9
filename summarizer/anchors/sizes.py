"""Sizes that stand between a count and its noun, and counts that share one noun.

50万名3岁以下婴幼儿, 5家100张床位以上的养老机构; 3800户、58万平方米棚户区改造.
"""

from __future__ import annotations

from summarizer.anchors.counted import has_counted
from summarizer.anchors.raw import Raw
from summarizer.anchors.units import PEOPLE
from summarizer.patterns import lazy
from summarizer.vocabulary import FigureKind

# 10个500平方米以上农村样板社区公益用房: the size of each stands between a count and its noun.
_SIZED = lazy("[一-龥]{0,5}以[上下内]的?(?=[一-龥]{2})|的?(?=[一-龥]{2,14}[,，。;；、])")
# 260个以上投资超5000万元的产业项目: so does a clause that says the size.
_MEASURED_BY = lazy(
    "[一-龥]{0,8}(?:[额量率值积资入产模度龄]|人口)(?:超过?|达到?|在|不足|[低高]于|为)*$"
)
# What follows a size, as far as a noun shows itself in it: 6个投资超50亿元|产业项目.
_BEHIND = lazy("[一-龥]{0,6}")
HAN = lazy("[一-龥]{2}")
_SUMMED = frozenset(("共", "共计", "总计", "合计"))  # 5个共66万平方米的还建项目


def from_to(raw: Raw, after: Raw) -> bool:
    """Whether two figures are the ends of one span (三年以上七年以下)."""
    over, under = raw.qualifier or "", after.qualifier or ""
    return raw.unit == after.unit and over.endswith("以上") and under.endswith("以下")


def beside(text: str, raws: list[Raw], index: int) -> tuple[int, int] | None:
    """Where the noun begins, and may end, that a figure shares with the next of another unit.

    完成3800户、58万平方米棚户区改造: both are measures of one thing.
    """
    if index + 1 >= len(raws):
        return None
    raw, after = raws[index], raws[index + 1]
    gap = text[raw.end : after.start]
    people = not gap and raw.unit in PEOPLE and after.unit in PEOPLE  # 198户626名群众
    if not (people or gap == "、") or after.unit == raw.unit or after.non_quantity:
        return None
    if after.kind not in (FigureKind.COUNT, FigureKind.PHYSICAL):
        return None
    return after.end, raws[index + 2].start if index + 2 < len(raws) else len(text)


def behind_size(text: str, raw: Raw, after: Raw) -> int | None:
    """Where the noun of a count begins behind the figure that says more of what is counted.

    50万名3岁以下婴幼儿, 59项208亿元的PPP项目, 13条2.3万平方米巷道, 5家100张床位以上的养老机构.
    """
    if after.start > raw.end and text[raw.end : after.start] not in _SUMMED:
        if raw.kind is not FigureKind.COUNT:
            return None
        joined = text.startswith("的", after.end)
        noun = _BEHIND.match(text, after.end)
        told = joined or (noun is not None and has_counted(noun.group(), raw.unit))
        measured = told and _MEASURED_BY.fullmatch(text, raw.end, after.start)
        return after.end + joined if measured else None
    if after.unit in ("岁", "周岁"):
        return after.end
    if raw.kind is not FigureKind.COUNT:
        return None
    sized = _SIZED.match(text, after.end)
    if after.kind is FigureKind.COUNT:
        if sized is not None and sized.end() - after.end > 1:
            return sized.end()
        other = after.unit != raw.unit and HAN.match(text, after.end) is not None
        return after.end if other else None  # 3批次28名对象
    if sized is not None:
        return sized.end()
    return after.end if text.startswith("的", after.end) else None
