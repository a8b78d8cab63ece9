"""Binding: what a figure is about: label, direction, comparator, change, period.

Everything is read from a bounded window around the figure: its clause for the label and the
direction, its sentence for the period.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import Literal

from summarizer.anchors.figures import Raw
from summarizer.anchors.labels import Label, label_after, label_before, split_labels
from summarizer.anchors.records import Direction, Figure
from summarizer.anchors.scan import Dated, Scan
from summarizer.reading.document import View
from summarizer.spans import Range
from summarizer.vocabulary import FigureKind

CLAUSE = 60
SENTENCE = 160
_CLAUSE_END = re.compile("[,，;；。！？!?\n:：]")
_SENTENCE_END = re.compile("[。！？!?\n]")
_UP = "增长|增加|上升|提高|提升|上涨|扩大|增幅|涨幅|增|升|涨|攀升|跃升|回升|多增|增值"
_DOWN = "下降|降低|减少|下跌|回落|压减|缩减|压缩|核减|精简|降幅|跌幅|下滑|收窄|降|减|减幅"
_CHANGE = re.compile(
    rf"(?P<word>(?P<up>{_UP})|(?P<down>{_DOWN})|(?P<flat>持平))(?P<to>到|至|为)?(?P<by>了)?"
    r"(?P<gap>(?:的|均|分别|超|约|近|达到|达|了|逾|超过|不低于|幅度|率)*)$"
)
_GAIN = re.compile(rf"(?:{_UP})(?:到|至|为|达到|达)?$")
_TO = re.compile(r"(?:达到|达|升至|降至|增至|减至|降到|升到|扩大到|提高到|提升到)$")
_COMPARATOR = re.compile(
    "同比|环比|(?:较|比|与)(?P<base>上年同期|去年同期|上年|去年|上月|上季度|往年|年初|上年末|巡视前|整改前|改革前|"
    "同期|前期|疫情前|[0-9]{4}年(?:同期|底|末|度)?|上一年|前一年|[0-9]{1,2}月份?)(?:相比|同期)?"
)
_DISTRIBUTED = re.compile("分别|依次|各")


@dataclass(frozen=True, slots=True)
class _Change:
    direction: Direction | None
    change: Literal["to", "by"] | None


def bind(view: View, scan: Scan) -> tuple[Figure, ...]:
    """The figures of a scan with what each is bound to, spans in the source."""
    text = view.text
    figures: list[Figure] = []
    governing = [date for date in scan.dates if _governs(date)]
    starts = [date.found.start for date in governing]
    previous_end = 0
    groups = _Groups(text, scan.figures)
    for index, raw in enumerate(scan.figures):
        begin = _clause_start(text, raw.start, max(previous_end, raw.start - CLAUSE))
        own = text[begin : raw.start]
        change = _change(own)
        comparator = _comparator(own)
        head = groups.head(index)
        if head is not None and change.direction is None:
            lead = text[_clause_start(text, head, head - CLAUSE) : head]
            change = _change(lead)
            comparator = comparator or _comparator(lead)
        label = groups.label(index) or _label(text, raw, begin)
        dated = _period(text, raw, governing, starts)
        figures.append(_figure(view, raw, label, change, comparator, dated))
        previous_end = raw.end
    return tuple(figures)


def _figure(
    view: View,
    raw: Raw,
    label: Label | None,
    change: _Change,
    comparator: str | None,
    dated: Dated | None,
) -> Figure:
    value, direction = raw.value, change.direction
    if value < 0 and direction in ("up", "down"):
        # 增长-3% is what 下降3% is.
        value, direction = -value, "down" if direction == "up" else "up"
    return Figure(
        span=view.source(raw.start, raw.end),
        text=view.printed[raw.start : raw.end],
        value=value,
        high=raw.high,
        unit=raw.unit,
        kind=raw.kind,
        qualifier=raw.qualifier,
        label=label.text if label else None,
        label_span=view.source(label.start, label.end) if label else None,
        direction=direction,
        comparator=comparator,
        change=change.change,
        period=f"{dated.first}/{dated.last}" if dated else None,
        period_span=_source(view, dated),
        loose=raw.loose,
    )


def _source(view: View, dated: Dated | None) -> Range | None:
    return view.source(dated.found.start, dated.found.end) if dated else None


def _governs(date: Dated) -> bool:
    found = date.found
    return (
        found.known
        and not date.in_title
        and not date.loose
        and found.relation not in ("较", "比", "同")
    )


def _clause_start(text: str, position: int, low: int) -> int:
    """The start of the clause that `position` is in, not before `low`."""
    low = max(0, low)
    window = text[low:position]
    best = 0
    for match in _CLAUSE_END.finditer(window):
        best = match.end()
    return low + best


def _change(before: str) -> _Change:
    match = _CHANGE.search(before)
    if match is None:
        return _Change(None, "to" if _TO.search(before) and _GAIN.search(before) else None)
    direction: Direction = "up" if match["up"] else "down" if match["down"] else "flat"
    to = match["to"] or "达" in match["gap"]
    return _Change(direction, "to" if to else "by")


def _comparator(before: str) -> str | None:
    found = None
    for match in _COMPARATOR.finditer(before):
        found = match.group()
    return found


def _period(text: str, raw: Raw, dates: list[Dated], starts: list[int]) -> Dated | None:
    """The nearest date before the figure in its sentence."""
    index = bisect_left(starts, raw.start) - 1
    if index < 0:
        return None
    date = dates[index]
    if raw.start - date.found.end > SENTENCE:
        return None
    return None if _SENTENCE_END.search(text, date.found.end, raw.start) else date


def _label(text: str, raw: Raw, begin: int) -> Label | None:
    """Counts are followed by what is counted; all other figures follow their subject."""
    if raw.kind in (FigureKind.COUNT, FigureKind.PHYSICAL, FigureKind.MONEY):
        after = label_after(text, raw.end, raw.unit)
        if after is not None:
            return after
    return label_before(text, begin, raw.start)


class _Groups:
    """Figures in a row (A、B和C) and the labels that 分别 shares out among them."""

    def __init__(self, text: str, figures: list[Raw]) -> None:
        self._heads: dict[int, int] = {}
        self._labels: dict[int, Label] = {}
        subjects: list[Label] = []
        subjects_end = -1
        for run in _runs(text, figures):
            first = figures[run[0]]
            begin = _clause_start(text, first.start, first.start - CLAUSE)
            for index in run[1:]:
                self._heads[index] = first.start
            shared = None
            for match in _DISTRIBUTED.finditer(text, begin, first.start):
                shared = match
            if shared is None and len(run) < 2:
                continue
            names = split_labels(text, begin, shared.start() if shared else first.start)
            if shared is not None and not names and subjects:
                if not _SENTENCE_END.search(text, subjects_end, first.start):
                    names = subjects
            if len(names) != len(run) or len(run) < 2:
                continue
            subjects, subjects_end = names, figures[run[-1]].end
            for index, name in zip(run, names, strict=True):
                self._labels[index] = name

    def head(self, index: int) -> int | None:
        """Where the first figure of this figure's row begins; None for a first or lone one."""
        return self._heads.get(index)

    def label(self, index: int) -> Label | None:
        """The label that the row gives to this figure."""
        return self._labels.get(index)


def _runs(text: str, figures: list[Raw]) -> list[list[int]]:
    """Indices of figures that stand in a row, joined by 、 和 与 及 or a comma alone."""
    runs: list[list[int]] = []
    for index, raw in enumerate(figures):
        if index and text[figures[index - 1].end : raw.start] in ("、", "和", "与", "及", ",", "，", "以及"):
            if figures[index - 1].unit == raw.unit or text[raw.start - 1] in "、和与及":
                runs[-1].append(index)
                continue
        runs.append([index])
    return runs
