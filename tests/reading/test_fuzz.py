"""No text and no bytes break reading, and every range holds."""

from __future__ import annotations

import contextlib

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from summarizer.errors import InputError
from summarizer.reading import Document, from_text, plain_view
from summarizer.reading.decode import decode
from summarizer.reading.outline import Unit, parse_outline
from summarizer.reading.view import View
from summarizer.spans import Range

MARKERS = (
    "一、 （一） (2) 1. 1． 1、 ① ② 一是 二是 三是 一要 二要 第一， 第二， 首先， 其次， 第一章 第二章 第三条 "
    "壹、 貳、 一. 1.2023年 2.85% 一抓 二抓 三抓 百是。 第一类： —— 附件1 附件二： 问题一： 目录 注：1. 名词解释 1.1 1.2"
)
MARKS = '。 ； ， ： “ ” " 《 》 〈 〉 ** ## > - \\ <!--more--> — 3 — 🎉 ＡＢ１２ 7.796亿 94.17%'
LINES = "一、某…………3 2.“某”：指某。 过去一年的工作 中共某市委 2025年7月15日 二〇二五年七月十一日 来源： 首页> 责任编辑：某 附件： 各位代表： 下一步，"
PROSE = "欢迎广大干部群众监督 关于“某”问题 整改情况的通报 某某工作扎实推进 针对“甲”“乙”问题。"
SPACES = [
    "\n",
    "\r\n",
    "\n\n",
    "　　",
    " ",
    "\u200b",
    "\ufeff",
    "\x85",
    "\u2028",
    "\x0b",
    "\x1c",
    "---\n",
]
PIECES = st.sampled_from(
    [*MARKERS.split(), *MARKS.split(), *LINES.split(), *PROSE.split(), *SPACES, "a b", "\ud800"]
)
TEXTS = st.one_of(
    st.text(), st.lists(PIECES, max_size=60).map("".join), st.lists(PIECES).map("\n".join)
)
MANY = settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def check_view(view: View, source: str) -> None:
    assert len(view.text) == len(view.printed)
    previous = -1
    for position, character in enumerate(view.printed):
        offset = view.offset(position)
        assert previous < offset < len(source)
        assert source[offset] == character or (character in "\n " and source[offset].isspace())
        assert view.locate(offset) == position
        previous = offset


def check_units(document: Document, units: tuple[Unit, ...], parent: Unit | None) -> None:
    previous = parent.span.start if parent else document.body.start
    first = 0 if parent is None and units and units[0].level == 0 else 1
    for position, unit in enumerate(units, start=first):
        if position == 0:
            assert (unit.id, unit.marker, unit.children) == ("0", "", ())
            previous = unit.span.end
            continue
        assert unit.id == (f"{parent.id}.{position}" if parent else str(position))
        assert unit.level == (parent.level + 1 if parent else 1)
        assert previous <= unit.span.start < unit.span.end <= len(document.text)
        assert unit.span.end <= (parent.span.end if parent else document.body.end)
        assert unit.marker_span in unit.span
        assert unit.text_span in unit.span and unit.text_span.start <= unit.text_span.end
        for inner in (unit.heading_span, unit.problem_span):
            assert inner is None or (inner in unit.span and inner.start < inner.end)
        previous = unit.span.end
        check_own(unit)
        check_units(document, unit.children, unit)


def check_own(unit: Unit) -> None:
    """A unit's own paragraphs are in order and belong to none of its children."""
    taken = [*unit.own, *(child.span for child in unit.children)]
    taken += [span for span in (unit.marker_span, unit.heading_span) if span is not None]
    end = unit.span.start
    for span in sorted(taken):
        assert end <= span.start <= span.end <= unit.span.end
        end = span.end


@MANY
@given(TEXTS)
@example("一是。百是。五是。")
@example("00工作\r目录")  # a title, and contents with nothing behind them: no unit
def test_any_text(text: str) -> None:
    """Any text is read or refused with InputError; views and units hold together."""
    try:
        document = from_text(text)
    except InputError:
        return
    check_view(document.view, text)
    assert 0 <= document.body.start <= document.closing <= document.body.end <= len(text)
    for noise in document.noise:
        assert 0 <= noise.span.start < noise.span.end <= len(text)
    outline = parse_outline(document)
    check_units(document, outline.units, None)
    start, end = document.view.slice(Range(document.body.start, document.closing))
    assert outline.units or not document.view.text[start:end].strip()


@MANY
@given(st.one_of(st.binary(), TEXTS.map(lambda text: text.encode("utf-16", "surrogatepass"))))
def test_any_bytes(data: bytes) -> None:
    """Any bytes are decoded or refused with InputError."""
    with contextlib.suppress(InputError):
        decoded = decode(data, name="data")
        assert decoded.text


@MANY
@given(TEXTS)
def test_any_claim(text: str) -> None:
    """The view of a short text maps back exactly."""
    check_view(plain_view(text), text)
