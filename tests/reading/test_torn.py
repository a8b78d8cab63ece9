"""Prose with every number on a line of its own is prose; cells and page numbers are not."""

from __future__ import annotations

import re

import pytest

from summarizer.analysis import analyse
from summarizer.reading import from_text, read
from tests.reading.test_formats import REPORT

PROSE = """应急管理部关于事故情况的通报

2018年6月15日，某市某公司发生中毒事故，造成3人死亡、2人受伤，直接经济损失350万元。
2018年以来，全国共发生事故26起、死亡71人，同比分别增加4起、15人。
一、事故情况

某公司清理污水池时，4名作业人员未经审批进入池内，其中2人当场死亡。
二、有关要求

（一）各地区要认真吸取教训，于7月31日前完成1次全面排查。
（二）各单位要在30日内整改12.5%的设备。
"""


def torn(text: str) -> str:
    return re.sub(r"(?<=.)(?=\d)(?<![\d.])|(?<=\d)(?![\d.\n])", "\n", text)


def shape(text: str) -> list[tuple[object, ...]]:
    analysis = analyse(from_text(text))
    units = [(unit.id, unit.heading) for unit in analysis.outline.walk()]
    found = analysis.anchors
    return [*units, *(f.value for f in found.figures), *(d.first for d in found.dates)]


def test_the_same_report_with_and_without_line_ends_around_numbers() -> None:
    assert torn(PROSE).count("\n") > 3 * PROSE.count("\n") // 2
    assert shape(torn(PROSE)) == shape(PROSE)


def test_a_whole_report_torn_around_its_numbers() -> None:
    text = read(REPORT).text
    found, again = (analyse(from_text(told)).anchors.figures for told in (text, torn(text)))
    assert [f.value for f in again] == [f.value for f in found]


@pytest.mark.parametrize(
    "text",
    [
        "一、生产\n\n主要产品产量如下。\n\n产品\n产量\n粮食\n76\n油料\n12\n猪肉\n15.5\n牛肉\n3\n羊肉\n2\n",
        "一、生产\n\n产品\n产量\n增长\n粮食\n76\n1.2\n油料\n12\n2.5\n猪肉\n15\n3.1\n",
    ],
)
def test_cells_that_stand_one_a_line_stay_cells(text: str) -> None:
    document = from_text(text)
    assert document.tables or not analyse(document).anchors.figures


def test_page_numbers_join_nothing() -> None:
    pages = "".join(f"全市各项工作扎实推进，取得明显成效。\n{n}\n" for n in range(1, 9))
    text = f"一、工作\n\n{pages}"
    assert not analyse(from_text(text)).anchors.figures


NUMBERED = "某市2025年统计公报\n\n" + "".join(
    f"0{place}\n{name}\n全年{name}增加值{place}3.5亿元，比上年增长5.{place}%，占地区生产总值的比重为1{place}%。\n"
    for place, name in enumerate(("农业", "工业和建筑业", "服务业", "固定资产投资"), 1)
)


def test_headings_below_their_numbers_are_parts() -> None:
    """01 and its heading on lines of their own, as posts of offices print them."""
    units = analyse(from_text(NUMBERED)).outline.units
    assert [(unit.marker, unit.heading) for unit in units] == [
        ("01", "农业"),
        ("02", "工业和建筑业"),
        ("03", "服务业"),
        ("04", "固定资产投资"),
    ]
