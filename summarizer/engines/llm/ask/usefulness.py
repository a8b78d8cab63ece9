"""Noticing a model from whose answers nothing can be taken."""

from __future__ import annotations

from dataclasses import dataclass

from summarizer.engines.llm.ask.attempt import Failure

_PATIENCE = 3
"""Replies on end without a usable item, and none before them, after which nothing more is asked: as
often as the unit is asked that goes before all others."""
_TOO_LONG = 2
"""Single units that do not fit into the context, each the shortest of its request."""
_SINGLES = 6
"""Single units refused, and nothing taken, after which nothing more is asked: they are short ones
from all parts of the report, and a service that declines them all declines its subject."""


@dataclass(slots=True)
class Usefulness:
    """Counts what the replies of one engine were worth; shared by all its reports."""

    taken: int = 0
    fruitless: int = 0
    refused: int = 0
    too_long: int = 0
    failure: Failure = "invalid_answer"

    def note(self, taken: int, failure: Failure = "invalid_answer", *, asked: int = 1) -> None:
        """Count a reply and the items that could be taken from it; `failure` says why none of so
        many that were asked."""
        self.taken += taken
        if failure == "refused":
            self.refused += asked == 1
        elif failure == "too_long":
            self.too_long += asked == 1
        else:
            self.fruitless = 0 if taken else self.fruitless + 1
        if not taken:
            self.failure = failure

    def note_shortest(self, failure: Failure | None) -> None:
        """Note what became of the shortest unit: where that does not fit, nothing will."""
        if failure == "too_long":
            self.too_long, self.failure = _TOO_LONG, "too_long"

    @property
    def hopeless(self) -> bool:
        """True once it is of no use to ask."""
        return not self.taken and (
            self.fruitless >= _PATIENCE or self.too_long >= _TOO_LONG or self.refused >= _SINGLES
        )
