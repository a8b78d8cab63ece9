"""What a figure bounds, by the words beside it alone, and what a row shares of it."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from summarizer.anchors.records import Figure
from summarizer.facts.bounds import beyond, bound_of, spread
from summarizer.facts.extract import facts_of_text
from summarizer.facts.records import Fact
from summarizer.spans import Range
from summarizer.vocabulary import Bound, FigureKind

BARE = Figure(Range(0, 1), "5", Decimal(5), None, "处", FigureKind.COUNT)
SIGNS = {
    "=": Bound.EQUAL,
    ">=": Bound.AT_LEAST,
    "<=": Bound.AT_MOST,
    ">": Bound.MORE,
    "<": Bound.LESS,
    "~": Bound.ABOUT,
}


@pytest.mark.parametrize(
    ("left", "right", "sign"),
    [
        ("建成", "", "="),
        # words of limit, and denied
        ("高于", "", ">"),
        ("不得高于", "", "<="),
        ("不应超过", "", "<="),
        ("超出", "", ">"),
        ("未突破", "", "<="),
        ("跨过", "", ">"),
        ("经过", "", "="),
        ("跨上", "", ">"),
        ("逾", "", ">"),
        ("低于", "", "<"),
        ("不低于", "", ">="),
        ("不能少于", "", ">="),
        ("短于", "", "<"),
        ("没有窄于", "", ">="),
        ("足", "", "="),
        ("不足", "", "<"),
        ("不到", "", "<"),
        ("未满", "", "<"),
        ("达到", "", "="),
        ("超过了每年", "", ">"),
        ("不低于人均", "", ">="),
        # words of one side
        ("至少", "", ">="),
        ("起码要建", "", ">="),
        ("下限为", "", ">="),
        ("最少", "", ">="),
        ("最低给予", "", "="),
        ("最低给", "", ">="),
        ("至多", "", "<="),
        ("上限为", "", "<="),
        ("限定", "", "<="),
        ("最高可奖", "", "<="),
        ("最迟", "", "<="),
        ("≥", "", ">="),
        (">=", "", ">="),
        ("≤", "", "<="),
        ("<=", "", "<="),
        (">", "", ">"),
        ("<", "", "<"),
        ("接近", "", "<"),
        ("将近", "", "<"),
        ("临近", "", "<"),
        ("约", "", "~"),
        ("大约增长", "", "~"),
        ("约为", "", "~"),
        # words behind
        ("", "以上", ">="),
        ("", "及以上", ">="),
        ("", "规模以上", ">="),
        ("", " 以上", ">="),
        ("", "余", ">="),
        ("", "以内", "<="),
        ("", "之下", "<="),
        ("", "左右", "~"),
        ("", "前后", "~"),
        ("", "多次", "="),
        ("", "余次", "="),
        ("", "多年", "="),
        # what stands behind goes before what stands in front
        ("不超过", "以上", ">="),
    ],
)
def test_words_beside_a_figure(left: str, right: str, sign: str) -> None:
    """A limit, denied the limit of the other side; one side; words behind win over those before."""
    assert bound_of(BARE, left, right) is SIGNS[sign]


@pytest.mark.parametrize(
    ("qualifier", "text", "left", "sign"),
    [
        ("不超过", "不超过5处", "", "<="),
        ("至少", "至少5处", "", ">="),
        ("近", "近5处", "", "<"),
        ("余", "5余处", "", ">"),
        ("约", "约5处", "", "~"),
        ("超", "超5处", "", ">"),
        ("超", "超5处", "不得", "<="),
        ("低于", "低于5处", "不", ">="),
        ("约", "约5处", "不", "~"),
        ("余", "5余处", "没有", ">"),
        ("整", "5处整", "", "="),
    ],
)
def test_the_qualifier_of_a_figure(qualifier: str, text: str, left: str, sign: str) -> None:
    """What is denied is the word that the figure begins with, never one behind its number."""
    figure = replace(BARE, qualifier=qualifier, text=text)
    assert bound_of(figure, left, "") is SIGNS[sign]


def test_what_a_figure_says_itself_goes_first() -> None:
    """Its own bound before all words, but for 接近, which its grammar reads as about."""
    figure = replace(BARE, bound=Bound.MORE)
    assert bound_of(figure, "不足", "以下") is Bound.MORE
    assert bound_of(figure, "将近", "以下") is Bound.LESS
    assert bound_of(figure, "附近", "以下") is Bound.MORE
    assert bound_of(replace(figure, text="接近5处"), "", "") is Bound.LESS


@pytest.mark.parametrize(
    ("unit", "right", "sign"),
    [("户", "规模以上企业", "="), ("家", "限额以上单位", "="), ("头", "规模以上", ">=")],
)
def test_a_size_by_name_bounds_nothing(unit: str, right: str, sign: str) -> None:
    """429户规模以上企业 are counted by a name of the statistics, 500头规模以上 says how large."""
    assert bound_of(replace(BARE, unit=unit), "", right) is SIGNS[sign]


@pytest.mark.parametrize(
    ("kind", "left", "sign"),
    [
        (FigureKind.MULTIPLE, "接近上年的", "<"),
        (FigureKind.MULTIPLE, "超过上年同期的", ">"),
        (FigureKind.RATIO, "约占总量的", "~"),
        (FigureKind.RATIO, "大致相当于总量的", "~"),
        (FigureKind.RATIO, "占总量的", "="),
        (FigureKind.RATIO, "超过3个县的", "="),
        (FigureKind.COUNT, "接近上年的", "="),
    ],
)
def test_words_before_what_is_multiplied(kind: FigureKind, left: str, sign: str) -> None:
    """接近上年的三倍 bounds the multiple; a count there, or a number between, is another's."""
    assert bound_of(replace(BARE, kind=kind), left, "") is SIGNS[sign]


@pytest.mark.parametrize(
    ("text", "right", "words"),
    [
        ("5处以上。", "以上。", "以上。"),
        ("5处多0.4亿元", "多0", ""),
        ("5处还多约三成", "还多", ""),
        ("5处（约3公顷）以上的", "", ""),
        ("5处(约3公顷)以上的甲", "", "以上的"),
        ("5处(甲)(乙)以上", "", "(乙)"),
        ("5处", "", ""),
    ],
)
def test_words_beyond_brackets(text: str, right: str, words: str) -> None:
    """以上 of 88万亩(约5.87万公顷)以上 bounds the first; 多0.4亿元 tells a difference."""
    assert beyond(text, 2, right) == words


def _bounds(text: str) -> list[tuple[str, Bound, bool]]:
    facts: list[Fact] = [fact for fact in facts_of_text(text).facts if fact.figure is not None]
    return [(fact.figure.text, fact.bound, fact.spread) for fact in facts if fact.figure]


def test_a_row_shares_what_is_printed_once() -> None:
    """At its end for all before it, at its head for all behind; another unit shares nothing."""
    assert [bound for _, bound, _ in _bounds("建成3处、5处、9处以上。")] == [Bound.AT_LEAST] * 3
    assert [one for _, _, one in _bounds("建成3处、5处、9处以上。")] == [True, True, False]
    assert [bound for _, bound, _ in _bounds("建成至少3处和5处。")] == [Bound.AT_LEAST] * 2
    assert [b for _, b, _ in _bounds("建成3处、5所以上。")] == [Bound.EQUAL, Bound.AT_LEAST]
    assert [b for _, b, _ in _bounds("建成3处，另建5处以上。")] == [Bound.EQUAL, Bound.AT_LEAST]
    assert spread([]) == []


def _row(*signs: str) -> list[tuple[Bound, bool]]:
    """What a row of figures with these bounds of their own comes to, and whether it is shared."""
    bare = [fact for fact in facts_of_text("建成3处、5处、9处。").facts if fact.figure is not None]
    given = [replace(fact, bound=SIGNS[sign]) for fact, sign in zip(bare, signs, strict=False)]
    return [(fact.bound, fact.spread) for fact in spread(given)]


@pytest.mark.parametrize(
    ("own", "all_of_it", "shared"),
    [
        ("= = =", "= = =", ""),
        (">= = =", ">= >= >=", "12"),
        ("> = =", "> > >", "12"),
        (">= =", ">= >=", "1"),
        ("= = >=", ">= >= >=", "01"),
        ("= >=", ">= >=", "0"),
        ("= = >", "= = >", ""),  # 3处、5处、超9处: the last alone
        ("= ~ =", "~ ~ ~", "02"),
        ("= > =", "= > >", "2"),
        ("< = >=", "< >= >=", "1"),
        (">=", ">=", ""),
    ],
)
def test_which_way_a_row_shares(own: str, all_of_it: str, shared: str) -> None:
    """Forward any bound, backward only one that may stand at the end; nobody loses their own."""
    expected = [
        (SIGNS[sign], str(place) in shared) for place, sign in enumerate(all_of_it.split())
    ]
    assert _row(*own.split()) == expected
