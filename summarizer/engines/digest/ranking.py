"""Every figure of a report by what it is worth to somebody who quotes the report."""

from __future__ import annotations

from itertools import zip_longest
from typing import NamedTuple

from summarizer import patterns as re
from summarizer.analysis import Analysis
from summarizer.anchors.records import Figure
from summarizer.engines.digest.kind import is_plan
from summarizer.engines.digest.places import Clauses, Holders
from summarizer.engines.digest.weights import WEIGHTS, digits, worth_of
from summarizer.reading.outline.records import Unit
from summarizer.vocabulary import Bound, FigureKind, FigureRole

# Between a mark that is passed and the level: 突破3万亿元、达3.6万亿元.
_LEVEL = re.compile("(?:大关|台阶|关口)?[、,，]?(?:达到?|为)约?")


class Ranked(NamedTuple):
    """A figure with its worth and its innermost unit.

    `aside` is true for a target, or what falls short, in a report of results. `of_all` is true
    where the figure counts all findings or all measures that answer them.
    """

    worth: float
    figure: Figure
    unit: Unit
    aside: bool
    of_all: bool = False

    @property
    def of_its_kind(self) -> float:
        """The worth among targets alone, or among results alone."""
        return self.worth - (WEIGHTS.intended if self.aside else 0.0)


def rank_figures(analysis: Analysis) -> list[Ranked]:
    """Every figure of a unit with its worth and its innermost unit, the worthiest first."""
    figures = [figure for figure in analysis.anchors.figures if not figure.loose]
    holders = Holders(analysis.outline.units)
    only_plans = is_plan(analysis)
    issued = analysis.document.issued_on or ""
    largest = max(
        (digits(figure) for figure in figures if figure.kind is FigureKind.MONEY), default=0
    )
    clauses = Clauses(analysis.document.view)
    ranked = []
    for figure, following in zip_longest(figures, figures[1:]):
        unit = holders.of(figure.span.start)
        if unit is None or _is_mark(figure, following, analysis.document.text):
            continue
        setting = clauses.around(figure, unit)
        later = bool(issued and figure.period and figure.period[: len(issued)] > issued)
        aside = unit.tense == "problem"
        targeted = unit.plan or setting.ahead or later or figure.role is FigureRole.TARGET
        aside = aside or (targeted and not only_plans)
        worth, of_all = worth_of(figure, unit, setting)
        if figure.kind is FigureKind.MONEY and largest:
            worth += WEIGHTS.money * digits(figure) / largest
        if aside:
            worth += WEIGHTS.intended
        if setting.first:
            worth += WEIGHTS.first
        ranked.append(Ranked(worth, figure, unit, aside, of_all))
    ranked.sort(key=lambda row: (-row.worth, row.figure.span.start))
    return ranked


def _is_mark(figure: Figure, following: Figure | None, text: str) -> bool:
    """True for the 3万亿 of 突破3万亿元、达3.6万亿元: a mark that is passed, and then the level."""
    if figure.bound is not Bound.MORE or following is None or figure.unit != following.unit:
        return False
    return _LEVEL.fullmatch(text, figure.span.end, following.span.start) is not None
