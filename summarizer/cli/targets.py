"""Where results go: named files, a folder, or standard output."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from summarizer.cli import console
from summarizer.errors import OutputError, UsageError
from summarizer.models import Report
from summarizer.output import RENDERERS, Renderer, Style, atomic, by_name, by_suffix

STANDARD = "-"


@dataclass(slots=True)
class Targets:
    """What to write for each input; `printed` counts the results on standard output."""

    files: tuple[tuple[Path, Renderer], ...] = ()
    folders: tuple[tuple[Path, Renderer], ...] = ()
    stdout: Renderer | None = None
    printed: int = field(default=0)

    def deliver(self, report: Report, source: str, style: Style) -> None:
        """Write one report everywhere. Raises OutputError, or BrokenPipeError for stdout."""
        plain = Style(lang=style.lang)
        for path, renderer in self.files:
            atomic.write(path, renderer.render(report, plain))
        for folder, renderer in self.folders:
            path = folder / f"{stem(source)}{renderer.suffix}"
            atomic.write(path, renderer.render(report, plain))
        if self.stdout is not None:
            further = self.stdout.further if self.printed else None
            content = (further or self.stdout.render)(report, style)
            if self.printed and self.stdout.name in ("text", "md"):
                console.put("\n")
            console.put(content)
            self.printed += 1


def stem(source: str) -> str:
    """What a result of this input is called in a folder."""
    return "stdin" if source == STANDARD else Path(source).stem


def plan(outputs: Sequence[str], sources: Sequence[str], format_name: str | None) -> Targets:
    """Targets of a call, checked before any work is done. Raises UsageError or OutputError."""
    chosen = by_name(format_name) if format_name else None
    if not outputs:
        return Targets(stdout=chosen or by_name("text"))
    files: list[tuple[Path, Renderer]] = []
    folders: list[tuple[Path, Renderer]] = []
    stdout: Renderer | None = None
    for output in dict.fromkeys(outputs):
        if output == STANDARD:
            stdout = chosen or by_name("text")
        elif output.endswith(("/", os.sep)) or Path(output).is_dir():
            folders.append((_folder(output), chosen or by_name("json")))
        else:
            files.append((Path(output), _of_suffix(Path(output))))
    if files and len(sources) > 1:
        raise UsageError(f"-o {files[0][0]}: several inputs need a folder, not one file")
    for path, _ in files:
        _writable(path, sources)
    if folders:
        _distinct(folders, sources)
    return Targets(files=tuple(files), folders=tuple(folders), stdout=stdout)


def _of_suffix(path: Path) -> Renderer:
    renderer = by_suffix(path.name)
    if renderer is None:
        known = " ".join(r.suffix for r in RENDERERS)
        raise UsageError(f"-o {path}: the suffix chooses the format, one of {known}")
    return renderer


def _folder(output: str) -> Path:
    folder = Path(output)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(f"cannot make the folder {output}: {error.strerror}") from error
    return folder


def _writable(path: Path, sources: Sequence[str]) -> None:
    if not path.parent.is_dir():
        raise OutputError(f"cannot write {path}: there is no folder {path.parent}")
    for source in sources:
        if source != STANDARD and path.exists() and os.path.samestat(path.stat(), _stat(source)):
            raise UsageError(f"-o {path}: this is the input itself")


def _stat(source: str) -> os.stat_result:
    try:
        return Path(source).stat()
    except OSError:
        return Path(os.devnull).stat()  # the input's own error is told when it is read


def _distinct(folders: Sequence[tuple[Path, Renderer]], sources: Sequence[str]) -> None:
    seen: dict[str, str] = {}
    for source in dict.fromkeys(sources):
        other = seen.setdefault(stem(source), source)
        if other != source:
            raise UsageError(f"{other} and {source} would both be written as {stem(source)}")
    for folder, renderer in folders:
        for source in sources:
            _writable(folder / f"{stem(source)}{renderer.suffix}", sources)
