"""How a result is to look, passed to every renderer."""

from __future__ import annotations

from dataclasses import dataclass

from summarizer.vocabulary import Lang


@dataclass(frozen=True, slots=True)
class Style:
    """Language of the labels, width in terminal cells, and whether colour is wanted."""

    lang: Lang = "zh"
    width: int = 80
    colour: bool = False
