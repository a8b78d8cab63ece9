"""Noticing a model from whose answers nothing can be taken."""

from __future__ import annotations

from dataclasses import dataclass

from summarizer.engines.llm.ask.attempt import Failure

_PATIENCE = 3
"""Replies on end without a usable item, and none before them, after which nothing more is asked: as
often as the unit is asked that goes before all others."""


_TOO_LONG = 2
"""Single units that do not fit into the context: the shortest goes first, so two are enough."""
_REFUSALS = 20
"""Refusals on end: a report of many refused units has some that are not, in as many halves."""


@dataclass(slots=True)
class Usefulness:
    """Counts what the replies of one engine were worth; shared by all its reports."""

    taken: int = 0
    fruitless: int = 0
    too_long: int = 0
    refused: int = 0
    failure: Failure = "invalid_answer"

    def note(self, taken: int, failure: Failure = "invalid_answer") -> None:
        """Count a reply and the items that could be taken from it; `failure` says why none."""
        self.failure = failure
        self.taken += taken
        if failure == "refused":
            self.refused += 1
        elif failure == "too_long":
            self.too_long += 1
        else:
            self.fruitless = 0 if taken else self.fruitless + 1

    @property
    def hopeless(self) -> bool:
        """True once it is of no use to ask."""
        return not self.taken and (
            self.fruitless >= _PATIENCE or self.too_long >= _TOO_LONG or self.refused >= _REFUSALS
        )
