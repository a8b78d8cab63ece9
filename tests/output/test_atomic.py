"""Writing files."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from summarizer.errors import OutputError
from summarizer.output import atomic


def test_permissions_are_kept(tmp_path: Path):
    """A file that is replaced keeps its permissions; a new one follows the umask."""
    old, new = tmp_path / "old.json", tmp_path / "new.json"
    old.write_text("x")
    old.chmod(0o640)
    atomic.write(old, "二")
    atomic.write(new, b"data")
    mask = os.umask(0)
    os.umask(mask)
    assert old.read_text(encoding="utf-8") == "二"
    assert stat.S_IMODE(old.stat().st_mode) == 0o640
    assert stat.S_IMODE(new.stat().st_mode) == 0o666 & ~mask


def test_a_failure_loses_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """When writing fails, the old content stands and no temporary file is left."""
    path = tmp_path / "a.json"
    path.write_text("old")

    def fail(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(OutputError, match="No space left"):
        atomic.write(path, "new")
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_link_stays_a_link(tmp_path: Path):
    """Writing through a symbolic link replaces what it points to."""
    target, link = tmp_path / "target.md", tmp_path / "link.md"
    target.write_text("old")
    link.symlink_to(target)
    atomic.write(link, "new")
    assert link.is_symlink()
    assert target.read_text() == "new"


def test_devices_are_written_directly():
    """A device is written to, not replaced."""
    atomic.write(Path(os.devnull), "x")
    assert not Path(os.devnull).is_file()


def test_pieces_are_a_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """A long text is encoded, and a file given in pieces written, without a seam."""
    monkeypatch.setattr(atomic, "_PIECE", 3)
    atomic.write(tmp_path / "a", "整改𠮷a\ud800落实")
    atomic.write(tmp_path / "b", iter([b"ab", b"", b"c"]))
    assert (tmp_path / "a").read_bytes() == "整改𠮷a?落实".encode()
    assert (tmp_path / "b").read_bytes() == b"abc"
