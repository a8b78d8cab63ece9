"""The notation of outlines, case by case."""

from __future__ import annotations

import pytest

from summarizer.reading import from_text
from summarizer.reading.outline import Outline, parse_outline


def outline(text: str) -> Outline:
    return parse_outline(from_text(text))


def markers(text: str) -> list[str]:
    return [f"{unit.id} {unit.marker}" for unit in outline(text).walk()]


@pytest.mark.parametrize(
    "text",
    [
        "区委第一时间召开会议，落实第一责任人责任。",
        "新建第二、第三两所学校，做到一是一、二是二。",
        "增强“四个意识”，融入一带一路，1—5月份办结12件。",
        "市委提出“一是抓项目。二是抓作风。”的要求。",
        "印发《一是抓落实。二是见成效》一书。",
        "7.796亿条数据已归集。\n94.17%的事项网上可办。\n1.2公里道路已建成。",
        "形成一级抓一级的体系，十一是吉数，这是任务之一是好事。",
        "1+7+N方案已出台。十一届全会召开。2025年继续。",
        "第二，没有第一就不是列举。",
        "首先要学懂弄通。",
    ],
)
def test_traps(text: str) -> None:
    """What only looks like a marker starts no unit."""
    assert [unit.marker for unit in outline(text).walk()] == [""]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("一、甲\n（一）乙\n1.丙\n（1）丁\n一是戊。二是己。", "1 一、|1.1 （一）|1.1.1 1.|1.1.1.1 （1）"
         "|1.1.1.1.1 一是|1.1.1.1.2 二是"),
        ("一、甲\n1.乙。\n2.丙。\n二、丁\n（一）戊\n3.己。", "1 一、|1.1 1.|1.2 2.|2 二、|2.1 （一）|2.1.1 3."),
        ("（一）甲\n①乙。\n②丙。\n㈡丁", "1 （一）|1.1 ①|1.2 ②|2 ㈡"),
        ("1、甲。\n2、乙。\n3．丙。", "1 1、|2 2、|3 3．"),
        ("1.甲\n1）乙。\n2）丙。\n2.丁", "1 1.|1.1 1）|1.2 2）|2 2."),
        ("第一章 总则\n第一节 甲\n第二节 乙\n第二章 附则", "1 第一章|1.1 第一节|1.2 第二节|2 第二章"),
        ("一、甲\n做法：第一，学。第二，做。", "1 一、|1.1 第一，|1.2 第二，"),
        ("一、甲\n首先，学。其次，做。最后，评。", "1 一、|1.1 首先，|1.2 其次，|1.3 最后，"),
        ("一、甲\n一要学。二要做。", "1 一、|1.1 一要|1.2 二要"),
        ("一、甲\n①学；②做。", "1 一、|1.1 ①|1.2 ②"),
        ("一、甲\n一是学，做到①读；②写。二是做。", "1 一、|1.1 一是|1.1.1 ①|1.1.2 ②|1.2 二是"),
        ("一、甲。一是学；\n二是做；\n三是评。", "1 一、|1.1 一是|1.2 二是|1.3 三是"),
        ("# 总体\n甲。\n## 做法\n乙。\n# 结果\n丙。", "1 #|1.1 ##|2 #"),
        ("重大项目推进情况\n全区项目加速推进，开工16个。\n展示台\n（一）甲\n1.乙。\n（二）丙\n丁。\n曝光台\n（一）甲\n戊。\n（二）丙\n己。",
         "0 |1 |1.1 （一）|1.1.1 1.|1.2 （二）|2 |2.1 （一）|2.2 （二）"),
        ("没有编号的一段话。", "1 "),
    ],
)  # fmt: skip
def test_levels(text: str, expected: str) -> None:
    """Levels follow the families that are open, and inline items nest by family."""
    assert "|".join(markers(text)) == expected


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("一、甲\n一是学。三是做。", ["skip"]),
        ("一、甲\n一是学。二是做。二是评。", ["repeat"]),
        ("一、甲\n（一）乙\n（二）丙\n二、丁\n（三）戊", []),
        ("一、甲\n（一）乙\n（二）丙\n二、丁\n（一）戊", []),
        ("一、甲\n（二）乙", ["skip"]),
        ("一、甲\n三、乙\n二、丙", ["skip", "back"]),
    ],
)
def test_oddities(text: str, kinds: list[str]) -> None:
    """Skips, repeats and steps back are reported; restarts and running numbers are in order."""
    assert [odd.kind for odd in outline(text).oddities] == kinds


@pytest.mark.parametrize(
    ("text", "heading", "problem"),
    [
        ("1.关于“甲不够”问题\n乙。", "关于“甲不够”问题", "甲不够"),
        ("1.针对“‘双招’不明显，乙弱”的问题。丙。", "针对“‘双招’不明显，乙弱”的问题", "‘双招’不明显，乙弱"),
        ("1.关于“落实“两个责任”有差距”问题。丙。", "关于“落实“两个责任”有差距”问题", "落实“两个责任”有差距"),
        ("1.对“甲不严”问题的整改情况。丙。", "对“甲不严”问题的整改情况", "甲不严"),
        ("1.发挥“头雁”作用。丙。", "发挥“头雁”作用", None),
        ("1.关于“党建+信访”方面\n丙。", "关于“党建+信访”方面", None),
        ("1.关于“制度执行不到位”方面\n丙。", "关于“制度执行不到位”方面", "制度执行不到位"),
        ("1.关于甲不到位的问题。丙。", "关于甲不到位的问题", None),
        ("1.深化认识，统一思想。3月召开会议。", "深化认识，统一思想", None),
        ("1.完成改造24个。", None, None),
        ("1.3月召开会议，研究部署整改工作，明确任务分工，压实工作责任，推动全区各级各部门落实落细。"
         "丙。", None, None),
    ],
)  # fmt: skip
def test_headings(text: str, heading: str | None, problem: str | None) -> None:
    """A heading ends before running text; only a quoted problem is a problem."""
    unit = outline(text).units[0]
    assert (unit.heading, unit.problem) == (heading, problem)


def test_plans() -> None:
    """The section on what comes next is a plan with all below it; praise of results is not."""
    found = outline(
        "一、整改成效\n（一）落实总体要求。已完成。\n二、下一步打算\n（一）抓落实。坚持不懈。"
    )
    assert [(unit.id, unit.plan) for unit in found.walk()] == [
        ("1", False),
        ("1.1", False),
        ("2", True),
        ("2.1", True),
    ]


def test_text_span() -> None:
    """A unit's own text lies between its heading and its first child."""
    text = "一、甲乙\n总的情况。\n（一）丙丁。戊己。"
    document = from_text(text)
    unit = parse_outline(document).units[0]
    assert document.normalised(unit.text_span) == "总的情况。"
    assert document.normalised(unit.children[0].text_span) == "戊己。"


def test_the_blank_of_an_old_code_page_parts_a_number_from_its_heading() -> None:
    """U+E5E5 stands where code page 936 had a full-width blank: it is layout, not a letter."""
    text = "一、工作回顾\n一\ue5e5经济增长。完成12项。\n二\ue5e5结构调整。完成8项。\n三\ue5e5对外开放。完成3项。"
    document = from_text(text)
    assert [(unit.id, unit.heading) for unit in parse_outline(document).walk()] == [
        ("1", "工作回顾"),
        ("1.1", "经济增长"),
        ("1.2", "结构调整"),
        ("1.3", "对外开放"),
    ]
    assert "\ue5e5" not in document.view.text


INDUSTRY = "从三大门类看，采矿业同比增长13.9%，占规模以上工业增加值的43.7%，贡献率为44.5%。"


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (  # behind a lead, before what closes a section; a small number of things measures nothing
            f"全年工业生产平稳。\n采矿业支撑稳固。{INDUSTRY}\n重点行业支撑有力。{INDUSTRY}",
            f"一二产业投资均为负增长。{INDUSTRY}\n4个县投资“2增2降”。{INDUSTRY}\n今年要继续抓好投资工作。",
            "1 |1.1 采矿业支撑稳固|1.2 重点行业支撑有力|2 |2.1 一二产业投资均为负增长|2.2 4个县投资“2增2降”",
        ),
        (  # by chance: two of them in all of the text
            f"采矿业支撑稳固。{INDUSTRY}\n重点行业支撑有力。{INDUSTRY}",
            f"{INDUSTRY}\n{INDUSTRY}",
            "1 |2 ",
        ),
        (  # what measures, or says who or when, heads nothing; what is between two is no lead
            f"年末全市上市公司9家。{INDUSTRY}\n该公司经营状况良好。{INDUSTRY}",
            f"采矿业支撑稳固。{INDUSTRY}\n{INDUSTRY}\n重点行业支撑有力。{INDUSTRY}\n制造业稳步回升。{INDUSTRY}",
            "1 |2 ",
        ),
        (  # counted items are units already
            f"一是采矿业支撑稳固。{INDUSTRY}\n二是重点行业支撑有力。{INDUSTRY}",
            f"一是采矿业支撑稳固。{INDUSTRY}\n二是重点行业支撑有力。{INDUSTRY}",
            "1 |1.1 采矿业支撑稳固|1.2 重点行业支撑有力|2 |2.1 采矿业支撑稳固|2.2 重点行业支撑有力",
        ),
    ],
)
def test_paragraphs_that_each_open_with_a_heading(first: str, second: str, expected: str) -> None:
    """Side by side, and often enough in a text, they are units; their items are below them."""
    found = outline(f"一、工业经济运行\n{first}\n二、固定资产投资\n{second}\n").walk()
    assert "|".join(f"{u.id} {'' if u.level == 1 else u.heading}" for u in found) == expected


def test_items_of_a_paragraph_with_a_heading_are_below_it() -> None:
    """What closes the section stays its own."""
    text = (
        f"一、民生\n做好保障工作。今年要办好实事：①新建学校12所。②新建医院3所。{INDUSTRY}\n发展社会事业。{INDUSTRY}\n"
        f"让群众共享发展的成果。\n二、治理\n加强社会治理。{INDUSTRY}\n推进依法行政。{INDUSTRY}\n"
    )
    units = outline(text).units
    assert [unit.id for unit in units[0].walk()] == ["1", "1.1", "1.1.1", "1.1.2", "1.2"]
    assert text[units[0].own[-1].start :].startswith("让群众共享")


def test_what_a_time_was_heads_an_item() -> None:
    """过去的五年，是转型升级的五年 is one short sentence, 第二，是… has no subject of its own."""
    units = outline(
        "一、回顾\n——过去的五年，是转型升级步伐加快的五年。增长6%，新增企业8户，收入提高。\n"
        "——过去的五年，是人民生活改善的五年。建房3万套，惠及群众，收入提高。\n"
    )
    assert [unit.heading for unit in units.walk()][1:] == [
        "过去的五年，是转型升级步伐加快的五年",
        "过去的五年，是人民生活改善的五年",
    ]


def test_an_item_that_begins_with_a_number_of_three_digits_counts_on() -> None:
    """11.121人才梯队项目 is item 11 between 10 and 12, and 11.121万人 alone no item."""
    text = "一、项目\n10.乙项目。培养20名。\n11.121人才梯队项目。培养10名。\n12.丙项目。深入实施。\n"
    assert markers(text) == ["1 一、", "1.1 10.", "1.2 11.", "1.3 12."]
    assert markers("一、项目\n11.121万人参加培训。\n培养20名。\n") == ["1 一、"]


def test_a_part_may_open_with_a_call() -> None:
    """2012年工作安排 above a paragraph that ends in ！ is a part as 2011年工作回顾 is."""
    text = (
        "各位代表：\n2011年工作回顾\n2011年是开局之年。\n一、工业\n增长6%。\n二、农业\n增长5%。\n"
        "2012年工作安排\n总体要求是：更加突出产业发展，以优异成绩迎接大会召开！\n生产总值增长15%。\n"
    )
    units = [(unit.id, unit.heading) for unit in outline(text).walk()]
    assert ("1", "2011年工作回顾") in units
    assert ("2", "2012年工作安排") in units


def _reviewed(said: str) -> list[str | None]:
    """The headings in a section of four numbered units, with paragraphs behind them."""
    numbered = "".join(
        f"{number}、{name}。{INDUSTRY}\n"
        for number, name in enumerate(("工业发展较快", "农业不断加强", "项目成效显著", "城市步伐加快"), 1)
    )
    units = outline(
        f"一、回顾\n{numbered}{said}\n成绩来之不易。\n二、安排\n主要任务是：\n"
        f"一是建设新农村。{INDUSTRY}\n二是完善基础设施。{INDUSTRY}\n三是保护生态。{INDUSTRY}\n"
    ).units
    assert [unit.children for unit in units[1].children] == [(), (), ()]
    return [unit.heading for unit in units[0].children][4:]


def test_paragraphs_with_headings_behind_a_colon_are_units_beside_numbered_ones() -> None:
    """突出表现在：, three of them, whatever stands around them; counted items stay what they are."""
    four = ["产业实力增强", "基础设施改善", "对外开放扩大", "城乡面貌变化"]
    run = "".join(f"\n{heading}。{INDUSTRY}" for heading in four)
    assert _reviewed(f"五年的成就突出表现在：{run}") == four
    assert _reviewed(f"五年取得很大成就。{run}") == []


def test_paragraphs_whose_headings_open_alike_are_units_beside_numbered_ones() -> None:
    """五年来，…不断显现。 in a row, of two clauses; two of them, or others between, are prose."""
    said = ["协同发展，动能不断显现", "科技创新，产业加快融合", "城市治理，效能持续释放", "民生保障，水平提高"]
    run = "".join(f"\n五年来，{each}。{INDUSTRY * 2}" for each in said)
    assert _reviewed(f"五年来成绩很大。{run}") == [f"五年来，{each}" for each in said]
    apart = run.replace("五年来，科技", "去年，科技").replace("五年来，城市", "今年，城市")
    assert _reviewed(f"五年来成绩很大。{apart}") == []


def test_paragraphs_with_headings_before_numbered_units_are_their_elders() -> None:
    """Three of them at least, behind a lead and before what announces the numbered ones."""
    headings = ["经济运行呈现新态势", "转型升级获得新成效", "重大项目取得新突破"]
    run = "".join(f"{heading}。{INDUSTRY}\n" for heading in headings)
    for said, expected in ((run, headings), (run.partition("重大")[0], [])):
        units = outline(
            f"一、回顾\n2018年，成绩来之不易。\n{said}主要做了以下工作：\n（一）稳增长。{INDUSTRY}\n"
            f"（二）惠民生。{INDUSTRY}\n二、安排\n建设新农村。{INDUSTRY}\n完善基础设施。{INDUSTRY}\n"
        ).units
        assert [unit.heading for unit in units[0].children] == [*expected, "稳增长", "惠民生"]


def test_parts_have_headings_whatever_an_annex_looks_like() -> None:
    """The label of an annex is no chapter; what it holds is no part."""
    text = (
        "各位代表：\n“十四五”时期发展成就和2025年工作回顾\n五年来增长5%。\n——实力提升。达到2万亿元。\n"
        "——后劲增强。新建项目6个。\n“十五五”时期主要目标和2026年重点工作\n今年是开局之年。\n"
        "一、产业\n（一）做强产业。\n二、民生\n（一）做好民生。\n"
        "附件\n2026年民生实事\n1.新建学校8所。\n2.新建医院2所。\n"
    )
    units = outline(text).units
    assert [(unit.id, unit.heading) for unit in units[:2]] == [
        ("1", "“十四五”时期发展成就和2025年工作回顾"),
        ("2", "“十五五”时期主要目标和2026年重点工作"),
    ]
    assert [unit.marker for unit in units] == ["", "", "附件"]
