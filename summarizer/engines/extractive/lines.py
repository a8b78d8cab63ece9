"""How much a headline may hold: a line of a terminal."""

from __future__ import annotations

HEADLINE = 40  # characters; Chinese ones alone are 80 cells
CELLS = 73  # of a terminal of 80 columns, less an id and what a line is indented by
_WIDE = "\u2e80"  # where the wide characters of Unicode begin


def cells(text: str) -> int:
    """The columns of a terminal that a text takes: two for a Chinese character or mark."""
    return len(text) + sum(character >= _WIDE for character in text)
