"""Paragraphs that a page's own matter, set aside by now, cuts in two."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from summarizer.reading.asides import GLOSSARY, NOTES
from summarizer.reading.lines import Line
from summarizer.reading.reflow import sentence_ended
from summarizer.reading.wrapping import closed
from summarizer.spans import Range

_FOOT = frozenset({GLOSSARY, NOTES})
_PROSE_COLUMNS = 30  # fifteen characters: lines of titles and names are shorter


def flowing(
    text: str, blocks: Sequence[Sequence[Line]], noise: Mapping[int, str]
) -> list[list[Range]]:
    """The line ranges of each paragraph that is no noise, in order.

    A paragraph that stops in the middle of a sentence above a glossary at the foot of its page
    goes on in the paragraph below it.
    """
    result: list[list[Range]] = []
    before: Line | None = None
    for index, block in enumerate(blocks):
        if index in noise:
            continue
        parted = noise.get(index - 1) in _FOOT
        ranges = [Range(line.start, line.end) for line in block]
        if parted and before is not None and _broken_off(text, before, block[0]):
            result[-1].extend(ranges)
        else:
            result.append(ranges)
        before = block[-1]
    return result


def _broken_off(text: str, before: Line, after: Line) -> bool:
    return (
        before.columns >= _PROSE_COLUMNS
        and not sentence_ended(text, before)
        and not closed(text, before)
        and not (before.heading or after.heading or after.marker)
    )
