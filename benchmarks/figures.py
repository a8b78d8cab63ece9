"""Labels, periods, roles and bounds of figures against those read by hand.

`python benchmarks/figures.py [--verbose]`. Each `tests/data/labels/*.figures.txt` lists figures of
the excerpt of its name in the order of the text, with the indicator's name, the period, the role
and the bound that a reader gave them without looking at any output.
"""

from __future__ import annotations

import argparse
from calendar import monthrange
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from summarizer.anchors import extract_anchors
from summarizer.anchors.records import Figure
from summarizer.reading import read

DATA = Path(__file__).resolve().parents[1] / "tests" / "data"
FIELDS = ("label", "period", "role", "bound")


class Wanted(NamedTuple):
    """A figure as read by hand; each field is the set of the answers that are right."""

    text: str
    label: frozenset[str]
    period: frozenset[str]
    role: frozenset[str]
    bound: frozenset[str]


def wanted(path: Path) -> list[Wanted]:
    """The figures of a label file."""
    found = []
    for line in path.read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            text, *fields = (field.strip() for field in line.split(" ; "))
            label, period, role, bound = (frozenset(field.split("|")) for field in fields)
            found.append(Wanted(text, label, frozenset(map(interval, period)), role, bound))
    return found


def interval(period: str) -> str:
    """The ISO interval of a year or a month; `none` where no period is expected."""
    if period == "none" or "/" in period:
        return period
    if len(period) == 4:
        return f"{period}-01-01/{period}-12-31"
    last = monthrange(int(period[:4]), int(period[5:]))[1]
    return f"{period}-01/{period}-{last:02d}"


def paired(path: Path) -> Iterator[tuple[Wanted, Figure | None]]:
    """Each labelled figure with the one that was read in its place, in order."""
    (source,) = (DATA / "excerpts").glob(path.name.removesuffix(".figures.txt") + ".*")
    document = read(source)
    figures = list(extract_anchors(document.view, document=document).figures)
    position = 0
    for want in wanted(path):
        places = range(position, len(figures))
        index = next((i for i in places if figures[i].text == want.text), None)
        yield want, figures[index] if index is not None else None
        position = index + 1 if index is not None else position


def told(figure: Figure, field: str) -> str:
    """A field of a figure as the label files tell it."""
    value = getattr(figure, field)
    return "none" if value is None else str(value)


def main() -> None:
    """Prints the shares."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--verbose", action="store_true", help="print what differs")
    options = parser.parse_args()
    print(f"{'excerpt':<20}{'figures':>8}{'found':>8}" + "".join(f"{f:>8}" for f in FIELDS))
    for path in sorted((DATA / "labels").glob("*.figures.txt")):
        pairs = list(paired(path))
        right = dict.fromkeys(FIELDS, 0)
        for want, figure in pairs:
            for field in FIELDS:
                if figure is not None and told(figure, field) in getattr(want, field):
                    right[field] += 1
                elif options.verbose:
                    got = told(figure, field) if figure is not None else "not found"
                    print(f"    {want.text} {field}: {got}, not {'|'.join(getattr(want, field))}")
        found = sum(figure is not None for _, figure in pairs)
        shares = "".join(f"{right[field] / len(pairs):>8.3f}" for field in FIELDS)
        print(f"{path.name.partition('.')[0]:<20}{len(pairs):>8}{found:>8}{shares}")


if __name__ == "__main__":
    main()
