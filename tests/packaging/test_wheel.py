"""The built wheel, away from its source."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
REPORT = ROOT / "examples" / "reports" / "chengzhong-2025.txt"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built with the backend that is installed: no network."""
    pytest.importorskip("hatchling", reason="hatchling builds the wheel")
    folder = tmp_path_factory.mktemp("wheel")
    code = "import sys; from hatchling.build import build_wheel; print(build_wheel(sys.argv[1]))"
    done = subprocess.run(
        [sys.executable, "-c", code, folder], cwd=ROOT, capture_output=True, check=True
    )
    return folder / done.stdout.decode().split()[-1]


def test_the_wheel_carries_its_data(wheel: Path):
    """Prompts, schemas, type marker, page and licence are in the wheel; tests are not."""
    names = zipfile.ZipFile(wheel).namelist()
    for folder in ("prompts", "schemas"):
        files = {path.name for path in (ROOT / folder).iterdir() if path.is_file()}
        assert files
        assert files <= {Path(n).name for n in names if n.startswith(f"summarizer/{folder}/")}
    assert "summarizer/py.typed" in names
    assert any(name.endswith("licenses/LICENSE") for name in names)
    assert not any(name.startswith("tests/") for name in names)


def test_the_installed_wheel_does_the_main_job(wheel: Path, tmp_path: Path):
    """Installed into an environment of its own, the command reads a report and its own schemas."""
    home = tmp_path / "venv"
    venv.create(home, with_pip=False, symlinks=True)
    scripts = home / ("Scripts" if os.name == "nt" else "bin")
    site = next(home.glob("lib/python*/site-packages"), home / "Lib" / "site-packages")
    subprocess.run(
        [
            *(sys.executable, "-m", "pip", "install", "-q", "--no-index", "--no-deps"),
            *("--no-compile", "--disable-pip-version-check", "--target", str(site), str(wheel)),
        ],
        check=True,
        capture_output=True,
    )
    # The libraries of the environment that runs the tests, but not its editable install.
    libraries = [path for path in sys.path if path.endswith("site-packages")]
    (site / "libraries.pth").write_text("\n".join(libraries), encoding="utf-8")
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONPATH"}

    def run(*arguments: str) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(
            [scripts / "python", "-P", *arguments],
            cwd=tmp_path,
            env=environment,
            capture_output=True,
            check=True,
        )

    where = run("-c", "import summarizer; print(summarizer.__file__)").stdout.decode()
    assert str(site) in where
    told = run("-m", "summarizer", str(REPORT)).stdout.decode()
    assert told.rstrip().splitlines()[-1].startswith("摘录 · ")
    schema = run("-m", "summarizer", "schema").stdout
    assert schema == (ROOT / "schemas" / "report.schema.json").read_bytes()
    code = "from summarizer.resources import names; print(names('prompts', '.md'))"
    assert "[]" not in run("-c", code).stdout.decode()


def test_a_package_of_the_same_import_name_is_named(tmp_path: Path):
    """Where another package has overwritten ours, one line says so; its names are told in ours."""
    shutil.copytree(ROOT / "summarizer", tmp_path / "summarizer")
    (tmp_path / "summarizer" / "__init__.py").write_text("class Summarizer: ...\n")
    done = subprocess.run(
        [sys.executable, "-m", "summarizer", "-h"],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(tmp_path)},
        capture_output=True,
        check=False,
    )
    assert done.returncode == 1
    (line,) = done.stderr.decode().splitlines()
    assert "bert-extractive-summarizer" in line
    with pytest.raises(ImportError, match="bert-extractive-summarizer"):
        from summarizer import Summarizer  # noqa: F401 (it is not ours)
