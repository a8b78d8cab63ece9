"""Traditional texts read like simplified ones, positions untouched; other scripts are told."""

from __future__ import annotations

import sys

import pytest

from summarizer.analysis import Analysis, analyse
from summarizer.checking import audit
from summarizer.checking.audit.scope import SCOPE
from summarizer.reading import from_text, plain_view, writing
from tests.reading.samples import path

pytest.importorskip("opencc", reason="OpenCC is not installed")

CORRECTION = (
    "糾正案文\n壹、案由：某部未依法辦理。\n貳、事實與理由：\n"
    "一、經查，該部核撥經費三億二千萬元，計三十五萬戶。\n二、復查，該署增加百分之二十五。\n"
    "參、處理辦法：提案糾正行政院，請參、考。\n"
)
REPORT = path("kuiwen-2020").read_text(encoding="utf-8")


def _traditional(text: str) -> str:
    """A text in traditional characters, one for one."""
    from opencc import OpenCC

    printed = sorted(set(text) - {"\n", "\r"})
    told = OpenCC("s2t").convert("\n".join(printed)).split("\n")
    return text.translate({ord(a): b for a, b in zip(printed, told, strict=True) if len(b) == 1})


def _shape(analysis: Analysis) -> list[tuple[object, ...]]:
    units = [(u.id, u.span, u.heading_span) for u in analysis.outline.walk()]
    return [*units, *((f.span, f.value, f.unit) for f in analysis.anchors.figures)]


def test_a_correction_by_the_control_yuan() -> None:
    """壹、貳、參、 are markers, and figures in traditional numerals have their values."""
    analysis = analyse(from_text(CORRECTION))
    assert analysis.document.script == "traditional"
    assert [unit.marker for unit in analysis.outline.walk()] == [
        "壹、",
        "貳、",
        "一、",
        "二、",
        "參、",
    ]
    assert [(f.text, int(f.value), f.unit) for f in analysis.anchors.figures] == [
        ("三億二千萬元", 320_000_000, "元"),
        ("三十五萬戶", 350_000, "户"),
        ("百分之二十五", 25, "%"),
    ]


def test_a_report_in_either_writing_is_the_same() -> None:
    """Outline, figures and every position agree; what is printed is the source's own."""
    simple = REPORT.replace("\n\n", "\n")
    written = _traditional(simple)
    assert len(written) == len(simple)
    first, second = analyse(from_text(simple)), analyse(from_text(written))
    assert second.document.script == "traditional"
    assert _shape(first) == _shape(second)
    view = second.document.view
    assert len(view.text) == len(view.printed)
    for unit in second.outline.walk():
        if unit.heading_span is not None:
            assert second.document.printed(unit.heading_span)[:2] in "".join(written.split())


def test_a_table_in_traditional_characters() -> None:
    """Cells keep their characters; their units are read."""
    table = "| 項目 | 金額（萬元） |\n|---|---|\n| 補助 | 35 |\n"
    analysis = analyse(from_text(f"壹、經費執行情形與檢討說明。\n\n{table}\n貳、後續辦理。\n"))
    (typed,) = analysis.tables
    assert typed.block.rows[0][0].text == "補助"
    assert [(cell.figure.value, cell.figure.unit) for cell in typed.figures] == [(350_000, "元")]


def test_a_claim_may_be_traditional_too() -> None:
    """The view of a claim is simplified, its printed form is not."""
    view = plain_view("核撥經費三億二千萬元")
    assert (view.text, view.printed) == ("核拨经费三亿二千万元", "核撥經費三億二千萬元")


@pytest.mark.parametrize(
    ("text", "script"),
    [
        (REPORT, "simplified"),
        ("会议引用了《國語》一书，其余各章都用简体字书写，并无其他情况。", "simplified"),
        ("This report describes the progress of work in 2024 and 2025.\n", "other"),
        ("今年の報告書について、以下のとおり説明します。よろしくお願いします。\n", "other"),
        ("1234 5678\n", "other"),
        ("GDP增长5.2%，R&D投入35亿元，AI产业发展。", "simplified"),
    ],
)
def test_script(text: str, script: str) -> None:
    """The script is that of most of the text."""
    assert from_text(text).script == script


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("This report describes the progress of work in 2024.\n", ["foreign"]),
        ("从前有座山，山上有座庙。\n庙里有个老和尚在讲故事。\n", ["unstructured"]),
        ("一、整改成效\n新增岗位35个。\n二、下一步打算\n继续整改。\n", []),
    ],
)
def test_what_is_out_of_scope_is_in_the_audit(text: str, kinds: list[str]) -> None:
    """A foreign text and one without structure each have one note."""
    notes = audit(analyse(from_text(text)), "en")
    assert [note.kind for note in notes if note.kind in SCOPE] == kinds


def test_without_the_converter(monkeypatch: pytest.MonkeyPatch) -> None:
    """A traditional text is read as it is, and that is said."""
    monkeypatch.setitem(sys.modules, "opencc", None)
    writing._converter.cache_clear()
    writing._table.cache_clear()
    try:
        document = from_text(CORRECTION)
        assert not document.converted
        assert "unconverted" in [note.kind for note in audit(analyse(document))]
    finally:
        writing._converter.cache_clear()
        writing._table.cache_clear()


def test_simplified_texts_never_load_the_converter(monkeypatch: pytest.MonkeyPatch) -> None:
    """OpenCC costs nothing where it is not needed."""
    monkeypatch.setattr(writing, "_converter", lambda: pytest.fail("loaded"))
    assert from_text(REPORT).script == "simplified"


def test_unread_tables_are_told() -> None:
    """A table whose numbers nobody tells the unit of is a note with its reason."""
    table = "| 项目 | 金额 |\n|---|---|\n| 补助 | 35 |\n"
    notes = audit(analyse(from_text(f"一、成效\n良好。\n\n{table}\n二、打算\n继续。\n")), "en")
    (note,) = [note for note in notes if note.kind == "table_unread"]
    assert "1 values" in note.message
    assert "no unit for 金额" in note.message
