"""How a result is to look, passed to every renderer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from summarizer.vocabulary import Lang

Detail = Literal["page", "sections", "full"]


@dataclass(frozen=True, slots=True)
class Style:
    """Language of the labels, width in terminal cells, whether colour is wanted, how much.

    `detail` None leaves it to the format: `page` for text, `full` for what is kept in a file.
    """

    lang: Lang = "zh"
    width: int = 80
    colour: bool = False
    detail: Detail | None = None
