"""Times told from where the writer stands: 今年以来 told as 去年以来, 目前 as 巡视前.

去年 is the year before the report's own: its date of issue, else the latest year that it prints.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from summarizer.anchors.records import within
from summarizer.checking.context import Alignment, Context, Fault, Grade, Near
from summarizer.vocabulary import PeriodFrom

_ALIGNED = 0.4
_COMPARED = re.compile("(?:[比较与同和跟]|相较于|高于|低于|超过)$")
_BASE = re.compile("同期|相比|同比|水平|的基础上")
# The class of a word is what it says of the time; words of one class are the same time.
_CLASSES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("last", re.compile("去年|上一年度?|上年度?(?!度)")),
    ("before_last", re.compile("前年")),
    ("next", re.compile("明年|来年|下一年|下年度?")),
    ("earlier", re.compile("(?:巡视|巡察|整改|反馈|审计)(?:之|以)?前(?!期)")),
    ("years", re.compile("(?:近|过去|最近|前)[两二三四五六七八九十几多\\d]{1,3}(?:个)?年")),
    ("now", re.compile("今年|本年度?|目前|当前|眼下|如今|截至现在|迄今")),
)
_ANY = re.compile("|".join(f"(?P<{name}>{pattern.pattern})" for name, pattern in _CLASSES))
_OFFSET = {"last": -1, "before_last": -2, "next": 1, "now": 0}


_DATED = re.compile("(?:前|第|上|下)?[0-9一二三四五六七八九十两半—~至-]{1,6}(?:个?月|季度|年)")


def deictics(context: Context) -> Iterator[Fault]:
    """Every 去年, 近三年, 巡视前 where the source's sentence tells another time."""
    for alignment in context.aligned:
        if alignment.share < _ALIGNED:
            continue
        for found in _ANY.finditer(alignment.text):
            kind = found.lastgroup or ""
            if kind == "now" and not found[0].startswith(("今年", "本年")):
                continue
            if _compares(alignment.text, found) or _said(context, alignment, kind):
                continue
            # 今年前5个月 is a date, compared as such.
            if kind == "now" and _DATED.match(alignment.text, found.end()):
                continue
            fault = _fault(context, alignment, found, kind)
            if fault is not None:
                yield fault
            break


def _compares(text: str, found: re.Match[str]) -> bool:
    after = text[found.end() : found.end() + 6]
    before = text[max(0, found.start() - 3) : found.start()]
    return bool(_COMPARED.search(before) or _BASE.search(after))


def _said(context: Context, alignment: Alignment, kind: str) -> bool:
    """True where the source's sentence, or what frames the unit, has a word of the class."""
    pattern = dict(_CLASSES)[kind]
    return bool(
        pattern.search(alignment.source.text) or pattern.search(context.scope.around_flat[-400:])
    )


def _fault(context: Context, alignment: Alignment, found: re.Match[str], kind: str) -> Fault | None:
    year, near = _year_told(context, alignment)
    written = _written(context)
    other = next(
        (
            told
            for told in _ANY.finditer(alignment.source.text)
            if not _compares(alignment.source.text, told)
        ),
        None,
    )
    told = other[0] if other is not None else near.text
    if year and written and kind in _OFFSET:
        if year == written + _OFFSET[kind]:
            return None
        grade = Grade.WRONG
    elif other is not None or (year and kind == "earlier"):
        grade = Grade.WRONG
    else:
        # The source's sentence tells no time: said elsewhere in the unit, it may well be meant.
        if _tells(kind, context.scope.own_flat):
            return None
        grade = Grade.DOUBTFUL
    return Fault(
        "period",
        grade,
        alignment.text,
        "period",
        alignment.start + found.start(),
        near,
        {"mine": found[0], "theirs": told},
    )


@lru_cache(maxsize=64)
def _tells(kind: str, text: str) -> bool:
    return dict(_CLASSES)[kind].search(text) is not None


def _year_told(context: Context, alignment: Alignment) -> tuple[int, Near]:
    """The year of the figure in the source's clause, else of the sentence's date; 0 if none."""
    span = alignment.source.span
    end = alignment.start + len(alignment.text)
    for match in context.matches_in(alignment.start, end):
        if match.source is None:
            continue
        stated = match.source.period_from is PeriodFrom.STATED
        if stated and match.source.period and match.source.period[:4].isdigit():
            return int(match.source.period[:4]), context.near(match.source.span)
    for date in within(context.scope.own.dates, span):
        if not date.loose and not date.in_title and date.first[:4].isdigit():
            return int(date.first[:4]), context.near(date.span)
    return 0, context.near(span)


def _written(context: Context) -> int:
    """The year in which the report was written; 0 where nothing tells it."""
    issued = context.index.document.issued_on
    if issued and issued[:4].isdigit():
        return int(issued[:4])
    return context.index.latest_year
