"""Every renderer on a small hand-made report."""

from __future__ import annotations

import csv
import io
import json
import re

import pytest
from rich.cells import cell_len

from summarizer import summarize
from summarizer.models import Measure, Overview, Report, Section, Source
from summarizer.output import (
    RENDERERS,
    Style,
    by_name,
    by_suffix,
    csv_table,
    json_text,
    markdown,
    phrases,
    text,
)
from summarizer.output.markdown.escape import escape
from summarizer.output.published import MeasureLine
from summarizer.vocabulary import Origin
from tests.conftest import ROOT
from tests.output.reports import TEXT, measure, model_report, report

HOSTILE = "=HYPERLINK(1)|<script>alert(1)</script> [x](javascript:1) `a` \x1b[31m *b* \u202e__c__"


def with_summary(summary: str) -> Report:
    """A report with one measure that says `summary`."""
    only = measure("1", "二、下一步打算\n继续整改。", summary=summary)
    section = Section(
        id="1",
        marker="一、",
        level=1,
        heading=summary,
        span=only.span,
        summary=summary,
        origin=Origin.EXTRACTIVE,
        measures=(only,),
    )
    return report(sections=(section,), overview=Overview(summary=summary, origin="extractive"))


@pytest.mark.parametrize("renderer", [r for r in RENDERERS if r.printable], ids=lambda r: r.name)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_format_tells_every_measure(renderer, lang):
    """Each printable format holds the summary of each measure, in both languages."""
    style = Style(lang=lang, detail="full")
    shown = str(renderer.render(report(), style)).replace("\n", "").replace(" ", "")
    for item in report().measures:
        told = [point.text for point in item.points] or [item.summary]
        bare = shown.replace("\\", "").replace("**", "")
        assert all(part.replace(" ", "") in bare for part in told)


def test_suffix_chooses_the_format_in_any_case():
    """A suffix finds its renderer whatever its case, and an unknown one finds none."""
    assert by_suffix(".JSON") is by_name("json")
    assert by_suffix(".exe") is None


def test_text_ends_with_the_accounting():
    """The last line of the text says who wrote how many measures, and how long it took."""
    for detail in ("page", "sections", "full"):
        last = text.render(report(), Style(detail=detail)).rstrip("\n").splitlines()[-1]
        assert last.startswith("摘录 · 3 项措施")
        assert last.endswith("0.12 秒")


def test_text_fits_eighty_cells():
    """No line of the text is wider than 80 terminal cells, long Chinese paragraphs included."""
    long = with_summary("完成整改任务，办结率达到83.2%，制定《督查办法（试行）》；" * 20)
    for line in text.render(long, Style(width=80, detail="full")).splitlines():
        assert cell_len(line) <= 80


def test_text_is_plain_unless_colour_is_wanted():
    """Without colour there is no escape sequence; with it there is, and the words are the same."""
    plain = text.render(report(), Style(detail="full"))
    coloured = text.render(report(), Style(colour=True, detail="full"))
    assert "\x1b" not in plain
    assert "\x1b[" in coloured
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured).split() == plain.split()


@pytest.mark.parametrize("render", [text.render, markdown.render], ids=["text", "md"])
def test_a_place_is_told_by_unit_not_by_offset(render):
    """A contradicted claim is shown with verdict, reason and its unit; no offset is printed."""
    shown = render(report(), Style(detail="full"))
    assert "与原文不符：83.6%：原文为83.2%（1.1）" in shown
    assert "文中称“3次”（1.1），正文只有2次" in shown
    assert "位置" not in shown


@pytest.mark.parametrize("render", [text.render, markdown.render], ids=["text", "md"])
def test_rejection_refusal_and_extract_are_marked(render):
    """Who wrote a sentence, what was refused and what fell, with the reason, is in print."""
    shown = render(model_report(), Style(detail="full"))
    assert re.search("6月3日制定《督查办法》。.*〔摘录〕", shown)
    assert "模型服务拒绝处理这一单元，已改用原文摘录" in shown
    assert re.search("已删去.*全部办结。（原文为正在推进）", shown)
    assert not re.search("尚有2件正在推进。.*摘录", shown)


def test_nothing_of_the_source_drives_the_terminal():
    """Escape sequences and bidirectional overrides of the source never reach the terminal."""
    for colour in (False, True):
        shown = text.render(with_summary(HOSTILE), Style(colour=colour, detail="full"))
        assert "\x1b[31m alert" not in shown
        assert "\u202e" not in shown
    assert "\x1b" not in text.render(with_summary(HOSTILE), Style(detail="full"))


def test_json_round_trips():
    """The JSON gives back the same report, and Chinese in it is not escaped."""
    printed = by_name("json").render(report(), Style())
    assert Report.model_validate_json(printed).model_dump() == report().model_dump()
    assert "督查办法" in printed


def test_jsonl_gives_each_measure_with_its_path():
    """Each line is one measure with its source, its path of sections and its problem."""
    printed = str(by_name("jsonl").render(report(), Style()))
    lines = [MeasureLine.model_validate_json(line) for line in printed.splitlines()]
    assert [line.measure.id for line in lines] == ["1.1", "1.2", "2"]
    assert [step.id for step in lines[0].path] == ["1"]
    assert lines[0].problem == "作风不实"
    assert json.loads(printed.splitlines()[0])["measure"]["figures"][1]["value"] == "83.2"


def test_markdown_shows_hostile_text_as_it_stands():
    """No HTML, link, code or emphasis of the source acts in the Markdown."""
    from markdown_it import MarkdownIt

    html = MarkdownIt("commonmark").render(markdown.render(with_summary(HOSTILE), Style()))
    assert "<script>" not in html
    assert "<a " not in html
    assert "<em>" not in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html


@pytest.mark.parametrize("start", ["1. 第一", "- 列表", "+ 列表", "# 标题", "> 引用", "=== x"])
def test_markdown_starts_no_block(start):
    """Text that begins like a list, heading or quotation is escaped."""
    from markdown_it import MarkdownIt

    html = MarkdownIt("commonmark").render(escape(start))
    assert html.startswith("<p>")


def test_csv_opens_in_a_spreadsheet():
    """The table has a byte order mark, one row a measure, and the source's own words."""
    printed = csv_table.render(report(), Style())
    assert printed.startswith("\ufeff")
    rows = list(csv.DictReader(io.StringIO(printed.removeprefix("\ufeff"))))
    assert [row["编号"] for row in rows] == ["1.1", "1.2", "2"]
    assert rows[0]["数据"] == "培训 3次；办结率 同比↑ 83.2%（2025年1—6月）"
    assert [rows[0][name] for name in ("报告标题", "发文单位", "成文日期")] == [
        "某区通报",
        "中共某区委",
        "2025-07-15",
    ]
    assert rows[0]["删去的语句"] == "全部办结。（原文为正在推进）"
    assert rows[1]["补充字段"] == "责任单位=区纪委"
    assert rows[0]["原文"] == TEXT[int(rows[0]["起"]) : int(rows[0]["止"])]


@pytest.mark.parametrize("sign", [*"=+-@＝＋－＠−", "\t=", "\r=", " =", "\n="])
def test_csv_runs_no_formula(sign):
    """A cell that a spreadsheet could run is marked as text, in half and full width."""
    printed = csv_table.render(with_summary(sign + "1+1"), Style())
    rows = list(csv.DictReader(io.StringIO(printed.removeprefix("\ufeff"))))
    assert rows[0]["摘要"].startswith("'")
    assert "\r\n=" not in printed


def test_csv_rows_follow_another_report():
    """Rows for a second report carry neither header nor byte order mark."""
    rows = csv_table.render_rows(report(), Style())
    assert csv_table.render(report(), Style()).endswith(rows)
    assert not rows.startswith("\ufeff")


def test_source_without_its_text():
    """A report that was loaded without its source still renders in every printable format."""
    loaded = Report.model_validate_json(report().to_json())
    assert isinstance(loaded.source, Source)
    for renderer in RENDERERS:
        if renderer.printable:
            assert renderer.render(loaded, Style())


def test_measures_stand_in_reading_order():
    """The measures of nested sections come out in the order of the source."""
    starts = [item.span.start for item in report().measures]
    assert starts == sorted(starts)
    assert all(isinstance(item, Measure) for item in report().measures)


def test_markdown_footnotes_lead_to_the_source():
    """Every point has a footnote, every footnote is referred to, names its unit and quotes it."""
    made = summarize(ROOT / "examples" / "reports" / "xining-2025.txt")
    page = markdown.render(made, Style())
    marked = re.findall(r"(?<=[^\n])\[\^(\d+)\]", page)
    noted = re.findall(r"^\[\^(\d+)\]: ([0-9.]+) “(.+)”$", page, re.MULTILINE)
    assert set(marked) == {number for number, *_ in noted}
    assert len(noted) >= len(made.measures)
    for _, unit, quoted in noted:
        span = made.find(unit).span
        held = "".join(made.source.text[span.start : span.end].split())
        for part in quoted.replace("\\", "").split("…"):
            assert "".join(part.split()).rstrip(",，；;") in held


def test_markdown_footnotes_hold_the_figures_of_their_point():
    """What a point tells in figures can be compared in its footnote."""
    page = markdown.render(report(), Style())
    number = re.search(r"开展培训\*\*3次\*\*.*?\[\^(\d+)\]", page)
    assert number is not None
    assert f"[^{number[1]}]: 1.1 “开展培训3次…”" in page


def test_any_dump_of_a_report_keeps_the_published_names():
    """The JSON that pydantic writes unasked names the fields as the schema does."""
    inspection = json.loads(report().model_dump_json())["source"]["inspection"]
    assert "from" in inspection
    assert "from_" not in inspection


def test_digits_of_full_width_are_printed_at_half() -> None:
    """As long as they were, so that offsets into what is printed stay."""
    printed = "总值２７１．０２亿元，增长２３．６％，ＧＤＰ：１∶２"
    assert phrases.clean(printed) == "总值271.02亿元，增长23.6%，GDP：1∶2"
    assert len(phrases.clean(printed)) == len(printed)


@pytest.mark.parametrize("size", [1, 2, 7, 2**20])
def test_a_file_of_json_holds_what_is_printed(size, monkeypatch):
    """The bytes of a file, made piece by piece, are the printed JSON to the byte."""
    monkeypatch.setattr(json_text, "_PIECE", size)
    told = with_summary(f"整改𠮷{HOSTILE}\u200f完成")
    printed = by_name("json").render(told, Style())
    assert b"".join(by_name("json").to_file(told, Style())) == printed.encode()
