"""A section in one line: its matter, and what came of all of it where the report says that.

What one of its parts tells speaks for a section only where it is all that it holds, counts the
whole, or is a figure of the very thing that the heading names. Where no result does, a part of a
plan or law is headed by its chief rule, one without parts by what it says first (`chief.py`), one
with parts by their names (`contents.py`); else the heading alone is the line.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from summarizer import patterns as re
from summarizer.engines.base import PointDraft
from summarizer.engines.digest import Ranked
from summarizer.engines.extractive import cues
from summarizer.engines.extractive.chief import MEASURED, TELLS, chief_rule, main_action
from summarizer.engines.extractive.clauses import balanced
from summarizer.engines.extractive.contents import contents
from summarizer.engines.extractive.lines import (
    CELLS,
    COMMAS,
    HEADLINE,
    MARKS,
    SHORTEST,
    cells,
    matter,
    short_clauses,
)
from summarizer.engines.extractive.parts import Part, Weigher
from summarizer.engines.extractive.segments import segments
from summarizer.engines.extractive.shorten import excerpt
from summarizer.engines.extractive.topics import is_name, verbless
from summarizer.reading.outline.records import Unit
from summarizer.vocabulary import Status

_SUBJECT = 18  # half of it: the rest is for what came of it
_LONG_SUBJECT = 26  # of one clause; leaves room for an indicator and its value
_STEP = 5  # rooms are alike for many sections, so that a point is cut once for all of them
_ANYTHING = -3.0  # all but what is only intended, and set phrases
_FEW = 3  # leaves of a section that one of them may speak for
_OWN = 1.0  # what the section says of itself comes before what one of its parts says
_OF_THE_WHOLE = 4.0  # more than the figures of any part
_APART = 3.0  # what is only promised, or falls short, does not head what was done
_NOT_RESULTS = (Status.PLANNED, Status.PROBLEM)
_STATE = "情况"  # may be left out where a heading is long, but not of 贫困情况
_ONLY_STATE = re.compile(r"(?:情况|回顾|成效|成绩|进展)$")
_ASKS = re.compile(
    r"(?:[为如几]何|何在|[什怎]么[^,，]{0,6}|哪[些几][^,，]{0,6}|怎样|多少|[吗呢])[?？]?$|[?？]$|是否|有无"
)
_ANSWERS = "针对“{}”"  # a problem in the report's own words, before what was done about it
_BARE = 30  # characters of a heading alone: behind it stands how far its measures are
_QUOTES = "“”‘’\"'"


def headline(
    unit: Unit,
    own: Sequence[PointDraft],
    points: Sequence[PointDraft],
    weigher: Weigher,
    told: Collection[str] = (),
) -> str:
    """What a section says in at most 40 characters; empty only where it has no text.

    `own` are the points of its own text, `points` those of its leaves, `told` what the sections
    above are headed by: that is said again only where there is nothing else.
    """
    heading = matter(unit.heading or "")
    subject = _subject(unit, heading)
    result = _result(unit, subject, own, points, weigher, told)
    if _ASKS.search(heading):
        answer = _first_said((*own, *points), HEADLINE)
        answer = answer or _result(unit, "", own, points, weigher, told, beside=heading) or result
        if answer:
            return answer
    if result and subject:
        return f"{subject}：{result}" if result not in subject else subject
    if result and not heading:
        return result
    if not result and subject and unit.tense == "plan" and (weigher.is_law or _is_topic(subject)):
        ruled = chief_rule(unit, subject, (*own, *points), weigher, told)
        if ruled:
            return ruled if ruled.startswith(subject) else f"{subject}：{ruled}"
    if not result and subject and _ONLY_STATE.search(subject):
        # 2025年财政预算执行情况 says nothing; what came of it has no room beside it.
        alone = _result(unit, "", own, points, weigher, told, beside=heading)
        if alone:
            return alone
    if not result and subject:
        leaf = unit.is_leaf
        said = main_action(heading, subject, (*own, *points), weigher, told) if leaf else ""
        said = said or contents(unit, subject)
        if said:
            return f"{subject}：{said}"
        said = _in_its_place(heading, points) if leaf else ""
        if said:
            return said
    named = _named(unit, heading)
    if named or result:
        return named or result
    said = next((point.text.strip(MARKS) for point in (*own, *points)), "")
    return excerpt(heading or said, HEADLINE).rstrip("。")


def _in_its_place(heading: str, points: Sequence[PointDraft]) -> str:
    """All that the first point of a section says, where it fits a line only without the heading
    and that names no more than the matter; empty where it does not."""
    topic = _is_topic(heading) or heading.endswith(_STATE)
    text = points[0].text.strip(MARKS) if points and topic else ""
    fits = 0 < len(text) <= HEADLINE and cells(text) <= CELLS
    return text if fits and not is_name(text) else ""


def _first_said(points: Sequence[PointDraft], room: int) -> str:
    """The first stretch that fits: what answers a heading that asks."""
    found = (text for point in points for text in segments(point.text, room))
    return next((text for text in found if cells(text) <= CELLS and not is_name(text)), "")


def _is_topic(heading: str) -> bool:
    """A heading that names a matter, and none that falls short."""
    return verbless(heading) and "问题" not in heading


def _named(unit: Unit, heading: str) -> str:
    """The heading, or the problem, as far as it fits a line: whole, else its last clauses."""
    named = _plain_problem(unit.problem) if unit.problem else heading
    marks = len(_ANSWERS) - 2 if unit.problem else 0
    parts = COMMAS.split(named)
    for room in (HEADLINE if unit.problem else _BARE, HEADLINE):
        for first in range(len(parts)):
            kept = named[sum(len(part) + 1 for part in parts[:first]) :].strip(MARKS)
            fits = len(kept) + marks <= room and cells(kept) + 2 * marks <= CELLS
            if len(kept) >= SHORTEST and fits and balanced(kept):
                return _ANSWERS.format(kept) if unit.problem else kept
    return ""


def _plain_problem(problem: str) -> str:
    return problem.strip(MARKS + _QUOTES) if balanced(problem.strip(MARKS + _QUOTES)) else problem


def _result(
    unit: Unit,
    subject: str,
    own: Sequence[PointDraft],
    points: Sequence[PointDraft],
    weigher: Weigher,
    told: Collection[str],
    beside: str = "",
) -> str:
    """The most telling stretch that speaks for the section, fits and is not told above.

    `subject` stands before it; `beside` is a heading in whose place it stands.
    """
    room = HEADLINE - (len(subject) + 1 if subject else 0)
    wide = CELLS - (cells(subject) + 2 if subject else 0)
    all_of_it = unit.is_leaf and unit.text_span.end - unit.text_span.start <= room
    least = TELLS if (subject or beside) and not all_of_it else _ANYTHING
    found: list[tuple[float, int, str]] = []
    for most in (room + -room % _STEP, room - room % _STEP):
        for part, worth in _speaking(unit, own, points, most, weigher):
            text = part.text.strip(MARKS)
            if worth >= least and len(text) <= room and cells(text) <= wide:
                found.append((-worth, part.start, text))
    found.sort(key=lambda row: (row[0], row[1], -len(row[2])))
    fresh = (text for _, _, text in found if not any(text in line for line in told))
    # Beside its heading a section says nothing twice; without one it must say something.
    return next(fresh, found[0][2] if found and not (subject or beside) else "")


def _speaking(
    unit: Unit,
    own: Sequence[PointDraft],
    points: Sequence[PointDraft],
    room: int,
    weigher: Weigher,
) -> Iterator[tuple[Part, float]]:
    """The stretches within `room` that speak for all of a section, with their worth."""
    apart_too = unit.tense in ("plan", "problem")
    alone = unit.is_leaf or _only_one_tells(unit, points, room, weigher)
    pairs = () if unit.problem else weigher.matters(unit.heading or "")
    answers = bool(unit.problem) and all(child.is_leaf for child in unit.children)
    for group, extra in ((own, _OWN), (points, 0.0)):
        for point in group:
            apart = 0.0 if apart_too or point.status not in _NOT_RESULTS else _APART
            for part in weigher.parts(point, room):
                rows = part.rows
                if not (extra or alone or (answers and _came_of_it(part))):
                    rows = tuple(row for row in rows if _is_of(unit, row, pairs))
                if part.whole and (extra or alone):
                    yield part, _OF_THE_WHOLE + extra
                elif rows:
                    best = max(row.of_its_kind if apart_too else row.worth for row in rows)
                    yield part, best + extra - apart
                elif not unit.heading:
                    yield part, min(part.worth, 0.0) + extra - apart


def _only_one_tells(unit: Unit, points: Sequence[PointDraft], room: int, weigher: Weigher) -> bool:
    """Whether one of the few leaves of a section tells all the results that it has."""
    leaves = sum(inner.is_leaf for inner in unit.walk())
    if leaves > _FEW:
        return False
    parts = [part for point in points for part in weigher.parts(point, room)]
    telling = {row.unit.id for part in parts for row in part.rows if row.worth > TELLS}
    return leaves == 1 or len(telling) == 1


def _came_of_it(part: Part) -> bool:
    """Whether a part of what answers a problem says in a figure what came of it."""
    told = any(row.worth >= MEASURED and not row.aside for row in part.rows)
    return told and cues.RESULT.search(part.text) is not None


def _is_of(unit: Unit, row: Ranked, pairs: Collection[str]) -> bool:
    """Whether a figure below a section is one of all of it.

    It counts all findings, is an indicator or total in a part of the report that has no sections,
    or it is of something that the heading names.
    """
    if row.of_all:
        return True
    if row.unit.level > unit.level + 1 or row.aside != (unit.tense in ("plan", "problem")):
        return False
    label = row.figure.label or ""
    return (row.general and unit.level <= 1) or any(pair in label for pair in pairs)


def _subject(unit: Unit, heading: str) -> str:
    """What a section is about in a few words: of a long heading the last clause that is short.

    The same of a problem, which ends in what falls short, after a word that says that it is one.
    """
    if unit.problem:
        clauses = short_clauses(_plain_problem(unit.problem), _SUBJECT - len(_ANSWERS) + 2)
        return _ANSWERS.format(clauses[-1]) if clauses else ""
    for named in (heading, heading.removesuffix(_STATE)):
        if 1 < len(named) <= _SUBJECT and balanced(named):
            return named
    clauses = short_clauses(heading, _SUBJECT)
    if clauses:
        return clauses[-1]
    return heading if len(heading) <= _LONG_SUBJECT and balanced(heading) else ""
