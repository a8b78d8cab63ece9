"""Which files a folder gives, what they are called, and what is passed over and why."""

from __future__ import annotations

import os
from pathlib import Path, PurePath

import pytest

from summarizer.corpus.walk import SUFFIXES, find_inputs, source_of

OURS = b'<meta name="generator" content="report-summarize">'


def _files(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"x")


def _told(folder: Path, **options: list[str]) -> list[str]:
    return [str(one.name) for one in find_inputs([str(folder)], **options).inputs]


def test_a_folder_gives_its_reports_in_order(tmp_path: Path) -> None:
    """By suffix, in any case, folders after the files beside them; each named from the folder."""
    _files(tmp_path, "b.TXT", "a.docx", "2024/c.pdf", "2023/d.shtml", "e.doc", "f.json", "g")
    found = find_inputs([str(tmp_path)])
    assert [one.name for one in found.inputs] == [
        PurePath(name) for name in ("a", "b", "2023/d", "2024/c")
    ]
    assert [Path(one.path) for one in found.inputs] == [
        tmp_path / name for name in ("a.docx", "b.TXT", "2023/d.shtml", "2024/c.pdf")
    ]
    assert found.walked
    assert found.problems == ()


@pytest.mark.parametrize("suffix", sorted(SUFFIXES))
def test_every_suffix_that_is_told_is_read(tmp_path: Path, suffix: str) -> None:
    """What the message names is what is looked for."""
    _files(tmp_path, f"a{suffix}")
    assert _told(tmp_path) == ["a"]


def test_what_editors_leave_and_what_is_hidden_is_passed_over(tmp_path: Path) -> None:
    """Neither locks of Word, copies of Emacs nor hidden files and folders; nor our own sources."""
    _files(tmp_path, "~$a.docx", ".b.txt", "#c.txt", ".git/d.txt", "e.source.txt", "F.SOURCE.TXT")
    found = find_inputs([str(tmp_path)])
    assert found.inputs == ()
    ((path, problem),) = found.problems
    assert path == str(tmp_path)
    assert str(problem).startswith(f"{tmp_path}: no report in this folder (.docx .htm .html")


def test_what_is_ignored_is_told_by_its_place_not_its_name(tmp_path: Path) -> None:
    """The results of this run, files or folders; another file of the same name is read."""
    _files(tmp_path, "out/a.txt", "deep/out/b.txt", "c.txt", "deep/c.txt")
    ignored = [os.path.realpath(tmp_path / "out"), os.path.realpath(tmp_path / "c.txt")]
    assert _told(tmp_path, ignored=ignored) == ["deep/c", "deep/out/b"]


def test_one_name_twice_keeps_its_suffix(tmp_path: Path) -> None:
    """x.txt and x.pdf would be written over each other; a file that is named twice is one file."""
    _files(tmp_path, "x.txt", "x.pdf", "y.txt")
    assert _told(tmp_path) == ["x.pdf", "x.txt", "y"]
    named = str(tmp_path / "y.txt")
    assert [str(one.name) for one in find_inputs([named, named]).inputs] == ["y", "y"]


def test_what_is_named_is_read_whatever_it_is_called(tmp_path: Path) -> None:
    """No suffix is asked for, standard input has a name, and nothing was walked."""
    _files(tmp_path, ".hidden.json")
    found = find_inputs(["-", str(tmp_path / ".hidden.json"), "missing.txt"])
    assert [(one.path, str(one.name)) for one in found.inputs] == [
        ("-", "stdin"),
        (str(tmp_path / ".hidden.json"), ".hidden"),
        ("missing.txt", "missing"),
    ]
    assert not found.walked
    assert found.inputs[0].source == "-"
    assert found.inputs[2].source == Path("missing.txt")
    assert source_of("a\nb.txt") == Path("a\nb.txt")  # a file, not a text


def test_a_page_of_ours_is_known_by_its_head(tmp_path: Path) -> None:
    """By its generator within the first kilobyte of a .html; a report may speak of it below."""
    (tmp_path / "ours.html").write_bytes(b"<!doctype html>" + OURS)
    (tmp_path / "late.html").write_bytes(b"x" * (1025 - len(OURS)) + OURS)
    (tmp_path / "edge.html").write_bytes(b"x" * (1024 - len(OURS)) + OURS)
    (tmp_path / "other.htm").write_bytes(OURS)
    (tmp_path / "theirs.html").write_bytes(b"<!doctype html>")
    assert _told(tmp_path) == ["late", "other", "theirs"]


def test_pipes_and_dangling_links(tmp_path: Path) -> None:
    """A pipe costs one line; of a link to nothing reading says what is wrong."""
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "link.html").symlink_to(tmp_path / "nothing")
    _files(tmp_path, "a.txt")
    found = find_inputs([str(tmp_path)])
    assert [str(one.name) for one in found.inputs] == ["a", "link"]
    ((path, problem),) = found.problems
    assert path == str(tmp_path / "pipe.txt")
    assert str(problem) == f"{path}: is no regular file"


def test_links_to_folders_are_not_followed(tmp_path: Path) -> None:
    """A link to a folder above would never end."""
    _files(tmp_path, "in/a.txt")
    (tmp_path / "in" / "up").symlink_to(tmp_path, target_is_directory=True)
    assert _told(tmp_path) == ["in/a"]
