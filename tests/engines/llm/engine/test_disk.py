"""The cache: text only, private, shared by processes, and never throwing anything away."""

from __future__ import annotations

import errno
import io
import os
import pickle
import shutil
import sqlite3
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from summarizer import files
from summarizer.engines.llm.store.answers import AnswerStore
from summarizer.engines.llm.store.disk import CacheInfo, DiskStore
from summarizer.errors import OutputError


class Bomb:
    """Leaves a mark when it is unpickled."""

    def __init__(self, mark: Path) -> None:
        self.mark = mark

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return (Path.touch, (self.mark,))  # type: ignore[return-value]


def test_text_comes_back(tmp_path: Path) -> None:
    """What was put is got, by a second cache on the same directory too."""
    place = tmp_path / "made" / "anew"
    DiskStore(place).put("k", "答案" * 100_000)
    assert DiskStore(place).get("k") == "答案" * 100_000
    assert DiskStore(place).get("other") is None


@pytest.mark.parametrize("column", ["value", "key"])
def test_a_row_rewritten_to_pickle_is_never_unpickled(tmp_path: Path, column: str) -> None:
    """A row that says it is a pickle reads as absent, and runs nothing."""
    cache, mark = DiskStore(tmp_path / "c"), tmp_path / "mark"
    cache.put("k", "text")
    cache.close()
    bomb = pickle.dumps(Bomb(mark))
    with sqlite3.connect(tmp_path / "c" / "cache.db") as database:
        if column == "value":
            database.execute("UPDATE Cache SET mode = 4, value = ?", (bomb,))
        else:
            database.execute("UPDATE Cache SET raw = 0, key = ?", (bomb,))
    again = DiskStore(tmp_path / "c")
    assert again.get("k") is None
    assert again.requests() == []
    again.info()
    assert not mark.exists()
    pickle.loads(bomb)  # noqa: S301 - the bomb does work
    assert mark.exists()


def test_a_row_that_points_to_a_file_reads_as_absent(tmp_path: Path) -> None:
    """Rows cannot make the cache read files."""
    cache = DiskStore(tmp_path / "c")
    cache.put("k", "text")
    cache.close()
    (tmp_path / "secret").write_text("secret")
    with sqlite3.connect(tmp_path / "c" / "cache.db") as database:
        database.execute("UPDATE Cache SET mode = 3, filename = '../secret', value = NULL")
    assert DiskStore(tmp_path / "c").get("k") is None


def test_a_text_that_says_it_is_a_pickle_reads_as_absent(tmp_path: Path) -> None:
    """What a row holds counts only where the row says that it is plain text."""
    cache = DiskStore(tmp_path / "c")
    cache.put("k", "text")
    cache.close()
    with sqlite3.connect(tmp_path / "c" / "cache.db") as database:
        database.execute("UPDATE Cache SET mode = 4")
    assert DiskStore(tmp_path / "c").get("k") is None


def test_nothing_but_text_is_stored(tmp_path: Path) -> None:
    """An object that would have to be pickled is refused."""
    with pytest.raises(TypeError):
        DiskStore(tmp_path / "c").put("k", {"a": 1})  # type: ignore[arg-type]


def test_the_directory_is_private(tmp_path: Path) -> None:
    """Nobody else can read the cache, even where the directory was open before."""
    (tmp_path / "c").mkdir(mode=0o755)
    DiskStore(tmp_path / "c").put("k", "v")
    assert stat.S_IMODE((tmp_path / "c").stat().st_mode) == 0o700


def test_a_directory_of_others_is_left_as_it_is(tmp_path: Path) -> None:
    """Where other things stand beside it, the cache closes its files and not the directory."""
    place = tmp_path / "shared"
    place.mkdir(mode=0o755)
    (place / "report.txt").write_text("")
    cache = DiskStore(place)
    cache.put("k", "v")
    assert stat.S_IMODE(place.stat().st_mode) == 0o755
    files = [path for path in place.iterdir() if path.name.startswith("cache.db")]
    assert files
    assert {stat.S_IMODE(path.stat().st_mode) for path in files} == {0o600}


def test_a_damaged_database_can_be_cleared(tmp_path: Path) -> None:
    """The error says how to begin anew, and clearing does it."""
    (tmp_path / "cache.db").write_bytes(b"no database at all" * 100)
    cache = DiskStore(tmp_path)
    with pytest.raises(OutputError) as caught:
        cache.get("k")
    assert "cache clear" in caught.value.hint
    assert cache.clear() == 0
    cache.put("k", "v")
    assert cache.get("k") == "v"


def test_nothing_is_evicted(tmp_path: Path) -> None:
    """The default limit of a gigabyte does not apply."""
    DiskStore(tmp_path / "c").put("k", "v")
    with sqlite3.connect(tmp_path / "c" / "cache.db") as database:
        found = dict(database.execute("SELECT key, value FROM Settings"))
    assert (found["eviction_policy"], found["cull_limit"]) == ("none", 0)


def test_info_and_clear(tmp_path: Path) -> None:
    """Answers and exported requests are counted apart; clear forgets both."""
    cache = DiskStore(tmp_path / "c")
    assert cache.info() == CacheInfo(tmp_path / "c", answers=0, requests=0, bytes=0)
    assert cache.clear() == 0
    assert not (tmp_path / "c").exists()
    cache.put_all({"a": "1", "b": "2"})
    cache.put_requests({"c": "3"})
    info = cache.info()
    assert (info.answers, info.requests) == (2, 1)
    assert info.bytes > 0
    assert cache.clear() == 3
    assert cache.get("a") is None


def test_a_directory_that_cannot_be_used_is_told_in_one_line(tmp_path: Path) -> None:
    """A file in its place, or a broken database, is a clear error."""
    (tmp_path / "file").write_text("")
    with pytest.raises(OutputError, match="cannot be used"):
        DiskStore(tmp_path / "file").put("k", "v")
    (tmp_path / "c").mkdir()
    (tmp_path / "c" / "cache.db").write_bytes(b"no database at all" * 100)
    with pytest.raises(OutputError, match="cannot be used"):
        DiskStore(tmp_path / "c").get("k")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="a system without named pipes")
@pytest.mark.parametrize("name", ["cache.db", "cache.db-wal"])
@pytest.mark.parametrize("target", ["/dev/zero", "pipe"])
def test_a_database_that_is_no_file_is_told_in_one_line(
    tmp_path: Path, name: str, target: str
) -> None:
    """Linked to a device or a pipe it is never waited for, whatever is asked of it."""
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "c").mkdir()
    (tmp_path / "c" / name).symlink_to(tmp_path / target)
    with pytest.raises(OutputError, match=f"{name} is not a file"):
        DiskStore(tmp_path / "c").get("k")
    if name == "cache.db":
        with pytest.raises(OutputError, match="is not a file"):
            DiskStore(tmp_path / "c").info()


def test_a_database_that_blocks_is_told_in_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What looks like a file and gives nothing (`/proc/kmsg`) is not waited for."""
    (tmp_path / "cache.db").write_bytes(b"")
    monkeypatch.setattr(files, "_open", lambda _: io.FileIO(os.pipe2(os.O_NONBLOCK)[0]))
    with pytest.raises(OutputError, match="waits for what may never come"):
        DiskStore(tmp_path).get("k")


@pytest.mark.parametrize("number", [errno.EROFS, errno.EACCES, errno.ENOSPC])
def test_a_disk_that_takes_nothing_is_told_in_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    """Read-only, somebody else's, or full before the database is made: with the system's words."""

    def refusing(*_: object) -> int:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "open", refusing)
    with pytest.raises(OutputError, match=os.strerror(number)) as caught:
        DiskStore(tmp_path / "c").put("k", "v")
    assert "--no-cache" in caught.value.hint
    assert "cache clear" not in caught.value.hint


def test_a_disk_that_fills_up_ends_no_run(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """What was stored before stays; the run is told once, and goes on without the disk."""
    disk = DiskStore(tmp_path / "c")
    store = AnswerStore(disk)
    store.keep_texts({"small": "答"})
    pages = disk._cache()._sql("PRAGMA page_count").fetchone()[0]
    disk._cache()._sql(f"PRAGMA max_page_count = {pages}")  # as full as a disk can be
    store.keep_texts({"large": "答" * 1_000_000})
    store.keep_texts({"larger": "答" * 2_000_000})
    assert store.recall_text("large") == "答" * 1_000_000  # of this run
    assert [record.message for record in caplog.records if "full" in record.message]
    assert len(caplog.records) == 1
    disk.close()
    assert DiskStore(tmp_path / "c").get("small") == "答"
    assert DiskStore(tmp_path / "c").get("large") is None


def test_a_database_of_something_else_is_left_alone(tmp_path: Path) -> None:
    """One that another program made is told of, and its rows stay."""
    with sqlite3.connect(tmp_path / "cache.db") as database:
        database.execute("CREATE TABLE Settings (name TEXT)")
        database.execute("INSERT INTO Settings VALUES ('theirs')")
    with pytest.raises(OutputError, match="cannot be used"):
        DiskStore(tmp_path).put("k", "v")
    with sqlite3.connect(tmp_path / "cache.db") as database:
        assert database.execute("SELECT name FROM Settings").fetchall() == [("theirs",)]


def test_a_copy_of_the_file_is_whole(tmp_path: Path) -> None:
    """Once a store is closed, `cache.db` alone holds everything."""
    store = AnswerStore(DiskStore(tmp_path / "c"))
    store.keep_texts({f"k{number}": "答" * number for number in range(50)})
    store.close()
    (tmp_path / "copy").mkdir()
    shutil.copy(tmp_path / "c" / "cache.db", tmp_path / "copy")
    copied = DiskStore(tmp_path / "copy")
    assert [copied.get(f"k{number}") for number in range(50)] == ["答" * n for n in range(50)]


WRITER = """
import sys
from pathlib import Path
from summarizer.engines.llm.store.disk import DiskStore
cache = DiskStore(Path(sys.argv[1]))
for number in range(40):
    cache.put_all({f"{sys.argv[2]}-{number}-{part}": "答" * 50 for part in range(3)})
    assert cache.get(f"{sys.argv[2]}-{number}-0") == "答" * 50
"""


def test_several_processes_write_at_once(tmp_path: Path) -> None:
    """No write of any process is lost, and the database stays whole."""
    writers = [
        subprocess.Popen([sys.executable, "-c", WRITER, str(tmp_path / "c"), name])
        for name in "abc"
    ]
    assert [writer.wait(60) for writer in writers] == [0, 0, 0]
    assert DiskStore(tmp_path / "c").info().answers == 360
    with sqlite3.connect(tmp_path / "c" / "cache.db") as database:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_a_lock_that_stays_is_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A database that somebody keeps locked is told after the wait, and not waited for again."""
    monkeypatch.setattr("summarizer.engines.llm.store.disk._TIMEOUT", 0.2)
    DiskStore(tmp_path).put("k", "v")
    with sqlite3.connect(tmp_path / "cache.db", isolation_level=None) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(OutputError, match="locked") as caught:
            DiskStore(tmp_path).put("k", "w")
        assert "cache clear" not in caught.value.hint  # it is whole, and somebody is writing to it
        other.execute("ROLLBACK")
    assert DiskStore(tmp_path).get("k") == "v"


def test_a_closed_cache_is_one_whole_file(tmp_path: Path) -> None:
    """What was put is in `cache.db` itself once the cache is closed: a copy of it is enough."""
    store = DiskStore(tmp_path / "here")
    store.put("k", "v")
    store.close()
    (tmp_path / "there").mkdir()
    (tmp_path / "there" / "cache.db").write_bytes((tmp_path / "here" / "cache.db").read_bytes())
    assert DiskStore(tmp_path / "there").get("k") == "v"
