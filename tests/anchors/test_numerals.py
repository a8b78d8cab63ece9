"""The numeral grammar against an independent reader and against itself."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.anchors import anchors_of_text, numerals

WHOLE = st.integers(min_value=0, max_value=10**12 - 1)


@settings(deadline=None)
@given(WHOLE)
def test_chinese_integers_agree_with_cn2an(number: int) -> None:
    """Every integer that cn2an writes in Chinese is read back as the same number."""
    cn2an = pytest.importorskip("cn2an")
    text = cn2an.an2cn(number)
    assert numerals.parse(text) == numerals.Numeral(Decimal(number))
    match = numerals.TOKEN.match(text)
    assert match is not None
    assert match.end() == len(text)


@settings(deadline=None)
@given(WHOLE)
def test_arabic_integers_round_trip(number: int) -> None:
    """Digits with and without thousands separators are the same number."""
    for text in (str(number), f"{number:,}"):
        assert numerals.parse(text) == numerals.Numeral(Decimal(number))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1亿2000万", 120_000_000),
        ("1.2万亿", 1_200_000_000_000),
        ("2235万", 22_350_000),
        ("8,214", 8214),
        ("3千万", 30_000_000),
        ("两千零五", 2005),
        ("一万二", 12_000),
        ("三百五", 350),
        ("十", 10),
        ("二十三", 23),
        ("二〇二四", 2024),
        ("一百零二亿三千万", 10_230_000_000),
    ],
)
def test_notations(text: str, value: int) -> None:
    """Mixed and colloquial notations have their exact value."""
    assert numerals.parse(text) == numerals.Numeral(Decimal(value))


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [("三四百", 300, 400), ("七八", 7, 8), ("二三十", 20, 30), ("十五六", 15, 16)],
)
def test_neighbouring_digits_are_an_approximation(text: str, low: int, high: int) -> None:
    """Two neighbouring digits name a range."""
    assert numerals.parse(text) == numerals.Numeral(Decimal(low), Decimal(high))


@pytest.mark.parametrize("text", ["三五", "一一", "五一", "半千", "9" * 40, "119951800254927.8"])
def test_no_numbers(text: str) -> None:
    """Digits in a row that name no quantity have no value."""
    assert numerals.parse(text) is None


@settings(deadline=None)
@given(
    number=st.decimals(min_value="0.01", max_value="99999", places=2),
    scale=st.sampled_from([("", 1), ("万", 10**4), ("亿", 10**8), ("万亿", 10**12)]),
    unit=st.sampled_from(["元", "平方米", "人次", "吨", "%", "个百分点", "公里", "家"]),
    before=st.sampled_from(["", "收入", "同比增长", "共有", "达到"]),
    after=st.sampled_from(["", "。", "，其中", "的项目"]),
)
def test_figures_round_trip(
    number: Decimal, scale: tuple[str, int], unit: str, before: str, after: str
) -> None:
    """A figure written from a value is read back with that value, unit and place."""
    printed = f"{number}{scale[0]}{unit}"
    text = before + printed + after
    (figure,) = anchors_of_text(text).figures
    assert figure.value == number * scale[1]
    assert figure.unit == unit
    assert text[figure.span.start : figure.span.end] == printed == figure.text


_DIGITS = "零一二三四五六七八九"


@settings(deadline=None)
@given(
    whole=st.integers(min_value=0, max_value=99),
    part=st.text("123456789", min_size=1, max_size=3),
    scale=st.sampled_from([("", 1), ("万", 10**4), ("亿", 10**8), ("万亿", 10**12)]),
)
def test_chinese_decimals(whole: int, part: str, scale: tuple[str, int]) -> None:
    """十二点三四亿 is 12.34 hundred million, digit by digit behind 点."""
    tens, ones = divmod(whole, 10)
    head = ("" if tens < 2 else _DIGITS[tens]) + ("十" if tens else "")
    head += _DIGITS[ones] if ones or not tens else ""
    printed = head + "点" + "".join(_DIGITS[int(digit)] for digit in part) + scale[0]
    assert numerals.parse(printed) == numerals.Numeral(Decimal(f"{whole}.{part}") * scale[1])


@settings(deadline=None)
@given(st.integers(min_value=1, max_value=99), st.text("123456789", min_size=1, max_size=2))
def test_chinese_percentages(whole: int, part: str) -> None:
    """百分之十二点三 is 12.3 %."""
    tens, ones = divmod(whole, 10)
    head = ("" if tens < 2 else _DIGITS[tens]) + ("十" if tens else "")
    head += _DIGITS[ones] if ones else ""
    printed = f"百分之{head}点" + "".join(_DIGITS[int(digit)] for digit in part)
    (figure,) = anchors_of_text(f"同比增长{printed}。").figures
    assert (figure.value, figure.unit, figure.text) == (Decimal(f"{whole}.{part}"), "%", printed)
