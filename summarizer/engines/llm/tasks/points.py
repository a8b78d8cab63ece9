"""In how many points a unit is told."""

from __future__ import annotations

MOST_POINTS = 6  # as the extractive engine's, so that a fallback looks the same
POINT_LENGTH = 50
"""Characters a point is asked to keep to; at most sixty are taken."""

_LONG_UNIT = 180
"""Characters up to which a unit is told in one point: a fifth more than one tells."""
_A_POINT = 150  # as of the extractive engine: one point tells a third of that


def points_for(characters: int) -> int:
    """How many points a text of so many characters is told in: about one for each 150."""
    if characters <= _LONG_UNIT:
        return 1
    return min(MOST_POINTS, max(2, round(characters / _A_POINT)))
