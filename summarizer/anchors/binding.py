"""Binding: what a figure is about: label, direction, comparator, change, period.

Everything is read from a bounded window around the figure: its clause for the label and the
direction, its sentence for the period.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import Literal

from summarizer.anchors.labels import Label, label_after, label_before
from summarizer.anchors.raw import Raw
from summarizer.anchors.records import Direction, Figure
from summarizer.anchors.rows import Rows, clause_start
from summarizer.anchors.scan import Dated, Scan
from summarizer.reading.document import View
from summarizer.spans import Range
from summarizer.vocabulary import FigureKind

CLAUSE = 60
SENTENCE = 160
CARRIED = 16
_SENTENCE_END = re.compile("[。！？!?\n]")
_UP = "增长|增加|上升|提高|提升|上涨|扩大|增幅|涨幅|(?<![新净])增|升|涨|攀升|跃升|回升|多增|增值"
_DOWN = "下降|降低|减少|下跌|回落|压减|削减|缩短|缩减|压缩|核减|精简|降幅|跌幅|下滑|收窄|降|减|减幅"
_CHANGE = re.compile(
    rf"(?P<word>(?P<up>{_UP})|(?P<down>{_DOWN})|(?P<flat>持平))(?P<to>到|至|为)?(?P<by>了)?"
    r"(?P<gap>(?:的|均|分别|超|约|近|达到|达|了|逾|超过|不低于|幅度|率)*)$"
)
_GAIN = re.compile(rf"(?:{_UP})(?:到|至|为|达到|达)?$")
_TO = re.compile(r"(?:达到|达|升至|降至|增至|减至|降到|升到|扩大到|提高到|提升到)$")
_GOES_ON = re.compile(rf"(?:{_UP}|{_DOWN}|到|至|持平|达|突破|超过|为|占)[了的到]?$")
_COMPARATOR = re.compile(
    "同比|环比|(?:较|比|与)(?P<base>上年同期|去年同期|上年|去年|上月|上季度|往年|年初|上年末|巡视前|整改前|改革前|"
    "同期|前期|疫情前|[0-9]{4}年(?:同期|底|末|度)?|上一年|前一年|[0-9]{1,2}月份?)(?:相比|同期)?"
)


@dataclass(frozen=True, slots=True)
class _Change:
    direction: Direction | None
    change: Literal["to", "by"] | None


def bind(view: View, scan: Scan) -> tuple[Figure, ...]:
    """The figures of a scan with what each is bound to, spans in the source."""
    text, raws = view.text, scan.figures
    dates = [date for date in scan.dates if date.found.known and not date.in_title]
    starts = [date.found.start for date in dates]
    rows = Rows(text, raws)
    figures: list[Figure] = []
    label: Label | None = None
    previous_end = 0
    for index, raw in enumerate(raws):
        begin = clause_start(text, raw.start, max(previous_end, raw.start - CLAUSE))
        nearest = bisect_left(starts, raw.start) - 1
        own = text[begin : _before_date(raw, begin, dates[max(0, nearest) : nearest + 1])]
        change, comparator = _change(own), _comparator(own)
        head = rows.head(index)
        if head is not None and change.direction is None:
            lead = text[clause_start(text, head, head - CLAUSE) : head]
            change, comparator = _change(lead), comparator or _comparator(lead)
        limit = raws[index + 1].start if index + 1 < len(raws) else len(text)
        found = rows.label(index) or _label(
            text, raw, begin, limit, dates[max(0, nearest) : nearest + 1]
        )
        if found is None and _carries(text, previous_end, raw, own):
            found = label
        label = found
        dated = _period(text, raw, dates, nearest)
        figures.append(_figure(view, raw, label, change, comparator, dated))
        previous_end = raw.end
    return tuple(figures)


def _before_date(raw: Raw, begin: int, dates: list[Dated]) -> int:
    """Where the words that govern a figure end: 提高到2025年上半年的20.3% is 提高到."""
    for date in dates:
        if begin <= date.found.start and raw.start - date.found.end <= 1:
            return date.found.start
    return raw.start


def _carries(text: str, previous_end: int, raw: Raw, own: str) -> bool:
    """收入39218元,增长6.3%: what has no words of its own goes on with the label before it."""
    gap = text[previous_end : raw.start]
    if not previous_end or len(gap) > CARRIED or _SENTENCE_END.search(gap):
        return False
    return bool(not gap or (own and _GOES_ON.search(own)))


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
        text=view.printed[raw.start : raw.end].replace("\n", ""),
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


def _period(text: str, raw: Raw, dates: list[Dated], nearest: int) -> Dated | None:
    """The nearest date before the figure in its sentence that it is not compared with."""
    for index in range(nearest, max(-1, nearest - 4), -1):
        date = dates[index]
        if raw.start - date.found.end > SENTENCE:
            return None
        if date.loose or date.found.relation in ("较", "比", "同"):
            continue
        return None if _SENTENCE_END.search(text, date.found.end, raw.start) else date
    return None


def _label(text: str, raw: Raw, begin: int, limit: int, dates: list[Dated]) -> Label | None:
    """Counts are followed by what is counted; other figures follow their subject."""
    alone = raw.start == begin or text[raw.start - 1] in "、和及"
    share = raw.kind is FigureKind.RATIO and (alone or text.startswith("的", raw.end))
    if share or raw.kind in (FigureKind.COUNT, FigureKind.PHYSICAL):
        after = label_after(text, raw.end, limit)
        if after is not None:
            return after
    before = _label_before(text, raw, begin, dates)
    if before is None and raw.kind is FigureKind.MONEY:
        return label_after(text, raw.end, limit)
    return before


def _label_before(text: str, raw: Raw, begin: int, dates: list[Dated]) -> Label | None:
    """The words between the clause's date and the figure, else those before the date."""
    for date in dates:
        if date.found.start >= begin:
            own = label_before(text, date.found.end, raw.start)
            return own or label_before(text, begin, date.found.start)
    return label_before(text, begin, raw.start)
