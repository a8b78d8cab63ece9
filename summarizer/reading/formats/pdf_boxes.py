"""Where the characters of a PDF page stand, seen with its lines level.

Wide tables lie on their side: the page is turned for display, or its text runs upward. PDFium gives
boxes as the file has them, so they are turned by the direction in which most of the text runs.
"""

from __future__ import annotations

import math
from collections import Counter
from typing import Any

from pypdfium2 import raw

from summarizer.errors import InputError

_SAMPLES = 40  # characters over the page that are asked for their direction
_QUARTER = math.pi / 2
_DIRECTIONS = ("right", "down", "right", "up")  # by quarter turns; PDFium counts with the clock


class Boxes:
    """The boxes of the characters of an open text page; `x` grows along the lines, `y` upward."""

    def __init__(self, page: Any) -> None:
        self._page = page
        self._box = raw.FS_RECTF()
        self._runs = _direction(page)

    def of(self, place: int) -> tuple[float, float, float, float]:
        """Left, bottom, right and top of a character, in points."""
        box = self._box
        if not raw.FPDFText_GetLooseCharBox(self._page.raw, place, box):
            raise InputError("not a readable PDF")
        return self.turned((box.left, box.bottom, box.right, box.top))

    def turned(self, box: tuple[float, float, float, float]) -> tuple[float, float, float, float]:
        """A box of the file as it stands on the level page."""
        left, bottom, right, top = box
        if self._runs == "up":
            return bottom, -right, top, -left
        if self._runs == "down":
            return -top, left, -bottom, right
        return left, bottom, right, top


def _direction(page: Any) -> str:
    """Where most of the text runs in the file."""
    count = page.count_chars()
    step = max(1, count // _SAMPLES)
    found: Counter[int] = Counter()
    for place in range(0, count, step):
        angle = raw.FPDFText_GetCharAngle(page.raw, place)
        if angle >= 0:
            found[round(angle / _QUARTER) % 4] += 1
    return _DIRECTIONS[found.most_common(1)[0][0]] if found else _DIRECTIONS[0]
