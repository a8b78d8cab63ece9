"""A cause that the source does not state."""

from __future__ import annotations

from collections.abc import Iterator

from summarizer.checking.context import Context, Fault, Grade
from summarizer.checking.words import CAUSES


def causes(context: Context) -> Iterator[Fault]:
    """Every causal word of the statement where the source's sentence has none."""
    for alignment in context.aligned:
        found = CAUSES.search(alignment.text)
        if found is None or CAUSES.search(alignment.source.text):
            continue
        if found[0] in context.scope.own_flat:
            continue
        yield Fault(
            "cause",
            Grade.DOUBTFUL,
            alignment.text,
            "cause",
            alignment.start + found.start(),
            context.near(alignment.source.span),
            {"mine": found[0]},
        )
