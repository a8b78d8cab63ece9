"""A list told in one sentence: what opens it, its first items, and how many there are."""

from __future__ import annotations

from summarizer import patterns as re
from summarizer.analysis import Analysis
from summarizer.engines.extractive.units import LEADING_MARKS
from summarizer.reading.outline.records import Unit

_COLON = (":", "：")
_ENDS = "。；;.,，、 "
_CATCH_ALL = re.compile(r"(?:[有及和与]|以及)?其他|法律、?(?:行政)?法规规定的其他")
_FEWEST = 2  # one item is no list
_LEAST = 20  # characters for the first item: what opens a list says nothing without one


def opening(analysis: Analysis, unit: Unit) -> str:
    """The clause with a colon that the items of a list complete: 督察的主要内容包括.

    That is the unit's heading, or the end of its text above the list; empty where there is none.
    A heading outside of rules tells more than 要做好以下工作 below it.
    """
    heading = (unit.heading or "").strip()
    if heading.endswith(_COLON):
        return heading.rstrip("：:")
    start = unit.text_span.start
    above = next((span for span in unit.own if span.start <= start < span.end), None)
    text = analysis.document.printed(above or unit.text_span).rstrip()
    if (heading and not analysis.is_law) or not text.endswith(_COLON):
        return ""
    return text[text.rfind("。") + 1 :].rstrip("：:")


def enumerated(analysis: Analysis, unit: Unit, room: int, *, counted: bool = True) -> str:
    """The list that a unit is, as one sentence of at most `room` characters.

    Items that only catch what the others leave (其他情形) are not told; where any is left out,
    等 says so, with the number of all where it is `counted`. Empty for what is no list of plain
    items, and where no item has room beside what opens it.
    """
    items = unit.children
    if len(items) < _FEWEST or not all(item.is_leaf for item in items):
        return ""
    told = opening(analysis, unit)
    if not told or len(told) + _LEAST > room:
        return ""
    told += "："
    rest = f"等{len(items)}项。" if counted else "等。"
    first, whole = len(told), True
    for item in items:
        text = analysis.document.printed(item.text_span).strip(LEADING_MARKS)
        text, _, more = text.strip(_ENDS).partition("。")
        fits = len(told) + len(text) + len(rest) < room
        if more or not text or _CATCH_ALL.match(text) or not fits:
            whole = False
            continue
        told += f"{text}；"
    if len(told) == first:
        return ""
    return told.rstrip("；") + ("。" if whole else rest)
