"""The page on the checks names what the code decides."""

from __future__ import annotations

import re
from pathlib import Path

from summarizer.checking.statement import ANCHORED, WORDED

PAGE = Path(__file__).parents[2] / "docs" / "checks.md"


def test_every_decision_has_its_row_on_the_page() -> None:
    """The table's first column names the decisions of the tables in the code, none else."""
    rows = re.findall(r"^\| (`\w+`(?:, `\w+`)*) \|", PAGE.read_text(encoding="utf-8"), re.MULTILINE)
    named = {name for row in rows for name in re.findall(r"`(\w+)`", row)}
    assert named == {decide.__name__ for decide in (*ANCHORED, *WORDED)}
