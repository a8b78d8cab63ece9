"""Words of a scale beside the same words, the whole of another level, names told by one side,
all of what the source counts, a cause beside the one that the source states."""

from __future__ import annotations

import tomllib
from typing import Any

import pytest

from summarizer.resources import text
from tests.checking.cases import kinds

ROWS = tomllib.loads(text("lexicons", "scales.toml"))["scale"]
SOURCE = """某市工作报告

一、基本情况

（一）制度。经营者应当在开业以前，将收费标准告知停车人。教育局已建立巡课制度，今后将继续完善。安全责任不转移给承包单位。

（二）产量。全市启动灌区建设，全市完成河道疏浚三十公里，全市稻谷产量占全国总量的两成。改造农房四千户。

（三）单位。责令青山县县长向云岭市人民政府写出检查。北山煤业集团公司经理受到警告处分，南河矿业集团公司经理受到记过处分。

（四）名单。西泉市人民政府负责供水。重点建设松坪、竹海、梅岭、石门四大景区。桃溪景区闭园检修。

（五）工程。开工建设住房两千套，竣工四百套。上年种植面积减少，因连续干旱，水稻收成减产两成。仓储设施不足的问题仍然存在，粮食烘干能力有待提高。
"""


def _told(statement: str, place: str, source: str = SOURCE) -> list[str]:
    return kinds(source, place, statement)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["claim"])
def test_the_example_of_a_scale_is_told(row: dict[str, Any]) -> None:
    """The other step is blamed, both ways unless the scale only goes up; the source's own is not."""
    source = f"某市办法\n\n一、总则\n\n（一）做法。{row['source']}。组织干部走访居民。\n"
    turned = source.replace(row["source"], row["claim"])
    assert row["kind"] in _told(f"{row['claim']}。", "做法", source)
    assert _told(f"{row['source']}。", "做法", source) == []
    assert (row["kind"] in _told(f"{row['source']}。", "做法", turned)) is not row.get("up", False)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["claim"])
def test_words_of_one_step_are_interchanged_freely(row: dict[str, Any]) -> None:
    """Of a step with several plain words each may stand for the others."""
    for step in row["steps"]:
        plain = [word for word in step.split("|") if not set("()[]?\\") & set(word)]
        for word in plain[1:]:
            source = SOURCE.replace("全市启动灌区建设", f"本年{plain[0]}开展的工作分为三类")
            found = _told(f"本年{word}开展的工作分为三类。", "（二）产量", source)
            assert row["kind"] not in found, (plain[0], word)


def test_what_governs_stands_before_the_clause() -> None:
    """Told in the source's own step there is nothing to say."""
    assert _told("须将收费标准告知停车人。", "制度") == []
    assert "negation" in _told("经营者可以将收费标准告知停车人。", "制度")


def test_what_is_not_said_of_all() -> None:
    """并非…一切 says no more than the source."""
    for denied in ("并非", "不是"):
        assert _told(f"经营者{denied}对一切安全责任负责。", "（一）制度") == []
    assert "scope_word" in _told("一切经营者应当在开业以前，将收费标准告知停车人。", "（一）制度")


@pytest.mark.parametrize(
    "wrong", ["全省完成河道疏浚三十公里。", "全省改造农房四千户。", "稻谷产量占全省总量的两成。"]
)
def test_the_whole_of_another_level(wrong: str) -> None:
    """What is said of the report's own level, or without any, is not said of a higher one."""
    assert "scope_word" in _told(wrong, "（二）产量")
    assert _told(wrong.replace("全省", "全国" if "总量" in wrong else "全市"), "（二）产量") == []


@pytest.mark.parametrize(
    ("right", "wrong", "place"),
    [
        (
            "青山县县长被责令向云岭市人民政府写出检查。",
            "青山县县长被责令向西泉市人民政府写出检查。",
            "（三）单位",
        ),
        (
            "检查须向云岭市人民政府写出。",
            "青山县县长写出检查，检查交给了西泉市人民政府。",
            "（三）单位",
        ),
        (
            "建设重点是松坪、竹海、梅岭、石门四大景区。",
            "建设重点是松坪、竹海、梅岭、桃溪四大景区。",
            "（四）名单",
        ),
    ],
)
def test_a_name_is_known_by_the_words_on_one_side(right: str, wrong: str, place: str) -> None:
    """The letters of the source need not stand on both sides of it."""
    assert _told(right, place) == []
    assert "name" in _told(wrong, place)


@pytest.mark.parametrize(
    ("right", "wrong", "kind"),
    [
        (
            "开工建设住房两千套，竣工四百套。",
            "开工建设住房两千套，已全部竣工。",
            "scope_word",
        ),
        (
            "由于连续干旱，水稻收成减产两成。",
            "由于仓储设施不足，水稻收成减产两成。",
            "cause",
        ),
        (
            "水稻因连续干旱收成减产两成。",
            "水稻因仓储设施不足收成减产两成。",
            "cause",
        ),
    ],
)
def test_what_the_source_counts_and_why(right: str, wrong: str, kind: str) -> None:
    """All of what is counted, and another cause than the sentence has, though the unit names it."""
    assert _told(right, "（五）工程") == []
    assert kind in _told(wrong, "（五）工程")
