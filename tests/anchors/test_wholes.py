"""What the members of a list are measured by."""

from __future__ import annotations

import pytest

from summarizer.anchors import anchors_of_text


@pytest.mark.parametrize(
    ("text", "subjects"),
    [
        # A lead with its rank, a whole with its parts, lines below a lead.
        ("县区投资增速前三名：甲县增长58.3%，乙县增长36.8%。", ["县区投资增速"] * 2),
        (
            "电站建设总规模3660万千瓦，其中水电1560万千瓦、火电900万千瓦。",
            ["", "电站建设总规模", "电站建设总规模"],
        ),
        (
            "全国发电量3620亿度，增长3%。其中，水电700亿度，增加118亿度。",
            ["", "", "全国发电量", "全国发电量"],
        ),
        ("各部门的投资如下：\n冶金工业175亿元\n机械工业28亿元\n商业62亿元\n", ["各部门的投资"] * 3),
        ("主要产品的生产量为：\n自行车3300万辆\n缝纫机1400万架\n", ["产品的生产量"] * 2),
        # A row of changes, whose first member prints the measure.
        (
            "采矿业增加值增长9.9%，制造业增长11.2%，电力、热力生产和供应业下降1.0%。",
            ["", "增加值", "增加值"],
        ),
        (
            "居民消费价格上涨2%，占比3%。第一产业投资增长22.5%，第二产业投资增长9%。",
            ["", "", "", ""],
        ),
        # What has a measure of its own is a member of nothing, and a sentence ends a list.
        ("投资增速前三名：甲县投资5亿元。乙县增长3%。", ["", ""]),
        ("总用水量6.3亿立方米，其中农业用水4亿立方米。工业用水0.8亿立方米。", ["", "总用水量", ""]),
        ("现场会要求：甲县完成投资5亿元，建设学校3所。", ["", ""]),
    ],
)
def test_a_member_is_told_with_what_it_is_measured_by(text: str, subjects: list[str]) -> None:
    """Its label stays its own name; what the lead or the whole measures is its subject."""
    figures = anchors_of_text(text).figures
    told = ["".join(figure.subject) for figure in figures if not figure.non_quantity]
    assert told[-len(subjects) :] == subjects
