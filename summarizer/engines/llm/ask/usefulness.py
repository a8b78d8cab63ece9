"""Noticing a model from whose answers nothing can be taken."""

from __future__ import annotations

from dataclasses import dataclass

_PATIENCE = 4
"""Replies without a single usable item, and none before them, after which nothing more is asked: a
unit is asked three times at most, so that four are of two units at least unless all go wrong."""


@dataclass(slots=True)
class Usefulness:
    """Counts what the replies of one engine were worth; shared by all its reports."""

    taken: int = 0
    fruitless: int = 0

    def note(self, taken: int) -> None:
        """Count a reply and the items that could be taken from it."""
        self.taken += taken
        self.fruitless = 0 if taken else self.fruitless + 1

    @property
    def hopeless(self) -> bool:
        """True once it is of no use to ask."""
        return not self.taken and self.fruitless >= _PATIENCE
