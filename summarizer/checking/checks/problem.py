"""A problem told as an achievement."""

from __future__ import annotations

import re
from collections.abc import Iterator

from summarizer.checking.context import Context, Fault, Grade
from summarizer.checking.textual import bigrams, share
from summarizer.checking.words import DEFICITS, PRAISE
from summarizer.reading.outline.records import Unit
from summarizer.spans import Range

_TOLD = 0.75
_LONGER = 2.2  # a longer clause speaks of something else too
_CLAUSE = re.compile("[^,，、。；;]+")
_DIGIT = re.compile("[0-9０-９]")
_TITLE = re.compile("《[^》]*》")


def problems(context: Context) -> Iterator[Fault]:
    """Every clause that says the words of the problem without what makes it one."""
    spans = _problems(context)
    for sentence in context.claims.sentences:
        if sentence.verbatim:
            continue
        for span in spans:
            text = context.index.document.normalised(span)
            if _turned(sentence.text, text):
                yield Fault(
                    "problem_as_achievement",
                    Grade.DOUBTFUL,
                    sentence.text,
                    "problem_as_achievement",
                    sentence.span.start,
                    context.near(span),
                )
                break


def _turned(claim: str, problem: str) -> bool:
    for raised in _CLAUSE.findall(problem):
        pairs = bigrams(DEFICITS.sub(" ", raised))
        if len(pairs) < 3 or not DEFICITS.search(raised):
            continue
        for said in _CLAUSE.findall(_TITLE.sub(" ", claim)):
            if DEFICITS.search(said) or not PRAISE.search(said) or _DIGIT.search(said):
                continue
            if len(said) > _LONGER * len(raised):
                continue
            if share(pairs, bigrams(said)) >= _TOLD:
                return True
    return False


def _problems(context: Context) -> list[Range]:
    """The problems that the unit and those above it answer."""
    found = []
    unit: Unit | None = context.scope.unit
    while unit is not None:
        if unit.problem_span is not None:
            found.append(unit.problem_span)
        unit = context.index.parents.get(unit.id)
    return found
