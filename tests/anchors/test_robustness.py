"""Properties that hold for any text: no exception, valid spans, linear time, the labels."""

from __future__ import annotations

import dataclasses
import json
import time
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.anchors import Anchors, anchors_of_text, extract_anchors
from summarizer.reading import from_text, plain_view, read
from tests.anchors.benchmarks import benchmark

ROOT = Path(__file__).resolve().parents[2]
KINDS = [field.name for field in dataclasses.fields(Anchors)]
_MARKS = '0123456789.,%‰—-〔〕[]()《》〈〉“”"‘’+×/:：'
_WORDS = "一二三十百千万亿两半年月日至到个名元人余多近约以上第成"
_PHRASES = [
    "增长",
    "下降",
    "同比",
    "分别",
    "2024年",
    "今年",
    "上半年",
    "分之",
    "\n",
    "。",
    "、",
    "，",
    " ",
]
_PIECES = st.sampled_from([*_MARKS, *_WORDS, *_PHRASES])
TEXTS = st.one_of(st.text(max_size=200), st.lists(_PIECES, max_size=60).map("".join))


@settings(deadline=None)
@given(TEXTS)
def test_any_text(text: str) -> None:
    """Any text has anchors without an exception, each kind sorted, each span inside the text."""
    found = anchors_of_text(text)
    for kind in KINDS:
        spans = [anchor.span for anchor in getattr(found, kind)]
        assert spans == sorted(spans, key=lambda span: span.start)
        for span in spans:
            assert 0 <= span.start < span.end <= len(text)


@settings(deadline=None)
@given(TEXTS)
def test_figures_and_dates_are_disjoint(text: str) -> None:
    """No two figures share a character, and no figure lies on a date."""
    found = anchors_of_text(text)
    spans = sorted([*(f.span for f in found.figures), *(d.span for d in found.dates)])
    for before, after in pairwise(spans):
        assert before.end <= after.start


@settings(deadline=None)
@given(TEXTS)
def test_deterministic(text: str) -> None:
    """The same text has the same anchors."""
    assert anchors_of_text(text) == anchors_of_text(text)


@settings(deadline=None)
@given(st.lists(st.sampled_from(["", " ", "  ", "\u3000"]), min_size=8, max_size=8))
def test_layout_white_space_keeps_offsets(blanks: list[str]) -> None:
    """Spaces in the middle of a figure change its span, never its text or value."""
    pieces = ["投", "入", "22.35", "万", "元", "资", "金", "。"]
    text = "".join(blank + piece for blank, piece in zip(blanks, pieces, strict=True))
    (figure,) = anchors_of_text(text).figures
    assert (figure.text, figure.value) == ("22.35万元", Decimal(223_500))
    assert text[figure.span.start] == "2"
    assert text[figure.span.end - 1] == "元"


REPEATED = (
    "1|1,|123,|一|十|百|1、|1.|《|》|“|〔2020〕|1—|2024年|增长|1个、|第|1+|约|市委|一二|1月|今年|张|已|1至|%|"
    "局|市人民|省委|1万|1 234|1∶1|比1:1|分别1%、|二、|和1个|同比|、|1个|十成|百分之|\n|2024-01-01|2024|比|计划|“一”|3.5%|数|三级|A级|人均|超3个、|壹|点|每|第一|二、"
)


@pytest.mark.parametrize("piece", REPEATED.split("|"))
def test_linear(piece: str) -> None:
    """Ten times as much of one repeated piece takes about ten times as long."""

    def seconds(size: int) -> float:
        view = plain_view(piece * (size // len(piece)))
        started = time.process_time()
        extract_anchors(view)
        return time.process_time() - started

    small = max(seconds(2_000), 0.001)
    # A neighbour that fills the processor's caches may double one measure, hardly three.
    assert any(seconds(20_000) < small * 40 for _ in range(3))


def test_the_clock_is_never_asked() -> None:
    """Without any dated context a month keeps its year open."""
    (date,) = anchors_of_text("6月底").dates
    assert (date.first, date.last, date.inherited) == ("--06-01", "--06-30", True)


def test_year_from_the_dated_context() -> None:
    """A month inherits the last date before it, not a year that is only compared with."""
    text = "2020年3月25日反馈。2018年以来持续整改。较2019年增长3%。4月2日印发方案，1—5月份收入5元。"
    found = extract_anchors(from_text(text).view)
    months = [date.first for date in found.dates if date.inherited]
    assert months == ["2020-04-02", "2020-01-01"]


def test_year_of_the_chapter() -> None:
    """年内 and a month are of the chapter's year, not of a goal's or an event's."""
    text = (
        "一、2015年工作回顾\n5月开工。力争到2020年建成强市。\n三、2016年工作安排\n"
        "筹备2020年全国冬运会。\n发展旅游，年内建成2座公园。到2030年建成强市。6月底前完成。\n"
    )
    found = extract_anchors(from_text(text).view)
    months = [date.first for date in found.dates if date.inherited or date.relative]
    assert months == ["2015-05-01", "2016-01-01", "2016-06-01"]


LABELLED = sorted((ROOT / "tests" / "data" / "labels").glob("*.anchors.json"))


@pytest.mark.parametrize("path", LABELLED, ids=lambda path: path.name.partition(".")[0])
def test_labels(path: Path) -> None:
    """Figures, dates and titles of the labelled reports: precision and recall at least 0.98."""
    measured = benchmark("labels")
    name = path.name.removesuffix(".anchors.json")
    document = read(ROOT / "tests" / "data" / "reports" / f"{name}.txt")
    anchors = extract_anchors(document.view, document=document)
    scores = measured.score(json.loads(path.read_text("utf-8")), anchors)
    for kind, score in scores.items():
        assert score.precision >= 0.98, (kind, score.wrong)
        assert score.recall >= 0.98, (kind, score.missed)
