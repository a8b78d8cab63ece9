"""Cells of tables as figures, read by row, column and unit note.

Each case is a Markdown table with its caption and note, and the figures expected of it: row head,
column, value, unit.
"""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from summarizer.analysis import analyse
from summarizer.facts.cells import TypedTable, typed
from summarizer.facts.extract import facts_of_document
from summarizer.facts.heads import unit_in
from summarizer.reading import from_text, read
from summarizer.reading.table_doubts import told

DATA = Path(__file__).parents[1] / "data" / "cases"


def table_of(rows: str, above: str = "") -> TypedTable:
    """The only table of a text made of a sentence, some lines and these rows (cells with |)."""
    lines = [f"| {row.strip()} |" for row in rows.strip().split("\n")]
    rule = "|" + "---|" * (lines[0].count("|") - 1)
    text = "\n".join(["总体情况良好。", above, "", lines[0], rule, *lines[1:], "", "继续努力。"])
    (block,) = from_text(text).tables
    return typed(block)


def said(table: TypedTable) -> list[tuple[str, str, Decimal, str]]:
    """Subject without caption, value and unit of each figure."""
    return [
        (
            "/".join(cell.figure.subject[1 if table.block.caption else 0 : -1]),
            cell.figure.subject[-1],
            cell.figure.value.normalize() + 0,
            cell.figure.unit,
        )
        for cell in table.figures
    ]


@pytest.mark.parametrize(
    ("rows", "above", "expected"),
    [
        (
            "指标 | 年末数（万人） | 比重（%）\n全国总人口 | 136782 | 100.0",
            "",
            [("全国总人口", "年末数", "1367820000", "人"), ("全国总人口", "比重", "100", "%")],
        ),
        (
            "项目 | 预算数 | 决算数\n收入 | 2,235 | 2240",
            "单位：万元",
            [("收入", "预算数", "22350000", "元"), ("收入", "决算数", "22400000", "元")],
        ),
        (
            "产品 | 单位 | 产量 | 比上年增长（%）\n布 | 亿米 | 893.7 | 5.6",
            "",
            [("布", "产量", "89370000000", "米"), ("布", "比上年增长", "5.6", "%")],
        ),
        (
            "项目（万元） | 2023年 | 2024年\n收入 | 35 | 40",
            "金额单位：亿元",
            [("收入", "2023年", "3500000000", "元"), ("收入", "2024年", "4000000000", "元")],
        ),
        (
            "村 | 户数 | 贫困发生率\n烂山村 | 220 | 27.32",
            "单位：万元",
            [("烂山村", "户数", "220", "户"), ("烂山村", "贫困发生率", "27.32", "%")],
        ),
        (
            "项目 | 金额\n补贴 | 35万元\n接待 | 1.2亿元",
            "",
            [("补贴", "金额", "350000", "元"), ("接待", "金额", "120000000", "元")],
        ),
        (
            "项目 | 金额 | 增长\n收入 | 35 | 4.1%",
            "单位：亿元、%",
            [("收入", "金额", "3500000000", "元"), ("收入", "增长", "4.1", "%")],
        ),
        (
            "序号 | 村 | 户数\n1 | 甲村 | 20\n2 | 乙村 | 30",
            "",
            [("甲村", "户数", "20", "户"), ("乙村", "户数", "30", "户")],
        ),
        (
            "指标 | 面积（亩）\n总计 | 90\n其中：水田 | 60",
            "",
            [("总计", "面积", "90", "亩"), ("总计/水田", "面积", "60", "亩")],
        ),
    ],
)
def test_unit_comes_from_cell_column_row_or_note(
    rows: str, above: str, expected: list[tuple[str, str, str, str]]
) -> None:
    """The nearest word on the unit wins: the cell's own, its column's, its row's, the note's."""
    table = table_of(rows, above)
    assert said(table) == [(row, col, Decimal(value), unit) for row, col, value, unit in expected]
    assert table.read


@pytest.mark.parametrize(
    ("rows", "reason"),
    [
        ("项目 | 金额\n收入 | 2235\n支出 | 772", "no unit for 金额"),
        ("项目 | 绝对数\n收入 | 2235\n支出 | 772", "no unit for 绝对数"),
        (
            "问题 | 措施 | 数量（项）\n甲 | 收回资金35万元并整改。 | 2",
            "figures in the words of 措施",
        ),
    ],
)
def test_what_nobody_tells_is_unread(rows: str, reason: str) -> None:
    """A number without a unit, or a figure in words, is no figure of the table; and that is said."""
    table = table_of(rows)
    assert not table.read
    assert told(table.doubts, "en") == reason
    assert table.unread


def test_sign_and_comparator_come_from_the_head() -> None:
    """-0.4 under 比上年增长（%） fell by 0.4 per cent."""
    (cell,) = table_of("产品 | 比上年增长（%）\n布 | -0.4").figures
    figure = cell.figure
    assert (figure.direction, figure.comparator, abs(figure.value)) == (
        "down",
        "较上年",
        Decimal("0.4"),
    )


@pytest.mark.parametrize(
    ("rows", "above", "period", "source"),
    [
        ("项目 | 2024年（万元）\n收入 | 35", "", "2024-01-01/2024-12-31", "stated"),
        ("年度 | 收入（万元）\n2023 | 35", "", "2023-01-01/2023-12-31", "stated"),
        ("项目 | 收入（万元）\n甲 | 35", "表3 2024年收支", "2024-01-01/2024-12-31", "inherited"),
        ("项目 | 收入（万元）\n甲 | 35", "", None, "none"),
        ("项目 | 收入比重(%) 1985\n甲 | 35", "", "1985-01-01/1985-12-31", "stated"),
        ("项目 | 东区\n1986-1995平均增长(%) | 35", "", "1986-01-01/1995-12-31", "stated"),
        ("项目 | 符合GB2312-1980的（项）\n甲 | 35", "", None, "none"),
        (
            "项目 | 比2020年增长（%）\n甲 | 35",
            "表3 2024年收支",
            "2024-01-01/2024-12-31",
            "inherited",
        ),
    ],
)
def test_period_of_a_cell(rows: str, above: str, period: str | None, source: str) -> None:
    """The period is what column or row state, else the caption's; a base year is none."""
    (cell,) = table_of(rows, above).figures
    assert (cell.figure.period, cell.figure.period_from) == (period, source)


def test_flattened_table_is_typed() -> None:
    """Nine figures of three villages, each with its own town, village, column and place."""
    document = read(DATA / "reading" / "r9_flat_table.txt")
    table = typed(document.tables[0])
    assert said(table)[:4] == [
        ("白云山/烂山村", "户数", Decimal(220), "户"),
        ("白云山/烂山村", "人数", Decimal(772), "人"),
        ("白云山/烂山村", "贫困发生率", Decimal("27.32"), "%"),
        ("代化镇/斗省村", "户数", Decimal(561), "户"),
    ]
    assert said(table)[-1] == ("代化镇/克炳村", "贫困发生率", Decimal("23.14"), "%")
    for cell in table.figures:
        span = cell.figure.span
        assert document.text[span.start : span.end] == cell.figure.text


@pytest.mark.parametrize(
    ("head", "unit"),
    [("本年制发件数", "件"), ("累计服务人次数", "人次"), ("中位数", None), ("物价指数", None)],
)
def test_a_head_that_counts_names_its_unit(head: str, unit: str | None) -> None:
    """What is counted stands before 数; an index or a middle value counts nothing."""
    assert unit_in(head) == unit


def test_a_row_is_said_in_its_own_line() -> None:
    """The clause of a cell spans the cells of its row, not the table."""
    text = "一、情况\n投入如下：\n\n| 项目 | 投入（万元） |\n|---|---|\n| 道路 | 35 |\n| 桥梁 | 48 |\n"
    analysis = analyse(from_text(text))
    facts = [fact for fact in facts_of_document(analysis).facts if fact.text in ("35", "48")]
    assert [text[fact.said_in.span.start : fact.said_in.span.end] for fact in facts] == [
        "道路 | 35",
        "桥梁 | 48",
    ]
