"""Plan, result, problem: by the document, its headings, its leads, and the vote of its words."""

from __future__ import annotations

import pytest

from benchmarks.status import DATA, labels, measure
from summarizer.reading import from_text
from summarizer.reading.kinds import bent_of, kind_of
from summarizer.reading.outline import parse_outline
from summarizer.reading.outline.tense import turns, vote
from summarizer.reading.outline.tense.headings import heading_tense
from summarizer.reading.outline.tense.periods import Now, now_of, years_of
from summarizer.reading.outline.tense.votes import cues


def _tenses(text: str) -> dict[str, str | None]:
    return {unit.id: unit.tense for unit in parse_outline(from_text(text)).walk()}


@pytest.mark.parametrize(
    ("title", "kind", "bent"),
    [
        ("关于深化政务公开工作的意见", "意见", "intends"),
        ("关于开展专项治理工作的意见（2009年）", "意见", "intends"),
        ("某办公厅印发《关于开展“三级联创”活动的意见》的通知", "意见", "intends"),
        ("某省人民政府关于印发某省物流发展规划的通知", "规划", "intends"),
        ("关于转发《甲乙实施方案（试行）》的通知", "方案", "intends"),
        ("某市国民经济和社会发展第六个五年计划摘要", "计划", "intends"),
        ("某市政府工作报告（2022年2月12日 张三）", "政府工作报告", "reports"),
        ("某区委关于巡视整改进展情况的通报", "通报", "reports"),
        ("2025年某市国民经济和社会发展统计公报", "统计公报", "reports"),
        ("关于某规划实施情况的报告", "报告", "reports"),
        ("某市财政局2025年工作总结和2026年工作计划", "计划", "reports"),
        ("关于进一步加强人才工作的决定", "决定", None),
        ("关于召开会议的通知", "通知", None),
        ("某办公厅关于印发省粮食应急预案的函", "预案", "intends"),
        ("关于有关问题的复函", "复函", None),
        ("关于某机构改革方案的说明", "说明", "intends"),
        ("关于修改《甲乙管理办法》的决定", "办法", "intends"),
        ("市长张三在全市大会上", None, None),
    ],
)
def test_the_whole_title_says_the_kind(title: str, kind: str | None, bent: str | None) -> None:
    """The last noun of a title counts; a notice that issues a document is of that one's kind."""
    assert kind_of(title) == kind
    assert bent_of(title) == bent


def test_the_kind_is_published_with_the_document() -> None:
    """`Document.kind` is filled from the title."""
    text = "某市关于加强管理的意见\n\n一、总体要求\n\n坚持稳中求进。\n"
    assert from_text(text).kind == "意见"


@pytest.mark.parametrize(
    ("heading", "now", "tense"),
    [
        ("2018年工作回顾", Now(2019, 1), "result"),
        ("2019年主要目标任务", Now(2019, 1), "plan"),
        ("2022年主要工作", Now(2021, 12), "plan"),
        ("2021年主要工作", Now(2021, 12), None),
        ("2021年主要工作", Now(2022, 2), "result"),
        ("“十三五”时期主要成就", Now(2021, 1), "result"),
        ("“十五五”时期的主要目标任务", Now(2026, 1), "plan"),
        ("一鼓作气，推动“十五五”开好局、起好步", Now(2026, 2), "plan"),
        ("2026年市级预算草案情况", Now(2026, 5), "plan"),
        ("2025年预算执行情况和2026年预算草案", Now(2026, 5), None),
        ("2025年预算草案编制情况", Now(2026, 1), "result"),
        ("机组实际情况与登记信息不一致", None, None),
        ("未来五年工作的总体要求和主要目标任务", None, "plan"),
        ("今后五年政府工作的总体要求及2013年的主要任务", None, "plan"),
        ("2025年工作总结和2026年工作计划", Now(2026, 1), None),
        ("城镇新增就业完成全年目标任务95.0%", None, None),
        ("确保完成全年目标任务", None, "plan"),
        ("下一步工作打算", Now(2025, 7), "plan"),
        ("改进措施", None, "plan"),
        ("改进措施落实情况", None, "result"),
        ("指导思想", None, "plan"),
        ("脱贫目标", None, "plan"),
        ("经济发展目标超额实现", None, None),
        ("坚持问题导向，落实总体要求", None, None),
        ("现状与评价", None, "result"),
        ("夯实产业基础", None, None),
        ("修改完善意见和建议", None, "plan"),
        ("代表意见建议", None, None),
        ("存在问题与成因分析", None, "problem"),
        ("存在的主要问题", None, "problem"),
        ("困难和挑战", None, "problem"),
        ("存在问题和工作难点", None, "problem"),
        ("发展中面临的突出矛盾和问题", None, "problem"),
        ("加快补齐交通设施短板", None, None),
        ("补齐发展中的短板", None, None),
        ("当前我省建筑安全生产存在的主要问题", None, "problem"),
        ("坚决整改当前我省建筑安全生产存在的主要问题", None, None),
        ("推动落实重点问题", None, None),
        ("关于“执行不够有力”问题", None, None),
        ("整改工作中存在问题的解决情况", None, "result"),
        ("预算执行情况", None, "result"),
        ("从严从实巩固拓展整改成果", None, None),
        ("强化组织领导", None, None),
        ("对整治成效明显的县予以倾斜", None, None),
    ],
)
def test_headings_say_what_follows(heading: str, now: Now | None, tense: str | None) -> None:
    """By what they name, and by their years against the report's own date."""
    assert heading_tense(heading, now) == tense


def test_an_item_of_running_text_names_an_action() -> None:
    """一是明确目标任务 is no plan; under results the words of an aim are none either."""
    assert heading_tense("工作目标", None) == "plan"
    assert heading_tense("工作目标", None, above="result") is None
    assert heading_tense("工作目标", None, inline=True) is None
    assert heading_tense("明确目标任务", None, inline=True) is None
    assert heading_tense("下一步继续推进", None, inline=True) == "plan"


def test_a_year_that_is_over_makes_no_result_of_a_problem() -> None:
    """Below 存在问题 it says when it happened."""
    assert heading_tense("某公司2021年4月取得许可", Now(2024, 1)) == "result"
    assert heading_tense("某公司2021年4月取得许可", Now(2024, 1), above="problem") is None


def test_a_report_speaks_from_its_date_or_its_title() -> None:
    """A work report is given in the year of its title, a summary after it."""
    assert now_of(from_text("2026年某省政府工作报告\n\n一、回顾\n\n很好。\n")) == Now(2026, 1)
    assert now_of(from_text("某局2024年工作总结\n\n一、工作\n\n很好。\n")) == Now(2025, 1)
    assert years_of("“十二五”回顾") == (2011, 2015)
    assert years_of("“一五”时期") == (1953, 1957)
    assert years_of("总体要求") is None


def test_plans_of_the_years_to_come_without_a_year_in_the_title() -> None:
    """过去五年, then 未来五年 and the next year; what follows at the first level stays a plan."""
    tenses = _tenses(
        "贵山市政府工作报告\n\n——2021年12月30日在贵山市第六届人民代表大会第一次会议上\n\n各位代表：\n\n"
        "一、过去五年工作回顾\n\n（一）综合实力提升。地区生产总值年均增长7%。\n\n"
        "二、未来五年工作的总体要求和主要目标任务\n\n（一）做强产业。建成园区3个。\n\n"
        "三、2022年主要工作\n\n（一）推进乡村振兴。建成高标准农田20万亩。\n\n"
        "四、全面加强政府自身建设\n\n突出政治建设，坚守清廉本色。\n"
    )
    assert {key: tenses[key] for key in ("1.1", "2.1", "3.1", "4")} == {
        "1.1": "result",
        "2.1": "plan",
        "3.1": "plan",
        "4": "plan",
    }


def test_a_series_takes_the_tense_of_the_sentence_that_leads_it() -> None:
    """Problems told at the end of a review are problems, and the review stays a review."""
    tenses = _tenses(
        "贵山市政府工作报告\n\n一、2023年工作回顾\n\n"
        "（一）民生事业取得新进展。教育投入12亿元，新建学校8所。\n\n"
        "我们也清醒地看到，发展中的问题还比较突出：一是产业结构不优。一产占比达到19%。"
        "二是项目谋划能力不强。资金使用率只有60%。\n\n"
        "二、2024年工作安排\n\n（一）抓好产业。新建园区3个。\n"
    )
    assert list(tenses.values()).count("problem") == 2
    assert tenses["1.1"] == "result"
    assert tenses["2.1"] == "plan"


def test_what_a_plan_tells_of_the_time_before_it_is_no_plan() -> None:
    """What there is, what came about and what falls short, above what is intended."""
    tenses = _tenses(
        "某省内涝治理“十四五”规划\n\n一、现状与评价\n\n（一）“十三五”以来取得的成效\n\n"
        "1．设施运维持续完善。清淤管网14.4万公里。\n\n（二）存在问题与成因分析\n\n"
        "1．设施标准偏低。部分管渠建设年代久远。\n\n二、主要任务\n\n"
        "（一）整治易涝区域\n\n1．完善体系。全面梳理薄弱环节。\n\n（二）落实情况评估\n\n1．定期评估。\n"
    )
    assert [tenses[key] for key in ("1.1.1", "1.2.1", "2.1.1", "2.2.1")] == [
        "result",
        "problem",
        "plan",
        "plan",
    ]


def test_a_marked_heading_says_the_kind_where_no_title_does() -> None:
    """# …方案 above the first unit makes a plan of it."""
    tenses = _tenses(
        "> 改革后设置组成部门27个，直属机构15个。\n\n第十一届某会议听取了说明。会议要求，要加强领导。\n\n"
        "# 某机构改革方案\n\n（一）组建交通部。将原部门的职责划入。\n\n（二）组建住建部。不再保留原部门。\n"
    )
    assert tenses["1"] == tenses["2"] == "plan"


def test_lessons_are_problems_and_what_is_advised_a_plan() -> None:
    """暴露出…教训 leads problems, 提出…建议 leads plans."""
    tenses = _tenses(
        "某事故调查报告公布\n\n调查组对33名责任人员提出处理意见。\n\n事故暴露出2个方面的教训：一是安全理念不牢；"
        "二是风险处置不科学。针对上述问题，调查组提出了2个方面的防范措施建议："
        "一是加强风险防范；二是加强监测监控。\n"
    )
    assert [tenses[f"1.{place}"] for place in range(1, 5)] == [
        "problem",
        "problem",
        "plan",
        "plan",
    ]


def test_parts_without_numbers_turn_what_follows() -> None:
    """What turns behind the last item of a series holds for all numbered parts below it."""
    tenses = _tenses(
        "2026年某区政府工作报告\n\n“十四五”时期发展成就\n\n去年重点抓了两件事：一是稳增长。产值增长5%。"
        "二是惠民生。新建学校8所。\n\n成绩固然可喜，问题也不容忽视。一是产业不优。二是开放不够。\n\n"
        "“十五五”时期主要目标\n\n“十五五”时期是关键时期。\n\n"
        "一、铸牢共同体意识\n\n（一）建设家园。建成中心3个。\n\n二、全力抓好民生\n\n（一）扩大就业。\n"
    )
    assert list(tenses.values()).count("problem") == 2
    assert all(tense == "plan" for key, tense in tenses.items() if key.endswith(".1"))


def test_a_plan_of_five_years_named_by_its_number_turns_a_part() -> None:
    """根据…第十五个五年规划的建议 begins what is to come in a part of both."""
    tenses = _tenses(
        "2026年某区政府工作报告\n\n一、“十四五”时期发展成就和“十五五”时期主要目标任务\n\n"
        "过去五年，产值增长5%。\n\n根据《某区委关于制定第十五个五年规划的建议》，编制了纲要。\n\n"
        "（一）发展智能产业。建设园区3个。\n\n（二）扩大内需。\n"
    )
    assert tenses["1.1"] == tenses["1.2"] == "plan"


def test_orders_of_a_notice_are_no_results() -> None:
    """What must be done is a plan, in a notice whose kind is to report as well."""
    tenses = _tenses(
        "某办公厅关于两起事故调查处理情况的通报\n\n2003年5月13日，某矿发生事故，造成84人死亡，"
        "直接经济损失1690万元。对22名责任人员给予处分。\n\n"
        "一、牢固树立安全第一思想。各地区要把安全放在首位。\n\n二、加大监管力度。各级政府要落实责任。\n"
    )
    assert tenses["1"] == tenses["2"] == "plan"


def test_a_later_report_in_the_same_file_is_none_of_what_is_to_come() -> None:
    """The title of a notice on 2016 behind one on 2013 announces no plan."""
    sections = "一、总体情况\n发生事故{0}起、死亡{0}人，同比上升。\n二、形势综述\n{0}个地区没有发生事故。\n"
    tenses = _tenses(
        f"2013年上半年事故情况通报\n\n{sections.format(21)}\n2016年事故情况通报\n\n{sections.format(63)}"
    )
    assert "plan" not in tenses.values()


def test_lessons_under_results_are_none() -> None:
    """启示：一是必须… says what one must do."""
    tenses = _tenses(
        "2006年某市政府工作报告\n\n一、2005年工作回顾\n\n去年的发展给我们宝贵的启示：一是符合实际，成效明显。"
        "二是必须把项目带动贯穿始终，不断深化服务。三是必须深化改革，扩大开放，增强活力。\n\n"
        "二、2006年工作安排\n\n（一）抓好产业。\n"
    )
    assert [tenses[f"1.{place}"] for place in (1, 2, 3)] == ["result", None, None]


def test_what_somebody_announces_is_to_come() -> None:
    """宣布八项行动, 提三点建议; what was announced is not."""
    items = "一、促进绿色发展。中方将持续深化合作。\n二、支持民间交往。在已经成立联盟的基础上，举办论坛。\n"
    said = "今天我们举行论坛。\n我愿宣布支持高质量发展的两项行动：\n"
    tenses = _tenses(said + items)
    assert tenses["1"] == tenses["2"] == "plan"
    tenses = _tenses(said.replace("我愿宣布", "会上宣布了") + items)
    assert "plan" not in (tenses["1"], tenses["2"])


def test_words_vote_where_title_and_headings_are_silent() -> None:
    """Bare verbs and musts make a plan, perfect words and growth results."""
    ahead = "各级要加强领导，压实责任。要完善机制，加快建设。严禁虚报，不得拖延。鼓励社会参与。" * 3
    done = "已完成改造12处，同比增长8%。先后召开会议6次。累计投入3亿元。获评先进。" * 3
    tenses = _tenses(f"一、加强管理\n{ahead}\n二、城市面貌\n{done}\n")
    assert tenses == {"1": "plan", "2": None}
    assert vote(ahead).mean < -0.65 < 0.8 < vote(done).mean


def test_sentences_turn_and_turn_back_at_the_paragraph() -> None:
    """下一步 and 还存在…问题 hold to the end of their paragraph, no further."""
    text = (
        "建成学校8所。但也要看到，还存在一些不足。校舍偏旧。下一步，将改造10所。\n新增学位3000个。"
    )
    told = [(text[turn.start :][:4], turn.tense) for turn in turns(text, "result")]
    assert told == [
        ("建成学校", "result"),
        ("但也要看", "problem"),
        ("下一步，", "plan"),
        ("新增学位", "result"),
    ]
    assert len(turns("针对发现的问题，督促整改32个。解决了存在的困难。", None)) == 1
    year = "这是面临巨大挑战、砥砺前行的一年。我们完成投资3亿元。"
    assert len(turns(year, "result")) == 1


def test_what_a_plan_tells_before_its_next_steps_are_results() -> None:
    """A closing section: what was reached, what falls short, what is next; orders stay orders."""
    closing = "整改工作取得了阶段性明显成效。但与要求相比，还存在一定差距。下一步，将持续用力。"
    told = [(closing[turn.start :][:4], turn.tense) for turn in turns(closing, "plan")]
    assert told == [("整改工作", None), ("但与要求", "problem"), ("下一步，", "plan")]
    orders = "各级要压实责任，严禁虚报。下一步，将持续用力。"
    assert [turn.tense for turn in turns(orders, "plan")] == ["plan"]


@pytest.mark.parametrize("cue", cues(), ids=lambda cue: cue.name)
def test_every_cue_is_found_in_its_example(cue: object) -> None:
    """The examples of the lexicon hold their cue, whose sign says which way it votes."""
    assert cue.pattern.search(cue.example)  # type: ignore[attr-defined]
    assert cue.weight != 0  # type: ignore[attr-defined]


@pytest.mark.parametrize("report", sorted({label.report for label in labels()}))
def test_hardly_a_plan_is_told_as_a_result(report: str) -> None:
    """On labelled measures at most 3 of 100 plans are told as results, and the reverse."""
    row = measure(report, [label for label in labels() if label.report == report], DATA / "reports")
    assert row.missing * 10 <= row.labelled
    assert row.plans_as_results * 100 <= 3 * row.plans
    assert row.results_as_plans * 100 <= 3 * row.results
    assert row.problems_untold == 0
