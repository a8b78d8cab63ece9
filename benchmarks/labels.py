"""Precision and recall of the anchors against hand-labelled reports.

    python benchmarks/labels.py [--verbose] [REPORT ...]

A figure, date or title is right when its span is, a figure also in value and unit, a date in its
interval. Entries that the labels call borderline or relative are neither required nor wrong.
"""

from __future__ import annotations

import argparse
import json
from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any

from summarizer.anchors import extract_anchors
from summarizer.anchors.records import Anchors
from summarizer.reading import read

DATA = Path(__file__).resolve().parents[1] / "tests" / "data"
Entry = dict[str, Any]
Key = tuple[Any, ...]
KINDS = ("figures", "dates", "titles")


@dataclass
class Score:
    """What was found, missed and invented for one kind."""

    right: int = 0
    missed: list[Key] = field(default_factory=list)
    wrong: list[Key] = field(default_factory=list)

    @property
    def precision(self) -> float:
        """Share of what was found that is right; 1 where nothing was found."""
        found = self.right + len(self.wrong)
        return self.right / found if found else 1.0

    @property
    def recall(self) -> float:
        """Share of the labels that was found; 1 where there are none."""
        wanted = self.right + len(self.missed)
        return self.right / wanted if wanted else 1.0


def interval(first: str, last: str | None) -> tuple[str, str]:
    """The days of a label's `from` and `to`, of which each may be a year, a month or a day."""
    start, end = first, last or first
    start += {4: "-01-01", 7: "-01"}.get(len(start), "")
    if len(end) == 4:
        end += "-12-31"
    elif len(end) == 7:
        end += f"-{monthrange(int(end[:4]), int(end[5:]))[1]:02d}"
    return start, end


def wanted(labels: Entry) -> dict[str, dict[Key, Entry]]:
    """The labels that must be found, by key."""
    figures = {
        (f["start"], f["end"], Decimal(str(f["abs_value"])).normalize(), f["base_unit"]): f
        for f in labels["figures"]
        if not f.get("borderline")
    }
    dates = {(d["start"], d["end"], *interval(d["from"], d["to"])): d for d in labels["dates"]}
    titles = {(t["start"], t["end"]): t for t in labels["titles"]}
    return {"figures": figures, "dates": dates, "titles": titles}


def found(anchors: Anchors) -> dict[str, dict[Key, str]]:
    """The anchors by key; what is no quantity, relative dates and what is no date are left out."""
    figures: dict[Key, str] = {
        (*f.span, f.value.normalize(), f.unit): f.text for f in anchors.figures if not f.non_quantity
    }
    dates: dict[Key, str] = {
        (*d.span, d.first, d.last): d.text for d in anchors.dates if not d.non_date
    }
    titles: dict[Key, str] = {tuple(t.span): t.text for t in anchors.titles}
    return {"figures": figures, "dates": dates, "titles": titles}


def excused(labels: Entry) -> dict[str, list[tuple[int, int]]]:
    """Ranges in which nothing is required and nothing is wrong."""

    def spans(entries: Iterable[Entry]) -> list[tuple[int, int]]:
        return [(entry["start"], entry["end"]) for entry in entries]

    borderline = [f for f in labels["figures"] if f.get("borderline")]
    return {
        "figures": spans([*labels["figures_borderline"], *borderline]),
        "dates": spans([*labels["relative_dates"], *labels["dates_borderline"]]),
        "titles": [],
    }


def score(labels: Entry, anchors: Anchors) -> dict[str, Score]:
    """The score of each kind."""
    want, have, free = wanted(labels), found(anchors), excused(labels)
    scores: dict[str, Score] = {}
    for kind in KINDS:
        result = scores[kind] = Score()
        result.right = len(want[kind].keys() & have[kind].keys())
        result.missed = sorted(want[kind].keys() - have[kind].keys(), key=str)
        result.wrong = sorted(
            (
                key
                for key in have[kind].keys() - want[kind].keys()
                if not any(key[0] < end and start < key[1] for start, end in free[kind])
            ),
            key=str,
        )
    return scores


def score_report(name: str) -> tuple[str, dict[str, Score]]:
    """The decoded text of a labelled report and its scores."""
    labels = json.loads((DATA / "labels" / f"{name}.anchors.json").read_text("utf-8"))
    document = read(DATA / "reports" / f"{name}.txt")
    return document.text, score(labels, extract_anchors(document.view, document=document))


def main() -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("reports", nargs="*")
    parser.add_argument("--verbose", action="store_true", help="print what was missed or invented")
    options = parser.parse_args()
    names = options.reports or sorted(
        path.name.removesuffix(".anchors.json") for path in (DATA / "labels").glob("*.anchors.json")
    )
    print(f"{'report':<20}{'kind':<10}{'labels':>8}{'precision':>11}{'recall':>9}")
    for name in names:
        text, scores = score_report(name)
        for kind, result in scores.items():
            total = result.right + len(result.missed)
            print(f"{name:<20}{kind:<10}{total:>8}{result.precision:>11.3f}{result.recall:>9.3f}")
            for title, keys in (("missed", result.missed), ("wrong", result.wrong)):
                for key in keys if options.verbose else ():
                    around = text[max(0, key[0] - 12) : key[1] + 8].replace("\n", "⏎")
                    print(f"    {title} {key} {around}")


if __name__ == "__main__":
    main()
