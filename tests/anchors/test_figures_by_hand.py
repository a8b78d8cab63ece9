"""Labels, periods, roles and bounds against figures that a reader told from the text alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.anchors.benchmarks import benchmark

ROOT = Path(__file__).resolve().parents[2]
LABELLED = sorted((ROOT / "tests" / "data" / "labels").glob("*.figures.txt"))


@pytest.mark.parametrize("path", LABELLED, ids=lambda path: path.name.partition(".")[0])
def test_figures_by_hand(path: Path) -> None:
    """At most 5 of 100 labels, periods, roles and bounds differ from what a reader gave."""
    measured = benchmark("figures")
    pairs = list(measured.paired(path))
    assert all(figure is not None for _, figure in pairs)
    for field in measured.FIELDS:
        wrong = [
            (want.text, measured.told(figure, field))
            for want, figure in pairs
            if measured.told(figure, field) not in getattr(want, field)
        ]
        assert len(wrong) <= len(pairs) // 20, (field, wrong)
