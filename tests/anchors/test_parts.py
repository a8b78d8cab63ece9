"""Periods from the heads of a report's parts, read as a whole document."""

from __future__ import annotations

from pathlib import Path

from summarizer.anchors import extract_anchors
from summarizer.reading import read

REPORT = """2026年政府工作报告
——2026年1月27日在省人民代表大会第四次会议上

各位代表：
我代表省人民政府，向大会报告工作，请予审议。

“十四五”时期工作回顾
五年来，全省上下团结奋斗，取得了显著成就。新建高标准农田1417万亩。
一、产业
工业投资年均增长12%。

2026年工作安排
今年要抓好重点工作。新建高标准农田300万亩。
"""


def test_a_plan_period_heads_its_part_and_the_title_none(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text(REPORT, "utf-8")
    document = read(path)
    figures = extract_anchors(document.view, document=document).figures
    assert [(f.text, f.period) for f in figures if f.unit in ("亩", "%")] == [
        ("1417万亩", "2021-01-01/2025-12-31"),
        ("12%", "2021-01-01/2025-12-31"),
        ("300万亩", "2026-01-01/2026-12-31"),
    ]


def test_without_a_date_a_report_is_given_in_the_year_that_it_plans(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text(
        "各位代表：\n现在，我代表市人民政府，向大会作工作报告，请予审议。\n\n"
        "一、2007年工作回顾\n过去一年，全市生产总值增长15%。今年1月中旬，我市遭受了冰雪灾害。\n\n"
        "二、2008年工作目标和总体要求\n全市生产总值增长12%。\n",
        "utf-8",
    )
    document = read(path)
    anchors = extract_anchors(document.view, document=document)
    (told,) = [date for date in anchors.dates if date.text == "今年1月中旬"]
    assert (told.first, told.last) == ("2008-01-11", "2008-01-20")
    assert [f.period for f in anchors.figures if f.unit == "%"] == [
        "2007-01-01/2007-12-31",
        "2008-01-01/2008-12-31",
    ]
