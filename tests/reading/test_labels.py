"""The labelled reports are read exactly as labelled."""

from __future__ import annotations

import pytest

from summarizer.reading.outline import parse_outline
from summarizer.spans import Range
from tests.reading.samples import NAMES, document, labels


def as_list(span: Range | None) -> list[int] | None:
    return None if span is None else list(span)


@pytest.mark.parametrize("name", NAMES)
def test_units(name: str) -> None:
    """Ids, levels, markers, spans, headings, problems and plans of every unit equal the labels."""
    found = [
        (
            unit.id,
            unit.level,
            unit.marker,
            list(unit.marker_span),
            list(unit.span),
            unit.heading,
            as_list(unit.heading_span),
            unit.problem,
            as_list(unit.problem_span),
            unit.is_leaf and not unit.plan,
        )
        for unit in parse_outline(document(name)).walk()
    ]
    expected = [
        (
            node["id"],
            node["level"],
            node["marker"],
            node["marker_span"],
            [node["start"], node["end"]],
            node["heading"],
            node["heading_span"],
            node["quoted_problem"],
            node["quoted_problem_span"],
            node["is_measure"],
        )
        for node in labels(name)["nodes"]
    ]
    assert found == expected


@pytest.mark.parametrize("name", NAMES)
def test_edges(name: str) -> None:
    """Title, issuer, date, body, closing and furniture equal the labels."""
    read, label = document(name), labels(name)
    assert (read.title, read.issuer, read.issued_on) == (
        label["title"],
        label["issuer"],
        label["issued_on"],
    )
    assert as_list(read.title_span) == label["title_span"]
    assert as_list(read.issuer_span) == label["issuer_span"]
    assert as_list(read.issued_on_span) == label["issued_on_span"]
    assert list(read.body) == label["body_span"]
    assert read.closing == label["closing_span"][0]
    assert [list(noise.span) for noise in read.noise] == label["noise_spans"]


@pytest.mark.parametrize(
    ("name", "facts"),
    [
        ("chengzhong-2025", ("省委第三巡视组", "2024-04-28", "2024-07-27", "2024-10-24")),
        ("kuiwen-2020", ("省委第四巡视组", "2019-09-20", "2019-12-10", "2020-03-25")),
        ("xining-2025", ("省委第四巡视组", "2024-04-28", "2024-07-29", "2024-10-23")),
    ],
)
def test_inspection(name: str, facts: tuple[str, ...]) -> None:
    """The inspection is read from the lead paragraph, across line ends."""
    found = document(name).inspection
    assert found is not None
    assert (found.inspectors, found.first, found.last, found.feedback_on) == facts


def test_oddities() -> None:
    """The one marker printed twice is reported, and running numbers are in order."""
    oddities = {name: parse_outline(document(name)).oddities for name in NAMES}
    assert [
        (name, odd.kind, odd.unit_id, odd.marker, odd.expected)
        for name in NAMES
        for odd in oddities[name]
    ] == [("chengzhong-2025", "repeat", "2.3.3", "二是", "三是")]
