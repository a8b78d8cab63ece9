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


@pytest.mark.parametrize(
    ("head", "issuer", "issued_on"),
    [
        # The note of adoption: who made a law as it stands, and when; approval is another's.
        (
            "某省供热条例\n2017年8月25日 某省第十二届人民代表大会常务委员会第三次会议通过\n"
            "2021年9月30日 某省第十三届人民代表大会常务委员会第二十五次会议修订",
            "某省人民代表大会常务委员会",
            "2021-09-30",
        ),
        (
            "甲市供水条例\n2019年10月29日 甲市第十三届人民代表大会常务委员会第二次会议通过\n"
            "2019年11月29日 乙省第十三届人民代表大会常务委员会第十五次会议批准",
            "甲市人民代表大会常务委员会",
            "2019-10-29",
        ),
        (
            "某某督察工作条例\n（2025年3月31日中共中央政治局会议审议批准 2025年4月28日中共中央、国务院发布）",
            "中共中央、国务院",
            "2025-04-28",
        ),
        (
            "某某责任规定\n2021年7月22日 国家某某总局令第43号公布\n2022年1月1日 施行",
            "国家某某总局",
            "2021-07-22",
        ),
        (
            "某市地下空间管理办法\n（2011 年 12 月 15 日某市人民政府令第 61 号公布，根据 2015 年 9 月 30 日"
            "某市人民政府令第 132 号《某市人民政府关于修改〈某市规定〉等 93 件政府规章的决定》第一次修订，"
            "自2016年1月1日起施行）",
            "某市人民政府",
            "2015-09-30",
        ),
        # Lines below the title.
        (
            "某市2025年统计公报\n某市统计局 国家统计局某市调查队\n（2026年5月8日）",
            "某市统计局、国家统计局某市调查队",
            "2026-05-08",
        ),
        (
            "某市2025年统计公报\n某市统计局\n国家统计局某市调查队\n2026年5月8日",
            "某市统计局、国家统计局某市调查队",
            "2026-05-08",
        ),
        ("某市2025年统计公报\n来源：某市统计局  2026-04-20", "某市统计局", "2026-04-20"),
        ("佛山某事故调查报告\n来源：某某新闻网  2026-04-20", None, "2026-04-20"),
        (
            "关于甲市2018年预算执行情况的报告\n——2019年1月8日在甲市第十三届人民代表大会第三次会议上\n"
            "甲市财政局局长 某某某",
            "甲市财政局",
            "2019-01-08",
        ),
        (
            "关于甲市2018年预算执行情况的报告\n——2019年1月8日在甲市第十三届人民代表大会第三次会议上\n"
            "各位代表：\n受市人民政府委托，向大会报告预算执行情况，请予审议。",
            "甲市人民政府",
            "2019-01-08",
        ),
        (
            "关于甲市2018年预算执行情况的报告（2019年1月8日在甲市第十三届人民代表大会第三次会议上）\n"
            "甲市财政局",
            "甲市财政局",
            "2019-01-08",
        ),
        (
            "关于甲市2018年预算执行情况的报告 ——2019年1月8日在甲市第十三届人民代表大会第三次会议上\n"
            "甲市财政局",
            "甲市财政局",
            "2019-01-08",
        ),
        ("在全市工作会议上的报告\n（2022年2月16日）某某", None, "2022-02-16"),
        (
            "预防为主深入反腐败\n——中共某省纪律检查委员会向第十次代表大会的工作报告\n"
            "（2007年10月21日中国共产党某省第十次代表大会通过）",
            "中共某省纪律检查委员会",
            "2007-10-21",
        ),
        # The title itself.
        ("2019年某市人民政府办公厅政府信息公开工作年度报告", "某市人民政府办公厅", None),
        ("中共某某办公厅印发《某某培训规划》的通知", "中共某某办公厅", None),
        ("某部监测司有关负责人就《某某方案》答记者问", "某部监测司", None),
        ("某市城市中小学校规划建设管理条例", None, None),
        ("某市产业布局规划", None, None),
    ],
)
def test_who_issued_it_and_when(head: str, issuer: str | None, issued_on: str | None) -> None:
    """What the lines around a title say of its origin."""
    document = from_text(f"{head}\n\n{BODY}")
    assert (document.issuer, document.issued_on) == (issuer, issued_on)


def test_printed_below_a_letter() -> None:
    """The last line of a letter says who printed it and when, and is no part of its text."""
    document = from_text(f"某公司关于某事的报告\n{BODY}某公司办公室2021年12月11日印发")
    assert document.issued_on == "2021-12-11"
    assert "page footer" in {item.reason for item in document.noise}


def test_a_headline_may_end_in_a_word_of_an_office() -> None:
    """增长基本同步 is no 长 with a name behind it."""
    document = from_text(f"4.9%！三季度经济增速放缓，居民收入与经济增长基本同步\n{BODY}")
    assert document.title == "4.9%！三季度经济增速放缓，居民收入与经济增长基本同步"


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
