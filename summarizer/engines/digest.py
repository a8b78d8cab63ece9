"""What a report will be quoted by, and what it leaves open: for either engine's overview.

Both functions work from the source's anchors and the drafts of the measures, whoever wrote them;
they never raise, and their cost is linear in the figures and the points.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import zip_longest
from typing import NamedTuple

from summarizer import patterns as re
from summarizer.analysis import Analysis
from summarizer.anchors.records import Figure
from summarizer.engines.base import MeasureDraft, OpenDraft, PointDraft
from summarizer.reading.document import View
from summarizer.reading.outline.records import Unit
from summarizer.vocabulary import Bound, FigureKind, FigureRole, Status

MOST_KEY_FIGURES = 8  # what a reader takes in at a glance, in two rows of a screen


@dataclass(frozen=True, slots=True)
class Weights:
    """What makes a figure one to quote. Set by reading the first eight figures of ten reports."""

    total: float = 1.0
    """Its clause says that it counts the whole (共, 累计, 全市)."""
    indicator: float = 2.5
    """An indicator of the statistical system that every report of its kind is compared by."""
    answered: float = 2.0
    """Of an inspection's or audit's findings: how many, how many done."""
    whole: float = 1.5
    """All findings and all measures that answer them, told in one breath."""
    outcome: float = 1.2
    """People held to account, money recovered, a rank."""
    upper: float = 1.5
    """In the text of a part of the report rather than in that of a measure."""
    money: float = 1.0
    """The largest sum of the report; smaller ones in proportion of their digits."""
    change: float = -0.6
    """A growth rate: quoted after the level that it belongs to."""
    first: float = 0.4
    """In the first sentence of its unit."""
    intended: float = -2.5
    """A target, or what falls short, in a report of results (a plan has no other figures)."""
    small: float = -1.5
    """A count below ten, a length of time: structure of the text rather than of its matter."""
    unnamed: float = -1.5
    """Nobody can say what it is a figure of."""


WEIGHTS = Weights()
_LEAST = 1.0  # a figure worth less is not offered for quotation
_FROM_ONE_UNIT = 2  # so that the figures come from four units at least
_FROM_ONE_CLAUSE = 2  # a level and its change belong together
_SMALL = Decimal(10)
# Shares of the text. Of 14 work reports 13 tell 0.29 to 0.46 of it in results (in one no result
# is read at all); 16 plans, opinions, notices, decisions and schemes 0 to 0.15.
_RESULTS_OF_A_PLAN = 0.22
_AHEAD_OF_A_PLAN = 0.5

_TOTAL = re.compile(r"[共总]计?|累计|合计|全[省市区县州旗国年]|整体|总体")
# The chief indicators of national accounts, budgets and living standards (GB/T and yearbook names).
_INDICATOR = re.compile(
    r"(?:生产总值|GDP|公共(?:财政)?预算收入|财政(?:总)?收入|固定资产投资|消费品零售总额|人均可支配收入"
    r"|工业[^,，]{0,2}增加值|进出口(?:总[额值])?|(?:脱贫|贫困)人口|常住人口|城镇新增就业)$"
)
_FINDING = re.compile(r"问题|意见|任务|措施|事项|线索|信访")
_ANSWER = re.compile(r"整改|反馈|巡[视察]|审计|移交|办结|完成|销号")
# How much there was to answer, told together: 48个具体问题161条整改措施.
_WHOLE = re.compile(
    r"问题[^,，;；。]{0,12}\d+[条项个]?[^,，;；。]{0,6}措施|方面[^,，;；。]{0,24}\d[^,，;；。]{0,12}问题"
)
# 将 tells of the time to come before an adverb or a verb, and puts an object first before a name:
# 将巡视反馈的问题梳理为23条.
_AHEAD = re.compile(
    r"到20\d\d年|力争|今后|未来|目标|下一?步"
    r"|将(?:[进继持不]|重点|按|收回|适时|全[力面部]|加[快大强]|[于在会达超力]|深入|始终|认真|切实|组织|推|积极|新[建增]|实现|完成|建成|开展|实施|突破|投[入资])"
)
_OUTCOME = re.compile(
    r"立案|处分|问责|追责|移[送交]|追[缴回]|挽回|收回|清退|约谈|死亡|受伤|遇难|直接经济损失"
)
_BEFORE = re.compile(r"[,，;；。!！?？\n]")
_REACH = 60  # how far to either side a clause is looked for


class Ranked(NamedTuple):
    """A figure with its worth and its innermost unit.

    `aside` is true for a target, or what falls short, in a report of results.
    """

    worth: float
    figure: Figure
    unit: Unit
    aside: bool


def key_figures(
    analysis: Analysis, *, most: int = MOST_KEY_FIGURES, ranked: Sequence[Ranked] | None = None
) -> tuple[int, ...]:
    """The starts, in the source, of the figures by which the report will be quoted.

    At most `most`, in reading order: totals, results, ranks, accountability, each from the place
    that tells it first; no two say the same, and at most two come from one unit. `ranked` is what
    `rank_figures` gives, where it is at hand.
    """
    chosen: list[Figure] = []
    labels: set[tuple[object, ...]] = set()
    grown: set[str | None] = set()
    from_unit: dict[str, int] = {}
    rows = ranked if ranked is not None else rank_figures(analysis)
    results = any(row.worth >= _LEAST and not row.aside for row in rows)
    for worth, figure, unit, aside in rows:
        if aside and results:
            continue
        if worth < _LEAST or len(chosen) == most:
            break
        if figure.role is FigureRole.CHANGE and figure.label in grown:
            continue  # told beside the level that it belongs to
        label = (figure.label, figure.kind)
        twin = (figure.value, figure.unit)
        if label in labels or twin in labels or from_unit.get(unit.id, 0) >= _FROM_ONE_UNIT:
            continue
        labels.update((label, twin))
        if figure.role is not FigureRole.CHANGE:
            chosen = [other for other in chosen if not _is_change_of(other, figure)]
        grown.add(figure.label)
        from_unit[unit.id] = from_unit.get(unit.id, 0) + 1
        chosen.append(figure)
    return tuple(sorted(figure.span.start for figure in chosen))


def _is_change_of(change: Figure, level: Figure) -> bool:
    """Whether the growth of a level would be quoted, which stands beside it where it is printed."""
    return change.role is FigureRole.CHANGE and change.label == level.label is not None


def is_plan(analysis: Analysis) -> bool:
    """True for a document that is about what is to be done: its figures are targets.

    By the characters of its leaves and of the sections' own text: a report of results gives up to
    two thirds of them to the year to come.
    """
    told: Counter[str | None] = Counter()
    for unit in analysis.outline.walk():
        for span in (unit.text_span,) if unit.is_leaf else unit.own:
            told[unit.tense] += span.end - span.start
    ahead, whole = told["plan"], sum(told.values())
    return (ahead > 0 and ahead == whole) or (
        told["result"] < _RESULTS_OF_A_PLAN * whole and ahead > _AHEAD_OF_A_PLAN * whole
    )


def rank_figures(analysis: Analysis) -> list[Ranked]:
    """Every figure of a unit with its worth and its innermost unit, the worthiest first."""
    figures = [figure for figure in analysis.anchors.figures if not figure.loose]
    holders = _Holders(analysis.outline.units)
    only_plans = is_plan(analysis)
    issued = analysis.document.issued_on or ""
    largest = max(
        (_digits(figure) for figure in figures if figure.kind is FigureKind.MONEY), default=0
    )
    clauses = _Clauses(analysis.document.view)
    ranked = []
    for figure, following in zip_longest(figures, figures[1:]):
        unit = holders.of(figure.span.start)
        if unit is None or _is_mark(figure, following, analysis.document.text):
            continue
        clause, first, ahead = clauses.around(figure, unit)
        later = bool(issued and figure.period and figure.period[: len(issued)] > issued)
        aside = unit.tense == "problem"
        targeted = unit.plan or ahead or later or figure.role is FigureRole.TARGET
        aside = aside or (targeted and not only_plans)
        worth = _worth(figure, unit, clause, largest=largest, aside=aside)
        ranked.append(Ranked(worth + (WEIGHTS.first if first else 0.0), figure, unit, aside))
    ranked.sort(key=lambda row: (-row.worth, row.figure.span.start))
    return ranked


def _is_mark(figure: Figure, following: Figure | None, text: str) -> bool:
    """True for the 3万亿 of 突破3万亿元、达3.6万亿元: a mark that is passed, and then the level."""
    if figure.bound is not Bound.MORE or following is None or figure.unit != following.unit:
        return False
    return _LEVEL.fullmatch(text, figure.span.end, following.span.start) is not None


def _worth(figure: Figure, unit: Unit, clause: str, *, largest: int, aside: bool) -> float:
    label = figure.label or ""
    worth = 0.0
    if _INDICATOR.search(label):
        worth += WEIGHTS.indicator
    if _TOTAL.search(clause):
        worth += WEIGHTS.total
    if _FINDING.search(label) and _ANSWER.search(clause):
        worth += WEIGHTS.answered
    if _WHOLE.search(clause):
        worth += WEIGHTS.whole
    if figure.role is FigureRole.RANK or _OUTCOME.search(clause):
        worth += WEIGHTS.outcome
    if not unit.is_leaf or unit.level == 0:
        worth += WEIGHTS.upper
    if figure.kind is FigureKind.MONEY and largest:
        worth += WEIGHTS.money * _digits(figure) / largest
    if aside:
        worth += WEIGHTS.intended
    if figure.role is FigureRole.CHANGE:
        worth += WEIGHTS.change
    if figure.kind is FigureKind.DURATION or (
        figure.kind is FigureKind.COUNT and abs(figure.value) < _SMALL
    ):
        worth += WEIGHTS.small
    if len(label) < 2:
        worth += WEIGHTS.unnamed
    return worth


def _digits(figure: Figure) -> int:
    return max(figure.value.adjusted(), 0)


class _Holders:
    """The innermost unit that holds an offset, for offsets that are asked in any order."""

    def __init__(self, units: Sequence[Unit]) -> None:
        self._spans: list[tuple[int, Unit]] = []
        for unit in units:
            for inner in unit.walk():
                self._spans.append((inner.span.start, inner))
        self._starts = [start for start, _ in self._spans]
        self._above: dict[str, Unit] = {
            child.id: inner for _, inner in self._spans for child in inner.children
        }

    def of(self, offset: int) -> Unit | None:
        """None outside of all units."""
        index = bisect_right(self._starts, offset) - 1
        unit = self._spans[index][1] if index >= 0 else None
        while unit is not None and offset >= unit.span.end:
            unit = self._above.get(unit.id)
        return unit


class _Clauses:
    """The clause around a figure, normalised, and whether it opens its unit's text."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._marks = array("I", (mark.start() for mark in _BEFORE.finditer(view.text)))
        self._of: Unit | None = None
        self._opening = self._stop = 0  # where its text begins, and its first sentence ends

    def around(self, figure: Figure, unit: Unit) -> tuple[str, bool, bool]:
        """The words from mark to mark, whether no sentence of the unit ends before them.

        Last, whether the sentence up to the figure speaks of the time to come.
        """
        text = self._view.text
        place = self._view.locate(figure.span.start)
        low, high = max(0, place - _REACH), place + _REACH
        following = bisect_left(self._marks, place)
        before = self._marks[following - 1] if following else -1
        start = before + 1 if before >= low else low
        after = self._marks[following] if following < len(self._marks) else high
        if unit is not self._of:
            self._of, self._opening = unit, self._view.locate(unit.text_span.start)
            self._stop = text.find("。", self._opening)
        first = self._opening <= place and not 0 <= self._stop < place
        sentence = text[max(text.rfind("。", low, place), text.rfind("\n", low, place)) + 1 : place]
        ahead = _AHEAD.search(sentence[-_REACH:]) is not None
        return text[start : min(after, high)], first, ahead


_LEVEL = re.compile("(?:大关|台阶|关口)?[、,，]?(?:达到?|为)约?")
# From the one that a reader must hear of first.
_OPEN = {
    Status.PROBLEM: 3.0,
    Status.IN_PROGRESS: 2.0,
    Status.MOSTLY_COMPLETED: 1.5,
    Status.PLANNED: 0.0,
}
_TERM = re.compile(r"(?:年|月)?[底末](?:之?前)?|\d(?:年|月|日)(?:之?前)|以前|\d年")
_SAME = 0.7  # of the shorter one's pairs of characters


def open_items(
    analysis: Analysis,
    measures: Mapping[str, MeasureDraft],
    own: Mapping[str, Sequence[PointDraft]] | None = None,
) -> tuple[OpenDraft, ...]:
    """What is said to be unfinished, only promised or still a problem, the weightiest first.

    From the points of the measures and of `own` (the points of sections' own text by unit id):
    one item a unit and status, none that says again what another says. Those of one weight stay
    in the order of the source.
    """
    rows: list[tuple[float, int, OpenDraft]] = []
    for unit_id, points in _by_unit(measures, own or {}):
        best: dict[Status, tuple[float, int, OpenDraft]] = {}
        for point in points:
            if point.status not in _OPEN:
                continue
            weight = _OPEN[point.status] + _firmness(point.text)
            item = OpenDraft(unit_id, point.status, point.text, point.span)
            if point.status not in best or weight > best[point.status][0]:
                best[point.status] = (weight, point.span.start, item)
        rows.extend(best.values())
    rows.sort(key=lambda row: (-row[0], row[1]))
    kept: list[OpenDraft] = []
    seen: list[set[str]] = []
    exact: set[str] = set()
    for _, _, item in rows:
        pairs = {item.text[place : place + 2] for place in range(len(item.text) - 1)}
        if item.text in exact or any(_same(pairs, other) for other in seen[-_COMPARED:]):
            continue
        kept.append(item)
        seen.append(pairs)
        exact.add(item.text)
    return tuple(kept)


_COMPARED = 60  # how many of the items before it one is compared with, so that cost stays linear


def _by_unit(
    measures: Mapping[str, MeasureDraft], own: Mapping[str, Sequence[PointDraft]]
) -> list[tuple[str, Sequence[PointDraft]]]:
    rows: list[tuple[str, Sequence[PointDraft]]] = [
        (unit_id, draft.points) for unit_id, draft in measures.items()
    ]
    rows.extend(own.items())
    return rows


def _firmness(text: str) -> float:
    """Promises with a figure or a term are heard before those in general words."""
    return (0.5 if any(map(str.isdigit, text)) else 0.0) + (0.5 if _TERM.search(text) else 0.0)


def _same(pairs: set[str], other: set[str]) -> bool:
    shorter = min(len(pairs), len(other))
    return shorter > 0 and len(pairs & other) >= _SAME * shorter
