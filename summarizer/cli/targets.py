"""Where results go: named files, a folder, one file over all, or standard output."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from summarizer.cli import console, interrupts
from summarizer.corpus.finished import Ledger, digest
from summarizer.corpus.walk import STANDARD, Input
from summarizer.errors import OutputError, UsageError
from summarizer.output import RENDERERS, Renderer, Style, atomic, by_name, by_suffix
from summarizer.output.many import GATHERINGS, Gathering, gathering, pages_beside

if TYPE_CHECKING:
    from summarizer.models import Report


@dataclass(slots=True)
class Targets:
    """What to write for each input; `over_all` are the paths of what is `gathered`, and `printed`
    counts the results on standard output."""

    style: Style
    files: tuple[tuple[Path, Renderer], ...] = ()
    folders: tuple[tuple[Path, Renderer], ...] = ()
    over_all: tuple[Path, ...] = ()
    gathered: tuple[Gathering, ...] = ()
    stdout: Renderer | None = None
    printed: int = 0
    _ledgers: dict[Path, Ledger] = field(default_factory=dict)

    def deliver(self, place: int, source: Input, report: Report, key: str = "") -> None:
        """Write one report everywhere, whole or not at all; with a key, folders note it.

        Raises OutputError, or BrokenPipeError for standard output.
        """
        plain = replace(self.style, width=Style().width, colour=False)
        written = [(path, renderer.to_file(report, plain)) for path, renderer in self.files]
        for folder, renderer in self.folders:
            path = _within(folder, source, renderer)
            written.append((path, renderer.to_file(report, plain)))
        with interrupts.deferred():
            for path, content in written:
                _make(path.parent)
                atomic.write(path, content)
            if key:
                for folder, renderer in self.folders:
                    self._ledger(folder).add(self._entry(source, renderer, key))
        for gathered in self.gathered:
            gathered.add(place, report)
        if self.stdout is not None:
            self._print(self.stdout, report)

    def _print(self, renderer: Renderer, report: Report) -> None:
        further = renderer.further if self.printed else None
        content = further(report, self.style) if further else renderer.to_file(report, self.style)
        if self.printed and renderer.name in ("text", "md"):
            console.put("\n")
        console.put(content)
        self.printed += 1

    @property
    def shows_on_terminal(self) -> bool:
        """Whether results appear where somebody watches: a bar would stand between them."""
        return self.stdout is not None and sys.stdout.isatty()

    def reaches(self, source: Input, key: str) -> bool:
        """Whether each file of this input in the folders is there, made of what has this key."""
        return bool(self.folders and key) and all(
            _within(folder, source, renderer).is_file()
            and self._entry(source, renderer, key) in self._ledger(folder)
            for folder, renderer in self.folders
        )

    def _ledger(self, folder: Path) -> Ledger:
        if folder not in self._ledgers:
            self._ledgers[folder] = Ledger(folder)
        return self._ledgers[folder]

    def _entry(self, source: Input, renderer: Renderer, key: str) -> str:
        return digest(key, str(source.name), renderer.name, str(self.style.detail))

    def telling(self, text: Renderer) -> Targets:
        """The same targets, with another renderer for what is text."""

        def other(renderer: Renderer) -> Renderer:
            return text if renderer.name == text.name else renderer

        files = tuple((path, other(renderer)) for path, renderer in self.files)
        folders = tuple((path, other(renderer)) for path, renderer in self.folders)
        stdout = self.stdout and other(self.stdout)
        return replace(self, files=files, folders=folders, stdout=stdout)

    @contextmanager
    def whole(self) -> Iterator[None]:
        """The files over all inputs are written when this ends; not where it is interrupted."""
        waiting = list(self.gathered)
        try:
            yield
            while waiting:
                with interrupts.deferred():
                    waiting.pop(0).finish()
        except BaseException:
            for gathered in waiting:
                gathered.abandon()
            raise


def real_paths(outputs: Sequence[str]) -> frozenset[str]:
    """The real paths of what this run writes, which is no input of it."""
    named = [path for path in outputs if path != STANDARD]
    pages = [str(pages_beside(Path(path))) for path in named if path.lower().endswith(".html")]
    return frozenset(os.path.realpath(path) for path in (*named, *pages))


def plan(
    outputs: Sequence[str],
    inputs: Sequence[Input],
    format_name: str | None,
    style: Style,
    *,
    many: bool = False,
    others: Sequence[str] = (),
) -> Targets:
    """Targets of a call, checked before any work is done. Raises UsageError or OutputError.

    `many` says that a file is to hold all inputs; `others` are further files that are read.
    """
    chosen = by_name(format_name) if format_name else None
    targets = Targets(style)
    files: list[tuple[Path, Renderer]] = []
    folders: list[tuple[Path, Renderer]] = []
    over_all: list[Path] = []
    for output in dict.fromkeys(outputs):
        if not output:
            raise UsageError("-o '': an empty path")
        if output == STANDARD:
            targets.stdout = chosen or by_name("text")
        elif _is_folder(output, many):
            folders.append((Path(output), chosen or by_name("json")))
        elif many or (by_suffix(output) is None and gathering(Path(output))):
            over_all.append(_holds_many(Path(output)))
        else:
            files.append((Path(output), _of_suffix(Path(output))))
    if not outputs:
        targets.stdout = chosen or by_name("text")
    if targets.stdout is not None:
        console.need_output()
    read = _identities([one.path for one in inputs] + list(others))
    for path in [*(path for path, _ in files), *over_all]:
        _writable(path)
        _not_an_input(path, read)
    if folders:
        inside = _distinct(inputs)
        for folder, renderer in folders:
            _make(folder)
            for source in inside:
                _not_an_input(_within(folder, source, renderer), read)
    targets.files, targets.folders = tuple(files), tuple(folders)
    targets.over_all = tuple(over_all)
    plain = replace(style, width=Style().width, colour=False)
    targets.gathered = tuple(
        opener(path, plain) for path in over_all if (opener := gathering(path)) is not None
    )
    return targets


def _is_folder(output: str, many: bool) -> bool:
    """Whether a folder is meant; one that ends in .parquet is a table of many reports."""
    if output.endswith(("/", os.sep)):
        return True
    return Path(output).is_dir() and not (many and gathering(Path(output)))


def _of_suffix(path: Path) -> Renderer:
    renderer = by_suffix(path.name)
    if renderer is None:
        known = " ".join([*(r.suffix for r in RENDERERS), ".duckdb"])
        raise UsageError(f"-o {path}: the suffix chooses the format, one of {known}")
    return renderer


def _holds_many(path: Path) -> Path:
    if gathering(path) is None:
        known = " ".join(GATHERINGS)
        raise UsageError(f"-o {path}: several inputs need a folder ({path}/), or one of {known}")
    return path


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(f"cannot make the folder {folder}: {error.strerror}") from error


def _within(folder: Path, source: Input, renderer: Renderer) -> Path:
    # The suffix is added, not put in place of what looks like one in the name.
    return folder / source.name.with_name(source.name.name + renderer.suffix)


def check_file(path: Path, inputs: Sequence[Input]) -> None:
    """That a file can be written and is none of the inputs. Raises OutputError or UsageError."""
    _writable(path)
    _not_an_input(path, _identities([one.path for one in inputs]))


def _writable(path: Path) -> None:
    if not path.parent.is_dir():
        raise OutputError(f"cannot write {path}: there is no folder {path.parent}")


def _not_an_input(path: Path, read: frozenset[tuple[int, int]]) -> None:
    if _identities([str(path)]) & read:
        raise UsageError(f"-o {path}: this is the input itself")


def _identities(paths: Sequence[str]) -> frozenset[tuple[int, int]]:
    """Device and number of each regular file: the same for all names of it."""
    found = set()
    for path in paths:
        try:
            status = Path(path).stat()
        except (OSError, ValueError):  # the input's own error is told when it is read
            continue
        if Path(path).is_file():
            found.add((status.st_dev, status.st_ino))
    return frozenset(found)


def _distinct(inputs: Sequence[Input]) -> Sequence[Input]:
    seen: dict[str, str] = {}
    for source in inputs:
        other = seen.setdefault(str(source.name), source.path)
        if other != source.path:
            raise UsageError(
                f"{other} and {source.path} would both be written as {source.name}: "
                "give the folder they stand in"
            )
    return inputs
