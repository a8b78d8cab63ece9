"""Footnotes (as GitHub, Obsidian and Pandoc write them), one a place in the source."""

from __future__ import annotations

from collections.abc import Iterable

from summarizer.models import Span
from summarizer.output.markdown.escape import inline
from summarizer.output.places import Places


class Notes:
    """The places that were referred to, numbered in the order of the text."""

    def __init__(self, places: Places) -> None:
        self._places = places
        self._numbers: dict[Span, tuple[int, tuple[Span, ...]]] = {}

    def mark(self, span: Span, told: Iterable[Span] = ()) -> str:
        """The reference to a place; `told` are the anchors in it that are told."""
        number, _ = self._numbers.setdefault(span, (len(self._numbers) + 1, tuple(told)))
        return f"[^{number}]"

    def lines(self) -> list[str]:
        """The footnotes: the unit, and the words of the source where it is attached."""
        return [
            f"[^{number}]: {inline(self._places.passage(span, told))}"
            for span, (number, told) in self._numbers.items()
        ]
