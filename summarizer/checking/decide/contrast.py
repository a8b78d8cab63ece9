"""Another word of one group in the place where the source has its opposite or a lower step."""

from __future__ import annotations

from collections.abc import Iterator

from summarizer.checking.case import Case
from summarizer.checking.contrasts import Group, Mark, groups, judged
from summarizer.checking.findings import Fault
from summarizer.checking.propositions import Proposition, Propositions, Reading, going_on

_SAME = 0.5  # so much of the content in one clause of the source: that clause is retold
_BACK = 0.2  # a clause of which less is told says something else: 分管负责同志分别调度
_CLEAR = 0.75  # the sentence around speaks of other things then
_LIKE = 0.34  # with the same letters beside the word
_BESIDE = 2


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
            if reading.share >= _CLEAR
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
                if (reading.share >= _SAME and reading.back >= _BACK) or (
                    min(reading.share, reading.back) >= _LIKE
                    and _beside(prop.clause.text, mark, reading.clause.text, other)
                ):
                    return mark, other, reading
    return None


def _beside(mine: str, here: Mark, theirs: str, there: Mark) -> bool:
    """True where the letters on one side of both words are the same."""
    after = mine[here.end : here.end + _BESIDE]
    before = mine[max(0, here.start - _BESIDE) : here.start]
    return (len(after) == _BESIDE and theirs.startswith(after, there.end)) or (
        len(before) == _BESIDE and theirs.endswith(before, 0, there.start)
    )
