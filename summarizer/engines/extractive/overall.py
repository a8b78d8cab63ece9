"""The summary of a whole report: what it answers, what it claims in total, what came of it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from summarizer.analysis import Analysis
from summarizer.engines.base import MeasureDraft, OverviewDraft
from summarizer.engines.extractive import cues
from summarizer.engines.extractive.clauses import balanced
from summarizer.engines.extractive.compose import compose, join
from summarizer.engines.extractive.scoring import UNFIT, Scored
from summarizer.engines.extractive.segments import segments, telling
from summarizer.engines.extractive.units import Told, tell, tell_unit
from summarizer.reading.outline.records import Unit
from summarizer.spans import Range
from summarizer.vocabulary import Origin, Status

OVERVIEW_BUDGET = 250
_PREAMBLE_BUDGET = 110
_SEGMENT_BUDGET = 70
_INSPECTED = re.compile(
    r"(?:巡[视察]组?|督[察查]组?|审计|考核|检查组|调研组)[^,，]{0,40}(?:进行|开展|反馈|入驻|进驻|发现|提出)"
    r"|反馈了?[^,，]{0,8}(?:意见|情况|问题)"
)
_TARGET = re.compile(r"预期目标\s?[^。\n]{0,6}[：:]")
_TARGET_REACH = 400
_TARGET_BUDGET = 80
_FEW_SECTIONS = 4  # of which more than the most telling result is told
_LONGEST_HEADING = 24
_CLAUSE_ENDS = ",，;；。\n"
_COLONS = ("：", ":")
_YEAR = re.compile(r"今年|明年|20\d\d年|[一二三四五]五”")
_CEREMONY = re.compile(
    r"各位|委员长|同志们|请予审议|提出意见|予以公布|公布如下|通报如下|报告如下|报告工作|列席"
)
_TOTAL = re.compile(r"\d+[个项条件类][^,，；。]{0,8}(?:问题|措施|任务)")
_OUTCOME = re.compile(
    r"(?:整改任务|反馈(?:的)?(?:问题|意见)|整改工作|集中整改|总体)[^,，]{0,30}(?:完成|取得|成效|成果)"
)
_TELLING_ENOUGH = 1.0
_PROMISE = re.compile(
    r"^(?:今年|明年|全年|20\d\d年)?(?:要|将|继续|再|确保|力争)|预计|预期|力争|争取|拟|确保|左右|今年要|将[进全重持]"
)


def overview(analysis: Analysis, measures: Mapping[str, MeasureDraft]) -> OverviewDraft:
    """The summary of the report within about 250 characters; never raises."""
    units = analysis.outline.units
    parts: list[str] = []
    target = _target(analysis)
    room = OVERVIEW_BUDGET - (len(target) + 1 if target else 0)
    for part in (
        _preamble(analysis),
        *_totals(measures),
        _outcome(analysis, units),
    ):
        if part and len(part) + 1 <= room and not _told_before(part, parts):
            parts.append(part)
            room -= len(part) + 1
    results: list[tuple[int, int, str]] = []
    for order, place, part in _results(units, measures):
        if len(part) + 1 <= room and not _told_before(part, [*parts, *(row[2] for row in results)]):
            results.append((order, place, part))
            room -= len(part) + 1
    parts.extend(part for _, _, part in sorted(results))
    if target:
        parts.append(target)
    if not target and room > OVERVIEW_BUDGET // 2:
        parts.extend(_longest(analysis, room, parts))
    text = "；".join(parts)
    origins = {draft.origin for draft in measures.values()}
    origin = Origin.LLM if origins == {Origin.LLM} else Origin.EXTRACTIVE
    return OverviewDraft(summary=f"{text}。" if text else "", origin=origin)


def _told_before(part: str, parts: Sequence[str]) -> bool:
    return any(part in told or told in part for told in parts)


def _longest(analysis: Analysis, room: int, told: Sequence[str]) -> list[str]:
    """More of the longest leaf, for texts that have few units; what is told stays out."""
    leaves = analysis.outline.leaves()
    if not leaves:
        return []
    leaf = max(leaves, key=lambda unit: unit.text_span.end - unit.text_span.start)
    scored = tell_unit(analysis, leaf).scored
    stale = {
        index
        for index, item in enumerate(scored)
        if item.score > UNFIT and any(item.text in part for part in told)
    }
    fresh = [
        item._replace(score=UNFIT) if index in stale or stale.intersection(item.needs) else item
        for index, item in enumerate(scored)
    ]
    summary = compose(fresh, room)
    return [summary.text[:-1]] if summary is not None else []


def _target(analysis: Analysis) -> str:
    """The announced targets with figures, told as such (今年…预期目标是：…); may be empty.

    Where the announcement names no year, the heading above it that does is told before it.
    """
    view = analysis.document.view
    match = _TARGET.search(view.text)
    if match is None:
        return ""
    start = max(view.text.rfind(mark, 0, match.start()) for mark in _CLAUSE_ENDS) + 1
    end = min(start + _TARGET_REACH, len(view.text))
    items = tell(analysis, view.source(start, end)).scored
    if not items or "目标" not in items[0].text or len(items[0].text) > _TARGET_BUDGET:
        return ""
    text, told = "", False
    for item in items:
        if text and told and not item.figures and item.clause.sentence:
            break
        if text and told and not item.figures:
            continue
        if len(text) + len(item.text) >= _TARGET_BUDGET:
            break
        joined = not text or text.endswith(("目标", *_COLONS))
        text = f"{text}{item.text}" if joined else f"{text}，{item.text}"
        told = told or item.figures > 0
    if not told or not balanced(text):
        return ""
    return text if _YEAR.search(text) else f"{_dated_heading(analysis, view.offset(start))}{text}"


def _dated_heading(analysis: Analysis, offset: int) -> str:
    for unit in analysis.outline.units:
        heading = unit.heading or ""
        if offset in unit.span and _YEAR.search(heading) and len(heading) <= _LONGEST_HEADING:
            return f"{heading}："
    return ""


def _preamble(analysis: Analysis) -> str:
    """What the lead paragraph tells of the inspection; else its best clauses; may be empty."""
    document, units = analysis.document, analysis.outline.units
    if not units or not units[0].marker:
        return ""
    lead = Range(document.body.start, max(document.body.start, units[0].span.start))
    told = tell(analysis, lead)
    picks = [
        index
        for index, item in enumerate(told.scored)
        if item.score > UNFIT and _INSPECTED.search(item.text) and not _CEREMONY.search(item.text)
    ]
    if picks:
        return _told(told.scored, picks, _PREAMBLE_BUDGET)
    if any(_CEREMONY.search(item.text) for item in told.scored):
        return ""
    summary = compose(told.scored, _PREAMBLE_BUDGET)
    return summary.text[:-1] if summary is not None else ""


def _told(scored: Sequence[Scored], picks: Sequence[int], budget: int) -> str:
    """As many of the picked clauses as fit, each with what it needs."""
    chosen: set[int] = set()
    for pick in picks:
        more = chosen | {pick, *scored[pick].needs}
        if sum(len(scored[index].text) + 1 for index in more) <= budget:
            chosen = more
    return join(scored, sorted(chosen))[:-1] if chosen else ""


def _totals(measures: Mapping[str, MeasureDraft]) -> list[str]:
    """The claims of totals (48个具体问题161条整改措施), at most two."""
    found: list[str] = []
    for draft in measures.values():
        for segment in segments(draft.summary, _SEGMENT_BUDGET):
            if _TOTAL.search(segment) and _answers(segment):
                found.append(segment)
    return found[:2]


def _answers(segment: str) -> bool:
    return "整改" in segment or "反馈" in segment or "巡视" in segment


def _outcome(analysis: Analysis, units: Sequence[Unit]) -> str:
    """The report's own word on the whole, from the introductions of its first level."""
    for unit in units:
        if unit.is_leaf or unit.plan:
            continue
        if _OUTCOME.search(analysis.document.normalised(unit.text_span)) is None:
            continue
        told: Told = tell(analysis, unit.text_span)
        picks = [
            index
            for index, item in enumerate(told.scored)
            if item.score > UNFIT
            and _OUTCOME.search(item.text)
            and not cues.PURPOSE.match(item.text)
            and not cues.FUTURE.search(item.text)
        ]
        if picks:
            return _told(told.scored, picks[:1], _SEGMENT_BUDGET)
    return ""


def _results(
    units: Sequence[Unit], measures: Mapping[str, MeasureDraft]
) -> list[tuple[int, int, str]]:
    """The most telling result of each section, and more of few sections; the best first.

    Each with its section's place in the report and its own place in the section.
    """
    groups: list[list[Unit]] = []
    for unit in units:
        for child in unit.children or (unit,):
            groups.append([leaf for leaf in child.walk() if leaf.is_leaf])
    told = [[leaf for leaf in group if not _planned(leaf, measures)] for group in groups]
    plans = not any(told)
    groups = groups if plans else told
    best: list[tuple[float, int, int, str]] = []
    others: list[tuple[float, int, int, str]] = []
    for order, group in enumerate(groups):
        candidates = [
            (telling(segment), segment)
            for leaf in group
            if leaf.id in measures
            for segment in segments(measures[leaf.id].summary, _SEGMENT_BUDGET)
            if plans or not _PROMISE.search(segment)
        ]
        if candidates:
            first = max(range(len(candidates)), key=lambda place: candidates[place][0])
            for place, (worth, segment) in enumerate(candidates):
                (best if place == first else others).append((-worth, order, place, segment))
    worthy = sorted(entry for entry in best if -entry[0] >= _TELLING_ENOUGH)
    if len(worthy) < _FEW_SECTIONS:
        worthy.extend(sorted(entry for entry in others if -entry[0] >= _TELLING_ENOUGH))
    return [entry[1:] for entry in worthy]


def _planned(leaf: Unit, measures: Mapping[str, MeasureDraft]) -> bool:
    draft = measures.get(leaf.id)
    return leaf.plan or (draft is not None and draft.status is Status.PLANNED)
