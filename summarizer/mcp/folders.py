"""Which files the tools may read: reports below the folders that were named at the start."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from summarizer.corpus.walk import SUFFIXES, find_inputs
from summarizer.errors import InputError

_NAMED = 20  # reports in a message; an assistant that mistypes a name needs a few to choose from


class Folders:
    """Real paths of folders; whatever leads out of them is no report here."""

    def __init__(self, folders: Sequence[Path]) -> None:
        """Raises InputError where one is no folder."""
        for folder in folders:
            if not folder.is_dir():
                raise InputError(f"{folder}: no such folder")
        self._roots = tuple(folder.resolve() for folder in folders)

    def names(self) -> list[str]:
        """Every report, named from its folder; with the folder's path where there are several."""
        found = []
        for root in self._roots:
            for one in find_inputs([str(root)]).inputs:
                path = Path(one.path)
                if path.is_file() and self._holds(path.resolve()):
                    found.append(self._name(root, path))
        return found

    def path(self, name: str) -> Path:
        """The real path of a report. Raises InputError for anything else.

        Links are followed before it is asked whether the file is inside.
        """
        candidates = [root / name for root in self._roots]
        for candidate in candidates:
            try:
                real = candidate.resolve()
                inside = self._holds(real) and real.is_file()
            except (OSError, ValueError, RuntimeError):  # no name of a file, or links in a circle
                continue
            if inside and real.suffix.lower() in SUFFIXES and not _is_hidden(real, self._roots):
                return real
        known = self.names()
        more = f" and {len(known) - _NAMED} more" if len(known) > _NAMED else ""
        listed = ", ".join(known[:_NAMED]) + more or "none"
        raise InputError(f"no report of this name; there are: {listed}")

    def _holds(self, real: Path) -> bool:
        return any(real.is_relative_to(root) for root in self._roots)

    def _name(self, root: Path, path: Path) -> str:
        return str(path.relative_to(root) if len(self._roots) == 1 else path)


def _is_hidden(real: Path, roots: Sequence[Path]) -> bool:
    root = next(root for root in roots if real.is_relative_to(root))
    return any(part.startswith(".") for part in real.relative_to(root).parts)
