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

HEADLINE = 40  # one line of a terminal of 80 columns
_SUBJECT = 14  # a longer heading leaves no room for what came of it
_STEP = 5  # rooms are alike for many sections, so that a point is cut once for all of them
_TELLS = 0.6  # more than one half figure: else the heading says as much
_ANYTHING = -3.0  # without a heading anything but set phrases will do
_OWN = 1.0  # what the section says of itself comes before what one of its parts says
_APART = 3.0  # what is only promised, or falls short, does not head what was done
_NOT_RESULTS = (Status.PLANNED, Status.PROBLEM)
_MARKS = "。；;，,：:… "
_ASPECT = re.compile(r"(?:等?方面|情况)$")


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
    subject = "" if unit.problem else _ASPECT.sub("", heading)
    named = 1 < len(subject) <= _SUBJECT and balanced(subject)
    room = HEADLINE - (len(subject) + 1 if named else 0)
    room -= room % _STEP
    # Beside a problem, which says nothing of what was done, anything done is worth telling.
    least = _TELLS if subject else _ANYTHING
    found = _ranked(
        own, points, room, weigher, apart_too=unit.tense in ("plan", "problem"), least=least
    )
    fresh = (
        part for worth, part in found if worth >= _TELLS and not any(part in line for line in told)
    )
    result = next(fresh, found[0][1] if found else "")
    if result and named:
        return f"{subject}：{result}" if result not in subject else subject
    if result:
        return result
    if named or (subject and len(subject) <= HEADLINE and balanced(subject)):
        return subject
    said = next((point.text.strip(_MARKS) for point in (*own, *points)), "")
    return excerpt(said or heading, HEADLINE).rstrip("。")


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
                worth = part.worth + extra - (_APART if apart else 0.0)
                if worth >= least:
                    found.append((-worth, part.start, part.text.strip(_MARKS)))
    return [(-worth, text) for worth, _, text in sorted(found)]
