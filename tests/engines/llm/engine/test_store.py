"""What a run remembers of its answers, with the disk, without one, and when it asks anew."""

from __future__ import annotations

from pathlib import Path

import pytest

from summarizer.engines.llm.store.answers import AnswerStore
from summarizer.engines.llm.store.disk import DiskStore
from summarizer.errors import OutputError


class Failing(DiskStore):
    """A disk that breaks on use."""

    def get(self, key: str) -> str | None:
        raise OutputError("the cache cannot be used", hint="use another")


def test_a_run_without_a_disk_keeps_nothing() -> None:
    """`--no-cache`: nothing is stored, so nothing is recalled, and closing is no error."""
    store = AnswerStore(None)
    store.keep_texts({"k": "v"})
    assert store.recall_text("k") is None
    store.close()


def test_asking_anew_reads_what_this_run_stored_only(tmp_path: Path) -> None:
    """`--refresh` never reads an answer of before, writes its own, and knows those again."""
    disk = DiskStore(tmp_path / "c")
    disk.put_all({"old": "1", "new": "1"})
    store = AnswerStore(disk, reads=False)
    store.keep_texts({"new": "2"})
    assert store.recall_text("old") is None
    assert store.recall_text("new") == "2"
    store.close()
    assert store.recall_text("new") is None
    again = AnswerStore(DiskStore(tmp_path / "c"))
    assert (again.recall_text("old"), again.recall_text("new")) == ("1", "2")
    again.close()


def test_nothing_to_store_opens_no_database(tmp_path: Path) -> None:
    """A run that had no answer leaves no folder behind."""
    store = AnswerStore(DiskStore(tmp_path / "c"))
    store.keep_texts({})
    store.close()
    assert not (tmp_path / "c").exists()


def test_a_disk_that_cannot_be_read_is_told_once(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """One line, and the run goes on as if there were no cache."""
    store = AnswerStore(Failing(tmp_path / "c"))
    assert store.recall_text("k") is None
    assert store.recall_text("k") is None
    assert [record.getMessage() for record in caplog.records] == [
        "the cache cannot be used (use another): answers of this run are not kept"
    ]
    assert store.disk is None


def test_requests_sources_and_answers_stand_apart(tmp_path: Path) -> None:
    """One key, three texts; each is counted as what it is, and forgotten with the rest."""
    disk = DiskStore(tmp_path / "c")
    disk.put("k", "answer")
    disk.put_requests({"k": "request", "l": "request"})
    disk.put_sources({"k": "source"})
    assert (disk.get("k"), disk.request("k"), disk.source("k")) == ("answer", "request", "source")
    assert (disk.get("l"), disk.source("l")) == (None, None)
    assert sorted(disk.requests()) == ["k", "l"]
    info = disk.info()
    assert (info.answers, info.requests) == (1, 2)
    assert info.bytes > 0
    assert disk.clear() == 4
    assert (disk.info().answers, disk.info().requests) == (0, 0)
    disk.close()
