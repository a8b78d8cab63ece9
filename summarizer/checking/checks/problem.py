"""A problem told as an achievement."""

from __future__ import annotations

from collections.abc import Iterator

from summarizer.checking.context import Context, Fault, Grade
from summarizer.checking.textual import bigrams, share
from summarizer.checking.words import DEFICITS
from summarizer.reading.outline.records import Unit
from summarizer.spans import Range

_TOLD = 0.6


def problems(context: Context) -> Iterator[Fault]:
    """Every sentence that says the words of the problem without what makes it one."""
    spans = _problems(context)
    for alignment in context.aligned:
        if DEFICITS.search(alignment.claim.text):
            continue
        for span in spans:
            text = context.index.document.normalised(span)
            pairs = bigrams(DEFICITS.sub(" ", text))
            if len(pairs) > 2 and DEFICITS.search(text) and share(pairs, alignment.claim.pairs) >= (
                _TOLD
            ):
                yield Fault(
                    "problem_as_achievement",
                    Grade.DOUBTFUL,
                    alignment.claim.text,
                    "problem_as_achievement",
                    alignment.claim.span.start,
                    context.near(span),
                )
                break


def _problems(context: Context) -> list[Range]:
    """The problems that the unit and those above it answer."""
    found = []
    unit: Unit | None = context.scope.unit
    while unit is not None:
        if unit.problem_span is not None:
            found.append(unit.problem_span)
        unit = context.index.parents.get(unit.id)
    return found


