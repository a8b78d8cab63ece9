"""Titles, signatures, dates and inspections in other layouts than the labelled ones."""

from __future__ import annotations

import pytest

from summarizer.reading import from_text

BODY = "根据统一部署，现将整改情况予以公布。\n一、整改成效\n召开会议，研究部署整改工作。\n"


@pytest.mark.parametrize(
    ("signature", "issuer", "issued_on"),
    [
        ("中共某某县委\n2025年7月15日", "中共某某县委", "2025-07-15"),
        ("中共某某县委 2025年7月15日", "中共某某县委", "2025-07-15"),
        ("中 共 某 某 县 委\n二〇二五年七月十一日", "中共某某县委", "2025-07-11"),
        ("中共某某县委\n二○二五年十二月三十一日", "中共某某县委", "2025-12-31"),
        ("某某县财政局党组\n2025年2月30日", "某某县财政局党组", None),
        ("2025年7月15日\n某某县水利局党组", "某某县水利局党组", "2025-07-15"),
        ("　　　　　　　　某某市教育局　　　　　　　　2025年7月15日", "某某市教育局", "2025-07-15"),
        (
            "中共某某县委\n2025年7月15日\n责任编辑：某某\n下一篇：没有了",
            "中共某某县委",
            "2025-07-15",
        ),
    ],
)
def test_signature(signature: str, issuer: str | None, issued_on: str | None) -> None:
    """The signature is read spaced, in Chinese numerals, on one line or turned round."""
    document = from_text(BODY + signature)
    assert (document.issuer, document.issued_on) == (issuer, issued_on)
    assert document.text[document.closing :].lstrip("　 ").startswith(signature.strip()[:4])


@pytest.mark.parametrize(
    ("lead", "facts"),
    [
        (
            "2023年3月1日至2023年5月10日，县委第一巡察组对县水利局党组开展了巡察。"
            "7月2日，巡察组反馈了巡察意见。",
            ("县委第一巡察组", "2023-03-01", "2023-05-10", "2023-07-02"),
        ),
        (
            "市委第四巡察组于2023年3月至4月对我局进行了巡察，并于2023年6月5日反馈了意见。",
            ("市委第四巡察组", "2023-03-01", "2023-04-30", "2023-06-05"),
        ),
    ],
)
def test_inspection(lead: str, facts: tuple[str, ...]) -> None:
    """The inspection is found in other wordings, and months give whole intervals."""
    found = from_text(lead + "\n" + BODY).inspection
    assert found is not None
    assert (found.inspectors, found.first, found.last, found.feedback_on) == facts


@pytest.mark.parametrize(
    ("line", "issued_on"),
    [
        ("发布日期：2020-01-31", "2020-01-31"),
        ("来源：某局　发布时间：2020/1/31", "2020-01-31"),
        ("日期：2020年1月31日", "2020-01-31"),
        ("2020-01-31", "2020-01-31"),
        ("施行日期：2020年3月1日", None),
    ],
)
def test_the_line_below_the_title_dates(line: str, issued_on: str | None) -> None:
    """A page's line of source and date tells when a text came out, not from when it holds."""
    assert from_text(f"关于某事的通知\n{line}\n\n{BODY}").issued_on == issued_on


def test_work_report() -> None:
    """A work report takes its date from the session and its issuer from the speaker."""
    document = from_text(
        "政 府 工 作 报 告\n——2025年1月15日在某某县第十八届人民代表大会第四次会议上\n"
        "某某县人民政府县长　　某某\n各位代表：\n现在，我代表县人民政府报告工作。\n一、2024年工作回顾\n"
        "经济稳中有进。\n"
    )
    assert (document.title, document.issuer, document.issued_on) == (
        "政府工作报告",
        "某某县人民政府",
        "2025-01-15",
    )
    assert document.text[document.body.start :].startswith("各位代表")


def test_title_over_lines() -> None:
    """A title broken over lines above the text is put together."""
    document = from_text("中共某某市委\n关于巡视整改进展情况的通报\n来源：某某网\n" + BODY)
    assert document.title == "中共某某市委关于巡视整改进展情况的通报"
    assert [item.reason for item in document.noise] == ["source and date line"]


@pytest.mark.parametrize(
    ("head", "facts"),
    [
        (
            "---\ntitle: 甲乙市政府工作报告（2016年1月19日 某某）\n---\n\n市长某某作政府工作报告\n\n"
            "——2016年1月19日在甲乙市第三届人民代表大会第四次会议上\n",
            ("甲乙市政府工作报告（2016年1月19日 某某）", "甲乙市人民政府", "2016-01-19"),
        ),
        (
            "2010年政府工作报告\n——2010年1月27日在甲乙壮族自治区第十一届人民代表大会第三次会议上\n",
            ("2010年政府工作报告", "甲乙壮族自治区人民政府", "2010-01-27"),
        ),
        (
            "甲乙州政府工作报告\n——2020年1月22日州八届人大五次会议通过\n",
            ("甲乙州政府工作报告", "甲乙州人民政府", "2020-01-22"),
        ),
    ],
)
def test_a_government_has_its_place(head: str, facts: tuple[str, str, str]) -> None:
    """What the report leaves to be understood stands in its title or with the session."""
    rank = facts[1].removeprefix("甲乙").removesuffix("人民政府").removeprefix("壮族")
    lead = f"各位代表：\n现在，我代表{rank}人民政府向大会报告工作，请予审议。\n"
    document = from_text(head + lead + BODY)
    assert (document.title, document.issuer, document.issued_on) == facts
