"""Plans told as results, results told as plans, problems told as neither: a Markdown table.

`python benchmarks/status.py [FOLDER]`; needs nothing but the checkout. The labels
(`tests/data/labels/status.tsv`) were made by reading the texts, not any output; a measure is found
by its first words. FOLDER holds the texts (`tests/data/reports`).
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from pathlib import Path
from typing import NamedTuple

from summarizer.analysis import Analysis, analyse
from summarizer.engines.extractive import ExtractiveEngine
from summarizer.reading import read
from summarizer.vocabulary import Status

DATA = Path(__file__).resolve().parent.parent / "tests" / "data"
_TOLD = {Status.PLANNED: "plan", Status.PROBLEM: "problem"}


class Label(NamedTuple):
    """What a measure tells, by somebody who read it; `start` are its first words as printed."""

    report: str
    start: str
    tells: str


class Row(NamedTuple):
    """The counts of a report. `missing` are labels whose measure was not found."""

    report: str
    labelled: int
    plans: int
    plans_as_results: int
    results: int
    results_as_plans: int
    problems: int
    problems_untold: int
    missing: int


def labels() -> list[Label]:
    """The labels as stored, in their order."""
    lines = (DATA / "labels" / "status.tsv").read_text("utf-8").splitlines()
    return [Label(*line.split("\t")) for line in lines if not line.startswith("#")]


def measure(report: str, wanted: list[Label], folder: Path) -> Row:
    """What the extractive engine tells of the labelled measures of a report."""
    analysis = analyse(read(folder / f"{report}.txt"))
    told = _told(analysis)
    pairs: Counter[tuple[str, str]] = Counter()
    missing = 0
    for label in wanted:
        found = next((tells for start, tells in told if start.startswith(label.start)), None)
        if found is None:
            missing += 1
        else:
            tells = "result" if label.tells == "ongoing" else label.tells
            pairs[tells, found] += 1
    of = Counter({tells: sum(n for (t, _), n in pairs.items() if t == tells) for tells, _ in pairs})
    return Row(
        report,
        len(wanted),
        of["plan"],
        pairs["plan", "result"],
        of["result"],
        pairs["result", "plan"],
        of["problem"],
        of["problem"] - pairs["problem", "problem"],
        missing,
    )


def _told(analysis: Analysis) -> list[tuple[str, str]]:
    """The printed text of every leaf without line ends, and how its measure is told."""
    drafts = ExtractiveEngine().draft_sync(analysis).measures
    return [
        (
            analysis.document.printed(leaf.span).replace("\n", ""),
            _TOLD.get(drafts[leaf.id].status, "result"),
        )
        for leaf in analysis.outline.leaves()
    ]


def main() -> None:
    """Print the table."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else DATA / "reports"
    by_report: dict[str, list[Label]] = defaultdict(list)
    for label in labels():
        by_report[label.report].append(label)
    print("| report | labelled | plans told as results | results told as plans | problems untold |")
    print("|---|---:|---:|---:|---:|")
    for report, wanted in by_report.items():
        row = measure(report, wanted, folder)
        note = f" ({row.missing} not found)" if row.missing else ""
        print(
            f"| {row.report} | {row.labelled}{note} | {row.plans_as_results} of {row.plans} "
            f"| {row.results_as_plans} of {row.results} | {row.problems_untold} of {row.problems} |"
        )


if __name__ == "__main__":
    main()
