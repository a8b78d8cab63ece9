"""Positions: half-open ranges of Unicode code points, in the source and in the view of it.

The two are different types, so that none is taken for the other: only `View.source` and
`View.slice` lead from one to the other. A grammar works on the view's text alone and counts in
plain offsets into it; what it finds becomes a `Range` before anybody else sees it.
"""

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


class ViewRange(NamedTuple):
    """Half-open range `[start, end)` of code points in the normalised view."""

    start: int
    end: int
