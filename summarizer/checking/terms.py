"""The published terms of typed fields in words for a reader: completed is 已完成."""

from __future__ import annotations

from collections.abc import Mapping

from summarizer.vocabulary import Lang

_TERMS: Mapping[str, tuple[str, str]] = {
    "completed": ("已完成", "completed"),
    "mostly_completed": ("基本完成", "mostly completed"),
    "in_progress": ("正在推进", "in progress"),
    "ongoing": ("长期坚持", "kept up for good"),
    "planned": ("计划开展", "planned"),
    "problem": ("存在的问题", "a problem that remains"),
    "reported": ("已开展，未说是否完成", "told as done, with no word on completion"),
    "up": ("上升", "up"),
    "down": ("下降", "down"),
    "flat": ("持平", "unchanged"),
    "count": ("个数", "a count"),
    "money": ("金额", "money"),
    "ratio": ("百分比", "a ratio"),
    "percentage_points": ("百分点", "percentage points"),
    "physical": ("物理量", "a physical quantity"),
    "duration": ("时长", "a duration"),
    "multiple": ("倍数", "a multiple"),
    "level": ("水平", "a level"),
    "change": ("变动", "a change"),
    "share": ("占比", "a share"),
    "rank": ("位次", "a rank"),
    "target": ("目标", "a target"),
    "stated": ("写明", "stated"),
    "inherited": ("由上文得出", "inherited"),
    "none": ("没有", "none"),
    ">=": ("不少于", "at least"),
    "<=": ("不超过", "at most"),
    ">": ("超过", "more than"),
    "<": ("不足", "less than"),
    "~": ("约", "about"),
    "=": ("等于", "exactly"),
}


def told_term(text: str, lang: Lang) -> str:
    """The words for a published term; any other text as it is."""
    zh, en = _TERMS.get(text, (text, text))
    return zh if lang == "zh" else en
