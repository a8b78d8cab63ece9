"""Every group of words that exclude each other has an example; each of them is run."""

from __future__ import annotations

import tomllib
from typing import Any

import pytest

from summarizer.analysis import analyse
from summarizer.checking import SourceIndex, Statement, check_statement
from summarizer.reading import from_text
from summarizer.resources import text

ROWS = [row for rows in tomllib.loads(text("lexicons", "contrasts.toml")).values() for row in rows]
REPORT = """某市工作报告

一、基本情况

（一）主要做法。{source}。组织乡镇干部走访两千余户居民。

（二）其他工作。完善村级议事规则，开展消防演练。
"""


def _told(source: str, claim: str) -> list[str]:
    report = REPORT.format(source=source)
    index = SourceIndex(analyse(from_text(report)))
    unit = index.unit_at(report.index(source))
    found = check_statement(Statement(f"{claim}。", unit), index).findings
    return [finding.kind for finding in found if finding.severity != "note"]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["claim"])
def test_the_example_of_a_group_is_told(row: dict[str, Any]) -> None:
    """The claim is blamed with the kind of its group, the source told in its own words is not."""
    assert row["kind"] in _told(row["source"], row["claim"])
    assert _told(row["source"], row["source"]) == []


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["claim"])
def test_words_of_one_step_are_interchanged_freely(row: dict[str, Any]) -> None:
    """Of a step with several words each may stand for the others."""
    for step in row["steps"]:
        for word in step[1:]:
            source, claim = f"本年{step[0]}开展的工作推进顺利", f"本年{word}开展的工作推进顺利"
            assert row["kind"] not in _told(source, claim), (step[0], word)
