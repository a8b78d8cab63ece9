"""The main job over several files and folders."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from summarizer.cli import targets
from summarizer.corpus.walk import find_inputs
from summarizer.output import Style
from summarizer.testing import FakeEndpoint, Latency, faults
from summarizer.testing.model import answer
from tests.cli.commands import CHENGZHONG, ROOT, error_lines, summarize
from tests.conftest import REPORTS


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of reports as people keep them: below each other, with other things between."""
    place = tmp_path / "reports"
    (place / "2024" / "drafts").mkdir(parents=True)
    (place / ".git").mkdir()
    small = "一、整改情况\n（一）制定制度3项。\n（二）清退资金{}万元。\n"
    (place / "a.txt").write_text(small.format(12), encoding="utf-8")
    (place / "a.md").write_text(small.format(13), encoding="utf-8")
    (place / "2024" / "b.txt").write_text(small.format(14), encoding="utf-8")
    (place / "2024" / "drafts" / "c.TXT").write_text(small.format(15), encoding="utf-8")
    (place / "2024" / "b.source.txt").write_text("written by an earlier run", encoding="utf-8")
    (place / "2024" / "~$b.docx").write_bytes(b"a lock")
    (place / ".git" / "d.txt").write_text(small.format(16), encoding="utf-8")
    (place / "data.bin").write_bytes(bytes(100))
    return place


def test_folders_are_walked(folder: Path, tmp_path: Path):
    """Reports below a folder are found in order; the results keep its layout and never clash."""
    out = tmp_path / "out"
    done = summarize(folder, "-o", f"{out}/")
    assert done.returncode == 0
    written = sorted(str(path.relative_to(out)) for path in out.rglob("*.json"))
    assert written == ["2024/b.json", "2024/drafts/c.json", "a.md.json", "a.txt.json"]
    assert error_lines(done) == ["4 of 4 written"]


def test_results_inside_the_folder_are_no_inputs(folder: Path):
    """A second run that writes into the folder it walks does not read what the first one wrote."""
    for _ in range(2):
        done = summarize(folder, "-f", "md", "-o", f"{folder}/out/", "-o", folder / "all.csv")
        assert done.returncode == 0
        assert error_lines(done) == ["4 of 4 written"]


def test_a_page_of_an_earlier_run_is_no_input(folder: Path):
    """A summary that was written into the folder before, under whatever name, is no report."""
    assert summarize(folder / "a.txt", "-o", folder / "looked-at.html").returncode == 0
    done = summarize(folder, "-f", "json", "-o", f"{folder}/out/")
    assert error_lines(done) == ["4 of 4 written"]


def test_one_table_over_all(folder: Path, tmp_path: Path):
    """A table over several inputs has one header and their rows in the order of the inputs."""
    table, lines = tmp_path / "all.csv", tmp_path / "all.jsonl"
    assert summarize(folder, CHENGZHONG, "-o", table, "-o", lines).returncode == 0
    rows = list(csv.reader(io.StringIO(table.read_text(encoding="utf-8-sig"))))
    told = [json.loads(line)["source"] for line in lines.read_text(encoding="utf-8").splitlines()]
    assert list(dict.fromkeys(told)) == ["a.md", "a.txt", "b.txt", "c.TXT", CHENGZHONG.name]
    assert len(rows) == len(told) + 1
    assert sorted(path.name for path in tmp_path.iterdir()) == ["all.csv", "all.jsonl", "reports"]


def test_the_last_line_counts_and_names(folder: Path):
    """What could not be made is named, whatever else was written."""
    (folder / "broken.txt").write_bytes(bytes(range(256)))
    missing = folder / "missing.txt"
    done = summarize(folder, missing, "-f", "csv")
    assert done.returncode == 1
    *told, last = error_lines(done)
    assert len(told) == 2
    assert last.startswith("4 of 6 written; not made (2): ")
    assert "broken.txt" in last
    assert "missing.txt" in last


def test_resume_passes_over_what_is_finished(folder: Path, tmp_path: Path):
    """What is missing is made, and what is of other content, other settings or another name."""
    out = tmp_path / "out"
    arguments = (folder, "--resume", "-o", f"{out}/")
    assert error_lines(summarize(*arguments)) == ["4 of 4 written"]
    (out / "a.txt.json").unlink()
    changed = folder / "2024" / "b.txt"
    changed.write_text(
        changed.read_text(encoding="utf-8") + "（三）新建台账9本。\n", encoding="utf-8"
    )
    os.utime(changed, (0, 0))  # a file that was put back from a copy is older than its result
    kept = (out / "a.md.json").stat().st_mtime_ns
    assert error_lines(summarize(*arguments)) == ["2 of 4 written; 2 finished before"]
    assert "9本" in (out / "2024" / "b.json").read_text(encoding="utf-8")
    assert (out / "a.md.json").stat().st_mtime_ns == kept
    assert error_lines(summarize(*arguments, "--lang", "en")) == ["4 of 4 written"]


@pytest.mark.parametrize("output", ["all.csv", "out/"])
def test_a_killed_run_goes_on(tmp_path: Path, output: str):
    """Killed in the middle, no answered call is made again and no finished report; what is written
    in the end is what a run that was left alone writes."""
    reports = tmp_path / "reports"
    reports.mkdir()
    for number in range(12):
        text = f"关于整改情况的通报\n\n一、整改情况\n（一）制定制度{number + 3}项。\n（二）清退资金{number + 20}万元。\n"
        (reports / f"{number}.txt").write_text(text, encoding="utf-8")
    target, victims = tmp_path / output, []
    marks = {
        "all.csv": tmp_path / ".all.csv.unfinished" / "finished.db-wal",
        "out/": target / ".finished",
    }
    least = {"all.csv": 20_000, "out/": 130}[output]  # bytes of a finished report, and a bit

    def reply(request):
        kept = marks[output]
        if victims and kept.exists() and kept.stat().st_size > least:
            victims.pop().kill()
            return faults.reset()
        return answer(request.messages)

    with FakeEndpoint(reply, latency=Latency(0.1, 0)) as fake:
        environment = {
            "OPENAI_BASE_URL": fake.base_url,
            "SUMMARIZE_MODEL": "m",
            "SUMMARIZE_CACHE_DIR": str(tmp_path / "cache"),
            "SUMMARIZE_CONCURRENCY": "1",
        }
        arguments = [sys.executable, "-m", "summarizer", str(reports), "-o", f"{tmp_path}/{output}"]
        with subprocess.Popen(
            arguments, env=os.environ | environment | {"PYTHONPATH": str(ROOT)}, cwd=ROOT
        ) as first:
            victims.append(first)
        assert first.returncode == -signal.SIGKILL
        more = ["--resume"] if output == "out/" else []
        done = summarize(reports, "-o", f"{tmp_path}/{output}", *more, environment=environment)
        (told,) = error_lines(done)
        assert int(re.search(r"(\d+) finished before", told)[1]) > 0
        assert set(fake.answered.values()) == {1}
        alone = tmp_path / "alone" / output
        alone.parent.mkdir()
        summarize(reports, "-o", f"{tmp_path}/alone/{output}", environment=environment)
        assert set(fake.answered.values()) == {1}
    if output == "all.csv":
        assert target.read_bytes() == alone.read_bytes()
    else:
        assert len(list(target.glob("*.json"))) == 12
    left = {path.name for path in tmp_path.iterdir()}
    assert left == {"reports", "cache", "alone", output.strip("/")}


def test_several_processes_give_what_one_gives(tmp_path: Path):
    """Reports made at once equal those made one by one, apart from the clock; one of two processes
    makes two of three."""
    together = tmp_path / "together"
    shortest = sorted(REPORTS, key=lambda path: path.stat().st_size)[:3]
    assert summarize(*shortest, "-o", f"{together}/", cores=2).returncode == 0
    for path in shortest:
        alone = json.loads(summarize(path, "--json").stdout)
        told = json.loads((together / f"{path.stem}.json").read_text(encoding="utf-8"))
        assert told["run"].pop("started_at") != ""
        for report in (alone, told):
            report["run"].pop("started_at", None)
            report["run"].pop("seconds")
        assert told == alone


def test_an_output_is_never_an_input(folder: Path, tmp_path: Path):
    """Neither by another name of the same file, nor through a folder of results."""
    other = tmp_path / "other.txt"
    other.hardlink_to(folder / "a.txt")
    before = other.read_bytes()
    assert summarize(folder / "a.txt", "-o", other).returncode == 2
    assert summarize(folder / "a.txt", "-f", "text", "-o", f"{folder}/").returncode == 2
    assert other.read_bytes() == before


def test_planning_is_linear(tmp_path: Path):
    """Four thousand inputs for a folder are planned in the time of a breath."""
    for number in range(4000):
        (tmp_path / f"{number}.txt").touch()
    out = tmp_path / "out"
    started = time.process_time()
    found = find_inputs([str(tmp_path)], ignored=targets.real_paths([str(out)]))
    targets.plan([f"{out}/"], found.inputs, None, Style(), many=True)
    assert time.process_time() - started < 2
    assert len(found.inputs) == 4000


def test_a_page_over_all_with_a_page_each(folder: Path):
    """A page over several inputs stands beside the page of each; neither is read the next time."""
    for _ in range(2):
        done = summarize(folder, "-o", folder / "all.html", "-o", folder / "all.xlsx")
        assert done.returncode == 0
        assert error_lines(done) == ["4 of 4 written"]
    page = (folder / "all.html").read_text(encoding="utf-8")
    pages = sorted(path.name for path in (folder / "all_pages").iterdir())
    assert len(pages) == 4
    assert all(f"all_pages/{name}" in page for name in pages)
    assert (folder / "all.xlsx").read_bytes().startswith(b"PK")
