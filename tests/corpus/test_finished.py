"""What a run has finished and the next one takes up."""

from __future__ import annotations

from pathlib import Path, PurePath

import pytest

from summarizer import Settings
from summarizer.corpus import finished as module
from summarizer.corpus.finished import Finished, Keys
from summarizer.corpus.walk import Input
from summarizer.engines.llm.prompt.templates import load_prompts
from summarizer.errors import OutputError
from summarizer.output import Style
from summarizer.output.many import gathering
from tests import bundled
from tests.conftest import REPORTS

EXTRACTIVE = Settings(engine="extractive")


def test_a_kept_report_gives_what_it_gave(tmp_path: Path):
    """Every file over many is the same to the byte, made of a report or of what was kept of it."""
    report = bundled.summary(REPORTS[0])
    with pytest.raises(KeyboardInterrupt), Finished([tmp_path / "all.csv"]) as kept:
        assert not kept
        kept.add("k", report)
        raise KeyboardInterrupt
    with Finished([tmp_path / "all.csv"]) as kept:
        assert kept
        again = kept.report("k")
        assert kept.report("other") is None
    assert again == report
    for suffix in (".csv", ".jsonl", ".html"):
        written = []
        for number, one in enumerate((report, again)):
            path = tmp_path / str(number) / f"all{suffix}"
            path.parent.mkdir(exist_ok=True)
            made = gathering(path)(path, Style())
            made.add(0, one)
            made.finish()
            written.append(path.read_bytes())
        assert written[0] == written[1]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["0", "1"]


def test_one_run_at_a_time_and_nothing_foreign_is_taken(tmp_path: Path):
    """A second run into the same file is refused; a broken database and old leavings are cleared."""
    target = tmp_path / "all.csv"
    folder = tmp_path / ".all.csv.unfinished"
    folder.mkdir()
    (folder / "finished.db").write_bytes(b"no database" * 100)
    (folder / "of-a-killed-run").mkdir()
    with Finished([target]) as kept:
        assert not kept
        assert [path.name for path in folder.iterdir() if path.is_dir()] == []
        with pytest.raises(OutputError, match="another run is writing it"):
            Finished([target])
    assert not folder.exists()


def test_a_key_is_content_name_settings_and_version(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    path = tmp_path / "a.txt"
    path.write_text("一、整改。", encoding="utf-8")
    source = Input(str(path), PurePath("a"))
    keys = {Keys(EXTRACTIVE).of(source)}
    assert Keys(EXTRACTIVE.model_copy(update={"concurrency": 3})).of(source) in keys
    keys.add(Keys(EXTRACTIVE.model_copy(update={"lang": "en"})).of(source))
    model = {"engine": "llm", "model": "m", "base_url": "http://localhost/v1"}
    keys.add(Keys(EXTRACTIVE.model_copy(update=model)).of(source))
    other = tmp_path / "b.txt"
    other.write_bytes(path.read_bytes())
    keys.add(Keys(EXTRACTIVE).of(Input(str(other), PurePath("a"))))
    path.write_text("一、整改了。", encoding="utf-8")
    keys.add(Keys(EXTRACTIVE).of(source))
    monkeypatch.setattr(module, "__version__", "0")
    keys.add(Keys(EXTRACTIVE).of(source))
    assert len(keys) == 6
    assert Keys(EXTRACTIVE).of(Input(str(tmp_path / "none.txt"), PurePath("a"))) == ""


def test_a_report_by_a_model_is_another_with_other_prompts(tmp_path: Path):
    """Own wording counts by what it says: a prompt that was edited makes another key."""
    text = tmp_path / "a.txt"
    text.write_text("一、开展工作。", encoding="utf-8")
    source = Input(str(text), PurePath("a"))
    prompts = tmp_path / "prompts"
    prompts.mkdir()
    own = Settings(engine="llm", model="m", base_url="http://localhost:9/v1", prompts_dir=prompts)
    before = Keys(own).of(source)
    assert Keys(own).of(source) == before
    (prompts / "system.md").write_text("另一种说法。", encoding="utf-8")
    load_prompts.cache_clear()  # as in the next run
    assert Keys(own).of(source) != before
