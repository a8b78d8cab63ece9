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
        # What stands in a bracket behind its whole, and what a sentence parts.
        ("债券本息97.43亿元（本金67.92亿元、利息29.51亿元）。", ["", "债券本息", "债券本息"]),
        ("婴儿死亡率4.0‰（城市3.0‰，农村4.6‰）。", ["", "婴儿死亡率", "婴儿死亡率"]),
        ("支出20亿元（占预算的98%），项目12个（总投资30亿元）。", ["", "", "", ""]),
        (
            "2024年总诊疗量中，三级医院28.7亿人次（占28.3%），未定级医院1.7亿人次（占1.7%）。",
            ["总诊疗量"] * 4,
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


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("住院分娩率99.95%（市99.98%，县99.92%）。", ["住院分娩率", "市住院分娩率", "县住院分娩率"]),
        ("次均费用361元，按当年价格比上年下降0.2%，按可比价格下降0.4%。", ["次均费用"] * 3),
        ("工业增加值按不变价格计算比上年增长5%。", ["工业增加值"]),
        ("二级及以上医院中，65.7%开展预约诊疗，90.4%参与结果互认。", ["开展预约诊疗", "参与结果互认"]),
        ("安装及其他产值3.74亿元，加上税收返还及转移支付等9亿元。", ["安装及其他产值", "税收返还及转移支付"]),
        ("新建及改造道路30公里。", ["道路"]),
        ("提供中医服务的卫生服务中心占同类机构的99.7%。", ["提供中医服务的卫生服务中心"]),
        ("两类人员较上年均有所增加，献血量2692.7万单位。", ["人员", "献血量"]),
        ("日均担负诊疗16.3人次、住院0.6床日。", ["诊疗", "住院"]),
        ("糖尿病等两种慢性病患者健康服务基础上，为10家重点企业量身定制礼包。", ["慢性病患者健康服务", "重点企业"]),
    ],
)
def test_names_of_members_and_of_what_changed(text: str, labels: list[str]) -> None:
    """A bracket, a price basis or a comparison is no part of a name; a noun beside a noun is."""
    assert [figure.label for figure in anchors_of_text(text).figures] == labels
