"""Another word of one group in the place where the source has its opposite or a lower step."""

from __future__ import annotations

from collections.abc import Iterator

from summarizer.checking.case import Case
from summarizer.checking.contrasts import Group, Mark, groups, judged
from summarizer.checking.departures import is_framed
from summarizer.checking.findings import Fault
from summarizer.checking.margins import LIKELY, NEARLY_WHOLE, RETOLD
from summarizer.checking.propositions import Proposition, Propositions, Reading, going_on

_BACK = 0.2  # a clause of which less is told says something else: 分管负责同志分别调度


def contrasts(case: Case, said: Propositions) -> Iterator[Fault]:
    """Every word of a group whose place in the source holds a word that it excludes."""
    for prop in said.saying(judged()):
        for group in groups():
            found = _excluded(case, prop, group)
            if found is not None:
                mark, other, reading = found
                words = {"mine": mark.word, "theirs": other.word}
                yield case.of_clause(group.kind, prop.clause, reading.span, "contrast", **words)
                break


def _excluded(case: Case, prop: Proposition, group: Group) -> tuple[Mark, Mark, Reading] | None:
    mine = list(group.marks(prop.clause.text))
    if not mine:
        return None
    readings = prop.admissible
    theirs = [
        mark
        for reading in readings
        for mark in group.marks(
            reading.clause.text + going_on(case, reading)
            if reading.share >= NEARLY_WHOLE
            else reading.clause.sentence_text
        )
    ]
    steps = {mark.step for mark in mine}
    for mark in mine:
        if any(not group.excludes(mark.step, other.step) for other in theirs):
            continue
        for reading in readings:
            for other in group.marks(reading.clause.text):
                if other.step in steps or not group.excludes(mark.step, other.step):
                    continue
                if (reading.share >= RETOLD and reading.back >= _BACK) or (
                    min(reading.share, reading.back) >= LIKELY
                    and is_framed(
                        prop.clause.text,
                        (mark.start, mark.end),
                        reading.clause.text,
                        (other.start, other.end),
                    )
                ):
                    return mark, other, reading
    return None
