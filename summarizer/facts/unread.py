"""Numbers that the grammars did not take: told as unread, never as absent.

A digit that no anchor covers: after `=`, `_`, `+` or a letter, in a name, a vague amount.
"""

from __future__ import annotations

from collections.abc import Iterator

from summarizer import patterns as re
from summarizer.anchors.records import Anchors
from summarizer.reading.document import View
from summarizer.spans import Range

_NUMBER = re.compile(r"[0-9]+(?:[.,:][0-9]+)*%?")


def unread_in(view: View, anchors: Anchors) -> Iterator[Range]:
    """The ranges of the numbers of a view that belong to no anchor."""
    covered = sorted(
        anchor.span
        for group in (
            anchors.figures,
            anchors.dates,
            anchors.titles,
            anchors.document_numbers,
            anchors.quotations,
            anchors.set_phrases,
            anchors.ordinals,
        )
        for anchor in group
    )
    place, reach = 0, -1
    for match in _NUMBER.finditer(view.text):
        span = view.source(*match.span())
        while place < len(covered) and covered[place][0] <= span.start:
            reach = max(reach, covered[place][1])
            place += 1
        if span.start >= reach:
            yield span
