"""A section in one line: its subject, where a short heading names it, and what came of it."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from summarizer import patterns as re
from summarizer.engines.base import PointDraft
from summarizer.engines.extractive.clauses import balanced
from summarizer.engines.extractive.compose import excerpt
from summarizer.engines.extractive.parts import Weigher
from summarizer.reading.outline.records import Unit
from summarizer.vocabulary import Status

HEADLINE = 40  # characters; Chinese ones alone are 80 cells
_CELLS = 73  # of a terminal of 80 columns, less an id and what a line is indented by
_SUBJECT = 18  # half of it: the rest is for what came of it
_SHORTEST = 4  # characters of a clause of a heading that names a matter
_STEP = 5  # rooms are alike for many sections, so that a point is cut once for all of them
_TELLS = 0.6  # more than one half figure: else the heading says as much
_ANYTHING = -3.0  # without a heading anything but set phrases will do
_OWN = 1.0  # what the section says of itself comes before what one of its parts says
_OF_THE_WHOLE = 4.0  # more than the figures of any part
_APART = 3.0  # what is only promised, or falls short, does not head what was done
_NOT_RESULTS = (Status.PLANNED, Status.PROBLEM)
_MARKS = "。；;，,：:… "
_ASPECT = re.compile(r"(?:等?方面|情况)$")
_COMMAS = re.compile(r"[,，;；。:：]")
_ANSWERS = "针对"  # before a problem, of which the result is told
_WIDE = "\u2e80"  # where the wide characters of Unicode begin
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
    heading = (unit.heading or "").strip(_MARKS)
    subject = _subject(unit, heading)
    result = _result(unit, subject, own, points, weigher, told)
    if not result and unit.problem:
        # Beside a problem, which says nothing of what was done, anything done is worth telling.
        subject, result = "", _result(unit, "", own, points, weigher, told)
    if result and subject:
        return f"{subject}：{result}" if result not in subject else subject
    if result:
        return result
    if heading and not unit.problem and len(heading) <= HEADLINE and balanced(heading):
        return _ASPECT.sub("", heading) or heading
    if subject:
        return subject
    said = next((point.text.strip(_MARKS) for point in (*own, *points)), "")
    return excerpt(said or heading, HEADLINE).rstrip("。")


def _result(
    unit: Unit,
    subject: str,
    own: Sequence[PointDraft],
    points: Sequence[PointDraft],
    weigher: Weigher,
    told: Collection[str],
) -> str:
    """The most telling stretch that fits beside a subject and is not told above."""
    room = HEADLINE - (len(subject) + 1 if subject else 0)
    cells = _CELLS - (_cells(subject) + 2 if subject else 0)
    least = _TELLS if subject and not unit.problem else _ANYTHING
    found = _ranked(
        own,
        points,
        room + -room % _STEP,
        weigher,
        apart_too=unit.tense in ("plan", "problem"),
        least=least,
    )
    found = [row for row in found if len(row[1]) <= room and _cells(row[1]) <= cells]
    fresh = (
        part for worth, part in found if worth >= _TELLS and not any(part in line for line in told)
    )
    return next(fresh, found[0][1] if found else "")


def _subject(unit: Unit, heading: str) -> str:
    """What a section is about in a few words: of a long heading the last clause that is short.

    The same of a problem, which ends in what falls short, after a word that says that it is one.
    """
    if unit.problem:
        named = unit.problem.strip(_MARKS + _QUOTES)
        clauses = _short_clauses(named, _SUBJECT - len(_ANSWERS))
        return f"{_ANSWERS}{clauses[-1]}" if clauses else ""
    named = _ASPECT.sub("", heading)
    if 1 < len(named) <= _SUBJECT and balanced(named):
        return named
    clauses = _short_clauses(named, _SUBJECT)
    return clauses[-1] if clauses else ""


def _cells(text: str) -> int:
    """The columns of a terminal that a text takes: two for a Chinese character or mark."""
    return len(text) + sum(character >= _WIDE for character in text)


def _short_clauses(text: str, most: int) -> list[str]:
    clauses = [part.strip(_MARKS + " ") for part in _COMMAS.split(text)]
    return [part for part in clauses if _SHORTEST <= len(part) <= most and balanced(part)]


def _ranked(
    own: Sequence[PointDraft],
    points: Sequence[PointDraft],
    room: int,
    weigher: Weigher,
    *,
    apart_too: bool,
    least: float,
) -> list[tuple[float, str]]:
    """The stretches of clauses within `room` worth `least`, the most telling first."""
    found: list[tuple[float, int, str]] = []
    for group, extra in ((own, _OWN), (points, 0.0)):
        for point in group:
            apart = not apart_too and point.status in _NOT_RESULTS
            for part in weigher.parts(point, room):
                if part.worth < least and not part.whole:
                    continue
                worth = part.worth + extra - (_APART if apart else 0.0)
                worth += _OF_THE_WHOLE if part.whole and extra else 0.0
                if worth >= least:
                    found.append((-worth, part.start, part.text.strip(_MARKS)))
    return [(-worth, text) for worth, _, text in sorted(found)]
