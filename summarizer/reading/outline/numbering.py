"""Markers that skip, repeat or go back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from summarizer.reading.outline.markers import Family, renumbered
from summarizer.reading.outline.records import NumberingOddity, Unit


class NumberingWatch:
    """Follows the numbering of a whole outline in reading order.

    Numbers may restart under every parent or run on across parents: both are in order.
    """

    def __init__(self) -> None:
        self.oddities: list[NumberingOddity] = []
        self._latest: dict[str, int] = {}

    def see(
        self, unit: Unit, family: Family, number: int, before: Sequence[tuple[Family, int]]
    ) -> None:
        """Judge a unit by its elder siblings, given as (family, number) in order."""
        elder = next((n for f, n in reversed(before) if f.name == family.name), None)
        latest = self._latest.get(family.name, 0)
        self._latest[family.name] = number
        if elder is None:
            if number in (1, latest + 1):
                return
            expected = latest + 1 if latest and number > latest else 1
        else:
            expected = elder + 1
            if number == expected or (unit.inline and number == 1):
                return
        kind: Literal["skip", "repeat", "back"] = "skip"
        if elder is not None and number == elder:
            kind = "repeat"
        elif number < expected:
            kind = "back"
        self.oddities.append(
            NumberingOddity(
                kind, unit.id, unit.marker, renumbered(unit.marker, expected), unit.marker_span
            )
        )
