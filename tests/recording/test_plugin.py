"""Recording and playing runs, in the way that users' own tests do."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from summarizer.testing import FakeEndpoint
from summarizer.testing.model import answer
from tests.conftest import ROOT

pytest.importorskip("vcr", reason="the extra testing is not installed")

_TEST = """
from summarizer import summarize
from summarizer.reading import from_text

TEXT = "一、整改情况\\n（一）{words}\\n（二）清退资金12万元。\\n"

def test_my_report(recorded_run):
    with recorded_run("my-report", mode="json_schema") as settings:
        report = summarize(from_text(TEXT), settings)
    assert report.run.engine == "llm"
    assert report.run.units.llm == 2
"""


def _pytest(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """A run of pytest over a user's folder, with nothing of this project but the plugin."""
    return subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "summarizer.testing.plugin", *arguments],
        cwd=folder,
        env={
            "PATH": "/usr/bin:/bin",
            "PYTHONPATH": str(ROOT),
            "HOME": str(folder),
            # Where the package is installed its entry point would register the plugin twice.
            "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1",
            **environment,
        },
        capture_output=True,
        text=True,
        check=False,
    )


def _write(folder: Path, words: str) -> None:
    (folder / "test_mine.py").write_text(_TEST.format(words=words), encoding="utf-8")


def test_a_run_is_recorded_once_and_played_without_a_network(tmp_path: Path):
    """Recorded with a key of one's own; then played with none; a changed text fails, not passes."""
    _write(tmp_path, "制定制度3项。")
    absent = _pytest(tmp_path)
    assert absent.returncode == 1
    assert "nothing is recorded here yet" in absent.stdout
    with FakeEndpoint(lambda request: answer(request.messages)) as fake:
        own = {"OPENAI_BASE_URL": fake.base_url, "OPENAI_API_KEY": "sk-of-my-own"}
        done = _pytest(tmp_path, "--record-runs", SUMMARIZE_MODEL="a-model", **own)
        assert done.returncode == 0, done.stdout
        assert fake.calls > 0
    stored = (tmp_path / "cassettes" / "my-report.yaml").read_text(encoding="utf-8")
    assert "清退资金12万元" in stored
    assert "a-model" in stored
    assert not re.search(r"sk-of-my-own|127\.0\.0\.1|[Aa]uthorization", stored)
    played = _pytest(tmp_path)
    assert played.returncode == 0, played.stdout
    _write(tmp_path, "制定制度4项。")
    changed = _pytest(tmp_path)
    assert changed.returncode == 1
    assert re.search("requests are not recorded; record again|never asked", changed.stdout)
