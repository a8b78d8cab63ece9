"""What a report gets wrong by itself is observed with both places, and nothing else is."""

from __future__ import annotations

from pathlib import Path

import pytest

from summarizer.analysis import analyse
from summarizer.checking import audit
from summarizer.models import AuditFinding
from summarizer.reading import from_text, read

EXAMPLES = Path(__file__).parents[2] / "examples" / "reports"
FRAME = (
    "关于整改进展情况的通报\n\n"
    "根据统一部署，2024年4月28日至7月27日，省委巡视组对甲区进行了巡视。\n\n"
    "一、狠抓整改落实\n\n"
    "（一）着力解决“作风不实”的问题。一是{first}二是{second}\n\n"
    "（二）着力解决“基础不牢”的问题。一是{third}二是建立台账。\n\n"
    "中共甲区委员会\n2025年7月15日\n"
)


def _audited(
    first: str, second: str = "组织学习研讨。", third: str = "召开座谈会议。"
) -> list[AuditFinding]:
    text = FRAME.format(first=first, second=second, third=third)
    return list(audit(analyse(from_text(text))))


def _kinds(found: list[AuditFinding]) -> list[str]:
    return [finding.kind for finding in found]


def test_a_part_above_its_whole_is_observed() -> None:
    """A part that exceeds what it is a part of is told."""
    assert _kinds(_audited("查处问题12起，其中作风问题15起。")) == ["part_exceeds"]


@pytest.mark.parametrize(
    "text",
    [
        "收入116729万元，其中税收收入88420万元，非税收入28309万元。",
        "受理案件5073件，结案3766件，其中刑事案件结案79件，金融案件结案918件。",
        "全区27个安置项目，竣工1个，开工11个，其他15个正在推进。",
        "受理投诉100件，办结88件，办结率88%。",
        "快递业务量295.54万件，其中同城快递业务量9.97万件、增长44.6%，异地快递业务量285.56万件。",
        "立案67起，其中关闭锅炉18起，完成提标改造49起。",
        "占比由16.9%提高到20.3%，提高3.4个百分点。",
    ],
)
def test_what_adds_up_is_left_alone(text: str) -> None:
    """Right sums, partial lists and right shares give no observation."""
    assert _audited(text) == []


def test_a_wrong_difference_is_observed() -> None:
    """Percentage points that differ from the two shares are told."""
    assert _kinds(_audited("占比由16.9%提高到20.3%，提高4.4个百分点。")) == ["difference"]


def test_words_used_twice_are_observed() -> None:
    """A sentence with a figure that answers two problems is told with both places."""
    same = "今年以来，开展党内问责3起、处理3人，给予处分2人。"
    found = _audited(same, third=same)
    assert _kinds(found) == ["reused"]
    assert len(found[0].spans) == 2


def test_one_event_with_two_figures_is_observed() -> None:
    """The same clause about one inspection with two different counts is a conflict."""
    found = _audited(
        "专项督查共约谈违规单位主要负责人5人。", third="专项督查共约谈违规单位主要负责人10人。"
    )
    assert _kinds(found) == ["conflict"]


def test_most_of_an_event_the_same_is_one_event() -> None:
    """Three figures in other words name the event; the fourth differs."""
    found = _audited(
        "开展效能检查13次，下发通报7期，指出10家单位存在的问题，对5人作出效能问责。",
        third="严格执行办法，开展13次效能督查，下发7期通报，对10家单位的问题进行通报，对10人作出效能问责。",
    )
    assert _kinds(found) == ["conflict"]
    assert "5人" in found[0].message and "10人" in found[0].message


@pytest.mark.parametrize(
    ("first", "third"),
    [
        (
            "全市一般公共预算收入1009亿元，上年结余52.09亿元，转移支付395.61亿元，债券17.25亿元，"
            "调入资金201.16亿元，可用财力1700.69亿元。",
            "市级一般公共预算收入808.26亿元，上年结余47.01亿元，转移支付395.61亿元，债券17.25亿元，"
            "调入资金99.86亿元，可用财力1043.86亿元。",
        ),
        ("农村居民人均可支配收入7002.1元，增长9.5%。", "农村居民人均可支配收入12000元，增长11%。"),
        (
            "新上项目35个。其中：再融资债券80.28亿元，用于偿还到期本金。",
            "新上项目37个。其中：再融资债券133.64亿元，用于偿还到期本金。",
        ),
    ],
)
def test_an_indicator_of_two_things_is_no_conflict(first: str, third: str) -> None:
    """City and own level, one year and another, two wholes: the words are the same, no event is."""
    assert "conflict" not in _kinds(_audited(first, third=third))


def test_one_matter_of_two_bodies_is_no_conflict() -> None:
    """全市 and 市本级 with parallel headings close their years in the same words."""
    told = "当年收支结余2.52亿元，年末滚存结余23.6{}亿元。"
    text = (
        "某市2025年财政决算的报告\n\n一、决算情况\n"
        f"（一）全市社会保险基金预算收支情况\n{told.format(7)}\n"
        f"（二）市本级社会保险基金预算收支情况\n{told.format(2)}\n"
    )
    assert "conflict" not in _kinds(list(audit(analyse(from_text(text)))))


def test_the_bundled_reports_are_observed() -> None:
    """Repeated numbers and reused sentences of the bundled reports are found, and little else."""
    found = {path.stem: _kinds(list(audit(analyse(read(path))))) for path in EXAMPLES.glob("*")}
    chengzhong = next(kinds for name, kinds in found.items() if "chengzhong" in name)
    assert "numbering_repeat" in chengzhong
    for name, kinds in found.items():
        assert len(kinds) < 8, name
