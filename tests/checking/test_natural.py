"""Faithful sentences that language models really wrote of the bundled reports, once blamed."""

from __future__ import annotations

import pytest

from summarizer.analysis import analyse
from summarizer.checking import SourceIndex, Statement, check_statement
from summarizer.reading import from_text, read
from summarizer.vocabulary import Severity
from tests.conftest import ROOT

SENTENCES = [
    (
        "chengzhong-2025",
        "1",
        "城中区委成立整改工作领导小组和专班，将2个方面11类问题细化分解为48个具体问题161条整改措施，研究制定制度46项，细化完善制度5项。",
    ),
    (
        "chengzhong-2025",
        "3",
        "下一步，城中区委将压实巡视整改责任，建立长效机制，对已完成事项适时开展“回头看”。",
    ),
    (
        "kuiwen-2020",
        "2.1.3.2.3",
        "设立区委法律顾问制度，今年以来法律顾问参与复议、诉讼案件46起，把关政府文件50余件。",
    ),
    (
        "kuiwen-2020",
        "2.1.3.1.2",
        "线上线下并举，今年前5个月签下“十强产业”项目46个、总投资逾200亿元，另有27个项目立项，引来院士、专家等6人。",
    ),
]


@pytest.mark.parametrize(("report", "unit_id", "text"), SENTENCES)
def test_what_a_model_said_rightly_is_not_blamed(report: str, unit_id: str, text: str) -> None:
    """Sums of like things, words that lead over to the next figure and plans raise notes at most."""
    analysis = analyse(read(ROOT / "examples" / "reports" / f"{report}.txt"))
    unit = next(unit for unit in analysis.outline.walk() if unit.id == unit_id)
    role = "measure" if unit.is_leaf else "section"
    checked = check_statement(Statement(text=text, unit=unit, role=role), SourceIndex(analysis))
    assert [f for f in checked.findings if f.severity is not Severity.NOTE] == []


LISTED = """一、政务服务
（一）指导城东区、城中区、湟源县优化政务服务事项，网办率分别达到90.91%、89.18%、94.17%。
"""


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("城东区、城中区、湟源县网办率分别为89.18%、90.91%、94.17%。", ["89.18%", "90.91%"]),
        ("湟源县、城东区、城中区网办率分别为94.17%、90.91%、89.18%。", []),
        ("城东区、城中区、湟源县网办率分别为90.91%、89.18%、94.17%。", []),
        ("城中区、城东区、湟源县网办率分别为90.91%、89.18%、94.17%。", ["90.91%", "89.18%"]),
        ("三地网办率分别为94.17%、90.91%、89.18%。", []),
    ],
)
def test_values_of_a_list_belong_to_their_members(text: str, wrong: list[str]) -> None:
    """Under 分别 a list in another order is right, a value told of another member is not."""
    analysis = analyse(from_text(LISTED))
    unit = next(unit for unit in analysis.outline.walk() if unit.is_leaf)
    checked = check_statement(Statement(text=text, unit=unit), SourceIndex(analysis))
    found = [f.claim for f in checked.findings if f.severity is Severity.ERROR]
    assert found == wrong


def test_a_part_told_by_itself_is_not_added_to_its_neighbour() -> None:
    """2个专班、5个企业 of 2个专班、3个企业 is an altered value, though 2 and 3 are 5."""
    text = "对全区8个街道、61个部门、2个工作专班、5个国有企业共计291名干部进行了实地调研访谈。"
    analysis = analyse(from_text("一、调研\n（一）" + text.replace("5个", "3个") + "\n"))
    unit = next(unit for unit in analysis.outline.walk() if unit.is_leaf)
    checked = check_statement(Statement(text=text, unit=unit), SourceIndex(analysis))
    assert [(f.kind, f.claim, f.severity) for f in checked.findings] == [
        ("value", "5个", Severity.ERROR)
    ]
