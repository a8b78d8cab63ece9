"""The published JSON."""

from __future__ import annotations

from codecs import iterdecode
from collections.abc import Iterator

from summarizer.models import Report
from summarizer.models.values import Record, legible
from summarizer.output.style import Style

_PIECE = 2**20  # bytes that are made legible at a time, so that few are held twice


def render(report: Report, style: Style) -> str:
    """The report as one JSON document."""
    return report.to_json() + "\n"


def filed(report: Report, style: Style) -> Iterator[bytes]:
    """The same as the bytes of a file, piece by piece.

    As a text every letter of it takes two or four bytes, and a long report's is the most that a run
    holds: of 2 MB of dates it is 80 million letters. So each section is made when it is written.
    """
    frame = _json(report.model_copy(update={"sections": ()}))
    # No string holds a line end, and within what is nested lines are indented further.
    before, found, behind = frame.partition(b'\n  "sections": []')
    if not found or not report.sections:
        return _legible(iter((_json(report),)))
    return _legible(_spliced(before, report, behind))


def _spliced(before: bytes, report: Report, behind: bytes) -> Iterator[bytes]:
    yield before
    for number, section in enumerate(report.sections):
        yield b",\n    " if number else b'\n  "sections": [\n    '
        yield _json(section).replace(b"\n", b"\n    ")
    yield b"\n  ]"
    yield behind


def _json(record: Record) -> bytes:
    return record.__pydantic_serializer__.to_json(record, indent=2, by_alias=True)


def _legible(parts: Iterator[bytes]) -> Iterator[bytes]:
    pieces = (
        part[start : start + _PIECE] for part in parts for start in range(0, len(part), _PIECE)
    )
    for piece in iterdecode(pieces, "utf-8"):
        yield legible(piece).encode()
    yield b"\n"
