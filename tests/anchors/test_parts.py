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
