"""The summary of a whole report: the totals and results that it will be quoted by."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from summarizer import patterns as re
from summarizer.analysis import Analysis
from summarizer.engines.base import MeasureDraft, OverviewDraft, PointDraft
from summarizer.engines.digest import is_plan, key_figures, open_items
from summarizer.engines.extractive import cues
from summarizer.engines.extractive.measures import told_points
from summarizer.engines.extractive.parts import Part, Weigher
from summarizer.engines.extractive.sections import all_own_points
from summarizer.engines.extractive.units import tell
from summarizer.reading.outline.records import Unit
from summarizer.spans import Range
from summarizer.vocabulary import Origin, Status

OVERVIEW_BUDGET = 150  # three or four sentences; read in half a minute
_PART = 60  # as long as a point
_CEREMONY = re.compile(
    r"各位|委员长|同志们|请予审议|提出意见|予以公布|公布如下|通报如下|报告如下|报告工作|列席"
)
_OUTCOME = re.compile(
    r"(?:整改任务|反馈(?:的)?(?:问题|意见)|整改工作|集中整改|总体)[^,，]{0,30}(?:完成|取得|成效|成果)"
)
_OF_THE_WHOLE = 2.0  # the report's own word on the whole comes before any part
_UPPER = 1.0  # as much as one figure: what stands higher sums up
_FIGURE = re.compile(r"\d")
_LEAD_POINTS = 3  # a lead of more is a chapter of its own
_MARKS = "。；;，,：:… "
_AREA = 6  # shorter headings name a matter and no aim
_COUNT_FIRST = re.compile(r"[\d.,]+[万亿余多]*[^\d年月日,，、%％]{1,3}(?:[,，、（(]|$)")
_LISTED = re.compile(r"[^,，：:]{1,20}[：:][^,，、：:]{1,20}(?:、|$)")
# A promise among results says that it is one.
_NEXT = "下一步："
_SAID_AHEAD = re.compile(
    r"目标|下一?步|今后|将(?![军领近])|计划|力争|争取|拟|要(?!求|点|素)|必须|应当|不得|严禁"
)
_TARGET_ROOM = 45  # kept for what a report of results announces for the time to come


class _Part(NamedTuple):
    worth: float
    start: int
    text: str
    planned: bool
    section: str


def overview(
    analysis: Analysis,
    measures: Mapping[str, MeasureDraft],
    weigher: Weigher | None = None,
    own: Mapping[str, Sequence[PointDraft]] | None = None,
) -> OverviewDraft:
    """The report within 150 characters, its key figures and what it leaves open; never raises.

    `own` are the points of the sections' own text, where they are at hand.
    """
    weigher = weigher or Weigher(analysis)
    own = own if own is not None else all_own_points(analysis)
    parts = _parts(analysis, measures, own, weigher)
    plan = is_plan(analysis)
    if plan:
        parts = [part._replace(planned=True) for part in parts]
    summary = _summary(parts)
    if plan:
        summary = _with_areas(summary, analysis.outline.units)
    origins = {draft.origin for draft in measures.values()}
    return OverviewDraft(
        summary=summary,
        origin=Origin.LLM if origins == {Origin.LLM} else Origin.EXTRACTIVE,
        key=key_figures(analysis, ranked=weigher.ranked),
        open=open_items(analysis, measures, own),
    )


def _summary(parts: Sequence[_Part]) -> str:
    """The weightiest parts that fit, in the order of the source; of a section one before two."""
    # Without a figure a part says little of the whole; some texts have none.
    parts = [part for part in parts if _FIGURE.search(part.text)] or parts
    results = [part for part in parts if not part.planned]
    promised = [part for part in parts if part.planned]
    room = OVERVIEW_BUDGET - (len(_NEXT) if results and promised else 0)
    chosen: list[_Part] = []
    least = _TARGET_ROOM if results and promised else 0
    for group, spare in ((results, least), (promised, 0)):
        for again in (False, True):
            sections = {part.section for part in chosen}
            for part in sorted(group, key=lambda part: (-part.worth, part.start)):
                fits = len(part.text) + 1 <= room - spare
                if fits and part not in chosen and (again or part.section not in sections):
                    if any(_same(part.text, other.text) for other in chosen):
                        continue
                    chosen.append(part)
                    sections.add(part.section)
                    room -= len(part.text) + 1
            if group is promised:
                break
    chosen.sort(key=lambda part: (part.planned and bool(results), part.start))
    told: list[str] = []
    for place, part in enumerate(chosen):
        marked = not results or (place and chosen[place - 1].planned) or not part.planned
        told.append(part.text if marked or _SAID_AHEAD.search(part.text) else f"{_NEXT}{part.text}")
    return f"{'；'.join(told)}。" if told else ""


def _with_areas(summary: str, units: Sequence[Unit]) -> str:
    """What a plan sets out to do, by the headings of its parts, as far as there is room."""
    told = summary.rstrip("。")
    for unit in units:
        heading = (unit.heading or "").strip(_MARKS)
        says = cues.ACTION.search(heading) or cues.PURPOSE.match(heading)
        fits = len(told) + len(heading) + 2 <= OVERVIEW_BUDGET
        if says and fits and len(heading) >= _AREA and heading not in told:
            told = f"{told}；{heading}" if told else heading
    return f"{told}。" if told else ""


def _same(one: str, other: str) -> bool:
    return one in other or other in one


def _parts(
    analysis: Analysis,
    measures: Mapping[str, MeasureDraft],
    own: Mapping[str, Sequence[PointDraft]],
    weigher: Weigher,
) -> list[_Part]:
    """Every stretch of a point that can be told alone, and the section that it is from."""
    found = [_weighed(part, "", upper=True) for part in _lead(analysis, weigher)]
    for unit in analysis.outline.walk():
        if unit.level == 0:
            continue
        draft = measures.get(unit.id)
        points = own.get(unit.id, ()) if draft is None else draft.points
        section = _section(unit)
        for point in points:
            if point.status is Status.PROBLEM:
                continue  # told in the open list; among results it would read as one
            for part in weigher.parts(point, _PART):
                found.append(_weighed(part, section, upper=draft is None))
    return [part for part in found if not _CEREMONY.search(part.text) and _stands(part.text)]


def _stands(text: str) -> bool:
    """False for a count of nobody knows what (25人、…) and for a name with a list behind it."""
    if _COUNT_FIRST.match(text):
        return False
    named = _LISTED.match(text)
    return named is None or cues.ACTION.search(text) is not None


def _weighed(part: Part, section: str, *, upper: bool) -> _Part:
    worth = part.worth + (_UPPER if upper else 0.0)
    if _OUTCOME.search(part.text):
        worth += _OF_THE_WHOLE
    planned = part.point.status is Status.PLANNED
    return _Part(worth, part.start, part.text, planned, section)


def _section(unit: Unit) -> str:
    """The part of the report, two levels deep, that a unit belongs to."""
    return ".".join(unit.id.split(".")[:2])


def _lead(analysis: Analysis, weigher: Weigher) -> list[Part]:
    """What stands before the first numbered unit: the section `0`, or what no unit holds."""
    units = analysis.outline.units
    if units and units[0].level == 0:
        span, tense = units[0].span, units[0].tense
    elif units and units[0].marker:
        start = analysis.document.body.start
        span, tense = Range(start, max(start, units[0].span.start)), None
    else:
        return []
    points = told_points(analysis, tell(analysis, span, tense), _LEAD_POINTS)
    return [part for point in points for part in weigher.parts(point, _PART)]
