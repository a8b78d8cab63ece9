"""The one page: what it holds, that it stays a page, and where it says to look."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from rich.cells import cell_len

from summarizer import Report, Settings, summarize
from summarizer.models import Figure, KeyFigure, Measure, OpenItem, Point, Section, Span
from summarizer.output import Style, by_name, text, told
from summarizer.output.one_page import one_page, shortened
from summarizer.output.page_fit import LONG, MOST_LINES, SHARE, fitted
from summarizer.output.periods import period
from summarizer.output.phrases import key_figure
from summarizer.output.places import Places
from summarizer.output.quoted import Quoted
from summarizer.output.text.page import page_for
from summarizer.output.wording import words
from summarizer.reading import from_text
from summarizer.vocabulary import FigureRole, Lang, PeriodFrom, Status
from tests import bundled
from tests.conftest import ROOT
from tests.output.reports import FIGURE, TEXT, model_report, report, span

REPORTS = ROOT / "tests" / "data" / "reports"


def made_of(text: str) -> Report:
    """The summary of a text without a model."""
    return summarize(from_text(text), Settings(engine="extractive"))


def rich(name: str) -> Report:
    """A real report with as much for the page as an engine can give it."""
    made = bundled.summary(REPORTS / f"{name}.txt")
    figures = [(m.id, f) for m in made.measures for f in m.figures]
    keys = tuple(KeyFigure(unit=unit, figure=figure) for unit, figure in figures[:8])
    items = tuple(
        OpenItem(unit=m.id, status=status, text=m.summary, span=m.span)
        for m, status in zip(made.measures[::3], list(Status) * 9, strict=False)
    )

    def headed(section: Section) -> Section:
        headline = (section.summary or section.heading or section.id)[:40]
        below = tuple(headed(child) for child in section.sections)
        return section.model_copy(update={"headline": headline, "sections": below})

    overview = made.overview.model_copy(update={"key_figures": keys, "open": items})
    sections = tuple(headed(section) for section in made.sections)
    return made.model_copy(update={"overview": overview, "sections": sections})


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", ["jinghu-2025", "guyuan-2016", "kuiwen-2020"])
def test_a_page_stays_a_page(name: str, lang: Lang) -> None:
    """At most 45 lines of 80 cells; at most 6 % of a source above 15,000 characters."""
    made = rich(name)
    printed = text.render(made, Style(lang=lang))
    lines = printed.splitlines()
    assert len(lines) <= MOST_LINES
    assert max(map(cell_len, lines)) <= 80
    if made.source.characters > LONG:
        assert len(printed) <= made.source.characters * SHARE


def test_the_page_of_a_long_report_tells_every_part() -> None:
    """142 measures leave room for all key figures, open items, sections and what to look at."""
    page = page_for(rich("jinghu-2025"), "zh")
    assert len(page.key_figures) == 8
    assert len(page.open) >= 4
    assert len(page.sections) >= 11
    assert page.look
    assert page.open_left > 0


def test_what_the_page_refers_to_has_an_id() -> None:
    """Every line of the lists begins with the id of a unit of the report."""
    made = rich("jinghu-2025")
    known = {m.id for m in made.measures} | {s.id for s in made.walk()}
    page = page_for(made, "zh")
    for line in (*page.key_figures, *page.open, *page.sections):
        assert set(line.units) <= known


def test_page_in_words() -> None:
    """Title, facts, overview, figure with unit and period, progress, open items, doubts."""
    printed = text.render(report(), Style())
    assert printed.startswith("某区通报\n中共某区委 · 2025年7月15日 · report.txt")
    assert "巡视巡察：省委巡视组，2024年4月28日至7月27日，2024年10月24日反馈" in printed
    assert "1.1 办结率 同比↑ 83.2%（2025年1—6月）" in printed
    assert "进展  正在推进 1 · 计划 1 · 已开展（未说是否完成） 1" in printed
    assert "1.1 正在推进  尚有2件正在推进" in printed
    assert "1 培训3次，尚有2件未结" in printed
    assert "✗ 83.6%：原文为83.2%（1.1）" in printed
    assert "! 文中称“3次”（1.1），正文只有2次" in printed
    assert "! 表格未能读出 t2：列数不齐“另表”" in printed
    assert "! 删去的语句 1（1.1）" in printed


def test_page_of_a_model_says_what_was_extracted() -> None:
    """Units that a model did not write are named among what to look at."""
    assert "改用原文摘录的 1 项措施（1.2）" in text.render(model_report(), Style())


def test_measures_without_anything_to_check_are_named() -> None:
    """A measure without figure, date or document is named; a plan is not expected to have any."""
    bare = report().find("1.2").model_copy(update={"dates": (), "documents": ()})
    first = report().sections[0]
    section = first.model_copy(update={"measures": (first.measures[0], bare)})
    made = report(sections=(section, report().sections[1]))
    last = one_page(made, "zh").look[-1]
    assert last.units == ("1.2",)
    assert last.text == "1 项措施没有数据、日期或文件"


def test_markdown_begins_with_the_page() -> None:
    """The Markdown begins with the same page; `page` stops there, and keeps the footnotes."""
    full = str(by_name("md").render(report(), Style()))
    page = str(by_name("md").render(report(), Style(detail="page")))
    head = page.partition("\n[^1]:")[0].rstrip()
    assert full.startswith(head)
    assert "[^1]: 1.1 “2025年上半年办结率83.2%”" in page


def test_sections_are_told_without_their_measures() -> None:
    """`sections` tells what each part comes to, not the single measures."""
    printed = text.render(report(), Style(detail="sections"))
    assert "开展培训，制定办法。" in printed
    assert "制定《督查办法》" not in printed


@pytest.mark.parametrize(
    ("given", "most", "told"),
    [
        ("一句话。", 10, "一句话。"),
        ("第一句说完了。第二句太长放不下", 10, "第一句说完了。"),
        ("第一段；第二段太长放不下了吧", 8, "第一段。"),
        ("一整句都没有停顿的话", 6, "一整句都没…"),
    ],
)
def test_overview_is_cut_at_sentences(given: str, most: int, told: str) -> None:
    """An overview that is too long ends with a sentence, or says that it is cut."""
    assert shortened(given, most) == told


@pytest.mark.parametrize(
    ("interval", "zh", "en"),
    [
        ("2024-01-01/2024-12-31", "2024年", "2024"),
        ("2024-01-01/2024-06-30", "2024年1—6月", "2024-01 to 2024-06"),
        ("2024-02-01/2024-02-29", "2024年2月", "2024-02"),
        ("2024-04-28/2024-07-27", "2024年4月28日至7月27日", "2024-04-28 to 2024-07-27"),
        ("2023-11-24/2024-01-31", "2023年11月24日至2024年1月31日", "2023-11-24 to 2024-01-31"),
        ("2021-01-01/2024-12-31", "2021年至2024年", "2021 to 2024"),
        ("2025-06-03", "2025年6月3日", "2025-06-03"),
        ("--06-30", "6月30日", "06-30"),
        ("--01-01/--07-31", "1—7月", "months 1 to 7"),
        ("--02-01/--02-28", "2月", "month 2"),
        ("--05-19/--06-02", "5月19日至6月2日", "05-19 to 06-02"),
        ("---19/---19", "---19/---19", "---19/---19"),
    ],
)
def test_periods_in_words(interval: str, zh: str, en: str) -> None:
    """An ISO interval is told as reports tell it; what is none stays as it is."""
    assert period(interval, "zh") == zh
    assert period(interval, "en") == en


def test_a_place_is_told_by_its_innermost_unit() -> None:
    """The unit is the innermost that holds the place; outside all of them there are only words."""
    places = Places(report(), "zh")
    assert places.unit_at(FIGURE.span.start) == "1.1"
    assert places.unit_at(TEXT.index("关于")) == "1"
    assert places.unit_at(0) == ""
    assert places.told(span("某区通报")) == "“某区通报”"
    assert places.told(FIGURE.span) == "1.1 “2025年上半年办结率83.2%”"


def test_an_offset_that_is_part_of_a_claim_stays() -> None:
    """Only the offset of the finding's own place is turned into a unit."""
    finding = report().find("1.1").findings[0]
    other = finding.model_copy(update={"reason": "位置99：原文无此语"})
    assert Places(report(), "zh").finding(other) == "位置99：原文无此语"


def test_both_languages_have_the_same_words() -> None:
    """No printed form lacks a word in one of the languages, or a place in it."""
    zh, en = words("zh"), words("en")
    assert zh.keys() == en.keys()
    assert all(zh.values()) and all(en.values())
    for term in ("more_items", "more_places", "cite_form", "cite_whole", "feedback"):
        assert re.findall(r"\{\w*\}", zh[term]) == re.findall(r"\{\w*\}", en[term])


def test_no_word_is_left_over() -> None:
    """Every word of the table is named somewhere in the package."""
    code = "".join(p.read_text(encoding="utf-8") for p in (ROOT / "summarizer").rglob("*.py"))
    built = (
        "filter_",
        "by_",
        "cache_",
        "noise_",
        "up",
        "down",
        "flat",
    )  # named by a vocabulary's own terms
    left = [t for t in words("zh") if f'"{t}"' not in code and f"'{t}'" not in code]
    assert [term for term in left if not term.startswith(built)] == []


def test_a_figure_has_no_arrow_where_it_is_a_level() -> None:
    """Only a change has a direction to be shown: ↑ 57.7% would be read as a growth of that much."""
    level = FIGURE.model_copy(update={"role": FigureRole.LEVEL})
    key = KeyFigure(unit="1.1", figure=level)
    overview = report().overview.model_copy(update={"key_figures": (key,)})
    page = one_page(report(overview=overview), "zh")
    assert page.key_figures[0].text == "办结率 同比 83.2%（2025年1—6月）"


@pytest.mark.parametrize(
    ("interval", "found", "shown"),
    [
        ("2024-04-10/2025-09-01", PeriodFrom.STATED, "（2024年4月10日至2025年9月1日）"),
        ("2024-04-10/2025-09-01", PeriodFrom.INHERITED, ""),
        ("2015-01-01/2015-12-31", PeriodFrom.INHERITED, "（2015年）"),
    ],
)
def test_the_span_a_unit_is_about_is_no_period_to_quote(
    interval: str, found: PeriodFrom, shown: str
) -> None:
    """A period is told where it is stated, or is a year or months that the heading gives."""
    figure = FIGURE.model_copy(update={"period": interval, "period_from": found})
    assert key_figure(figure, "zh") == f"办结率 同比↑ 83.2%{shown}"


def test_an_unread_table_is_told_once_with_its_reason() -> None:
    """In the reader's language, by its id, and not a second time as a note on the source."""
    rows = "项目 | 金额\n--- | ---\n收入 | 2235\n支出 | 772"
    text = f"一、收支情况\n收支如下。\n\n{rows}\n\n二、其他\n新增岗位35个。\n"
    reasons: dict[Lang, str] = {"zh": "“金额”一列没有单位", "en": "no unit for 金额"}
    for lang, reason in reasons.items():
        report = summarize(from_text(text), Settings(engine="extractive", lang=lang))
        told = [line.text for line in one_page(report, lang).look]
        assert [line for line in told if "t1" in line or reason in line] == [
            line for line in told if "t1" in line and reason in line
        ]
        assert sum("t1" in line for line in told) == 1


def test_tables_that_are_not_read_take_one_line() -> None:
    """Of several only which they are; nothing that reads as a fault of the text."""
    rows = "项目 | 金额\n--- | ---\n收入 | 2235\n支出 | 772"
    text = f"一、收支情况\n收支如下。\n\n{rows}\n\n二、其他\n新增岗位35个。\n\n{rows}\n"
    report = summarize(from_text(text), Settings(engine="extractive"))
    told = [line.text for line in one_page(report, "zh").look]
    assert [line for line in told if "表格" in line] == ["表格未能读出 t1、t2"]


def test_a_fine_is_quoted_from_its_least_to_its_most() -> None:
    """一万元以上三万元以下 is two figures of one amount."""
    text = (
        "某市供水管理办法\n\n第一条 供水单位应当保留档案。\n第二条 未保留档案的，处一万元以上三万元以下罚款。\n"
        "第三条 本办法自2020年4月1日起施行。\n"
    )
    report = summarize(from_text(text), Settings(engine="extractive"))
    keys = [line.text for line in one_page(report, "zh").key_figures]
    assert keys == ["罚款 一万元以上三万元以下"]


def test_a_figure_of_a_section_leads_to_the_measure_that_tells_it() -> None:
    """15% of the section's own text is another one; where nobody tells which, none is linked."""
    source = "一、经济。收入增长15%。\n（一）投资。投资增长15%。\n（二）消费。消费增长9%。\n"
    own, below = source.index("15%"), source.rindex("15%")

    def growth(at: int, label: str) -> Figure:
        return FIGURE.model_copy(
            update={
                "text": "15%",
                "value": Decimal(15),
                "unit": "%",
                "kind": "ratio",
                "label": label,
                "span": Span(start=at, end=at + 3),
            }
        )

    place = Span(start=source.index("投资"), end=source.index("\n（二）"))
    sentence = "投资增长15%。"
    told_by = Measure(
        id="1.1",
        span=place,
        points=(Point(text=sentence, status=Status.REPORTED, origin="extractive", span=place),),
        summary=sentence,
        origin="extractive",
        category="economy",
        status=Status.REPORTED,
        figures=(growth(below, "投资"),),
        verdict="supported",
    )
    section = Section(
        id="1",
        marker="一、",
        level=1,
        span=Span(start=0, end=len(source)),
        summary=f"经济增长。{sentence}总的增长15%。",
        origin="extractive",
        figures=(growth(own, "收入"),),
        measures=(told_by,),
    )
    (mark,) = told.section_marks(section)
    assert mark.anchor.span.start == below
    assert section.summary[mark.start : mark.end] == "15%"


def test_growth_rank_and_start_stand_beside_a_key_figure() -> None:
    """Of 350亿元，增长8%，居全区第一 nothing is lost, and of 由甲减少到乙 both ends are told."""
    made = made_of(
        "某市2024年政府工作报告\n\n一、2023年工作回顾\n"
        "地区生产总值350亿元，增长8%，增速居全区第一。贫困人口由50.1万减少到26.7万。\n"
        "二、2024年工作安排\n新建学校12所。\n"
    )
    lines = [line.text for line in one_page(made, "zh").key_figures]
    assert any(line.startswith("地区生产总值 350亿元 ↑8% 增速居全区第一") for line in lines), lines
    assert any("50.1万→26.7万" in line for line in lines), lines
    page = by_name("html").render(made, Style(lang="zh"))
    assert "增速居全区第一" in page.partition('class="tiles"')[2].partition("</ul>")[0]


def test_a_section_without_a_result_says_how_far_its_measures_are() -> None:
    """The number of its measures, and how many are done, under way or still a problem."""
    made = made_of(
        "某区关于巡视整改进展情况的通报\n\n一、坚持问题导向，抓好整改\n（一）关于“作风不实”的问题\n"
        "一是排查隐患，已全部整改完成。二是调解纠纷451件。三是走访企业649家。四是新建学校12所。\n"
    )
    lines = {line.units[0]: line.text for line in one_page(made, "zh").sections}
    assert lines["1.1"] == "针对“作风不实”（4 项措施、已完成 1、已开展 3）"


def test_a_section_line_without_room_keeps_how_far_its_measures_are() -> None:
    """What was done of a section with a long heading comes before how many measures it has."""
    problem = "宗旨意识树得不牢靠，解决群众急难愁盼问题长期不到位"
    made = made_of(
        f"某区关于巡视整改进展情况的通报\n\n一、坚持问题导向，抓好整改\n（一）关于“{problem}”的问题\n"
        "一是排查隐患1020处。二是调解纠纷451件。三是走访企业649家。四是新建学校12所。\n"
    )
    lines = {line.units[0]: line.text for line in one_page(made, "zh").sections}
    assert lines["1.1"] == f"针对“{problem}”（已开展 4）"


def test_a_section_above_the_lines_of_its_parts_does_not_name_them() -> None:
    """Where the page has no room for them, its own line does."""
    made = made_of(
        "某市财政报告\n\n一、重点工作\n（一）推动经济增长\n加强监测。\n（二）加大民生支出\n加强保障。\n"
        "二、其他\n召开会议。\n"
    )
    page = one_page(made, "zh")
    assert page.sections[0].text.startswith("重点工作：推动经济增长、加大民生支出")
    shown = fitted(page, len(made.source.text), lambda _: (1, 1))
    assert [line.text.partition("（")[0] for line in shown.sections[:3]] == [
        "重点工作",
        "推动经济增长",
        "加大民生支出",
    ]


def test_a_rate_by_the_year_is_no_growth_of_one_year() -> None:
    """五年来财政收入年均增长24.78% is quoted with 年均, beside a level as well as alone."""
    made = made_of(
        "某市政府工作报告（2016年1月19日）\n\n一、“十二五”工作回顾\n"
        "五年来，财政收入和支出年均分别增长24.78%和18.6%。\n"
        "二、今后五年目标\n到2020年，实现地区生产总值350亿元，年均增长8%。\n"
    )
    lines = [line.text for line in one_page(made, "zh").key_figures]
    assert any(line.startswith("财政收入 年均↑ 24.78%") for line in lines), lines
    figures = {figure.text: figure for figure in made.figures}
    assert Quoted(made).beside(figures["350亿元"]) == ["年均↑8%"]
    page = by_name("html").render(made, Style(lang="zh"))
    assert "年均" in page.partition('class="tiles"')[2].partition("</ul>")[0]


def test_a_point_is_not_told_twice_in_full() -> None:
    """A section's summary leaves out what its measures tell below it word for word."""
    made = made_of(
        "某区工作总结\n\n一、教育\n（一）建校。新建学校12所，新增学位5000个，覆盖全区八个街道的适龄儿童。\n"
        "（二）师资。补充教师1240人，培训骨干教师300人，城乡教师交流轮岗已成常态。\n"
    )
    printed = text.render(made, Style(lang="zh", detail="full"))
    body = printed.partition("核对")[2]
    assert body.count("新建学校12所") == 1, body


def test_a_section_does_not_repeat_its_heading_in_full() -> None:
    """A summary that says no more than the heading above it is not printed under it."""
    made = made_of(
        "某区关于整改进展情况的通报\n\n一、加强政治监督\n"
        "（一）学习。认真学习有关讲话精神。\n（二）落实。切实履行主体责任。\n"
    )
    (section,) = made.sections
    assert section.summary.rstrip("。") == section.heading
    assert text.render(made, Style(lang="zh", detail="full")).count("加强政治监督。") == 0


def test_the_weightiest_promise_stands_among_the_first_of_what_is_open() -> None:
    """Behind two problems, so that a page with room for three items tells a target."""
    made = made_of(
        "某市2024年政府工作报告\n\n一、2023年工作回顾\n新建学校12所，新增学位5000个。\n还存在一些问题：\n"
        "（一）财源培育后劲不足。\n（二）创新能力仍然不强。\n（三）农村供水不足的问题仍然突出。\n"
        "二、2024年工作安排\n主要预期目标是：地区生产总值增长8%。\n"
    )
    tones = [line.tone for line in one_page(made, "zh").open[:3]]
    assert tones == [Status.PROBLEM, Status.PROBLEM, Status.PLANNED]


def test_a_promise_is_cut_to_its_figure() -> None:
    """One line has room for the number to be held to, or for the words before it."""
    made = made_of(
        "某市2024年政府工作报告\n\n一、2024年工作安排\n（一）项目。安排专项资金强化项目前期工作，组建工作专班推进重点领域要素保障和审批服务，"
        "争取中央预算内投资等适配项目400个以上。\n（二）城建。新建停车位5000个。\n"
    )
    shown = text.render(made, Style(detail="page"))
    assert re.search(r"1\.1 计划 +…争取中央预算内投资等适配项目400个以上$", shown, re.MULTILINE)
    assert re.search(r"1\.2 计划 +新建停车位5000个$", shown, re.MULTILINE)


def test_how_much_of_a_plan_is_done_is_no_figure_to_quote() -> None:
    """完成年计划的118.2% tells nothing of how many jobs there are."""
    made = made_of(
        "某市2024年政府工作报告\n\n一、2023年工作回顾\n城镇新增就业完成年计划的118.2%，新建学校12所，地区生产总值增长6%。\n"
        "二、2024年工作安排\n新建停车位5000个。\n"
    )
    told = [key.figure.text for key in made.overview.key_figures]
    assert "6%" in told
    assert "118.2%" not in told


def test_an_item_with_no_name_but_its_number_is_told_in_one_line() -> None:
    """第三条 and the one sentence that it is stand together; a heading of its own stands above."""
    made = made_of(
        "某市养犬管理条例\n第一条 为了规范养犬行为，制定本条例。\n第二条 养犬人应当即时清除犬粪。\n"
        "第三条 犬只在公共场所应当由成年人用犬绳牵引。\n"
    )
    shown = text.render(made, Style(detail="full"))
    assert re.search(r"^\s*3 第三条 犬只在公共场所应当", shown, re.MULTILINE)
    named = made_of(
        "某区通报\n一、整改情况\n（一）加强领导\n召开会议3次，印发方案2份。\n（二）整治\n立案5件。\n"
    )
    assert re.search(r"加强领导$", text.render(named, Style(detail="full")), re.MULTILINE)


def test_a_figure_that_only_names_a_measure_has_the_words_before_it() -> None:
    """资金 288万元 is quoted as 挽回资金: what came in, or what was paid, is not told by 资金."""
    made = made_of(
        "某市关于巡视整改进展情况的通报\n\n一、整改情况\n打击团伙5个，挽回资金288.88万元。建立制度41项。\n"
    )
    figures = {figure.text: figure for figure in made.figures}
    figure = figures["288.88万元"].model_copy(update={"label": "资金"})
    assert Quoted(made).said(figure).label == "挽回资金"


@pytest.mark.parametrize(
    ("promise", "shown"),
    [
        (
            "自2023年1月1日至2023年12月31日，增值税小规模纳税人适用3%征收率的应税销售收入，减按1%征收率征收增值税",
            "增值税小规模",
        ),
        (
            "新建标准厂房30万平方米、配套公共租赁住房2000套，完善园区污水处理等基础设施，引导企业加快集聚发展",
            "2000套…",
        ),
    ],
)
def test_a_promise_is_not_cut_behind_what_only_says_when(promise: str, shown: str) -> None:
    """A clause that a reader can take for the promise ends the line; a condition does not."""
    source = f"某市2023年工作要点\n\n一、重点工作\n（一）政策。{promise}。\n（二）开放。扩大开放。\n"
    page = text.render(made_of(source), Style(detail="page"))
    (line,) = [line for line in page.splitlines() if promise[:6] in line and "计划" in line]
    assert shown in line
