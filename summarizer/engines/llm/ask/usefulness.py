"""Noticing a model from whose answers nothing can be taken."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

_PATIENCE = 3
"""Replies on end without a usable item, and none before them, after which nothing more is asked: as
often as the unit is asked that goes before all others."""


@dataclass(slots=True)
class Usefulness:
    """Counts what the replies of one engine were worth; shared by all its reports."""

    taken: int = 0
    fruitless: int = 0
    failure: Literal["invalid_answer", "truncated"] = "invalid_answer"

    def note(
        self, taken: int, failure: Literal["invalid_answer", "truncated"] = "invalid_answer"
    ) -> None:
        """Count a reply and the items that could be taken from it; `failure` says why none."""
        self.failure = failure
        self.taken += taken
        self.fruitless = 0 if taken else self.fruitless + 1

    @property
    def hopeless(self) -> bool:
        """True once it is of no use to ask."""
        return not self.taken and self.fruitless >= _PATIENCE
