"""The small parts of the extractive engine, one claim each."""

from __future__ import annotations

from io import StringIO

import pytest

from summarizer.engines.extractive.category import categorise, words_of
from summarizer.engines.extractive.clauses import balanced, join_spanning, split_clauses
from summarizer.engines.extractive.measures import draft_measure
from summarizer.engines.extractive.scoring import UNFIT
from summarizer.engines.extractive.segments import segments
from summarizer.engines.extractive.shorten import excerpt, shorten, without_note_marks
from summarizer.engines.extractive.units import Places, score_with_heading
from summarizer.engines.extractive.worth import is_slogan
from summarizer.reading import read
from summarizer.vocabulary import Category, Status
from tests.engines.extractive.support import drafts_of


def _clauses(text: str) -> list[str]:
    clauses = join_spanning(text, split_clauses(text))
    return [text[clause.start : clause.end] for clause in clauses]


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        ("甲，乙；丙。丁", ["甲", "乙", "丙", "丁"]),
        ("印发《甲，乙》，共8,214次。", ["印发《甲，乙》", "共8,214次"]),
        ("“甲，乙；丙”问题（丁，戊），己", ["“甲，乙；丙”问题（丁，戊）", "己"]),
        (
            "成立由甲任组长，乙任副组长的领导小组，印发丙",
            ["成立由甲任组长，乙任副组长的领导小组", "印发丙"],
        ),
        ("听取区委、区政府，区人大、区政协汇报", ["听取区委、区政府，区人大、区政协汇报"]),
        (
            "加快推进甲休闲旅游区，乙休闲度假岛、丙会议中心，丁度假区等项目建设，发展旅游",
            ["加快推进甲休闲旅游区，乙休闲度假岛、丙会议中心，丁度假区等项目建设", "发展旅游"],
        ),
        (
            "抢抓工程进度，甲小学、乙小学，丙小学等项目已开工",
            ["抢抓工程进度", "甲小学、乙小学", "丙小学等项目已开工"],
        ),
        ("“甲，乙\n丙", ["“甲", "乙", "丙"]),
    ],
)
def test_clauses_end_only_at_marks_of_the_sentence(text: str, clauses: list[str]) -> None:
    """No comma inside a figure, title, quotation, bracket or spanning modifier ends a clause."""
    assert _clauses(text) == clauses


@pytest.mark.parametrize(
    ("text", "short"),
    [
        (
            "先后制定《甲工作实施方案》《乙工作管理办法》《丙工作考核细则》等制度12项",
            "先后制定《甲工作实施方案》等制度12项",
        ),
        (
            "先后制定《甲工作实施方案》《乙工作管理办法》，推进乙项工作各方面逐步深入",
            "先后制定《甲工作实施方案》《乙工作管理办法》，推进乙项工作各方面逐步深入",
        ),
        (
            "制定《甲领域依法分类处理工作规则》《乙决定合法性审查办法》《丙项目使用办法（试行）》",
            "制定《甲领域依法分类处理工作规则》等文件",
        ),
        (
            "转发《关于印发〈甲区工程项目管理办法（试行）〉的通知》并组织各单位学习",
            "转发《甲区工程项目管理办法（试行）》并组织各单位学习",
        ),
        (  # what is done from where is none of the list
            "对各部门、各单位从整改工作机制、日常管理、结果认定等方面优化、细化考核指标，并持续改进考核工作",
            "对各部门、各单位从整改工作机制、日常管理、结果认定等方面优化、细化考核指标，并持续改进考核工作",
        ),
        (
            "划定“卫津路—电台道—气象台路—复康路—水上公园北道—水上公园西路—红旗南路—双峰道”合围区域约7.14平方公里为核心区规划区域",
            "划定“卫津路—…—双峰道”合围区域约7.14平方公里为核心区规划区域",
        ),
        (
            "中央和省、自治区、直辖市督察采取例行督察和“回头看”、专项督察、生态环境警示片、约谈等形式进行",
            "中央和省、自治区、直辖市督察采取例行督察和“回头看”、专项督察、生态环境警示片、约谈等形式进行",
        ),
    ],
)
def test_lists_of_titles_are_shortened_to_what_names_them(text: str, short: str) -> None:
    """Middle items go where the source says that there are more, and from long rows of titles."""
    assert shorten(text) == short


def test_a_share_is_not_told_without_its_rest() -> None:
    """A part of a summary that would leave out 其余… is not told at all."""
    summary = "截至目前，全市46个停缓建项目，已复工30个，其余16个正在办理前期手续。"
    assert segments(summary, 25) == ()
    assert segments(summary, 60) == (summary[:-1],)


def test_an_excerpt_says_that_it_was_cut() -> None:
    """A text without clauses that fit is cut at a mark and ends in …."""
    text = "、".join(["某某某某某某"] * 30)
    cut = excerpt(text, 80)
    assert len(cut) <= 80
    assert cut.endswith("某…")
    assert text.startswith(cut[:-1])
    assert balanced(cut)


@pytest.mark.parametrize(
    ("text", "slogan"),
    [
        ("提前谋划", True),
        ("提前谋划、充分准备、扎实推进", True),
        ("抓重点、补短板", True),
        ("抓重点、补短板、强弱项", False),
        ("印发方案、召开", False),
        ("PMPM、准备工作", False),
        ("认真开展专题学习", False),
    ],
)
def test_slogans_are_chains_of_four_characters_or_two_short_words(text: str, slogan: bool) -> None:
    """Only Chinese words of such lengths, parted by 、, make a clause a slogan."""
    assert is_slogan(text) is slogan


def test_places_are_those_of_the_view() -> None:
    """However the offsets come, a remembered run of the view gives the same position."""
    view = read(StringIO("一、整改\n 认 真 落 实，\n  共5 个 项目。" * 20)).view
    places = Places(view)
    offsets = [*range(0, 400, 3), *range(400, 0, -7)]
    assert [places.of(offset) for offset in offsets] == [view.locate(o) for o in offsets]


def test_results_come_before_targets_that_are_told_as_such() -> None:
    """An overview of a work report tells what was done, then what is intended, and says so."""
    _, drafts = drafts_of(
        "一、2024年工作回顾\n（一）经济平稳增长。全县地区生产总值完成198.5亿元，增长5.3%。\n"
        "（二）民生改善。新建学校12所，新增学位5000个。\n"
        "二、2025年工作安排\n主要预期目标是：地区生产总值增长5%左右；城镇新增就业8000人。\n"
        "（一）扩大投资。新建公路30公里。\n"
    )
    result, _, target = drafts.overview.summary.partition("主要预期目标是：")
    assert "地区生产总值完成198.5亿元，增长5.3%" in result
    assert "新建公路" not in result
    assert target.startswith("地区生产总值增长5%左右")
    assert [item.unit for item in drafts.overview.open] == ["2", "2.1"]


def test_a_summary_goes_on_after_a_heading_with_a_figure() -> None:
    """The heading is told again only where what follows is not understood without it."""
    _, drafts = drafts_of(
        "一、审计情况\n（一）收入不规范\n"
        "一是多征收税费889.97亿元。28省税务部门多征收耕地占用税331.89亿元。"
        "二是9个地区违规举借20.29亿元。主要用于亮化工程等禁止类项目。\n"
    )
    first, second = (draft.summary for draft in drafts.measures.values())
    assert first == "28省税务部门多征收耕地占用税331.89亿元。"
    assert second.startswith("9个地区违规举借20.29亿元；主要用于亮化工程")


def test_goals_of_a_plan_to_be_are_planned() -> None:
    """What stands under a heading of goals is planned; not where the heading looks back too."""
    text = "一、“十五五”时期主要目标任务\n（一）综合实力提升。建成现代产业体系。\n"
    _, drafts = drafts_of(text)
    assert [draft.status.value for draft in drafts.measures.values()] == ["planned"]


def test_an_accident_notice_is_told_with_its_facts() -> None:
    """What stands before the first unit is told, and its figures are key figures."""
    analysis, drafts = drafts_of(
        "某办公厅关于两起特大事故调查处理情况的通报\n\n各省、自治区、直辖市人民政府：\n\n"
        "2003年5月13日，某煤矿发生特大瓦斯爆炸事故，造成84人死亡、12人受伤，直接经济损失1690万元。\n\n"
        "经调查认定，两起事故均为责任事故。对22名责任人员给予党纪政纪处分，其中2人开除。\n\n"
        "为吸取教训，特提出如下要求：\n\n一、牢固树立安全第一思想。各地区要把安全放在首位。\n\n"
        "二、加大监管力度。各级政府要落实责任。\n"
    )
    assert "造成84人死亡" in drafts.overview.summary
    assert "22名责任人员" in drafts.overview.summary
    figures = {figure.span.start: figure.text for figure in analysis.anchors.figures}
    assert {"84人", "1690万元"} <= {figures[start] for start in drafts.overview.key}
    assert drafts.measures["1"].status is drafts.measures["2"].status is Status.PLANNED


def test_a_headline_names_the_matter_and_what_came_of_it() -> None:
    """A heading stays in few words, a problem says that it is one; nothing passes 40 characters."""
    _, drafts = drafts_of(
        "一、整改情况\n（一）民生实事\n1.教育\n一是新建学校12所，新增学位5000个。二是开展培训。\n"
        "2.关于“服务企业意识有待加强”的问题\n一是走访企业649家，解决困难87个。二是召开会议。\n"
    )
    lines = {unit: draft.headline for unit, draft in drafts.sections.items()}
    assert lines["1.1.1"] == "教育：新建学校12所，新增学位5000个"
    assert lines["1.1.2"] == "针对“服务企业意识有待加强”：走访企业649家，解决困难87个"
    assert all(0 < len(line) <= 40 for line in lines.values())


def test_one_detail_of_many_does_not_head_a_section() -> None:
    """A section of several results is headed by its own words, a total, or what its heading names.

    A problem is answered by what came of it in figures; where nothing did, or that is an effort
    alone, it is told whole, and nothing is cut off that makes a name.
    """
    _, drafts = drafts_of(
        "一、贫困情况\n（一）关于“推进平安建设有弱项，风险防控不到位”的问题\n"
        "一是排查隐患1020处。二是打掉车队5个，挽回资金288.88万元。三是调解纠纷451件。四是走访企业649家。\n"
        "（二）扩大消费\n一是社会消费品零售总额279亿元。二是新建学校12所。三是新建医院3所。四是修路40公里。\n"
        "（三）关于“推进平安建设有弱项，风险防控不到位”的问题\n一是明确任务57项。二是走访企业649家。三是召开会议3次。四是印发通知。\n"
    )
    lines = {unit: draft.headline for unit, draft in drafts.sections.items()}
    assert lines["1"] == "贫困情况：风险防控不到位、扩大消费等"
    assert lines["1.1"] == "针对“风险防控不到位”：打掉车队5个，挽回资金288.88万元"
    assert lines["1.3"] == "针对“推进平安建设有弱项，风险防控不到位”"
    assert lines["1.2"] == "扩大消费：社会消费品零售总额279亿元"


def test_what_goes_on_counting_is_told_with_what_it_goes_on_from() -> None:
    """立案44人 with those disciplined and detained, a figure with its rank."""
    _, drafts = drafts_of(
        "一、执纪\n（一）查办。印发《关于深入推进政治监督具体化精准化常态化的实施方案》。围绕监督开展专题调研，完成调研报告1份。"
        "对群众身边不正之风梳理线索111件，立案44人，党纪政务处分33人，留置9人。\n"
        "（二）收入。2024年上半年全区农村居民人均可支配收入1.87万元，位居全市第一。\n"
    )
    assert "立案44人，党纪政务处分33人，留置9人" in drafts.measures["1.1"].summary
    assert "1.87万元，位居全市第一" in drafts.measures["1.2"].summary


def test_every_paragraph_is_told_of_before_one_is_told_of_twice() -> None:
    """One with many figures leaves room for the next; what makes an account balance takes none."""
    _, drafts = drafts_of(
        "某市统计公报\n\n一、服务业\n全年客运量120万人次，增长3.5%。货运量88万吨，增长2.6%。港口吞吐量45万吨，增长7.7%。"
        "机场起降1.2万架次，增长9.1%。公路通车里程3200公里，增长1.1%。年末邮政网点450处，增长0.4%，服务保障水平持续改善。"
        "电信业务总量33亿元，增长6.2%。移动电话用户210万户，增长1.9%。\n"
        "物流体系更加健全，群众收寄快件更加方便。新增快递站点86个，农村寄递物流体系进一步健全。\n"
        "加上上年结余3亿元，收入总量为5亿元。结转下年支出2亿元，收支平衡，按规定列入预算管理，接受监督检查。\n",
    )
    told = drafts.measures["1"].points
    assert any("快递站点86个" in point.text for point in told), told
    assert not any("结转" in point.text for point in told), told


def test_a_level_is_told_with_its_rise_or_fall_or_not_beside_others() -> None:
    """Of several in a row the last would else stand without it, by what prices it is reckoned too."""
    _, drafts = drafts_of(
        "一、对外贸易\n全年全市货物进出口总额498.04亿元，比上年增长5.6%；其中出口251.86亿元，增长12.8%；进口246.19亿元，下降0.8%。\n"
        "二、农业\n全年完成农林牧渔业总产值246.19亿元，按可比价格计算，同比下降0.8%；粮食产量6.3万吨。\n"
    )
    assert "进口246.19亿元。" not in drafts.measures["1"].summary
    assert "按可比价格计算，同比下降0.8%" in drafts.measures["2"].summary


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("今年是推进全面深化改革的重要一年。推进工商登记制度改革。", "推进工商登记制度改革。"),
        ("推进协作区建设，是必须紧紧抓住的重大机遇。加快户籍统一。", "加快户籍统一。"),
        ("构建新型城乡发展格局，让全市130万人民共享便利。", "构建新型城乡发展格局，让全市130万人民共享便利。"),
    ],
)
def test_how_much_something_matters_gives_way_to_what_is_done(text: str, told: str) -> None:
    """What is important, and of what nobody says by what it comes, is background."""
    _, drafts = drafts_of(f"一、任务\n{text}\n二、其他\n召开会议。\n")
    assert drafts.measures["1"].summary == told


def test_the_next_total_comes_before_the_parts_of_this_one() -> None:
    """What a whole consists of stands between it and the next, and is told for want of that."""
    loans = "年末各项贷款余额4047.9亿元，增长6.3%。"
    deposits = "年末各项存款余额5702.3亿元，增长7.0%。其中非金融企业存款566.4亿元，增长8.3%；住户存款4458.2亿元，增长9.9%。"
    _, drafts = drafts_of(f"一、金融\n{deposits}{loans}\n二、其他\n{deposits}\n")
    assert "贷款余额4047.9亿元" in drafts.measures["1"].summary
    assert "非金融企业存款566.4亿元" not in drafts.measures["1"].summary
    assert "住户存款4458.2亿元" in drafts.measures["2"].summary


def test_a_paragraph_with_a_figure_is_not_passed_over() -> None:
    """Beyond one point for 150 characters, while all of them are a third of the text."""
    post = "全年邮政业务总量24.5亿元，增长9.3%。" + "年末固定电话用户31.7万户，年末移动电话用户639.4万户。" * 4
    _, drafts = drafts_of(
        f"一、服务业\n全市完成交通运输业增加值206.1亿元，比上年增长0.4%。公路里程共计2.1万公里。\n{post}\n"
        f"全年接待国内旅游人数6063.1万人次，增长7.4%。{'年末全市拥有旅游景区45家。' * 6}\n"
    )
    assert len(drafts.measures["1"].points) == 3
    assert "接待国内旅游人数6063.1万人次" in drafts.measures["1"].summary


def test_what_is_only_intended_is_told_so_in_an_overview_of_results() -> None:
    """A bare promise (新建公路30公里) gets a word that says that it is one."""
    _, drafts = drafts_of(
        "一、2023年工作回顾\n（一）教育。新建学校12所，新增学位5000个。\n"
        "二、2024年工作安排\n（一）投资。新建公路30公里，改造管网12公里。\n"
    )
    result, _, ahead = drafts.overview.summary.partition("下一步：")
    assert "新建学校12所" in result
    assert "新建公路30公里" in ahead


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("建成泵站12座，增长5%。", "reported"),
        ("目前，还存在一定差距，部分指标仍然不高。", "problem"),
        ("2023年，预计完成投资84亿元。", "reported"),
        ("移交信访举报件已办结49件，党纪政务处分8人；其余正在办理中。", "in_progress"),
        ("均已现场下达整改通知单。", "reported"),
        ("税收制度改革有序推进。", "reported"),
        ("东环路项目有序推进。", "in_progress"),
        ("文明城市创建有序推进。", "in_progress"),
        ("珠海隧道、黄茅海大桥等项目加快建设。", "in_progress"),
        ("建成省级人力资源服务产业园，发放补贴8285.8万元。", "completed"),
        ("率先完成“瓶改管”专项任务，事故起数下降9.7%。", "completed"),
        ("重点领域仍需稳定投入，支出压力有增无减。", "problem"),
        ("财政收入增长的基础尚不牢固。", "problem"),
        ("投机性需求得到明显抑制，多数城市房价环比下降，调控效果正在显现。", "reported"),
        ("全年保障性住房基本建成432万套，新开工建设1043万套。", "reported"),
    ],
)
def test_a_point_is_told_no_further_than_its_words_say(text: str, status: str) -> None:
    """Each kind of word for how far something has come, in a text of results."""
    _, drafts = drafts_of(f"某市2024年政府工作报告\n\n一、2023年工作回顾\n（一）某方面。{text}\n")
    (measure,) = drafts.measures.values()
    assert measure.status.value == status


@pytest.mark.parametrize(
    ("text", "torn"),
    [
        ("开展专项整治，巡视反馈以来签订的重大项目，均严格按照流程进行审批。", "签订的重大项目。"),
        ("中央单位办公用房维修改造项目，由主管部门审批；其余项目，由地方审批。", "改造项目；"),
        ("在市委的坚强领导下，在省厅的指导支持下，积极应对挑战，建成泵站12座。", "指导支持下。"),
        ("建立一批辐射全省，面向南亚的农资市场，促进流通。", "辐射全省。"),
        ("财源不足，加之受减税降费等因素影响，预算收入增速持续回落。", "影响。"),
        ("对暂不具备条件的新兴领域组织，深入开展进企入社行动12次。", "领域组织。"),
    ],
)
def test_no_point_ends_before_it_says_something(text: str, torn: str) -> None:
    """Subjects, circumstances and half modifiers are not told without what they belong to."""
    _, drafts = drafts_of(f"一、工作情况\n（一）某方面\n{text}\n")
    (measure,) = drafts.measures.values()
    assert torn not in measure.summary


@pytest.mark.parametrize(
    ("text", "heading", "category"),
    [
        ("被巡察党组织领导班子应当配合。", "", Category.SUPERVISION),  # no 组织领导 in it
        ("改善营商环境。", "", Category.ECONOMY),  # no 环境
        ("完善水环境、水生态、水资源、江河、湿地保护制度。", "强化法治保障", Category.ENVIRONMENT),
        ("完善水环境保护制度，加强行政执法。", "强化法治保障", Category.GOVERNANCE),
        ("坚持人民立场、贯彻群众路线；", "", Category.OTHER),
    ],
)
def test_a_category_is_that_of_words_that_do_not_overlap(
    text: str, heading: str, category: Category
) -> None:
    """Of overlapping words the first counts; many words of a text outweigh no heading for long."""
    assert categorise(text, heading=heading) is category


def test_an_item_that_only_names_something_is_about_what_opens_its_list() -> None:
    """The bodies of a list are no matter of their own: what the list is of tells it."""
    _, drafts = drafts_of(
        "某条例\n\n第一条 中央巡视对象范围是：\n（一）省、市人民法院、人民检察院党组；\n"
        "（二）中管高校党委。\n第二条 巡视组应当听取汇报。\n"
    )
    listed = [draft.category for name, draft in drafts.measures.items() if name.startswith("1.")]
    assert listed == [Category.SUPERVISION, Category.SUPERVISION]


def test_what_all_of_a_report_is_about_is_the_matter_of_parts_that_name_none() -> None:
    """The category of the word that half of the measures hold; another matter outweighs it."""
    common = words_of(["完善碳排放核算。", "规范碳排放核查。", "扩展交易主体。"])
    assert categorise("扩展交易主体。", common=common) is Category.ENVIRONMENT
    assert categorise("扩展交易主体，加强干部队伍。", common=common) is Category.PERSONNEL
    assert categorise("扩展交易主体。") is Category.OTHER


@pytest.mark.parametrize(
    ("report", "told", "untold"),
    [
        (  # a communiqué: what the economy made, what fell, no part of an income alone
            "某市2025年统计公报\n\n一、综合\n全年地方一般公共预算收入93.52亿元，比上年增长7.0%，其中税收收入51.92亿元，下降1.5%。"
            "全年实现地区生产总值2237.30亿元，比上年增长5.7%。\n二、投资\n全年固定资产投资（不含农户）比上年下降16.3%。\n"
            "三、人口\n全年出生人口2.28万人，死亡人口2.75万人，死亡率为7.47‰。城镇居民人均可支配收入41578元，增长4.4%，"
            "工资性收入24031元，经营净收入3963元，转移净收入11388元。\n",
            ["地区生产总值2237.30亿元，比上年增长5.7%", "下降16.3%"],
            ["工资性收入24031元；", "工资性收入24031元。", "死亡"],
        ),
        (  # a budget: what came in and what was spent
            "某市2025年预算执行情况的报告\n\n一、执行情况\n（一）一般公共预算。全市一般公共预算收入完成62.57亿元，下降16%，"
            "主要是一次性收入减少。全市一般公共预算支出完成306.28亿元，下降5.5%，主要是上级补助减少。\n（二）国有资本。"
            "全市国有资本经营预算收入完成0.07亿元，下降71.3%。\n（三）工作。举办培训3期。\n",
            ["收入完成62.57亿元，下降16%", "支出完成306.28亿元，下降5.5%"],
            [],
        ),
        (  # what answers an audit: how many are done, and what is open as what is open
            "某公司关于审计发现问题整改情况的报告\n\n一、工作开展情况\n一是领导重视。组织召开整改部署会3次。二是过程管控。"
            "将整改纳入业绩考核。\n二、整改总体完成情况\n截至11月，审计下达整改意见问题4个，已完成整改3个。1个问题正在整改中。\n"
            "三、尚未整改到位的问题及措施\n截至11月，公司尚有民企清欠不到位1项问题未整改到位。其中：\n"
            "（1）甲公司尚未整改到位欠款6笔，已安排专人对接。\n（2）乙公司尚未整改到位欠款20笔，金额4.76万元。\n",
            ["整改意见问题4个，已完成整改3个", "尚有民企清欠不到位1项问题未整改到位"],
            ["下一步", "审计发现："],
        ),
    ],
)
def test_an_overview_opens_with_the_figures_of_its_kind(
    report: str, told: list[str], untold: list[str]
) -> None:
    """The sentences by which a report will be quoted, wherever they stand, each matter once."""
    _, drafts = drafts_of(report)
    summary = drafts.overview.summary
    assert all(words in summary for words in told), summary
    assert not any(words in summary for words in untold), summary


def test_the_word_on_the_whole_opens_an_overview_without_a_figure() -> None:
    """反馈的整改任务均已完成 is what a reader asks first, and 仍存问题 what he asks last."""
    _, drafts = drafts_of(
        "某区关于巡视整改情况的通报\n\n一、整改部署\n（一）方案。细化分解48个具体问题161条整改措施。\n"
        "二、整改成效\n集中整改期间，反馈的整改任务均已按计划完成整改。\n（一）教育。新建学校12所。\n"
        "三、下一步打算\n与群众期盼相比还存在一定差距。\n"
    )
    summary = drafts.overview.summary
    assert "反馈的整改任务均已按计划完成整改" in summary
    assert "48个具体问题161条整改措施" in summary
    assert summary.endswith("与群众期盼相比还存在一定差距。")


def test_what_stands_in_brackets_behind_a_full_stop_is_no_clause() -> None:
    """It tells who is charged with the sentence before it; where no subject stands, they act."""
    _, drafts = drafts_of(
        "某市试点方案\n\n一、任务\n（一）统计。健全废物统计制度，统一数据口径。（生态环境局牵头，"
        "工业和信息化局、统计局参与）支持发展共享经济，限制使用一次性用品。（商务局负责）\n"
        "（二）奖补。安排奖补资金。\n"
    )
    first = drafts.measures["1.1"]
    assert "（" not in first.summary
    assert first.actors == ("生态环境局", "商务局")


@pytest.mark.parametrize(
    ("clause", "told"),
    [
        ("经济运行总体平稳，新建学校12所", True),
        ("就业形势保持稳定，新建学校12所", True),
        ("对外开放取得新突破，新建学校12所", True),
        ("从实际情况出发，新建学校12所", False),
    ],
)
def test_a_word_that_begins_like_a_preposition_is_none(clause: str, told: bool) -> None:
    """经济 and 就业 open clauses of their own; 经 and 就 open what is told with the next one."""
    assert (clause.partition("，")[0] in segments(f"{clause}。", 14)) is told


def test_names_of_offices_are_no_matter() -> None:
    """工业和信息化部 says who acts, and nothing of what is done."""
    assert categorise("由工业和信息化部会同商务部、农业农村部确定") is Category.OTHER
    assert categorise("改造商贸和工业园区") is Category.ECONOMY


def test_a_verb_and_a_bare_count_head_nothing() -> None:
    """年内完成20个 is told only with what it counts."""
    told = "在成规模的小区全部设置平价蔬菜超市，年内完成20个。"
    assert segments(told, 20) == ("在成规模的小区全部设置平价蔬菜超市",)


def test_what_an_accident_cost_comes_before_who_was_punished() -> None:
    """86 deaths are told before the punishment of one director."""
    _, drafts = drafts_of(
        "某办公厅关于事故的通报\n\n一、事故情况\n2003年5月13日，某煤矿发生爆炸，造成86名矿工遇难。"
        "矿长受到开除留用2年、留党察看2年处分。\n"
    )
    assert "86名矿工遇难" in drafts.measures["1"].points[0].text


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "各级政府要从全面贯彻落实方针，维护群众安全的高度，认真落实责任制，排查隐患。",
            "要从全面贯彻落实方针，维护群众安全的高度，认真落实责任制",
        ),
        (
            "主管部门采取函告、约谈等方式，督促问题整改。",
            "主管部门采取函告、约谈等方式，督促问题整改",
        ),
        (
            "公共停车场，是指在道路以外，为公众提供停车服务的场所。",
            "公共停车场，是指在道路以外，为公众提供停车服务的场所",
        ),
        (  # a rate of the clause before it; no grade without its fall
            "1月至11月，1940个考核断面中，优良断面比例为82.0%，同比上升5.6个百分点；劣Ⅴ类断面比例为0.7%，同比下降2.1个百分点。",
            "1940个考核断面中，优良断面比例为82.0%，同比上升5.6个百分点",
        ),
        (
            "全年粮食种植面积245.29千公顷，粮食总产量160.76万吨，增产1.2%。",
            "粮食总产量160.76万吨，增产1.2%",
        ),
        (
            "发生道路运输事故62起、下降19.5%，死亡33人、下降26.7%。",
            "发生道路运输事故62起、下降19.5%，死亡33人",
        ),
        (
            "将研究所、服务中心、大厦等地块纳入二期供给规划，整合后总占地面积约18.01万平方米，可提供载体空间约79万平方米。",
            "纳入二期供给规划，整合后总占地面积约18.01万平方米",
        ),
        (
            "甲公司尚未付清欠款4笔，涉及金额117.55万元，其中3笔欠款的项目已完工，未验收。",
            "其中3笔欠款的项目已完工，未验收",
        ),
        (
            "一般电导率较高时，盐度≥2‰，受盐度影响较大，水质监测数据可不参与评价。",
            "一般电导率较高时，盐度≥2‰，受盐度影响较大，水质监测数据可不参与评价",
        ),
        (
            "问：《方案》提出的按新方式进行监测，分别是指什么？答：新方式即国控断面的9项指标，由水站自动监测。",
            "新方式即国控断面的9项指标",
        ),
        ("本市停车场的规划建设，适用本条例。", "本市停车场的规划建设，适用本条例"),
        ("评估和检查的结果，将作为干部评价的参考。", "评估和检查的结果，将作为干部评价的参考"),
        (
            "定期开展城市公共停车设施运行成效评估，反馈给各区管理机构，抄送各有关主管部门和单位，"
            "适时发布评估结果。原则上每五年开展一次。",
            "定期开展城市公共停车设施运行成效评估",
        ),
    ],
)
def test_what_a_clause_needs_is_told_with_it(text: str, told: str) -> None:
    """What is looked from, by which means, what is meant, what bears on what; the main action."""
    _, drafts = drafts_of(f"某市管理办法\n\n一、管理\n（一）{text}\n")
    assert told in drafts.measures["1.1"].summary


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("50项民生实事高质量完成，90多万群众提前喝上引调水。", "completed"),
        ("甲高速建成通车。", "completed"),
        ("首批“虚拟电厂”项目获批建设，并网规模达191.8万千瓦。", "reported"),
        ("该问题将根据今年水稻的增产情况统筹考虑。", "planned"),
        ("历史遗留的超计划问题将一并得到解决。", "planned"),
        ("甲市重大项目计划投资232亿元，完成63.5%。", "reported"),
        ("甲市重大项目计划投资232亿元，力争完成63.5%。", "planned"),
    ],
)
def test_the_status_is_that_of_the_verb(text: str, status: str) -> None:
    """What is finished well or opened is finished, 虚拟 intends nothing, 将 does whatever follows."""
    _, drafts = drafts_of(
        f"某市2024年政府工作报告\n\n一、2023年工作回顾\n（一）{text}\n（二）召开会议。\n"
    )
    assert drafts.measures["1.1"].status.value == status


def test_a_reply_is_told_and_not_what_was_asked() -> None:
    """The request is nobody's act, the answer stands without the formula that opens it."""
    _, drafts = drafts_of(
        "某办公厅关于某省所提问题办理情况的函\n\n一、关于甲隧道建设问题。你省请求，中央对甲隧道建设予以支持。\n"
        "发展改革委会同有关部门研究提出了办理意见：目前你省正在开展前期工作，待你省上报建议书后，交通部将进行行业审查，"
        "发展改革委将按照《决定》精神，尽快研究办理。\n"
        "二、关于水稻良种补贴问题。你省请求，将你省纳入补贴区域。\n财政部会同农业部研究提出了办理意见：该问题将统筹考虑。"
        "如果增产比较多，则可不增加补贴省份；反之，可相应考虑增加你省为补贴省份。\n"
    )
    first, second = drafts.measures["1"].summary, drafts.measures["2"].summary
    assert first.startswith("目前你省正在开展前期工作，待你省上报建议书后，交通部将进行行业审查")
    assert not first.endswith("精神。")
    assert "办理意见" not in first + second
    assert "反之" not in second or "如果增产比较多" in second


def test_what_is_so_now_is_no_promise_of_a_plan() -> None:
    """正在 is under way, 目前 tells what has come to be, and nobody plans to be praised."""
    _, drafts = drafts_of(
        "某市数据建设实施方案\n\n一、任务\n（一）标准。我局正在编制系列标准解读，并将开展推广应用。\n"
        "（二）政策。目前，已联合六部门出台配套政策文件。\n（三）审查。2019年底创新出台延迟审查机制，受到广泛好评。\n"
        "（四）安全。目前，市场好转，把安全放在首位，健全管理机制。\n"
    )
    statuses = [drafts.measures[f"1.{number}"].status for number in range(1, 5)]
    assert statuses == [Status.IN_PROGRESS, Status.REPORTED, Status.REPORTED, Status.PLANNED]


def test_what_is_not_done_yet_is_told() -> None:
    """A rest that is still being dealt with is told beside what is done, and decides the status."""
    _, drafts = drafts_of(
        "某区整改情况通报\n\n一、整改情况\n（一）移交件。巡视组移交问题线索已全部办结，给予党纪政务处分3人。"
        "移交信访举报件已办结49件，党纪政务处分8人；其余正在办理中。交办来信来电共135件，目前已全部办理完毕。\n"
    )
    draft = drafts.measures["1.1"]
    assert "其余正在办理中" in draft.summary
    assert draft.status is Status.IN_PROGRESS


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "深化专项整治，坚持每月一调度，及时掌握工作进展，分析存在问题，制定下步推进措施。"
            "截至目前，已有13个领域完成整治，1个领域正在推进；1—5月份，查处损害利益问题16起，处理16人，"
            "给予党纪政务处分10人。",
            "已有13个领域完成整治，1个领域正在推进",
        ),
        (
            "截至2024年8月，全区一般预算收入21.86亿元，在全市10个载体中排名第六。",
            "全区一般预算收入",
        ),
    ],
)
def test_what_is_left_or_ranked_is_told_with_what_it_is_of(text: str, told: str) -> None:
    """1个领域正在推进 alone would hide that 13 are finished, 排名第六 alone what is ranked."""
    analysis, _ = drafts_of(f"某区整改情况通报\n\n一、整改情况\n（一）{text}\n")
    (unit,) = analysis.outline.leaves()
    for terse in (False, True):
        assert told in draft_measure(analysis, unit, terse=terse).summary


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("国家出台了支持革命老区振兴的意见，启动了新的规划。", "reported"),
        ("建立了台账的单位要逐项销号。", "planned"),
        ("拟订国有资产管理规章制度并组织实施。", "planned"),
        ("区域内设有5条轨道线、7个轨道站点，周边还有三甲医院3家。", "reported"),
        ("众创大街已初具创新创业集聚效应。", "reported"),
        ("园区现有载体21万平方米，可提供工位3000个。", "reported"),
        ("每个镇内设有1所标准化卫生院。", "planned"),
        ("核心区内设有展厅3处，建设人才公寓400套。", "planned"),
        ("甲公司尚未整改到位欠款20笔，涉及金额4.76万元。", "problem"),
        ("甲公司尚未整改到位欠款6笔，已安排专人对接。", "in_progress"),
        ("对尚未完成整改的问题，逐项明确责任人。", "planned"),
        ("审计建议采纳情况：无。", "reported"),
        ("落实支部建设行动计划，入选全国党建样板支部1个。", "reported"),
    ],
)
def test_what_lies_behind_is_not_planned(text: str, status: str) -> None:
    """In a text of what is to come 了 tells what was done, where nothing speaks ahead.

    So do the words that say that something is there; arrears are no promise.
    """
    _, drafts = drafts_of(f"某市2024年政府工作报告\n\n一、2024年工作安排\n（一）某方面。{text}\n")
    assert drafts.measures["1.1"].status.value == status


def test_what_was_long_undone_is_not_kept_up() -> None:
    """长期未配备 tells of the fault that was mended, 长期开展 and 长期坚持 of what goes on."""
    _, drafts = drafts_of(
        "某区整改情况通报\n\n一、整改情况\n（一）干部。对长期未配备岗位进行补充配备，持续优化干部结构。\n"
        "（二）禁毒。长期保持严打高压态势。\n（三）作风。长期不懈抓好作风建设。\n"
    )
    kept = [drafts.measures[unit].points[0].status for unit in ("1.1", "1.2", "1.3")]
    assert kept == [Status.REPORTED, Status.ONGOING, Status.ONGOING]


def test_a_missed_target_is_a_problem() -> None:
    """主要指标均未完成预期目标 is told in the text of results and is no result."""
    _, drafts = drafts_of(
        "某市2024年政府工作报告\n\n一、2023年工作回顾\n（一）经济。主要指标均未完成上次会议确定的预期目标。\n"
        "（二）项目。对未完成年度目标的单位进行约谈。\n"
    )
    assert drafts.measures["1.1"].status is Status.PROBLEM
    assert drafts.measures["1.2"].status is Status.REPORTED


def test_a_law_is_summed_up_by_what_it_binds_to_and_when() -> None:
    """When it begins stands in its last article, whatever follows that there."""
    _, drafts = drafts_of(
        "某省督察条例\n\n第一章 总则\n第一条 省委统一领导督察工作。\n第二章 机构\n第二条 有关部门应当支持督察工作，协助做好相关工作。\n"
        "第三章 程序\n第三条 督察组应当在进驻结束后形成督察报告。\n第四章 附则\n第四条 本条例自发布之日起施行。2019年印发的《某省督察规定》同时废止。\n"
    )
    told = drafts.overview.summary
    assert "督察组应当在进驻结束后形成督察报告" in told
    assert "本条例自发布之日起施行" in told


def test_no_half_of_a_head_is_told_alone() -> None:
    """暂时不具备条件的市地 says nothing alone, nor does 对甲 without 以及乙的情形."""
    _, drafts = drafts_of(
        "某省实施意见\n\n一、实施\n（一）步骤。暂时不具备条件的市地，适时按程序启动实施。\n"
        "（二）约束。对未在制度启动时初次参保，以及中断缴费后再次参保的情形，制定待遇等待期等约束措施。\n"
    )
    assert drafts.measures["1.1"].summary == "暂时不具备条件的市地，适时按程序启动实施。"
    assert "初次参保，以及中断缴费后再次参保的情形，制定" in drafts.measures["1.2"].summary


def test_a_goal_is_told_with_its_day_and_within_its_years() -> None:
    """力争到2020年 says nothing alone; 5年内 is a figure that needs no name."""
    _, drafts = drafts_of(
        "某市实施意见\n\n一、目标\n（一）城乡更美。统筹城乡规划布局、基础设施和公共服务，加快建设一批特色小镇，力争到2020年，"
        "中心城区空间范围达到75平方公里左右，建成区绿化覆盖率达到48%以上，森林覆盖率和水环境质量继续保持领先水平。\n"
        "（二）千名人才培训项目。5年内选派不少于1000名经济社会发展重点领域紧缺人才赴海外培训，"
        "培养具有国际视野、熟悉国际规则、掌握国际先进技术的国际化人才。\n"
    )
    assert "到2020年。" not in drafts.measures["1.1"].summary
    assert drafts.measures["1.2"].summary.startswith("5年内选派不少于1000名")


def test_what_something_is_for_gives_way_to_the_figure_that_it_leads_to() -> None:
    """Of a clause and its ground that do not fit together the ground is left out; no case is."""
    ground = "在中国储备粮管理集团有限公司、国家粮食和储备局实际无法完成全年储备任务的情况下，"
    fact = "财政部未及时据实调减储备贷款利息和费用补贴预算176.5亿元"
    case = "在一个纳税年度内发生的与基本医保相关的医药费用支出由纳税人自行负担并且超过规定标准的，"
    rule = "由纳税人在办理年度汇算清缴时于80000元限额之内据实予以扣除"
    _, drafts = drafts_of(
        f"某市审计报告\n\n一、情况\n（一）预算。{ground}{fact}。\n（二）扣除。{case}{rule}。\n"
    )
    assert drafts.measures["1.1"].summary == f"{fact}。"
    assert not drafts.measures["1.2"].summary.startswith(rule)


def test_another_time_ends_the_day_that_a_paragraph_is_set_for() -> None:
    """到2035年 holds for its own sentence, not for what the next one dates itself."""
    _, drafts = drafts_of(
        "某省工作报告\n\n一、目标\n（一）奋斗目标。到2035年，与全国同步基本实现现代化。“十四五”时期，全省生产总值年均增长7%左右，"
        "常住人口城镇化率达到58%左右。\n（二）召开会议。\n"
    )
    assert "到2035年，“十四五”" not in drafts.measures["1.1"].summary
    assert "“十四五”时期，全省生产总值年均增长7%" in drafts.measures["1.1"].summary


def test_a_share_of_a_budget_stays_with_what_it_is_a_share_of() -> None:
    """为预算的96.4% is no head of the next clause: it is told of 增值税 or not at all."""
    _, drafts = drafts_of(
        "某市预算报告\n\n一、收入\n（一）税收。税收收入完成1381835万元，为预算的109.5%，增长22.38%。"
        "其中：增值税完成661233万元，为预算的96.4%，增长13.11%；企业所得税完成180414万元，为预算的143.73%，"
        "增长45.32%；个人所得税完成25899万元，为预算的123.99%，下降1.13%。\n（二）召开会议。\n"
    )
    told = drafts.measures["1.1"].summary
    assert told.startswith("税收收入完成1381835万元，为预算的109.5%，增长22.38%")
    assert "96.4%" not in told or "增值税完成661233万元，为预算的96.4%" in told


def test_what_a_passage_comes_to_is_told_before_what_it_comes_from() -> None:
    """为此，《通知》提出 leads to what is to be done, whatever stands before it."""
    _, drafts = drafts_of(
        "某部门政策解读\n\n一、奖励\n（一）完善制度设计，全面取消各地对申请阶段的资助和奖励。我国制度起步较晚，工作基础较为薄弱。"
        "在制度建立和发展初期，各级地方政府结合各地实际，出台专利、商标资助奖励政策，客观上起到了提升全社会意识的作用。"
        "但在资助奖励政策执行过程中，部分申请人为套取资助和奖励，不以使用为目的注册商标，在一定程度上也导致了恶意注册现象的出现。"
        "为此，《通知》提出，各地在今年6月底前，全面取消对专利、商标申请阶段的资助和奖励。\n（二）召开会议。\n"
    )
    assert "全面取消对专利、商标申请阶段的资助和奖励" in drafts.measures["1.1"].summary


def test_the_session_that_approved_a_budget_leaves_room_for_what_came_of_it() -> None:
    """What an account includes is part of its name, the number of a session is none of the matter."""
    _, drafts = drafts_of(
        "某市财政决算报告\n\n一、决算\n（一）收支。市十七届人民代表大会第四次会议批准的市本级（含高新开发区）2025年一般公共预算收入为18.63亿元，"
        "实际完成10.93亿元。\n（二）召开会议。\n"
    )
    told = "会议批准的市本级（含高新开发区）2025年一般公共预算收入为18.63亿元，实际完成10.93亿元。"
    assert drafts.measures["1.1"].summary == told


def test_the_lines_of_a_signature_are_no_points() -> None:
    """A place and a day on lines of their own end a text that was put below another."""
    analysis, _ = drafts_of(
        "某市复函\n\n一、调查报告\n专家组实地调查了坡地，认为是浅源地震造成的。建议继续加强监测研究，掌握其动态变化。\n"
        "甲省乙县丙镇丁村\n二〇〇四年九月二十三日\n二、专家组意见\n建议加强监测。\n"
    )
    unit = analysis.outline.units[0]
    told = [item.text for item in score_with_heading(analysis, unit).scored if item.score > UNFIT]
    assert "建议继续加强监测研究" in told
    assert not {"甲省乙县丙镇丁村", "二〇〇四年九月二十三日"} & set(told)


def test_who_is_bound_by_a_list_may_stand_a_clause_before_it() -> None:
    """管理单位应当对使用安全负责，履行下列义务：（一）如实记录 … and not 并对下列电梯实施检查."""
    _, drafts = drafts_of(
        "某市电梯条例\n第一条 使用管理单位应当对使用安全负责，履行下列义务：\n（一）保持应急照明正常运行；\n（二）如实记录检查情况。\n"
        "第二条 监管部门应当编制计划，并对下列电梯实施重点监督检查：\n（一）公众聚集场所使用的；\n（二）使用十五年以上的。\n"
    )
    told = [drafts.measures[unit].summary for unit in ("1.1", "1.2", "2.1")]
    assert told[:2] == ["使用管理单位应当保持应急照明正常运行。", "使用管理单位应当如实记录检查情况。"]
    assert "应当并对" not in told[2]


def test_a_list_is_told_with_what_opens_it() -> None:
    """A section that is a list says what it lists; items that catch the rest are counted alone."""
    _, drafts = drafts_of(
        "某市督察条例\n\n第一章 总则\n第一条 督察由市委负责。\n第二章 对象\n第二条 督察的对象包括：\n（一）各县党委和政府；\n（二）有关市属企业；\n"
        "（三）其他需要督察的单位。\n第三条 督察对象是本市单位。督察的主要内容包括：\n（一）决策部署贯彻落实情况；\n"
        "（二）问题整改情况。\n第三章 附则\n第四条 本条例自2026年7月1日起施行。\n"
    )
    assert drafts.sections["2.1"].summary == "督察的对象包括：各县党委和政府；有关市属企业等3项。"
    told = "督察的主要内容包括：决策部署贯彻落实情况；问题整改情况。"
    assert drafts.sections["2.2"].summary == told
    assert "其他" not in drafts.sections["2"].summary


@pytest.mark.parametrize(
    ("article", "told"),
    [
        (
            "违反本条例第十条规定，伪造、变造或者买卖电动自行车号牌的，由交通管理部门处二千元以上二万元以下罚款。",
            "伪造、变造或者买卖电动自行车号牌的，由交通管理部门处二千元以上二万元以下罚款。",
        ),
        (
            "本条例所称电动自行车，是指具备脚踏骑行功能的两轮自行车。",
            "本条例所称电动自行车，是指具备脚踏骑行功能的两轮自行车。",
        ),
        (
            "为了加强电动自行车管理，维护道路交通秩序，根据有关法律、行政法规，结合本省实际，制定本条例。",
            "制定本条例。",
        ),
        ("驾驶电动自行车，应当佩戴安全头盔。", "驾驶电动自行车，应当佩戴安全头盔。"),
        (
            "未经登记并编入名册，任何组织和个人不得从事本条例第三条规定的业务。",
            "未经登记并编入名册，任何组织和个人不得从事本条例第三条规定的业务。",
        ),
        (
            "机构变更名称、住所，以及设立机构的组织变更负责人，应当申请变更登记。",
            "机构变更名称、住所，以及设立机构的组织变更负责人，应当申请变更登记。",
        ),
        (
            "机构不是法人的，设立机构的组织应当承担责任。",
            "机构不是法人的，设立机构的组织应当承担责任。",
        ),
        (
            "供热设施，应当经业主大会同意后向供热企业移交，由其管理。已成立业主委员会的小区，应当召开业主大会。",
            "供热设施，应当经业主大会同意后向供热企业移交",
        ),
        (
            "主管部门应当按照年度编制机构名册，并予以公告；对停业整改的机构，应当暂缓编入名册。",
            "主管部门应当按照年度编制机构名册",
        ),
        (
            "主管部门应当会同规划部门依据城市总体规划组织编制供热规划。企业能力不足时，主管部门可以调整。",
            "主管部门应当会同规划部门依据城市总体规划组织编制供热规划",
        ),
        (
            "具体办法由市人民政府，甲乙经济开发区管委会制定。",
            "具体办法由市人民政府，甲乙经济开发区管委会制定。",
        ),
        (
            "学校应当根据自身特点和人才培养需要，主动与具备条件的企业开展合作，编制年度计划。",
            "学校应当根据自身特点和人才培养需要，主动与具备条件的企业开展合作",
        ),
        (  # what comes of a warning, without the article that is broken
            "违反本条例第十三条第一款规定，饮用水经营者未及时公示或者公示虚假信息的，由卫生健康主管部门给予警告，"
            "责令限期改正；逾期不改正的，处五百元以上三千元以下的罚款。",
            "饮用水经营者未及时公示或者公示虚假信息的，给予警告，责令限期改正；逾期不改正的，处五百元以上三千元以下的罚款。",
        ),
        (  # the first of two cases, and no actor
            "违反本条例第八条规定，供水单位未按照规定配备符合净水工艺的净化设施和消毒设施，或者净化、消毒设施未正常运转的，"
            "由卫生健康主管部门责令限期改正，可以处一千元以上一万元以下的罚款。",
            "供水单位未按照规定配备符合净水工艺的净化设施和消毒设施的，责令限期改正，可以处一千元以上一万元以下的罚款。",
        ),
        (  # the first of those who break it
            "违反本条例第十八条规定，集中式供水单位、二次供水单位、饮用水经营者、涉水产品生产企业安排未取得健康合格证明的人员"
            "直接从事供水、管水工作或者水质处理器（材料）生产的，由主管部门责令限期改正，处每人次五百元的罚款。",
            "集中式供水单位等安排未取得健康合格证明的人员直接从事供水、管水工作或者水质处理器生产的，处每人次五百元的罚款。",
        ),
        (  # all of it is told of the first words
            "直接从事供水、管水人员和直接从事水质处理器（材料）生产的人员，取得健康合格证明后方可上岗工作，且每年至少进行一次健康检查。",
            "直接从事供水、管水人员等，取得健康合格证明后方可上岗工作，且每年至少进行一次健康检查。",
        ),
        (  # who was bound is bound still
            "卫生、水利等部门应当建立饮用水污染事件应急机制，接到水污染事件报告后应当按照规定向同级人民政府报告，"
            "并按照各自职责对饮用水污染事件进行调查处置。",
            "卫生、水利等部门应当建立饮用水污染事件应急机制",
        ),
        (
            "参与应急工作的国务院有关部门（单位）和省级人民政府有关部门，要向国家应急指挥部办公室提供准确有效的通信联络方式，"
            "并要及时更新，保证通信畅通。",
            "参与应急工作的国务院有关部门等，要向国家应急指挥部办公室提供准确有效的通信联络方式",
        ),
        (  # a list that stays open
            "涉水的产品，是指在饮用水生产和供水过程中，与饮用水接触的联接材料、塑料及有机合成管材、管件、防护涂料、水处理剂、"
            "除垢剂及其他新材料、化学物质。",
            "涉水的产品，是指在饮用水生产和供水过程中，与饮用水接触的联接材料等。",
        ),
        (  # cut in its case rather than before the fine
            "违反本条例第十八条规定，供水单位在未经上级主管部门同意的情形下自行对主要供水管网和附属的各类设施进行大规模拆除、"
            "改造、迁移或者长期停用并且造成用户用水困难的，由主管部门处五千元的罚款。",
            "…的，处五千元的罚款。",
        ),
        ("工作人员滥用职权，依法给予处分。", "工作人员滥用职权，依法给予处分。"),
        (  # neither half of a meaning nor what is beside it
            "分质供水，是指对符合要求的原水做深度处理，通过独立的循环管道输送，供人们直接饮用的供水方式，包括自建的设施。",
            "分质供水，是指对符合要求的原水做深度处理，通过独立的循环管道输送，供人们直接饮用的供水方式，包括自建的设施。",
        ),
        (
            "本条例所称的院前急救服务，是指由急救中心、急救站（以下统称急救机构）按照统一的指挥和调度，"
            "在患者送达医疗机构救治前开展的以现场抢救、转运途中紧急救治和监护为主的医疗活动。",
            "院前急救服务，是指在患者送达医疗机构救治前开展的以现场抢救、转运途中紧急救治和监护为主的医疗活动。",
        ),
        (  # a rule with what it comes to, and whom it binds
            "被责令停止供水的集中式供水单位、二次供水单位、饮用水经营者，恢复供水前应当及时查明原因，消除安全隐患，"
            "水质检测合格后方可供水。",
            "被责令停止供水的集中式供水单位等，恢复供水前应当及时查明原因，消除安全隐患，水质检测合格后方可供水。",
        ),
    ],
)
def test_a_rule_is_told_with_whom_and_what_it_holds_for(article: str, told: str) -> None:
    """Neither the case without what it costs, nor the term without its meaning."""
    _, drafts = drafts_of(
        f"某省电动自行车管理条例\n\n第一条 {article}\n第二条 本条例自2020年7月1日起施行。\n"
    )
    assert told in drafts.measures["1"].summary


@pytest.mark.parametrize(
    ("lead", "item", "told"),
    [
        ("禁止下列改装电动自行车的行为：", "拆除限速装置；", "禁止拆除限速装置。"),
        (
            "任何人不得实施下列损害车辆的行为：",
            "乘用报废的车辆；",
            "任何人不得乘用报废的车辆。",
        ),
        (
            "有下列情形之一的，由公安机关扣留车辆：",
            "使用伪造号牌的；",
            "使用伪造号牌的，由公安机关扣留车辆。",
        ),
        ("有下列情形之一的，主管部门不予受理：", "材料不齐的；", "材料不齐的，主管部门不予受理。"),
        (
            "有下列行为之一的，由主管部门给予警告、停业三个月以下的处罚，可以并处一万元以下罚款：",
            "超出范围经营的；",
            "超出范围经营的，由主管部门给予警告、停业三个月以下的处罚，可以并处一万元以下罚款。",
        ),
        (  # the fine is told, and who punishes is not
            "违反本条例规定，供热企业有下列行为之一的，由供热主管部门责令限期改正；"
            "逾期不改正的，处三万元以上三十万元以下罚款，有违法所得的，没收违法所得：",
            "擅自超出供热范围发展用户的；",
            "擅自超出供热范围发展用户的，责令限期改正；逾期不改正的，处三万元以上三十万元以下罚款，"
            "有违法所得的，没收违法所得。",
        ),
        ("经营者应当履行下列义务：", "建立安全管理制度；", "经营者应当建立安全管理制度。"),
        (
            "供水单位应当遵守下列规定：",
            "每半年至少检测一次，检测不合格的不得供水；",
            "供水单位应当每半年至少检测一次，检测不合格的不得供水。",
        ),
        ("有下列行为之一的，依照有关法规处理。", "哄抬物价的；", "哄抬物价的，依照有关法规处理。"),
        ("供水单位应当遵守下列规定：", "供水设施符合国家规范；", "供水设施符合国家规范。"),
        ("主管部门应当采取下列措施：", "责令暂停供水；", "主管部门应当责令暂停供水。"),
        ("申请人应当具备下列条件：", "有固定的场所；", "申请人应当有固定的场所。"),
        (
            "主管部门应当对下列事项进行重点检查：",
            "产品质量；",
            "主管部门应当对产品质量进行重点检查。",
        ),
        ("审计应当包括下列内容：", "预算执行情况；", "审计应当包括预算执行情况。"),
        ("本办法下列用语的含义是：", "甲物，是指用于乙的丙；", "甲物，是指用于乙的丙。"),
        (
            "走私、贩卖下列毒品，应当认定为“数量大”：",
            "可卡因五十克以上；",
            "走私、贩卖可卡因五十克以上，应当认定为“数量大”。",
        ),
        (
            "禁止移植古树，但有下列情形之一的除外：",
            "建设项目无法避让的；",
            "禁止移植古树，但建设项目无法避让的除外。",
        ),
        (
            "工作人员有下列行为之一，造成不良后果的，由所在单位给予处分：",
            "未依法开展检查；",
            "工作人员未依法开展检查，造成不良后果的，由所在单位给予处分。",
        ),
        (
            "汽车出现下列情形之一，销售者应当退货：",
            "累计更换2次的；",
            "累计更换2次的，销售者应当退货。",
        ),
        ("有下列行为之一的，处罚款：", "甲的，处一万元罚款；", "甲的，处一万元罚款。"),
        ("古树按照下列规定实行保护：", "名木实行一级保护；", "名木实行一级保护。"),
        (
            "禁止实施下列改装、拼装电动自行车的行为：",
            "改变电动机等影响车辆安全性能的部件的；",
            "禁止改变电动机等影响车辆安全性能的部件。",
        ),
    ],
)
def test_an_item_says_what_its_list_says_of_each(lead: str, item: str, told: str) -> None:
    """What is forbidden, what follows from a case, what somebody must do, what holds for each."""
    _, drafts = drafts_of(
        f"某省电动自行车管理条例\n\n第一条 {lead}\n（一）{item}\n（二）其他情形。\n第二条 本条例自2020年7月1日起施行。\n"
    )
    assert drafts.measures["1.1"].summary == told


def test_bare_verbs_say_that_the_one_thing_before_them_is_done() -> None:
    """排查隐患1020处，已全部整改 is done; of which of several things they are said is open."""
    _, drafts = drafts_of(
        "一、整改\n（一）安全。排查隐患1020处，已全部整改。\n（二）作风。召开会议，开展检查，已全部整改。\n"
    )
    assert drafts.measures["1.1"].status is Status.COMPLETED
    assert drafts.measures["1.2"].status is Status.REPORTED


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("完成了敬老院、儿童福利院联建及托养中心建设。", "completed"),
        ("建成了10家农超对接平价店。", "completed"),
        ("5所学校操场改造、7所食堂建设全部竣工投入使用。", "completed"),
        ("如期完成主城区管网改造，铺设管道12公里。", "completed"),
        ("完成了医院迁建的各项前期工作。", "reported"),
        ("完成了86个问题的整改。", "reported"),
        ("完成了年度投资计划的85.2%。", "reported"),
        ("建成了一期厂房，二期正在建设。", "in_progress"),
        ("整改意见问题4个，已完成整改3个，1个正在整改中。", "mostly_completed"),
        ("整改意见问题9个，已完成整改3个，6个正在整改中。", "in_progress"),
    ],
)
def test_what_is_told_in_the_perfect_is_done(text: str, status: str) -> None:
    """Not a part of it, and not so many of nobody knows how many."""
    _, drafts = drafts_of(f"某市2024年政府工作报告\n\n一、2023年工作回顾\n（一）某方面。{text}\n")
    assert [point.status.value for point in drafts.measures["1.1"].points] == [status]


def test_a_year_to_come_is_planned_whatever_the_text_is() -> None:
    """到2022年 in a text of 2019 that says nothing else of its time."""
    _, drafts = drafts_of(
        "某省职业教育改革情况的报告\n\n2019年1月24日\n\n一、基本情况\n（一）指标。到2022年，建设50所高水平高等职业学校。\n"
        "（二）基础。建成高等职业学校12所。\n"
    )
    assert drafts.measures["1.1"].status is Status.PLANNED
    assert drafts.measures["1.2"].status is Status.REPORTED


def test_what_a_speech_demands_is_planned() -> None:
    """要, 必须 and 我们将 in a text that says nothing of its time; 将甲作为乙 is no promise."""
    _, drafts = drafts_of(
        "在招标工作会议上的讲话\n\n一、资格管理\n（一）认定。目前已有542家机构获得资格。\n（二）机构。各机构要遵守法律法规。\n"
        "（三）服务。我们将提高工作效率，在短时间内完成证书的更换。\n（四）检查。将制度执行情况作为检查重点，组织察访11次。\n"
    )
    statuses = [drafts.measures[f"1.{place}"].status for place in range(1, 5)]
    assert statuses == [Status.REPORTED, Status.PLANNED, Status.PLANNED, Status.REPORTED]


def test_a_rate_in_the_first_sentence_of_a_rule_is_told() -> None:
    """第五条 …的支出，按照每月1000元的标准定额扣除: the heading is the rule."""
    _, drafts = drafts_of(
        "个人所得税专项附加扣除暂行办法\n\n第五条 子女接受学历教育的支出，按照每个子女每月1000元的标准定额扣除。\n"
        "学历教育包括义务教育、高中阶段教育、高等教育。\n第六条 本办法自2019年1月1日起施行。\n"
    )
    first = next(iter(drafts.measures.values()))
    assert "按照每个子女每月1000元的标准定额扣除" in first.summary


_LAW = (
    "某市古树名木保护条例\n\n第一条 为了加强古树名木保护，传承历史文化，促进生态文明建设，根据《森林法》等法律法规，"
    "结合本市实际，制定本条例。\n第二条 本市行政区域内古树名木（以下统称古树）的保护，适用本条例。\n"
    "第三条 市人民政府负责古树的保护，并将其纳入城乡规划。\n第四条 违反本条例规定，擅自移动保护标志、损毁保护设施的，"
    "由主管部门责令限期恢复原状，可以处五百元以下罚款。\n第五条 本条例自2019年5月1日起施行。\n"
)


def test_an_article_is_headed_by_what_it_says_first() -> None:
    """Whom it binds to what, in whole clauses, behind what every article on a breach says."""
    analysis, drafts = drafts_of(_LAW)
    lines = [drafts.sections[unit.id].headline for unit in analysis.outline.units]
    assert lines == [
        "为了加强古树名木保护，制定本条例",
        "本市行政区域内古树名木的保护，适用本条例",
        "市人民政府负责古树的保护，并将其纳入城乡规划",
        "擅自移动保护标志、损毁保护设施的，由主管部门责令限期恢复原状",
        "本条例自2019年5月1日起施行",
    ]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (  # a chapter of rules: its first rule with a term
            "某市供水管理办法\n\n第一章 卫生管理\n第一条 供水单位应当建立卫生管理制度。\n第二条 二次供水单位应当每半年至少进行一次"
            "水质检测。\n第二章 附则\n第三条 本办法自2020年4月1日起施行。\n",
            "卫生管理：二次供水单位应当每半年至少进行一次水质检测",
        ),
        (  # a time alone says nothing
            "某市汽车三包规定\n\n第一章 附则\n第一条 本规定下列用语的含义：单次修理时间，指自消费者与修理者确定"
            "修理之时至完成修理之时。以小时计算，每满24小时，为1日；余下时间不足24小时的，以1日计。\n第二章 争议\n第二条 消费者可以依法请求调解。\n",
            "附则",
        ),
        (  # a part of a scheme: its target
            "某市园区建设方案\n\n一、总体要求\n（一）理念。坚持市场运作。\n（二）目标。到2027年，引进科技企业1000家。\n"
            "二、保障措施\n（一）组织。加强组织领导。\n（二）资金。加强资金保障。\n",
            "总体要求：到2027年，引进科技企业1000家",
        ),
        (  # a question gives way to what answers it
            "某部负责人就监测方案答记者问\n\n一、制定方案的目的意义为何\n方案统一了监测网络，全国共设置国控断面3646个。\n"
            "二、评价方式是否具有可比性\n两种方式的评价结果基本一致。\n",
            "方案统一了监测网络，全国共设置国控断面3646个",
        ),
        (  # a part of its own text: what is done first, in a whole clause
            "某县工作报告\n\n一、深化学习教育\n坚持不懈用新思想凝心铸魂，持续推动全县各级党员干部学深悟透、融会贯通、真信笃行、知行合一。"
            "各级党委要会同宣传部门、党校等，组织编写面向全县各级党员干部的理论学习简明读本并做好阐释工作。落实理论学习教育计划，坚持集中轮训。\n二、其他\n召开会议。\n",
            "深化学习教育：落实理论学习教育计划",
        ),
        (  # what it tells in figures has no room: something beside them would be a trifle
            "某县财政报告\n\n一、全面推进社会保险基金保障\n全县城乡居民基本养老保险和机关事业单位养老保险基金收入合计完成86.86亿元，增长7.1%。当前决算正在汇总清理。\n"
            "二、其他\n召开会议。\n",
            "全面推进社会保险基金保障",
        ),
        (  # what its heading has said is no news
            "某县实施方案\n\n一、建立办事台账\n建立办事台账制度。召集各乡镇逐村排查。\n二、其他\n召开会议。\n",
            "建立办事台账：召集各乡镇逐村排查",
        ),
        (  # several parts by their names; what all begin with tells them not apart
            "某市财政报告\n\n一、重点工作\n（一）坚持开源为要，持续推动经济稳定增长\n加强监测。\n（二）持续加大民生支出力度\n"
            "加强保障。\n（三）切实提升财政治理效能水平，持续推进财政科学管理\n加强管理。\n二、其他\n召开会议。\n",
            "重点工作：推动经济稳定增长、加大民生支出力度、推进财政科学管理",
        ),
        (  # the one part that it has
            "某市改革方案\n\n一、深化政协机构改革\n（一）优化界别设置\n增设环境资源界。\n二、其他\n召开会议。\n",
            "深化政协机构改革：优化界别设置",
        ),
        (  # all that it says first, where a bare topic leaves no room for that
            "某省工作报告\n\n一、粮食市场\n各级发改部门及粮食局会同有关部门建立覆盖全省的预警系统。\n二、其他\n召开会议。\n",
            "各级发改部门及粮食局会同有关部门建立覆盖全省的预警系统",
        ),
        (  # as headings name their matter
            "某市整改报告\n\n一、监督责任落实情况\n（一）关于日常监督方面\n加强监测。\n（二）关于重点领域监管方面\n加强保障。\n"
            "二、其他\n召开会议。\n",
            "监督责任落实情况：日常监督、重点领域监管",
        ),
        (  # what all of them end in is told once
            "某市财政报告\n\n一、预算执行情况\n（一）一般公共预算收支情况\n收支平衡。\n（二）政府性基金预算收支情况\n收支平衡。\n"
            "（三）社会保险基金预算收支情况\n收支平衡。\n二、其他\n召开会议。\n",
            "预算执行情况：一般公共、政府性基金、社会保险基金预算收支情况",
        ),
        (  # a sentence is no name, and of one part alone nobody can tell how far it stands for others
            "某市检查报告\n\n一、主要问题\n（一）受工艺影响，设备内部遗留多重问题，长期运行后影响局部电场的分布，并导致套管移位\n"
            "查明原因。\n（二）制度没有落实\n查明原因。\n二、其他\n召开会议。\n",
            "主要问题",
        ),
        (  # a chapter of rules whose name holds a verb; when the text begins to hold
            "某市督察条例\n\n第一章 督察整改\n第一条 被督察对象应当建立台账，实施清单化管理。\n第二章 附则\n"
            "第二条 本条例由市委负责解释。\n第三条 本条例自发布之日起施行。\n",
            "督察整改：被督察对象应当建立台账，实施清单化管理",
        ),
    ],
)
def test_a_bare_topic_or_a_question_is_no_headline(text: str, line: str) -> None:
    """It is headed by what the part sets, the figure or term first, or by the answer."""
    _, drafts = drafts_of(text)
    assert drafts.sections["1"].headline == line


@pytest.mark.parametrize(
    ("article", "told"),
    [
        (  # the second paragraph is not told without the first
            "备案人应当备案有关信息。\n备案信息发生变化的，备案人应当自变化之日起20个工作日内报送全部更新材料，并按照规定逐项核对登记事项和网点资料。",
            "备案人应当备案有关信息",
        ),
        (  # by what somebody acts is not what he does
            "市委组织部按照干部管理权限，将督察结果和督察整改工作有关情况作为领导班子和领导干部考核评价的重要依据，加强结果运用。",
            "市委组织部按照干部管理权限，将督察结果和督察整改工作有关情况作为领导班子和领导干部考核评价的重要依据",
        ),
    ],
)
def test_an_article_is_told_by_its_first_paragraph(article: str, told: str) -> None:
    """What follows from a rule is not told without it, nor by what somebody acts without what."""
    _, drafts = drafts_of(
        f"某市督察条例\n\n第一条 {article}\n第二条 本条例自2026年7月1日起施行。\n"
    )
    assert told in drafts.measures["1"].summary


def test_a_law_is_told_by_what_it_is_for_and_leaves_nothing_open() -> None:
    """Its purpose, what it holds for and when it begins; its norms are no promises."""
    _, drafts = drafts_of(_LAW)
    told = drafts.overview.summary
    assert "制定本条例；本市行政区域内古树名木的保护，适用本条例；" in told
    assert told.endswith("；本条例自2019年5月1日起施行。")
    assert drafts.overview.open == ()


@pytest.mark.parametrize(
    ("source", "told"),
    [
        (
            "某机构改革方案\n\n一、新组建的部、委2个\n1、中华人民共和国人事部\n2、中华人民共和国水利部\n",
            "新组建的部、委2个：中华人民共和国水利部。",
        ),
        (  # a case with what the heading of its list says of each
            "某省意见\n\n一、不得担任村党组织成员的主要情形（2条）\n1.涉嫌犯罪，已被立案侦查的。\n2.被责令辞职或被免职的。\n",
            "被责令辞职或被免职的，不得担任村党组织成员。",
        ),
        (
            "某县规划\n\n一、脱贫计划\n（一）减贫乡镇：2个（甲镇、乙镇）\n（二）极贫乡镇：1个（代化镇）\n",
            "极贫乡镇：1个（代化镇）。",
        ),
    ],
)
def test_what_is_only_named_or_counted_is_told_with_what_it_is_one_of(
    source: str, told: str
) -> None:
    """A name under the heading of its list, a count behind its own heading."""
    analysis, drafts = drafts_of(source)
    assert drafts.measures[analysis.outline.leaves()[-1].id].summary == told


def test_parts_are_told_only_beside_their_whole() -> None:
    """Of parts alone nobody hears that they are parts: here, of a branch that fell."""
    _, drafts = drafts_of(
        "某市2025年国民经济和社会发展统计公报\n\n一、工业和建筑业\n"
        "全年全部工业增加值1244.48亿元，比上年增长6.6%。规模以上工业增加值增长8.2%。在规模以上工业中，分轻重工看，轻工业增长5.4%，"
        "重工业增长8.4%；分门类看，采矿业增加值增长9.9%，制造业增长11.2%。\n"
        "全年规模以上工业中，煤炭开采和洗选业增长10.2%，化学原料和化学制品制造业增长15.5%，医药制造业增长12.5%。\n"
        "全年规模以上工业产销率95.4%。规模以上工业企业营业收入3834.75亿元，比上年下降1.6%；营业成本3265.23亿元，下降0.4%。\n"
        "全年规模以上工业企业利润总额185.82亿元，比上年下降10.6%。\n"
        "具有资质等级建筑业企业548个，实现建筑业总产值497.38亿元，比上年下降9.8%。其中，国有及国有控股企业产值220.33亿元，增长3.9%。"
        "房屋建筑施工面积814.09万平方米，比上年下降17.5%；房屋建筑竣工面积435.69万平方米，增长42.3%。\n二、其他\n召开会议。\n"
    )
    told = "".join(point.text for point in drafts.measures["1"].points)
    assert "施工面积814.09万平方米" in told
    assert "国有控股企业产值" not in told


@pytest.mark.parametrize(
    ("source", "told"),
    [
        (  # 并入 is one word, 并 alone a connective
            "并入有关部门，作为部管理的国家局。",
            "并入有关部门，作为部管理的国家局。",
        ),
        (  # a list inside of brackets is none of the clause
            "全面落实村级重大事项“四议两公开”（村党组织提议、村“两委”会议商议、党员大会审议，决议公开）、社区重大事项“五议一备”等"
            "民主决策机制。",
            "全面落实村级重大事项“四议两公开”、社区重大事项“五议一备”等民主决策机制。",
        ),
        (  # neither was done
            "各方没有牢固树立安全发展理念，真正把安全放在首位，造成2人死亡。",
            "各方没有牢固树立安全发展理念，真正把安全放在首位，造成2人死亡。",
        ),
        (  # how dear something is comes with the thing; a definition is no head of its figures
            "健全包联机制，谋划重大项目1084项，预期投资达2487亿元。",
            "健全包联机制，谋划重大项目1084项，预期投资达2487亿元。",
        ),
        (
            "水资源总量是指地表水和地下水之和，再扣除二者之间的重复量，全县的水资源总量为11.72亿立方米，甲区的水资源总量"
            "为2.22亿立方米，占全县的19.0%。",
            "全县的水资源总量为11.72亿立方米，甲区的水资源总量为2.22亿立方米，占全县的19.0%。",
        ),
        (  # what 这 stands for has another sentence
            "这不仅滋生官僚主义，助长不正之风，也造成沉重负担。中央财政收入下降12%，财政几乎都成了吃饭财政。",
            "中央财政收入下降12%，财政几乎都成了吃饭财政。",
        ),
    ],
)
def test_no_clause_is_told_without_what_it_hangs_on(source: str, told: str) -> None:
    """Its first character, what denies it, what it is said of."""
    analysis, drafts = drafts_of(
        f"某市工作总结\n\n一、工作\n（一）概况\n情况较好。\n（二）落实\n{source}\n"
    )
    assert drafts.measures[analysis.outline.leaves()[-1].id].points[-1].text == told


def test_a_second_list_does_not_complete_the_sentence_above_the_first() -> None:
    """What opens the first says nothing of what the second one holds."""
    analysis, drafts = drafts_of(
        "某市事故调查报告\n\n一、调查情况\n调查组查明，事故的直接原因：一是隧道底部存在深厚的富水粉砂层；二是盾尾密封装置在使用中耐压性能下降。"
        "事故暴露出2个方面的教训：一是参建各方安全风险意识淡薄；二是施工技术标准滞后。\n"
    )
    told = [drafts.measures[leaf.id].summary for leaf in analysis.outline.leaves()]
    assert not any("原因" in text for text in told[2:]), told


_PLAN = (
    "某市粮食应急预案\n\n1 总则\n1.1 编制目的\n保障粮食市场供应。\n1.2 适用范围\n本预案适用于粮食应急工作。\n"
    "2 职责\n2.1 指挥部负责统一领导，24小时内向市政府报告。\n2.2 财政部门应当安排经费。\n"
)


@pytest.mark.parametrize(
    "title", ["某市粮食应急预案", "某市消防安全操作规程", "某法院关于办案问题的解释"]
)
def test_rules_that_stand_leave_nothing_open(title: str) -> None:
    """By the kind that the title names, articles or not; a scheme of work is another matter."""
    _, drafts = drafts_of(_PLAN.replace("某市粮食应急预案", title))
    assert drafts.overview.open == ()
    _, drafts = drafts_of(_PLAN.replace("某市粮食应急预案", "某市粮食应急工作方案"))
    assert drafts.overview.open


def test_a_law_is_told_by_its_duties_and_its_highest_fine() -> None:
    """A duty of each chapter, a term first; no list of the chapters' names."""
    _, drafts = drafts_of(
        "某市供水管理办法\n\n第一章 总则\n第一条 为了加强供水管理，制定本办法。\n第二条 本市行政区域内的供水，适用本办法。\n"
        "第二章 卫生管理\n第三条 供水单位应当建立管理制度。\n第四条 二次供水单位应当每半年至少进行一次水质检测。\n"
        "第三章 法律责任\n第五条 供水单位未建立制度的，处一千元以上五千元以下的罚款。\n"
        "第六条 未取得许可擅自供水的，处五千元以上三万元以下的罚款。\n第四章 附则\n第七条 本办法自2020年4月1日起施行。\n"
    )
    told = drafts.overview.summary
    for words in ("适用本办法", "每半年至少进行一次水质检测", "三万元以下的罚款", "起施行"):
        assert words in told, told
    assert "等章" not in told


def test_an_interpretation_is_told_by_what_its_lead_says_it_is_for() -> None:
    """为惩治甲，根据乙，现就丙解释如下, where no article says it."""
    _, drafts = drafts_of(
        "最高人民法院关于审理某类案件的解释\n\n为依法惩治犯罪，根据有关法律的规定，现就适用法律的若干问题解释如下：\n"
        "第一条 走私下列物品，应当认定为数量大：\n（一）甲物品五十克以上；\n（二）乙物品一百克以上。\n"
        "第二条 走私下列物品，应当认定为数量较大：\n（一）甲物品十克以上；\n（二）乙物品二十克以上。\n"
    )
    assert drafts.overview.summary.startswith("为依法惩治犯罪，现就适用法律的若干问题解释如下")


@pytest.mark.parametrize(
    ("source", "told"),
    [
        (
            "全年社会总产值①16242亿元，比上年增长16.2%。",
            "全年社会总产值16242亿元，比上年增长16.2%。",
        ),
        ("全年地区生产总值[2]达13778.34亿元。", "全年地区生产总值达13778.34亿元。"),
        ("生产总值3033亿元，比上年增长5.3%[2]。", "生产总值3033亿元，比上年增长5.3%。"),
        ("组建①甲车间和②乙车间，投资3亿元。", "组建①甲车间和②乙车间，投资3亿元。"),
    ],
)
def test_the_marks_of_notes_are_not_told(source: str, told: str) -> None:
    """What a note explains is told without its mark; what counts items stays."""
    assert without_note_marks(source) == told


def test_a_term_inside_of_a_paragraph_holds_for_its_sentence_alone() -> None:
    """What opens a paragraph holds for all of it: 到2025年，…。粮食产量达到…."""
    _, drafts = drafts_of(
        "某省关于支持重点县的意见\n\n一、措施\n（一）人才。组建科技特派团，到2022年，实现服务全覆盖。"
        "重点县可按不超过50%的比例面向本地生源招募人员。\n（二）目标。到2025年，耕地达到300万亩。粮食产量达到20亿斤。\n"
    )
    assert "到2022年，重点县" not in drafts.measures["1.1"].summary
    assert "到2025年" in drafts.measures["1.2"].points[-1].text
