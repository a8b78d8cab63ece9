"""Positions: half-open ranges of Unicode code points."""

from __future__ import annotations

from typing import NamedTuple


class Range(NamedTuple):
    """Half-open range `[start, end)` of code points in the decoded, untouched source."""

    start: int
    end: int

    def __contains__(self, other: object) -> bool:
        """True where `other`, a range or an offset, lies wholly inside."""
        if isinstance(other, int):
            return self.start <= other < self.end
        if isinstance(other, tuple) and len(other) == 2:
            return bool(self.start <= other[0] and other[1] <= self.end)
        return False
