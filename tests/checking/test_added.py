"""Words that say more than anything in the unit, and degrees that the figure beside them denies."""

from __future__ import annotations

import tomllib
from typing import Any

import pytest

from summarizer.analysis import analyse
from summarizer.checking import SourceIndex, Statement
from summarizer.checking.case import case_of
from summarizer.checking.decide.added import added
from summarizer.checking.propositions import Propositions
from summarizer.reading import from_text
from summarizer.resources import text
from tests.checking.cases import kinds

ROWS = tomllib.loads(text("lexicons", "added.toml"))["word"]
SOURCE = "某市办法\n\n一、总则\n\n（一）做法。{}。组织干部走访居民。\n"


def _added(source: str, claim: str) -> list[str]:
    index = SourceIndex(analyse(from_text(source)))
    case = case_of(Statement(claim, index.unit_at(source.index("做法")), "measure"), index)
    return [fault.kind for fault in added(case, Propositions(case))]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["claim"])
def test_the_example_of_a_sense_is_told(row: dict[str, Any]) -> None:
    """Told beside the source of the example; not of a unit that has the word, nor of its own."""
    source = SOURCE.format(row["source"])
    assert _added(source, f"{row['claim']}。") == [row["kind"]]
    assert _added(source, f"{row['source']}。") == []
    assert _added(SOURCE.format(row["claim"]), f"据介绍，{row['claim']}。") == []


def test_what_the_unit_says_elsewhere_allows_the_word() -> None:
    """Any clause of the unit may be what is told in other words."""
    source = SOURCE.format("变更法定代表人的，无需提交申请；换发许可证的，应当重新提交申请")
    assert kinds(source, "做法", "法定代表人变了，不必再交一次申请。") == []


@pytest.mark.parametrize(
    ("claim", "told"),
    [
        ("房地产市场略有走低：2025年开发投资下降51.3%。", True),
        ("开发投资小幅下降51.3%。", True),
        ("物价总体大幅上涨，居民消费价格比上年上涨0.3%。", True),
        ("居民消费价格小幅上涨0.3%。", False),
        ("开发投资大幅下降51.3%。", False),
        ("居民消费价格略有上涨，开发投资下降51.3%。", False),
    ],
)
def test_a_degree_fits_the_rate_beside_it(claim: str, told: bool) -> None:
    """Only the rate of the same rise or fall speaks against what it is called."""
    source = SOURCE.format("2025年开发投资下降51.3%，居民消费价格比上年上涨0.3%")
    assert ("degree" in kinds(source, "做法", claim)) is told


def test_what_the_source_calls_so_is_told_so() -> None:
    """大幅增长2% of 大幅增长2%, where so little was more than anybody had asked."""
    source = SOURCE.format("收成大幅增长2%，增幅为全县第一")
    assert kinds(source, "做法", "据统计，收成大幅增长2%，居全县第一。") == []


@pytest.mark.parametrize(
    ("claim", "told"),
    [
        ("农村居民收入增速慢于城镇。", True),
        ("农村居民收入增速快于城镇。", False),
        ("民间投资降幅小于国有投资。", True),
        ("民间投资增速低于国有投资。", False),
        ("外商控股企业增加值增长16.3%，增速低于国有控股企业。", True),
        ("城镇居民收入达到6.1万元，不过农村居民收入增长更慢。", True),
        ("城镇居民收入达到6.1万元，不过农村居民收入增长更快。", False),
        ("轻工业快于重工业。", True),
        ("轻工业明显慢于重工业。", False),
        ("婴儿死亡率4.0‰，城市高于农村。", True),
        ("婴儿死亡率4.0‰，城市低于农村。", False),
    ],
)
def test_of_two_rates_named_alone_the_greater_is_asked_for(claim: str, told: bool) -> None:
    """Falls are compared as falls where they are called so, else a fall is less than a rise."""
    source = SOURCE.format(
        "城镇居民人均可支配收入6.1万元，增长3.6%，农村居民人均可支配收入3.2万元，增长5.4%。"
        "国有投资下降2.1%，民间投资下降8.8%。国有控股企业增长12.9%，外商控股企业增长16.3%。"
        "分轻重工业看，轻工业增长2.0%，重工业增长8.2%。婴儿死亡率4.0‰（城市3.4‰，农村6.6‰）"
    )
    assert ("direction" in kinds(source, "做法", claim)) is told
