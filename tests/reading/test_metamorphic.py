"""The same report in another dress has the same outline."""

from __future__ import annotations

import re
from collections.abc import Callable
from unicodedata import east_asian_width

import pytest

from summarizer.reading import Document, from_text
from summarizer.reading.decode import decode
from summarizer.reading.outline.notations import BLOCKS, alternation
from tests.reading.samples import NAMES, canonical, document, paragraphs

BLOCK = re.compile(alternation(BLOCKS))
SEPARATIONS = {"blank": ("", "\n\n"), "indent": ("\u3000\u3000", "\n"), "spaces": ("  ", "\n")}


def by_characters(paragraph: str, width: int) -> list[str]:
    return [paragraph[start : start + width] for start in range(0, len(paragraph), width)]


def by_columns(paragraph: str, width: int) -> list[str]:
    lines, line, used = [], "", 0
    for character in paragraph:
        size = 2 if east_asian_width(character) in "WFA" else 1
        if used + size > width:
            lines.append(line)
            line, used = "", 0
        line, used = line + character, used + size
    return [*lines, line]


def rewrapped(
    name: str, wrap: Callable[[str, int], list[str]], width: int, indent: str, gap: str
) -> Document:
    return from_text(
        gap.join("\n".join(wrap(indent + paragraph, width)) for paragraph in paragraphs(name))
    )


@pytest.mark.parametrize("separation", SEPARATIONS)
@pytest.mark.parametrize("name", NAMES)
def test_rewrapped(name: str, separation: str) -> None:
    """Wrapping at 18 to 40 characters or 36 to 80 columns changes nothing.

    Columns part lines of Chinese as half as many characters do, but for digits and letters: each
    width is tried in one of the separations.
    """
    expected = canonical(document(name))
    indent, gap = SEPARATIONS[separation]
    for width in range(18, 41):
        assert canonical(rewrapped(name, by_characters, width, indent, gap)) == expected, width
    for width in range(36 + list(SEPARATIONS).index(separation), 81, len(SEPARATIONS)):
        assert canonical(rewrapped(name, by_columns, width, indent, gap)) == expected, width


@pytest.mark.parametrize("name", NAMES)
def test_rewrapped_without_separation(name: str) -> None:
    """With nothing between paragraphs, only a heading that fills its line exactly may be lost."""
    expected = canonical(document(name))
    wrong = [
        width
        for width in range(18, 41)
        if canonical(rewrapped(name, by_characters, width, "", "\n")) != expected
    ]
    assert len(wrong) <= 1


SHORT = """某某市委关于巡视整改进展情况的通报
根据统一部署，2023年3月至5月，省委第一巡视组对我市进行了巡视。现将整改情况予以公布。
一、总体情况
召开会议12次，制定措施64条，已完成92.86%，其余正在推进。
二、具体情况
（一）关于“责任落实不到位”的问题
一是压实责任，约谈12人；二是完善制度，修订《工作规则》等18项；三是加强督查，发现问题41个，整改率97.14%。
（二）关于“资金管理混乱”的问题
1.开展清理。清退资金1326.8万元，涉及企业2113家。
2.完善制度。出台办法9项，其中2.35亿元以上项目全部纳入监管。
3.严肃问责。
（三）关于“民生服务有短板”的问题
一要办好实事，新建学校7所；二要提质增效，新增床位1200张，第一、二、三产业比重调整为7.8∶43.5∶48.7。
三、下一步打算
（一）提高站位。持续学习贯彻党的二十大精神。
（二）压实责任。
（三）健全机制。2024年6月底前完成制度“废改立”工作。
中共某某市委
2024年1月2日"""


@pytest.mark.parametrize("indent", ["", "\u3000\u3000"])
def test_rewrapped_notice(indent: str) -> None:
    """A notice of short paragraphs, few lines of which are full, is unwrapped too."""
    expected = canonical(from_text(SHORT))
    wrong = [
        width
        for width in range(20, 42)
        if canonical(
            from_text(
                "\n".join(
                    line
                    for paragraph in SHORT.split("\n")
                    for line in by_characters(indent + paragraph, width)
                )
            )
        )
        != expected
    ]
    assert len(wrong) <= (0 if indent else 3), wrong


def dressed(name: str, dress: Callable[[str], str]) -> Document:
    return from_text("\n".join(dress(paragraph) for paragraph in paragraphs(name)))


HALF = ",:;()!?%"
FULL = "，：；（）！？％"
TO_FULL = str.maketrans(HALF, FULL)
TO_HALF = str.maketrans(FULL, HALF)
WIDE_DIGITS = str.maketrans("0123456789", "０１２３４５６７８９")


def bold(paragraph: str) -> str:
    return f"**{paragraph}**" if BLOCK.match(paragraph) and "。" not in paragraph else paragraph


def hashed(paragraph: str) -> str:
    return f"## {paragraph}" if paragraph[1:2] == "、" else paragraph


def spaced(paragraph: str) -> str:
    heading = paragraph[1:2] == "、" and "。" not in paragraph
    return " ".join(paragraph.replace(" ", "")) if heading else paragraph


DRESSES: dict[str, Callable[[str], str]] = {
    "full-width punctuation": lambda paragraph: paragraph.translate(TO_FULL),
    "half-width punctuation": lambda paragraph: paragraph.translate(TO_HALF),
    "full-width digits": lambda paragraph: paragraph.translate(WIDE_DIGITS),
    "bold headings": bold,
    "Markdown headings": hashed,
    "escaped dots": lambda paragraph: re.sub(r"^(\d+)\.", r"\1\\.", paragraph),
    "wide dots": lambda paragraph: re.sub(r"^(\d+)\.", r"\1．", paragraph),
    "letter-spaced headings": spaced,
    "quoted lines": lambda paragraph: "> " + paragraph,
    "straight quotes": lambda paragraph: re.sub("[“”]", '"', paragraph),
    "zero-width spaces": lambda paragraph: paragraph.replace("，", "，\u200b"),
    "carriage returns": lambda paragraph: paragraph + "\r",
    "non-breaking indents": lambda paragraph: "\u00a0\u00a0" + paragraph,
}


@pytest.mark.parametrize("dress", DRESSES)
@pytest.mark.parametrize("name", NAMES)
def test_dressed(name: str, dress: str) -> None:
    """Width of forms, Markdown marks and stray spaces change nothing."""
    assert canonical(dressed(name, DRESSES[dress])) == canonical(document(name))


HEADER = """首页 > 政务公开 > 巡视整改
当前位置：首页>通知公告
信息来源：某某网  发布日期：2025-08-01 09:30  浏览次数：1,024
字号：【大 中 小】 打印 关闭窗口
分享到：微信 微博
"""
FOOTER = """
【打印本页】【关闭窗口】
责任编辑：某某
上一篇：关于开展集中宣传月活动的通知
下一篇：某某市2025年部门预算公开 2025-07-30
相关链接
· 市委召开常委会会议 2025-07-28
我要评论
版权所有 某某网 未经授权不得转载
主办：某某市委办公室 备案号：某ICP备12345678号-1
"""


@pytest.mark.parametrize("name", NAMES)
def test_other_furniture(name: str) -> None:
    """Breadcrumbs, print links, teasers and copyright lines are reported and change nothing."""
    plain = document(name)
    found = from_text(HEADER + "\n".join(paragraphs(name)) + FOOTER)
    assert canonical(found) == canonical(plain)
    assert (found.title, found.issuer, found.issued_on) == (
        plain.title,
        plain.issuer,
        plain.issued_on,
    )
    covered = "".join(found.text[item.span.start : item.span.end] for item in found.noise)
    for line in (HEADER + FOOTER).splitlines():
        assert line.strip() in covered


@pytest.mark.parametrize("name", NAMES)
def test_page_numbers(name: str) -> None:
    """Page numbers between the lines of a paragraph are set aside and break nothing."""
    lines = "\n\n".join(
        "\n".join(by_characters(paragraph, 28)) for paragraph in paragraphs(name)
    ).split("\n")
    paged = []
    for number, line in enumerate(lines, start=1):
        paged.append(line)
        if number % 30 == 0 and line and len(line) == 28:
            paged.append(f"— {number // 30} —")
    found = from_text("\n".join(paged))
    assert canonical(found) == canonical(document(name))
    assert {item.reason for item in found.noise} == {"page number"}


@pytest.mark.parametrize("codec", ["utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("name", NAMES)
def test_encodings(name: str, codec: str) -> None:
    """Every supported encoding is recognised and gives the same text."""
    text = document(name).text
    decoded = decode(text.encode(codec), name=name)
    assert decoded.text == text
    assert decoded.encoding.startswith(codec.removesuffix("-sig"))
