"""Inputs of the command line: always paths, and what is out of scope is said in one line."""

from __future__ import annotations

import io
import os
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from summarizer import files
from summarizer.cli import run
from tests.reading.files import paragraph, word_file

TEXT = "一、整改成效\n新增岗位35个。\n二、下一步打算\n继续整改。\n"


@pytest.mark.skipif(sys.platform == "win32", reason="no line ends in file names there")
def test_a_line_end_in_a_file_name(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An argument is a path, whatever is in it: the file is read, a missing one is missed."""
    path = tmp_path / "一、报告\n二.txt"
    path.write_text(TEXT, encoding="utf-8")
    assert run(["-q", "-e", "extractive", str(path)]) == 0
    assert "35个" in capsys.readouterr().out
    assert run(["-q", "-e", "extractive", str(tmp_path / "一、没有\n二.txt")]) == 1
    complaint = capsys.readouterr().err
    assert "no such file" in complaint
    assert complaint.count("\n") == 1


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("This report describes the progress of work in 2024.\n", "not Chinese"),
        ("从前有座山，山上有座庙。\n庙里有个老和尚在讲故事。\n", "no numbering or headings"),
        ("某市工作报告\n\n目录\n一、成效\n二、打算\n", "nothing stands behind title and contents"),
    ],
)
def test_out_of_scope_is_said(
    text: str, line: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """One line on standard error names the file."""
    path = tmp_path / "report.txt"
    path.write_text(text, encoding="utf-8")
    run(["-q", "-e", "extractive", str(path)])
    told = [one for one in capsys.readouterr().err.splitlines() if line in one]
    assert len(told) == 1
    assert "report.txt" in told[0]


def test_limits_are_raised_by_a_flag(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What the usual limits would refuse is read with higher ones, and the message names them."""
    path = tmp_path / "report.docx"
    path.write_bytes(word_file(paragraph("一、整改成效") + paragraph("新增岗位35个。") * 3))
    tight = ["-q", "-e", "extractive", "--file-limits", "0.00001", str(path)]
    assert run(tight) == 1
    # Which limit is met first depends on how much memory the forked child began with.
    told = capsys.readouterr().err
    assert "more than" in told or "limits are" in told
    assert run(["-q", "-e", "extractive", "--file-limits", "2", str(path)]) == 0


def test_a_folder_made_to_break_the_tool(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each file that cannot be read costs one line, and the one between them is read."""
    folder = tmp_path / "in"
    folder.mkdir()
    files = {
        "a\x1b[2J\u202e.txt": b"\xff\xfe\x00",
        "binary.txt": bytes(range(256)) * 50,
        "empty.txt": b"",
        "good.txt": TEXT.encode(),
        "deep.docx": word_file("<w:sdt>" * 400 + "</w:sdt>" * 400),
        "z.pdf": b"%PDF-1.7\n",
    }
    for name, content in files.items():
        (folder / name).write_bytes(content)
    assert run(["-q", "-e", "extractive", str(folder), "-o", f"{tmp_path}/out/"]) == 1
    complaints = capsys.readouterr().err.splitlines()
    assert len(complaints) == len(files) - 1
    assert all(line.isprintable() for line in complaints)
    assert [path.name for path in (tmp_path / "out").glob("*.json")] == ["good.json"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="a system without named pipes")
def test_devices_and_pipes_are_no_reports(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A link to a device and a pipe that nobody writes to cost one line each, in a folder too."""
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "good.txt").write_text(TEXT, encoding="utf-8")
    (folder / "zero.txt").symlink_to("/dev/zero")
    os.mkfifo(folder / "pipe.html")
    assert run(["-q", "-e", "extractive", str(folder), "-o", f"{tmp_path}/out/"]) == 1
    assert len(capsys.readouterr().err.splitlines()) == 2
    assert [path.name for path in (tmp_path / "out").glob("*.json")] == ["good.json"]
    assert run(["-q", "-e", "extractive", str(folder / "zero.txt")]) == 1
    assert "is a device" in capsys.readouterr().err


_READ = [  # every command that reads a file in this process: of several, others read them alike
    ["-q", "-e", "extractive", "{blocks}"],
    ["verify", "{blocks}", "{good}"],
    ["verify", "{good}", "{blocks}"],
    ["outline", "{blocks}"],
    ["compare", "{good}", "{good}", "{blocks}.json"],
    ["batch", "export", "-m", "some", "{blocks}", "-o", "{out}.jsonl"],
]


_BLOCKING = ("blocks", "blocks.json")


def _never_read(tmp_path: Path, command: list[str]) -> list[str]:
    good = tmp_path / "good.txt"
    good.write_text(TEXT, encoding="utf-8")
    places = {"blocks": tmp_path / "blocks", "good": good, "out": tmp_path / "out"}
    return [word.format(**places) for word in command]


def _silent_pipes(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Named pipes that nobody writes to: they are waited for, and not for ever."""
    monkeypatch.setattr(files, "PATIENCE", 0.05)
    for name in _BLOCKING:
        os.mkfifo(folder / name)


def _like_kmsg(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Files of the system that say nothing more until something happens."""
    for name in _BLOCKING:
        (folder / name).write_bytes(b"")
    plainly = files._open

    def opened(path: str | os.PathLike[str]) -> io.FileIO:
        if "blocks" not in os.fspath(path):
            return plainly(path)
        reading, _ = os.pipe2(os.O_NONBLOCK)
        return io.FileIO(reading)

    monkeypatch.setattr(files, "_open", opened)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="a system without named pipes")
@pytest.mark.parametrize("command", _READ)
@pytest.mark.parametrize(
    ("blocking", "why"),
    [
        (_silent_pipes, "nothing came from it"),
        (_like_kmsg, "waits for what may never come"),
    ],
)
def test_what_blocks_ends_in_one_line(
    blocking: Callable[[Path, pytest.MonkeyPatch], None],
    why: str,
    command: list[str],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """In every command, and says why."""
    blocking(tmp_path, monkeypatch)
    run(_never_read(tmp_path, command))
    told = [line for line in capsys.readouterr().err.splitlines() if "blocks" in line]
    assert len(told) == 1
    assert why in told[0]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="a system without named pipes")
def test_a_pipe_with_a_writer_is_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What a command behind `<(…)` writes is a report, once, however many files are made of it."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    threading.Thread(target=pipe.write_text, args=(TEXT,)).start()
    assert run(["-q", "-e", "extractive", str(pipe), "-o", str(tmp_path / "out.csv")]) == 0
    assert "35" in (tmp_path / "out.csv").read_text(encoding="utf-8")
