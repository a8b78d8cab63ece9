"""A paragraph, and how its beginning reads without its layout."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.reading.characters import fold
from summarizer.reading.lines import Line

Paragraph = Sequence[Line]


def squeezed(text: str, paragraph: Paragraph, limit: int = 300) -> str:
    """The beginning of a paragraph in half-width forms, without white space."""
    parts, size = [], 0
    for line in paragraph:
        parts.append(text[line.start : min(line.end, line.start + limit)])
        size += line.end - line.start
        if size > limit:
            break
    return fold("".join("".join(parts).replace("**", "").split()))[:limit]
