"""Limits of length, stated once: put into the prompt, the schema and the validation.

A model that is told a number goes past it by a tenth now and then; `asked` is what it is told,
`taken` what the published report bears.
"""

from __future__ import annotations

from dataclasses import dataclass

from summarizer.engines.llm.tasks.points import POINT_LENGTH


@dataclass(frozen=True, slots=True)
class Limit:
    """Characters that a model is asked to keep to, and up to which an answer is taken."""

    asked: int
    taken: int

    @property
    def drawn(self) -> int:
        """Where a grammar stops a model that does not: past everything that would be taken, so
        that no sentence is cut that could have stood."""
        return 2 * self.taken


POINT = Limit(asked=POINT_LENGTH, taken=60)
HEADLINE = Limit(asked=30, taken=40)
SECTION = Limit(asked=100, taken=150)
OVERVIEW = Limit(asked=130, taken=150)
LABEL = Limit(asked=15, taken=30)
ACTOR = Limit(asked=20, taken=40)

MOST_ACTORS = 8  # twice what the extractive engine names
