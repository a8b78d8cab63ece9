"""The examples of the documentation: run, and typed."""

from __future__ import annotations

import re
import runpy
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from summarizer.testing import FakeEndpoint
from summarizer.testing.model import answer
from tests.conftest import ROOT

_BLOCK = re.compile(r"^```python\n(.*?)^```", re.MULTILINE | re.DOTALL)
_PAGES = [*sorted(ROOT.glob("README*.md")), *sorted((ROOT / "docs").glob("*.md"))]
_TEXT = (
    "一、整改情况\n（一）区财政局牵头清退资金12万元，2025年6月30日前完成。\n"
    "（二）下一步将建立长效机制。\n"
)


def _blocks(page: Path) -> list[str]:
    return _BLOCK.findall(page.read_text(encoding="utf-8"))


_RUN = [(place, code) for place, code in enumerate(_blocks(ROOT / "docs" / "library.md"))]


@pytest.mark.parametrize(("place", "code"), _RUN, ids=lambda value: str(value)[:2])
def test_examples_run(
    place: int,
    code: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
):
    """Each example of the page on the library runs as it stands, with a model on this machine."""
    (tmp_path / "report.txt").write_text(_TEXT, encoding="utf-8")
    (tmp_path / "example.py").write_text(code, encoding="utf-8")

    def reply(request):
        given = answer(request.messages)
        if "extra" in request.messages[0].content:
            for unit in given["units"]:
                unit["extra"] = {"责任单位": "区财政局", "完成时限": "2025-06-30", "难点": None}
        return given

    monkeypatch.chdir(tmp_path)
    with FakeEndpoint(reply) as fake:
        monkeypatch.setenv("OPENAI_BASE_URL", fake.base_url)
        monkeypatch.setenv("SUMMARIZE_MODEL", "m")
        runpy.run_path("example.py", run_name="__main__")
    if "责任单位" in code:
        assert "区财政局 2025-06-30" in capsys.readouterr().out


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Every example in Python, of README and of all pages, each in a file of its own."""
    folder, paths = tmp_path_factory.mktemp("examples"), []
    for page in _PAGES:
        for number, code in enumerate(_blocks(page)):
            paths.append(folder / f"{re.sub(r'[^a-z]', '_', page.stem.lower())}_{number}.py")
            paths[-1].write_text(code, encoding="utf-8")
    assert len(paths) > 8
    return paths


def _passes(command: list[str], paths: list[Path]) -> None:
    done = subprocess.run([*command, *paths], cwd=ROOT, capture_output=True, check=False)
    assert done.returncode == 0, done.stdout.decode()


def test_examples_are_typed(written: list[Path]):
    """They pass mypy --strict by themselves."""
    _passes([sys.executable, "-m", "mypy", "--strict"], written)


def test_examples_are_typed_for_the_editor_too(written: list[Path]):
    """They pass pyright, which reads types in its own way."""
    pyright = shutil.which("pyright")
    if pyright is None:
        pytest.skip("pyright is not installed")
    has_ray = find_spec("ray") is not None
    paths = [path for path in written if has_ray or "import ray" not in path.read_text("utf-8")]
    _passes([pyright, "--pythonpath", sys.executable], paths)
