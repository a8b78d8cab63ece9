"""What the normalised view keeps, drops and replaces."""

from __future__ import annotations

import pytest

from summarizer.reading import plain_view
from summarizer.reading.characters import display_width, fold
from summarizer.reading.lines import split_lines


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("２２３５万元，增长８３．２％", "2235万元,增长83.2%"),
        ("1.99 个\n百分点", "1.99个百分点"),
        ("2024 年 1—5 月", "2024年1—5月"),
        ("政 务 服 务", "政务服务"),
        ("2 0 2 5 年 7 月", "2025年7月"),
        ("1 万 PFlops", "1万PFlops"),
        ("Internet Plus 行动", "Internet Plus行动"),
        ("5G 基站", "5G基站"),
        ("《牢记初心使命 强化政治保障》", "《牢记初心使命 强化政治保障》"),
        ("《牢 记 初 心》", "《牢记初心》"),
        ("“持续严肃财经纪律 提升资金使用质效”", "“持续严肃财经纪律提升资金使用质效”"),
        ('"四个意识"和"两个维护"', "“四个意识”和“两个维护”"),
        ("「甲『乙』」", "“甲‘乙’”"),
        ("**一、** __二__", "一、二"),
        (r"1\. 关于", "1.关于"),
        ("1. 2024年", "1. 2024年"),
        ("①㈠…", "①㈠…"),
        ("⼀级抓⼀级", "一级抓一级"),
        ("甲<!--more-->乙", "甲乙"),
        ("网\u200b办\ufeff率", "网办率"),
    ],
)
def test_claims(source: str, expected: str) -> None:
    """Layout white space goes, words and titles keep their spaces, widths are folded."""
    view = plain_view(source)
    assert view.text == expected
    assert len(view.printed) == len(expected)


def test_map() -> None:
    """Ranges of the view lead back to tight ranges of the source."""
    source = "增长 １．９９ 个\r\n百分点"
    view = plain_view(source)
    start = view.text.index("1.99")
    assert source[slice(*view.source(start, start + 4))] == "１．９９"
    assert view.printed[start : start + 4] == "１．９９"
    assert source[slice(*view.source(view.text.index("个"), len(view.text)))] == "个\r\n百分点"


def test_fold_keeps_length() -> None:
    """Folding never changes the number of characters."""
    text = "".join(map(chr, range(0x20, 0x3000))) + "“\"'（）％"
    assert len(fold(text)) == len(text)
    assert display_width("整改A1。") == 8


def test_letters_set_apart_are_measured_as_if_set_close() -> None:
    """How wide a line is tells whether the next one goes on with it."""
    apart, close, prose = (
        split_lines(line)[0].columns
        for line in ("全  市  收  入  19.3亿  元  ，  增  长  4%", "全市收入19.3亿元，增长4%", "a b c d")
    )
    assert apart == close
    assert prose == len("a b c d")
