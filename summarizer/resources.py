"""Where the data files live: inside the installed package, or at the root of a checkout."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from summarizer.errors import UsageError

Folder = Literal["lexicons", "prompts", "schemas"]

_PACKAGE = Path(__file__).resolve().parent


def folder(name: Folder) -> Path:
    """The folder of this name: the packaged one, else the one at the repository root."""
    packaged = _PACKAGE / name
    return packaged if packaged.is_dir() else _PACKAGE.parent / name


def names(kind: Folder, suffix: str) -> list[str]:
    """The names, without `suffix`, of the files of a folder; sorted."""
    return sorted(
        path.name.removesuffix(suffix) for path in folder(kind).glob(f"*{suffix}") if path.is_file()
    )


def text(kind: Folder, name: str) -> str:
    """The content of a data file. Raises UsageError where there is no such file."""
    try:
        return (folder(kind) / name).read_text(encoding="utf-8")
    except OSError as error:
        raise UsageError(f"no such file among the {kind}: {name}") from error
