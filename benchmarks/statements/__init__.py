"""Statements about texts that were measured before anybody had read them; README.md tells of them."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from summarizer.analysis import analyse
from summarizer.checking import SourceIndex, Statement, check_text
from summarizer.checking.case import case_of
from summarizer.checking.statement import check_case
from summarizer.reading import read
from summarizer.vocabulary import Severity

HERE = Path(__file__).parent
ROUNDS = sorted(path.name for path in HERE.iterdir() if path.name.isdigit())
_NO_CLAIMS = frozenset(("omitted", "located", "undecided", "unread"))


class Fault(NamedTuple):
    """One edit of a right statement: `sort` is `det` (figures, dates, titles) or `worded`."""

    base: int
    sort: str
    what: str
    statement: Statement


class Told(NamedTuple):
    """A text with the right statements about it, by number, and the faults in them."""

    name: str
    source: SourceIndex
    right: dict[int, Statement]
    faults: list[Fault]


def load(rounds: Sequence[str]) -> Iterator[Told]:
    """The texts of some rounds, all without any; each analysed once a round."""
    for path in sorted(HERE.glob("*/*.jsonl")):
        if (rounds and path.parent.name not in rounds) or path.stem.endswith(".faults"):
            continue
        index = SourceIndex(analyse(read(_text(path.stem))))
        rows = {row["n"]: row for row in _rows(path)}
        right = {n: _statement(index, row, row["summary"]) for n, row in rows.items()}
        faults = [
            Fault(
                row["base"],
                row["class"],
                row["what"],
                _statement(index, rows[row["base"]], row["summary"]),
            )
            for row in _rows(path.with_suffix(".faults.jsonl"))
        ]
        yield Told(f"{path.parent.name}/{path.stem}", index, right, faults)


def _text(name: str) -> Path:
    """A text, which several rounds may tell of; those of the tests are used too."""
    found = next(HERE.glob(f"*/{name}.txt"), None)
    return found or HERE.parents[1] / "tests" / "data" / "reports" / f"{name}.txt"


def _rows(path: Path) -> list[dict[str, Any]]:
    """The rows of a file; of one that is not there none."""
    if not path.exists():
        return []
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def _statement(index: SourceIndex, row: dict[str, Any], text: str) -> Statement:
    """A statement about the smallest unit that holds its passage, else about the whole text."""
    begin, end = row["start"] + 2, row["end"] - 3  # blanks and a full stop may be the passage's own
    held = [u for u in index.units if u.span.start <= begin and u.span.end >= end]
    unit = min(held, key=lambda u: u.span.end - u.span.start, default=None)
    if unit is None:
        return Statement(text, None, "overview")
    return Statement(text, unit, "measure" if unit.is_leaf else "section")


def told_of(statement: Statement, index: SourceIndex) -> list[Any]:
    """The errors and warnings about a statement; an index would know what it was asked before."""
    return _loud(check_case(case_of(statement, index)).findings)


def _loud(findings: Sequence[Any]) -> list[Any]:
    return [
        finding
        for finding in findings
        if finding.severity is not Severity.NOTE and finding.kind not in _NO_CLAIMS
    ]


def score(told: Told, verbose: bool = False) -> Counter[str]:
    """How many right statements are blamed, and how many faults in unblamed ones are told."""
    counts: Counter[str] = Counter(right=len(told.right))
    quiet = set()
    for number, statement in told.right.items():
        findings = told_of(statement, told.source)
        if not findings:
            quiet.add(number)
            continue
        errors = any(finding.severity is Severity.ERROR for finding in findings)
        counts["error" if errors else "warning"] += 1
        if verbose:
            reasons = "; ".join(finding.reason for finding in findings)
            print(f"blamed {told.name} {number}: {statement.text}\n    {reasons}")
    for fault in told.faults:
        if fault.base in quiet:
            found = bool(told_of(fault.statement, told.source))
            counts[fault.sort] += 1
            counts[f"{fault.sort} told"] += found
            if verbose and not found:
                print(f"missed {told.name} {fault.sort} {fault.what}: {fault.statement.text}")
    return counts


class Answer(NamedTuple):
    """A chat model's whole answer: findings on it, and how many of ten planted errors are told."""

    name: str
    errors: int
    warnings: int
    told: int
    planted: int


def answers(rounds: Sequence[str]) -> Iterator[Answer]:
    """The chat answers of some rounds, as they were written and with errors planted."""
    for path in sorted(HERE.glob("*/*.chat.md")):
        if rounds and path.parent.name not in rounds:
            continue
        stem = path.name.removesuffix(".chat.md")
        analysis = analyse(read(path.with_name(f"{stem}.txt")))
        right = _loud(check_text(path.read_text("utf-8"), analysis).findings)
        errors = sum(finding.severity is Severity.ERROR for finding in right)
        wrong = path.with_name(f"{stem}.chat.faults.md").read_text("utf-8")
        planted = json.loads(path.with_name(f"{stem}.chat.faults.json").read_text("utf-8"))
        spans = [f.span_in_summary for f in _loud(check_text(wrong, analysis).findings)]
        told = 0
        for fault in planted:
            at = wrong.index(fault["what"])
            end = at + len(fault["what"])
            told += any(s is not None and s.start < end and at < s.end for s in spans)
        name = f"{path.parent.name}/{stem}"
        yield Answer(name, errors, len(right) - errors, told, len(planted))
