"""One name for an indicator: what is taken off a printed label, and what never is."""

from __future__ import annotations

import subprocess
import sys

import pytest

from summarizer.facts.indicator import Indicators, same_words
from tests.conftest import ROOT

NAMES = Indicators("中共镜湖区委员会", "中共芜湖市镜湖区委关于巡视整改进展情况的通报")


@pytest.mark.parametrize(
    "printed",
    [
        "城镇新增就业",
        "新增城镇就业",
        "全区城镇新增就业",
        "我区累计新增城镇就业",
        "城镇就业累计新增",
        "镜湖区城镇新增就业（人）",
        "芜湖市镜湖区城镇新增就业①",
        "2024年全区城镇新增就业[1]",
        "“城镇新增就业”",
    ],
)
def test_many_forms_are_one_name(printed: str):
    assert NAMES.normal(printed) == "新增城镇就业"


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("公共服务", "公共服务"),
        ("共同富裕示范项目", "共同富裕示范项目"),
        ("党员干部共", "党员干部"),
        ("全国文明城市", "全国文明城市"),
        ("市政道路", "市政道路"),
        ("全市", "全市"),
        ("居民的人均可支配收入", "居民人均可支配收入"),
        ("其中：税收收入", "税收收入"),
        ("区委常委会会议", "区委常委会会议"),
        ("", None),
        ("①", None),
        ("人", None),
    ],
)
def test_what_belongs_to_a_name_stays(printed: str, name: str | None):
    assert NAMES.normal(printed) == name


def test_the_same_words_in_another_order_share_a_key():
    assert same_words("办结信访件") == same_words("信访件办结")
    assert same_words("办结信访件") != same_words("信访件办理")


def test_a_name_is_its_own_normal_form():
    """Naming a name changes nothing, so that names can be compared with names."""
    for printed in ("全区新增的就业岗位", "累计共完成投资", "全市全市税收", "共共计", "完成完成"):
        once = NAMES.normal(printed)
        assert once is not None
        assert NAMES.normal(once) == once


def test_indicators_and_periods_read_by_hand():
    """The benchmark's shares do not fall below what the docs tell."""
    script = ROOT / "benchmarks" / "indicators.py"
    done = subprocess.run(
        [sys.executable, script],
        env={"PYTHONPATH": str(ROOT), "PATH": ""},
        capture_output=True,
        text=True,
        check=True,
    )
    shares = [
        float(word.rstrip("%"))
        for line in done.stdout.splitlines()
        for word in line.split()
        if word.endswith("%")
    ]
    indicator_precision, indicator_recall, period_precision, period_recall = shares
    assert indicator_precision >= 94
    assert indicator_recall >= 92
    assert period_precision >= 90
    assert period_recall >= 86
