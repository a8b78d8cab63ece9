"""The main job on the command line."""

from __future__ import annotations

import csv
import io
import json
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from summarizer.models import Report
from tests.cli.commands import CHENGZHONG, ROOT, error_lines, summarize
from tests.conftest import REPORTS


def test_a_report_is_summarized_without_key_or_network(report_path: Path):
    """Each bundled report gives a tree on standard output, one engine line, and exit code 0."""
    done = summarize(report_path)
    assert done.returncode == 0
    assert done.stderr.decode().splitlines() == ["engine: extractive (no model configured)"]
    assert done.stdout.decode().rstrip().splitlines()[-1].startswith("摘录 · ")


def test_piped_text_has_no_colour():
    """What goes into a pipe holds no escape sequence."""
    assert b"\x1b" not in summarize(CHENGZHONG).stdout


def test_client_libraries_are_not_imported():
    """The extractive path imports neither the client libraries nor an event loop."""
    code = (
        "import sys; from summarizer.cli import run; code = run(sys.argv[1:]);"
        "heavy = {'openai', 'instructor', 'diskcache', 'tenacity', 'asyncio', 'httpx2'};"
        "print(sorted(heavy & set(sys.modules)), file=sys.stderr); sys.exit(code)"
    )
    for arguments in (["-h"], ["-q", "-f", "json", str(CHENGZHONG)]):
        done = subprocess.run(
            [sys.executable, "-c", code, *arguments], cwd=ROOT, capture_output=True, check=True
        )
        assert done.stderr.decode().strip() == "[]"


def test_suffixes_choose_formats(tmp_path: Path):
    """Each -o is written in the format of its suffix, and nothing goes to standard output."""
    names = ("a.json", "b.md", "c.csv", "d.jsonl", "e.txt")
    done = summarize(CHENGZHONG, *(part for name in names for part in ("-o", tmp_path / name)))
    assert (done.returncode, done.stdout) == (0, b"")
    report = Report.model_validate_json((tmp_path / "a.json").read_text(encoding="utf-8"))
    assert (tmp_path / "b.md").read_text(encoding="utf-8").startswith("# ")
    rows = list(csv.reader(io.StringIO((tmp_path / "c.csv").read_text(encoding="utf-8-sig"))))
    lines = (tmp_path / "d.jsonl").read_text(encoding="utf-8").splitlines()
    assert len(rows) - 1 == len(lines) == len(report.measures) > 20
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(names)


def test_standard_input_is_a_dash():
    """A report on standard input gives the same measures as the file."""
    by_name = json.loads(summarize(CHENGZHONG, "--json").stdout)
    piped = json.loads(summarize("--json", "-", stdin=CHENGZHONG.read_bytes()).stdout)
    assert by_name["sections"] == piped["sections"]


def test_one_bad_file_never_stops_the_others(tmp_path: Path):
    """A missing and a binary file are told in one line each; the others are summarized."""
    binary = tmp_path / "binary.txt"
    binary.write_bytes(bytes(range(256)) * 10)
    missing = tmp_path / "missing.txt"
    done = summarize("-q", "-f", "jsonl", missing, CHENGZHONG, binary)
    assert done.returncode == 1
    told = sorted(error_lines(done))
    assert len(told) == 2
    assert all(line.startswith("summarize: ") for line in told)
    assert "binary.txt" in told[0]
    assert "missing.txt" in told[1]
    assert len(done.stdout.splitlines()) > 20


def test_several_files_go_into_a_folder(tmp_path: Path):
    """With a folder as -o, each input gives one file there, in the format of -f."""
    other = tmp_path / "other.txt"
    other.write_bytes(CHENGZHONG.read_bytes())
    done = summarize(CHENGZHONG, other, "-f", "md", "-o", f"{tmp_path}/out/")
    assert done.returncode == 0
    names = sorted(path.name for path in (tmp_path / "out").iterdir())
    assert names == [".finished", "chengzhong-2025.md", "other.md"]


def test_tables_of_several_files_have_one_header():
    """Two reports as CSV on standard output make one table."""
    done = summarize("-q", "-f", "csv", CHENGZHONG, CHENGZHONG)
    text = done.stdout.decode()
    assert text.count("\ufeff") == 1
    assert text.count("编号") == 1


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["--nonsense", "x"],
        ["x", "-o", "out.unknown"],
        ["x", "-o", "out"],
        ["x", "y", "-o", "one.json"],
        ["a/x.txt", "b/x.txt", "-o", "."],
        ["x", "-o", ""],
        ["x", "--resume"],
        ["x", "-d", "half"],
        ["-", "-"],
        ["x", "-f", "yaml"],
        ["x", "-e", "llm"],
        ["x", "--concurrency", "0"],
        ["x", "--base-url", "nowhere"],
        ["x", "--encoding", "klingon"],
        [str(CHENGZHONG), "-o", str(CHENGZHONG)],
        ["batch"],
        ["verify", "only-one"],
        ["schema", "unknown"],
    ],
    ids=" ".join,
)
def test_wrong_usage_is_one_line_and_code_two(arguments: list[str]):
    """Wrong usage ends with exit code 2 and one line, before anything is read or written."""
    done = summarize(*arguments)
    assert done.returncode == 2
    assert done.stdout == b""
    assert len(error_lines(done)) == 1
    assert error_lines(done)[0].startswith("summarize: ")


@pytest.mark.parametrize("content", [b"", b"   \n", b"\x00\x01\x02" * 50, b"\xff\xfe\xff"])
def test_unreadable_input_is_one_line_and_code_one(content: bytes, tmp_path: Path):
    """Empty, blank and binary input ends with exit code 1 and one line."""
    path = tmp_path / "input.txt"
    path.write_bytes(content)
    done = summarize(path)
    assert done.returncode == 1
    assert len(error_lines(done)) == 1


def test_an_empty_folder_is_one_line(tmp_path: Path):
    """A folder without a report is told in one line."""
    done = summarize(tmp_path)
    assert done.returncode == 1
    assert len(error_lines(done)) == 1


def test_a_file_called_like_a_command(tmp_path: Path):
    """A file called `verify` is summarized when it is given with its folder, or after --."""
    (tmp_path / "verify").write_bytes(CHENGZHONG.read_bytes())
    for arguments in (["./verify"], ["--", "verify"]):
        assert summarize("-q", *arguments, cwd=tmp_path).returncode == 0


def test_a_reader_that_leaves_early():
    """A closed pipe ends the job without a complaint."""
    command = f"{sys.executable} -m summarizer -q {CHENGZHONG} {CHENGZHONG} | head -n 1"
    done = subprocess.run(["sh", "-c", command], cwd=ROOT, capture_output=True, check=False)
    assert done.stderr == b""


def test_an_interrupt_is_one_line():
    """Ctrl-C ends the job with exit code 130 and one line."""
    job = subprocess.Popen(
        [sys.executable, "-m", "summarizer", "-"],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert job.stderr is not None
    assert job.stderr.readline().startswith(b"engine: ")
    job.send_signal(signal.SIGINT)
    _, told = job.communicate(timeout=60)
    assert job.returncode == 130
    assert told == b"summarize: interrupted\n"


@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM"])
@pytest.mark.parametrize("wait", [0.02, 0.1, 0.2, 0.3, 0.4, 0.5])
def test_a_signal_leaves_no_half_file(name: str, wait: float, tmp_path: Path):
    """Whenever it comes, a file is whole or not there, a line tells, and nothing else is left than
    what the next run goes on with."""
    out = tmp_path / "out"
    job = subprocess.Popen(
        [sys.executable, "-m", "summarizer", *REPORTS, "-o", out / "x.csv", "-o", f"{out}/"],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    out.mkdir()
    assert job.stderr is not None
    job.stderr.readline()
    time.sleep(wait)
    job.send_signal(getattr(signal, name))
    _, told = job.communicate(timeout=60)
    if job.returncode != 0:  # it was faster
        word, code = ("terminated", 143) if name == "SIGTERM" else ("interrupted", 130)
        assert told == f"summarize: {word}\n".encode()
        assert job.returncode == code
    for path in out.iterdir():
        assert path.suffix in (".json", ".csv") or path.name in (".finished", ".x.csv.unfinished")
        if path.suffix == ".json":
            Report.model_validate_json(path.read_text(encoding="utf-8"))


def test_a_closed_standard_output_is_one_line(tmp_path: Path):
    """Where a result would go nowhere, exit code 1 and one line; with -o it is not missed."""
    for arguments, code in (([], 1), (["-o", tmp_path / "a.json"], 0)):
        command = " ".join(map(str, [sys.executable, "-m", "summarizer", "-q", CHENGZHONG]))
        command += " ".join(map(str, [" ", *arguments, ">&-"]))
        done = subprocess.run(["sh", "-c", command], cwd=ROOT, capture_output=True, check=False)
        assert done.returncode == code
        assert len(done.stderr.splitlines()) == code


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full on this system")
def test_a_full_disk_is_one_line():
    """Standard output that takes nothing ends with exit code 1 and no traceback."""
    command = f"{sys.executable} -m summarizer -q schema > /dev/full"
    done = subprocess.run(["sh", "-c", command], cwd=ROOT, capture_output=True, check=False)
    assert done.returncode == 1
    assert done.stderr == b"summarize: No space left on device\n"


def test_settings_layer(tmp_path: Path):
    """A flag wins over the environment, and the environment over summarize.toml."""
    (tmp_path / "summarize.toml").write_text('lang = "en"\n', encoding="utf-8")
    told = summarize(CHENGZHONG, cwd=tmp_path).stdout.decode()
    assert "Progress" in told
    environment = {"SUMMARIZE_LANG": "zh"}
    told = summarize(CHENGZHONG, cwd=tmp_path, environment=environment).stdout.decode()
    assert "核对  有据" in told
    flag = ("--lang", "en")
    told = summarize(CHENGZHONG, *flag, cwd=tmp_path, environment=environment).stdout.decode()
    assert "Progress" in told


def test_a_bad_setting_names_its_place(tmp_path: Path):
    """A setting that does not fit is told with the file or variable it came from."""
    (tmp_path / "summarize.toml").write_text("colour = true\n", encoding="utf-8")
    done = summarize(CHENGZHONG, cwd=tmp_path)
    assert done.returncode == 2
    assert "summarize.toml" in error_lines(done)[0]
    done = summarize(CHENGZHONG, environment={"SUMMARIZE_TIMEOUT": "soon"})
    assert "SUMMARIZE_TIMEOUT" in error_lines(done)[0]


def test_an_unwritable_place_is_told_before_the_work(tmp_path: Path):
    """A result that cannot be written ends with exit code 1 and one line."""
    done = summarize(CHENGZHONG, "-o", tmp_path / "nowhere" / "a.json")
    assert done.returncode == 1
    assert len(error_lines(done)) == 1
