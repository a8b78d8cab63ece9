"""Readable cases: a unit's text, and what a summary of it must say, may say, or must not say."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest

from tests.engines.extractive.support import HERE, drafts_of

_FRAME = "一、工作情况\n（一）某方面\n{}\n"


class Case(NamedTuple):
    claim: str
    text: str
    told: tuple[str, ...]
    untold: tuple[str, ...]
    status: str
    actor: str
    nobody: str


def _load(path: Path) -> list[Case]:
    cases = []
    for block in path.read_text("utf-8").strip().split("\n\n"):
        claim, *lines = block.splitlines()
        fields: dict[str, list[str]] = {}
        for line in lines:
            name, _, value = line.partition(" ")
            fields.setdefault(name, []).append(value)
        cases.append(
            Case(
                claim.removeprefix("# "),
                fields["text"][0],
                tuple(fields.get("says", ())),
                tuple(fields.get("not", ())),
                fields.get("status", [""])[0],
                fields.get("actor", [""])[0],
                fields.get("noactor", [""])[0],
            )
        )
    return cases


@pytest.mark.parametrize("case", _load(HERE / "data" / "cases.txt"), ids=lambda case: case.claim)
def test_case(case: Case) -> None:
    """The summary of the text says what it must and nothing that it must not."""
    _, drafts = drafts_of(_FRAME.format(case.text))
    (measure,) = drafts.measures.values()
    for words in case.told:
        assert words in measure.summary
    for words in case.untold:
        assert words not in measure.summary
    if case.status:
        assert measure.status.value == case.status
    if case.actor:
        assert case.actor in measure.actors
    if case.nobody:
        assert not any(case.nobody in actor for actor in measure.actors)
