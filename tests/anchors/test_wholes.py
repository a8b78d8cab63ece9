"""What the members of a list are measured by."""

from __future__ import annotations

import pytest

from summarizer.analysis import analyse
from summarizer.anchors import anchors_of_text
from summarizer.reading import from_text


@pytest.mark.parametrize(
    ("text", "subjects"),
    [
        # A lead with its rank, a whole with its parts, lines below a lead.
        ("县区投资增速前三名：甲县增长58.3%，乙县增长36.8%。", ["县区投资增速"] * 2),
        ("全市偿还政府债务本息61亿元，其中：市本级44亿元。", ["", "政府债务本息"]),
        ("森林公园24个，其中国家级1个、省级23个。", ["", "森林公园", "森林公园"]),
        ("全市户籍人口262万人，其中男性128万人。", ["", "全市户籍人口"]),
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
        ("可支配收入20505元，其中工资性收入9037元。", ["", "可支配收入"]),
        ("地区生产总值增长5%，其中财政收入增长6%。", ["", ""]),
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
        (
            "住院分娩率99.95%（市99.98%，县99.92%）。",
            ["住院分娩率", "市住院分娩率", "县住院分娩率"],
        ),
        ("次均费用361元，按当年价格比上年下降0.2%，按可比价格下降0.4%。", ["次均费用"] * 3),
        ("工业增加值按不变价格计算比上年增长5%。", ["工业增加值"]),
        (
            "二级及以上医院中，65.7%开展预约诊疗，90.4%参与结果互认。",
            ["开展预约诊疗", "参与结果互认"],
        ),
        (
            "安装及其他产值3.74亿元，加上税收返还及转移支付等9亿元。",
            ["安装及其他产值", "税收返还及转移支付"],
        ),
        ("新建及改造道路30公里。", ["道路"]),
        (
            "支出年初预算为5亿元，调整预算数为7亿元，实际完成6亿元，为调整预算的95%。",
            ["支出年初预算", "支出调整预算数", "支出", "支出"],
        ),
        (
            "加上级补助收入262亿元，加上年结转23亿元，加上税收返还5亿元。",
            ["上级补助收入", "上年结转", "税收返还"],
        ),
        ("加上年结余3亿元，年末滚存结余2亿元。", ["上年结余", "滚存结余"]),
        (
            "增加值20亿元，占GDP比重为40%，增长6%。",
            ["增加值", "增加值占GDP比重", "增加值"],
        ),
        (
            "增加值20亿元，占GDP比重为40%，提高3个百分点。",
            ["增加值", "增加值占GDP比重", "增加值占GDP比重"],
        ),
        ("发现并整改扬尘问题28条。", ["扬尘问题"]),
        (
            "评定休闲街区110家、滑雪旅游度假地7家以及示范基地13家。",
            ["休闲街区", "滑雪旅游度假地", "示范基地"],
        ),
        ("共有在世传承人2241名，参加人次21380万。", ["在世传承人", "参加人次"]),
        (
            "文化事业费367.4亿元，占28.7%，比重提高1.4个百分点。",
            ["文化事业费"] * 2 + ["文化事业费比重"],
        ),
        ("具有高级职称的人员0.8万人。", ["高级职称的人员"]),
        ("各级财政累计投入362.9亿元，组织实施了工程。", ["各级财政投入"]),
        (
            "为29个省份保供煤炭35亿吨，产值相继跨越千亿元、两千亿元大关。",
            ["省份", "保供煤炭", "产值"],
        ),
        ("税收收入预期增长目标为7%以上，地区生产总值预期增长5%。", ["税收收入", "地区生产总值"]),
        ("提供中医服务的卫生服务中心占同类机构的99.7%。", ["提供中医服务的卫生服务中心"]),
        ("两类人员较上年均有所增加，献血量2692.7万单位。", ["人员", "献血量"]),
        ("日均担负诊疗16.3人次、住院0.6床日。", ["诊疗", "住院"]),
        (
            "糖尿病等两种慢性病患者健康服务基础上，为10家重点企业量身定制礼包。",
            ["慢性病患者健康服务", "重点企业"],
        ),
    ],
)
def test_names_of_members_and_of_what_changed(text: str, labels: list[str]) -> None:
    """A bracket, a price basis or a comparison is no part of a name; a noun beside a noun is."""
    assert [figure.label for figure in anchors_of_text(text).figures] == labels


def test_how_a_goal_of_growth_moves() -> None:
    """预期增长目标为7% says what 预期增长7% says; a goal that names no change does not move."""
    for text in ("收入预期增长目标为7%。", "收入增长预期目标定为7%。", "收入年度增长任务为7%。"):
        (figure,) = anchors_of_text(text).figures
        assert (figure.label, figure.direction) == ("收入", "up")
    (figure,) = anchors_of_text("登记失业率控制目标为4%。").figures
    assert figure.direction is None


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("2025年年初代编数1720亿元，加上新增债务3亿元，减去调入资金5亿元。", None),
        ("2010年收入538亿元，五年累计1515亿元。", "2006-01-01/2010-12-31"),
        ("2010年收入538亿元。五年获科技进步奖25项，新增企业9家。", "2006-01-01/2010-12-31"),
        ("2005年投资124亿元，超过1978年到2000年的总和；收入5亿元。", "2005-01-01/2005-12-31"),
        ("从2018年起每年安排3亿元，三年共安排9亿元。", "2018-01-01/2018-12-31"),
        ("2010年产值2095亿元，比2005年增加1028亿元，年均增长12.2%。", "2006-01-01/2010-12-31"),
        ("2010年产值2095亿元，比2005年年均增长12.2%；人均产值4.5万元。", "2010-01-01/2010-12-31"),
        ("2020年预算按不高于2019年支出控制数编制，其中公务接待费13万元。", "2020-01-01/2020-12-31"),
    ],
)
def test_the_time_of_what_is_added_up_or_bounded(text: str, period: str) -> None:
    """A sum of years ends with the year that is told; the year of a bound is another's."""
    assert anchors_of_text(text).figures[-1].period == period


def test_what_is_done_under_a_heading_of_a_span_and_its_first_year() -> None:
    """Behind what speaks of this year, and in all sections, it is of the year."""
    text = (
        "某市政府工作报告\n\n——2026年1月9日在某市人民代表大会上\n\n“十四五”时期发展成就和2025年工作回顾\n"
        "全力做好各项工作。\n“十五五”时期主要目标和2026年重点工作\n"
        "综合实力再上台阶，产值达到9亿元。\n今年是开局之年。产值达到5亿元。\n一、产业\n建成园区3个。\n"
        "二、民生\n建成学校5所。\n"
    )
    periods = [figure.period for figure in analyse(from_text(text)).anchors.figures]
    assert periods[-3:] == ["2026-01-01/2026-12-31"] * 3
    assert periods[0] == "2026-01-01/2030-12-31"
