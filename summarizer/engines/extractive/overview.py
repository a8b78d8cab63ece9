"""The summary of a whole report: the totals and results that it will be quoted by."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from decimal import Decimal
from typing import Literal, NamedTuple

from summarizer import patterns as re
from summarizer.analysis import Analysis
from summarizer.anchors.verbs import verb_at
from summarizer.engines.base import MeasureDraft, OverviewDraft, PointDraft
from summarizer.engines.digest import Ranked, is_plan, key_figures, open_items
from summarizer.engines.extractive import cues, rules
from summarizer.engines.extractive.laws import law_overview
from summarizer.engines.extractive.measures import told_points
from summarizer.engines.extractive.parts import Part, Weigher
from summarizer.engines.extractive.quotable import quotable
from summarizer.engines.extractive.sections import all_own_points
from summarizer.engines.extractive.topics import verbless
from summarizer.engines.extractive.units import score_span
from summarizer.engines.wrongs import is_audit
from summarizer.reading.outline.records import Unit
from summarizer.spans import Range
from summarizer.vocabulary import FigureKind, Origin, Status

OVERVIEW_BUDGET = 150  # three or four sentences; read in half a minute
_PART = 60  # as long as a point
_CEREMONY = re.compile(
    r"各位|委员长|同志们|请予审议|提出意见|予以公布|公布如下|通报如下|报告如下|报告工作|列席"
)
_GOAL = re.compile(r"(?:预期|主要|奋斗|总体)目标")
# What a law is for, or the targets of the whole, come before those of any part.
_GOALS = 2.0
_HIGH = 2  # levels of a deep outline whose measures speak for the whole
_UPPER = 1.0  # as much as one figure: what stands higher sums up
_FIGURE = re.compile(r"\d")
_LEAD_POINTS = 3  # a lead of more is a chapter of its own
_MARKS = "。；;，,：:… "
_ADVERB = 2  # characters that may stand before the verb of a heading: 牢固树立
_AREA = 6  # shorter headings name a matter and no aim
_COUNT_FIRST = re.compile(
    r"\d{1,2}[、.．]|[\d.,]+[万亿余多]*[^\d年月日,，、%％]{1,3}(?:[,，、（(]|$)"
)
_CASE = re.compile(r"[^,，《“\d]{2,8}的[,，]")
_DEFINES = re.compile(r"[^,，]{1,12}(?:是|系)?指(?![挥导标令定出])")  # 特大城市指甲以上的城市
_ADDRESSED = re.compile(r"各[^,，。;；]{0,30}(?:政府|部门|机构|单位|委员会)$")
_LISTED = re.compile(r"[^,，：:]{1,20}[：:][^,，、：:]{1,20}(?:、|$)")
# A promise among results says that it is one, and so does what falls short.
_NEXT, _SHORT = "下一步：", "仍存问题："
_FOUND = "审计发现："
_BEFORE_FINDINGS = 60  # characters of an audit's overview that tell a result, at most a point
_SAID_AHEAD = re.compile(
    r"目标|下一?步|今后|将(?![军领近])|计划|力争|争取|拟|要(?!求|点|素)|必须|应当|不得|严禁"
)
_SAID_SHORT = re.compile(r"问题|困难|差距|不足|短板|薄弱|仍|还(?:不|有|存)|未完成|尚")
_NO_END = 99  # more parts than an overview holds
_RESERVED = 45  # characters kept for what a report of results announces, or says of its own faults


_LITTLE = 50  # characters: a third of the room, one sentence
_ALIKE = 16  # characters: two parts that begin so say the same in other words
_MINOR = 1.0  # the least that a figure is offered for quotation for
_WORTH = 1.9  # a result with a figure: what fills a gap must be worth it
_BRIEF = _RESERVED - len(_NEXT) - 1
Kind = Literal["result", "planned", "problem"]


class _Part(NamedTuple):
    worth: float
    start: int
    text: str
    kind: Kind
    section: str
    whole: bool
    money: Decimal = Decimal(0)
    told: tuple[object, ...] = ()  # its figures, the worthiest first
    complete: bool = False  # all that stands between two semicolons of a point


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
    title = analysis.document.title or ""
    plan, audit = is_plan(analysis), is_audit(title) and "整改" not in title
    key = key_figures(analysis, ranked=weigher.ranked)
    parts = _parts(analysis, measures, own, weigher, key, whole=plan or audit)
    if plan:
        named = [part for part in parts if _FIGURE.search(part.text) or not verbless(part.text)]
        parts = [part._replace(kind="planned", whole=_is_purpose(part.text)) for part in named]
    if analysis.outline.is_law:
        summary = law_overview(analysis, OVERVIEW_BUDGET)
    else:
        summary = _findings(parts) if audit else ""
        summary = summary or _summary(parts)
        summary = _with_areas(summary, analysis.outline.units) if plan else summary
    origins = {draft.origin for draft in measures.values()}
    return OverviewDraft(
        summary=summary,
        origin=Origin.LLM if origins == {Origin.LLM} else Origin.EXTRACTIVE,
        key=key,
        open=open_items(analysis, measures, own),
    )


def _summary(parts: Sequence[_Part]) -> str:
    """What came of the whole, the weightiest results, then a target or what falls short.

    Results stand in the order of the source; of a section one comes before two.
    """
    # Without a figure a part says little of the whole; some texts have none.
    told = [part for part in parts if part.whole or _FIGURE.search(part.text)]
    told = told if any(part.kind != "problem" for part in told) else list(parts)
    results = [part for part in told if part.kind == "result"]
    ahead = [part for part in told if part.kind == "planned"]
    short = [part for part in parts if part.kind == "problem"] if results else []
    chosen: list[_Part] = []
    _add(chosen, [part for part in results if part.whole], OVERVIEW_BUDGET, 1)
    worthy = [part for part in results if part.worth >= _WORTH] or results
    _add(chosen, worthy, OVERVIEW_BUDGET - (_RESERVED if ahead or short else 0))
    done = len(chosen)
    _add(chosen, ahead, OVERVIEW_BUDGET, 1 if results else _NO_END)
    if len(chosen) == done:
        _add(chosen, short, OVERVIEW_BUDGET, 1)
    _add(chosen, worthy, OVERVIEW_BUDGET)
    _fill(chosen, parts)
    if sum(len(part.text) for part in chosen) < _LITTLE:
        _add(chosen, [part for part in parts if part.kind != "problem"], OVERVIEW_BUDGET)
    chosen.sort(key=lambda part: (part.kind != "result", part.start))
    texts = [_printed(part) if results else part.text for part in chosen]
    return f"{'；'.join(texts)}。" if texts else ""


def _findings(parts: Sequence[_Part]) -> str:
    """An audit: its result in one part, then what it found; empty where it found nothing."""
    found = [part for part in parts if part.kind == "problem" and _FIGURE.search(part.text)]
    if not found:
        return ""
    told = [part for part in parts if part.whole or _FIGURE.search(part.text)]
    results = [part for part in told if part.kind == "result"]
    first: list[_Part] = []
    _add(first, results, _BEFORE_FINDINGS, 1)
    chosen: list[_Part] = []
    room = OVERVIEW_BUDGET - len(_FOUND) - sum(len(part.text) + 1 for part in first)
    # Of what was found the largest sums are heard of first.
    ranked = [part._replace(kind="result", worth=float(part.money)) for part in found]
    _add(chosen, ranked, room)
    texts = [part.text for part in (*first, *sorted(chosen, key=lambda part: part.start))]
    texts[len(first)] = _FOUND + texts[len(first)]
    return f"{'；'.join(texts)}。"


def _add(chosen: list[_Part], group: Sequence[_Part], budget: int, most: int = _NO_END) -> None:
    """Add at most `most` of a group, the weightiest that fit the budget with what is chosen."""
    room = budget - sum(len(_printed(part)) + 1 for part in chosen)
    order = sorted(group, key=lambda part: (-part.worth, part.start))
    for again in (False, True):
        sections = {part.section for part in chosen}
        for part in order:
            fits = len(_printed(part)) + 1 <= room
            if not fits or not most or part in chosen or (part.section in sections and not again):
                continue
            if any(_same(part, other) for other in chosen):
                continue
            chosen.append(part)
            sections.add(part.section)
            room -= len(_printed(part)) + 1
            most -= 1


def _fill(chosen: list[_Part], parts: Sequence[_Part]) -> None:
    """Put for what is chosen the whole of what its sentence says, while there is room."""
    for place, part in enumerate(chosen):
        room = OVERVIEW_BUDGET - sum(len(_printed(other)) + 1 for other in chosen)
        longer = [
            other
            for other in parts
            if other.complete
            and other.text.startswith(part.text)
            and 0 < len(other.text) - len(part.text) <= room
        ]
        chosen[place] = max(longer, key=lambda other: len(other.text), default=part)
    texts = [part.text for part in chosen]
    chosen[:] = [
        part
        for part in chosen
        if not any(part.text in text and part.text != text for text in texts)
    ]


def _printed(part: _Part) -> str:
    """A part as it is told among results: what is none says so."""
    if part.kind == "planned" and not _SAID_AHEAD.search(part.text):
        return f"{_NEXT}{part.text}"
    if part.kind == "problem" and not _SAID_SHORT.search(part.text):
        return f"{_SHORT}{part.text}"
    return part.text


def _with_areas(summary: str, units: Sequence[Unit]) -> str:
    """What a plan sets out to do, by the headings of its parts, as far as there is room."""
    told = summary.rstrip("。")
    for unit in units:
        heading = (unit.heading or "").strip(_MARKS)
        verbs = (verb_at(heading, at, len(heading)) for at in range(_ADVERB + 1))
        says = cues.PURPOSE.match(heading) or any(verbs)
        fits = len(told) + len(heading) + 2 <= OVERVIEW_BUDGET
        if says and fits and len(heading) >= _AREA and heading not in told:
            told = f"{told}；{heading}" if told else heading
    return f"{told}。" if told else ""


def _same(one: _Part, other: _Part) -> bool:
    """Whether two parts tell the same words, or of the same what the other is told for."""
    if one.text in other.text or other.text in one.text:
        return True
    if one.text[:_ALIKE] == other.text[:_ALIKE]:
        return True
    return any(
        part.told[:1] and part.told[0] in rest.told for part, rest in ((one, other), (other, one))
    )


def _parts(
    analysis: Analysis,
    measures: Mapping[str, MeasureDraft],
    own: Mapping[str, Sequence[PointDraft]],
    weigher: Weigher,
    key: Collection[int],
    *,
    whole: bool,
) -> list[_Part]:
    """Every stretch of a point that can be told alone, and the section that it is from.

    With them the sentences of the figures that begin at `key`.
    What is ahead or falls short is told in brief, unless that is what the `whole` is about.
    """
    found = [_weighed(part, "", upper=True) for part in _lead(analysis, weigher)]
    deepest = max((unit.level for unit in analysis.outline.walk()), default=0)
    high = _HIGH if deepest > _HIGH + 1 else 0
    for unit in analysis.outline.walk():
        if unit.level == 0:
            continue
        draft = measures.get(unit.id)
        points = own.get(unit.id, ()) if draft is None else draft.points
        for number, point in enumerate(points):
            # What a part says of itself sums up: each of its sentences is of another matter.
            section = f"{unit.id} {number}" if draft is None else _section(unit)
            brief = point.status in (Status.PLANNED, Status.PROBLEM) and not (
                whole or draft is None
            )
            upper = draft is None or unit.level <= high
            for limit in (_BRIEF,) if brief else (_PART, _BRIEF):
                found.extend(_weighed(p, section, upper=upper) for p in weigher.parts(point, limit))
    for told in quotable(analysis, weigher, key):
        section = _section(told.unit) if told.unit.is_leaf else f"{told.unit.id} {told.point.text}"
        upper = not told.unit.is_leaf or told.unit.level <= high
        ahead = told.point.status in (Status.PLANNED, Status.PROBLEM) and not whole
        parts = weigher.parts(told.point, _BRIEF if ahead and told.unit.is_leaf else _PART)
        found.extend(_weighed(part, section, upper=upper) for part in parts)
    return [part for part in found if not _CEREMONY.search(part.text) and _stands(part.text)]


def _stands(text: str) -> bool:
    """False for a count of nobody knows what (25人、…) and for a name with a list behind it.

    As well for what a case of nobody knows what leads to (逾期不改正的，处以罚款), for those that a
    document is sent to.
    """
    if _COUNT_FIRST.match(text) or _CASE.match(text) or _ADDRESSED.match(text):
        return False
    if rules.ABOVE.search(text) or _DEFINES.match(text):
        return False
    named = _LISTED.match(text)
    return named is None or cues.ACTION.search(text) is not None


def _is_purpose(text: str) -> bool:
    """What a law is made for: 为了加强管理，制定本条例."""
    return rules.ENACTED.search(text) is not None


def _weighed(part: Part, section: str, *, upper: bool) -> _Part:
    status = part.point.status
    kind: Kind = "result"
    if status in (Status.PLANNED, Status.PROBLEM):
        kind = "planned" if status is Status.PLANNED else "problem"
    worth = part.worth + (_UPPER if upper else 0.0)
    if kind == "planned" and (_GOAL.search(part.text) or _is_purpose(part.text)):
        worth += _GOALS
    whole = upper and kind == "result" and part.whole
    sums = [row.figure.value for row in part.rows if row.figure.kind is FigureKind.MONEY]
    money = max(sums, default=Decimal(0))
    rows = sorted(part.rows, key=lambda row: -row.worth)
    told = tuple((row.figure.label or row.figure.text, row.figure.period) for row in rows)
    # What a figure is made up of is told behind it for want of anything else.
    minor = sum(map(_is_minor, rows[1:])) if rows and not _is_minor(rows[0]) else 0
    complete = part.text in part.point.text.rstrip("。").split("；")
    return _Part(worth - minor, part.start, part.text, kind, section, whole, money, told, complete)


def _is_minor(row: Ranked) -> bool:
    return row.of_its_kind < _MINOR and row.figure.kind is FigureKind.MONEY


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
    points = told_points(analysis, score_span(analysis, span, tense), _LEAD_POINTS)
    return [part for point in points for part in weigher.parts(point, _PART)]
