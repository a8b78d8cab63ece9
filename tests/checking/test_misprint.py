"""One number or word put for another where the letters beside it are the source's."""

from __future__ import annotations

import pytest

from summarizer import read, verify_text
from summarizer.checking import SourceIndex, Statement, check_statement
from summarizer.checking.case import case_of
from summarizer.checking.decide.misprint import misprints
from summarizer.vocabulary import Severity
from tests.checking.cases import Case, report_of

OTHER = "全年培训党员干部2300人次，整改销号问题48个；新建公园6个，绿化面积35公顷。"


def _errors(source: str, claim: str) -> set[str]:
    index = SourceIndex(report_of(Case(source, claim, other=OTHER)))
    found = check_statement(Statement(claim, index.by_id["1.1.1"]), index).findings
    return {finding.kind for finding in found if finding.severity is Severity.ERROR}


WRONG = [
    # What it might be reckoned of (50 and 150) stands beside it, and is no excuse.
    (
        "建成50所示范学校和150个重点班组，推动建设300个具有带动作用的实训基地。",
        "建成50所示范学校和150个重点班组，推动建设200个具有带动作用的实训基地。",
    ),
    # Words that no grammar of figures reads.
    ("监测到振动事件567次，震级均小于2.0级。", "监测到振动事件567次，震级均大于2.0级。"),
    # A word that the source has beside the same number of another thing.
    (
        "主要目标是：港口吞吐量增长5%以上，旅游总收入增长2%左右，粮食产量增长5%左右。",
        "主要目标：港口吞吐量增长5%左右，旅游总收入增长2%左右。",
    ),
    ("实践课时原则上占总课时一半以上。", "实践课时原则上占总课时一半以下。"),
    (
        "印发《安全操作指南》（QX/T39551-2020）系列标准。",
        "印发《安全操作指南》（QX/T39515-2020）系列标准。",
    ),
    (
        "2013年至2019年，832个村农民人均收入由6079元增加到11567元。",
        "2015年至2019年，832个村农民人均收入由6079元增加到11567元。",
    ),
    ("经市人民代表大会常务委员会第二十一次会议通过。", "经市人大常委会第十二次会议通过。"),
]
RIGHT = [
    # Rounding, another thing with the same words, one's own sum, a rest that hangs.
    ("累计造林192.4万亩，栽植苗木33万株。", "累计造林192万亩左右，栽植苗木33万株。"),
    (
        "城镇新增就业1.4万人，农村新增就业2.1万人。",
        "新增就业城镇1.4万人、农村2.1万人，共新增就业3.5万人。",
    ),
    (
        "国有企业利润30亿元，占企业利润总额的60%。私营企业利润20亿元。",
        "私营企业利润20亿元，占企业利润总额的40%。",
    ),
]


@pytest.mark.parametrize(("source", "claim"), WRONG)
def test_what_is_put_for_another_in_the_same_words_is_told(source: str, claim: str) -> None:
    """The letters on both sides say which place of the source is meant."""
    assert _errors(source, claim)
    assert not _errors(source, source)


@pytest.mark.parametrize(("source", "claim"), RIGHT)
def test_words_that_are_alike_elsewhere_are_no_evidence(source: str, claim: str) -> None:
    """Right statements with numbers that the source does not print in that place."""
    index = SourceIndex(report_of(Case(source, claim, other=OTHER)))
    assert not list(misprints(case_of(Statement(claim, index.by_id["1.1.1"]), index)))


TABLE = """某县情况如下。
全县贫困发生率为16.68%。
表1 基本情况
乡镇\t贫困村\t贫困发生率
甲街道\t板沟村\t33.02
乙镇\t新民村\t14.45
丙镇\t岩上村\t20.05
丁镇\t五星村\t13.83
表2 债务余额情况
单位：亿元
项目\t预算数\t执行数
一、2022年末余额\t\t4217.23
二、2024年财政赤字\t85.01\t
三、2023年发行额\t\t1072.58
四、2023年还本额\t\t680.98
以上已经2023年审计。
"""


@pytest.mark.parametrize(
    ("said", "contradicted"),
    [
        ("板沟村贫困发生率为33.02%。", 0),
        ("2022年末余额执行数为4217.23亿元。", 0),
        ("2024年财政赤字预算数为85.01亿元。", 0),
        ("2024年财政赤字预算数为1072.58亿元。", 1),
    ],
)
def test_a_cell_is_no_misprint_of_the_prose(said: str, contradicted: int) -> None:
    """What a table has is supported, its dates too; the value of another row is not."""
    report = verify_text(f"一、情况\n{said}\n", read(TABLE))
    assert report.verification.contradicted == contradicted
