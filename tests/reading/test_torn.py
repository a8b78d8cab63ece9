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


LONG = "各部门认真贯彻决策部署，坚持以专项行动为统领，聚焦实际需求，全力抓好帮扶工作。" * 4
WRAPPED = "贵山市人力资源和社会保障事业发展统计公报\n" + "".join(
    f"{LONG}\n{LONG}\n{LONG}\n全年{name}新增就业12.6万人，比上年增加1.3万人，城镇失业\n"
    "人员再就业5.4万人，就业困难人员就业1.7万人。年末实名登\n记失业率为3.2%。\n\n"
    f"图 {place}  {name}就业困难人员的就业情况\n\n年末全市共有服务机构63家，从业人员1.5万人。\n"
    for place, name in enumerate(("城镇", "农村", "东部", "西部", "山区", "平原", "盆地"), 1)
)


def test_wrapped_lines_among_whole_paragraphs_go_on() -> None:
    """A text may mix lines of one width with paragraphs in a line; a caption goes on in neither."""
    view = from_text(WRAPPED).view.text
    assert view.count("城镇失业人员再就业5.4万人") == 7
    assert view.count("年末实名登记失业率为3.2%。") == 7
    assert "情况年末" not in view
    assert view.count("\n各部门认真贯彻") == view.count("帮扶工作。\n") == 21
