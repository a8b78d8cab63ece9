"""What a report leaves open: unfinished, only promised, or still a problem."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from summarizer import patterns as re
from summarizer.analysis import Analysis
from summarizer.engines.base import MeasureDraft, OpenDraft, PointDraft
from summarizer.engines.digest.kind import is_plan
from summarizer.vocabulary import Status
from summarizer.words import worded

# From the one that a reader must hear of first.
_OPEN = {
    Status.PROBLEM: 3.0,
    Status.IN_PROGRESS: 2.0,
    Status.MOSTLY_COMPLETED: 1.5,
    Status.PLANNED: 0.0,
}
_FIRM = 0.5  # a term, or a figure: less than the step from one status to the next
_GOALS = 0.6  # the targets of the whole come first of all that is promised
_ABOVE = 0.5  # what is promised for all of a report or part comes before one measure's promise
_OPENING_YEAR = re.compile(r"^(?:在)?20\d\d年度?[,，]")
_TERM = re.compile(r"[年月][底末](?:之?前)?|\d(?:年|月|日)(?:之?前)|以前|\d年")
_GOAL = re.compile(r"(?:预期|主要|奋斗|总体)目标")
_STILL = re.compile(r"正在|尚未|还未|未完成|其余|年底|推进|进展顺利|施工|办理中|将(?!军)")
# What a year is, or how much something means, is nothing to be done: 2019年是新中国成立70周年.
_REMARK = re.compile(
    r"(?:今年|20\d\d年)(?:正?是|既是|恰逢)|意义(?:十分|非常|极其)?(?:重大|深远)(?:。|；|$)"
)
_SAME = 0.7  # of the shorter one's pairs of characters
_COMPARED = 60  # how many of the items before it one is compared with, so that cost stays linear
# Promises in the words that every report closes with; they tell nothing that could be looked for.
_ROUTINE = worded("routine", "{phrases}")
_TELLS = re.compile(r"\d(?!\d{0,3}年)|《")  # the year of a plan is no figure of it


@dataclass(frozen=True, slots=True)
class _Row:
    weight: float
    start: int
    routine: bool
    firm: bool
    item: OpenDraft


def open_items(
    analysis: Analysis,
    measures: Mapping[str, MeasureDraft],
    own: Mapping[str, Sequence[PointDraft]] | None = None,
) -> tuple[OpenDraft, ...]:
    """What is said to be unfinished, only promised or still a problem, the weightiest first.

    From the points of the measures and of `own` (the points of sections' own text by unit id):
    one item a unit and status, none that says again what another says. Promises in the words that
    every report closes with are left out where there is anything else; else the first is told.
    Of a plan, all of which is to come, what has a term or a figure is told, where anything has.
    Those of one weight stay in the order of the source. A law leaves nothing open.
    """
    if analysis.is_law:
        return ()
    rows: list[_Row] = []
    leading = _leading(analysis)
    inspected = analysis.document.inspection is not None
    for unit_id, points, extra in _by_unit(measures, own or {}):
        best: dict[Status, _Row] = {}
        for point in points:
            if point.status not in _OPEN:
                continue
            # What is mostly done is open where a rest is told, or an inspection asks for all of it.
            whole = point.status is Status.MOSTLY_COMPLETED and not inspected
            if whole and not _STILL.search(point.text):
                continue
            if unit_id in leading and point.status is Status.PROBLEM and not _tells(point.text):
                continue
            # 正在凝聚成磅礴力量: of all that a part says of itself, work under way is counted.
            if extra and point.status is Status.IN_PROGRESS and not _tells(point.text):
                continue
            if point.status is Status.PLANNED and _is_remark(point.text):
                continue
            routine = point.status is Status.PLANNED and _is_routine(point.text)
            firmness = _firmness(point.text)
            # In general words what is promised for all is heard no sooner than what one is to do.
            held = firmness > 0 or point.status is not Status.PLANNED
            weight = _OPEN[point.status] + firmness + (extra if held else 0.0)
            item = OpenDraft(unit_id, point.status, _still_open(point), point.span)
            weight -= 2 * _FIRM if routine else 0.0
            row = _Row(weight, point.span.start, routine, held, item)
            if point.status not in best or row.weight > best[point.status].weight:
                best[point.status] = row
        rows.extend(best.values())
    rows.sort(key=lambda row: (-row.weight, row.start))
    if is_plan(analysis):
        rows = [row for row in rows if row.firm] or rows
    kept: list[OpenDraft] = []
    seen: list[set[str]] = []
    exact: set[str] = set()
    for row in rows:
        text = row.item.text
        if row.routine and kept:
            continue
        pairs = {text[place : place + 2] for place in range(len(text) - 1)}
        if text in exact or any(_same(pairs, other) for other in seen[-_COMPARED:]):
            continue
        kept.append(row.item)
        seen.append(pairs)
        exact.add(text)
    return tuple(kept)


def _leading(analysis: Analysis) -> set[str]:
    """The sections that name a list of problems, each of which is a measure of its own."""
    return {
        unit.id
        for unit in analysis.outline.walk()
        if sum(child.is_leaf and child.tense == "problem" for child in unit.children) > 1
    }


def _still_open(point: PointDraft) -> str:
    """Of a point that tells what is done too, the part by which it is under way."""
    parts = point.text.rstrip("。").split("；")
    if point.status is not Status.IN_PROGRESS or len(parts) == 1:
        return point.text
    found = [part for part in parts if _STILL.search(part)]
    return f"{found[0]}。" if len(found) == 1 else point.text


def _tells(text: str) -> bool:
    return _TELLS.search(text) is not None


def _by_unit(
    measures: Mapping[str, MeasureDraft], own: Mapping[str, Sequence[PointDraft]]
) -> list[tuple[str, Sequence[PointDraft], float]]:
    rows: list[tuple[str, Sequence[PointDraft], float]] = [
        (unit_id, draft.points, 0.0) for unit_id, draft in measures.items()
    ]
    rows.extend((unit_id, points, _ABOVE) for unit_id, points in own.items())
    return rows


def _is_remark(text: str) -> bool:
    """Whether each part of a promise only says what a year is, or what something means."""
    return all(_REMARK.search(part) for part in text.rstrip("。").split("；"))


def _is_routine(text: str) -> bool:
    return _ROUTINE.search(text) is not None and _TELLS.search(text) is None


def _firmness(text: str) -> float:
    """Promises with a figure or a term are heard before those in general words."""
    text = _OPENING_YEAR.sub("", text)  # the year of all that a plan is for is no term of it
    told = any(map(str.isdigit, text))
    weight = (_FIRM if told else 0.0) + (_FIRM if _TERM.search(text) else 0.0)
    return weight + (_GOALS if told and _GOAL.search(text) else 0.0)


def _same(pairs: set[str], other: set[str]) -> bool:
    shorter = min(len(pairs), len(other))
    return shorter > 0 and len(pairs & other) >= _SAME * shorter
