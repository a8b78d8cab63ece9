"""The draft of a measure, from the source's own words."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer import patterns as re
from summarizer.analysis import Analysis
from summarizer.anchors.records import within
from summarizer.engines.base import MeasureDraft, PointDraft
from summarizer.engines.extractive import cues
from summarizer.engines.extractive.actors import find_actors
from summarizer.engines.extractive.category import Common, categorise
from summarizer.engines.extractive.clauses import COMMAS, balanced
from summarizer.engines.extractive.compose import MOST_POINTS, SHARE, Group, compose, told_with
from summarizer.engines.extractive.named import as_listed, as_named, run_in_heading
from summarizer.engines.extractive.scoring import UNFIT, Scored
from summarizer.engines.extractive.shorten import excerpt, tighten
from summarizer.engines.extractive.status import judge
from summarizer.engines.extractive.units import (
    ScoredUnit,
    goes_on,
    score_unit,
    score_with_heading,
)
from summarizer.engines.extractive.whole import whole
from summarizer.engines.wrongs import is_audit
from summarizer.reading.outline.records import Unit
from summarizer.reading.outline.tense.periods import Now, now_of
from summarizer.spans import Range
from summarizer.vocabulary import Origin, Status

POINT_LIMIT = 60  # characters of a point, the full stop included
A_POINT = 150  # characters of a unit that one point stands for
_TERSE_LIMIT = 20  # a long clause; at 30 the points of 142 short measures were a third of them
_MANY_UNITS = 40  # fewer fit a page in full
_FILLED = 0.74  # of their limit, on the average of fifty reports, points fill
_COUNT = re.compile(
    r"\d[\d.,]*[^\d,，;；、（(]{1,3}(?:[（(][^（()）]*[)）])?。?"
)  # of what its heading names
_OPENING_YEAR = re.compile(r"(20\d\d)年(?:度|全年)?(?:$|[,，])")
_HEADING_ENOUGH = 6  # a verb and its object: 抓好教育改革
_EMPTY_TALK = -0.8  # clauses worth less say less than the heading

# What a level grew or fell by, and its rank, behind it.
_GROWS = re.compile(
    r"(?:[同环]比|按[^,，\d]{2,8}|[比较][^,，\d]{1,10})?(?:增长|下降|增加|减少|提高|提升|上升|回落|降低)[^,，]{0,4}\d"
    r"|增[速幅长]|[居列排]全|按[^,，\d]{2,10}[价算]"
)
# Only understood after what it explains.
_ANSWERS = re.compile(r"(?:主要|大多|多)?(?:用于|由于|是|为|系|因|如|即|其中|该|上述)")


def draft_measure(
    analysis: Analysis,
    unit: Unit,
    *,
    problem: str = "",
    above: Sequence[str] = (),
    terse: bool = False,
    common: Common | None = None,
) -> MeasureDraft:
    """What the text says of a leaf of the outline, in points; deterministic, never raises.

    `problem` is what the sections above the unit answer, where they name one; `above` are their
    headings, the nearest first. `terse` tells little more than the main action, for a report of so
    many short units that its summary would be hardly shorter than it. `common` are the
    words of the lexicon of categories that the report has in common.
    """
    told = (score_with_heading if goes_on(unit) else score_unit)(analysis, unit)
    points = _points(analysis, unit, told, terse=terse)
    if above and unit.heading is None:
        points = as_listed(points, above[0], POINT_LIMIT)
    if above:
        points = as_named(points, above[0], POINT_LIMIT)
    return MeasureDraft(
        id=unit.id,
        points=points,
        category=categorise(
            told.text,
            heading=unit.heading or run_in_heading(told.text, above),
            above=above,
            problem=problem,
            common=common,
        ),
        actors=find_actors((item.text for item in told.scored), told.text),
    )


def many_short_units(analysis: Analysis) -> bool:
    """True for a report of so many short units that their points would be a third of it.

    Never for rules: an article in a third of its words is not what it prescribes.
    """
    leaves = analysis.outline.leaves()
    if len(leaves) < _MANY_UNITS or analysis.is_law:
        return False
    lengths = [leaf.text_span.end - leaf.text_span.start for leaf in leaves]
    told = sum(min(length, POINT_LIMIT * how_many(length)) for length in lengths)
    return told * _FILLED * SHARE > len(analysis.document.text)


def how_many(characters: int) -> int:
    """The points that a text of so many characters is told in: one for each 150, one to six."""
    return max(1, min(MOST_POINTS, (characters + A_POINT // 2) // A_POINT))


def told_points(
    analysis: Analysis, told: ScoredUnit, count: int, *, terse: bool = False, rule: bool = False
) -> tuple[PointDraft, ...]:
    """At most `count` points of a stretch of the source; empty where no clause fits.

    `rule` is that of an article, which its first paragraph tells.
    """
    told = told._replace(scored=whole(told.scored, POINT_LIMIT))
    found = _groups(told, count, terse=terse, rule=rule)
    if not found:
        scored = [item._replace(text=tighten(item.text)) for item in told.scored]
        told = told._replace(scored=scored)
        found = _groups(told, count, terse=terse, rule=rule)
    groups = [group for group in found if group.worth > _EMPTY_TALK]
    groups = _with_more(told, groups)
    return tuple(
        PointDraft(
            group.text,
            _status(analysis, told, group),
            Origin.EXTRACTIVE,
            _place(analysis, told, group),
        )
        for group in _with_rest(told, groups)
    )


def told_clause(analysis: Analysis, told: ScoredUnit, place: int) -> PointDraft | None:
    """The clause at a position of the view with what it needs, and the growth or rank behind it.

    None where the text does not hold it, or it is too long with what it needs.
    """
    index = next(
        (
            at
            for at, item in enumerate(told.scored)
            if item.clause.start <= place - told.start < item.clause.end and item.score > UNFIT
        ),
        None,
    )
    group = told_with(told.scored, index, POINT_LIMIT) if index is not None else None
    if group is None:
        return None
    (group,) = _with_more(told, [group], _GROWS)
    return PointDraft(
        group.text,
        _status(analysis, told, group),
        Origin.EXTRACTIVE,
        _place(analysis, told, group),
    )


def _with_more(
    told: ScoredUnit, groups: list[Group], more_of_it: re.Pattern[str] = cues.GOES_ON
) -> list[Group]:
    """The groups with what goes on counting the same: 立案44人，处分33人; 增长8%，居全省第三."""
    picked = _picked(groups)
    longer: list[Group] = []
    for group in groups:
        index = group.picks[-1] + 1
        while index < len(told.scored) and index not in picked:
            item, before = told.scored[index], told.scored[index - 1]
            follows = item.clause.sentence == before.clause.sentence and before.stop in COMMAS
            if not follows or not item.score > UNFIT or not more_of_it.match(item.text):
                break
            more = told_with(told.scored, index, POINT_LIMIT, group.picks)
            if more is None or more.picks[:-1] != group.picks:
                break
            group = more._replace(worth=max(group.worth, more.worth))
            index += 1
        longer.append(group)
    return longer


def _with_rest(told: ScoredUnit, groups: list[Group]) -> list[Group]:
    """The groups with the first clause by which something is not done yet, where none says so.

    In the group before it where there is room, else in place of the one that is worth least.
    """
    picked = _picked(groups)
    if not groups or any(cues.REMAINS.search(told.scored[index].text) for index in picked):
        return groups
    for index, item in enumerate(told.scored):
        if item.score <= UNFIT or index in picked or not cues.REMAINS.search(item.text):
            continue
        if told.tense(item.clause.start) in ("plan", "problem"):
            continue
        for group in reversed(groups):
            longer = told_with(told.scored, index, POINT_LIMIT, group.picks)
            if longer is not None:
                return [longer if other is group else other for other in groups]
        rest = told_with(told.scored, index, POINT_LIMIT)
        if rest is not None:
            least = min(groups, key=lambda group: group.worth)
            kept = [group for group in groups if group is not least]
            return sorted([*kept, rest], key=lambda group: group.picks)
    return groups


def _status(analysis: Analysis, told: ScoredUnit, group: Group) -> Status:
    """The status of a point, by the tense of the sentence that its main clause stands in.

    What nothing else tells of is planned where it is to come by a year after that of issue.
    """
    items = [told.scored[index] for index in group.picks]
    now = now_of(analysis.document)
    main = next(index for index in group.picks if told.scored[index].score > UNFIT)
    tense = told.tense(told.scored[main].clause.start)
    audit = is_audit(analysis.document.title)
    behind = tense == "plan" and (_since(told, main) or _is_over(items, now))
    status = judge(items, None if behind else tense, audit=audit)
    issued = analysis.document.issued_on or ""
    years = (cues.BY_YEAR.findall(told.scored[index].text) for index in group.picks)
    later = any(year > issued[:4] for found in years for year in found)
    return Status.PLANNED if later and issued and status is Status.REPORTED else status


def _is_over(items: Sequence[Scored], now: Now | None) -> bool:
    """Whether what is told opens with a year that is over: 2025年，财政决算情况总体较好."""
    opened = _OPENING_YEAR.match(items[0].text)
    return opened is not None and now is not None and int(opened[1]) < now.year


def _since(told: ScoredUnit, place: int) -> bool:
    """Whether the sentence, up to the clause at `place`, says from when on: 改革开放以来."""
    sentence = told.scored[place].clause.sentence
    for item in reversed(told.scored[:place]):
        if item.clause.sentence != sentence:
            return False
        if item.text.endswith("以来"):
            return True
    return False


def _groups(told: ScoredUnit, count: int, *, terse: bool, rule: bool) -> list[Group]:
    """Runs of clauses for at most `count` points, `terse` ones in few words."""
    if not terse:
        return compose(told.scored, POINT_LIMIT, count, rule=rule)
    brief = max(_TERSE_LIMIT, len(told.text) // (SHARE * count))
    return compose(told.scored, POINT_LIMIT, count, min(brief, POINT_LIMIT))


def _picked(groups: list[Group]) -> set[int]:
    return {index for group in groups for index in group.picks}


def _points(
    analysis: Analysis, unit: Unit, told: ScoredUnit, *, terse: bool
) -> tuple[PointDraft, ...]:
    """The points of a leaf; its heading, or the start of its text, where no clause can be told."""
    count, rule = how_many(len(told.text)), unit.is_article
    points = told_points(analysis, told, count, terse=terse, rule=rule)
    opening = points[0].text if points else told.text
    counts = _COUNT.fullmatch(opening) is not None
    if (counts or _ANSWERS.match(opening)) and unit.heading_span is not None:
        figures = within(analysis.anchors.figures, unit.heading_span)
        if counts or any(not figure.non_quantity for figure in figures):
            told = score_with_heading(analysis, unit)
            points = told_points(analysis, told, how_many(len(told.text)), terse=terse) or points
    if points:
        return points
    heading = unit.heading or ""
    status = judge(told.scored, unit.tense, audit=is_audit(analysis.document.title))
    if _HEADING_ENOUGH <= len(heading) < POINT_LIMIT and balanced(heading):
        span = unit.heading_span or unit.span
        return (PointDraft(f"{heading}。", status, Origin.EXTRACTIVE, span),)
    hollow = compose(told.scored, POINT_LIMIT)
    if hollow:
        span = _place(analysis, told, hollow[0])
        return (PointDraft(hollow[0].text, status, Origin.EXTRACTIVE, span),)
    # Of a unit that holds nothing but a table, whatever is printed.
    printed = told.printed or heading or analysis.document.text[unit.span.start : unit.span.end]
    text = excerpt(printed, POINT_LIMIT)
    return (PointDraft(text, status, Origin.EXTRACTIVE, unit.span),)


def _place(analysis: Analysis, told: ScoredUnit, group: Group) -> Range:
    """The source range from the first to the last of the clauses of a point."""
    first = told.scored[group.picks[0]].clause
    last = told.scored[group.picks[-1]].clause
    return analysis.document.view.source(told.start + first.start, told.start + last.end)
