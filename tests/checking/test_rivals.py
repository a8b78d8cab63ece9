"""Words beside a figure that name different things (`lexicons/rivals.toml`)."""

from __future__ import annotations

import tomllib
from itertools import permutations

import pytest

from summarizer.resources import text
from tests.checking.cases import kinds

ROWS = tomllib.loads(text("lexicons", "rivals.toml"))["groups"].strip().splitlines()


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.split()[0])
def test_each_word_of_a_group_excludes_the_others(row: str) -> None:
    """In the example of its group a word is blamed where the source has another, and only there."""
    group, _, example = row.partition("  ")
    for word, other in permutations(group.split(), 2):
        told = example.format(word)
        source = f"某县工作报告\n\n一、工作情况\n\n（一）做法。{told}。组织走访慰问，开展宣讲。\n"
        assert kinds(source, "做法", f"{told}。") == []
        assert kinds(source, "做法", f"{example.format(other)}。") != [], (word, other)
