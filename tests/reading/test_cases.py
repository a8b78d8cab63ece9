"""Readable cases: small texts, each with the outline that is expected of it.

A case starts with `= ` and its claim, then the text, a line `->` and what is expected, one line
each: `1.2 marker | heading ? problem ! … its last words` for a unit (`!` marks a plan), `T` title,
`I` issuer, `D` date of issue, `O` the own paragraphs of a unit by their first words, `N`
furniture, `C` how the closing part begins.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from summarizer.reading import from_text
from summarizer.reading.outline import parse_outline

CASES = Path(__file__).parent / "cases"
LAST_WORDS = 6
CLOSING = 8
OWN = 12


@dataclass(frozen=True, slots=True)
class Case:
    claim: str
    text: str
    expected: tuple[str, ...]


def load(path: Path) -> list[Case]:
    cases = []
    for block in re.split(r"^= ", path.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
        claim, rest = block.split("\n", 1)
        text, expected = rest.split("\n->\n")
        cases.append(Case(claim, text + "\n", tuple(expected.strip("\n").split("\n"))))
    return cases


def described(text: str, wanted: str) -> list[str]:
    """What was read, in the notation of the cases; of the facts, those that `wanted` names."""
    document = from_text(text)
    lines = []
    facts = {"T": document.title, "I": document.issuer, "D": document.issued_on}
    lines += [f"{key} {value}" for key, value in facts.items() if key in wanted]
    for unit in parse_outline(document).walk():
        line = f"{unit.id} {unit.marker}"
        line += f" | {unit.heading}" if unit.heading else ""
        line += f" ? {unit.problem}" if unit.problem else ""
        line += " !" if unit.plan else ""
        lines.append(f"{line} … {document.printed(unit.span)[-LAST_WORDS:].replace(chr(10), '/')}")
        if "O" in wanted and unit.own:
            words = " / ".join(document.printed(span)[:OWN] for span in unit.own)
            lines.append(f"O {unit.id}: {words}")
    if "N" in wanted:
        lines += [
            f"N {document.text[noise.span.start : noise.span.end]}" for noise in document.noise
        ]
    if "C" in wanted:
        rest = "".join(document.text[document.closing :].split())
        lines.append(f"C {rest[:CLOSING]}")
    return lines


@pytest.mark.parametrize(
    "case",
    [
        pytest.param(case, id=f"{path.stem}-{number}")
        for path in sorted(CASES.glob("*.txt"))
        for number, case in enumerate(load(path), start=1)
    ],
)
def test_case(case: Case) -> None:
    """Each case is read as it says."""
    wanted = "".join(line[0] for line in case.expected)
    assert described(case.text, wanted) == list(case.expected), case.claim
