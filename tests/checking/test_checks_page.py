"""The page on the checks says what the code does."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from summarizer.checking import SourceIndex, Statement, check_statement
from summarizer.checking.checks import ABSENT, PRESENT, STATEMENT
from tests.checking.cases import Case, report_of

PAGE = Path(__file__).parents[2] / "docs" / "checks.md"
_BLOCK = re.compile(r"^```\n(原文：.*?)\n```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Example:
    """One example of the page: a case and the findings printed under it."""

    case: Case
    findings: tuple[str, ...]


def _examples() -> list[Example]:
    found = []
    for block in _BLOCK.findall(PAGE.read_text(encoding="utf-8")):
        rows = [line.split("：", 1) for line in block.splitlines()]
        fields = {key: value for key, value in rows if key != "结论"}
        other = fields.get("另处", "组织专题研讨，交流学习体会。")
        case = Case(fields["原文"], fields["摘要"], other=other)
        found.append(Example(case, tuple(value for key, value in rows if key == "结论")))
    return found


@pytest.mark.parametrize("example", _examples(), ids=lambda example: example.case.claim)
def test_an_example_is_what_the_checks_say(example: Example) -> None:
    """Severity, kind and reason under an example are those that the checks give."""
    index = SourceIndex(report_of(example.case))
    found = check_statement(Statement(example.case.claim, index.by_id["1.1.1"]), index).findings
    assert example.findings == tuple(
        f"{finding.severity.value} {finding.kind}｜{finding.reason}" for finding in found
    )


def test_every_check_has_its_place_on_the_page() -> None:
    """The headings are the names of the checks, in the order of the tables."""
    named = re.findall(r"^### (\w+)$", PAGE.read_text(encoding="utf-8"), re.MULTILINE)
    assert named == [check.__name__ for check in (*PRESENT, *ABSENT, *STATEMENT)]
