"""How well outlines are read: against labels by hand, and whether every figure has an owner.

    python benchmarks/outline.py [--verbose] [REPORT ...]

Without arguments, every report that has a labelled outline. `place` is F1 over where units begin,
`nesting` over a unit and its parent (headings and dashes without a number have no label, so they are
looked through), `end` over a unit and its last character. `owned` is the share of the body's figures
that lie in the own text or the heading of exactly one unit; for a report without labels that is
all there is to say.
"""

from __future__ import annotations

import argparse
import json
from bisect import bisect_left
from dataclasses import dataclass
from pathlib import Path

from summarizer.anchors import extract_anchors
from summarizer.reading import read
from summarizer.reading.document import Document
from summarizer.reading.outline import Unit, parse_outline
from summarizer.spans import Range

DATA = Path(__file__).resolve().parents[1] / "tests" / "data"
Node = tuple[int, int | None, int]


@dataclass(frozen=True, slots=True)
class Score:
    """F1 over places, over places with their parents, and over places with their ends."""

    place: float
    nesting: float
    end: float


def f1(found: set[object], wanted: set[object]) -> float:
    """The harmonic mean of precision and recall; 1 where nothing is wanted and nothing found."""
    total = len(found) + len(wanted)
    return 2 * len(found & wanted) / total if total else 1.0


def labelled(path: Path) -> list[Node]:
    """The units of a label file as start, the parent's start, end."""
    rows = json.loads(path.read_text(encoding="utf-8"))["units"]
    starts = {unit_id: start for unit_id, _, start, _ in rows}
    return [(start, starts.get(unit_id.rpartition(".")[0]), end) for unit_id, _, start, end in rows]


def outlined(units: tuple[Unit, ...], parent: int | None = None) -> list[Node]:
    """The units that have a printed number, as start, the parent's start, end."""
    nodes: list[Node] = []
    for unit in units:
        start = unit.marker_span.start
        printed = bool(unit.marker) and unit.marker[0] not in "#—"
        if printed:
            nodes.append((start, parent, unit.span.end))
        nodes += outlined(unit.children, start if printed else parent)
    return nodes


def score(document: Document, found: list[Node], wanted: list[Node]) -> Score:
    """How far two outlines of one document agree; white space at an end is no difference."""

    def ends(nodes: list[Node]) -> set[object]:
        return {(start, len(document.text[:end].rstrip())) for start, _, end in nodes}

    return Score(
        place=f1({node[0] for node in found}, {node[0] for node in wanted}),
        nesting=f1({node[:2] for node in found}, {node[:2] for node in wanted}),
        end=f1(ends(found), ends(wanted)),
    )


def owned(document: Document, units: tuple[Unit, ...]) -> tuple[int, list[Range]]:
    """The number of the body's figures, and the places of those without one owner."""
    ranges: list[Range] = []
    for top in units:
        for unit in top.walk():
            ranges += unit.own
            ranges += [unit.heading_span] if unit.heading_span else []
    ranges.sort()
    starts = [span.start for span in ranges]
    figures = [
        figure.span
        for figure in extract_anchors(document.view, document=document).figures
        if not figure.non_quantity and document.body.start <= figure.span.start < document.closing
    ]
    lost = []
    for span in figures:
        place = bisect_left(starts, span.start + 1) - 1
        if place < 0 or not span.end <= ranges[place].end:
            lost.append(span)
    return len(figures), lost


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("reports", nargs="*", type=Path)
    parser.add_argument("--verbose", action="store_true", help="print what differs")
    options = parser.parse_args()
    labels = sorted((DATA / "outlines").glob("*.json"))
    paths = options.reports or [DATA / "reports" / f"{path.stem}.txt" for path in labels]
    print(f"{'report':32} place nesting   end  owned figures units")
    for path in paths:
        document = read(path)
        units = parse_outline(document).units
        found = outlined(units)
        label = DATA / "outlines" / f"{path.stem}.json"
        wanted = labelled(label) if label.exists() else None
        figures, lost = owned(document, units)
        share = 1 - len(lost) / figures if figures else 1.0
        shown = "    —       —     —"
        if wanted is not None:
            result = score(document, found, wanted)
            shown = f"{result.place:5.3f}   {result.nesting:5.3f} {result.end:5.3f}"
        print(f"{path.stem:32} {shown}  {share:5.3f} {figures:7} {len(found):5}")
        if options.verbose:
            for span in lost:
                print(f"    no owner: {document.text[max(0, span.start - 20) : span.end]!r}")
            told = {node[:2]: node for node in found}
            known = {node[:2]: node for node in wanted or []}
            for sign, mine, theirs in (("+", told, known), ("-", known, told)):
                for key in sorted(set(mine) - set(theirs) if wanted else (), key=str):
                    start, parent, _ = mine[key]
                    above = "top" if parent is None else document.text[parent : parent + 8]
                    print(f"    {sign} {document.text[start : start + 24]!r} below {above!r}")
            if wanted is not None:
                right = {node[0]: node[2] for node in wanted}
                for start, _, end in found:
                    if start in right and right[start] != end:
                        low, high = sorted((right[start], end))
                        side = "long" if end == high else "short"
                        between = document.text[low:high].strip()
                        if between:
                            print(
                                f"    {side}: {document.text[start : start + 12]!r} {between[:40]!r}"
                            )


if __name__ == "__main__":
    main()
