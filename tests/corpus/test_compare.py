"""Several reports beside each other: series, moves, promises, copied passages, printed forms."""

from __future__ import annotations

import csv
import io
import json
import re
from decimal import Decimal

import pytest

from summarizer import Report, Settings, summarize
from summarizer.corpus.compare import Comparison, compare, copied, printed, table
from summarizer.corpus.compare.copied import LEAST
from summarizer.errors import MissingExtraError
from summarizer.output.style import Style
from tests.cli.commands import error_lines
from tests.cli.commands import summarize as run

COPIED = (
    "坚持以人民为中心的发展思想，健全群众诉求收集办理反馈的全流程闭环机制，"
    "推动矛盾纠纷化解在基层、化解在萌芽状态。"
)
FIRST = f"""东山县政府工作报告（2023年）

一、2022年工作回顾
（一）就业稳定。全县城镇新增就业5000人，财政收入10亿元，新建学校3所。
（二）服务群众。{COPIED}
二、2023年工作安排
（一）城镇新增就业5200人以上。建设城北污水处理厂二期工程。规划东湖湿地公园。

东山县人民政府
2023年1月5日
"""
SECOND = f"""东山县政府工作报告（2024年）

一、2023年工作回顾
（一）就业稳定。累计新增城镇就业5500人，财政收入12亿元，免费开放图书馆4个。
（二）基础设施完善。城北污水处理厂二期工程建成投用。
（三）社会治理。{COPIED}
二、2024年工作安排
（一）继续做好各项工作。

东山县人民政府
2024年1月8日
"""
HOSTILE = "西山县政府工作报告（2024年）\n\n一、<script>alert(1)</script>|=1+1\n新增城镇就业7人。\n\n西山县人民政府\n2024年1月9日\n"


def _report(text: str) -> Report:
    return summarize(io.StringIO(text), Settings(engine="extractive"))


@pytest.fixture(scope="module")
def comparison() -> Comparison:
    """The two years, given in the wrong order."""
    return compare([_report(SECOND), _report(FIRST)])


def test_reports_stand_in_the_order_of_their_dates(comparison: Comparison):
    assert [(one.number, one.issued_on) for one in comparison.editions] == [
        (1, "2023-01-05"),
        (2, "2024-01-08"),
    ]
    assert {one.area for one in comparison.editions} == {"东山县"}


def test_an_indicator_is_one_series_with_places(comparison: Comparison):
    (series,) = [one for one in comparison.series if one.indicator == "新增城镇就业"]
    told = [(v.place.report, v.value, (v.period or "")[:4], v.planned) for v in series.values]
    assert told == [
        (1, Decimal(5000), "2022", False),
        (1, Decimal(5200), "2023", True),
        (2, Decimal(5500), "2023", False),
    ]
    for value in series.values:
        text = (FIRST, SECOND)[value.place.report - 1]
        assert text[value.place.start :].startswith(value.text)
        assert value.text in value.place.words
        assert value.place.unit


def test_what_changed_is_new_and_gone(comparison: Comparison):
    moves = {(move.kind, move.indicator): move for move in comparison.moves}
    jobs = moves["changed", "新增城镇就业"]
    assert (jobs.difference, jobs.percent) == (Decimal(500), Decimal("10.0"))
    assert moves["changed", "财政收入"].percent == Decimal("20.0")
    gone = {indicator for kind, indicator in moves if kind == "gone"}
    new = {indicator for kind, indicator in moves if kind == "new"}
    assert any("学校" in indicator for indicator in gone)
    assert any("图书馆" in indicator for indicator in new)


def test_promises_come_back_or_do_not(comparison: Comparison):
    told = {p.promise.text: p for p in comparison.promises}
    plant = next(p for text, p in told.items() if "污水处理厂" in text)
    park = next(p for text, p in told.items() if "湿地公园" in text)
    assert plant.later is not None
    assert "建成投用" in plant.later.text
    assert plant.later.place.report == 2
    assert park.later is None


def test_copied_passages_are_found_in_other_reports_only(comparison: Comparison):
    (copy,) = [one for one in comparison.copies if "以人民为中心" in one.text]
    assert COPIED in copy.text
    assert [place.report for place in copy.places] == [1, 2]
    twice = compare([_report(FIRST.replace("规划东湖湿地公园。", COPIED)), _report(HOSTILE)])
    assert twice.copies == ()


@pytest.mark.parametrize("offset", range(0, 60, 7))
def test_every_passage_of_the_least_length_is_found(offset: int):
    """Winnowing's guarantee, wherever the passage stands."""
    passage = "".join(chr(0x4E00 + 37 * n) for n in range(LEAST))
    filler = [chr(0x7000 + n) for n in range(400)]
    texts = ["".join(filler[:offset]) + passage + "尾" * 3, "头" * 11 + passage + "".join(filler)]
    reports = [f"甲县通报\n\n一、情况\n{text}。\n" for text in texts]
    found = compare([_report(text) for text in reports]).copies
    assert any(passage in one.text for one in found)


def test_a_passage_may_end_one_report_and_go_on_in_another():
    """What is common ends where either text does."""
    passage = "".join(chr(0x4E00 + 37 * n) for n in range(LEAST))
    for texts in ((passage, passage + "又" * 30), (passage + "又" * 30, passage)):
        reports = [_report(f"甲县通报\n\n一、情况\n{text}") for text in texts]
        (found,) = compare(reports).copies
        assert found.text.endswith(passage)


def test_a_shared_hash_is_no_copy(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(copied, "crc32", lambda data: 7)
    assert compare([_report(FIRST), _report(HOSTILE)]).copies == ()


def test_areas_are_followed_each_on_its_own():
    found = compare([_report(FIRST), _report(SECOND), _report(HOSTILE)])
    assert {move.reports for move in found.moves} == {(1, 2)}
    jobs = next(one for one in found.series if one.indicator == "新增城镇就业")
    assert jobs.reports == 3


def _of(place: str, year: int, invested: str = "财政收入10亿元") -> Report:
    return _report(f"{place}政府工作报告（{year}年）\n\n一、{year - 1}年工作回顾\n{invested}。\n")


def test_places_of_one_name_are_not_one_place():
    """区 of two cities are two places; named with its city or without, one place is one."""
    east, west = "南京市鼓楼区", "福州市鼓楼区"
    assert compare([_of(east, 2022), _of(west, 2023), _of("鼓楼区", 2024)]).pairs == ()
    pairs = compare([_of(east, 2022), _of("海门市", 2023), _of("鼓楼区", 2024)]).pairs
    assert pairs == ((1, 3),)
    bulletin = _report(f"{east}统计公报（2023年）\n\n一、综合\n财政收入12亿元。\n")
    found = compare([_of(east, 2022), bulletin, _of(west, 2024)])
    assert found.pairs == ()
    assert printed.render_text(found, Style()).count("没有同一地方") == 1


def test_a_name_of_several_things_does_not_move():
    """投资 of each project is no indicator: it stands behind, and nothing is said of how it moved."""
    several = "修建路桥，完成投资{}亿元。财政收入{}亿元。扩建厂房，完成投资{}亿元"
    found = compare([_of("海门市", 2023, several.format(5, 10, 7)),
                     _of("海门市", 2024, several.format(6, 12, 9))])  # fmt: skip
    assert [series.indicator for series in found.series] == ["财政收入", "投资"]
    assert {move.indicator for move in found.moves} == {"财政收入"}


def test_forms_hold_everything_and_escape_it(comparison: Comparison):
    hostile = compare([_report(HOSTILE), _report(HOSTILE.replace("7人", "8人"))])
    for lang in ("zh", "en"):
        style = Style(lang=lang)
        page = printed.render_html(hostile, style)
        assert "<script>alert" not in page
        assert "http://" not in page.replace("http://www.w3.org", "")
        markdown = printed.render_markdown(hostile, style)
        assert "<script>alert" not in markdown
        assert "5000人" in printed.render_markdown(comparison, style)
        text = printed.render_text(comparison, style)
        assert "新增城镇就业" in text
        assert "图书馆" in text
    told = json.loads(printed.render_json(comparison, Style()))
    assert [one["number"] for one in told["editions"]] == [1, 2]
    assert {move["percent"] for move in told["moves"]} >= {"10.0", "20.0", None}


def test_tables_hold_a_row_a_place(comparison: Comparison):
    read = list(csv.reader(io.StringIO(table.render_csv(comparison, Style()).lstrip("\ufeff"))))
    assert len(read[0]) == len(table.COLUMNS)
    assert len(read) - 1 == len(list(table.rows(comparison, "zh")))
    jobs = [row for row in read if "新增城镇就业" in row and "5500人" in row]
    assert jobs
    try:
        book = table.render_xlsx(comparison, Style())
    except MissingExtraError:
        return
    openpyxl = pytest.importorskip("openpyxl")
    sheet = openpyxl.load_workbook(io.BytesIO(book)).active
    assert sheet.max_row == len(read)


def test_command(tmp_path):
    """Reports and stored results together, several files at once, and what cannot be read."""
    (tmp_path / "a.txt").write_text(FIRST, encoding="utf-8")
    (tmp_path / "b.txt").write_text(SECOND, encoding="utf-8")
    stored = tmp_path / "b.json"
    assert run("b.txt", "-q", "-o", stored, "-e", "extractive", cwd=tmp_path).returncode == 0
    files = [tmp_path / name for name in ("c.html", "c.md", "c.csv", "c.json", "c.txt")]
    outputs = [part for path in files for part in ("-o", path)]
    done = run("compare", "a.txt", "b.json", *outputs, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (0, b"")
    assert error_lines(done) == ["2 of 2 compared"]
    for path in files:
        assert "新增城镇就业" in path.read_text(encoding="utf-8-sig")
    printed_ = run("compare", "a.txt", "b.txt", "missing.txt", "--json", "-q", cwd=tmp_path)
    assert printed_.returncode == 1
    assert re.search("missing.txt", printed_.stderr.decode())
    assert len(json.loads(printed_.stdout)["editions"]) == 2


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["a.txt"], 1, "at least 2"),
        (["a.txt", "a.txt", "-o", "c.pdf"], 2, "suffix"),
        (["a.txt", "b.txt", "-o", "a.txt"], 2, "input itself"),
        (["a.txt", "b.txt", "-o", "no/where.md"], 1, "no folder"),
        (["a.txt", "broken.json"], 1, "not a report"),
    ],
)
def test_wrong_use_is_one_line(tmp_path, arguments: list[str], code: int, message: str):
    (tmp_path / "a.txt").write_text(FIRST, encoding="utf-8")
    (tmp_path / "b.txt").write_text(SECOND, encoding="utf-8")
    (tmp_path / "broken.json").write_text("{}", encoding="utf-8")
    done = run("compare", *arguments, cwd=tmp_path)
    assert done.returncode == code
    assert message in done.stderr.decode()
    assert b"Traceback" not in done.stderr
    assert (tmp_path / "a.txt").read_text(encoding="utf-8") == FIRST
