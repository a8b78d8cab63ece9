"""What may stand in the summary of a whole report: every stretch that can be told alone."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from decimal import Decimal
from typing import Literal, NamedTuple

from summarizer import patterns as re
from summarizer.analysis import Analysis
from summarizer.engines.base import MeasureDraft, PointDraft
from summarizer.engines.digest import Ranked
from summarizer.engines.digest.weights import WEIGHTS
from summarizer.engines.extractive import cues, rules
from summarizer.engines.extractive.measures import told_points
from summarizer.engines.extractive.parts import Part, Weigher
from summarizer.engines.extractive.quotable import quotable
from summarizer.engines.extractive.units import score_span
from summarizer.reading.outline.records import Unit
from summarizer.spans import Range
from summarizer.vocabulary import FigureKind, Status
from summarizer.words import worded

BRIEF = 40  # characters of what is announced, or falls short, behind the words that say so
_PART = 60  # as long as a point
_CEREMONY = worded("cues", "{ceremony}")
_GOAL = re.compile(r"(?:预期|主要|奋斗|总体)目标")
# What a law is for, or the targets of the whole, come before those of any part.
_GOALS = 2.0
_DATED = 1.0  # a target with its year
_HIGH = 2  # levels of a deep outline whose measures speak for the whole
_UPPER = 1.0  # as much as one figure: what stands higher sums up
_LEAD_POINTS = 3  # a lead of more is a chapter of its own
_COUNT_FIRST = re.compile(
    r"\d{1,2}[、.．]|[\d.,]+[万亿余多]*[^\d年月日,，、%％]{1,3}(?:[,，、（(]|$)"
)
_CASE = re.compile(r"[^,，《“\d]{2,8}的[,，]")
_DEFINES = re.compile(r"[^,，]{1,12}(?:是|系)?指(?![挥导标令定出])")  # 特大城市指甲以上的城市
_ADDRESSED = re.compile(r"各[^,，。;；]{0,30}(?:政府|部门|机构|单位|委员会)$")
_LISTED = re.compile(r"[^,，：:]{1,20}[：:][^,，、：:]{1,20}(?:、|$)")
# What is said of a figure that stands before it: 为预算数的89%, 占总额的三成, 同比增长12%.
_OF_WHICH = re.compile(r"\d[\d.,]*[万亿余多]*[^\d,，]{0,8}中$")  # 新增限额173亿元中，…
_SAID_OF = re.compile(
    r"为[^了,，]{1,10}的[\d一二三四五六七八九十]|占(?![地用道])|同比|[比较]上年|[增下][长降]\d"
)
_MINOR = 1.0  # the least that a figure is offered for quotation for

Kind = Literal["result", "planned", "problem"]


class Saying(NamedTuple):
    worth: float
    start: int
    text: str
    kind: Kind
    section: str
    whole: bool
    money: Decimal = Decimal(0)
    told: tuple[object, ...] = ()  # its figures, the worthiest first
    complete: bool = False  # all that stands between two semicolons of a point
    partial: bool = False  # its first amount is that of a part, which only its section names


def sayings(
    analysis: Analysis,
    measures: Mapping[str, MeasureDraft],
    own: Mapping[str, Sequence[PointDraft]],
    weigher: Weigher,
    key: Collection[int],
    *,
    whole: bool,
) -> list[Saying]:
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
            for limit in (BRIEF,) if brief else (_PART, BRIEF):
                found.extend(_weighed(p, section, upper=upper) for p in weigher.parts(point, limit))
    for told in quotable(analysis, weigher, key):
        section = _section(told.unit) if told.unit.is_leaf else f"{told.unit.id} {told.point.text}"
        upper = not told.unit.is_leaf or told.unit.level <= high
        ahead = told.point.status in (Status.PLANNED, Status.PROBLEM) and not whole
        parts = weigher.parts(told.point, BRIEF if ahead and told.unit.is_leaf else _PART)
        found.extend(_weighed(part, section, upper=upper) for part in parts)
    return [
        part
        for part in found
        if not part.partial and not _CEREMONY.search(part.text) and _stands(part.text)
    ]


def _stands(text: str) -> bool:
    """False for a count of nobody knows what (25人、…) and for a name with a list behind it.

    As well for what is told of a figure left out, for what a case of nobody knows what leads to
    (逾期不改正的，处以罚款), for those that a document is sent to.
    """
    if _COUNT_FIRST.match(text) or _CASE.match(text) or _ADDRESSED.match(text):
        return False
    if rules.ABOVE.search(text) or _DEFINES.match(text) or _SAID_OF.match(text):
        return False
    if _OF_WHICH.search(text):
        return False
    named = _LISTED.match(text)
    return named is None or cues.ACTION.search(text) is not None


def is_purpose(text: str) -> bool:
    """What a law is made for: 为了加强管理，制定本条例."""
    return rules.ENACTED.search(text) is not None


def _weighed(part: Part, section: str, *, upper: bool) -> Saying:
    status = part.point.status
    kind: Kind = "result"
    if status in (Status.PLANNED, Status.PROBLEM):
        kind = "planned" if status is Status.PLANNED else "problem"
    worth = part.worth + (_UPPER if upper else 0.0)
    if kind == "planned" and (_GOAL.search(part.text) or is_purpose(part.text)):
        worth += _GOALS
    if kind == "planned" and cues.BY_YEAR.search(part.text):
        worth += _DATED
    whole = upper and kind == "result" and part.whole
    sums = [row.figure.value for row in part.rows if row.figure.kind is FigureKind.MONEY]
    money = max(sums, default=Decimal(0))
    rows = sorted(part.rows, key=lambda row: -row.worth)
    told = tuple((row.figure.label or row.figure.text, row.figure.period) for row in rows)
    # What a figure is made up of is told behind it for want of anything else.
    heads = kind == "result" and rows and not _is_minor(rows[0])
    behind = filter(_is_minor, rows[1:] if heads else ())
    minor = sum(1.0 + max(row.of_its_kind, 0.0) for row in behind)
    minor -= WEIGHTS.petty if kind == "result" and rows and all(r.petty for r in rows) else 0.0
    if rows and rows[0].local:  # so is all that is told beside it
        minor -= WEIGHTS.local * len(rows)
    complete = part.text in part.point.text.rstrip("。").split("；")
    opening = min(part.rows, key=lambda row: row.figure.span.start, default=None)
    return Saying(
        worth - minor,
        part.start,
        part.text,
        kind,
        section,
        whole,
        money,
        told,
        complete,
        opening is not None and opening.less,
    )


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
