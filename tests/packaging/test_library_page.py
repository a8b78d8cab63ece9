"""The examples of the documentation: run, and typed."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from summarizer.testing import FakeEndpoint
from summarizer.testing.model import answer
from tests.conftest import ROOT

_BLOCK = re.compile(r"^```python\n(.*?)^```", re.MULTILINE | re.DOTALL)
_PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
_TEXT = (
    "一、整改情况\n（一）区财政局牵头清退资金12万元，2025年6月30日前完成。\n"
    "（二）下一步将建立长效机制。\n"
)


def _blocks(page: Path) -> list[str]:
    return _BLOCK.findall(page.read_text(encoding="utf-8"))


_RUN = [(place, code) for place, code in enumerate(_blocks(ROOT / "docs" / "library.md"))]


@pytest.mark.parametrize(("place", "code"), _RUN, ids=lambda value: str(value)[:2])
def test_examples_run(place: int, code: str, tmp_path: Path):
    """Each example of the page on the library runs as it stands, with a model on this machine."""
    (tmp_path / "report.txt").write_text(_TEXT, encoding="utf-8")
    (tmp_path / "example.py").write_text(code, encoding="utf-8")

    def reply(request):
        given = answer(request.messages)
        if "extra" in request.messages[0].content:
            for unit in given["units"]:
                unit["extra"] = {"责任单位": "区财政局", "完成时限": "2025-06-30", "难点": None}
        return given

    with FakeEndpoint(reply) as fake:
        environment = {"OPENAI_BASE_URL": fake.base_url, "SUMMARIZE_MODEL": "m"}
        done = subprocess.run(
            [sys.executable, "example.py"],
            cwd=tmp_path,
            env=os.environ | environment | {"PYTHONPATH": str(ROOT)},
            capture_output=True,
            check=False,
        )
    assert done.returncode == 0, done.stderr.decode()
    if "责任单位" in code:
        assert "区财政局 2025-06-30" in done.stdout.decode()


def test_examples_are_typed(tmp_path: Path):
    """Every example in Python, of README and of all pages, passes mypy --strict by itself."""
    paths = []
    for page in _PAGES:
        for number, code in enumerate(_blocks(page)):
            paths.append(tmp_path / f"{page.stem.lower().replace('-', '_')}_{number}.py")
            paths[-1].write_text(code, encoding="utf-8")
    assert len(paths) > 8
    done = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", *paths],
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout.decode()
