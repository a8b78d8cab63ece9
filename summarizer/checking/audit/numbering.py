"""Numbering that skips, repeats or goes back."""

from __future__ import annotations

from collections.abc import Iterator

from summarizer.checking.audit.notes import Note
from summarizer.checking.index import SourceIndex


def numbering(index: SourceIndex) -> Iterator[Note]:
    """The oddities that the outline grammar kept as printed."""
    for oddity in index.analysis.outline.oddities:
        yield Note(
            f"numbering_{oddity.kind}",
            (oddity.span,),
            {"claimed": oddity.marker, "expected": oddity.expected},
        )
