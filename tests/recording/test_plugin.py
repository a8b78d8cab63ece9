"""Recording and playing runs, in the way that users' own tests do."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from summarizer import Settings, summarize
from summarizer.reading import from_text
from summarizer.testing import FakeEndpoint
from summarizer.testing.model import answer

pytest.importorskip("vcr", reason="the extra testing is not installed")

pytest_plugins = ["pytester"]

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

Run = Callable[..., tuple[int, str]]


@pytest.fixture
def imported() -> None:
    """All that a run imports, which `pytester` would else import afresh for each of its runs."""
    with FakeEndpoint(lambda request: answer(request.messages)) as fake:
        settings = Settings(model="m", base_url=fake.base_url, cache="off")
        summarize(from_text("一、整改情况\n（一）清退资金12万元。\n"), settings)


@pytest.fixture
def run(imported: None, pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs pytest over a user's folder, with nothing of this project but the plugin: the words of
    the report and pytest's options → its exit code and what it printed.

    In this process: a new one would import the model's engine for seconds each time.
    """
    # Where the package is installed its entry point would register the plugin twice.
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")

    def run(words: str, *options: str, **environment: str) -> tuple[int, str]:
        (pytester.path / "test_mine.py").write_text(_TEST.format(words=words), encoding="utf-8")
        with monkeypatch.context() as patch:
            for name, value in environment.items():
                patch.setenv(name, value)
            done = pytester.runpytest_inprocess("-p", "summarizer.testing.plugin", *options)
        return done.ret, done.stdout.str()

    return run


def test_a_run_is_recorded_once_and_played_without_a_network(run: Run, pytester: pytest.Pytester):
    """Recorded with a key of one's own; then played with none; a changed text fails, not passes."""
    code, told = run("制定制度3项。")
    assert code == 1
    assert "nothing is recorded here yet" in told
    with FakeEndpoint(lambda request: answer(request.messages)) as fake:
        own = {"OPENAI_BASE_URL": fake.base_url, "OPENAI_API_KEY": "sk-of-my-own"}
        code, told = run("制定制度3项。", "--record-runs", SUMMARIZE_MODEL="a-model", **own)
        assert code == 0, told
        assert fake.calls > 0
    cassette: Path = pytester.path / "cassettes" / "my-report.yaml"
    stored = cassette.read_text(encoding="utf-8")
    assert "清退资金12万元" in stored
    assert "a-model" in stored
    assert not re.search(r"sk-of-my-own|127\.0\.0\.1|[Aa]uthorization", stored)
    code, told = run("制定制度3项。")
    assert code == 0, told
    code, told = run("制定制度4项。")
    assert code == 1
    assert re.search("requests are not recorded; record again|never asked", told)
