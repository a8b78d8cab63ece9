"""Any text, any bytes: the whole path never fails unforeseen, and positions always hold."""

from __future__ import annotations

import io
import itertools

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from summarizer import Report, Settings, read, summarize, verify
from summarizer.errors import InputError
from summarizer.models import Section, Span
from summarizer.output import RENDERERS, Style

EXTRACTIVE = Settings(engine="extractive")
WORDS = """
一、 （一） 1. (1) ① 一是 二是 首先， 第一， **一、 ㈠ 第一时间 一是一 关于“ ”问题 ‘ ’ 《 》 〈 〉
( ） “三重一大” 四个意识 1+7+N 2235万元 83.2% 3.8个百分点 三分之二 八成 1—5月份
2024年4月28日至7月27日 二〇二四年 上半年 今年以来 20余次 近三百人 三、四百 1亿2000万元 7.796 0月0日
99999年99月99日 1e9 分别增长23%和23.63% 奎发〔2020〕10号 −3% 15—30% 整改 已完成 。 ； ，
： 首页> 来源： 正在推进
发布时间： <!--more--> # | =1+1 🙂 é ａ １２ ％ 中共某区委 联系电话：12345 欢迎广大干部群众
"""
PIECES = [
    *WORDS.split(),
    *("\n", "\r\n", "\n\n", " ", "\u3000", "\t", "---\n", "二\n是", "\x1b[31m", "\u202e"),
    *("\ufeff", "\u200b", "\ud800", "\x0c", "\u2028", "\x85"),
]
NUMERALS = "一二三四五六七八九十百千万亿零0123456789.,%"
TEXTS = st.one_of(
    st.lists(st.sampled_from(PIECES), max_size=60).map("".join),
    st.text(max_size=200),
    st.lists(st.sampled_from([*PIECES, *NUMERALS]), max_size=80).map("".join),
)
FUZZ = settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow], database=None
)


def check(report: Report) -> None:
    """Everything that holds for every report."""
    size = report.source.characters
    text = report.source.text

    def inside(inner: Span, outer: Span) -> None:
        assert outer.start <= inner.start <= inner.end <= outer.end

    def walk(section: Section) -> None:
        parts = [*section.sections, *section.measures]
        for part in parts:
            inside(part.span, section.span)
        ordered = sorted(parts, key=lambda part: part.span.start)
        for before, after in itertools.pairwise(ordered):
            assert before.span.end <= after.span.start
        for measure in section.measures:
            for item in (*measure.figures, *measure.dates, *measure.documents):
                assert item.span.start < item.span.end <= size
                assert measure.span.start <= item.span.start
        for child in section.sections:
            walk(child)

    assert len(text) == size
    whole = Span(start=0, end=size)
    for section in report.sections:
        inside(section.span, whole)
        walk(section)
    for part in report.source.noise:
        inside(part.span, whole)
    ids = [section.id for section in report.walk()]
    assert len(ids) == len(set(ids))
    written = report.to_json()
    assert Report.model_validate_json(written).to_json() == written
    for renderer in RENDERERS:
        if renderer.printable:
            assert renderer.render(report, Style(lang="en", width=40, colour=True)) is not None


@FUZZ
@given(TEXTS)
def test_any_text(text: str):
    """Any text gives a report whose positions hold, or one clear refusal."""
    try:
        document = read(io.StringIO(text, newline=""))
    except InputError as error:
        assert "\n" not in str(error)
        return
    report = summarize(document, EXTRACTIVE)
    check(report)
    fresh = verify(report, document)
    assert fresh.verification == report.verification


@FUZZ
@given(
    st.one_of(
        st.binary(max_size=300),
        st.tuples(TEXTS, st.sampled_from(["utf-8", "gb18030", "utf-16", "utf-16-be", "big5"])).map(
            lambda pair: pair[0].encode(pair[1], "ignore")
        ),
    )
)
def test_any_bytes(data: bytes):
    """Any bytes give a report, or one clear refusal."""
    try:
        report = summarize(io.BytesIO(data), EXTRACTIVE)
    except InputError as error:
        assert "\n" not in str(error)
        return
    check(report)
