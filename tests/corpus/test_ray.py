"""The stage of Ray Data: actors without a key in what travels, the same tables, shards that stay."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from summarizer import Settings
from summarizer import ray as stage
from summarizer.errors import MissingExtraError, UsageError
from summarizer.output.database.rows import rows_of
from summarizer.pipeline import summarize
from tests.conftest import REPORTS

EXTRACTIVE = Settings(engine="extractive")


def test_settings_travel_without_their_key(monkeypatch: pytest.MonkeyPatch):
    """What an actor is made from holds no key; the actor has its own machine's."""
    settings = Settings(engine="llm", model="m", api_key="sk-of-the-driver")
    travelled = pickle.dumps(settings)
    assert b"sk-of-the-driver" not in travelled
    monkeypatch.setenv("OPENAI_API_KEY", "sk-of-the-node")
    actor = stage._Actor(pickle.loads(travelled))  # noqa: S301 (made above)
    assert actor._settings.api_key is not None
    assert actor._settings.api_key.get_secret_value() == "sk-of-the-node"
    assert b"sk-of-the-node" not in pickle.dumps(actor)


def test_an_actor_makes_the_rows_of_the_command_line():
    """Paths, texts and bytes; one bad row stops nothing."""
    path = REPORTS[0]
    batch = {
        "report": [4, 5, 6],
        "path": [str(path), "", "no-such-file.txt"],
        "name": ["", "甲县.txt", ""],
        "text": [None, "甲县通报\n\n一、情况\n新增城镇就业7人。\n", None],
    }
    made = stage._Actor(EXTRACTIVE)(batch)
    assert made["name"] == [str(path), "甲县.txt", "no-such-file.txt"]
    assert [bool(error) for error in made["error"]] == [False, False, True]
    assert "\n" not in made["error"][2]
    row = {"report": 4, "tables": made["tables"][0]}
    wanted = rows_of(summarize(path, EXTRACTIVE), 4)
    for table, rows in wanted.items():
        assert stage._TableRows(table)(row) == rows
    figures = stage._TableRows("figures")({"tables": made["tables"][1]})
    assert [(one["indicator"], one["report"]) for one in figures] == [("新增城镇就业", 5)]
    assert stage._TableRows("figures")({"tables": made["tables"][2]}) == []


def test_without_ray_it_says_so(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setitem(__import__("sys").modules, "ray", None)
    with pytest.raises(MissingExtraError):
        stage.run([], "nowhere")


def test_an_unknown_table_is_wrong_usage():
    with pytest.raises(UsageError, match="figures"):
        stage.rows_of_table(None, "figure")  # type: ignore[arg-type]


def test_shards_are_the_command_lines_tables_and_are_not_made_twice(tmp_path: Path):
    """In local mode on two cores: the same files to the byte, a broken file told, and resumed."""
    ray = pytest.importorskip("ray", reason="the extra ray is not installed")
    pytest.importorskip("pyarrow", reason="the extra parquet is not installed")
    from summarizer.output.database.parquet import Files

    paths = [*REPORTS[:3], tmp_path / "missing.txt"]
    ray.init(num_cpus=2, include_dashboard=False, log_to_driver=False)
    try:
        errors = stage.run(paths, tmp_path / "all", EXTRACTIVE, shard=2)
        assert list(errors) == [str(tmp_path / "missing.txt")]
        shards = sorted((tmp_path / "all").glob("*.parquet"))
        for number, shard in enumerate(shards):
            made = Files(tmp_path / f"by-hand-{number}.parquet")
            for place in range(2 * number, min(2 * number + 2, 3)):
                made.add(place, summarize(paths[place], EXTRACTIVE))
            made.finish()
            for file in shard.iterdir():
                assert (
                    file.read_bytes()
                    == (tmp_path / f"by-hand-{number}.parquet" / file.name).read_bytes()
                )
        before = [shard.stat().st_mtime_ns for shard in shards]
        assert stage.run(paths, tmp_path / "all", EXTRACTIVE, shard=2) == errors
        assert [shard.stat().st_mtime_ns for shard in shards] == before
        (tmp_path / "missing.txt").write_text("一、整改。制定制度3项。", encoding="utf-8")
        assert stage.run(paths, tmp_path / "all", EXTRACTIVE, shard=2) == {}
        again = [shard.stat().st_mtime_ns for shard in shards]
        assert (again[0] == before[0], again[1] == before[1]) == (True, False)
    finally:
        ray.shutdown()
