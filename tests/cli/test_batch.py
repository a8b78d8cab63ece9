"""The batch commands, offline."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.commands import CHENGZHONG, error_lines, summarize


def test_export_packs_requests_as_live_calls_are(tmp_path: Path):
    """The exported lines are requests of the Batch service, each for several units, with its own id."""
    out = tmp_path / "requests.jsonl"
    place = ("--cache-dir", tmp_path / "cache")
    done = summarize("batch", "export", CHENGZHONG, "-m", "some-model", "-o", out, *place, "--json")
    assert done.returncode == 0
    lines = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    assert 0 < len(lines) == json.loads(done.stdout)["requests"] <= 16
    assert len({line["custom_id"] for line in lines}) == len(lines)
    assert all(line["body"]["model"] == "some-model" for line in lines)


def test_import_declines_what_fits_no_request(tmp_path: Path):
    """A response to nothing is told in one line, and nothing is taken."""
    path = tmp_path / "responses.jsonl"
    path.write_text('{"custom_id": "x", "response": {}}\n{"a": 1}\n', encoding="utf-8")
    place = ("--cache-dir", tmp_path / "cache")
    done = summarize("batch", "import", path, *place, "--json")
    assert [line.partition(": ")[2] for line in error_lines(done)][1] == "line 2: no custom_id"
    assert json.loads(done.stdout)["taken"] == 0


def test_missing_answers_are_an_incomplete_import(tmp_path: Path):
    """While exported requests have no answer, the import ends with exit code 4."""
    place = ("--cache-dir", tmp_path / "cache")
    out, empty = tmp_path / "requests.jsonl", tmp_path / "responses.jsonl"
    empty.write_text("", encoding="utf-8")
    summarize("batch", "export", CHENGZHONG, "-m", "m", "-o", out, *place)
    assert summarize("batch", "import", empty, *place).returncode == 4


def test_export_needs_a_model(tmp_path: Path):
    """Without a model, export is wrong usage, and no file is written."""
    out = tmp_path / "requests.jsonl"
    done = summarize("batch", "export", CHENGZHONG, "-o", out)
    assert done.returncode == 2
    assert len(error_lines(done)) == 1
    assert not out.exists()


def test_outputs_that_would_lose_something(tmp_path: Path):
    """The empty name, a file that is read, and a pipe in place of responses are refused."""
    path = tmp_path / "responses.jsonl"
    path.write_text("x\n", encoding="utf-8")
    for command in (["import", path, "-o", path], ["import", path, "-o", ""]):
        done = summarize("batch", *command, "--cache-dir", tmp_path / "cache")
        assert done.returncode == 2
        assert len(error_lines(done)) == 1
    for command in ("export", "run"):
        done = summarize("batch", command, CHENGZHONG, "-m", "m", "-o", "")
        assert done.returncode == 2
    assert path.read_text(encoding="utf-8") == "x\n"
