"""`summarize verify` on what is no summary, on its own output, and on reports written by hand."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.commands import CHENGZHONG, error_lines, summarize


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("e.md", "", "the summary is empty"),
        ("blank.md", " \n\n", "the summary is empty"),
        ("bom.txt", "\ufeff", "the summary is empty"),
        ("marks.md", "#\n\n---\n", "the summary is empty"),
        ("e.json", "", "the summary is empty"),
        ("list.json", "[]", "not a report"),
        ("null.json", "null", "not a report"),
        ("null.md", "null", "not a report"),
        ("list.txt", "[1, 2]", "not a report"),
        ("prose.json", "制度46项。", "not a report"),
        ("page.txt", "<!DOCTYPE html>\n<html></html>", "not a summary"),
        ("page.html", "制度46项。", "not a summary"),
        ("table.csv", "a,b", "not a summary"),
        ("table.txt", '"来源","编号","路径","序号","标题"\n', "not a summary"),
    ],
)
def test_what_is_no_summary_is_refused(name: str, content: str, told: str, tmp_path: Path) -> None:
    """Nothing that says nothing passes as clean: one line, exit code 1."""
    path = tmp_path / name
    path.write_text(content, encoding="utf-8")
    done = summarize("verify", path, CHENGZHONG)
    assert done.returncode == 1
    assert done.stdout == b""
    (line,) = error_lines(done)
    assert told in line
    assert name in line


def test_an_empty_standard_input_is_no_summary() -> None:
    """The same holds for standard input."""
    done = summarize("verify", "-", CHENGZHONG)
    assert done.returncode == 1
    assert "empty" in error_lines(done)[0]


def test_the_source_named_first_is_told(tmp_path: Path) -> None:
    """A text, or a stored report, named where its source belongs: one line says so, else none."""
    answer, stored = tmp_path / "answer.txt", tmp_path / "r.json"
    answer.write_text(
        "细化分解48个具体问题161条整改措施，巡察39家单位党组织，覆盖率为87%。", encoding="utf-8"
    )
    assert summarize("-q", CHENGZHONG, "-o", stored).returncode == 0
    for summary in (answer, stored):
        turned = summarize("verify", CHENGZHONG, summary)
        assert "the summary is named first" in error_lines(turned)[-1]
        assert b"named first" not in summarize("verify", summary, CHENGZHONG).stderr


def test_a_stored_report_longer_than_its_source(tmp_path: Path) -> None:
    """Of a text full of figures the stored report is many times longer, and still no source."""
    source, stored = tmp_path / "report.txt", tmp_path / "r.json"
    source.write_text(
        "".join(
            f"{n}、整改成效\n新增岗位{m}个，整改问题{m + 3}项。\n"
            for m, n in enumerate("一二三四五六", 11)
        ),
        encoding="utf-8",
    )
    assert summarize("-q", source, "-o", stored).returncode == 0
    assert stored.stat().st_size > 4 * source.stat().st_size
    assert b"named first" not in summarize("verify", stored, source).stderr


def test_own_outputs_verify(tmp_path: Path) -> None:
    """The Markdown of a report passes, its table, page and workbook are refused in a line each."""
    names = ["r.json", "r.md", "r.csv", "r.html", "r.xlsx", "r.jsonl"]
    outputs = [part for name in names for part in ("-o", tmp_path / name)]
    assert summarize("-q", CHENGZHONG, *outputs).returncode == 0
    for name in names[:2]:
        done = summarize("verify", tmp_path / name, CHENGZHONG)
        assert done.returncode == 0
        assert "✓" in done.stdout.decode()
    for name in names[2:]:
        done = summarize("verify", tmp_path / name, CHENGZHONG)
        assert done.returncode == 1
        assert len(error_lines(done)) == 1


def test_a_tick_stands_for_no_doubts(tmp_path: Path) -> None:
    """Where a doubt is listed there is no tick beside it; the exit code stays 0."""
    path = tmp_path / "other.md"
    path.write_text("Hello world", encoding="utf-8")
    done = summarize("verify", path, CHENGZHONG)
    assert done.returncode == 0
    told = done.stdout.decode()
    assert "什么也没有核对" in told
    assert "✓" not in told
    assert "有据 0" in told


def test_a_forged_field_shows_in_the_exit_code(tmp_path: Path) -> None:
    """One altered field of a stored report gives exit code 3 and the field's name."""
    stored = summarize("-q", "--json", CHENGZHONG).stdout
    report = json.loads(stored)
    report["source"]["issuer"] = "某某县委"
    path = tmp_path / "forged.json"
    path.write_text(json.dumps(report, ensure_ascii=False), encoding="utf-8")
    done = summarize("verify", path, CHENGZHONG)
    assert done.returncode == 3
    told = done.stdout.decode()
    assert "发文单位" in told
    assert "某某县委" in told


def test_a_deleted_measure_is_counted_and_shown(tmp_path: Path) -> None:
    """A missing measure is a doubt in the list and in the counts."""
    report = json.loads(summarize("-q", "--json", CHENGZHONG).stdout)
    section = report["sections"][1]["sections"][1]
    deleted = section["measures"].pop(0)["id"]
    path = tmp_path / "less.json"
    path.write_text(json.dumps(report, ensure_ascii=False), encoding="utf-8")
    told = summarize("verify", path, CHENGZHONG).stdout.decode()
    assert f"? 总览 无法核实：{deleted}" in told
    assert "无法核实 1 " in told
    assert "✓" not in told


def test_a_text_is_shown_beside_its_source(tmp_path: Path) -> None:
    """The page, Markdown, workbook and JSON of somebody's own text are written in one call."""
    answer = tmp_path / "answer.md"
    answer.write_text("居民服务满意率达95%，长期入驻同意率达82%。", encoding="utf-8")
    names = ["v.html", "v.md", "v.xlsx", "v.json"]
    outputs = [part for name in names for part in ("-o", tmp_path / name)]
    done = summarize("verify", answer, CHENGZHONG, *outputs)
    assert done.returncode == 3
    page = (tmp_path / "v.html").read_text(encoding="utf-8")
    assert "核对：answer.md" in page
    assert 'class="claim claimed contradicted"' in page
    told = (tmp_path / "v.md").read_text(encoding="utf-8")
    assert "> 居民服务满意率达**95%**" in told
    assert (
        json.loads((tmp_path / "v.json").read_text(encoding="utf-8"))["run"]["engine"] == "external"
    )
    assert (tmp_path / "v.xlsx").read_bytes().startswith(b"PK")
