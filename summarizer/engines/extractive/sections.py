"""Summaries of units with children or own text, and the headline of every section."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from summarizer.analysis import Analysis
from summarizer.engines.base import MeasureDraft, PointDraft, SectionDraft
from summarizer.engines.extractive.enumerated import enumerated
from summarizer.engines.extractive.headline import headline
from summarizer.engines.extractive.laws import article_line, is_unnamed_article
from summarizer.engines.extractive.measures import (
    POINT_LIMIT,
    draft_measure,
    how_many,
    told_points,
)
from summarizer.engines.extractive.parts import Weigher
from summarizer.engines.extractive.units import score_span
from summarizer.reading.outline.records import Unit
from summarizer.vocabulary import Origin, Status

SECTION_BUDGET = 150  # as the overview: three or four sentences
_OF_ITS_PARTS = 4  # a summary is at most a quarter as long as what it sums up
_LEAVES_A_CHILD = 6  # one point of each fills the budget more than twice
_SAYS_SOMETHING = 0.0  # of an opening; set phrases and thanks are worth less
_FALLS_SHORT = 2.0  # as much as a result with its figure
_TURNS = 2  # a second point of each child where the budget allows
_MAIN_ACTION = 1.0  # a result is told instead only where it tells clearly more
_OWN_POINTS = 4  # of a lead; longer ones tell the figures of the whole in their later half
_ALWAYS = (Status.PROBLEM, Status.IN_PROGRESS)  # never left out for something that tells more


class _Lead(NamedTuple):
    worth: float
    place: int
    text: str


def section_summary(
    analysis: Analysis,
    unit: Unit,
    measures: Mapping[str, MeasureDraft],
    weigher: Weigher | None = None,
    told: Collection[str] = (),
    own: Sequence[PointDraft] | None = None,
) -> SectionDraft:
    """The summary of a unit from its own text and the points of its leaves; a leaf's is its own.

    Leaves that `measures` lacks are drafted from the source. `told` are the headlines of the
    units above, `own` the points of the unit's own text, where they are at hand. Never raises.
    """
    leaves = [leaf for leaf in unit.walk() if leaf.is_leaf]
    drafts = {leaf.id: measures.get(leaf.id) or draft_measure(analysis, leaf) for leaf in leaves}
    written = {drafts[leaf.id].origin for leaf in leaves if leaf.id in measures}
    origin = Origin.LLM if written == {Origin.LLM} else Origin.EXTRACTIVE
    if own is None:
        own = () if unit.is_leaf else own_points(analysis, unit)
    points = [point for leaf in leaves for point in drafts[leaf.id].points]
    weigher = weigher or Weigher(analysis)
    if is_unnamed_article(unit):
        said = article_line(analysis, unit)
    else:
        said = headline(unit, own, points, weigher, told)
    if unit.is_leaf:
        return SectionDraft(unit.id, drafts[unit.id].summary, origin, said)
    length = sum(len(point.text) for point in (*points, *own))
    room = min(SECTION_BUDGET, length // _OF_ITS_PARTS)
    fitting = [(_of_lead(point, weigher), point.text) for point in own if len(point.text) <= room]
    worth, opening = max(fitting, key=lambda row: row[0], default=(0.0, ""))
    opening = opening if worth > _SAYS_SOMETHING else ""
    listed = enumerated(analysis, unit, SECTION_BUDGET)
    if listed and origin is Origin.EXTRACTIVE:
        return SectionDraft(unit.id, listed, origin, said)
    leads = _leads(analysis, unit, drafts, weigher)
    rest = _choose(leads, room - len(opening), opening)
    text = opening + "".join(rest)
    if not text and unit.problem and leads:
        # Longer than its share; but the problem alone says nothing of what was done.
        text = min((lead.text for lead in leads), key=len)
    return SectionDraft(unit.id, text or f"{said.rstrip('。…')}。", origin, said)


def all_own_points(analysis: Analysis) -> dict[str, tuple[PointDraft, ...]]:
    """The points of the own text of every section, by the section's id."""
    return {
        unit.id: own_points(analysis, unit) for unit in analysis.outline.walk() if not unit.is_leaf
    }


def own_points(analysis: Analysis, unit: Unit) -> tuple[PointDraft, ...]:
    """The points of a section's own text (its lead, and what closes it), in reading order."""
    found: list[PointDraft] = []
    for span in unit.own or (unit.text_span,):
        told = score_span(analysis, span, unit.tense, unit.ahead)
        count = min(_OWN_POINTS, how_many(len(told.text)))
        found.extend(told_points(analysis, told, count))
    return tuple(found)


def _leads(
    analysis: Analysis, unit: Unit, drafts: Mapping[str, MeasureDraft], weigher: Weigher
) -> list[_Lead]:
    """The most telling point of the leaves below a unit.

    The most telling of each child comes first, so that no child goes untold where all fit. A child
    that is a list is told as one: an item says nothing without what opens it.
    """
    rows: list[list[_Lead]] = []
    place = 0
    for child in unit.children:
        row: list[_Lead] = []
        listed = enumerated(analysis, child, POINT_LIMIT, counted=False)
        leaves = [leaf for leaf in child.walk() if leaf.is_leaf]
        for leaf in leaves[:_LEAVES_A_CHILD]:
            place += 1
            row.extend(
                _Lead(_worth(point, number, weigher), place, point.text)
                for number, point in enumerate(drafts[leaf.id].points)
            )
        if listed and all(drafts[leaf.id].origin is Origin.EXTRACTIVE for leaf in leaves):
            row = [_Lead(max(lead.worth for lead in row), row[0].place, listed)] if row else []
        rows.append(sorted(row, key=lambda lead: (-lead.worth, lead.place)))
    turns = ([row[turn] for row in rows if turn < len(row)] for turn in range(_TURNS))
    return [lead for turn in turns for lead in sorted(turn, key=lambda lead: -lead.worth)]


def _of_lead(point: PointDraft, weigher: Weigher) -> float:
    worth = weigher.worth(point)
    return worth + _FALLS_SHORT if point.status is Status.PROBLEM else worth


def _worth(point: PointDraft, number: int, weigher: Weigher) -> float:
    worth = weigher.worth(point) + (_MAIN_ACTION if number == 0 else 0.0)
    return worth + _MAIN_ACTION if point.status in _ALWAYS else worth


def _choose(leads: Sequence[_Lead], room: int, opening: str) -> list[str]:
    """The leads that fit, in the order of the source; those of a child's first turn by place."""
    chosen: list[tuple[int, int, str]] = []
    told = {opening}
    for order, lead in enumerate(leads):
        if len(lead.text) <= room and lead.text not in told:
            chosen.append((lead.place, order, lead.text))
            told.add(lead.text)
            room -= len(lead.text)
    return [text for _, _, text in sorted(chosen)]
