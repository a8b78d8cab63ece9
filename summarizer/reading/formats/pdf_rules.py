"""The rules that a PDF page draws, seen with its lines level.

A rule is a stroked line, an edge of a stroked rectangle, or a filled rectangle as thin as a line.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from pypdfium2 import raw

from summarizer.reading.formats.pdf_boxes import Boxes
from summarizer.reading.formats.ruled import Rule

_THIN = 2.0  # points: rules are drawn up to 1.5 wide
_SHORT = 4.0  # points: shorter ones are dots, dashes and corners
_MOST_PATHS = 4000  # a page of small print has 600 cells of four rules; more is a drawing
_MOST_SEGMENTS = 20_000  # five edges of each of those paths

Rules = tuple[list[Rule], list[Rule]]


def rules_of(page: Any, boxes: Boxes) -> Rules:
    """The horizontal and the vertical rules of an open page; none of a page that is a drawing."""
    across: list[Rule] = []
    upright: list[Rule] = []
    segments = 0
    for number, path in enumerate(_paths(page.raw)):
        segments += raw.FPDFPath_CountSegments(path)
        if number == _MOST_PATHS or segments > _MOST_SEGMENTS:
            return [], []
        for left, bottom, right, top in map(boxes.turned, _lines(path)):
            if top - bottom <= _THIN and right - left > _SHORT:
                across.append(Rule((top + bottom) / 2, left, right))
            elif right - left <= _THIN and top - bottom > _SHORT:
                upright.append(Rule((left + right) / 2, bottom, top))
    return across, upright


def _paths(page: Any) -> Iterator[Any]:
    for index in range(raw.FPDFPage_CountObjects(page)):
        found = raw.FPDFPage_GetObject(page, index)
        if raw.FPDFPageObj_GetType(found) == raw.FPDF_PAGEOBJ_PATH:
            yield found


def _lines(path: Any) -> Iterator[tuple[float, float, float, float]]:
    """The boxes of the straight lines of a path."""
    filled, stroked = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(path, filled, stroked)
    if filled.value and not stroked.value:
        bounds = [ctypes.c_float() for _ in range(4)]
        if raw.FPDFPageObj_GetBounds(path, *bounds):
            left, bottom, right, top = (bound.value for bound in bounds)
            if min(right - left, top - bottom) <= _THIN:
                yield left, bottom, right, top
        if raw.FPDFPath_CountSegments(path) <= 5:
            return
    if not stroked.value and not filled.value:
        return
    matrix = raw.FS_MATRIX()
    raw.FPDFPageObj_GetMatrix(path, matrix)
    here = first = (0.0, 0.0)
    corners: list[tuple[float, float]] = []
    for index in range(raw.FPDFPath_CountSegments(path)):
        segment = raw.FPDFPath_GetPathSegment(path, index)
        x, y = ctypes.c_float(), ctypes.c_float()
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        place = (
            matrix.a * x.value + matrix.c * y.value + matrix.e,
            matrix.b * x.value + matrix.d * y.value + matrix.f,
        )
        kind = raw.FPDFPathSegment_GetType(segment)
        if kind == raw.FPDF_SEGMENT_MOVETO:
            yield from _part(corners, stroked=bool(stroked.value))
            corners = [place]
            first = place
        else:
            corners.append(place)
        here = place
        if raw.FPDFPathSegment_GetClose(segment) and here != first:
            corners.append(first)
    yield from _part(corners, stroked=bool(stroked.value))


def _part(
    corners: list[tuple[float, float]], *, stroked: bool
) -> Iterator[tuple[float, float, float, float]]:
    """A part of a path: its edges where it is stroked, itself where it is a thin filled one."""
    if len(corners) < 2:
        return
    if stroked:
        for (x0, y0), (x1, y1) in pairwise(corners):
            yield min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)
        return
    across = [x for x, _ in corners]
    up = [y for _, y in corners]
    if min(max(across) - min(across), max(up) - min(up)) <= _THIN:
        yield min(across), min(up), max(across), max(up)
