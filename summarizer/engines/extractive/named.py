"""Items of a list told with what the list says of each of them, or with what names it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from summarizer import patterns as re
from summarizer.engines.base import PointDraft
from summarizer.engines.extractive import cues
from summarizer.engines.extractive.listed import told_in_list
from summarizer.engines.extractive.topics import is_name
from summarizer.engines.extractive.units import LEADING_MARKS

_LISTS = re.compile(r"\d[个项家种类条名处所]|名单|目录")  # says that a list is below it
# What follows from each case of a list, told by its heading: 不得担任党组织成员的主要情形.
_FOLLOWS = re.compile(
    r"(?P<follows>(?:不得|不予|不宜|不应|不能|禁止|严禁|应当|可以|从重|从轻)"
    r"(?![^,，;；。:：]*(?:下列|以下))[^,，;；。:：]{2,24})的"
    r"(?:主要|具体)?(?:情形|行为|人员)(?:[(（][^()（）]*[)）])?$"
)
_NO_NAME = re.compile(r"[\d，：“]")
_LONGEST_NAME = 24  # characters of what is only named; the longest name of a ministry has 18
_RUN_IN = 22  # characters of a sentence that heads a paragraph: two clauses of ten
_TWICE = 2  # a heading is short beside what it heads
_DIGIT = re.compile(r"\d")


def as_listed(points: tuple[PointDraft, ...], lead: str, limit: int) -> tuple[PointDraft, ...]:
    """The points of an item of a list, with what its lead says of each: 材料不齐的，不予受理."""
    lists = lead.endswith(("：", ":")) or "下列" in lead
    if not points or not lists or not points[0].text.endswith("。"):
        return points
    text = told_in_list(lead, points[0].text.removesuffix("。"), limit)
    return (replace(points[0], text=f"{text}。"), *points[1:]) if text else points


def as_named(
    points: tuple[PointDraft, ...], list_heading: str, limit: int
) -> tuple[PointDraft, ...]:
    """A point that is a name alone, behind the heading of its list: 新组建的部委：水利部.

    A case comes with what its list's heading says of all of them: 被免职的，不得担任党组织成员.
    """
    heading = list_heading.strip(LEADING_MARKS)
    verdict = _FOLLOWS.search(heading)
    if verdict is not None and points and points[0].text.endswith("的。"):
        told = f"{points[0].text[:-1]}，{verdict['follows']}。"
        return (replace(points[0], text=told), *points[1:]) if len(told) <= limit else points
    if len(points) != 1 or len(heading) > _LONGEST_NAME or not _LISTS.search(heading):
        return points
    name = points[0].text.rstrip("。")
    if len(name) > _LONGEST_NAME or _NO_NAME.search(name) or not is_name(name) or heading in name:
        return points
    text = f"{heading}：{points[0].text}"
    return (replace(points[0], text=text),) if len(text) <= limit else points


def run_in_heading(text: str, above: Sequence[str]) -> str:
    """What stands for the heading of an item without one: its short first sentence.

    For an item that only names something, what names its list.
    """
    if not _tells(text):
        return next(iter(above), "")
    first = text[: _RUN_IN + 1].partition("。")
    told = first[1] and len(text) > _TWICE * len(first[0]) and not _DIGIT.search(first[0])
    return first[0] if told else ""


def _tells(text: str) -> bool:
    """False for an item that only names something: what it is one of tells what it is about."""
    return cues.ACTION.search(text) is not None or cues.PREDICATE.search(text) is not None
