"""Indicators and periods of figures against those that a reader gave them.

`python benchmarks/indicators.py [--verbose]`. `tests/data/labels/indicators.txt` lists figures of
the bundled reports in the order of each text. Recall is the share of the labelled figures that are
given the right name or period; precision the same share of those that are given any.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "benchmarks"))

from figures import interval  # noqa: E402 (benchmarks are scripts beside each other)

from summarizer.analysis import analyse  # noqa: E402
from summarizer.anchors.records import Figure  # noqa: E402
from summarizer.facts.indicator import Indicators  # noqa: E402
from summarizer.reading import read  # noqa: E402

DATA = ROOT / "tests" / "data"
Row = tuple[str, str, frozenset[str], frozenset[str], str | None, str | None]


def compared() -> list[Row]:
    """Report, text, the right names and periods, and what was found (None: nothing)."""
    rows: list[Row] = []
    figures: list[Figure] = []
    report, position, names = "", 0, Indicators()
    for line in (DATA / "labels" / "indicators.txt").read_text("utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        name, text, indicator, period = (part.strip() for part in line.split(" ; "))
        if name != report:
            document = read(DATA / "reports" / f"{name}.txt")
            figures = sorted(analyse(document).anchors.figures, key=lambda f: f.span.start)
            report, position, names = name, 0, Indicators(document.issuer, document.title)
        places = range(position, len(figures))
        at = next((i for i in places if figures[i].text.startswith(text)), None)
        found = None if at is None else figures[at]
        position = position if at is None else at + 1
        periods = frozenset(map(interval, period.split("|")))
        rows.append(
            (
                name,
                text,
                frozenset(indicator.split("|")),
                periods,
                None if found is None else names.of(found),
                None if found is None else found.period,
            )
        )
    return rows


def shares(wanted: list[frozenset[str]], found: list[str | None]) -> tuple[float, float]:
    """Precision and recall."""
    right = sum(one in many for many, one in zip(wanted, found, strict=True))
    given = sum(one is not None for one in found)
    return right / max(given, 1), right / len(wanted)


def main() -> None:
    """Prints the shares."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--verbose", action="store_true", help="print what differs")
    verbose = parser.parse_args().verbose
    rows = compared()
    for name, want, got in (("indicator", 2, 4), ("period", 3, 5)):
        precision, recall = shares([row[want] for row in rows], [row[got] for row in rows])
        print(f"{name:<12}{len(rows):>4} figures  precision {precision:.1%}  recall {recall:.1%}")
        for row in rows if verbose else []:
            if row[got] not in row[want]:
                print(f"  {row[0]} {row[1]}: {'|'.join(sorted(row[want]))}, found {row[got]}")


if __name__ == "__main__":
    main()
