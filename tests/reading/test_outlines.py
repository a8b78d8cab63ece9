"""Outlines of eight texts, labelled by hand: places, parents, and an owner for every paragraph."""

from __future__ import annotations

import json
from functools import cache
from itertools import pairwise

import pytest

from summarizer.reading import Document, read
from summarizer.reading.outline import Outline, Unit, parse_outline
from tests.reading.samples import DATA, path

NAMES = sorted(label.stem for label in (DATA / "outlines").glob("*.json"))
# Where the last item of a series ends inside its paragraph is a matter of meaning: in these texts
# so many ends, of all, are where the labels have them.
ENDS = {"bijie-2019": 0.99, "guangxi-2010": 0.98, "guyuan-2016": 0.96}


@cache
def parsed(name: str) -> tuple[Document, Outline]:
    document = read(path(name))
    return document, parse_outline(document)


def labelled(name: str) -> list[tuple[int, int | None, int]]:
    """Start, the parent's start and end of each labelled unit."""
    file = DATA / "outlines" / f"{name}.json"
    rows = json.loads(file.read_text(encoding="utf-8"))["units"]
    starts = {unit_id: start for unit_id, _, start, _ in rows}
    return [(start, starts.get(unit_id.rpartition(".")[0]), end) for unit_id, _, start, end in rows]


def numbered(units: tuple[Unit, ...], parent: int | None = None) -> list[tuple[int, int | None]]:
    """Start and parent's start of the units with a number; others are looked through."""
    found: list[tuple[int, int | None]] = []
    for unit in units:
        start = unit.marker_span.start
        printed = unit.marker[:1] not in ("", "#", "—")
        found += [(start, parent)] if printed else []
        found += numbered(unit.children, start if printed else parent)
    return found


@pytest.mark.parametrize("name", NAMES)
def test_places_and_parents(name: str) -> None:
    """Every numbered unit is found where it stands, under the unit that holds it."""
    assert numbered(parsed(name)[1].units) == [node[:2] for node in labelled(name)]


@pytest.mark.parametrize("name", NAMES)
def test_ends(name: str) -> None:
    """Units end where the labels say."""
    document, outline = parsed(name)
    ends = {unit.marker_span.start: unit.span.end for unit in outline.walk()}

    def last(end: int) -> int:
        return len(document.text[:end].rstrip())

    wanted = labelled(name)
    right = sum(1 for start, _, end in wanted if last(ends[start]) == last(end))
    assert right >= ENDS.get(name, 1.0) * len(wanted)


@pytest.mark.parametrize("name", NAMES)
def test_owners(name: str) -> None:
    """Every character between the first unit and the closing words belongs to exactly one unit:
    to its marker, its heading or its own paragraphs."""
    document, outline = parsed(name)
    spans = sorted(
        span
        for unit in outline.walk()
        for span in (unit.marker_span, unit.heading_span, *unit.own)
        if span is not None
    )
    assert all(before.end <= after.start for before, after in pairwise(spans))
    position = outline.units[0].span.start
    for start, end in [*spans, (max(unit.span.end for unit in outline.units), len(document.text))]:
        between = document.normalised(type(spans[0])(position, max(position, start)))
        assert len("".join(between.split())) <= 1, between
        position = end


@pytest.mark.parametrize("name", NAMES)
def test_own_paragraphs_are_whole(name: str) -> None:
    """No own paragraph goes over a paragraph's end."""
    document, outline = parsed(name)
    for unit in outline.walk():
        assert not any("\n" in document.normalised(span) for span in unit.own)
