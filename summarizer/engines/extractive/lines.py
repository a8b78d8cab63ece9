"""How much a headline may hold, a line of a terminal, and what of a heading fits it."""

from __future__ import annotations

from summarizer import patterns as re
from summarizer.engines.extractive.clauses import balanced

MARKS = "。；;，,：:… "
COMMAS = re.compile(r"[,，;；。:：]")
_ASPECT = re.compile(r"等?方面$")
_ABOUT = re.compile(r"关于(?=.{3})")
SHORTEST = 4  # characters of a clause of a heading that names a matter
HEADLINE = 40  # characters; Chinese ones alone are 80 cells
CELLS = 73  # of a terminal of 80 columns, less an id and what a line is indented by
_WIDE = "\u2e80"  # where the wide characters of Unicode begin


def cells(text: str) -> int:
    """The columns of a terminal that a text takes: two for a Chinese character or mark."""
    return len(text) + sum(character >= _WIDE for character in text)


def matter(heading: str) -> str:
    """What a heading names, without 关于 and 方面."""
    return _ABOUT.sub("", _ASPECT.sub("", heading.strip(MARKS)), count=1)


def short_clauses(text: str, most: int) -> list[str]:
    """The clauses of a heading that name a matter in at most so many characters."""
    clauses = [part.strip(MARKS) for part in COMMAS.split(text)]
    return [part for part in clauses if SHORTEST <= len(part) <= most and balanced(part)]
