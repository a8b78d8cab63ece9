"""Periods of figures below headings that name a span of years without printing it."""

from __future__ import annotations

from pathlib import Path

import pytest

from summarizer.anchors import extract_anchors
from summarizer.anchors.records import Figure
from summarizer.reading import read

BODY = (
    "各位代表：\n\n现在，我代表市人民政府，向大会报告工作，请予审议。\n\n{heading}\n\n城镇化率提高到86.2%。\n\n{turn}是开局之年，成绩很好。\n\n"
    "新增绿色工厂12家。\n\n二、2022年工作安排\n\n新建公路30公里。\n"
)


def _figures(tmp_path: Path, text: str) -> tuple[Figure, ...]:
    """The figures of a report with this text."""
    path = tmp_path / "report.md"
    path.write_text(text, "utf-8")
    document = read(path)
    return extract_anchors(document.view, document=document).figures


def _periods(
    tmp_path: Path, heading: str, turn: str, day: str = "2022年2月12日"
) -> list[str | None]:
    figures = _figures(
        tmp_path, f"# 包头市政府工作报告（{day}）\n\n" + BODY.format(heading=heading, turn=turn)
    )
    return [figure.period for figure in figures if figure.text in ("86.2%", "12家", "30公里")]


@pytest.mark.parametrize("heading", ["一、本届政府工作回顾", "一、过去五年工作回顾"])
def test_five_years_before_the_report(tmp_path: Path, heading: str) -> None:
    """What a government did in five years is of those, behind a turn to the last of them of that."""
    assert _periods(tmp_path, heading, "2021年") == [
        "2017-01-01/2021-12-31",
        "2021-01-01/2021-12-31",
        "2022-01-01/2022-12-31",
    ]


def test_another_year_of_the_span_is_no_turn(tmp_path: Path) -> None:
    """A paragraph about a year in the middle does not date those behind it."""
    assert _periods(tmp_path, "一、过去五年工作回顾", "2018年")[1] == "2017-01-01/2021-12-31"


def test_plan_without_the_word_period(tmp_path: Path) -> None:
    """“十三五”工作回顾 dates its part whatever the day of the report is."""
    periods = _periods(tmp_path, "“十三五”工作回顾", "这", day="2021年9月2日")
    assert periods[:2] == ["2016-01-01/2020-12-31"] * 2


def test_late_in_the_year_five_years_are_unknown(tmp_path: Path) -> None:
    """A report of October does not look back on whole years."""
    assert _periods(tmp_path, "一、过去五年工作回顾", "这", day="2017年10月18日")[0] is None


def test_one_year_before_the_report(tmp_path: Path) -> None:
    """过去一年 is the year before the one in which the report was given."""
    periods = _periods(tmp_path, "一、过去一年工作回顾", "这")
    assert periods[:2] == ["2021-01-01/2021-12-31"] * 2


def test_words_of_the_year_count_from_the_year_looked_back_on(tmp_path: Path) -> None:
    """年末 under 过去一年 is the end of that year, whatever year the report was given in."""
    figures = _figures(
        tmp_path,
        "# 包头市政府工作报告（2022年2月12日）\n\n" + "各位代表：\n\n一、过去一年工作回顾\n\n"
        "这一年成绩很好。\n\n年末存栏生猪35万头。\n\n二、2022年工作安排\n\n年末存栏生猪40万头。\n",
    )
    assert [figure.period for figure in figures if figure.unit == "头"] == [
        "2021-12-01/2021-12-31",
        "2022-12-01/2022-12-31",
    ]


def test_a_goal_set_by_somebody_dates_itself_alone(tmp_path: Path) -> None:
    """The date inside 提出的…目标 is none of the figures behind it."""
    goal, income = _figures(
        tmp_path,
        "# 包头市政府工作报告（2010年2月12日）\n\n一、2009年工作回顾\n\n实现了市委提出的“十一五”末"
        "收入达到20亿元的目标；农民人均纯收入3968元。\n",
    )
    assert (goal.period, income.period) == ("2010-12-01/2010-12-31", "2009-01-01/2009-12-31")


MIXED = (
    "# 包头市政府工作报告（2021年2月12日）\n\n一、2020年工作回顾和“十三五”时期成就\n\n过去一年，"
    "成绩很好。\n\n修路1公里。\n\n五年来，变化很大。\n\n修路2公里。\n\n刚刚过去的2020年，稳中有进。\n\n"
    "修路3公里。\n\n“十四五”时期是关键时期。\n\n修路4公里。\n\n二、具体打算\n\n修路5公里。\n"
)


def test_paragraphs_turn_to_another_span(tmp_path: Path) -> None:
    """What a paragraph opens with dates those behind it, until another or a dated heading."""
    figures = _figures(tmp_path, MIXED.replace("“十三五”时期成就", "五年成就"))
    found = {figure.text: figure.period for figure in figures if figure.unit == "公里"}
    five, plan = "2016-01-01/2020-12-31", "2021-01-01/2025-12-31"
    year = "2020-01-01/2020-12-31"
    assert list(found.values()) == [year, five, year, plan, plan]


def test_a_heading_of_two_dates_has_the_first_where_they_meet(tmp_path: Path) -> None:
    """2020年工作回顾和“十三五”时期成就 is of 2020; with “十二五” nothing holds for both."""
    first = []
    for plan in ("十三五", "十二五"):
        figures = _figures(tmp_path, MIXED.replace("十三五", plan).replace("过去一年，", ""))
        first.append(next(figure.period for figure in figures if figure.unit == "公里"))
    assert first == ["2020-01-01/2020-12-31", None]


def test_a_heading_of_a_year_and_a_span(tmp_path: Path) -> None:
    """One paragraph is of the year, the others of the span, those behind a turn of the next."""
    figures = _figures(
        tmp_path,
        "# 甲市政府工作报告（2016年1月19日）\n\n**2015年及“十二五”工作**\n\n"
        "过去的一年，新增绿色工厂12家。\n\n一、扶贫开发。解决了100万人的饮水问题。\n\n"
        "“十三五”时期是决胜期。\n\n一、精准脱贫。新建公路30公里。\n\n"
        "**2016年重点工作**\n\n改造住房40万户。\n",
    )
    assert [(figure.text, figure.period) for figure in figures if figure.unit != "年"] == [
        ("12家", "2015-01-01/2015-12-31"),
        ("100万人", "2011-01-01/2015-12-31"),
        ("30公里", "2016-01-01/2020-12-31"),
        ("40万户", "2016-01-01/2016-12-31"),
    ]


@pytest.mark.parametrize(
    ("heading", "turn", "order"),
    [
        ("2025年和“十四五”时期工作回顾", "五年来，我们不断奋斗。", ("year", "span")),
        (
            "2025年和“十四五”时期工作回顾",
            "2025年目标的完成，标志着“十四五”收官。",
            ("year", "span"),
        ),
        ("2025年和“十四五”时期工作回顾", "2025年完成了目标。五年来，不断奋斗。", ("year", "span")),
        ("“十四五”时期和2025年工作回顾", "刚刚过去的2025年，我们不断奋斗。", ("span", "year")),
    ],
)
def test_two_periods_of_a_heading_come_in_their_order(
    tmp_path: Path, heading: str, turn: str, order: tuple[str, str]
) -> None:
    """The text begins with the period that the heading names first, and a paragraph turns."""
    figures = _figures(
        tmp_path,
        f"# 甲省政府工作报告（2026年1月19日）\n\n一、{heading}\n\n新增绿色工厂12家。\n\n{turn}\n\n"
        "——解决了100万人的饮水问题。\n\n二、2026年工作安排\n\n改造住房40万户。\n",
    )
    periods = {"year": "2025-01-01/2025-12-31", "span": "2021-01-01/2025-12-31"}
    found = [figure.period for figure in figures if figure.text in ("12家", "100万人")]
    assert found == [periods[name] for name in order]


@pytest.mark.parametrize(
    ("sentence", "period"),
    [
        ("累计争取资金45亿元。", "2015-01-01/2015-12-31"),
        ("五年来，经济年均增长11%。", "2011-01-01/2015-12-31"),
        ("群众安全感连续五年提升，新增绿色工厂12家。", None),
        ("新增绿色工厂12家。", "2015-01-01/2015-12-31"),
        ("第五年来自外地的工厂12家。", "2015-01-01/2015-12-31"),
    ],
)
def test_what_runs_over_years_is_not_of_one(
    tmp_path: Path, sentence: str, period: str | None
) -> None:
    """An average or a run of several years does not inherit the year of its heading."""
    figures = _figures(
        tmp_path, f"# 甲市政府工作报告（2016年1月19日）\n\n一、2015年工作回顾\n\n{sentence}\n"
    )
    assert [figure.period for figure in figures if figure.unit != "年"] == [period]


def test_a_yearly_report_without_a_date_is_given_early_in_its_year(tmp_path: Path) -> None:
    """A heading of two plans dates its paragraphs where the title alone names the year."""
    figures = _figures(
        tmp_path,
        "# 2021年甲市政府工作报告\n\n一、“十三五”时期成就和“十四五”时期目标任务\n\n"
        "过去五年，新增绿色工厂12家。\n\n“十四五”时期是关键的五年。\n\n"
        "——改善民生。新建公路30公里。\n",
    )
    assert [(figure.text, figure.period) for figure in figures if figure.unit != "年"] == [
        ("12家", "2016-01-01/2020-12-31"),
        ("30公里", "2021-01-01/2025-12-31"),
    ]


def test_a_year_with_words_behind_a_colon_dates_its_part(tmp_path: Path) -> None:
    """2018年：铆足干劲抓落实 and 2019年：砥砺前行开新局 head two parts of a report without a day."""
    text = (
        "各位代表：\n\n我代表市人民政府作工作报告，请予审议。\n\n2018年：铆足干劲抓落实\n\n"
        "过去一年，我们攻坚克难。新增绿色工厂12家。\n\n一、产业振兴\n\n园区投产65个。\n\n"
        "2019年：砥砺前行开新局\n\n一、实体经济\n\n新建公路30公里。\n"
    )
    told = {figure.text: figure.period for figure in _figures(tmp_path, text)}
    assert told["12家"] == told["65个"] == "2018-01-01/2018-12-31"
    assert told["30公里"] == "2019-01-01/2019-12-31"
