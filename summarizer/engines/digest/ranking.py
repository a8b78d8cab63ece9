"""Every figure of a report by what it is worth to somebody who quotes the report."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import zip_longest
from typing import NamedTuple

from summarizer import patterns as re
from summarizer.analysis import Analysis
from summarizer.anchors.records import Figure
from summarizer.engines.digest.kind import is_plan
from summarizer.engines.digest.places import Clauses, Holders
from summarizer.engines.digest.weights import WEIGHTS, worth_of
from summarizer.engines.wrongs import is_audit
from summarizer.reading.outline.records import Unit
from summarizer.vocabulary import Bound, FigureKind, FigureRole

# Between the two ends of a rise or fall: 由50.1万减少到26.7万, 从2020年的12%升至2025年上半年的15%.
_REACHED = re.compile(
    r"(?![^,，。;；、]*[至到][^,，。;；、]*[至到])[^,，。;；、]{0,20}?(?:[至到]|[变升降增减整调]为)[^,，。;；、]{0,16}"
)
_FROM = re.compile(r"[由从自][^,，。;；、]{0,24}$")
# What something is compared with: 比上年的50亿元多, 在10亿元的基础上.
_COMPARED = re.compile(r"(?:(?<![占同对之])[比较](?![重例])|[高低多少]于)[^,，。;；、]{0,14}的$")
# What was set, before what it came to: 预算收入为53亿元，实际完成54亿元.
_SET = re.compile(r"(?:预算|计划|目标|任务)[^,，。;；]{0,16}$")
_CAME_TO = re.compile(r"[,，;；、]?(?:实际|年终|全年|当年)?(?:完成|执行|收入|支出|实现){1,2}数?为?")
_BASIS = re.compile(r"的?(?:基础|水平)上")
_THEN = 4  # letters between a multiple and the level that came of it
_BACK = 40  # how far back the words are looked for by which a figure is such an end
_OWN_LEVEL = re.compile("[省市州县区]本级")  # of what the whole, 全市, takes in
# 高新区一般公共预算收入: of one place of those that the report is on.
_INSIDE = re.compile(
    "(?![全我本各])(?P<place>[一-龥]{1,6}(?:示范区|开发区|新区|[工矿]区|(?<![地社园城郊山库灾景校牧农市小片街县])区|(?<![各市贫困脱全])县|(?<![城乡村])镇|(?<![城下入返])乡))(?=[一-龥]{4})"
)
_FINE = re.compile(r"罚[款金]")
# Between a mark that is passed and the level: 突破3万亿元、达3.6万亿元.
_LEVEL = re.compile("(?:大关|台阶|关口)?[、,，]?(?:达到?|为)约?")


_AMOUNTS = (FigureKind.MONEY, FigureKind.PHYSICAL)


class Ranked(NamedTuple):
    """A figure with its worth and its innermost unit.

    `aside` is true for a target, or what falls short, in a report of results. `of_all` is true
    where the figure counts all findings or all measures that answer them, `done` where it says
    how many of them are done, `general` where it is an indicator or a total, `chief` where it is
    what an economy made, `petty` for a sum that is nothing beside the largest of the report,
    `local` for that of a place or part inside the report's own, `less` for an amount that another
    section tells by the same name of more than this one.
    """

    worth: float
    figure: Figure
    unit: Unit
    aside: bool
    of_all: bool = False
    general: bool = False
    done: bool = False
    petty: bool = False
    chief: bool = False
    local: bool = False
    less: bool = False

    @property
    def of_its_kind(self) -> float:
        """The worth among targets alone, or among results alone."""
        return self.worth - (WEIGHTS.intended if self.aside else 0.0)

    @property
    def of_the_report(self) -> float:
        """The worth to who quotes all of the report, not one of its parts."""
        part = _OWN_LEVEL.search(self.figure.label or "") is not None
        inside = WEIGHTS.part * part + WEIGHTS.local * self.local
        return self.worth + WEIGHTS.petty * self.petty + inside


def rank_figures(analysis: Analysis) -> list[Ranked]:
    """Every figure of a unit with its worth and its innermost unit, the worthiest first."""
    figures = [figure for figure in analysis.anchors.figures if not figure.non_quantity]
    holders = Holders(analysis.outline.units)
    only_plans, is_law = is_plan(analysis), analysis.is_law
    issued = analysis.document.issued_on or ""
    sums = (abs(figure.value) for figure in figures if figure.kind is FigureKind.MONEY)
    largest = max(sums, default=Decimal(0))
    clauses = Clauses(analysis.document.view, audit=is_audit(analysis.document.title))
    ranked: list[Ranked] = []
    fines: list[Ranked] = []
    text = analysis.document.text
    greatest = _Greatest(figures, holders)
    own = (analysis.document.title or "") + (analysis.document.issuer or "")
    for figure, following in zip_longest(figures, figures[1:]):
        unit = holders.of(figure.span.start)
        if _tells_an_age(figure):
            continue
        if unit is None or _is_mark(figure, following, text) or _is_start(figure, following, text):
            continue
        setting = clauses.around(figure, unit)
        later = bool(issued and figure.period and figure.period[: len(issued)] > issued)
        targeted = unit.plan or setting.ahead or later or figure.role is FigureRole.TARGET
        # Of a plan what is there already is aside, of a law what its words mean.
        aside = setting.there if only_plans else targeted
        aside = unit.tense == "problem" or (setting.defines if is_law else aside)
        told = worth_of(figure, unit, setting, largest)
        worth = told.worth
        if aside:
            worth += WEIGHTS.intended
        if setting.first:
            worth += WEIGHTS.first
        place = _INSIDE.match(figure.label or "")
        elsewhere = place is not None and place["place"] not in own
        less = greatest.is_less(figure, unit)
        local = less or (told.general and elsewhere)
        row = Ranked(
            worth,
            figure,
            unit,
            aside,
            told.of_all,
            told.general,
            told.done,
            told.petty,
            told.chief,
            local,
            less,
        )
        (fines if is_law and _FINE.search(setting.clause) else ranked).append(row)
    ranked += _led_by_the_highest(fines)
    if not any(row.of_all for row in ranked):  # what answers findings is not quoted by its GDP
        ranked = [
            row._replace(worth=row.worth + WEIGHTS.chief) if row.chief else row for row in ranked
        ]
    ranked.sort(key=lambda row: (-row.worth, row.figure.span.start))
    return ranked


class _Greatest:
    """The greatest amount of each name in a year: of a smaller one its section says whose it is.

    工业增加值24353亿元 of a country, then under 国有工业 once more 工业增加值8307亿元.
    """

    def __init__(self, figures: Sequence[Figure], holders: Holders) -> None:
        self._held: dict[tuple[str, str, str], tuple[Decimal, str]] = {}
        for figure in figures:
            key, unit = self._key(figure), holders.of(figure.span.start)
            if key is None or unit is None:
                continue
            known = self._held.get(key)
            if known is None or figure.value > known[0]:
                self._held[key] = (figure.value, _chapter(unit))

    def is_less(self, figure: Figure, unit: Unit) -> bool:
        """Whether another section has a greater amount of the name."""
        key = self._key(figure)
        value, chapter = self._held.get(key, (figure.value, "")) if key else (figure.value, "")
        return figure.value < value and chapter != _chapter(unit)

    def _key(self, figure: Figure) -> tuple[str, str, str] | None:
        if figure.kind not in _AMOUNTS or figure.direction is not None or not figure.label:
            return None
        return figure.label, figure.unit, (figure.period or "")[:4]


def _chapter(unit: Unit) -> str:
    return unit.id.partition(".")[0]


def _led_by_the_highest(fines: Sequence[Ranked]) -> list[Ranked]:
    """The fines of a law, all but the highest aside: of many a reader asks how far they go."""
    sums = [row.figure.value for row in fines if row.figure.kind is FigureKind.MONEY]
    highest = max(sums, default=None)
    return [
        row
        if row.figure.kind is FigureKind.MONEY and row.figure.value == highest
        else row._replace(worth=row.worth + WEIGHTS.intended, aside=True)
        for row in fines
    ]


def _tells_an_age(figure: Figure) -> bool:
    """True for 16—24岁 and 60周岁以上: who is meant, and nothing that a report is quoted by."""
    limits = figure.high is not None or figure.bound is not Bound.EQUAL
    return figure.unit in ("岁", "周岁") and limits


def _is_mark(figure: Figure, following: Figure | None, text: str) -> bool:
    """True for the 3万亿 of 突破3万亿元、达3.6万亿元: a mark that is passed, and then the level."""
    if following is None:
        return False
    if figure.kind is FigureKind.MULTIPLE and figure.label == following.label:
        return following.span.start - figure.span.end <= _THEN  # 翻番达到2206亿元
    if figure.bound is not Bound.MORE or figure.unit != following.unit:
        return False
    return _LEVEL.fullmatch(text, figure.span.end, following.span.start) is not None


def _is_start(figure: Figure, following: Figure | None, text: str) -> bool:
    """True for the end that something has left: 50.1万 of 由50.1万减少到26.7万.

    As well for what it is compared with. What a report is quoted by is where it has come to.
    """
    start, end = figure.span.start, figure.span.end
    before = text[max(0, start - _BACK) : start]
    if _BASIS.match(text, end) or _COMPARED.search(before):
        return True
    if following is not None and following.unit == figure.unit and _SET.search(before):
        between = text[end : following.span.start]
        if _CAME_TO.fullmatch(between):
            return True
    if following is None or figure.unit != following.unit or _FROM.search(before) is None:
        return False
    return _REACHED.fullmatch(text, end, following.span.start) is not None
