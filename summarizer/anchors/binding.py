"""Binding: what a figure is about: label, direction, comparator, change, period.

Everything is read from a bounded window around the figure: its clause for the label and the
direction, its sentence for the period.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from summarizer import patterns as re
from summarizer.anchors.accounts import accounts, whole_item
from summarizer.anchors.apart import (
    base_of,
    before_bracket,
    carried_out,
    done_besides,
    of_same_things,
    planned_anew,
    purpose_of,
    without_plan,
    without_subject,
)
from summarizer.anchors.asides import before_aside, named_before, opening, total_label
from summarizer.anchors.bound_figures import Kept, figure_of
from summarizer.anchors.carrying import CARRIED, EXECUTED, ahead, carried_from, said, topic, turned
from summarizer.anchors.changes import change, comparator, compared_ahead, moved_ahead
from summarizer.anchors.choice import GROWTH, choose_label
from summarizer.anchors.denominators import per_of
from summarizer.anchors.edges import without_tail
from summarizer.anchors.frames import owned
from summarizer.anchors.handed import act_alone
from summarizer.anchors.labels import Label, label_before
from summarizer.anchors.owners import complete, whole_measure
from summarizer.anchors.periods import Periods
from summarizer.anchors.predicates import predicate_of
from summarizer.anchors.raw import Raw, prints_noun
from summarizer.anchors.records import Figure
from summarizer.anchors.roles import role_of
from summarizer.anchors.rows import CLAUSE, SENTENCE_END, Rows, clause_start
from summarizer.anchors.scan import Dated, Scan
from summarizer.anchors.verbs import WORD
from summarizer.anchors.wholes import named_in_bracket, wholes
from summarizer.patterns import lazy
from summarizer.reading.document import View
from summarizer.vocabulary import FigureKind

_CHANGED_ONLY = lazy("[,，]?(?:同比|实际)?(?:增长|下降|增加|减少)(?:了|约)?")
# 地区生产总值增长预期目标为5%: how it is to change, as 预期增长5% says.
_AIMED = lazy(
    "(?:预期|控制|年度|工作)*(?:目标|任务)+(?:值|数)?(?:拟?[定设]|设定|确定)?[为是在到]?(?:约|近)?$"
)
# 五年内毕业研究生45000人: what makes a span of time an adverb.
_SPAN_END = re.compile("(?:以来|之内|期间|时间|[内来间里])[,，]?")
# 九年一贯制学校, 一年期贷款, 50亿级产业集群: the figure before is part of the name.
_OF_SPAN = lazy("期(?=[贷存国定])|一贯|义务教育|毛入园")
_OF_GRADE = lazy("级(?![别以及])[一-龥]{2}")
_BEFORE_CLASS = ("学前",)
_GROWN = lazy("(?:年均|累计|共)?(?:增长|下降|增加|减少|提高|提升)(?:了|约|近|超过?|到|至)?")
_TOTAL = ("等", ")等", "）等")
_RISEN = lazy("[一-龥]{2,8}$")
# 支出66亿元，占比6.9%，增长82.5%: what grows is not the share.
_BESIDE_SHARE = lazy("^[,，、]?占(?:比|[^,，。;；]{2,12}比[重例])(?:为|达到?)?$")


def bind(
    view: View, scan: Scan, whole: tuple[str, str] | None = None, issued: str | None = None
) -> tuple[Figure, ...]:
    """The figures of a scan with what each is bound to, spans in the source.

    `whole` is the period that the report covers, `issued` when it was given, as ISO dates.
    """
    text, raws = view.text, scan.figures
    periods = Periods(text, scan.dates, whole, issued)
    rows = Rows(text, raws)
    figures: list[Figure] = []
    kept = Kept(view)
    labels: list[Label | None] = []
    label: Label | None = None
    previous_end = 0
    for index, raw in enumerate(raws):
        clause = clause_start(text, raw.start, raw.start - CLAUSE)
        begin = opening(text, max(clause, previous_end), raw.start)
        if index and begin == previous_end and raws[index - 1].kind is FigureKind.DURATION:
            adverb = _SPAN_END.match(text, begin, raw.start)
            begin = adverb.end() if adverb is not None else begin
            begin = _with_figure(text, raws[index - 1], begin)
        elif index and begin == previous_end and _OF_GRADE.match(text, begin):
            begin = raws[index - 1].start
        date = periods.before(raw.start)
        points = raw.kind is FigureKind.PERCENTAGE_POINTS
        own = text[begin : _before_date(raw, begin, date)].rstrip("(（")
        moved = change(own, points=points)
        if moved.direction is None and points:  # 比上年末高0.8个百分点
            moved = change(text[begin : raw.start], points=True)
        aimed = _AIMED.search(own) if raw.kind is FigureKind.RATIO else None
        if aimed is not None:
            moved = change(own[: aimed.start()])
        if moved.direction is None and text.startswith(("的", "正"), raw.end):
            grown = GROWTH.match(text, raw.end)
            moved = change(grown["word"]) if grown is not None else moved
        if moved.direction is None and raw.kind is FigureKind.RATIO and begin == clause:
            moved = moved_ahead(text, clause, own)
        compared = comparator(text[begin : raw.start], points=points)
        if compared is None and moved.direction is not None and begin == clause:
            compared = compared_ahead(text, begin)
        head, lead = rows.head(index), ""
        if head is not None:
            lead = text[clause_start(text, head, head - CLAUSE) : head]
        if head is not None and moved.direction is None:
            moved = change(lead, points=points)
            compared = compared or comparator(lead, points=points)
        base = base_of(text, text[begin : raw.start], raw)
        borrowed = rows.borrowed(index)
        if borrowed is not None:
            found = labels[borrowed]
        elif rows.settles(index):
            found = rows.label(index)
        else:
            found = base or choose_label(text, raws, index, begin, date, joined=begin > clause)
            if aimed is not None and moved.direction is not None:
                found = label_before(text, begin, begin + aimed.start()) or found
            aside = before_aside(text, raws, labels, index)
            if aside is not None:
                label = labels[aside]
                if found is not None and _CHANGED_ONLY.fullmatch(own):
                    found = label
            if found is None and raw.kind is FigureKind.MONEY and own.startswith(_TOTAL):
                found = total_label(text, raws, labels, index)
            counted = found is None and raw.kind is FigureKind.COUNT
            same = counted and of_same_things(text, raws, labels, index)
            found = labels[index - 1] if same else found
            if found is None and counted and not own.strip("、,，"):
                found = predicate_of(text, raws, index, own)
            if found is None and begin == previous_end and _within(text, raws, index):
                span = raws[index - 1].start  # 产值三年翻两番
                named = clause_start(text, span, span - CLAUSE)
                if index > 1 and raws[index - 2].end > named:
                    found = labels[index - 2]  # 城镇化率达到67.5%、5年提高4.5个百分点
                else:
                    found = label_before(text, named, span)
            carried = None
            if found is None and begin == clause:
                found = ahead(text, clause, previous_end)
            if found is None:
                carried = carried_from(text, raws, index, begin, own, date)
            if carried is not None and "分别" not in own:
                last = carried == index - 1 and raw.kind is not FigureKind.DURATION
                # 占GDP比重为73%，增长6%: of the amount; 提高2个百分点: of the share
                go_on = (labels[carried] if points else None) or label if last else labels[carried]
                found = go_on or _great(text, raws, index)
                found = turned(found, own) if found is not None else None
            elif found is None and text[begin - 1 : begin] in (")", "）"):
                found = named_before(text, begin, previous_end)
            elif found is None and _amount_of_count(text, raws, index):
                found = label
            elif found is None and raw.kind is FigureKind.COUNT:
                found = predicate_of(text, raws, index, own)
            if found is None and begin == clause and not prints_noun(text, raw):
                told = said(text, clause, raw.start, date)
                found = topic(text, clause, previous_end, raw, told)
            previous = labels[-1] if labels else None
            found = carried_out(own, previous) or found
            found = planned_anew(text, found, previous) if found is not None else None
            if found is not None and EXECUTED.search(own):
                found = without_plan(found)
            spent = found is None or found.text == "投入"  # 投入4.2亿元，保障市场合作
            found = (purpose_of(text, raw) if spent else None) or found
            found = before_bracket(text, found, raw) if found is not None else None
            found = found or act_alone(text, raw, begin)
            if found is not None and index and found.start == begin == previous_end:
                found = _of_kinds(text, raws[index - 1], found)
                found = without_subject(text, raws[index - 1], labels[-1], found)
            if found is not None:
                found = complete(text, clause, found, partial(_before, text, raws, labels, index))
        if found is not None and raw.kind is FigureKind.COUNT:
            found = done_besides(text, raws, labels, index, found)
        if found is not None:
            found = whole_measure(text, found, raw, labels[-1] if labels else None)
            great = _great(text, raws, index) if index and found.text[0] == "占" else None
            if great is not None and great.end == found.start:
                found = Label(great.start, found.end, great.text + found.text)
        passed = found is None and _passes(text, raws, index)
        if base is None and not passed and (found is None or not _BESIDE_SHARE.search(own)):
            label = found
        labels.append(found)
        dated = periods.period(raw, _stated(periods, rows, raws, index, previous_end))
        per = raw.per or per_of(own, raw.kind)
        if per is None and moved.change == "to" and index and raw.unit == raws[index - 1].unit:
            # 由每人每月187元提高到193元: both ends of a rise are counted by the same.
            risen = _RISEN.match(text, raws[index - 1].end, raw.start)
            per = figures[-1].per if risen is not None else None
        role = role_of(text, raw, lead + own, moved)
        figures.append(figure_of(view, raw, found, moved, compared, dated, per, role, kept))
        previous_end = raw.end
    for index, whole_label in owned(text, raws, labels):
        figures[index] = replace(figures[index], label=whole_label.text)
    for index, one in named_in_bracket(text, raws, labels).items():
        figures[index] = replace(figures[index], label=one.text)
    for index, account in accounts(text, raws, labels):
        item = labels[index]
        name = whole_item(text, item) if item is not None else figures[index].label
        figures[index] = replace(figures[index], label=name, subject=(account,))
    for index, measure in wholes(text, raws, labels).items():
        figures[index] = replace(figures[index], subject=(measure,))
    return tuple(figures)


def _of_kinds(text: str, kinds: Raw, label: Label) -> Label:
    """The whole name of things told by their kinds: 侦破|涉黑涉恶九类案件."""
    if kinds.unit not in ("类", "种") or text[kinds.start].isascii():
        return label
    of = label_before(text, clause_start(text, kinds.start, kinds.start - CLAUSE), kinds.start)
    if of is None or of.end != kinds.start:
        return label
    return Label(of.start, label.end, text[of.start : label.end])


def _with_figure(text: str, span: Raw, begin: int) -> int:
    """Where a name begins that holds a span of time: 九年义务教育, 学前三年毛入园率."""
    if _OF_SPAN.match(text, begin) is None:
        return begin
    return span.start - WORD * text.startswith(_BEFORE_CLASS, max(0, span.start - WORD))


def _amount_of_count(text: str, raws: list[Raw], index: int) -> bool:
    """新增担保1956笔、39.79亿元: the sum is that of the things counted just before it."""
    if not index or raws[index].kind not in (FigureKind.MONEY, FigureKind.PHYSICAL):
        return False
    before = raws[index - 1]
    gap = text[before.end : raws[index].start]
    return before.kind is FigureKind.COUNT and gap in ("", "、", "共", "共计", "计")


def _within(text: str, raws: list[Raw], index: int) -> bool:
    """Whether a span of time stands before a figure, which says how long it took."""
    if not index:
        return False
    before = raws[index - 1]
    gap = text[before.end : raws[index].start]
    listed = gap == "、" and raws[index].kind is FigureKind.DURATION  # 十年、二十年
    if before.kind is not FigureKind.DURATION or listed:
        return False
    return without_tail(text, before.end, raws[index].start) == before.end or (
        _GROWN.fullmatch(gap) is not None
    )


def _passes(text: str, raws: list[Raw], index: int) -> bool:
    """Whether a figure is a span of time between two of a thing: 249亿元，五年增长21.9%."""
    if not index or raws[index].kind is not FigureKind.DURATION:
        return False
    gap_start, start = raws[index - 1].end, raws[index].start
    near = start - gap_start <= CARRIED and SENTENCE_END.search(text, gap_start, start) is None
    return near and said(text, gap_start, start, None) != "name"


def _great(text: str, raws: list[Raw], index: int) -> Label | None:
    """六大新兴产业增长12.8%: a count that prints its own noun is what grows."""
    before = raws[index - 1]
    if "大" not in text[before.start + 1 : before.end] or before.end + CARRIED < raws[index].start:
        return None
    return Label(before.start, before.end, text[before.start : before.end])


def _before(
    text: str, raws: list[Raw], labels: list[Label | None], index: int
) -> tuple[Raw, Label] | None:
    """The figure before one in its sentence, with its label."""
    label = (labels[index - 1] or _great(text, raws, index)) if index else None
    if label is None or SENTENCE_END.search(text, raws[index - 1].end, raws[index].start):
        return None
    return raws[index - 1], label


def _before_date(raw: Raw, begin: int, date: Dated | None) -> int:
    """Where the words that govern a figure end: 提高到2025年上半年的20.3% is 提高到."""
    if date is not None and begin <= date.found.start and raw.start - date.found.end <= 1:
        return date.found.start
    return raw.start


def _stated(
    periods: Periods, rows: Rows, raws: list[Raw], index: int, previous_end: int
) -> Dated | None:
    place = rows.place(index)
    if place is not None:
        first, number, count = place
        listed = periods.listed(first, count)
        if listed:
            return listed[number]
        if number:
            previous_end = 0 if first <= 0 else min(previous_end, first)
    return periods.of(raws[index], previous_end)
