"""The import contracts speak of every room, so that a new one cannot be forgotten in a list."""

from __future__ import annotations

import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def _rooms(folder: Path) -> set[str]:
    """The modules and packages in a folder, by their dotted names."""
    below = [*folder.glob("*.py"), *(path.parent for path in folder.glob("*/__init__.py"))]
    name = ".".join(folder.relative_to(ROOT).parts)
    return {f"{name}.{path.stem}" for path in below if path.stem != "__init__"}


def test_every_room_but_one_is_kept_from_the_client_libraries() -> None:
    """The list of those that may not import openai is all rooms but the LLM engine."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = project["tool"]["importlinter"]["contracts"]
    (forbidden,) = [one for one in contracts if "openai" in one.get("forbidden_modules", ())]
    package = ROOT / "summarizer"
    rooms = _rooms(package) - {"summarizer.engines"} | _rooms(package / "engines")
    assert set(forbidden["source_modules"]) == rooms - {"summarizer.engines.llm"}


def test_no_import_is_excepted() -> None:
    """No contract has an exception of its own; layers name all there is."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    for contract in project["tool"]["importlinter"]["contracts"]:
        assert "ignore_imports" not in contract
        assert contract["type"] != "layers" or contract["exhaustive"]
