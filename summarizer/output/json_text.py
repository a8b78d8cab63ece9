"""The published JSON."""

from __future__ import annotations

from codecs import iterdecode
from collections.abc import Iterator

from summarizer.models import Report
from summarizer.models.values import legible
from summarizer.output.style import Style

_PIECE = 2**20  # bytes that are made legible at a time, so that few are held twice


def render(report: Report, style: Style) -> str:
    """The report as one JSON document."""
    return report.to_json() + "\n"


def filed(report: Report, style: Style) -> Iterator[bytes]:
    """The same as the bytes of a file, piece by piece.

    As a text every letter of it takes two or four bytes, and a long report's is the most that a run
    holds: of 2 MB of dates it is 80 million letters.
    """
    written = report.__pydantic_serializer__.to_json(report, indent=2, by_alias=True)
    return _legible(written)


def _legible(written: bytes) -> Iterator[bytes]:
    pieces = (written[start : start + _PIECE] for start in range(0, len(written), _PIECE))
    for piece in iterdecode(pieces, "utf-8"):
        yield legible(piece).encode()
    yield b"\n"
