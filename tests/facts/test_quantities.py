"""Quantities of cells: the reading of a form is that of each of its cells."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import pytest

from summarizer.anchors.records import Figure
from summarizer.facts import quantities
from summarizer.facts.quantities import Quantities
from summarizer.spans import Range

NAMES = ("", "东区", "粮食产量", "比上年增长", "占比", "新增就业", "不超过", "降低", "2023年")
HEADS = ("", "产量", "比上年增减", "占全市比重", "增长", "占", "目标", "户均")
NUMBERS = ("7", "35", "-3.5", "2,235", "12.25", "1980.5", "0.5", "2024", "10", "100", "68,400")
UNITS = ("", "%", "万元", "人", "个百分点", "吨以上", "元/户", "年", "日")


def core(figure: Figure | None) -> Figure | None:
    """A figure without what the table tells in place of the sentence."""
    if figure is None:
        return None
    nowhere = Range(0, 0)
    return replace(
        figure, span=nowhere, text="", label=None, label_place=None, period=None, period_span=None,
        period_from="none", subject=(), non_quantity=False,
    )  # fmt: skip


CASES = list(product(NAMES, HEADS))


@pytest.mark.parametrize(("name", "head"), CASES)
def test_a_cell_is_read_as_its_sentence(name, head):
    """What stood in the table before a cell, or was read of its name alone, changes nothing."""
    table = Quantities()
    for unit, number in product(UNITS, NUMBERS):
        alone = quantities._said(name + head, f"{number}{unit}")
        assert core(table.said(name, head, f"{number}{unit}")) == core(alone)
