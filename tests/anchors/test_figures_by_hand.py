"""Labels, periods, roles and bounds against figures that a reader told from the text alone."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]
LABELLED = sorted((ROOT / "tests" / "data" / "labels").glob("*.figures.txt"))


def _benchmark() -> ModuleType:
    path = ROOT / "benchmarks" / "figures.py"
    spec = importlib.util.spec_from_file_location("figures_benchmark", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("path", LABELLED, ids=lambda path: path.name.partition(".")[0])
def test_figures_by_hand(path: Path) -> None:
    """At most 5 of 100 labels, periods, roles and bounds differ from what a reader gave."""
    benchmark = _benchmark()
    pairs = list(benchmark.paired(path))
    assert all(figure is not None for _, figure in pairs)
    for field in benchmark.FIELDS:
        wrong = [
            (want.text, benchmark.told(figure, field))
            for want, figure in pairs
            if benchmark.told(figure, field) not in getattr(want, field)
        ]
        assert len(wrong) <= len(pairs) // 20, (field, wrong)
