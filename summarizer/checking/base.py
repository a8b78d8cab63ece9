"""What the checks are given."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from summarizer.reading.outline.records import Unit


@dataclass(frozen=True, slots=True)
class Statement:
    """The text that a summary says of one unit, with its typed fields.

    `unit` is None for the overview, whose scope is the whole report; a `portion` is cut from a text
    that is too long to be checked as one.
    """

    text: str
    unit: Unit | None
    role: Literal["measure", "section", "overview"] = "measure"
    portion: bool = False
