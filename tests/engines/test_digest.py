"""The figures by which a report is quoted, and what it leaves open."""

from __future__ import annotations

import pytest

from summarizer.engines.base import MeasureDraft, PointDraft
from summarizer.engines.digest import is_plan, key_figures, open_items, rank_figures
from summarizer.spans import Range
from summarizer.vocabulary import Category, Origin, Status
from tests.engines.extractive.support import drafts_of

_REPORT = (
    "某市2024年政府工作报告\n\n"
    "一、2023年工作回顾\n全市地区生产总值完成1198.5亿元，增长5.3%；一般公共预算收入86.2亿元。\n"
    "（一）产业。新建园区3个，引进企业15家。\n"
    "（二）民生。新建学校12所，新增学位5000个。桥梁工程正在施工。\n"
    "（三）整治。立案查处42件，处分36人。还存在一些短板：农村供水不足的问题仍然突出。\n"
    "二、2024年工作安排\n"
    "（一）投资。年底前新建公路30公里。\n"
    "（二）开放。持续扩大开放。\n"
)


def _key(text: str) -> list[str]:
    """The key figures of a text, the first one first."""
    analysis, _ = drafts_of(text)
    figures = {figure.span.start: figure.text for figure in analysis.anchors.figures}
    return [figures[start] for start in key_figures(analysis)]


def test_key_figures_are_totals_results_and_accountability() -> None:
    """GDP, revenue and people held to account come before counts of things and before targets."""
    key = _key(_REPORT)
    assert key[:3] == ["1198.5亿元", "5.3%", "86.2亿元"] or "1198.5亿元" in key
    assert {"42件", "36人"} & set(key)
    assert "30公里" not in key
    assert "3个" not in key
    assert len(key) <= 8


def test_few_figures_may_be_asked_for_and_none_is_told_twice() -> None:
    """`most` bounds the list; the same label or value is offered once."""
    analysis, _ = drafts_of(_REPORT + "（三）再说。全市地区生产总值完成1198.5亿元。\n")
    assert len(key_figures(analysis, most=2)) == 2
    figures = {figure.span.start: figure.text for figure in analysis.anchors.figures}
    texts = [figures[start] for start in key_figures(analysis)]
    assert len(texts) == len(set(texts))


def test_the_open_list_begins_with_problems_then_work_then_promises() -> None:
    """Problems, work under way, promises with a term, promises in general words."""
    _, drafts = drafts_of(_REPORT)
    told = [(item.status, item.text) for item in drafts.overview.open]
    statuses = [status for status, _ in told]
    assert statuses == [Status.PROBLEM, Status.IN_PROGRESS, Status.PLANNED, Status.PLANNED]
    assert "供水" in told[0][1]
    assert "正在施工" in told[1][1]
    assert "30公里" in told[2][1]


def test_what_is_said_twice_is_listed_once() -> None:
    """Two measures that promise the same in nearly the same words give one item."""
    analysis, _ = drafts_of(_REPORT)
    texts = ("年底前新建公路30公里。", "年底前将新建公路30公里。", "年底前办好社区食堂。")
    measures = {
        str(number): MeasureDraft(
            str(number),
            (PointDraft(text, Status.PLANNED, Origin.LLM, Range(number, number + 1)),),
            Category.PROJECT,
        )
        for number, text in enumerate(texts)
    }
    items = open_items(analysis, measures)
    assert [item.text for item in items] == [texts[0], texts[2]]
    own = {"9": (PointDraft("仍有差距。", Status.PROBLEM, Origin.LLM, Range(5, 6)),)}
    assert open_items(analysis, measures, own)[0].unit == "9"
    # In general words what is promised for all is heard no sooner.
    said = "全市上下要加强自身建设。"
    general = {"9": (PointDraft(said, Status.PLANNED, Origin.LLM, Range(0, 1)),)}
    assert open_items(analysis, {"2": measures["2"]}, general)[-1].unit == "9"


def test_a_target_is_no_key_figure_while_there_are_results() -> None:
    """Neither in the plan's part nor behind a year to come in the text of results."""
    goals = (
        "一般公共预算收入95亿元；到2030年，全市地区生产总值达到1800亿元，城镇居民人均可支配收入"
        "6万元，农村居民人均可支配收入3万元。\n"
    )
    key = _key(_REPORT.replace("（一）产业。", goals + "（一）产业。", 1))
    assert "1198.5亿元" in key
    assert not {"1800亿元", "6万元", "3万元"} & set(key)


def test_the_key_figures_of_a_plan_are_its_targets() -> None:
    """What a plan looks back on is no result that it would be quoted by alone."""
    plan = (
        "某市乡村振兴规划（2024—2027年）\n\n"
        "一、总体要求\n到2027年，全市粮食总产量达到120万吨，农村居民人均可支配收入达到3万元。\n"
        "二、重点任务\n（一）要新建高标准农田50万亩。\n（二）要新建农村公路300公里。\n"
    )
    analysis, drafts = drafts_of(plan)
    figures = {figure.span.start: figure.text for figure in analysis.anchors.figures}
    assert is_plan(analysis)
    assert {"120万吨", "3万元"} <= {figures[start] for start in drafts.overview.key}
    assert not is_plan(drafts_of(_REPORT)[0])


def test_a_mark_that_is_passed_is_no_key_figure_beside_the_level() -> None:
    """突破3万亿元、达3.6万亿元: the level is what a reader quotes."""
    report = _REPORT.replace("完成1198.5亿元", "突破1000亿元、达1198.5亿元").replace(
        "收入86.2亿元", "收入超过90亿元"
    )
    key = set(_key(report))
    assert "1198.5亿元" in key
    assert not any("1000亿元" in text for text in key)
    assert any("90亿元" in text for text in key)


def test_the_growth_of_a_level_does_not_stand_beside_it() -> None:
    """A growth rate told before its level gives way to it."""
    key = _key(
        "某市2024年政府工作报告\n\n一、工作回顾\n（一）经济。一般公共预算收入年均增长9.3%。\n"
        "（二）财政。完成一般公共预算收入86.2亿元。新建学校12所。\n"
    )
    assert "86.2亿元" in key
    assert "9.3%" not in key


def test_an_object_put_first_is_no_target() -> None:
    """将巡视反馈的问题梳理为23条 tells what was done, 将新建30公里 what is intended."""
    key = _key(
        "某区整改情况通报\n\n一、整改部署\n（一）方案。将巡视组反馈的问题梳理为23条，提出81条整改措施。\n"
        "（二）工作。召开会议12次，建立台账15本。\n（三）道路。将新建公路300公里。\n"
    )
    assert "23条" in key
    assert "300公里" not in key


def test_all_findings_are_counted_in_their_smallest_parts() -> None:
    """Of 2个方面11类48个具体问题161条措施 a reader quotes the problems and the measures."""
    key = _key(
        "某区整改情况通报\n\n一、整改部署\n（一）方案。围绕反馈的2个方面11类问题，细化分解48个具体问题"
        "161条整改措施。集中整改期间，研究制定《某规则》等制度46项。\n（二）会议。召开会议35次，发放资料200份。\n"
        "二、整改成效\n（一）问责\n1.执纪\n一是督促整改问题14个。二是立案44人。\n"
    )
    assert key[:3] == ["48个", "161条", "46项"]
    assert "44人" in key
    assert not {"2个", "11类", "35次", "200份"} & set(key)


def test_a_lead_that_tells_the_indicators_gives_more_than_two_of_them() -> None:
    """What stands above the measures sums them up."""
    key = set(
        _key(
            "某市2024年政府工作报告\n\n一、2023年工作回顾\n全市地区生产总值1198.5亿元；一般公共预算收入86.2亿元；"
            "社会消费品零售总额390亿元；城镇居民人均可支配收入29670元。\n"
            "（一）产业。新建园区30个。\n（二）民生。新建学校12所。\n"
        )
    )
    assert {"1198.5亿元", "86.2亿元", "390亿元", "29670元"} <= key


def test_routine_promises_are_listed_only_where_there_is_nothing_else() -> None:
    """提高政治站位 tells nothing that could be looked for; targets of the whole come first."""
    routine = "进一步提高政治站位，把讲政治要求贯穿始终。"
    analysis, _ = drafts_of(_REPORT)

    def opened(*texts: str) -> list[str]:
        drafts = {
            str(number): MeasureDraft(
                str(number),
                (PointDraft(text, Status.PLANNED, Origin.LLM, Range(number, number + 1)),),
                Category.OTHER,
            )
            for number, text in enumerate(texts)
        }
        return [item.text for item in open_items(analysis, drafts)]

    assert opened(routine) == [routine]
    assert not opened("2019年是新中国成立70周年，做好财政工作意义重大。")
    told = "年底前新建公路30公里。"
    goals = "主要预期目标是：地区生产总值增长5%左右。"
    assert opened(routine, told, goals) == [goals, told]


def test_of_a_plan_only_what_has_a_term_or_a_figure_is_open() -> None:
    """All of a plan is to come: its list is not the plan again."""
    _, drafts = drafts_of(
        "某市试点方案\n\n一、主要任务\n（一）要完善统计制度，统一数据口径。\n（二）要在2025年底前建成回收体系。\n"
        "（三）要新建充电桩300个。\n（四）要加强宣传引导，营造良好氛围。\n"
    )
    assert [item.unit for item in drafts.overview.open] == ["1.2", "1.3"]


@pytest.mark.parametrize(
    ("sentence", "kept", "left"),
    [
        ("贫困人口由50.1万减少到26.7万。", "26.7万", "50.1万"),
        ("服务业占比由2023年的16.9%提高到2024年上半年的20.3%。", "20.3%", "16.9%"),
        ("常住人口从31万人变为33万人。", "33万人", "31万人"),
        ("一般公共预算收入比上年的80亿元多出12亿元。", "12亿元", "80亿元"),
    ],
)
def test_what_a_rise_or_fall_starts_from_is_not_quoted(sentence: str, kept: str, left: str) -> None:
    """Of 由甲减少到乙, and of what something is compared with, only where it has come to."""
    analysis, _ = drafts_of(f"某县工作总结\n\n一、脱贫\n{sentence}\n二、教育\n新建学校12所。\n")
    ranked = [row.figure.text for row in rank_figures(analysis)]
    assert kept in ranked
    assert left not in ranked


def test_of_people_held_to_account_the_whole_is_quoted() -> None:
    """处分33人 in all, not 处分10人 of one matter that stands first in its measure."""
    key = _key(
        "某区关于巡视整改进展情况的通报\n\n一、整改\n（一）作风。查处违规吃喝问题12起，给予处分10人。\n"
        "（二）执纪。对群众身边的腐败问题立案44人，处分33人。\n"
    )
    assert {"44人", "33人"} <= set(key)
    assert "10人" not in key
    longer = _key(
        "某区关于巡视整改进展情况的通报\n\n一、整改\n（一）作风。督促整改问题10个，处理处分12人。\n"
        "（二）执纪。对群众身边的腐败问题立案44人，党纪政务处分33人。\n"
    )
    assert "33人" in longer
    assert "12人" not in longer


def test_a_sentence_that_only_leads_to_the_problems_is_none() -> None:
    """发展短板依然突出： is told by the items behind it; what it counts itself stays."""
    _, drafts = drafts_of(
        "某市2024年政府工作报告\n\n一、2023年工作回顾\n新建学校12所。回顾一年，发展短板依然突出：\n"
        "（一）经济发展质量不高，新兴服务业仅占10%。\n（二）依法行政能力亟待提高。\n二、2024年工作安排\n新建公路30公里。\n"
    )
    problems = [item.text for item in drafts.overview.open if item.status is Status.PROBLEM]
    assert not any("短板依然突出" in text for text in problems), problems


def test_of_work_under_way_the_part_that_is_open_is_listed() -> None:
    """召开会议；项目正在施工: the list of what is open tells the second."""
    point = PointDraft(
        "区政府召开会议安排部署；截至目前，12个项目正在施工。",
        Status.IN_PROGRESS,
        Origin.EXTRACTIVE,
        Range(0, 9),
    )
    analysis, _ = drafts_of(_REPORT)
    items = open_items(analysis, {"1": MeasureDraft("1", (point,), Category.PROJECT)})
    assert [item.text for item in items] == ["截至目前，12个项目正在施工。"]


@pytest.mark.parametrize(
    ("text", "kept", "left"),
    [
        (  # a fall of an indicator whose name is qualified in brackets
            "某市统计公报\n\n一、综合\n全年地区生产总值2237亿元，增长5.7%。\n二、投资\n全年固定资产投资（不含农户）比上年"
            "下降16.3%。其中，国有投资增长4.3%。\n三、文化\n年末有文化馆6个。\n",
            {"2237亿元", "16.3%"},
            {"4.3%", "6个"},
        ),
        (  # seven millions beside thirty billions; what was spent
            "某市预算执行情况的报告\n\n一、执行情况\n（一）一般公共预算。全市一般公共预算收入62.57亿元，下降16%；全市一般公共"
            "预算支出306.28亿元，下降5.5%。\n（二）国有资本。全市国有资本经营预算收入0.07亿元，下降71.3%。\n"
            "（三）基金。全市政府性基金预算收入19.53亿元；全市政府性基金预算支出80.62亿元。\n"
            "（四）社保。全市社会保险基金收入166.37亿元；全市社会保险基金支出152.8亿元。\n"
            "（五）重点支出。全市民生支出178.37亿元；全市教育支出55.2亿元。\n",
            {"306.28亿元", "80.62亿元"},
            {"0.07亿元"},
        ),
        (  # what is there is no target
            "某市园区建设方案\n\n一、目标\n到2030年，引进科技企业1500家，年产值达到1000亿元。\n"
            "二、布局\n（一）核心区。周边聚集了国家级重点实验室16个、工程中心56个。\n（二）任务。要新建载体30万平方米。\n",
            {"1500家", "1000亿元"},
            {"16个", "56个"},
        ),
        (  # of the fines of a law the highest, of its definitions none
            "某市供水管理办法\n\n第一条 供水单位应当保留档案。\n第二条 未保留档案的，处一千元以上五千元以下的罚款；情节严重的，"
            "处五千元以上三万元以下的罚款。\n第三条 未取得许可的，处二千元以上一万元以下的罚款。\n"
            "第四条 本办法所称小型供水，是指日供水量一千立方米以下的供水。\n",
            {"三万元以下"},
            {"一千立方米以下", "一万元以下", "五千元以下"},
        ),
        (  # a level before how far it is above another's; 全省 is no total there
            "某市2024年政府工作报告\n\n一、2023年工作回顾\n地区生产总值1395亿元；规模以上工业增加值增长9%、"
            "高于全省2.4个百分点；城镇居民人均可支配收入49931元；农村居民人均可支配收入24553元。\n"
            "（一）产业。新建园区3个。\n",
            {"1395亿元", "49931元", "24553元"},
            {"2.4个百分点"},
        ),
        (  # two millions recovered beside sixty billions invested
            "某区关于巡视整改进展情况的通报\n\n一、整改\n（一）项目。区重点项目总投资573.4亿元，市重点项目总投资147.4亿元。\n"
            "（二）资金。区创投公司已收回200万元。\n（三）收入。全区一般公共预算收入21.86亿元，立案19件，处分21人。\n"
            "（四）盘活。盘活资金1.2亿元，收回资金1.5亿元。\n",
            {"573.4亿元", "21人"},
            {"200万元"},
        ),
        (  # what all of a city spent comes before what its own level took in
            "某市2025年预算执行情况的报告\n\n一、执行情况\n（一）一般公共预算。全市一般公共预算收入253.8亿元；全市一般公共预算"
            "支出336.7亿元；市本级一般公共预算收入145.3亿元。\n（二）基金。全市政府性基金预算收入168.4亿元。\n",
            {"253.8亿元", "336.7亿元"},
            {"145.3亿元"},
        ),
        (  # what a thing is rated at, or is called by
            "某公司缺陷情况的报告\n\n一、概况\n目前共装用断路器45台。\n二、故障\n±800千伏山北换流站、750千伏"
            "河东变和330千伏大山变断路器陆续发生4起放电故障。\n",
            {"45台"},
            {"800千伏", "750千伏", "330千伏"},
        ),
    ],
)
def test_what_a_report_of_its_kind_is_quoted_by(text: str, kept: set[str], left: set[str]) -> None:
    """Falls, spending, targets, the highest fine; no petty sums, what is there, definitions."""
    key = set(_key(text))
    assert kept <= key
    assert not left & key


def test_what_a_place_inside_the_own_has_is_quoted_last() -> None:
    """高新区一般公共预算收入 beside that of all; the own place and 城镇 are no such place."""
    sentence = "（二）园区。" + "".join(
        f"{name}一般公共预算收入{value}亿元。" for name, value in (("高新区", 51), ("河东县", 32), ("柳镇", 21))
    )
    text = f"某市2024年预算执行报告\n\n一、2023年情况\n（一）全市。一般公共预算收入196亿元。城镇新增就业7.1万人。\n{sentence}\n二、2024年安排\n（一）投资。\n"
    analysis, _ = drafts_of(text)
    local = {row.figure.text for row in rank_figures(analysis) if row.local}
    assert local == {"51亿元", "32亿元", "21亿元"}
    own = text.replace("某市2024年", "高新区2024年", 1)
    assert "51亿元" not in {r.figure.text for r in rank_figures(drafts_of(own)[0]) if r.local}


def test_a_multiple_is_told_by_the_level_that_came_of_it() -> None:
    """翻番达到2206亿元; what is lower than elsewhere did not fall."""
    key = _key(
        "某市2024年政府工作报告\n\n一、2023年工作回顾\n进出口总值翻番达到2206亿元，经济总量达到2.67万亿元。\n"
        "（一）增长。地区生产总值增长4.7%、低于全国0.3个百分点。\n二、2024年工作安排\n（一）投资。\n"
    )
    assert {"2206亿元", "2.67万亿元", "4.7%"} <= set(key)
    assert "翻番" not in key
